"""Kernels of the summary pass: runs of words that another text holds unusually often, and how they spread there."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel

Array = NDArray[Any]

NO_CONTENT, CONTENT, MATCHED = range(3)  # a word: too frequent or short to tell, telling, and also in the other text


@kernel
def content_words(
    ids: Array, counts: Array, counts_other: Array, lengths: Array, highest_rate: float, shortest: int
) -> Array:
    """NO_CONTENT, CONTENT or MATCHED for each word of a text; `lengths` are its words' code points."""
    total = counts.sum() + counts_other.sum()
    kinds = np.zeros(len(ids), np.int8)
    for place in range(len(ids)):
        word = ids[place]
        if lengths[place] >= shortest and counts[word] + counts_other[word] <= max(3.0, highest_rate * total):
            kinds[place] = MATCHED if counts_other[word] > 0 else CONTENT
    return kinds


@kernel
def elevated_runs(kinds: Array, rate: float, drop: float, least: float, most: int) -> tuple[Array, Array]:
    """Runs of words with more matches than the text at large: (start, end) and score in nats, the `most` best.

    A run ends where its score has fallen by `drop` below its highest or is used up; `rate` is the copy rate assumed.
    """
    matched = content = 0
    for kind in kinds:
        matched += kind == MATCHED
        content += kind != NO_CONTENT
    chance = min(max((matched + 2.0) / (content + 10.0), 0.02), 0.5)
    hit = math.log((chance + (1.0 - chance) * rate) / chance)
    miss = math.log(1.0 - rate)
    ranges = np.zeros((most, 2), np.int64)
    scores = np.zeros(most)
    count, place, start, end = 0, 0, 0, 0
    current = highest = 0.0
    limit = len(kinds)
    while place <= limit:
        if place < limit and kinds[place] == MATCHED:
            current += hit
        elif place < limit and kinds[place] == CONTENT:
            current += miss
        if current > highest:
            highest, end = current, place + 1
        if current <= 0 or current < highest - drop or place == limit:
            if highest > least:
                slot = count
                if count < most:
                    count += 1
                else:
                    slot = int(np.argmin(scores))
                if slot >= 0 and highest > scores[slot]:
                    ranges[slot, 0], ranges[slot, 1], scores[slot] = start, end, highest
                if start < end < place:
                    place = end - 1
            current = highest = 0.0
            start = end = place + 1
        place += 1
    return ranges[:count].copy(), scores[:count].copy()


@kernel
def smallest_window(words: Array, ids: Array, part: float, known: int) -> int:
    """Length of the shortest range of `ids` that holds this part of the distinct `words`; all of it if none does."""
    wanted = np.zeros(known, np.bool_)
    for word in words:
        wanted[word] = True
    needed = math.ceil(part * len(words))
    inside = np.zeros(known, np.int32)
    have, left, best = 0, 0, len(ids)
    for right in range(len(ids)):
        word = ids[right]
        if wanted[word]:
            inside[word] += 1
            have += inside[word] == 1
        while needed > 0 and have >= needed:
            best = min(best, right + 1 - left)
            first = ids[left]
            if wanted[first]:
                inside[first] -= 1
                have -= inside[first] == 0
            left += 1
    return best
