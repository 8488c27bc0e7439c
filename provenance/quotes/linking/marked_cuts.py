"""What an editor shows of a change inside quotation marks, by an ellipsis, brackets or a mask, and what that excuses.

An ellipsis excuses a cut, a bracket an insertion. Neither excuses a lost "not": `hides_negation` and `governs` say
whether one that was cut belonged to the words that were kept. Nothing here decides whether two stretches are the same
utterance.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from provenance.model import Span
from provenance.quotes.languages import language
from provenance.quotes.linking.utterance_words import Words

ELLIPSIS = re.compile(r"\.\.\.|…|\. \. \.|\[\s*\]|\*\*\*")
LONGEST_BRACKET = 80  # code points of an editor's insertion
LONGEST_MASK = 12  # code points of "d---" or "f******" behind its first letters
FEWEST_MASKS = 2  # a single hyphen joins two words

_MASK = re.compile(r"[-*_#@—–]+")
_CLAUSE_MARK = re.compile(r"[,;:.?!—–()]")


def in_brackets(text: str, word: Span) -> bool:
    """Whether a word is in square or round brackets, which show that an editor put it there."""
    before = text[max(0, word.start - LONGEST_BRACKET) : word.start]
    after = text[word.end : word.end + LONGEST_BRACKET]
    for opening, closing in ("[]", "()"):
        opened, closed = before.rfind(opening), after.find(closing)
        if opened > before.rfind(closing) and closed >= 0 and opening not in after[:closed]:
            return True
    return False


def shows_cut(text: str, side: Words, places: range, other: Words, others: range) -> bool:
    """Whether a side that has `places` for the words `others` shows the change by an ellipsis or brackets.

    Where a cut begins and ends with equal words ("and for the pipe, and we" for "… and we") the ellipsis may be at
    either of them.
    """
    if places:
        return all(in_brackets(text, side.spans[place]) for place in places)
    if not others:
        return False
    first = last = 0
    while (
        others.start - first > 0 and other.folded[others.start - 1 - first] == other.folded[others.stop - 1 - first]
    ):
        first += 1
    while others.stop + last < len(other) and other.folded[others.start + last] == other.folded[others.stop + last]:
        last += 1
    for before in range(max(0, places.start - 1 - first), min(places.start + last, len(side) - 1)):
        if ELLIPSIS.search(text[side.spans[before].end : side.spans[before + 1].start]):
            return True
    return False


def hides_negation(text: str, side: Words, cut: range, negates: Callable[[str], bool]) -> bool:
    """Whether the words at `cut` hold a "not" that belonged to the words around them.

    A whole clause between marks, or one that a conjunction or relative opens, takes its own "not" along: its cut is
    honest.
    """
    places = [place for place in cut if negates(side.folded[place])]
    if not places or cut.stop >= len(side):
        return False
    edits = language(side.language).lexicon.edits
    beside = set(side.folded[cut.start - 1 : cut.start + 1]), set(side.folded[cut.stop - 1 : cut.stop + 1])
    opened = not cut.start or _bordered(text, side, cut.start) or bool(beside[0] & edits.clauses)
    closed = _bordered(text, side, cut.stop) or bool(beside[1] & edits.clauses)
    if not opened:
        return True
    if closed:
        return False
    # a subordinate clause inside a sentence: its verb comes with it, so that a "not" at its very end is another's
    return places[-1] == cut.stop - 1


def governs(text: str, side: Words, cut: range, negates: Callable[[str], bool]) -> bool:
    """Whether a "not" in the words at `cut` says something of the words behind them: "I would never say that"."""
    if not cut or cut.stop >= len(side):
        return False
    edits = language(side.language).lexicon.edits
    for place in range(cut.stop, cut.start, -1):
        if _CLAUSE_MARK.search(text[side.spans[place - 1].end : side.spans[place].start]):
            return False
        word = side.folded[place - 1]
        if negates(word):
            return True
        if word in edits.openers or (word in edits.clauses and word not in edits.complements):
            return False
    return False


def censors(text_a: str, a: Words, one: range, text_b: str, b: Words, other: range) -> bool:
    """Whether one side masks a word of the other: "damn" and "d---", "fucking" and "f***ing"."""
    return _masks(text_b, b, other, a, one) or _masks(text_a, a, one, b, other)


def _masks(text: str, side: Words, masked: range, other: Words, whole: range) -> bool:
    if len(whole) != 1:
        return False
    start = side.spans[masked.start].start if masked else _after_blank(text, side, masked.start)
    end = start
    while end < len(text) and end - start < LONGEST_MASK * 2 and (text[end].isalnum() or _MASK.match(text[end])):
        end += 1
    token = text[start:end].casefold().rstrip("—–")
    mask = _MASK.search(text[start:end].casefold())
    if mask is None or len(mask.group()) < FEWEST_MASKS:
        return False
    word = other.folded[whole.start]
    before, after = token[: mask.start()], token[mask.end() :]
    return bool(before or after or mask.group().strip("-")) and word.startswith(before) and word.endswith(after)


def _after_blank(text: str, side: Words, place: int) -> int:
    if not place or place >= len(side):
        return len(text)
    start = side.spans[place - 1].end
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _bordered(text: str, side: Words, place: int) -> bool:
    """Whether a mark that ends clauses comes before the word at `place`."""
    return _CLAUSE_MARK.search(text[side.spans[place - 1].end : side.spans[place].start]) is not None
