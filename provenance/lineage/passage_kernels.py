"""Loops over the passages of many pairs: the words that they touch, how much they cover, and who else holds them."""

from __future__ import annotations

from typing import Any

import numpy as np

from provenance.kernels import kernel

COPIED_RUN = 8  # words that follow each other in both: fewer are a phrase ("citizenship question to the 2020 census")
HELD = 0.5  # part of a passage that another passage of the same text must cover to be about the same thing


@kernel
def word_ranges(base: Any, starts: Any, ends: Any, texts: Any, spans: Any, found: Any) -> None:
    """The half-open range of words of text `texts[i]` that the characters `spans[i]` touch, into `found[i]`."""
    for row in range(len(texts)):
        low, high = base[texts[row]], base[texts[row] + 1]
        first = np.searchsorted(ends[low:high], spans[row, 0], "right")
        found[row, 0] = first
        found[row, 1] = max(first, np.searchsorted(starts[low:high], spans[row, 1], "left"))


@kernel
def in_order(spans: Any, side: int) -> Any:
    """The rows by start and end on one side."""
    return np.argsort(spans[:, 2 * side] * 2**32 + spans[:, 2 * side + 1])


@kernel
def covered(both: Any, first: Any, spans: Any, bodies: Any, found: Any) -> None:
    """Characters of the bodies of both texts inside the union of the spans `first[p]:first[p + 1]` of pair p."""
    for pair in range(len(both)):
        part = spans[first[pair] : first[pair + 1]]
        for side in range(2):
            reached, end = bodies[both[pair, side], 0], bodies[both[pair, side], 1]
            for row in in_order(part, side):
                start, stop = max(part[row, 2 * side], reached), min(part[row, 2 * side + 1], end)
                if stop > start:
                    found[pair, side] += stop - start
                    reached = stop


@kernel
def count_words(base: Any, both: Any, first: Any, words: Any, scores: Any, before: Any, found: Any) -> None:
    """How many words of a kind, counted by `before`, stand in the passages of each pair, times their scores."""
    for pair in range(len(both)):
        for side in range(2):
            low = base[both[pair, side]]
            for row in range(first[pair], first[pair + 1]):
                number = before[low + words[row, 2 * side + 1]] - before[low + words[row, 2 * side]]
                found[pair, side] += scores[row] * number


@kernel
def copied_words(base: Any, both: Any, first: Any, equal: Any, words: Any, before: Any, found: Any) -> None:
    """Words of prose, counted by `before`, that stretches of `COPIED_RUN` equal words or more hold on either side."""
    for pair in range(len(both)):
        start, end = first[pair], first[pair + 1]
        for side in range(2):
            low = base[both[pair, side]]
            reached = 0
            for row in in_order(equal[start:end], side):
                begin, stop = words[start + row, 2 * side], words[start + row, 2 * side + 1]
                if stop - begin >= COPIED_RUN and stop > reached:
                    found[pair, side] += before[low + stop] - before[low + max(begin, reached)]
                    reached = stop


@kernel
def other_holders(both: Any, first: Any, spans: Any, beside: Any, begins: Any, found: Any) -> None:
    """How many further texts share a passage with one of the two of each pair: the mean over passages, by length.

    `beside` are the passages of text t, `begins[t]:begins[t + 1]`, as rows (start, end, other text).
    """
    seen = np.full(len(begins), -1, np.int64)
    stamp = 0
    for pair in range(len(both)):
        total, weighed = 0, 0
        for row in range(first[pair], first[pair + 1]):
            most = 0
            for side in range(2):
                start, end = spans[row, 2 * side], spans[row, 2 * side + 1]
                seen[both[pair, 0]] = seen[both[pair, 1]] = stamp
                number = 0
                for at in range(begins[both[pair, side]], begins[both[pair, side] + 1]):
                    common = min(end, beside[at, 1]) - max(start, beside[at, 0])
                    if common >= HELD * (end - start) and seen[beside[at, 2]] != stamp:
                        seen[beside[at, 2]] = stamp
                        number += 1
                most = max(most, number)
                stamp += 1
            total += most * (spans[row, 1] - spans[row, 0])
            weighed += spans[row, 1] - spans[row, 0]
        found[pair] = total / max(1, weighed)
