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
from provenance.quotes.word_classes import Edits
from provenance.text.normalisation import SNOWBALL, stemmer

LONGEST_WORD = 64  # letters
LONGEST_NUMBER = 12  # words of "two hundred and fifty thousand"
LARGEST_DIGITS = 15  # of a number in digits that may be part of a longer one
HUNDRED, LEAST_TENS = 100, 20
LONGEST_COMPOUND = 4  # words of "quatre-vingt-dix-sept"
WITH_POINTS = frozenset((None, "en", "zh", "ja", "ko", "th", "hi", "he"))  # languages that write 1.5 and 1,500
PARTED_BY_BLANKS = frozenset(("fr", "pl", "ru", "es", "pt", "it", "uk", "cs", "sv", "no", "da", "fi"))  # "20 000"
ELIDING = frozenset(("fr", "it"))
UNSPACED = frozenset(("zh", "ja"))

_ORDINAL = re.compile(r"(\d+)([a-z]{2})")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_JOINED = frozenset(("", " ", "-", "‐", "‑", "\u00a0", "\u202f", "\n", "\r\n"))  # between the words of one number

Replaced = tuple[int, int, tuple[str, ...]]  # the first of some words, the one behind them, and what they become


@functools.lru_cache(maxsize=50_000)
def spelling(word: str, code: str | None = None) -> str:
    """One form for spelling variants of a word, and for numbers in words and in digits; never a stem.

    `code` is the language of the text, None for English.
    """
    edits = language(code).lexicon.edits
    if word[:1].isdecimal():
        return plain_number(word, code)
    word = edits.numbers.get(word, word)
    word = edits.same_spelling.get(word, word)
    if len(word) > 5:
        for one, other in edits.spellings:
            if word.endswith(one):
                return word[: -len(one)] + other
    return word.removesuffix(edits.possessive).removesuffix("'") or word


def plain_number(word: str, code: str | None = None) -> str:
    """A number in digits as English writes it without what parts thousands: 1500, and 1.5 for "1,5" elsewhere."""
    if code in WITH_POINTS:
        return word.replace(",", "")
    if _THOUSANDS.fullmatch(word):
        return word.replace(".", "")
    return word.replace(",", ".") if word.count(",") == 1 else word


@functools.lru_cache(maxsize=200_000)
def stem_of(word: str, code: str | None = None) -> str:
    """The stem by which a folded word is compared across articles: that of its `spelling`."""
    if code is None:
        return stemmer().stemWord(spelling(word)[:LONGEST_WORD])
    name = SNOWBALL.get(code)
    spelled = spelling(word, code)[:LONGEST_WORD]
    return stemmer(name).stemWord(spelled) if name else spelled


def other_forms(
    text: str, folded: Sequence[str], places: Sequence[tuple[int, int]], code: str | None = None
) -> list[Replaced]:
    """Where folded words have another form: contractions are written out, numbers of several words are joined.

    `places` are the spans of the words in `text`. The stretches are ascending and disjoint.
    """
    edits = language(code).lexicon.edits
    if edits.numbers_of in UNSPACED:
        return _east_asian(folded, places)
    found: list[Replaced] = []
    reached = 0
    for place, word in enumerate(folded):
        if word not in edits.many_forms and word.isalpha():
            continue
        if place < reached:
            continue
        made = _form_at(text, folded, places, place, edits, code)
        if made is not None:
            found.append(made)
            reached = made[1]
    return found


def _east_asian(folded: Sequence[str], places: Sequence[tuple[int, int]]) -> list[Replaced]:
    """Numbers of several signs, which stand side by side: "二十亿", "20亿"."""
    from provenance.languages.number_words import EAST_ASIAN, east_asian

    found: list[Replaced] = []
    place = 0
    while place < len(folded):
        after = place
        while after < len(folded) and after - place < LONGEST_NUMBER:
            apart = after > place and places[after][0] != places[after - 1][1]
            if apart or not (folded[after] in EAST_ASIAN or folded[after].isdecimal()):
                break
            after += 1
        number = east_asian(list(folded[place:after])) if after - place > 1 else ""
        if number:
            found.append((place, after, (number,)))
        place = max(after, place + 1)
    return found


def _form_at(
    text: str,
    folded: Sequence[str],
    places: Sequence[tuple[int, int]],
    place: int,
    edits: Edits,
    code: str | None,
) -> Replaced | None:
    """The other form of the words that begin at `place`, if they have one."""
    word = folded[place]
    if word in edits.number_parts or word[0].isdecimal():
        number, after = _number(text, folded, places, place, edits, code)
        currency = edits.currencies.get(text[places[place][0] - 1 : places[place][0]])
        if number or currency:
            number, after = (number, after) if number else (word, place + 1)
            return place, after, (number, currency) if currency else (number,)
    two = (word, folded[place + 1]) if place + 1 < len(folded) else ("", "")
    if two in edits.two_words:
        return place, place + 2, (edits.two_words[two],)
    full = contracted(word, code)
    return (place, place + 1, full) if len(full) > 1 else None


def contracted(word: str, code: str | None = None) -> tuple[str, ...]:
    """The words that a contraction is made of; the word itself where it is none. ("he's" gives "he" and "'s".)"""
    edits = language(code).lexicon.edits
    full = edits.contractions.get(word)
    if full is not None:
        return full
    if "'" in word:
        first, _, rest = word.partition("'")
        if edits.numbers_of in ELIDING and first and rest:
            return first, rest  # "d'euros", "dell'estate"
        for ending, whole in edits.contracted_endings.items():
            if word.endswith(ending) and len(word) > len(ending):
                return word[: -len(ending)], whole
    return (word,)


def _number(
    text: str,
    folded: Sequence[str],
    places: Sequence[tuple[int, int]],
    start: int,
    edits: Edits,
    code: str | None,
) -> tuple[str, int]:
    """A number of several words in digits, and the place behind it; an empty string where there is none."""
    joins = edits.number_joins
    number, place, after = _Number(edits, code), start, start
    while place < len(folded) and place - start < LONGEST_NUMBER and not number.ended:
        if place > start and text[places[place - 1][1] : places[place][0]] not in _JOINED:
            break
        if edits.number_compounds and (length := _compound(text, folded, places, place, edits)):
            if not number.takes_value(edits.number_compounds[tuple(folded[place : place + length])]):
                break
            place += length
            after = place
            continue
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


def _compound(text: str, folded: Sequence[str], places: Sequence[tuple[int, int]], place: int, edits: Edits) -> int:
    """How many words from `place` on are one number that no sum gives ("quatre-vingt-dix-sept"); 0 for none."""
    for length in range(min(LONGEST_COMPOUND, len(folded) - place), 1, -1):
        if tuple(folded[place : place + length]) in edits.number_compounds and all(
            text[places[at][1] : places[at + 1][0]] in _JOINED for at in range(place, place + length - 1)
        ):
            return length
    return 0


class _Number:
    """A number that grows by its words: "two hundred" and "fifty", then "thousand"."""

    def __init__(self, edits: Edits, code: str | None) -> None:
        self._edits = edits
        self._code = code
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
        plain = plain_number(word, self._code)
        if (
            self._by_digits
            and self._code in PARTED_BY_BLANKS
            and len(word) == 3
            and word.isdecimal()
            and self._current is not None
            and self._current < 10**6
        ):
            self._current = self._current * 1000 + int(word)  # "20 000"
            return True
        if self._current is not None or self._total or len(plain) > LARGEST_DIGITS or not _DIGITS.fullmatch(plain):
            return False
        self._current, self._by_digits = Decimal(plain), True
        if following in self._edits.ordinal_endings:
            self.ordinal, self.ended = following, True
        return True

    def takes_word(self, word: str) -> bool:
        """Whether the number goes on with this word."""
        scale = self._edits.scales.get(word) or self._edits.scales.get(spelling(word, self._code))
        taken = self._multiply(scale) if scale else self._add(self._edits.numbers.get(word, ""))
        self._joinable = bool(scale)
        return taken

    def takes_value(self, value: str) -> bool:
        """Whether the number goes on with the value of several words."""
        self._joinable = False
        taken = not (self._current is not None and self._current % HUNDRED) and not self._by_digits
        if taken:
            self._current = (self._current or Decimal(0)) + int(value)
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
