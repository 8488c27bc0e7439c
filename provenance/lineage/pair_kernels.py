"""Loops that describe pairs of texts: who owns what they share, and how it lies in both.

Everything is symmetric: what is computed for "A is the source" is computed for "B is the source" with the sides
exchanged. Names of the columns stand beside the loops that fill them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from provenance.kernels import kernel

# One row a pair and side, `sides` in `describe_pairs`: what speaks about that side.
SIDE_COLUMNS = (
    "owned",  # mean ownership over the shared words
    "owned_most",  # highest ownership of a run of eight words or more
    "first_known",  # share of the words of which it is the earliest known holder
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
    "unseen",
    "exclusive",  # share of the words that no third text holds
    "holders",  # mean log number of holders
    "words",
    "runs",
    "third_owned",
    "third_held",
    "third_first",
    "no_third",
    "common_neighbours",
    "first_known_pair",
    "most_held",  # share of the words that one and the same third text holds
    "inversions",
)
# One row a pair, `naming`: is the best third text really the source of both?
NAMING_COLUMNS = ("owned", "margin", "held", "first_known", "own_text", "holders", "unseen", "overlap")

SMALLEST = 0.01  # added before logarithms of ownership
LONG = 8  # words of a run that counts on its own


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
    spans: Any, common: Any, stamp: int, own: Any, run_owner: Any, row: Any,
) -> None:  # fmt: skip
    """What `text` shares with third texts, inside and outside what it shares with `other`: columns 8 to 11."""
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
                chance = own[run_owner[run] + side % 2]
                best = max(best, chance)
                stretches += 1
                quoted += chance < 0.3
    row[8] = nested_sum / nested_count if nested_count else -1.0
    row[9] = elsewhere
    row[10] = best
    row[11] = quoted / stretches if stretches else 0.5


@kernel
def look_between(
    text_a: int, text_b: int, gaps_a: int, gaps_b: int, marks: Any, bounds: Any, row_a: Any, row_b: Any
) -> int:
    """What stands between neighbouring runs: columns 5 to 7 of both rows; returns how often order is exchanged."""
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
            row_a[5] += 1
            row_a[6] += runs_on_a
        if gap_b > 6 and gap_a <= 3:
            row_b[5] += 1
            row_b[6] += runs_on_b
        if gap_a > 6 and gap_b > 6:
            row_a[6] += runs_on_a
            row_b[6] += runs_on_b
        for place in range(a0, a1 + 1):
            if marks[gaps_a + place] & 8:
                row_a[7] += 1
                break
        for place in range(b0, b1 + 1):
            if marks[gaps_b + place] & 8:
                row_b[7] += 1
                break
    return inversions


@kernel
def describe_pairs(
    base: Any, marks: Any, pairs: Any, first: Any, bounds: Any, held_first: Any, held: Any, begins: Any, spans: Any,
    adjacent: Any, near: Any, degrees: Any, places: Any, place_of: Any, own: Any, owned: Any, hidden: Any,
    first_known: Any,
    earliest: Any, latest: Any, dated: bool, sides: Any, places_of: Any, both: Any, third: Any, naming: Any,
) -> None:  # fmt: skip
    """Fill one row a pair of `sides` (pair, side, column), `places_of` (pair, side, place feature), `both`, `naming`
    and `third` (the best third text, or -1). `own` has one row a holder, as `held`, whose place features
    are the row `place_of` of `places`."""
    texts = len(base) - 1
    longest = 0
    for text in range(texts):
        longest = max(longest, base[text + 1] - base[text])
    sums_a, sums_b = np.zeros(longest + 2, np.int64), np.zeros(longest + 2, np.int64)
    owns, holds, firsts = np.zeros(texts), np.zeros(texts), np.zeros(texts)
    logits, touched = np.zeros(texts), np.empty(texts, np.int64)
    common = np.full(texts, -1, np.int64)
    run_owner = held_first
    for pair in range(len(pairs)):
        a, b = pairs[pair]
        begin, end = first[pair], first[pair + 1]
        words = 0.0
        for run in range(begin, end):
            words += bounds[run, 1] - bounds[run, 0]
        used = 0
        unseen, exclusive, number = 0.0, 0.0, 0.0
        row_a, row_b = sides[pair, 0], sides[pair, 1]
        row_a[:] = 0
        row_b[:] = 0
        for run in range(begin, end):
            length = bounds[run, 1] - bounds[run, 0]
            weight = length / words
            low, high = held_first[run], held_first[run + 1]
            for at in range(low, high):
                text = held[at, 0]
                if holds[text] == 0:
                    touched[used] = text
                    used += 1
                    owns[text], firsts[text], logits[text] = 0.0, 0.0, 0.0
                owns[text] += owned[at] * weight
                holds[text] += weight
                firsts[text] += first_known[at] * weight
                logits[text] += np.log(own[at] / (1 - own[at])) * length
            if length >= 8:
                row_a[1] = max(row_a[1], owned[low])
                row_b[1] = max(row_b[1], owned[low + 1])
            for feature in range(places.shape[1]):
                places_of[pair, 0, feature] += places[place_of[low], feature] * weight
                places_of[pair, 1, feature] += places[place_of[low + 1], feature] * weight
            unseen += hidden[run] * weight
            exclusive += weight if high - low == 2 else 0.0
            number += np.log(high - low) * weight
        row_a[0], row_b[0] = owns[a], owns[b]
        row_a[2], row_b[2] = firsts[a], firsts[b]
        words_a, words_b = base[a + 1] - base[a], base[b + 1] - base[b]
        covered_a = cover(begins[2 * pair], begins[2 * pair + 1], spans, words_a, sums_a)
        covered_b = cover(begins[2 * pair + 1], begins[2 * pair + 2], spans, words_b, sums_b)
        row_a[3], row_b[3] = covered_a / words_a, covered_b / words_b
        row_a[4], row_b[4] = words_a, words_b
        inversions = look_between(a, b, base[a] + a, base[b] + b, marks, bounds[begin:end], row_a, row_b)
        shared_neighbours = 0
        for at in range(adjacent[a], adjacent[a + 1]):
            common[pairs[near[at] // 2, 1 - near[at] % 2]] = 2 * pair
        for at in range(adjacent[b], adjacent[b + 1]):
            text = pairs[near[at] // 2, 1 - near[at] % 2]
            if common[text] == 2 * pair and text not in (a, b):
                common[text] = 2 * pair + 1
                shared_neighbours += 1
        look_around(
            a,
            b,
            sums_a,
            adjacent,
            near,
            pairs,
            first,
            bounds,
            begins,
            spans,
            common,
            2 * pair + 1,
            own,
            run_owner,
            row_a,
        )
        look_around(
            b,
            a,
            sums_b,
            adjacent,
            near,
            pairs,
            first,
            bounds,
            begins,
            spans,
            common,
            2 * pair + 1,
            own,
            run_owner,
            row_b,
        )
        row_a[12], row_b[12] = degrees[a], degrees[b]
        # The best third text: surely later ones than both are unlikely, and kept with a fifth of their ownership.
        soonest = np.inf
        if dated:
            for text in (a, b):
                soonest = min(soonest, latest[text])
        best, best_value, best_owned, second, most_held = -1, -1.0, 0.0, 0.0, 0.0
        for at in range(used):
            text = touched[at]
            if text in (a, b):
                continue
            value = owns[text]
            if dated and not np.isnan(earliest[text]) and earliest[text] > soonest:
                value *= 0.2
            if value > best_value or (value == best_value and text < best):
                best, best_value = text, value
            if owns[text] > best_owned:
                best_owned, second = owns[text], best_owned
            elif owns[text] > second:
                second = owns[text]
            most_held = max(most_held, holds[text])
        third[pair] = best
        row = both[pair]
        row[0], row[1], row[2], row[3], row[4] = unseen, exclusive, number, words, end - begin
        row[5] = best_value if best >= 0 else 0.0
        row[6] = holds[best] if best >= 0 else 0.0
        row[7] = firsts[best] if best >= 0 else 0.0
        row[8], row[9], row[10] = best < 0, shared_neighbours, firsts[a] + firsts[b]
        row[11], row[12] = most_held, inversions
        if best >= 0:
            line = naming[pair]
            line[0] = np.log(SMALLEST + best_owned)
            line[1] = np.log((SMALLEST + best_owned) / (SMALLEST + second))
            line[2], line[3] = holds[best], firsts[best]
            line[4] = logits[best] / max(1.0, holds[best] * words)
            line[5], line[6] = number, np.log(SMALLEST + unseen)
            line[7] = overlap(a, b, best, covered_a, covered_b, adjacent, near, pairs, begins, spans)
        for at in range(used):
            holds[touched[at]] = 0.0


@kernel
def overlap(
    a: int,
    b: int,
    best: int,
    covered_a: int,
    covered_b: int,
    adjacent: Any,
    near: Any,
    pairs: Any,
    begins: Any,
    spans: Any,
) -> float:
    """How much either text shares with the third beyond what both share with each other (at most 3)."""
    most = 0.0
    for side in range(2):
        text, covered = (a, covered_a) if side == 0 else (b, covered_b)
        for at in range(adjacent[text], adjacent[text + 1]):
            if pairs[near[at] // 2, 1 - near[at] % 2] == best:
                total = 0
                for span in range(begins[near[at]], begins[near[at] + 1]):
                    total += spans[span, 1] - spans[span, 0]
                most = max(most, total / max(1, covered))
    return min(most, 3.0)
