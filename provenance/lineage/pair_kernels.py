"""Loops that describe pairs of texts: how what they share lies in both, and what else they share with others.

Everything is symmetric: what is computed for "A is the source" is computed for "B is the source" with the sides
exchanged. Names of the columns stand beside the loops that fill them. Nothing here depends on dates.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from provenance.kernels import kernel

# One row a pair and side, `sides` in `describe_pairs`: what speaks about that side.
SIDE_COLUMNS = (
    "covered",  # part of the text inside the runs
    "words",
    "insertions",  # own words between two runs that adjoin in the other text
    "running_on",  # runs that break off inside a paragraph
    "omissions",  # omission marks between runs
    "nested",  # of what it shares with common neighbours, the part shared with the other text (-1: none)
    "elsewhere",  # texts that hold eight words or more of it that the other text lacks
    "own_elsewhere",  # best own-text probability of such a stretch
    "quoted_elsewhere",  # part of such stretches that look quoted
    "neighbours",
)
# One row a pair, `both`: what is the same seen from either side.
PAIR_COLUMNS = (
    "exclusive",  # share of the words that no third text holds
    "holders",  # mean log number of holders
    "words",
    "runs",
    "common_neighbours",
    "inversions",
)


@kernel
def merge_sides(first: Any, bounds: Any, begins: Any, spans: Any) -> None:
    """Union of the runs of each pair and side (2 * pair + side) as ascending stretches; `begins` frames `spans`."""
    size = 0
    for pair in range(len(first) - 1):
        for side in range(2):
            begins[2 * pair + side] = size
            start = size
            part = bounds[first[pair] : first[pair + 1]]
            for run in np.argsort(part[:, 2 * side]):
                low, high = part[run, 2 * side], part[run, 2 * side + 1]
                if size > start and low <= spans[size - 1, 1]:
                    spans[size - 1, 1] = max(spans[size - 1, 1], high)
                else:
                    spans[size, 0], spans[size, 1] = low, high
                    size += 1
    begins[2 * (len(first) - 1)] = size


@kernel
def cover(begin: int, end: int, spans: Any, words: int, sums: Any) -> int:
    """Running count of covered words into `sums[: words + 1]`; returns how many words are covered."""
    place, total = 0, 0
    sums[0] = 0
    for at in range(begin, end):
        while place < spans[at, 0]:
            place += 1
            sums[place] = total
        while place < spans[at, 1]:
            place += 1
            total += 1
            sums[place] = total
    while place < words:
        place += 1
        sums[place] = total
    return total


@kernel
def look_around(
    text: int, other: int, sums: Any, adjacent: Any, near: Any, pairs: Any, first: Any, bounds: Any, begins: Any,
    spans: Any, common: Any, stamp: int, own: Any, held_first: Any, held: Any, row: Any,
) -> None:  # fmt: skip
    """What `text` shares with third texts, inside and outside what it shares with `other`: columns 5 to 8."""
    nested_sum, nested_count, elsewhere = 0.0, 0, 0
    best, quoted, stretches = 0.0, 0, 0
    for at in range(adjacent[text], adjacent[text + 1]):
        side = near[at]
        pair = side // 2
        third = pairs[pair, 1 - side % 2]
        if third == other:
            continue
        total, inside = 0, 0
        for span in range(begins[side], begins[side + 1]):
            total += spans[span, 1] - spans[span, 0]
            inside += sums[spans[span, 1]] - sums[spans[span, 0]]
        if common[third] == stamp:
            nested_sum += inside / total
            nested_count += 1
        if total - inside >= 8:
            elsewhere += 1
        for run in range(first[pair], first[pair + 1]):
            low, high = bounds[run, 2 * (side % 2)], bounds[run, 2 * (side % 2) + 1]
            if bounds[run, 1] - bounds[run, 0] >= 8 and sums[high] == sums[low]:
                chance = own[held[held_first[run] + side % 2]]
                best = max(best, chance)
                stretches += 1
                quoted += chance < 0.3
    row[5] = nested_sum / nested_count if nested_count else -1.0
    row[6] = elsewhere
    row[7] = best
    row[8] = quoted / stretches if stretches else 0.5


@kernel
def look_between(
    text_a: int, text_b: int, gaps_a: int, gaps_b: int, marks: Any, bounds: Any, row_a: Any, row_b: Any
) -> int:
    """What stands between neighbouring runs: columns 2 to 4 of both rows; returns how often order is exchanged."""
    inversions = 0
    for run in range(len(bounds) - 1):
        a0, a1, b0, b1 = bounds[run, 1], bounds[run + 1, 0], bounds[run, 3], bounds[run + 1, 2]
        gap_a, gap_b = a1 - a0, b1 - b0
        if gap_b < -3:
            inversions += 1
            continue
        runs_on_a = not (marks[gaps_a + a0] & 1 and marks[gaps_a + a1] & 1)
        runs_on_b = not (marks[gaps_b + b0] & 1 and marks[gaps_b + b1] & 1)
        if gap_a > 6 and gap_b <= 3:
            row_a[2] += 1
            row_a[3] += runs_on_a
        if gap_b > 6 and gap_a <= 3:
            row_b[2] += 1
            row_b[3] += runs_on_b
        if gap_a > 6 and gap_b > 6:
            row_a[3] += runs_on_a
            row_b[3] += runs_on_b
        for place in range(a0, a1 + 1):
            if marks[gaps_a + place] & 8:
                row_a[4] += 1
                break
        for place in range(b0, b1 + 1):
            if marks[gaps_b + place] & 8:
                row_b[4] += 1
                break
    return inversions


@kernel
def describe_pairs(
    base: Any, marks: Any, pairs: Any, first: Any, bounds: Any, held_first: Any, held: Any, begins: Any, spans: Any,
    adjacent: Any, near: Any, degrees: Any, places: Any, own: Any, sides: Any, places_of: Any, both: Any,
    covered: Any,
) -> None:  # fmt: skip
    """Fill one row a pair of `sides` (pair, side, column), `places_of` (pair, side, place feature), `both` and
    `covered` (words of either text inside the runs). `places` and `own` have one row a stretch, of which `held` are
    the numbers."""
    texts = len(base) - 1
    longest = 0
    for text in range(texts):
        longest = max(longest, base[text + 1] - base[text])
    sums_a, sums_b = np.zeros(longest + 2, np.int64), np.zeros(longest + 2, np.int64)
    common = np.full(texts, -1, np.int64)
    for pair in range(len(pairs)):
        a, b = pairs[pair]
        begin, end = first[pair], first[pair + 1]
        row_a, row_b, row = sides[pair, 0], sides[pair, 1], both[pair]
        words = 0.0
        for run in range(begin, end):
            words += bounds[run, 1] - bounds[run, 0]
        for run in range(begin, end):
            weight = (bounds[run, 1] - bounds[run, 0]) / words
            low, holders = held_first[run], held_first[run + 1] - held_first[run]
            for side in range(2):
                for feature in range(places.shape[1]):
                    places_of[pair, side, feature] += places[held[low + side], feature] * weight
            row[0] += weight if holders == 2 else 0.0
            row[1] += np.log(holders) * weight
        row[2], row[3] = words, end - begin
        words_a, words_b = base[a + 1] - base[a], base[b + 1] - base[b]
        covered[pair, 0] = cover(begins[2 * pair], begins[2 * pair + 1], spans, words_a, sums_a)
        covered[pair, 1] = cover(begins[2 * pair + 1], begins[2 * pair + 2], spans, words_b, sums_b)
        row_a[0], row_b[0] = covered[pair, 0] / words_a, covered[pair, 1] / words_b
        row_a[1], row_b[1] = words_a, words_b
        row[5] = look_between(a, b, base[a] + a, base[b] + b, marks, bounds[begin:end], row_a, row_b)
        for at in range(adjacent[a], adjacent[a + 1]):
            common[pairs[near[at] // 2, 1 - near[at] % 2]] = 2 * pair
        for at in range(adjacent[b], adjacent[b + 1]):
            text = pairs[near[at] // 2, 1 - near[at] % 2]
            if common[text] == 2 * pair and text not in (a, b):
                common[text] = 2 * pair + 1
                row[4] += 1
        look_around(
            a, b, sums_a, adjacent, near, pairs, first, bounds, begins, spans, common, 2 * pair + 1, own, held_first,
            held, row_a,
        )  # fmt: skip
        look_around(
            b, a, sums_b, adjacent, near, pairs, first, bounds, begins, spans, common, 2 * pair + 1, own, held_first,
            held, row_b,
        )  # fmt: skip
        row_a[9], row_b[9] = degrees[a], degrees[b]
