"""What a rewriting changed that a reader should look at: numbers, names and negations.

Only places where the wording around agrees are looked at: the gaps between words matched in order. A number or name
counts as changed when both sides of a gap have one and neither stands anywhere in the other passage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.align.notable import NAME, NEGATION, NUMBER
from provenance.model import Difference

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

MOST = 20  # differences of one passage: more is no list to read


def differences(
    a: Side, b: Side, range_a: tuple[int, int], range_b: tuple[int, int], places_a: Array, places_b: Array
) -> tuple[Difference, ...]:
    """The differences between two ranges of words, `places_a` and `places_b` being matched in order."""
    found: list[Difference] = []
    starts_a, ends_a = np.append(range_a[0], places_a + 1), np.append(places_a, range_a[1])
    starts_b, ends_b = np.append(range_b[0], places_b + 1), np.append(places_b, range_b[1])
    notable = _any_between(a.notable_before, starts_a, ends_a) | _any_between(b.notable_before, starts_b, ends_b)
    for gap in np.flatnonzero(notable):
        words_a = range(int(starts_a[gap]), int(ends_a[gap]))
        words_b = range(int(starts_b[gap]), int(ends_b[gap]))
        found += _between(a, b, words_a, words_b, range_a, range_b)
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _any_between(before: NDArray[np.int64], starts: Array, ends: Array) -> NDArray[np.bool_]:
    """Whether any word of each range [start, end) is notable, from the number of notable words before each word."""
    inside: NDArray[np.bool_] = np.greater(before[np.maximum(ends, starts)], before[starts])
    return inside


def _between(
    a: Side, b: Side, words_a: range, words_b: range, range_a: tuple[int, int], range_b: tuple[int, int]
) -> list[Difference]:
    found: list[Difference] = []
    kinds: tuple[tuple[Literal["number", "name"], int], ...] = (("number", NUMBER), ("name", NAME))
    for what, sort in kinds:
        new_a = _foreign(a, b, words_a, range_b, sort)
        new_b = _foreign(b, a, words_b, range_a, sort) if new_a else []
        if new_b and _letters(_phrase(a, new_a)) != _letters(_phrase(b, new_b)):
            found.append(Difference(what, _phrase(a, new_a), _phrase(b, new_b)))
    negated_a = [word for word in words_a if a.notable[word] == NEGATION]
    negated_b = [word for word in words_b if b.notable[word] == NEGATION]
    if bool(negated_a) != bool(negated_b):
        found.append(Difference("negation", _phrase(a, negated_a), _phrase(b, negated_b)))
    return found


def _foreign(side: Side, other: Side, words: range, range_of_other: tuple[int, int], sort: int) -> list[int]:
    """Words of one sort that stand nowhere in the other passage."""
    chosen = [word for word in words if side.notable[word] == sort]
    if not chosen:
        return []
    known = other.tokens.words[slice(*range_of_other)]
    return [word for word in chosen if not np.any(known == side.tokens.words[word])]


def _phrase(side: Side, words: list[int]) -> str:
    """The text of words, neighbours with what stands between them ("30,000"), others parted by spaces."""
    parts: list[list[int]] = []
    for word in words:
        if parts and parts[-1][1] == word - 1 and side.tokens.starts[word] - side.tokens.ends[word - 1] <= 1:
            parts[-1][1] = word
        else:
            parts.append([word, word])
    return " ".join(side.text[side.tokens.starts[first] : side.tokens.ends[last]] for first, last in parts)


def _letters(phrase: str) -> str:
    return "".join(character for character in phrase.casefold() if character.isalnum())
