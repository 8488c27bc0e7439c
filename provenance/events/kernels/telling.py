"""Loops over the words of one article: its runs of words as ascending numbers, and where each of them begins."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays, numbers

Array = NDArray[Any]

MULTIPLIER, SHIFT = 0x9E3779B97F4A7C15, 29  # of the hash of a run


def number_runs(words: Array, allowed: Array, size: int, runs: Array, places: Array) -> int:
    """Number the runs of `size` words in which all are allowed, in ascending order of their hashes; returns how many
    different ones there are.

    words: uint64 and allowed: uint8, as long. Fills the first of `runs`, uint64, with the hashes, and `places`,
    int64, with the number of the run that begins at each word, -1 where none does; both have a place for each word at
    which a run may begin, `len(words) - size + 1`.
    """
    count = len(places)
    hashes, begins, order = arrays.zeros_u64(count), arrays.empty_i64(count), arrays.empty_i64(count)
    found, barred = 0, -1
    for place in range(size - 1):
        if not allowed[place]:
            barred = place
    for place in range(count):
        if not allowed[place + size - 1]:
            barred = place + size - 1
        places[place] = -1
        if barred >= place:
            continue
        value = numbers.u64(0)
        for step in range(size):
            value = (value ^ words[place + step]) * numbers.u64(MULTIPLIER)
            value ^= value >> numbers.u64(SHIFT)
        hashes[found] = value
        begins[found] = place
        found += 1
    arrays.order_u64(hashes[:found], order[:found])
    different = 0
    for at in range(found):
        value = hashes[order[at]]
        if different == 0 or runs[different - 1] != value:
            runs[different] = value
            different += 1
        places[begins[order[at]]] = different - 1
    return different
