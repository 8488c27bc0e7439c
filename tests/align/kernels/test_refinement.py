"""The kernels of refinement against readings that try every possibility."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import plain

from provenance.config.align import PassageSettings

# Python calls `grown_passages` only: test_search.py holds its compiled form against the plain one.
refinement = plain("provenance.align.kernels.refinement")
exact = plain("provenance.align.kernels.exact")

WORDS = 6
IDS = st.lists(st.integers(0, WORDS - 1), min_size=1, max_size=14).map(lambda words: np.array(words, np.int32))
RATE, REPEAT = 0.4, -0.1
CLASSES = np.array([2, 0, 1, 2, 0, 1], np.int32)
CHANCES = np.array([0.1, 0.35, 0.6])
GAINS, MISS = np.log(1 + RATE * (1 / CHANCES - 1)), math.log(1 - RATE)
BACKGROUND = refinement.Rates(CLASSES, np.array([0.1, 0.05, 0.2]))
BORDERS = st.lists(st.integers(0, 5), min_size=14, max_size=14).map(lambda borders: np.array(borders, np.uint8))
BONUS = np.array([0.0, 0.25, 1.0, 1.75, 2.25, 2.25])


def settings_of(**changed):
    settings = PassageSettings(**changed)
    names = [
        name for name in refinement.Refinement.__init__.__annotations__ if name not in ("border_bonus", "return")
    ]
    return refinement.Refinement(*(getattr(settings, name) for name in names), BONUS)


def window_with(other, run=()):
    """What a window of the words `other` is to a run of words."""
    window = refinement.Window(WORDS, len(CHANCES))
    window.present += np.bincount(other, minlength=WORDS).astype(np.int32)
    window.used += np.bincount(run, minlength=WORDS).astype(np.int32)
    window.chances[:], window.gains[:] = CHANCES, GAINS
    window.miss, window.repeat = MISS, REPEAT * MISS
    return window


def gain(word, present, used):
    """The score of one more occurrence of a word."""
    if not present[word]:
        return MISS
    if used < present[word]:
        return math.log(1 + RATE * (1 / CHANCES[CLASSES[word]] - 1))
    return REPEAT * MISS


def scores(ids, present):
    """The score of each word, repeats counted from the start of the window."""
    used = [0] * WORDS
    found = []
    for word in ids:
        found.append(gain(word, present, used[word]))
        used[word] += 1
    return found


@given(IDS, IDS)
def test_the_best_run_is_the_best_of_all_runs(ids, other):
    window = window_with(other)
    start, end, score = refinement.best_run(ids, 0, len(ids), CLASSES, window)
    each = scores(ids.tolist(), window.present)
    best = max(sum(each[low:high]) for low in range(len(ids)) for high in range(low + 1, len(ids) + 1))
    assert score == pytest.approx(max(best, 0.0))
    assert not window.used.any()
    if score > 0:
        assert sum(each[start:end]) == pytest.approx(score)
    else:
        assert (start, end) == (0, len(ids))


@given(IDS, IDS, BORDERS, st.data())
def test_a_new_end_is_the_best_of_all_ends(ids, other, borders, data):
    start = data.draw(st.integers(0, len(ids) - 1))
    end = data.draw(st.integers(start + 1, len(ids)))
    window = window_with(other, ids[start:end])
    present, before = window.present, window.used.copy()
    text, settings = refinement.NumberedText(ids, borders), settings_of(drop=1e9, trim=100)
    new_end, added = refinement.better_border(text, end, start, len(ids), CLASSES, window, settings)
    value, expected_end, expected_gain = BONUS[borders[end - 1]], end, 0.0
    total, seen = 0.0, before.copy()
    for place in range(end, len(ids)):
        total += gain(ids[place], present, seen[ids[place]])
        seen[ids[place]] += 1
        if total + BONUS[borders[place]] > value:
            value, expected_end, expected_gain = total + BONUS[borders[place]], place + 1, total
    if expected_end == end:
        total, seen = 0.0, before.copy()
        for place in range(end - 1, start, -1):
            seen[ids[place]] -= 1
            total -= gain(ids[place], present, seen[ids[place]])
            if total + BONUS[borders[place - 1]] > value:
                value, expected_end, expected_gain = total + BONUS[borders[place - 1]], place, total
    assert new_end == expected_end
    assert added == pytest.approx(expected_gain)
    assert window.used.tolist() == np.bincount(ids[start:new_end], minlength=WORDS).tolist()


@given(IDS, IDS, BORDERS, st.data())
def test_a_new_start_mirrors_a_new_end(ids, other, borders, data):
    start = data.draw(st.integers(0, len(ids) - 1))
    end = data.draw(st.integers(start + 1, len(ids)))
    window, window_mirrored = (window_with(other, ids[start:end]) for _ in range(2))
    text, settings = refinement.NumberedText(ids, borders), settings_of(drop=1e9, trim=100)
    new_start, added = refinement.better_border(text, start, end, 0, CLASSES, window, settings)
    # The border before a word of the text is the border after the same word of the mirrored text.
    mirrored = np.array([borders[place - 1] if place else 5 for place in range(len(ids) - 1, -1, -1)], np.uint8)
    expected, expected_gain = refinement.better_border(
        refinement.NumberedText(ids[::-1].copy(), mirrored), len(ids) - start, len(ids) - end, len(ids), CLASSES,
        window_mirrored, settings,
    )  # fmt: skip
    assert new_start == len(ids) - expected
    assert added == pytest.approx(expected_gain)
    assert window.used.tolist() == window_mirrored.used.tolist()


@given(IDS, IDS)
def test_the_copy_rate_follows_its_formula(ids, other):
    window = window_with(other)
    rate = 0.3
    for _ in range(4):
        chances = [CHANCES[CLASSES[word]] for word in ids.tolist() if window.present[word]]
        rate = (20 * 0.3 + sum(rate / (rate + (1 - rate) * chance) for chance in chances)) / (20 + len(ids))
    found = refinement.copy_rate(ids, 0, len(ids), CLASSES, window, settings_of())
    assert found == pytest.approx(min(max(rate, 0.2), 0.97))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12))
def test_the_background_rate_of_a_word_is_the_lower_of_both_texts(counts):
    counts_a, counts_b = (np.array(each, np.int32) for each in zip(*counts, strict=True))
    words = exact.Vocabulary(np.zeros(50, np.int32), np.zeros(80, np.int32), counts_a, counts_b)
    background = refinement.background_rates(words)
    assert background.rates[background.classes].tolist() == [min(max(a, 1) / 50, max(b, 1) / 80) for a, b in counts]
    lower = {(max(a, 1) if max(a, 1) / 50 <= max(b, 1) / 80 else -max(b, 1)) for a, b in counts}
    assert len(background.rates) == len(lower)


@given(IDS, IDS, BORDERS)
def test_a_window_comes_back_clean_and_limits_are_kept(a, b, borders):
    window = refinement.Window(WORDS, len(CHANCES))
    one, other = refinement.NumberedText(a, borders), refinement.NumberedText(b, borders)
    low, high = min(2, len(a) - 1), len(a)
    found = refinement.refine(one, other, BACKGROUND, low, high, 0, len(b), 0, 0, window, settings_of(block=3))
    arrays = window.present, window.used, window.chances, window.gains, window.met
    assert not any(each.any() for each in arrays)
    if found[4] > 0:
        assert low <= found[0] < found[1] <= high
        assert 0 <= found[2] < found[3] <= len(b)


@given(IDS, IDS, BORDERS)
def test_leaving_out_rounds_that_change_nothing_changes_nothing(a, b, borders):
    settings = settings_of(block=3, window_margin=2)
    window = refinement.Window(WORDS, len(CHANCES))
    one, two = refinement.NumberedText(a, borders), refinement.NumberedText(b, borders)

    def fitted(text, words, other, range_of_other, turn):
        margin = 2 if turn < settings.rounds - 2 else 0
        low, high = max(0, range_of_other[0] - margin), min(len(other), range_of_other[1] + margin)
        start, end, score = refinement.fit_side(
            text, *words, 0, len(text.ids), other, low, high, BACKGROUND, turn == 0, window, settings
        )
        return (start, end), score

    range_a, range_b = ((0, min(len(ids), 6 + settings.first_window)) for ids in (a, b))
    for turn in range(settings.rounds):
        range_a, score_a = fitted(one, range_a, b, range_b, turn)
        range_b, score_b = fitted(two, range_b, a, range_a, turn)
        if score_a <= 0 or score_b <= 0:
            score_a = score_b = 0.0
            break
    found = refinement.refine(one, two, BACKGROUND, 0, len(a), 0, len(b), 0, 0, window, settings)
    assert found == (*range_a, *range_b, score_a, score_b)
