"""Grows a seed into a passage pair with tight borders, one side after the other.

A word of one side that occurs in the other side's window scores ln(1 + q (1/p - 1)), one that does not ln(1 - q):
q is the rate at which a copied passage keeps words, p the chance that a window of that length has the word anyway.
The best run (Kadane) is extended each way to the maximum of score and border bonus. q is estimated anew in each round
(four EM steps from a prior), so verbatim and heavily edited reuse need no separate treatment.

Most words of two texts occur once or twice, so there are few different values of p: logarithms are taken per class of
equally frequent words and not per word, which saves a third of the time.
"""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels.exact import Vocabulary
from provenance.kernels import arrays

Array = NDArray[Any]


class Refinement:
    """The settings of refinement, as `provenance.config.align.PassageSettings` names them.

    `border_bonus` (nats) has one number for each sort of border between two words, and last the edge of the text.
    """

    def __init__(
        self,
        block: int,
        first_window: int,
        window_margin: int,
        rounds: int,
        trim: int,
        drop: float,
        first_copy_rate: float,
        copy_rate_weight: float,
        lowest_copy_rate: float,
        highest_copy_rate: float,
        repeat_factor: float,
        border_bonus: Array,
    ) -> None:
        self.block, self.first_window, self.window_margin = block, first_window, window_margin
        self.rounds, self.trim, self.drop = rounds, trim, drop
        self.first_copy_rate, self.copy_rate_weight = first_copy_rate, copy_rate_weight
        self.lowest_copy_rate, self.highest_copy_rate = lowest_copy_rate, highest_copy_rate
        self.repeat_factor, self.border_bonus = repeat_factor, border_bonus


class NumberedText:
    """A text as word numbers `ids` (int32), and the sort of border after each word, `borders` (uint8)."""

    def __init__(self, ids: Array, borders: Array) -> None:
        self.ids, self.borders = ids, borders


class Rates:
    """How often each word occurs in a text by chance: `rates[classes[word]]` per word of text (int32, float64)."""

    def __init__(self, classes: Array, rates: Array) -> None:
        self.classes, self.rates = classes, rates


class Window:
    """Counts and scores of the other side's window while one side is fitted to it; all arrays are 0 between two fits.

    Of each word number: how often the window has it (`present`) and how often the run does (`used`), int32. Of each
    class of words: the chance that the window has such a word anyway (`chances`), its score in nats (`gains`), and a
    list of the classes that occur in the window, at the beginning of `met`. `miss` is the score of a
    word that the window lacks, `repeat` the score of a word that the run has more often than the window.
    """

    def __init__(self, words: int, classes: int) -> None:
        self.present, self.used = arrays.zeros_i32(words), arrays.zeros_i32(words)
        self.chances, self.gains, self.met = (
            arrays.zeros_f64(classes),
            arrays.zeros_f64(classes),
            arrays.zeros_i32(classes),
        )
        self.miss = self.repeat = 0.0


def background_rates(words: Vocabulary) -> Rates:
    """The lower of each word's rates in both texts (once at least), equal ones as one class.

    The lower one is the rate in the text for which the passage is foreign. Both rates pooled cost .009 plagdet on
    PAN's random obfuscation, the higher one .24.
    """
    size, length_a, length_b = len(words.counts_a), len(words.a), len(words.b)
    classes, rates = arrays.empty_i32(size), arrays.empty_f64(size)
    class_in_a, class_in_b = arrays.full_i32(length_a + 2, -1), arrays.full_i32(length_b + 2, -1)
    known = 0
    for word in range(size):
        count_a, count_b = max(words.counts_a[word], 1), max(words.counts_b[word], 1)
        rate_a, rate_b = count_a / length_a, count_b / length_b
        number = class_in_a[count_a] if rate_a <= rate_b else class_in_b[count_b]
        if number < 0:
            number = known
            rates[number] = min(rate_a, rate_b)
            if rate_a <= rate_b:
                class_in_a[count_a] = number
            else:
                class_in_b[count_b] = number
            known += 1
        classes[word] = number
    background = Rates.__new__(Rates)
    background.classes, background.rates = classes, rates[:known]
    return background


def word_score(word: int, classes: Array, window: Window) -> float:
    """Score of one word, `used[word]` of the other window's `present[word]` being taken already."""
    if window.present[word] == 0:
        return window.miss
    if window.used[word] < window.present[word]:
        return float(window.gains[classes[word]])
    return window.repeat


def best_run(ids: Array, low: int, high: int, classes: Array, window: Window) -> tuple[int, int, float]:
    """The run of words in [low, high) with the highest sum of scores; score 0 when none is positive.

    A repeated word counts as used from the start of the window on, also where a run begins later.
    """
    best, current = -1e9, 0.0
    start, best_start, best_end = low, low, low
    for place in range(low, high):
        word = ids[place]
        gain = word_score(word, classes, window)
        window.used[word] += 1
        if current <= 0:
            current = 0.0
            start = place
        current += gain
        if current > best:
            best, best_start, best_end = current, start, place + 1
    for place in range(low, high):
        window.used[ids[place]] = 0
    if best <= 0:
        return low, high, 0.0
    return best_start, best_end, best


def border_bonus(borders: Array, bonus: Array, place: int) -> float:
    """What a border before word `place` adds; before the first word it is the edge of the text."""
    code = borders[place - 1] if place > 0 else len(bonus) - 1
    return float(bonus[code])


def better_border(
    text: NumberedText, border: int, other: int, limit: int, classes: Array, window: Window, settings: Refinement
) -> tuple[int, float]:
    """A better place for one border of a run, at most `limit` words out, and what it adds to the score.

    The run lies between `border` and `other`, its end when `border` is the higher one and its start otherwise. A run
    that does not grow may give up fewer than `trim` words. `used` counts the words of the run, on entry and on
    return (of the run with the new border).
    """
    ids, borders, bonus, used, drop = text.ids, text.borders, settings.border_bonus, window.used, settings.drop
    step = 1 if border > other else -1
    behind = 0 if step > 0 else -1  # from a place to the word on its outer side
    aim = border_bonus(borders, bonus, border)
    best, place, total, highest, gain = border, border, 0.0, 0.0, 0.0
    while place != limit and total >= highest - drop:
        word = ids[place + behind]
        total += word_score(word, classes, window)
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
    given_up = 1
    while place - step != other and given_up < settings.trim:
        place -= step
        given_up += 1
        word = ids[place + behind]
        used[word] -= 1
        total -= word_score(word, classes, window)
        here = total + border_bonus(borders, bonus, place)
        if here > aim:
            aim, best, gain = here, place, total
    while place != best:
        used[ids[place + behind]] += 1
        place += step
    return best, gain


def copy_rate(ids: Array, low: int, high: int, classes: Array, window: Window, settings: Refinement) -> float:
    """The share of words that [low, high) keeps of the other window: four EM steps from `copy_rate_weight` words at
    `first_copy_rate`.

    A word that occurs in the other window was kept with probability q / (q + (1 - q) p).
    """
    copied = arrays.empty_i32(high - low)
    count = 0
    for place in range(low, high):
        word = ids[place]
        if window.present[word] > 0:
            copied[count] = classes[word]
            count += 1
    rate, weight = settings.first_copy_rate, settings.copy_rate_weight
    for _ in range(4):
        kept = weight * settings.first_copy_rate
        for at in range(count):
            kept += rate / (rate + (1.0 - rate) * window.chances[copied[at]])
        rate = kept / (weight + (high - low))
    return min(max(rate, settings.lowest_copy_rate), settings.highest_copy_rate)


def fit_side(
    text: NumberedText,
    low: int,
    high: int,
    lowest: int,
    highest: int,
    other: Array,
    other_low: int,
    other_high: int,
    background: Rates,
    first: bool,
    window: Window,
    settings: Refinement,
) -> tuple[int, int, float]:
    """Fit the passage [low, high) of one side to the window [other_low, other_high) of the `other` word numbers.

    The arrays of `window` are all 0 on entry and on return. The answer lies in [lowest, highest).
    """
    ids, classes, rates = text.ids, background.classes, background.rates
    present, used, chances, gains, met = window.present, window.used, window.chances, window.gains, window.met
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
        rate = copy_rate(ids, low, high, classes, window, settings)
    for at in range(count):
        gains[met[at]] = math.log(1.0 + rate * (1.0 / chances[met[at]] - 1.0))
    window.miss = math.log(1.0 - rate)
    window.repeat = settings.repeat_factor * window.miss
    start, end, score = best_run(ids, low, high, classes, window)
    if score > 0:
        for place in range(start, end):
            used[ids[place]] += 1
        new_end, gain_right = better_border(text, end, start, highest, classes, window, settings)
        new_start, gain_left = better_border(text, start, new_end, lowest, classes, window, settings)
        for place in range(new_start, new_end):
            used[ids[place]] = 0
        start, end, score = new_start, new_end, score + gain_right + gain_left
    for place in range(other_low, other_high):
        present[other[place]] = 0
    for at in range(count):
        chances[met[at]] = 0.0
        gains[met[at]] = 0.0
        met[at] = 0
    return start, end, score


def refine(
    a: NumberedText,
    b: NumberedText,
    background: Rates,
    low_a: int,
    high_a: int,
    low_b: int,
    high_b: int,
    row: int,
    column: int,
    window: Window,
    settings: Refinement,
) -> tuple[int, int, int, int, float, float]:
    """The passage pair that grows from a seed cell: word ranges in A and B inside the limits, and both side scores.

    A score of 0 means that nothing corresponds there. Until the last two rounds each side is fitted to a widened
    window of the other, so that a passage can grow. A round that changes nothing would only repeat itself.
    """
    block, widen = settings.block, settings.first_window
    a_start, a_end = max(low_a, row * block - widen), min(high_a, (row + 2) * block + widen)
    b_start, b_end = max(low_b, column * block - widen), min(high_b, (column + 2) * block + widen)
    a_score = b_score = 0.0
    turn, last_two = 0, settings.rounds - 2
    while turn < settings.rounds:
        margin = settings.window_margin if turn < last_two else 0
        old_a_start, old_a_end, old_b_start, old_b_end = a_start, a_end, b_start, b_end
        a_start, a_end, a_score = fit_side(
            a, a_start, a_end, low_a, high_a, b.ids, max(low_b, b_start - margin), min(high_b, b_end + margin),
            background, turn == 0, window, settings,
        )  # fmt: skip
        b_start, b_end, b_score = fit_side(
            b, b_start, b_end, low_b, high_b, a.ids, max(low_a, a_start - margin), min(high_a, a_end + margin),
            background, turn == 0, window, settings,
        )  # fmt: skip
        if a_score <= 0 or b_score <= 0:
            return a_start, a_end, b_start, b_end, 0.0, 0.0
        unchanged = old_a_start == a_start and old_a_end == a_end and old_b_start == b_start and old_b_end == b_end
        if turn > 0 and unchanged:
            turn = last_two if turn < last_two else settings.rounds
        else:
            turn += 1
    return a_start, a_end, b_start, b_end, a_score, b_score
