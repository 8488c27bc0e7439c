"""What a rewriting changed that a reader should look at: numbers, names and negations.

Only places where the wording around agrees are looked at: the gaps between words matched in order. A number or name
counts as changed when both sides of a gap have one and neither stands anywhere in the other passage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.align.notable import NAME, NEGATION, NUMBER
from provenance.kernels import kernel
from provenance.model import Difference
from provenance.text.stems import slot_of

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

WHAT: dict[int, Literal["number", "name", "negation"]] = {NUMBER: "number", NAME: "name", NEGATION: "negation"}
MOST = 20  # differences of one passage: more is no list to read


def differences(
    a: Side, b: Side, range_a: tuple[int, int], range_b: tuple[int, int], places_a: Array, places_b: Array
) -> tuple[Difference, ...]:
    """The differences between two ranges of words, `places_a` and `places_b` being matched in order."""
    of_a, of_b = _by_gap(a, range_a, places_a, b, range_b), _by_gap(b, range_b, places_b, a, range_a)
    found = []
    for gap, sort in sorted(of_a.keys() | of_b.keys()):
        words_a, words_b = of_a.get((gap, sort), []), of_b.get((gap, sort), [])
        both = bool(words_a and words_b)
        if both == (sort == NEGATION):  # a new number stands for an old one, a new negation for none
            continue
        one, other = _phrase(a, words_a), _phrase(b, words_b)
        if _letters(one) != _letters(other):
            found.append(Difference(WHAT[sort], one, other))
            if len(found) == MOST:
                break
    return tuple(found)


def _by_gap(
    side: Side, words: tuple[int, int], matched: Array, other: Side, other_words: tuple[int, int]
) -> dict[tuple[int, int], list[int]]:
    """The words that may be differences, by how many words are matched in order before them, and by their sort."""
    found = changed_words(side.tokens.words, side.notable, *words, matched, other.tokens.words, *other_words)
    gaps: dict[tuple[int, int], list[int]] = {}
    if len(found):
        columns = np.searchsorted(matched, found), side.notable[found], found
        for gap, sort, word in zip(*(column.tolist() for column in columns), strict=True):
            gaps.setdefault((gap, sort), []).append(word)
    return gaps


@kernel
def changed_words(
    words: Array, sorts: Array, start: int, end: int, matched: Array, others: Array, other_start: int, other_end: int
) -> Array:
    """The notable words in [start, end) that are not `matched`, and, unless negations, stand nowhere in the other
    range; ascending as `matched` is."""
    found = np.empty(end - start, np.int64)
    count = 0
    following = 0
    known = np.zeros(0, np.uint64)  # a table of the other range's words, made for the first number or name
    for place in range(start, end):
        if following < len(matched) and matched[following] == place:
            following += 1
            continue
        if sorts[place] == 0:
            continue
        if sorts[place] != NEGATION:
            if len(known) == 0:
                size = 16
                while size < 2 * (other_end - other_start):
                    size *= 2
                known = np.zeros(size, np.uint64)
                for other in range(other_start, other_end):
                    known[slot_of(others[other], known)] = others[other]
            if known[slot_of(words[place], known)] == words[place]:
                continue
        found[count] = place
        count += 1
    return found[:count].copy()


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
