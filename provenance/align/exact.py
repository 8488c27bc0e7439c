"""Long stretches that two texts share word for word: found at once, whatever they repeat inside.

Whole copies need no seeds, and texts that repeat themselves (a word 200,000 times) have none. Stretches come from the
common beginning and end of the texts, and from shingles that stand once in B.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel

Array = NDArray[Any]

LONG = 200  # words: shorter copies are found by seeds, with softer borders,
HALF, SHORT = 0.5, 20  # unless they are this part of a text and so many words: in so short a text no word is rare
SHINGLE = 8  # words


@kernel
def long_runs(a: Array, b: Array) -> Array:
    """Rows (A start, A end, B start, B end) of long shared stretches, longest first.

    Long is LONG words, or SHORT ones that make HALF of the shorter text, or all of two equal texts. No stretch meets
    a longer one on either side. `a` and `b` are hashes of words.
    """
    if min(len(a), len(b)) == 0:
        return np.empty((0, 4), np.int64)
    runs = runs_of_words(a, b, min(LONG, max(SHORT, HALF * min(len(a), len(b)))))
    starts_a, starts_b, lengths = runs[:, 0], runs[:, 2], runs[:, 1] - runs[:, 0]
    order = np.argsort(starts_b, kind="mergesort")
    order = order[np.argsort(starts_a[order], kind="mergesort")]
    order = order[np.argsort(-lengths[order], kind="mergesort")]
    kept = np.empty((len(runs), 4), np.int64)
    count = 0
    for run in order:
        if not meets_any(runs[run], kept[:count]):
            kept[count] = runs[run]
            count += 1
    return kept[:count].copy()


@kernel
def meets_any(run: Array, others: Array) -> bool:
    """Whether a stretch shares words with one of some others, on either side."""
    for index in range(len(others)):
        if min(run[1], others[index, 1]) > max(run[0], others[index, 0]):
            return True
        if min(run[3], others[index, 3]) > max(run[2], others[index, 2]):
            return True
    return False


@kernel
def runs_of_words(a: Array, b: Array, least: float) -> Array:
    """The rows of `long_runs` before those go that meet a longer one."""
    head, tail = common_ends(a, b)
    runs = np.array([[0, head, 0, head], [len(a) - tail, len(a), len(b) - tail, len(b)]])
    equal = head == len(a) == len(b)
    if equal:
        return runs[:1]
    runs = runs[np.array([head, tail]) >= least]
    if min(len(a), len(b)) >= least:
        found = extended(a, b, *common_shingles(a, b))
        runs = np.concatenate((runs, found[found[:, 1] - found[:, 0] >= least]))
    return runs


@kernel
def common_ends(a: Array, b: Array) -> tuple[int, int]:
    """Words that the texts share at their beginnings, and at their ends without those."""
    size = min(len(a), len(b))
    head = tail = 0
    while head < size and a[head] == b[head]:
        head += 1
    while tail < size - head and a[len(a) - 1 - tail] == b[len(b) - 1 - tail]:
        tail += 1
    return head, tail


@kernel
def common_shingles(a: Array, b: Array) -> tuple[Array, Array]:
    """Where shingles of A begin that stand once in B, and where in B; ascending in A.

    Equal hashes of shingles are taken for equal shingles; `extended` looks at the words.
    """
    size = 16
    while size < 2 * len(b):
        size *= 2
    mask = np.uint64(size - 1)
    keys = np.zeros(size, np.uint64)
    places = np.full(size, -1, np.int64)  # -1: free, -2: the shingle stands in B more than once
    for place, value in enumerate(shingles(b)):
        slot = np.int64((value ^ (value >> np.uint64(29))) & mask)
        while places[slot] != -1 and keys[slot] != value:
            slot = (slot + 1) & (size - 1)
        places[slot] = place if places[slot] == -1 else -2
        keys[slot] = value
    found_a, found_b = np.empty(len(a), np.int64), np.empty(len(a), np.int64)
    count = 0
    for place, value in enumerate(shingles(a)):
        slot = np.int64((value ^ (value >> np.uint64(29))) & mask)
        while places[slot] != -1 and keys[slot] != value:
            slot = (slot + 1) & (size - 1)
        if places[slot] >= 0:
            found_a[count], found_b[count] = place, places[slot]
            count += 1
    return found_a[:count].copy(), found_b[:count].copy()


@kernel
def shingles(words: Array) -> Array:
    """A rolling hash (Rabin and Karp's) of each SHINGLE words in a row."""
    base = np.uint64(0x9E3779B97F4A7C15)
    leaving = np.uint64(1)
    for _ in range(SHINGLE):
        leaving *= base
    hashes = np.empty(max(len(words) - SHINGLE + 1, 0), np.uint64)
    value = np.uint64(0)
    for place in range(len(words)):
        value = value * base + words[place]
        if place >= SHINGLE:
            value -= leaving * words[place - SHINGLE]
        if place >= SHINGLE - 1:
            hashes[place - SHINGLE + 1] = value
    return hashes


@kernel
def extended(a: Array, b: Array, starts_a: Array, starts_b: Array) -> Array:
    """The widest equal stretch around each pair of places, each stretch once; rows as in `long_runs`."""
    runs = np.empty((len(starts_a), 4), np.int64)
    count = 0
    reached = np.full(len(a) + len(b) + 1, -1, np.int64)  # for each diagonal, where in A its last stretch ended
    for index in range(len(starts_a)):
        place_a, place_b = starts_a[index], starts_b[index]
        diagonal = place_b - place_a + len(a)
        if place_a < reached[diagonal] or a[place_a] != b[place_b]:
            continue
        low_a, low_b = place_a, place_b
        while low_a > 0 and low_b > 0 and a[low_a - 1] == b[low_b - 1]:
            low_a -= 1
            low_b -= 1
        while place_a < len(a) and place_b < len(b) and a[place_a] == b[place_b]:
            place_a += 1
            place_b += 1
        reached[diagonal] = place_a
        runs[count, 0], runs[count, 1], runs[count, 2], runs[count, 3] = low_a, place_a, low_b, place_b
        count += 1
    return runs[:count].copy()
