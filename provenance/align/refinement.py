"""Kernels that grow a seed into a passage pair with tight borders, one side after the other.

A word of one side that stands in the other side's window scores ln(1 + q (1/p - 1)), one that does not ln(1 - q):
q is the rate at which a copied passage keeps words, p the chance that a window of that length holds the word anyway.
The best run (Kadane) is extended each way to the maximum of score and border bonus. q is estimated anew in each round
(four EM steps from a prior), so verbatim and heavily edited reuse need no separate treatment.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from numpy.typing import NDArray

from provenance.kernels import kernel

Array = NDArray[Any]

NOTHING = -1e9


class Refinement(NamedTuple):
    """The settings of `AlignmentSettings` that the kernels need, in its words and order."""

    block: int
    first_window: int
    window_margin: int
    rounds: int
    trim: int
    drop: float
    first_copy_rate: float
    copy_rate_weight: float
    lowest_copy_rate: float
    highest_copy_rate: float
    repeat_factor: float


@kernel
def word_score(
    word: int, present: Array, used: Array, chances: Array, rate: float, miss: float, repeat: float
) -> float:
    """Score of one word, `used[word]` of the other window's `present[word]` being taken already."""
    if present[word] == 0:
        return miss
    if used[word] < present[word]:
        return math.log(1.0 + rate * (1.0 / chances[word] - 1.0))
    return repeat * miss


@kernel
def best_run(
    ids: Array, low: int, high: int, present: Array, used: Array, chances: Array, rate: float, repeat: float
) -> tuple[int, int, float]:
    """The run of words in [low, high) with the highest sum of scores; score 0 when none is positive.

    A repeated word counts as used from the start of the window on, also where a run begins later.
    """
    miss = math.log(1.0 - rate)
    best, current = NOTHING, 0.0
    start, best_start, best_end = low, low, low
    for place in range(low, high):
        word = ids[place]
        gain = word_score(word, present, used, chances, rate, miss, repeat)
        used[word] += 1
        if current <= 0:
            current = 0.0
            start = place
        current += gain
        if current > best:
            best, best_start, best_end = current, start, place + 1
    for place in range(low, high):
        used[ids[place]] = 0
    if best <= 0:
        return low, high, 0.0
    return best_start, best_end, best


@kernel
def end_of_run(
    ids: Array,
    borders: Array,
    bonus: Array,
    start: int,
    end: int,
    limit: int,
    present: Array,
    used: Array,
    chances: Array,
    rate: float,
    repeat: float,
    drop: float,
    trim: int,
) -> tuple[int, float]:
    """A better end for the run [start, end), at most `limit`, and what it adds to the score.

    `used` counts the words of the run, on entry and on return (of the run with the new end).
    """
    miss = math.log(1.0 - rate)
    total, highest, gain = 0.0, 0.0, 0.0
    aim = bonus[borders[end - 1]]
    new_end = end
    place = end
    while place < limit:
        word = ids[place]
        total += word_score(word, present, used, chances, rate, miss, repeat)
        used[word] += 1
        highest = max(highest, total)
        if total + bonus[borders[place]] > aim:
            aim, new_end, gain = total + bonus[borders[place]], place + 1, total
        place += 1
        if total < highest - drop:
            break
    for later in range(new_end, place):
        used[ids[later]] -= 1
    if new_end > end:
        return new_end, gain
    total = 0.0
    place = end - 1
    while place > start and end - place < trim:
        word = ids[place]
        used[word] -= 1
        total -= word_score(word, present, used, chances, rate, miss, repeat)
        if total + bonus[borders[place - 1]] > aim:
            aim, new_end, gain = total + bonus[borders[place - 1]], place, total
        place -= 1
    for later in range(place + 1, new_end):
        used[ids[later]] += 1
    return new_end, gain


@kernel
def start_of_run(
    ids: Array,
    borders: Array,
    bonus: Array,
    start: int,
    end: int,
    limit: int,
    present: Array,
    used: Array,
    chances: Array,
    rate: float,
    repeat: float,
    drop: float,
    trim: int,
) -> tuple[int, float]:
    """A better start for the run [start, end), at least `limit`, and what it adds; the mirror of `end_of_run`."""
    miss = math.log(1.0 - rate)
    edge = bonus[len(bonus) - 1]
    total, highest, gain = 0.0, 0.0, 0.0
    aim = bonus[borders[start - 1]] if start > 0 else edge
    new_start = start
    place = start - 1
    while place >= limit:
        word = ids[place]
        total += word_score(word, present, used, chances, rate, miss, repeat)
        used[word] += 1
        highest = max(highest, total)
        here = bonus[borders[place - 1]] if place > 0 else edge
        if total + here > aim:
            aim, new_start, gain = total + here, place, total
        place -= 1
        if total < highest - drop:
            break
    for earlier in range(place + 1, new_start):
        used[ids[earlier]] -= 1
    if new_start < start:
        return new_start, gain
    total = 0.0
    place = start
    while place < end - 1 and place - start < trim:
        word = ids[place]
        used[word] -= 1
        total -= word_score(word, present, used, chances, rate, miss, repeat)
        if total + bonus[borders[place]] > aim:
            aim, new_start, gain = total + bonus[borders[place]], place + 1, total
        place += 1
    for earlier in range(new_start, place):
        used[ids[earlier]] += 1
    return new_start, gain


@kernel
def copy_rate(ids: Array, low: int, high: int, present: Array, chances: Array, prior: float, weight: float) -> float:
    """The share of words that [low, high) keeps of the other window: four EM steps from `weight` words at `prior`.

    A word that stands in the other window was kept with probability q / (q + (1 - q) p).
    """
    rate = prior
    for _ in range(4):
        kept, total = weight * prior, weight
        for place in range(low, high):
            word = ids[place]
            total += 1.0
            if present[word] > 0:
                kept += rate / (rate + (1.0 - rate) * chances[word])
        rate = kept / total
    return rate


@kernel
def fit_side(
    ids: Array,
    borders: Array,
    bonus: Array,
    low: int,
    high: int,
    lowest: int,
    highest: int,
    other: Array,
    other_low: int,
    other_high: int,
    rates: Array,
    first: bool,
    present: Array,
    used: Array,
    chances: Array,
    settings: Refinement,
) -> tuple[int, int, float]:
    """Fit the passage [low, high) of one side to the window [other_low, other_high) of the other.

    `present`, `used` are all 0 on entry and on return. The answer lies in [lowest, highest).
    """
    length = other_high - other_low
    for place in range(other_low, other_high):
        word = other[place]
        if present[word] == 0:
            chances[word] = 1.0 - math.exp(-rates[word] * length)
        present[word] += 1
    rate = settings.first_copy_rate
    if not first:
        rate = copy_rate(ids, low, high, present, chances, rate, settings.copy_rate_weight)
        rate = min(max(rate, settings.lowest_copy_rate), settings.highest_copy_rate)
    repeat = settings.repeat_factor
    start, end, score = best_run(ids, low, high, present, used, chances, rate, repeat)
    if score > 0:
        for place in range(start, end):
            used[ids[place]] += 1
        run_start = start
        new_end, gain_right = end_of_run(
            ids,
            borders,
            bonus,
            start,
            end,
            highest,
            present,
            used,
            chances,
            rate,
            repeat,
            settings.drop,
            settings.trim,
        )
        new_start, gain_left = start_of_run(
            ids, borders, bonus, run_start, new_end, lowest, present, used, chances, rate, repeat,
            settings.drop, settings.trim,
        )  # fmt: skip
        for place in range(new_start, new_end):
            used[ids[place]] = 0
        start, end, score = new_start, new_end, score + gain_right + gain_left
    for place in range(other_low, other_high):
        present[other[place]] = 0
    return start, end, score


@kernel
def refine(
    ids_a: Array,
    ids_b: Array,
    borders_a: Array,
    borders_b: Array,
    bonus_a: Array,
    bonus_b: Array,
    rates: Array,
    limits: tuple[int, int, int, int],
    row: int,
    column: int,
    present: Array,
    used: Array,
    chances: Array,
    settings: Refinement,
) -> tuple[int, int, int, int, float, float]:
    """The passage pair that grows from a seed cell: word ranges in A and B inside `limits`, and both side scores.

    A score of 0 means that nothing corresponds there. Until the last two rounds each side is fitted to a widened
    window of the other, so that a passage can grow.
    """
    low_a, high_a, low_b, high_b = limits
    block, widen = settings.block, settings.first_window
    a_start, a_end = max(low_a, row * block - widen), min(high_a, (row + 2) * block + widen)
    b_start, b_end = max(low_b, column * block - widen), min(high_b, (column + 2) * block + widen)
    a_score = b_score = 0.0
    for turn in range(settings.rounds):
        margin = settings.window_margin if turn < settings.rounds - 2 else 0
        a_start, a_end, a_score = fit_side(
            ids_a, borders_a, bonus_a, a_start, a_end, low_a, high_a,
            ids_b, max(low_b, b_start - margin), min(high_b, b_end + margin),
            rates, turn == 0, present, used, chances, settings,
        )  # fmt: skip
        b_start, b_end, b_score = fit_side(
            ids_b, borders_b, bonus_b, b_start, b_end, low_b, high_b,
            ids_a, max(low_a, a_start - margin), min(high_a, a_end + margin),
            rates, turn == 0, present, used, chances, settings,
        )  # fmt: skip
        if a_score <= 0 or b_score <= 0:
            return a_start, a_end, b_start, b_end, 0.0, 0.0
    return a_start, a_end, b_start, b_end, a_score, b_score
