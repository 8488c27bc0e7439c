"""The word diff of two passages: which words of one are words of the other, in order, then moved ones.

Short passages are aligned exactly, by dynamic programming that prefers unbroken runs; long ones are first cut at word
pairs that stand once on each side and keep their order (patience diff), so that the cost stays near the length.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.exact import common_ends
from provenance.kernels import kernel

Array = NDArray[Any]

MOST_CELLS = 1_000_000  # of the table of one exact alignment: 1 MB, about 1 ms
RUN_BONUS = 1  # for each pair that continues a run, where a matched word counts 2: "the" alone rarely breaks a run


@kernel
def align_words(a: Array, b: Array) -> tuple[Array, Array]:
    """Places in `a` and `b` of words matched in order, ascending: most of 2 for a word and RUN_BONUS for going on."""
    height, width = len(a), len(b)
    if height == width and np.all(a == b):
        return np.arange(height), np.arange(width)
    steps = np.zeros((height + 1, width + 1), np.uint8)  # bits 1, 2: stop, from above, from the left; 4: run goes on
    best = np.zeros(width + 1, np.int32)
    ending = np.full(width + 1, -1, np.int32)
    for row in range(1, height + 1):
        corner_best, corner_ending = best[0], ending[0]
        for column in range(1, width + 1):
            above_best, above_ending = best[column], ending[column]
            here, step = above_best, 1
            if best[column - 1] > here:
                here, step = best[column - 1], 2
            ends = -1
            if a[row - 1] == b[column - 1]:
                ends = corner_best + 2
                if corner_ending >= 0 and corner_ending + 2 + RUN_BONUS > ends:
                    ends = corner_ending + 2 + RUN_BONUS
                    steps[row, column] = 4
                if ends >= here:
                    here, step = ends, 3
            best[column] = here
            ending[column] = ends
            steps[row, column] |= step
            corner_best, corner_ending = above_best, above_ending
    most = min(height, width)
    places_a, places_b = np.empty(most, np.int64), np.empty(most, np.int64)
    row, column, left = height, width, most
    within_run = False
    while row > 0 and column > 0:
        step = steps[row, column]
        if within_run or step & 3 == 3:
            left -= 1
            places_a[left], places_b[left] = row - 1, column - 1
            within_run = step & 4 != 0
            row -= 1
            column -= 1
        elif step & 3 == 1:
            row -= 1
        else:
            column -= 1
    return places_a[left:].copy(), places_b[left:].copy()


@kernel
def matched_in_order(a: Array, b: Array, most_cells: int = MOST_CELLS) -> tuple[Array, Array]:
    """Places of words matched in order, for passages of any length; exact where the table fits."""
    if len(a) * len(b) <= most_cells:
        return align_words(a, b)
    anchors_a, anchors_b = unique_anchors(a, b)
    places_a, places_b = np.empty(len(a), np.int64), np.empty(len(a), np.int64)
    count = start_a = start_b = 0
    for anchor in range(len(anchors_a) + 1):
        end_a, end_b = len(a), len(b)
        if anchor < len(anchors_a):
            end_a, end_b = anchors_a[anchor], anchors_b[anchor]
        between_a, between_b = between(a[start_a:end_a], b[start_b:end_b], most_cells)
        for index in range(len(between_a)):
            places_a[count], places_b[count] = start_a + between_a[index], start_b + between_b[index]
            count += 1
        if anchor < len(anchors_a):
            places_a[count], places_b[count] = end_a, end_b
            count += 1
        start_a, start_b = end_a + 1, end_b + 1
    return places_a[:count].copy(), places_b[:count].copy()


@kernel
def between(a: Array, b: Array, most_cells: int) -> tuple[Array, Array]:
    """Words matched in order between two anchors; where even that is too large, only at its two ends."""
    if len(a) * len(b) <= most_cells:
        return align_words(a, b)
    head, tail = common_ends(a, b)
    places_a, places_b = np.arange(head + tail), np.arange(head + tail)
    places_a[head:] += len(a) - tail - head
    places_b[head:] += len(b) - tail - head
    return places_a, places_b


@kernel
def unique_anchors(a: Array, b: Array) -> tuple[Array, Array]:
    """Places of words that stand once on each side: the longest sequence of them that ascends on both."""
    once_a, once_b = standing_once(a), standing_once(b)
    partners = np.full(len(a), -1, np.int64)
    other = 0
    for place in once_a:
        while other < len(once_b) and b[once_b[other]] < a[place]:
            other += 1
        if other < len(once_b) and b[once_b[other]] == a[place]:
            partners[place] = once_b[other]
    places_a = np.flatnonzero(partners >= 0)
    places_b = partners[places_a]
    kept = longest_ascending(places_b)
    return places_a[kept], places_b[kept]


@kernel
def standing_once(words: Array) -> Array:
    """The places of the words that stand once, by ascending word."""
    order = np.argsort(words)
    once = np.empty(len(order), np.int64)
    count = 0
    for index in range(len(order)):
        word = words[order[index]]
        before = index > 0 and words[order[index - 1]] == word
        after = index + 1 < len(order) and words[order[index + 1]] == word
        if not before and not after:
            once[count] = order[index]
            count += 1
    return once[:count].copy()


@kernel
def longest_ascending(values: Array) -> Array:
    """Indexes of a longest strictly ascending subsequence (patience sorting)."""
    size = len(values)
    tops = np.empty(size, np.int64)
    before = np.full(size, -1, np.int64)
    piles = 0
    for index in range(size):
        low, high = 0, piles
        while low < high:
            middle = (low + high) // 2
            if values[tops[middle]] < values[index]:
                low = middle + 1
            else:
                high = middle
        if low > 0:
            before[index] = tops[low - 1]
        tops[low] = index
        piles = max(piles, low + 1)
    kept = np.empty(piles, np.int64)
    index = tops[piles - 1] if piles > 0 else -1
    for place in range(piles - 1, -1, -1):
        kept[place] = index
        index = before[index]
    return kept


@kernel
def slot_of_word(words: Array, places: Array, counts: Array, word: Any) -> Any:
    """Where a table with open addressing holds a word, or has room for it: slot i stands for `words[places[i]]`.

    A slot is free while its count is 0; the table's size is a power of 2, and not all slots are taken.
    """
    last = np.uint64(len(counts) - 1)
    slot = word & last
    while counts[slot] > 0 and words[places[slot]] != word:
        slot = (slot + np.uint64(1)) & last
    return slot


@kernel
def moved_words(a: Array, b: Array, telling: Array, places_a: Array, places_b: Array) -> tuple[Array, Array]:
    """Further matches out of order: `telling` words of `a` left over that are left over once on each side.

    Ascending in `a`. The words (64-bit hashes) are counted in a table with open addressing.
    """
    left_a, left_b = np.ones(len(a), np.bool_), np.ones(len(b), np.bool_)
    left_a[places_a] = False
    left_b[places_b] = False
    left_a &= telling
    size = 16
    while size < 4 * len(a):
        size *= 2
    counts_a, counts_b = np.zeros(size, np.int32), np.zeros(size, np.int32)
    place_in_a, place_in_b = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for place in range(len(a)):
        if left_a[place]:
            slot = slot_of_word(a, place_in_a, counts_a, a[place])
            place_in_a[slot] = place
            counts_a[slot] += 1
    for place in range(len(b)):
        if left_b[place]:
            slot = slot_of_word(a, place_in_a, counts_a, b[place])
            place_in_b[slot] = place
            counts_b[slot] += counts_a[slot] > 0
    single = np.flatnonzero((counts_a == 1) & (counts_b == 1))
    order = np.argsort(place_in_a[single])
    return place_in_a[single][order], place_in_b[single][order]


@kernel
def longest_run(places_a: Array, places_b: Array) -> int:
    """Words of the longest stretch matched without a gap on either side; the places ascend."""
    longest, size = 0, 0
    for place in range(len(places_a)):
        goes_on = (
            place > 0 and places_a[place] == places_a[place - 1] + 1 and places_b[place] == places_b[place - 1] + 1
        )
        size = size + 1 if goes_on else 1
        longest = max(longest, size)
    return longest


@kernel
def runs(places_a: Array, places_b: Array, moved_a: Array, moved_b: Array) -> Array:
    """Unbroken stretches of words matched in order or moved: rows (start in A, start in B, words), ascending in A.

    Both `places_a` and `moved_a` ascend, and have no word in common.
    """
    found = np.empty((len(places_a) + len(moved_a), 3), np.int64)
    count = place = moved = 0
    while place < len(places_a) or moved < len(moved_a):
        if moved == len(moved_a) or (place < len(places_a) and places_a[place] < moved_a[moved]):
            a, b = places_a[place], places_b[place]
            place += 1
        else:
            a, b = moved_a[moved], moved_b[moved]
            moved += 1
        size = found[count - 1, 2] if count > 0 else 0
        if count > 0 and a == found[count - 1, 0] + size and b == found[count - 1, 1] + size:
            found[count - 1, 2] += 1
        else:
            found[count, 0], found[count, 1], found[count, 2] = a, b, 1
            count += 1
    return found[:count].copy()
