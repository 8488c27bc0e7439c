"""The word diff of two passages: which words of one are words of the other, in order, then moved ones.

Short passages are aligned exactly, by dynamic programming that prefers unbroken runs; long ones are first cut at word
pairs that occur once on each side and keep their order (patience diff), so that the cost stays near the length.

Words are 64-bit hashes. A kernel with several result arrays fills arrays of its caller and returns how many values it
wrote, which saves copies. This module knows nothing of texts, sentences or scores.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels import exact
from provenance.kernels import arrays, numbers

Array = NDArray[Any]

MOST_CELLS = 1_000_000  # of the table of one exact alignment: 1 MB, about 1 ms
RUN_BONUS = 1  # for each pair that continues a run, where a matched word counts 2: "the" alone rarely breaks a run


def align_words(a: Array, b: Array, places_a: Array, places_b: Array) -> int:
    """Places in `a` and `b` of words matched in order, ascending: most of 2 for a word and RUN_BONUS for going on."""
    height, width = len(a), len(b)
    if height == width:
        count = 0
        while count < height and a[count] == b[count]:
            places_a[count] = places_b[count] = count
            count += 1
        if count == height:
            return count
    steps = arrays.scratch_u8((height + 1) * (width + 1))  # bits 1, 2: stop, from above, from the left; 4: goes on
    best = arrays.scratch_i32(width + 1)
    ending = arrays.scratch_i32(width + 1)
    for column in range(width + 1):
        ending[column] = -1
    for row in range(1, height + 1):
        corner_best, corner_ending = best[0], ending[0]
        for column in range(1, width + 1):
            above_best, above_ending = best[column], ending[column]
            here, step = above_best, 1
            if best[column - 1] > here:
                here, step = best[column - 1], 2
            ends = numbers.i32(-1)
            if a[row - 1] == b[column - 1]:
                ends = corner_best + 2
                if corner_ending >= 0 and corner_ending + 2 + RUN_BONUS > ends:
                    ends = corner_ending + 2 + RUN_BONUS
                    steps[row * (width + 1) + column] = 4
                if ends >= here:
                    here, step = ends, 3
            best[column] = here
            ending[column] = ends
            steps[row * (width + 1) + column] |= step
            corner_best, corner_ending = above_best, above_ending
    most = min(height, width)
    row, column, left = height, width, most
    within_run = False
    while row > 0 and column > 0:
        step = steps[row * (width + 1) + column]
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
    arrays.release(steps)
    arrays.release(best)
    arrays.release(ending)
    for place in range(left, most):
        places_a[place - left], places_b[place - left] = places_a[place], places_b[place]
    return most - left


def matched_in_order(a: Array, b: Array, most_cells: int, places_a: Array, places_b: Array) -> int:
    """Places of words matched in order, for passages of any length; exact where the table fits."""
    if len(a) * len(b) <= most_cells:
        return align_words(a, b, places_a, places_b)
    most = min(len(a), len(b))
    anchors_a, anchors_b = arrays.empty_i64(most), arrays.empty_i64(most)
    anchors = unique_anchors(a, b, anchors_a, anchors_b)
    count = start_a = start_b = 0
    for anchor in range(anchors + 1):
        end_a, end_b = len(a), len(b)
        if anchor < anchors:
            end_a, end_b = anchors_a[anchor], anchors_b[anchor]
        found = between(a[start_a:end_a], b[start_b:end_b], most_cells, places_a[count:], places_b[count:])
        for place in range(count, count + found):
            places_a[place] += start_a
            places_b[place] += start_b
        count += found
        if anchor < anchors:
            places_a[count], places_b[count] = end_a, end_b
            count += 1
        start_a, start_b = end_a + 1, end_b + 1
    return count


def between(a: Array, b: Array, most_cells: int, places_a: Array, places_b: Array) -> int:
    """Words matched in order between two anchors; where even that is too large, only at its two ends."""
    if len(a) * len(b) <= most_cells:
        return align_words(a, b, places_a, places_b)
    head, tail = exact.common_ends(a, b)
    for place in range(head):
        places_a[place] = places_b[place] = place
    for place in range(tail):
        places_a[head + place], places_b[head + place] = len(a) - tail + place, len(b) - tail + place
    return head + tail


def unique_anchors(a: Array, b: Array, places_a: Array, places_b: Array) -> int:
    """Places of words that occur once on each side: the longest sequence of them that ascends on both."""
    once_a, once_b = arrays.empty_i64(len(a)), arrays.empty_i64(len(b))
    number_a, number_b = words_used_once(a, once_a), words_used_once(b, once_b)
    partners = arrays.full_i64(len(a), -1)
    other = 0
    for at in range(number_a):
        place = once_a[at]
        while other < number_b and b[once_b[other]] < a[place]:
            other += 1
        if other < number_b and b[once_b[other]] == a[place]:
            partners[place] = once_b[other]
    common_a, common_b = once_a, once_b  # once their places are found these are free for reuse
    count = 0
    for place in range(len(a)):
        if partners[place] >= 0:
            common_a[count], common_b[count] = place, partners[place]
            count += 1
    kept = arrays.empty_i64(count)
    size = longest_ascending(common_b[:count], kept)
    for at in range(size):
        places_a[at], places_b[at] = common_a[kept[at]], common_b[kept[at]]
    return size


def words_used_once(words: Array, once: Array) -> int:
    """The places of the words that occur once, by ascending word."""
    size = len(words)
    order = arrays.empty_i64(size)
    arrays.order_u64(words, order)
    count = 0
    for index in range(size):
        word = words[order[index]]
        if index > 0 and words[order[index - 1]] == word:
            continue
        if index + 1 < size and words[order[index + 1]] == word:
            continue
        once[count] = order[index]
        count += 1
    return count


def longest_ascending(values: Array, kept: Array) -> int:
    """Indexes of a longest strictly ascending subsequence (patience sorting)."""
    size = len(values)
    tops = arrays.empty_i64(size)
    before = arrays.full_i64(size, -1)
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
    last = tops[piles - 1] if piles > 0 else -1
    for place in range(piles - 1, -1, -1):
        kept[place] = last
        last = before[last]
    return piles


def place_among(values: Array, value: int) -> int:
    """How many of the ascending `values` are less than this one."""
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


def slot_of_word(words: Array, places: Array, counts: Array, size: int, word: Any) -> Any:
    """Where a table with open addressing holds a word, or has room for it: slot i is for `words[places[i]]`.

    A slot is free while its count is 0; the table's size is a power of 2, and not all slots are taken.
    """
    last = numbers.u64(size - 1)
    slot = word & last
    while counts[slot] > 0 and words[places[slot]] != word:
        slot = (slot + numbers.u64(1)) & last
    return slot


def moved_words(
    a: Array,
    b: Array,
    informative: Array,
    places_a: Array,
    places_b: Array,
    count: int,
    moved_a: Array,
    moved_b: Array,
) -> int:
    """Further matches out of order: `informative` words of `a` left over that are left over once on each side.

    Ascending in `a`. The words (64-bit hashes) are counted in a table with open addressing. `informative` loses the
    words that are matched already.
    """
    taken_b = arrays.scratch_u8(len(b))
    for at in range(count):
        informative[places_a[at]] = 0
        taken_b[places_b[at]] = 1
    size = 16
    while size < 4 * len(a):
        size *= 2
    counts_a, counts_b = arrays.scratch_i32(size), arrays.scratch_i32(size)
    place_in_a, place_in_b = arrays.scratch_i64(size), arrays.scratch_i64(size)
    for place in range(len(a)):
        if informative[place]:
            slot = slot_of_word(a, place_in_a, counts_a, size, a[place])
            place_in_a[slot] = place
            counts_a[slot] += 1
    for place in range(len(b)):
        if not taken_b[place]:
            slot = slot_of_word(a, place_in_a, counts_a, size, b[place])
            place_in_b[slot] = place
            if counts_a[slot] > 0:
                counts_b[slot] += 1
    found = 0
    for place in range(len(a)):  # ascending, and so without sorting
        if informative[place]:
            slot = slot_of_word(a, place_in_a, counts_a, size, a[place])
            if counts_a[slot] == 1 and counts_b[slot] == 1:
                moved_a[found], moved_b[found] = place, place_in_b[slot]
                found += 1
    arrays.release(taken_b)
    arrays.release(counts_a)
    arrays.release(counts_b)
    arrays.release(place_in_a)
    arrays.release(place_in_b)
    return found


def longest_run(places_a: Array, places_b: Array) -> int:
    """Words of the longest stretch matched without a gap on either side; the places ascend."""
    longest, size = 0, 0
    for place in range(len(places_a)):
        if place > 0 and places_a[place] == places_a[place - 1] + 1 and places_b[place] == places_b[place - 1] + 1:
            size += 1
        else:
            size = 1
        longest = max(longest, size)
    return longest


def runs(places_a: Array, places_b: Array, moved_a: Array, moved_b: Array, found: Array, first: int) -> int:
    """Unbroken stretches of words matched in order or moved: rows (start in A, start in B, words), ascending in A.

    Both `places_a` and `moved_a` ascend, and have no word in common. The rows are put into `found` from row `first`
    on, which needs room for one per word; returns the row after the last.
    """
    count, place, moved = first, 0, 0
    while place < len(places_a) or moved < len(moved_a):
        if moved == len(moved_a) or (place < len(places_a) and places_a[place] < moved_a[moved]):
            a, b = places_a[place], places_b[place]
            place += 1
        else:
            a, b = moved_a[moved], moved_b[moved]
            moved += 1
        size = found[count - 1, 2] if count > first else 0
        if count > first and a == found[count - 1, 0] + size and b == found[count - 1, 1] + size:
            found[count - 1, 2] += 1
        else:
            found[count, 0], found[count, 1], found[count, 2] = a, b, 1
            count += 1
    return count
