"""Kernels that give the words of two texts common small numbers, and choose among them.

Everything after this works on small integers; hashes are never looked at again.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel

Array = NDArray[Any]


class Vocabulary(NamedTuple):
    """Two texts as word numbers: `a[i]` numbers the i-th word of A, `counts_a[t]` counts word t in A."""

    a: Array
    b: Array
    counts_a: Array
    counts_b: Array


@kernel
def intern(hashes_a: Array, hashes_b: Array) -> tuple[Array, Array, Array, Array]:
    """Number the distinct hashes 0, 1, ... in order of first appearance (A first); see Vocabulary."""
    capacity = 16
    while capacity < 2 * (len(hashes_a) + len(hashes_b)):
        capacity *= 2
    keys = np.zeros(capacity, np.uint64)
    numbers = np.full(capacity, -1, np.int32)
    a = np.empty(len(hashes_a), np.int32)
    b = np.empty(len(hashes_b), np.int32)
    mask = np.uint64(capacity - 1)
    known = 0
    for side in range(2):
        hashes = hashes_a if side == 0 else hashes_b
        ids = a if side == 0 else b
        for place in range(len(hashes)):
            value = hashes[place]
            slot = np.int64((value ^ (value >> np.uint64(29))) & mask)
            while numbers[slot] >= 0 and keys[slot] != value:
                slot = (slot + 1) & (capacity - 1)
            if numbers[slot] < 0:
                numbers[slot] = known
                keys[slot] = value
                known += 1
            ids[place] = numbers[slot]
    counts_a = np.zeros(known, np.int32)
    counts_b = np.zeros(known, np.int32)
    for place in range(len(a)):
        counts_a[a[place]] += 1
    for place in range(len(b)):
        counts_b[b[place]] += 1
    return a, b, counts_a, counts_b


@kernel
def rarest_first(meetings: Array, most: int) -> Array:
    """Which words are compared: all that meet at all, or the rarest as long as their meetings are at most so many."""
    used = meetings > 0
    if meetings.sum() > most:
        total = 0
        for word in np.argsort(meetings, kind="mergesort"):
            total += meetings[word]
            if total > most:
                used[word] = False
    return used


def vocabulary(hashes_a: Array, hashes_b: Array) -> Vocabulary:
    """Both texts in common word numbers."""
    return Vocabulary(*intern(hashes_a, hashes_b))
