"""Borders that a reader would draw: passages end where the texts part, clauses that match nothing are cut off.

A passage found by its score takes in what lies between its parts: a sentence that the other text lacks, the "X said"
around a quotation. Here every passage is first widened to whole sentences, then parted into pieces that keep their
order, split at new text, and cut back to the clauses that hold shared words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import TELLING, Comparison
from provenance.align.new_text import compared, meets_border, split
from provenance.text import tokens as marks

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

WIDEST = 40  # words by which a passage may be widened to reach the border of a sentence
MOVED = 12  # telling words that make what moved a passage of its own (6: PAN's shuffled passages fall into 24% more)
MOST_MOVES = 8  # passages inside each other's gaps: texts that reverse their order hold any number
# Words between the rest and a lone shared word that tells nothing, or has moved, to take it for chance (without those
# that moved, character F1 of the corpus, even pairs, is .942 and not .944).
STRAY = 4
ROUNDS = 3  # of cutting: what one side gives up may leave a clause of the other without shared words
ENTRANCE = 2  # words before the first shared clause of a sentence that stay with it ("But", "On Friday")


def tightened(a: Side, b: Side, range_a: tuple[int, int], range_b: tuple[int, int]) -> list[Comparison]:
    """The comparisons of the passages that really correspond inside two word ranges and the sentences around them."""
    tight = []
    for whole in in_order(a, b, compared(a, b, widened(a, range_a), widened(b, range_b)), MOST_MOVES):
        for part_a, part_b in split(a, b, whole):
            comparison = whole.within(part_a, part_b)
            for _ in range(ROUNDS):
                kept = cut(a, b, comparison)
                if kept is None or kept is comparison:
                    break
                comparison = kept
            if kept is not None:
                tight.append(comparison)
    return tight


def in_order(a: Side, b: Side, whole: Comparison, most: int) -> list[Comparison]:
    """The comparison without what moved, and comparisons of that: paragraphs that changed places."""
    found = []
    for moved_a, moved_b in moved_passages(a, b, whole) if most else ():
        found += in_order(a, b, compared(a, b, moved_a, moved_b), most - 1)
        elsewhere = (whole.moved_a < moved_a[0]) | (whole.moved_a >= moved_a[1])
        whole = replace(whole, moved_a=whole.moved_a[elsewhere], moved_b=whole.moved_b[elsewhere])
    return [*found, whole]


def moved_passages(a: Side, b: Side, whole: Comparison) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of gaps between words in order that share MOVED words or more and meet the border of a sentence."""
    gaps_a, gaps_b = np.searchsorted(whole.a, whole.moved_a), np.searchsorted(whole.b, whole.moved_b)
    pairs, counts = np.unique(np.stack((gaps_a, gaps_b)), axis=1, return_counts=True)
    found = []
    for gap_a, gap_b in pairs.T[counts >= MOVED].tolist():
        moved_a, moved_b = _gap(whole.range_a, whole.a, gap_a), _gap(whole.range_b, whole.b, gap_b)
        if meets_border(a, moved_a) and meets_border(b, moved_b):
            found.append((moved_a, moved_b))
    return found


def _gap(words: tuple[int, int], places: Array, gap: int) -> tuple[int, int]:
    """The words of a range before its shared word number `gap`, down to the one before."""
    start = int(places[gap - 1]) + 1 if gap > 0 else words[0]
    return start, int(places[gap]) if gap < len(places) else words[1]


def cut(a: Side, b: Side, comparison: Comparison) -> Comparison | None:
    """The comparison of what one cut on both sides leaves: itself if nothing was cut, None if nothing is left."""
    kept_a, kept_b = cut_back(a, comparison, 0), cut_back(b, comparison, 1)
    if kept_a is None or kept_b is None:
        return None
    if (kept_a, kept_b) == (comparison.range_a, comparison.range_b):
        return comparison
    return compared(a, b, kept_a, kept_b)


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


def cut_back(side: Side, comparison: Comparison, which: int) -> tuple[int, int] | None:
    """The range from the first clause with a shared word to the last; None where nothing is shared."""
    start, end = (comparison.range_a, comparison.range_b)[which]
    in_order, moved = ((comparison.a, comparison.moved_a), (comparison.b, comparison.moved_b))[which]
    places = np.sort(np.concatenate((in_order, moved)))
    telling = (side.rarities[places] > TELLING) & ~np.isin(places, moved)
    places = without_strays(places, telling)
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
