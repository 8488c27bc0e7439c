"""The kernel that turns seed cells into passage pairs, the strongest cell first, and keeps them apart.

A passage pair that meets an earlier one on both sides says the same twice and is dropped. One that meets an earlier
one on one side only is a second use of the same words, or has grown too far: unless `repeats` allows the former, it
is fitted again inside the larger part that is still free on that side. Nothing is dropped for an overlap alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.chances import Rates, scratch_for
from provenance.align.refinement import Refinement, refine
from provenance.kernels import kernel

Array = NDArray[Any]

SAME = 0.5  # two passage pairs are the same finding when one holds this part of the other on both sides


@kernel
def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    """How many places two ranges share."""
    return max(0, min(end, other_end) - max(start, other_start))


@kernel
def free_part(start: int, end: int, taken_start: int, taken_end: int, low: int, high: int) -> tuple[int, int]:
    """Limits (low, high) narrowed to the larger part of [start, end) outside the taken range."""
    if taken_start - start >= end - taken_end:
        return low, min(high, taken_start)
    return max(low, taken_end), high


@kernel
def narrowed(
    found: Array,
    count: int,
    a_start: int,
    a_end: int,
    b_start: int,
    b_end: int,
    length_a: int,
    length_b: int,
    repeats: bool,
) -> tuple[bool, bool, int, int, int, int]:
    """Whether (a_start .. b_end) may stay at all, whether it must be fitted again, and the limits to fit it in."""
    low_a, high_a, low_b, high_b = 0, length_a, 0, length_b
    again = False
    for index in range(count):
        shared_a = overlap(a_start, a_end, found[index, 0], found[index, 1])
        shared_b = overlap(b_start, b_end, found[index, 2], found[index, 3])
        if shared_a == 0 and shared_b == 0:
            continue
        part_a, part_b = shared_a / (a_end - a_start), shared_b / (b_end - b_start)
        if part_a > SAME and part_b > SAME:
            return False, False, 0, 0, 0, 0
        if shared_a > 0 and not (repeats and part_a > SAME):
            again = True
            low_a, high_a = free_part(a_start, a_end, found[index, 0], found[index, 1], low_a, high_a)
        if shared_b > 0 and not (repeats and part_b > SAME):
            again = True
            low_b, high_b = free_part(b_start, b_end, found[index, 2], found[index, 3], low_b, high_b)
    return True, again, low_a, high_a, low_b, high_b


@kernel
def seed_is_taken(found: Array, count: int, row: int, column: int, block: int, repeats: bool) -> bool:
    """Whether earlier passages cover at least a block of the seed's A side (and of its B side)."""
    for index in range(count):
        in_a = overlap(row * block, (row + 2) * block, found[index, 0], found[index, 1]) >= block
        in_b = overlap(column * block, (column + 2) * block, found[index, 2], found[index, 3]) >= block
        if (in_a and in_b) or (not repeats and (in_a or in_b)):
            return True
    return False


@kernel
def search(
    ids_a: Array,
    ids_b: Array,
    borders_a: Array,
    borders_b: Array,
    bonus_a: Array,
    bonus_b: Array,
    background: Rates,
    rows: Array,
    columns: Array,
    given: Array,
    tries: int,
    least: float,
    repeats: bool,
    settings: Refinement,
) -> tuple[Array, Array]:
    """Passage pairs grown from the cells in the order given: word ranges (A start, A end, B start, B end), scores.

    A pair counts when the mean of its side scores is at least `least`; at most `tries` cells are tried. `given` pairs
    are known beforehand: nothing is looked for inside them, and they are not in the answer.
    """
    length_a, length_b = len(ids_a), len(ids_b)
    scratch = scratch_for(background)
    known = len(given)
    found = np.empty((known + tries, 4), np.int64)
    found[:known] = given
    scores = np.empty((known + tries, 2))
    # The cells already tried, as a chain for each row of blocks: neighbours of a tried cell lead to the same place.
    latest = np.full(length_a // settings.block + 2, -1, np.int64)
    earlier = np.empty(len(rows), np.int64)
    count, tried = known, 0
    for cell in range(len(rows)):
        if tried == tries:
            break
        row, column = rows[cell], columns[cell]
        fresh = True
        for near in range(max(0, row - 1), row + 2):
            index = latest[near]
            while index >= 0 and fresh:
                fresh = abs(columns[index] - column) > 1
                index = earlier[index]
        if not fresh or seed_is_taken(found, count, row, column, settings.block, repeats):
            continue
        tried += 1
        earlier[cell] = latest[row]
        latest[row] = cell
        limits = (0, length_a, 0, length_b)
        a_start, a_end, b_start, b_end, a_score, b_score = refine(
            ids_a, ids_b, borders_a, borders_b, bonus_a, bonus_b, background, limits, row, column, scratch, settings,
        )  # fmt: skip
        for attempt in range(2):
            if a_score + b_score < 2 * least:
                break
            stays, again, low_a, high_a, low_b, high_b = narrowed(
                found, count, a_start, a_end, b_start, b_end, length_a, length_b, repeats
            )
            if not stays or (again and (attempt == 1 or high_a - low_a < 4 or high_b - low_b < 4)):
                break
            if not again:
                found[count, 0], found[count, 1], found[count, 2], found[count, 3] = a_start, a_end, b_start, b_end
                scores[count, 0], scores[count, 1] = a_score, b_score
                count += 1
                break
            a_start, a_end, b_start, b_end, a_score, b_score = refine(
                ids_a, ids_b, borders_a, borders_b, bonus_a, bonus_b, background, (low_a, high_a, low_b, high_b),
                row, column, scratch, settings,
            )  # fmt: skip
    return found[known:count].copy(), scores[known:count].copy()
