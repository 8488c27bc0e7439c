"""Loops that describe how a stretch of words sits in a text, and share out its ownership among its holders.

The ownership of a text in a wording is the probability that its author wrote the wording and did not take it over.
"""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays
from provenance.lineage.kernels.pairs import Neighbours
from provenance.lineage.kernels.runs import SharedRuns, TextArrays

Array = NDArray[Any]

# Columns of `describe_places`: how a stretch of words sits in its text.
PLACE_FEATURES = (
    "starts_paragraph",  # 0
    "ends_paragraph",  # 1
    "at_start_of_text",  # 2
    "at_end_of_text",  # 3
    "starts_inside_sentence",  # 4
    "ends_inside_sentence",  # 5
    "runs_on_before",  # 6
    "runs_on_after",  # 7
    "starts_sentence",  # 8
    "ends_sentence",  # 9
    "words_before",  # 10
    "words_after",  # 11
    "words",  # 12
    "own_words_in_paragraph",  # 13
    "own_words_before",  # 14
    "own_words_after",  # 15
    "omission_mark",  # 16
    "shared_part_of_text",  # 17
    "length_of_text",  # 18
    "paragraphs_inside",  # 19
)
# Columns of `Shares.sides`.
SHARE_COLUMNS = (
    "owned",  # mean ownership over the shared words
    "owned_most",  # highest ownership of a run of eight words or more
    "first_known",  # share of the words of which it is the earliest known holder
)
# Columns of `Shares.thirds`; the middle three are about the best third text.
THIRD_COLUMNS = (
    "unseen",
    "third_owned",
    "third_held",
    "third_first",
    "most_held",  # share of the words that one and the same third text holds
)
# Columns of `Shares.naming`: is the best third text really the source of both?
NAMING_COLUMNS = ("owned", "margin", "held", "first_known", "own_text", "holders", "unseen", "overlap")

# Where those columns are.
OWNED, OWNED_MOST, FIRST_KNOWN = range(3)
UNSEEN, THIRD_OWNED, THIRD_HELD, THIRD_FIRST, MOST_HELD = range(5)
N_OWNED, N_MARGIN, N_HELD, N_FIRST_KNOWN, N_OWN_TEXT, N_HOLDERS, N_UNSEEN, N_OVERLAP = range(8)  # of `naming`

INFINITE = float("inf")
SMALLEST = 0.01  # added before logarithms of ownership
LONG = 8  # words of a run that counts on its own


class Stretches:
    """The stretches of words that runs are held by. text_of: int32[S]. own: float64[S], the own-text probability."""

    def __init__(self, text_of: Array, own: Array) -> None:
        self.text_of, self.own = text_of, own


class Ordering:
    """What is known of the order of N texts, and how much the order weighs.

    earliest, latest: float64[N], seconds since 1970, NaN where undated. inferred: float64[N], an order found from
    wording, or empty. dated: whether any text has a date. unseen: odds of a text outside the archive. late: factor on
    the odds of a text that is surely not the earliest holder.
    """

    def __init__(
        self, earliest: Array, latest: Array, inferred: Array, dated: bool, unseen: float, late: float
    ) -> None:
        self.earliest, self.latest, self.inferred = earliest, latest, inferred
        self.dated, self.unseen, self.late = dated, unseen, late


class Shares:
    """What `share_pairs` fills, one row per pair: zeros before, and `third` -1.

    sides: float64[P, 2, SHARE_COLUMNS]. thirds: float64[P, THIRD_COLUMNS]. naming: float64[P, NAMING_COLUMNS].
    third: int64[P], the best third text.
    """

    def __init__(self, sides: Array, thirds: Array, naming: Array, third: Array) -> None:
        self.sides, self.thirds, self.naming, self.third = sides, thirds, naming, third


class Tally:
    """Sums per text over the runs of one pair, weighed by words: float64[N] for N texts. `touched` (int64[N]) lists
    the texts with a sum."""

    def __init__(self, texts: int) -> None:
        self.owned, self.held = arrays.zeros_f64(texts), arrays.zeros_f64(texts)
        self.first, self.log_odds = arrays.zeros_f64(texts), arrays.zeros_f64(texts)
        self.touched = arrays.empty_i64(texts)


def describe_places(texts: TextArrays, shared: Array, stretches: Array, out: Array) -> None:
    """Fill `out` (float64[S, PLACE_FEATURES]) with how each of the `stretches` sits in its text.

    stretches: int32[S, 3], rows (text, start, end) in words. shared: uint8[W], whether each word of all texts is in a
    shared run. Bits of marks: 1 paragraph, 2 line, 4 sentence, 8 omission, 16 small letter. A paragraph is followed
    for 400 words at most.
    """
    base, marks = texts.base, texts.marks
    part = arrays.full_f64(len(base) - 1, -1.0)
    for row in range(len(stretches)):
        text, start, end = stretches[row, 0], stretches[row, 1], stretches[row, 2]
        low = base[text]
        words = base[text + 1] - low
        gaps = low + text
        if part[text] < 0:
            covered = 0
            for place in range(low, base[text + 1]):
                covered += shared[place]
            part[text] = covered / max(1, words)
        before = start
        while before > 0 and start - before < 400 and not marks[gaps + before] & 1:
            before -= 1
        after = end
        while after < words and after - end < 400 and not marks[gaps + after] & 1:
            after += 1
        at_start, at_end = marks[gaps + start], marks[gaps + end]
        paragraph_start, paragraph_end = at_start & 1 > 0, at_end & 1 > 0
        sentence_start, sentence_end = at_start & 4 > 0, at_end & 4 > 0
        small = at_start & 16 > 0
        near_start, near_end = start - before <= 2, after - end <= 2
        out[row, 0] = paragraph_start or near_start
        out[row, 1] = paragraph_end or near_end
        out[row, 2] = start <= 14
        out[row, 3] = words - end <= 14
        out[row, 4] = small and (paragraph_start or (at_start & 2 > 0 and not sentence_start))
        out[row, 5] = paragraph_end and not sentence_end
        out[row, 6] = not paragraph_start and not sentence_start
        out[row, 7] = not paragraph_end and not sentence_end
        out[row, 8] = sentence_start
        out[row, 9] = sentence_end
        out[row, 10] = math.log1p(start) / 5
        out[row, 11] = math.log1p(words - end) / 5
        out[row, 12] = math.log1p(end - start) / 5
        extension = (0 if near_start else start - before) + (0 if near_end else after - end)
        out[row, 13] = math.log1p(extension) / 4
        own = 0
        from_place = max(0, start - 40)
        for place in range(from_place, start):
            own += not shared[low + place]
        out[row, 14] = own / max(1, start - from_place)
        own = 0
        to_place = min(words, end + 40)
        for place in range(end, to_place):
            own += not shared[low + place]
        out[row, 15] = own / max(1, to_place - end)
        out[row, 16] = (at_start | at_end) & 8 > 0
        out[row, 17] = part[text]
        out[row, 18] = math.log1p(words) / 6
        inside = 0
        for place in range(start + 1, end):
            inside += marks[gaps + place] & 1
        out[row, 19] = math.log1p(inside)


def share_out(
    holders: Array, stretches: Stretches, odds: Array, ordering: Ordering, owned: Array, first_known: Array
) -> float:
    """Ownership of one run among its holders (numbers of stretches); returns that of a text outside the archive.

    `odds` are the odds of `stretches.own`. A holder that is surely later than another keeps `ordering.late` of its
    odds, an undated one half. Fills `owned` per holder, and `first_known`: its part in being the earliest (split
    between those whose order is not known).
    """
    soonest, lowest = INFINITE, INFINITE
    for at in range(len(holders)):
        text = stretches.text_of[holders[at]]
        if ordering.dated and ordering.latest[text] < soonest:
            soonest = ordering.latest[text]
        if len(ordering.inferred) and ordering.inferred[text] < lowest:
            lowest = ordering.inferred[text]
    total = ordering.unseen
    firsts = 0.0
    for at in range(len(holders)):
        text = stretches.text_of[holders[at]]
        value = odds[holders[at]]
        first_known[at] = 0.0
        if ordering.dated and soonest < INFINITE:
            if math.isnan(ordering.earliest[text]):
                value *= 0.5
            elif ordering.earliest[text] > soonest:
                value *= ordering.late
            else:
                first_known[at] = 1.0
        if len(ordering.inferred):
            value *= math.exp(-min(4.0, ordering.inferred[text] - lowest))
        if first_known[at] > 0:
            first_known[at] = value
            firsts += value
        owned[at] = value
        total += value
    for at in range(len(holders)):
        owned[at] /= total
        if firsts > 0:
            first_known[at] /= firsts
    return ordering.unseen / total


def share_pairs(
    runs: SharedRuns, near: Neighbours, covered: Array, stretches: Stretches, ordering: Ordering, into: Shares
) -> None:
    """Fill one row per pair of `into`. covered: int64[P, 2], words of either text inside the runs of a pair."""
    own, pairs, first, bounds = stretches.own, runs.pairs, runs.first, runs.bounds
    odds, log_odds = arrays.empty_f64(len(own)), arrays.empty_f64(len(own))
    for stretch in range(len(own)):
        odds[stretch] = own[stretch] / (1 - own[stretch])
        log_odds[stretch] = math.log(odds[stretch])
    most = 0
    for run in range(len(bounds)):
        most = max(most, runs.held_first[run + 1] - runs.held_first[run])
    owned, first_known = arrays.empty_f64(most), arrays.empty_f64(most)
    tally = Tally(len(near.adjacent) - 1)
    for pair in range(len(pairs)):
        words = 0.0
        for run in range(first[pair], first[pair + 1]):
            words += bounds[run, 1] - bounds[run, 0]
        used = 0
        number = 0.0
        row = into.thirds[pair]
        for run in range(first[pair], first[pair + 1]):
            length = bounds[run, 1] - bounds[run, 0]
            weight = length / words
            holders = runs.held[runs.held_first[run] : runs.held_first[run + 1]]
            hidden = share_out(holders, stretches, odds, ordering, owned, first_known)
            for at in range(len(holders)):
                text = stretches.text_of[holders[at]]
                if tally.held[text] == 0:
                    tally.touched[used] = text
                    used += 1
                    tally.owned[text], tally.first[text], tally.log_odds[text] = 0.0, 0.0, 0.0
                tally.owned[text] += owned[at] * weight
                tally.held[text] += weight
                tally.first[text] += first_known[at] * weight
                tally.log_odds[text] += log_odds[holders[at]] * length
            if length >= LONG:
                for side in range(2):
                    into.sides[pair, side, OWNED_MOST] = max(into.sides[pair, side, OWNED_MOST], owned[side])
            row[UNSEEN] += hidden * weight
            number += math.log(len(holders)) * weight
        for side in range(2):
            into.sides[pair, side, OWNED] = tally.owned[pairs[pair, side]]
            into.sides[pair, side, FIRST_KNOWN] = tally.first[pairs[pair, side]]
        best = best_third(pair, pairs, ordering, tally, used, words, number, into)
        if best >= 0:
            into.naming[pair, N_OVERLAP] = overlap(pair, best, covered, near, pairs)
        for at in range(used):
            tally.held[tally.touched[at]] = 0.0


def best_third(
    pair: int, pairs: Array, ordering: Ordering, tally: Tally, used: int, words: float, number: float, into: Shares
) -> int:
    """The third text that owns most of what a pair shares, or -1; fills all columns about it except its overlap.

    Texts that are surely later than one of the two are unlikely sources, and kept with a fifth of their ownership.
    `number` is the mean logarithm of the number of holders.
    """
    a, b = pairs[pair, 0], pairs[pair, 1]
    soonest = INFINITE
    if ordering.dated:
        for side in range(2):
            soonest = min(soonest, ordering.latest[pairs[pair, side]])
    best, best_value, best_owned, second = -1, -1.0, 0.0, 0.0
    row = into.thirds[pair]
    for at in range(used):
        text = tally.touched[at]
        if text in (a, b):
            continue
        value = tally.owned[text]
        if ordering.dated and not math.isnan(ordering.earliest[text]) and ordering.earliest[text] > soonest:
            value *= 0.2
        if value > best_value or (value == best_value and text < best):
            best, best_value = text, value
        if tally.owned[text] > best_owned:
            second = best_owned
            best_owned = tally.owned[text]
        elif tally.owned[text] > second:
            second = tally.owned[text]
        row[MOST_HELD] = max(row[MOST_HELD], tally.held[text])
    into.third[pair] = best
    if best >= 0:
        row[THIRD_OWNED], row[THIRD_HELD], row[THIRD_FIRST] = best_value, tally.held[best], tally.first[best]
        line = into.naming[pair]
        line[N_OWNED] = math.log(SMALLEST + best_owned)
        line[N_MARGIN] = math.log((SMALLEST + best_owned) / (SMALLEST + second))
        line[N_HELD], line[N_FIRST_KNOWN] = tally.held[best], tally.first[best]
        line[N_OWN_TEXT] = tally.log_odds[best] / max(1.0, tally.held[best] * words)
        line[N_HOLDERS], line[N_UNSEEN] = number, math.log(SMALLEST + row[UNSEEN])
    return best


def overlap(pair: int, best: int, covered: Array, near: Neighbours, pairs: Array) -> float:
    """How much either text shares with the third beyond what both share with each other (at most 3)."""
    most = 0.0
    for side in range(2):
        text = pairs[pair, side]
        for at in range(near.adjacent[text], near.adjacent[text + 1]):
            where = near.near[at]
            if pairs[where >> 1, 1 - (where & 1)] == best:
                total = 0
                for span in range(near.begins[where], near.begins[where + 1]):
                    total += near.spans[span, 1] - near.spans[span, 0]
                share = total / max(1, covered[pair, side])
                most = max(most, share)
    return min(most, 3.0)
