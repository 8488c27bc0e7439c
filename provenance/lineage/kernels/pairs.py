"""Loops that describe pairs of texts: how shared runs sit in both, what they share with third texts, who names whom.

Everything is symmetric: what is computed for "A is the source" is computed for "B is the source" with the sides
exchanged. Nothing here depends on dates.
"""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays
from provenance.lineage.kernels.runs import SharedRuns, TextArrays

Array = NDArray[Any]

# Columns of `PairTables.sides`, which speak about one side of a pair.
SIDE_COLUMNS = (
    "covered",  # part of the text inside the runs
    "words",
    "insertions",  # own words between two runs that adjoin in the other text
    "running_on",  # runs that break off inside a paragraph
    "omissions",  # omission marks between runs
    "nested",  # of what it shares with common neighbours, the part shared with the other text (-1: none)
    "elsewhere",  # texts that hold eight words or more of it that the other text lacks
    "own_elsewhere",  # highest own-text probability of such a stretch
    "quoted_elsewhere",  # part of such stretches that look quoted
    "neighbours",
)
# Columns of `PairTables.both`, which speak about both sides alike.
PAIR_COLUMNS = (
    "exclusive",  # share of the words that no third text holds
    "holders",  # mean log number of holders
    "words",
    "runs",
    "common_neighbours",
    "inversions",
)
# Where those columns are.
COVERED, WORDS, INSERTIONS, RUNNING_ON, OMISSIONS, NESTED, ELSEWHERE, OWN_ELSEWHERE, QUOTED_ELSEWHERE, NEIGHBOURS = (
    range(10)
)
EXCLUSIVE, HOLDERS, PAIR_WORDS, RUNS, COMMON_NEIGHBOURS, INVERSIONS = range(6)

PARAGRAPH_BIT, OMISSION_BIT, SMALL_BIT = 1, 8, 16  # of `provenance.lineage.texts`
QUOTED = 0.3  # own-text probability below which a stretch looks quoted
LONG = 8  # words of a stretch that counts on its own


class Neighbours:
    """What each of N texts shares with others; side 2 * p + s is text s of pair p.

    begins: int64[2P + 1] and spans: int32[:, 2], the union of the runs of each side, ascending (start, end) in words.
    adjacent: int64[N + 1] and near: int64, the sides at text t, `near[adjacent[t]:adjacent[t + 1]]`, those with the
    most shared words.
    """

    def __init__(self, begins: Array, spans: Array, adjacent: Array, near: Array) -> None:
        self.begins, self.spans, self.adjacent, self.near = begins, spans, adjacent, near


class PairTables:
    """What `describe_pairs` fills, all zeros before: one row per pair.

    sides: float64[P, 2, SIDE_COLUMNS]. places: float64[P, 2, PLACE_FEATURES], means over the runs, by their lengths.
    both: float64[P, PAIR_COLUMNS]. covered: int64[P, 2], words of either text inside the runs.
    """

    def __init__(self, sides: Array, places: Array, both: Array, covered: Array) -> None:
        self.sides, self.places, self.both, self.covered = sides, places, both, covered


class Names:
    """The names under which each of N texts would be credited; text t has the names `owners[t]:owners[t + 1]`.

    owners: int64[N + 1]. begins: int64[M + 1], where the words of each name begin. words: uint64, their hashes.
    """

    def __init__(self, owners: Array, begins: Array, words: Array) -> None:
        self.owners, self.begins, self.words = owners, begins, words


def merge_sides(first: Array, bounds: Array, begins: Array, spans: Array) -> None:
    """Fill `begins` and `spans` of `Neighbours` from the runs of each pair (see `SharedRuns`)."""
    most = 1
    for pair in range(len(first) - 1):
        most = max(most, first[pair + 1] - first[pair])
    starts, order = arrays.empty_i64(most), arrays.empty_i64(most)
    size = 0
    for pair in range(len(first) - 1):
        number = first[pair + 1] - first[pair]
        for side in range(2):
            begins[2 * pair + side] = size
            start = size
            for at in range(number):
                starts[at] = bounds[first[pair] + at, 2 * side]
            arrays.order_i64(starts[:number], order[:number])
            for at in range(number):
                run = first[pair] + order[at]
                low, high = bounds[run, 2 * side], bounds[run, 2 * side + 1]
                if size > start and low <= spans[size - 1, 1]:
                    spans[size - 1, 1] = max(spans[size - 1, 1], high)
                else:
                    spans[size, 0], spans[size, 1] = low, high
                    size += 1
    begins[2 * (len(first) - 1)] = size


def cover(begin: int, end: int, spans: Array, words: int, sums: Array) -> int:
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


def look_around(
    text: int, other: int, sums: Array, runs: SharedRuns, near: Neighbours, common: Array, stamp: int, own: Array,
    row: Array,
) -> None:  # fmt: skip
    """Fill a row of `sides` with what `text` shares with third texts, inside and outside what it shares with `other`.

    `sums` counts the words shared with `other`; `common[t] == stamp` for common neighbours t.
    """
    nested_sum, nested_count, elsewhere = 0.0, 0, 0
    best, quoted, stretches = 0.0, 0, 0
    for at in range(near.adjacent[text], near.adjacent[text + 1]):
        side = near.near[at]
        pair, which = side >> 1, side & 1
        third = runs.pairs[pair, 1 - which]
        if third == other:
            continue
        total, inside = 0, 0
        for span in range(near.begins[side], near.begins[side + 1]):
            total += near.spans[span, 1] - near.spans[span, 0]
            inside += sums[near.spans[span, 1]] - sums[near.spans[span, 0]]
        if common[third] == stamp:
            nested_sum += inside / total
            nested_count += 1
        if total - inside >= LONG:
            elsewhere += 1
        for run in range(runs.first[pair], runs.first[pair + 1]):
            low, high = runs.bounds[run, 2 * which], runs.bounds[run, 2 * which + 1]
            if runs.bounds[run, 1] - runs.bounds[run, 0] >= LONG and sums[high] == sums[low]:
                chance = own[runs.held[runs.held_first[run] + which]]
                best = max(best, chance)
                stretches += 1
                if chance < QUOTED:
                    quoted += 1
    row[NESTED] = nested_sum / nested_count if nested_count else -1.0
    row[ELSEWHERE] = elsewhere
    row[OWN_ELSEWHERE] = best
    row[QUOTED_ELSEWHERE] = quoted / stretches if stretches else 0.5


def look_between(
    gaps_a: int, gaps_b: int, marks: Array, bounds: Array, begin: int, end: int, row_a: Array, row_b: Array
) -> int:
    """Fill both rows of `sides` with what lies between the neighbouring runs `begin` to `end`.

    Returns how often two runs change their order. `marks[gaps_a]` is about the first word of A.
    """
    inversions = 0
    for run in range(begin, end - 1):
        a0, a1, b0, b1 = bounds[run, 1], bounds[run + 1, 0], bounds[run, 3], bounds[run + 1, 2]
        gap_a, gap_b = a1 - a0, b1 - b0
        if gap_b < -3:
            inversions += 1
            continue
        runs_on_a = not (marks[gaps_a + a0] & PARAGRAPH_BIT and marks[gaps_a + a1] & PARAGRAPH_BIT)
        runs_on_b = not (marks[gaps_b + b0] & PARAGRAPH_BIT and marks[gaps_b + b1] & PARAGRAPH_BIT)
        if gap_a > 6 and gap_b <= 3:
            row_a[INSERTIONS] += 1
            row_a[RUNNING_ON] += runs_on_a
        if gap_b > 6 and gap_a <= 3:
            row_b[INSERTIONS] += 1
            row_b[RUNNING_ON] += runs_on_b
        if gap_a > 6 and gap_b > 6:
            row_a[RUNNING_ON] += runs_on_a
            row_b[RUNNING_ON] += runs_on_b
        for place in range(a0, a1 + 1):
            if marks[gaps_a + place] & OMISSION_BIT:
                row_a[OMISSIONS] += 1
                break
        for place in range(b0, b1 + 1):
            if marks[gaps_b + place] & OMISSION_BIT:
                row_b[OMISSIONS] += 1
                break
    return inversions


def describe_pairs(
    texts: TextArrays, runs: SharedRuns, near: Neighbours, degrees: Array, places: Array, own: Array, into: PairTables
) -> None:
    """Fill one row per pair of `into`.

    degrees: int64[N], all neighbours of each text. places: float64[:, PLACE_FEATURES] and own: float64, the
    own-text probability, one row per stretch; `runs.held` are numbers of stretches.
    """
    base = texts.base
    number = len(base) - 1
    longest = 0
    for text in range(number):
        longest = max(longest, base[text + 1] - base[text])
    sums_a, sums_b = arrays.full_i64(longest + 2, 0), arrays.full_i64(longest + 2, 0)
    common = arrays.full_i64(number, -1)
    for pair in range(len(runs.pairs)):
        a, b = runs.pairs[pair, 0], runs.pairs[pair, 1]
        begin, end = runs.first[pair], runs.first[pair + 1]
        row_a, row_b, row = into.sides[pair, 0], into.sides[pair, 1], into.both[pair]
        words = 0.0
        for run in range(begin, end):
            words += runs.bounds[run, 1] - runs.bounds[run, 0]
        for run in range(begin, end):
            weight = (runs.bounds[run, 1] - runs.bounds[run, 0]) / words
            low, holders = runs.held_first[run], runs.held_first[run + 1] - runs.held_first[run]
            for side in range(2):
                for feature in range(places.shape[1]):
                    into.places[pair, side, feature] += places[runs.held[low + side], feature] * weight
            row[EXCLUSIVE] += weight if holders == 2 else 0.0
            row[HOLDERS] += math.log(holders) * weight
        row[PAIR_WORDS], row[RUNS] = words, end - begin
        words_a, words_b = base[a + 1] - base[a], base[b + 1] - base[b]
        into.covered[pair, 0] = cover(near.begins[2 * pair], near.begins[2 * pair + 1], near.spans, words_a, sums_a)
        into.covered[pair, 1] = cover(
            near.begins[2 * pair + 1], near.begins[2 * pair + 2], near.spans, words_b, sums_b
        )
        row_a[COVERED], row_b[COVERED] = into.covered[pair, 0] / words_a, into.covered[pair, 1] / words_b
        row_a[WORDS], row_b[WORDS] = words_a, words_b
        row[INVERSIONS] = look_between(base[a] + a, base[b] + b, texts.marks, runs.bounds, begin, end, row_a, row_b)
        for at in range(near.adjacent[a], near.adjacent[a + 1]):
            common[runs.pairs[near.near[at] >> 1, 1 - (near.near[at] & 1)]] = 2 * pair
        for at in range(near.adjacent[b], near.adjacent[b + 1]):
            text = runs.pairs[near.near[at] >> 1, 1 - (near.near[at] & 1)]
            if common[text] == 2 * pair and text not in (a, b):
                common[text] = 2 * pair + 1
                row[COMMON_NEIGHBOURS] += 1
        look_around(a, b, sums_a, runs, near, common, 2 * pair + 1, own, row_a)
        look_around(b, a, sums_b, runs, near, common, 2 * pair + 1, own, row_b)
        row_a[NEIGHBOURS], row_b[NEIGHBOURS] = degrees[a], degrees[b]


def is_own(names: Names, name: int, text: int) -> bool:
    """Whether a name is one of the names of a text."""
    begin, length = names.begins[name], names.begins[name + 1] - names.begins[name]
    for other in range(names.owners[text], names.owners[text + 1]):
        start = names.begins[other]
        if names.begins[other + 1] - start == length:
            same = True
            for step in range(length):
                if names.words[begin + step] != names.words[start + step]:
                    same = False
            if same:
                return True
    return False


def find_names(texts: TextArrays, pairs: Array, names: Names, found: Array, lengths: Array) -> None:
    """Fill `found[p, side]` with the first word of text `pairs[p, side]` at which a name of the other text occurs.

    It is -1 where none does; `lengths` are the words of the name; all three tables are int64[P, 2]. A name counts
    where its first word has a capital letter, and not where the text has that name itself: two articles of one outlet
    name themselves, not each other.
    """
    base, words, marks = texts.base, texts.words, texts.marks
    for pair in range(len(pairs)):
        for side in range(2):
            text, other = pairs[pair, side], pairs[pair, 1 - side]
            found[pair, side] = -1
            for name in range(names.owners[other], names.owners[other + 1]):
                begin, length = names.begins[name], names.begins[name + 1] - names.begins[name]
                if is_own(names, name, text):
                    continue
                word = names.words[begin]
                for place in range(base[text], base[text + 1] - length + 1):
                    if words[place] != word or marks[place + text] & SMALL_BIT:
                        continue
                    same = True
                    for step in range(1, length):
                        if words[place + step] != names.words[begin + step]:
                            same = False
                            break
                    if same:
                        at = place - base[text]
                        if found[pair, side] < 0 or at < found[pair, side]:
                            found[pair, side] = at
                            lengths[pair, side] = length
                        break
