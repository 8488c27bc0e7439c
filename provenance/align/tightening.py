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
from provenance.kernels import kernel
from provenance.text import tokens as marks

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

WIDEST = 40  # words by which a passage may be widened to reach the border of a sentence
MOVED = 12  # telling words that make what moved a passage of its own (6: PAN's shuffled passages fall into 24% more)
MOST_MOVES = 8  # passages inside each other's gaps: texts that reverse their order hold any number
# Words between the rest and a lone shared word that tells nothing, or has moved, to take it for chance (without those
# that moved, character F1 of the corpus, even pairs, is .951 and not .953).
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
    if len(whole.moved_a) < MOVED:
        return []
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
    if comparison.complete:
        return comparison
    kept_a, kept_b = cut_back(a, comparison, 0), cut_back(b, comparison, 1)
    if kept_a is None or kept_b is None:
        return None
    if (kept_a, kept_b) == (comparison.range_a, comparison.range_b):
        return comparison
    return compared(a, b, kept_a, kept_b)


def cut_back(side: Side, comparison: Comparison, which: int) -> tuple[int, int] | None:
    """The range from the first clause with a shared word to the last; None where nothing is shared."""
    words = (comparison.range_a, comparison.range_b)[which]
    in_order, moved = ((comparison.a, comparison.moved_a), (comparison.b, comparison.moved_b))[which]
    start, end = shared_clauses(side.tokens.borders, side.rarities, side.openings, *words, in_order, moved)
    return (start, end) if end > start else None


def widened(side: Side, words: tuple[int, int]) -> tuple[int, int]:
    """The range with the rest of its first and its last sentence, where they are near."""
    start, end = whole_sentences(side.tokens.borders, *words)
    return start, end


@kernel
def whole_sentences(borders: Array, start: int, end: int) -> tuple[int, int]:
    """The range [start, end) with what is missing of its first and last sentence, at most WIDEST words each."""
    first, last = start, end
    low, high = max(0, start - WIDEST), min(len(borders), end + WIDEST)
    while first > low and borders[first - 1] < marks.LINE:
        first -= 1
    while last < high and borders[last - 1] < marks.LINE:
        last += 1
    if first > 0 and borders[first - 1] < marks.LINE:
        first = start
    if last < len(borders) and borders[last - 1] < marks.LINE:
        last = end
    return first, last


@kernel
def shared_clauses(
    borders: Array, rarities: Array, openings: Array, start: int, end: int, in_order: Array, moved: Array
) -> tuple[int, int]:
    """The part of [start, end) from the first clause with a shared word to the last, strays aside; empty where
    nothing is shared."""
    shared = np.zeros(end - start, np.uint8)  # 1: a word that tells nothing, or has moved; 2: another
    for place in in_order:
        shared[place - start] = 2 if rarities[place] > TELLING else 1
    for place in moved:
        shared[place - start] = 1
    first, last = without_strays(shared)
    if last < first:
        return start, start
    clause, last = start + first, start + last + 1
    while clause > start and not openings[clause]:
        clause -= 1
    sentence = clause
    while sentence > start and borders[sentence - 1] < marks.LINE:
        sentence -= 1
    if clause - sentence <= ENTRANCE:
        clause = sentence
    while last < end and not openings[last]:
        last += 1
    return clause, last


@kernel
def without_strays(shared: Array) -> tuple[int, int]:
    """The first and the last shared word, but for lone ones of sort 1 far from the rest; (0, -1) without any."""
    first, last = 0, len(shared) - 1
    while first <= last and shared[first] == 0:
        first += 1
    while last > first and shared[last] == 0:
        last -= 1
    if first > last:
        return 0, -1
    while first < last and shared[first] == 1:
        following = first + 1
        while shared[following] == 0:
            following += 1
        if following - first <= STRAY:
            break
        first = following
    while last > first and shared[last] == 1:
        before = last - 1
        while shared[before] == 0:
            before -= 1
        if last - before <= STRAY:
            break
        last = before
    return first, last
