"""Borders that a reader would draw: new text inside a passage splits it, clauses that match nothing are cut off.

A passage found by its score takes in what lies between its parts: a sentence that the other text lacks, the "X said"
around a quotation. Here every passage is first widened to whole sentences, then split where one side goes on for a
whole sentence that the other lacks, then cut back to the clauses that hold shared words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import TELLING, Comparison, compare
from provenance.text import tokens as marks

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

WIDEST = 40  # words by which a passage may be widened to reach the border of a sentence
NEW_TEXT = 6  # words at least of a sentence that counts as new text
STRAY = 4  # words between the rest and a lone shared word that tells nothing, to take it for chance
ROUNDS = 3  # of cutting: what one side gives up may leave a clause of the other without shared words
ENTRANCE = 2  # words before the first shared clause of a sentence that stay with it ("But", "On Friday")


def tightened(a: Side, b: Side, range_a: tuple[int, int], range_b: tuple[int, int]) -> list[Comparison]:
    """The comparisons of the passages that really correspond inside two word ranges and the sentences around them."""
    whole = compare(a, b, widened(a, range_a), widened(b, range_b))
    tight = []
    for part_a, part_b in split(a, b, whole):
        comparison = compare(a, b, part_a, part_b)
        for _ in range(ROUNDS):
            kept = cut(a, b, comparison)
            if kept is None or kept is comparison:
                break
            comparison = kept
        if kept is not None:
            tight.append(comparison)
    return tight


def cut(a: Side, b: Side, comparison: Comparison) -> Comparison | None:
    """The comparison of what one cut on both sides leaves: itself if nothing was cut, None if nothing is left."""
    kept_a, kept_b = cut_back(a, comparison, 0), cut_back(b, comparison, 1)
    if kept_a is None or kept_b is None:
        return None
    if (kept_a, kept_b) == (comparison.range_a, comparison.range_b):
        return comparison
    return compare(a, b, kept_a, kept_b)


def widened(side: Side, words: tuple[int, int]) -> tuple[int, int]:
    """The range with the rest of its first and its last sentence, where they are near."""
    borders = side.tokens.borders
    start, end = words
    low, high = max(0, start - WIDEST), min(len(borders), end + WIDEST)
    while start > low and borders[start - 1] < marks.LINE:
        start -= 1
    while end < high and borders[end - 1] < marks.LINE:
        end += 1
    return (
        start if start == 0 or borders[start - 1] >= marks.LINE else words[0],
        end if end == len(borders) or borders[end - 1] >= marks.LINE else words[1],
    )


def split(a: Side, b: Side, whole: Comparison) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The ranges between places where one side has a sentence of new text and the other has none."""
    places_a, places_b = whole.a, whole.b
    parts = []
    start_a, start_b = whole.range_a[0], whole.range_b[0]
    for before in range(len(places_a) - 1):
        gap_a = (int(places_a[before]) + 1, int(places_a[before + 1]))
        gap_b = (int(places_b[before]) + 1, int(places_b[before + 1]))
        if max(gap_a[1] - gap_a[0], gap_b[1] - gap_b[0]) < NEW_TEXT:
            continue
        new_a, new_b = sentence_inside(a, gap_a, whole.moved_a), sentence_inside(b, gap_b, whole.moved_b)
        if new_a is None and new_b is None:
            continue
        # A side without new text is cut at the strongest border in its gap.
        end_a, next_a = new_a or _cut(a, gap_a)
        end_b, next_b = new_b or _cut(b, gap_b)
        parts.append(((start_a, end_a), (start_b, end_b)))
        start_a, start_b = next_a, next_b
    parts.append(((start_a, whole.range_a[1]), (start_b, whole.range_b[1])))
    return [part for part in parts if part[0][1] > part[0][0] and part[1][1] > part[1][0]]


def sentence_inside(side: Side, gap: tuple[int, int], moved: Array) -> tuple[int, int] | None:
    """The sentences of NEW_TEXT words or more that lie wholly in a gap and hold no shared word; None without one."""
    borders = side.tokens.borders[max(gap[0] - 1, 0) : gap[1]]
    ends = np.flatnonzero(borders >= marks.LINE) + max(gap[0] - 1, 0) + 1
    if len(ends) < 2 or ends[-1] - ends[0] < NEW_TEXT:
        return None
    start, end = int(ends[0]), int(ends[-1])
    return None if np.any((moved >= start) & (moved < end)) else (start, end)


def _cut(side: Side, gap: tuple[int, int]) -> tuple[int, int]:
    borders = side.tokens.borders[max(gap[0] - 1, 0) : gap[1]]
    strongest = int(np.argmax(borders)) + max(gap[0] - 1, 0) + 1 if len(borders) else gap[1]
    return strongest, strongest


def cut_back(side: Side, comparison: Comparison, which: int) -> tuple[int, int] | None:
    """The range from the first clause with a shared word to the last; None where nothing is shared."""
    start, end = (comparison.range_a, comparison.range_b)[which]
    in_order, moved = ((comparison.a, comparison.moved_a), (comparison.b, comparison.moved_b))[which]
    places = np.sort(np.concatenate((in_order, moved)))
    places = without_strays(places, side.rarities[places] > TELLING)
    if not len(places):
        return None
    openings = side.openings
    first, last = int(places[0]), int(places[-1]) + 1
    clause = first
    while clause > start and not openings[clause]:
        clause -= 1
    sentence = clause
    while sentence > start and side.tokens.borders[sentence - 1] < marks.LINE:
        sentence -= 1
    if clause - sentence <= ENTRANCE:
        clause = sentence
    while last < end and not openings[last]:
        last += 1
    return clause, last


def without_strays(places: Array, telling: Array) -> Array:
    """Shared words without lone common ones far from the rest at both ends."""
    low, high = 0, len(places)
    while high - low > 1 and not telling[low] and places[low + 1] - places[low] > STRAY:
        low += 1
    while high - low > 1 and not telling[high - 1] and places[high - 1] - places[high - 2] > STRAY:
        high -= 1
    return places[low:high]
