"""One form of words that can be written in several ways: "won't" and "will not", "labour" and "labor", "1,500".

Two reports of one utterance differ in spelling, contractions, and numbers in words or digits, by the habits of their
papers. Words are compared in the forms that `other_forms` and `spelling` give. Nothing here says what an editor may
change, and no form is ever shown to a reader.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from decimal import Decimal

from provenance.quotes.languages import language
from provenance.text.normalisation import stemmer

LONGEST_WORD = 64  # letters
LONGEST_NUMBER = 12  # words of "two hundred and fifty thousand"
LARGEST_DIGITS = 15  # of a number in digits that may be part of a longer one
HUNDRED, LEAST_TENS = 100, 20

_ORDINAL = re.compile(r"(\d+)([a-z]{2})")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_JOINED = frozenset(("", " ", "-", "‐", "‑", "\u00a0", "\n", "\r\n"))  # between the words of one number

Replaced = tuple[int, int, tuple[str, ...]]  # the first of some words, the one behind them, and what they become


@functools.lru_cache(maxsize=50_000)
def spelling(word: str) -> str:
    """One form for spelling variants of a word, and for numbers in words and in digits; never a stem."""
    edits = language().lexicon.edits
    if word[:1].isdecimal():
        return word.replace(",", "")
    word = edits.numbers.get(word, word)
    word = edits.same_spelling.get(word, word)
    if len(word) > 5:
        for one, other in edits.spellings:
            if word.endswith(one):
                return word[: -len(one)] + other
    return word.removesuffix(edits.possessive).removesuffix("'") or word


@functools.lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """The stem by which a folded word is compared across articles: that of its `spelling`."""
    return stemmer(language().name).stemWord(spelling(word)[:LONGEST_WORD])


def other_forms(text: str, folded: Sequence[str], places: Sequence[tuple[int, int]]) -> list[Replaced]:
    """Where folded words have another form: contractions are written out, numbers of several words are joined.

    `places` are the spans of the words in `text`. The stretches are ascending and disjoint.
    """
    edits = language().lexicon.edits
    found: list[Replaced] = []
    reached = 0
    for place, word in enumerate(folded):
        if word not in edits.many_forms and word.isalpha():
            continue
        if place < reached:
            continue
        made = _form_at(text, folded, places, place)
        if made is not None:
            found.append(made)
            reached = made[1]
    return found


def _form_at(text: str, folded: Sequence[str], places: Sequence[tuple[int, int]], place: int) -> Replaced | None:
    """The other form of the words that begin at `place`, if they have one."""
    edits, word = language().lexicon.edits, folded[place]
    if word in edits.number_parts or word[0].isdecimal():
        number, after = _number(text, folded, places, place)
        currency = edits.currencies.get(text[places[place][0] - 1 : places[place][0]])
        if number or currency:
            number, after = (number, after) if number else (word, place + 1)
            return place, after, (number, currency) if currency else (number,)
    two = (word, folded[place + 1]) if place + 1 < len(folded) else ("", "")
    if two in edits.two_words:
        return place, place + 2, (edits.two_words[two],)
    full = contracted(word)
    return (place, place + 1, full) if len(full) > 1 else None


def contracted(word: str) -> tuple[str, ...]:
    """The words that a contraction is made of; the word itself where it is none. ("he's" gives "he" and "'s".)"""
    edits = language().lexicon.edits
    full = edits.contractions.get(word)
    if full is not None:
        return full
    if "'" in word:
        for ending, whole in edits.contracted_endings.items():
            if word.endswith(ending) and len(word) > len(ending):
                return word[: -len(ending)], whole
    return (word,)


def _number(text: str, folded: Sequence[str], places: Sequence[tuple[int, int]], start: int) -> tuple[str, int]:
    """A number of several words in digits, and the place behind it; an empty string where there is none."""
    joins = language().lexicon.edits.number_joins
    number, place, after = _Number(), start, start
    while place < len(folded) and place - start < LONGEST_NUMBER and not number.ended:
        if place > start and text[places[place - 1][1] : places[place][0]] not in _JOINED:
            break
        following = folded[place + 1 : place + 2]
        touching = following and places[place + 1][0] == places[place][1]
        if folded[place] in joins:
            if not number.joins():
                break
        elif folded[place][0].isdecimal():
            if not number.takes_digits(folded[place], following[0] if touching else ""):
                break
            place += bool(number.ordinal)
            after = place + 1
        elif number.takes_word(folded[place]):
            after = place + 1
        else:
            break
        place += 1
    return (number.in_digits(), after) if after - start > 1 else ("", start)


class _Number:
    """A number that grows by its words: "two hundred" and "fifty", then "thousand"."""

    def __init__(self) -> None:
        self._edits = language().lexicon.edits
        self._total = Decimal(0)  # what comes before the last thousand or million
        self._current: Decimal | None = None  # what comes behind it
        self._scale = 10**LARGEST_DIGITS  # of the last thousand or million
        self._by_digits = False
        self._joinable = False  # whether "and" may follow
        self.ordinal = ""
        self.ended = False

    def in_digits(self) -> str:
        """The number as it would be written without words."""
        written = f"{self._total + (self._current or 0):f}"
        return (written.rstrip("0").rstrip(".") if "." in written else written) + self.ordinal

    def joins(self) -> bool:
        """Whether "and" may stand here, which it may once behind each "hundred" or "thousand"."""
        joinable, self._joinable = self._joinable, False
        return joinable

    def takes_digits(self, word: str, following: str) -> bool:
        """Whether a number in digits begins this one; `following` is what touches it, as in "21st"."""
        plain = word.replace(",", "")
        if self._current is not None or self._total or len(plain) > LARGEST_DIGITS or not _DIGITS.fullmatch(plain):
            return False
        self._current, self._by_digits = Decimal(plain), True
        if following in self._edits.ordinal_endings:
            self.ordinal, self.ended = following, True
        return True

    def takes_word(self, word: str) -> bool:
        """Whether the number goes on with this word."""
        scale = self._edits.scales.get(word) or self._edits.scales.get(spelling(word))
        taken = self._multiply(scale) if scale else self._add(self._edits.numbers.get(word, ""))
        self._joinable = bool(scale)
        return taken

    def _multiply(self, scale: int) -> bool:
        if scale == HUNDRED:
            if self._current is not None and not 0 < self._current < HUNDRED:
                return False
            self._current = (1 if self._current is None else self._current) * Decimal(HUNDRED)
        elif scale >= self._scale:
            return False
        else:
            self._total += (1 if self._current is None else self._current) * Decimal(scale)
            self._current, self._scale = None, scale
        self._by_digits = False
        return True

    def _add(self, value: str) -> bool:
        ordinal = _ORDINAL.fullmatch(value)
        digits = ordinal[1] if ordinal else value
        if not digits.isdecimal() or self._by_digits or self._current == 0:
            return False
        if self._current is not None and self._current % HUNDRED:
            tens = self._current % HUNDRED >= LEAST_TENS and not self._current % 10
            if not tens or not 0 < int(digits) < 10:
                return False
        self._current = (self._current or Decimal(0)) + int(digits)
        self.ordinal, self.ended = (ordinal[2], True) if ordinal else ("", False)
        return True
