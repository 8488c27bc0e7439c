"""The loops behind `ranking`: postings gathered by article, their weights added up, the densest neighbourhoods.

They know positions and numbers only; what is weighed and what counts as enough is decided by their caller.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.fingerprint.minhash import mix
from provenance.kernels import kernel


@kernel
def mark_first(
    numbers: NDArray[Any], parts: NDArray[Any], opening: NDArray[Any], keys: int
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Whether each occurrence is the first of its key in its part of a text, and whether it is so in its text.

    Parts are numbered over all texts, ascending; `opening` is the number of the first part of the occurrence's text.
    `keys` says how many different keys there are.
    """
    last = np.zeros(keys, np.int64)  # the part in which each key was met last
    in_part, in_text = np.empty(len(numbers), np.bool_), np.empty(len(numbers), np.bool_)
    for place in range(len(numbers)):
        before = last[numbers[place]]
        in_part[place] = before < parts[place]
        in_text[place] = before < opening[place]
        last[numbers[place]] = parts[place]
    return in_part, in_text


Hits = tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]


@kernel
def gather(
    begins: NDArray[Any],
    ends: NDArray[Any],
    places: NDArray[Any],
    weights: NDArray[Any],
    articles: NDArray[Any],
    positions: NDArray[Any],
) -> Hits:
    """All postings of some occurrences, article by article: the articles, where the hits of each begin, and of each
    hit its place in the query, ascending, its place in the article and its weight.

    Occurrence i stands at `places[i]`, ascending, and has the postings `begins[i]` to `ends[i]`.
    """
    count = np.int64(0)
    for one in range(len(begins)):
        count += ends[one] - begins[one]
    size = 16
    while size < 2 * count:
        size *= 2
    mask = np.uint64(size - 1)
    table = np.full(size, -1, np.int64)
    names, owners, first = np.empty(count, np.int64), np.empty(count, np.int64), np.zeros(count + 1, np.int64)
    found, hit = 0, 0
    for one in range(len(begins)):
        for posting in range(begins[one], ends[one]):
            slot = mix(np.uint64(articles[posting])) & mask
            while table[slot] >= 0 and names[table[slot]] != articles[posting]:
                slot = (slot + np.uint64(1)) & mask
            if table[slot] < 0:
                table[slot] = found
                names[found] = articles[posting]
                found += 1
            owners[hit] = table[slot]
            first[table[slot] + 1] += 1
            hit += 1
    for name in range(found):
        first[name + 1] += first[name]
    free = first[:found].copy()
    here, there, weight = np.empty(count, np.int64), np.empty(count, np.int64), np.empty(count, np.int64)
    hit = 0
    for one in range(len(begins)):
        for posting in range(begins[one], ends[one]):
            place = free[owners[hit]]
            free[owners[hit]] += 1
            here[place], there[place], weight[place] = places[one], positions[posting], weights[one]
            hit += 1
    return names[:found], first[: found + 1], here, there, weight


@kernel
def add_up(
    first: NDArray[Any], here: NDArray[Any], there: NDArray[Any], weight: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The sum of the weights of each article, and how many places of the query it answers.

    A place of the query counts once for an article, with its hit that comes first there.
    """
    totals, shared = np.zeros(len(first) - 1, np.int64), np.zeros(len(first) - 1, np.int32)
    for name in range(len(totals)):
        counted = first[name]
        for hit in range(first[name], first[name + 1]):
            if hit == first[name] or here[hit] != here[counted]:
                totals[name] += weight[hit]
                shared[name] += 1
                counted = hit
            elif there[hit] < there[counted]:
                totals[name] += weight[hit] - weight[counted]
                counted = hit
    return totals, shared


@kernel
def densest(
    first: NDArray[Any],
    here: NDArray[Any],
    there: NDArray[Any],
    weight: NDArray[Any],
    best: NDArray[Any],
    reach: int,
) -> NDArray[Any]:
    """For each article of `best` the largest sum of weights within `reach` words of one hit, on both sides."""
    scores = np.zeros(len(best), np.int64)
    for place in range(len(best)):
        begin, end = first[best[place]], first[best[place] + 1]
        left, right = begin, begin
        for hit in range(begin, end):
            while here[left] < here[hit] - reach:
                left += 1
            while right < end and here[right] <= here[hit] + reach:
                right += 1
            total = np.int64(0)
            for other in range(left, right):
                if abs(there[other] - there[hit]) <= reach:
                    total += weight[other]
            scores[place] = max(scores[place], total)
    return scores
