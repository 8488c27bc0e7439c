"""Borders that a reader would draw: passages end where the texts part, clauses that match nothing are cut off.

A passage found by its score takes in what lies between its parts: a sentence that the other text lacks, the "X said"
around a quotation. Here every passage is first widened to whole sentences, then parted into pieces that keep their
order, split at new text, and cut back to the clauses that hold shared words.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import TELLING, Comparison, is_complete, part_of
from provenance.align.new_text import compared, meets_border, split
from provenance.align.words import Words
from provenance.kernels import kernel
from provenance.text import tokens as marks

Array = NDArray[Any]
Range = tuple[int, int]

WIDEST = 40  # words by which a passage may be widened to reach the border of a sentence
MOVED = 12  # telling words that make what moved a passage of its own (6: PAN's shuffled passages fall into 24% more)
MOST_MOVES = 8  # passages inside each other's gaps: texts that reverse their order hold any number
# Words between the rest and a lone shared word that tells nothing, or has moved, to take it for chance (without those
# that moved, character F1 of the corpus, even pairs, is .951 and not .953).
STRAY = 4
ROUNDS = 3  # of cutting: what one side gives up may leave a clause of the other without shared words
ENTRANCE = 2  # words before the first shared clause of a sentence that stay with it ("But", "On Friday")


@kernel
def tightened(a: Words, b: Words, range_a: Range, range_b: Range) -> list[Comparison]:
    """The comparisons of the passages that really correspond inside two word ranges and the sentences around them."""
    tight = []
    around_a, around_b = whole_sentences(a.borders, *range_a), whole_sentences(b.borders, *range_b)
    for whole in in_order(a, b, around_a, around_b):
        for part_a, part_b in split(a, b, whole):
            comparison, shared = part_of(whole, part_a, part_b), True
            for _ in range(ROUNDS):
                if is_complete(comparison):
                    break
                kept_a, kept_b = cut_back(a, comparison, 0), cut_back(b, comparison, 1)
                shared = kept_a[1] > kept_a[0] and kept_b[1] > kept_b[0]
                if not shared or (kept_a, kept_b) == (comparison.range_a, comparison.range_b):
                    break
                comparison = compared(a, b, kept_a, kept_b)
            if shared:
                tight.append(comparison)
    return tight


@kernel
def in_order(a: Words, b: Words, range_a: Range, range_b: Range) -> list[Comparison]:
    """The comparison of two ranges without what moved, after those of what moved: paragraphs that changed places."""
    found = []
    ahead = [(range_a, range_b, MOST_MOVES)]
    while len(ahead) > 0:
        here_a, here_b, most = ahead.pop()
        whole = compared(a, b, here_a, here_b)
        moved_a, moved_b = whole.moved_a, whole.moved_b
        if most > 0:
            gaps = gaps_of_moved(whole)
            for row in range(len(gaps)):
                words_a, words_b = (
                    words_of_gap(here_a, whole.a, gaps[row, 0]),
                    words_of_gap(here_b, whole.b, gaps[row, 1]),
                )
                if meets_border(a, words_a) and meets_border(b, words_b):
                    ahead.append((words_a, words_b, most - 1))
                    elsewhere = (moved_a < words_a[0]) | (moved_a >= words_a[1])
                    moved_a, moved_b = moved_a[elsewhere], moved_b[elsewhere]
        found.append(Comparison(here_a, here_b, whole.a, whole.b, moved_a, moved_b))
    return found[::-1]


@kernel
def gaps_of_moved(whole: Comparison) -> Array:
    """Pairs of gaps between words in order that share MOVED words or more: rows of the numbers of the words in order
    after them, ascending."""
    if len(whole.moved_a) < MOVED:
        return np.empty((0, 2), np.int64)
    gaps_a, gaps_b = np.searchsorted(whole.a, whole.moved_a), np.searchsorted(whole.b, whole.moved_b)
    keys = np.sort(gaps_a * (len(whole.b) + 1) + gaps_b)
    found = np.empty((len(keys) // MOVED, 2), np.int64)
    count = first = 0
    for place in range(len(keys)):
        if place + 1 < len(keys) and keys[place + 1] == keys[place]:
            continue
        if place + 1 - first >= MOVED:
            found[count, 0], found[count, 1] = divmod(keys[place], len(whole.b) + 1)
            count += 1
        first = place + 1
    return found[:count]


@kernel
def words_of_gap(words: Range, places: Array, number: int) -> Range:
    """The words of a range before its shared word of this number, down to the one before."""
    start = places[number - 1] + 1 if number > 0 else words[0]
    end = places[number] if number < len(places) else words[1]
    return start, end


@kernel
def cut_back(side: Words, comparison: Comparison, which: int) -> Range:
    """The range of A (0) or B (1) from the first clause with a shared word to the last; empty where nothing is
    shared."""
    words, in_order, moved = comparison.range_a, comparison.a, comparison.moved_a
    if which == 1:
        words, in_order, moved = comparison.range_b, comparison.b, comparison.moved_b
    return shared_clauses(side.borders, side.rarities, side.openings, *words, in_order, moved)


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
