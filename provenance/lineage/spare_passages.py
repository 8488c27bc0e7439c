"""Passages that were found otherwise than by exact runs, taken for runs of the pairs that have none.

A rewritten passage has no shingles by which its holders could be found, so a third text counts as its holder when
another passage joins it to one side and covers most of it there. In a group of a hundred releases made from one form
every passage has a hundred holders: they are found in a kernel and kept as numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel

Array = NDArray[Any]
Spare = Mapping[tuple[int, int], Sequence[tuple[int, int, int, int]]]
Rows = tuple[Array, Array, Array, Array]  # pair, bounds, how many holders, holders

COVERED = 0.6  # part of a passage that another must cover in the same text
# Holders of one passage that are looked at, the first by id: what more texts hold than this is a form that is filled
# in again and again. Among 420 releases of one senator 15,000 pairs had 6 million holders without a limit.
MOST_HOLDERS = 40


def spare_runs(missing: Spare, spare: Spare, count: int) -> Rows:
    """The passages of `missing` as runs, by pair; a pair (a, b) of `count` texts is the number a * count + b.

    `spare` are all passages, of which those of `missing` are some: (start, end) in A, then in B, in words. A passage
    is held by A, by B, and by texts that a passage joins to one of them over COVERED of its words there, MOST_HOLDERS
    in all.
    """
    found = [
        (a, b, *row)
        for (a, b), rows in sorted(missing.items())
        for row in sorted(set(rows))
        if row[1] > row[0] and row[3] > row[2]
    ]
    passages = np.array(found, np.int64).reshape(-1, 6)
    beside, begins = _by_text(spare, count)
    numbers = np.zeros(len(passages), np.int64)
    total = spare_holders(passages, beside, begins, numbers, np.empty((0, 3), np.int32))
    holders = np.empty((total, 3), np.int32)
    spare_holders(passages, beside, begins, numbers, holders)
    return passages[:, 0] * count + passages[:, 1], passages[:, 2:].astype(np.int32), numbers, holders


def _by_text(spare: Spare, count: int) -> tuple[Array, Array]:
    """Each passage from both sides, by text: (start, end, other text, start, end there); and where texts begin."""
    found = [(a, b, *row) for (a, b), rows in sorted(spare.items()) for row in rows]
    here = np.array(found, np.int64).reshape(-1, 6)
    both = np.stack([here, here[:, [1, 0, 4, 5, 2, 3]]], axis=1).reshape(-1, 6)
    both = both[np.argsort(both[:, 0], kind="stable")]
    return both[:, [2, 3, 1, 4, 5]].copy(), np.searchsorted(both[:, 0], np.arange(count + 1))


@kernel
def spare_holders(passages: Array, beside: Array, begins: Array, numbers: Array, holders: Array) -> int:
    """How many holders all passages have; fills `numbers`, and `holders` (text, start, end) unless it is empty.

    Passages are rows (text A, text B, start, end in A, start, end in B). A text counts once for a passage.
    """
    seen = np.full(len(begins), -1, np.int64)
    total = 0
    for row in range(len(passages)):
        first = total
        for side in range(2):
            text, start, end = passages[row, side], passages[row, 2 + 2 * side], passages[row, 3 + 2 * side]
            seen[text] = row
            if len(holders):
                holders[total, 0], holders[total, 1], holders[total, 2] = text, start, end
            total += 1
        for side in range(2):
            text, start, end = passages[row, side], passages[row, 2 + 2 * side], passages[row, 3 + 2 * side]
            for other in range(begins[text], begins[text + 1]):
                common = min(end, beside[other, 1]) - max(start, beside[other, 0])
                if seen[beside[other, 2]] == row or common < COVERED * (end - start):
                    continue
                if total - first >= MOST_HOLDERS:
                    break
                seen[beside[other, 2]] = row
                if len(holders):
                    for column in range(3):
                        holders[total, column] = beside[other, 2 + column]
                total += 1
        numbers[row] = total - first
    return total
