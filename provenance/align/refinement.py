"""Kernels that grow a seed into a passage pair with tight borders, one side after the other.

A word of one side that stands in the other side's window scores ln(1 + q (1/p - 1)), one that does not ln(1 - q):
q is the rate at which a copied passage keeps words, p the chance that a window of that length holds the word anyway.
The best run (Kadane) is extended each way to the maximum of score and border bonus. q is estimated anew in each round
(four EM steps from a prior), so verbatim and heavily edited reuse need no separate treatment.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.align.chances import Rates, Scratch
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
    word: int, present: Array, used: Array, classes: Array, gains: Array, miss: float, repeat: float
) -> float:
    """Score of one word, `used[word]` of the other window's `present[word]` being taken already."""
    if present[word] == 0:
        return miss
    if used[word] < present[word]:
        return float(gains[classes[word]])
    return repeat * miss


@kernel
def best_run(
    ids: Array,
    low: int,
    high: int,
    present: Array,
    used: Array,
    classes: Array,
    gains: Array,
    miss: float,
    repeat: float,
) -> tuple[int, int, float]:
    """The run of words in [low, high) with the highest sum of scores; score 0 when none is positive.

    A repeated word counts as used from the start of the window on, also where a run begins later.
    """
    best, current = NOTHING, 0.0
    start, best_start, best_end = low, low, low
    for place in range(low, high):
        word = ids[place]
        gain = word_score(word, present, used, classes, gains, miss, repeat)
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
def border_bonus(borders: Array, bonus: Array, place: int) -> float:
    """What a border before word `place` adds; before the first word it is the edge of the text."""
    code = borders[place - 1] if place > 0 else len(bonus) - 1
    return float(bonus[code])


@kernel
def better_border(
    ids: Array,
    borders: Array,
    bonus: Array,
    border: int,
    other: int,
    limit: int,
    present: Array,
    used: Array,
    classes: Array,
    gains: Array,
    miss: float,
    repeat: float,
    drop: float,
    trim: int,
) -> tuple[int, float]:
    """A better place for one border of a run, at most `limit` words out, and what it adds to the score.

    The run lies between `border` and `other`, its end when `border` is the higher one and its start otherwise. A run
    that does not grow may give up fewer than `trim` words. `used` counts the words of the run, on entry and on
    return (of the run with the new border).
    """
    step = 1 if border > other else -1
    behind = 0 if step > 0 else -1  # from a place to the word on its outer side
    aim = border_bonus(borders, bonus, border)
    best, place, total, highest, gain = border, border, 0.0, 0.0, 0.0
    while place != limit and total >= highest - drop:
        word = ids[place + behind]
        total += word_score(word, present, used, classes, gains, miss, repeat)
        used[word] += 1
        highest = max(highest, total)
        place += step
        here = total + border_bonus(borders, bonus, place)
        if here > aim:
            aim, best, gain = here, place, total
    while place != best:
        place -= step
        used[ids[place + behind]] -= 1
    if best != border:
        return best, gain
    total = 0.0
    while place - step != other and abs(border - place) + 1 < trim:
        place -= step
        word = ids[place + behind]
        used[word] -= 1
        total -= word_score(word, present, used, classes, gains, miss, repeat)
        here = total + border_bonus(borders, bonus, place)
        if here > aim:
            aim, best, gain = here, place, total
    while place != best:
        used[ids[place + behind]] += 1
        place += step
    return best, gain


@kernel
def copy_rate(
    ids: Array, low: int, high: int, present: Array, classes: Array, chances: Array, prior: float, weight: float
) -> float:
    """The share of words that [low, high) keeps of the other window: four EM steps from `weight` words at `prior`.

    A word that stands in the other window was kept with probability q / (q + (1 - q) p).
    """
    copied = np.empty(high - low, np.int32)
    count = 0
    for place in range(low, high):
        word = ids[place]
        if present[word] > 0:
            copied[count] = classes[word]
            count += 1
    rate = prior
    for _ in range(4):
        kept = weight * prior
        for sort in copied[:count]:
            kept += rate / (rate + (1.0 - rate) * chances[sort])
        rate = kept / (weight + (high - low))
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
    background: Rates,
    first: bool,
    scratch: Scratch,
    settings: Refinement,
) -> tuple[int, int, float]:
    """Fit the passage [low, high) of one side to the window [other_low, other_high) of the other.

    The scratch arrays are all 0 on entry and on return. The answer lies in [lowest, highest).
    """
    classes, rates = background.classes, background.rates
    present, used, chances, gains, met = scratch.present, scratch.used, scratch.chances, scratch.gains, scratch.met
    length, count = other_high - other_low, 0
    for place in range(other_low, other_high):
        word = other[place]
        present[word] += 1
        sort = classes[word]
        if chances[sort] == 0.0:
            chances[sort] = 1.0 - math.exp(-rates[sort] * length)
            met[count] = sort
            count += 1
    rate = settings.first_copy_rate
    if not first:
        rate = copy_rate(ids, low, high, present, classes, chances, rate, settings.copy_rate_weight)
        rate = min(max(rate, settings.lowest_copy_rate), settings.highest_copy_rate)
    for sort in met[:count]:
        gains[sort] = math.log(1.0 + rate * (1.0 / chances[sort] - 1.0))
    miss, repeat = math.log(1.0 - rate), settings.repeat_factor
    start, end, score = best_run(ids, low, high, present, used, classes, gains, miss, repeat)
    if score > 0:
        for place in range(start, end):
            used[ids[place]] += 1
        new_end, gain_right = better_border(
            ids, borders, bonus, end, start, highest, present, used, classes, gains, miss, repeat,
            settings.drop, settings.trim,
        )  # fmt: skip
        new_start, gain_left = better_border(
            ids, borders, bonus, start, new_end, lowest, present, used, classes, gains, miss, repeat,
            settings.drop, settings.trim,
        )  # fmt: skip
        for place in range(new_start, new_end):
            used[ids[place]] = 0
        start, end, score = new_start, new_end, score + gain_right + gain_left
    for place in range(other_low, other_high):
        present[other[place]] = 0
    for sort in met[:count]:
        chances[sort] = gains[sort] = 0.0
    met[:count] = 0
    return start, end, score


@kernel
def refine(
    ids_a: Array,
    ids_b: Array,
    borders_a: Array,
    borders_b: Array,
    bonus_a: Array,
    bonus_b: Array,
    background: Rates,
    limits: tuple[int, int, int, int],
    row: int,
    column: int,
    scratch: Scratch,
    settings: Refinement,
) -> tuple[int, int, int, int, float, float]:
    """The passage pair that grows from a seed cell: word ranges in A and B inside `limits`, and both side scores.

    A score of 0 means that nothing corresponds there. Until the last two rounds each side is fitted to a widened
    window of the other, so that a passage can grow. A round that changes nothing would only repeat itself.
    """
    low_a, high_a, low_b, high_b = limits
    block, widen = settings.block, settings.first_window
    a_start, a_end = max(low_a, row * block - widen), min(high_a, (row + 2) * block + widen)
    b_start, b_end = max(low_b, column * block - widen), min(high_b, (column + 2) * block + widen)
    a_score = b_score = 0.0
    turn, last_two = 0, settings.rounds - 2
    while turn < settings.rounds:
        margin = settings.window_margin if turn < last_two else 0
        before = a_start, a_end, b_start, b_end
        a_start, a_end, a_score = fit_side(
            ids_a, borders_a, bonus_a, a_start, a_end, low_a, high_a,
            ids_b, max(low_b, b_start - margin), min(high_b, b_end + margin),
            background, turn == 0, scratch, settings,
        )  # fmt: skip
        b_start, b_end, b_score = fit_side(
            ids_b, borders_b, bonus_b, b_start, b_end, low_b, high_b,
            ids_a, max(low_a, a_start - margin), min(high_a, a_end + margin),
            background, turn == 0, scratch, settings,
        )  # fmt: skip
        if a_score <= 0 or b_score <= 0:
            return a_start, a_end, b_start, b_end, 0.0, 0.0
        if turn > 0 and before == (a_start, a_end, b_start, b_end):
            turn = last_two if turn < last_two else settings.rounds
        else:
            turn += 1
    return a_start, a_end, b_start, b_end, a_score, b_score
