"""Word numbers against dictionaries; long shared stretches, found whatever the texts repeat."""

from importlib import import_module

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import agree, plain, same

KERNELS = "provenance.align.kernels.exact"
TWIN = plain(KERNELS)
LONG, SHINGLE = TWIN.LONG, TWIN.SHINGLE

WORDS = st.lists(st.integers(0, 6).map(lambda value: (value * 0x9E3779B97F4A7C15) % 2**64), max_size=30)
SMALL = st.lists(st.integers(1, 3), max_size=14).map(lambda words: np.array(words, np.uint64))


def long_runs(a, b):
    return np.asarray(agree(KERNELS, "long_runs", a, b))


def words(start, end):
    # Another factor than the base of the rolling hash, under which words k and 1 at two places would be alike.
    return np.arange(start, end, dtype=np.uint64) * np.uint64(0xD6E8FEB86659FD93)


@given(WORDS, WORDS)
def test_words_are_numbered_in_order_of_first_appearance(a, b):
    hashes = np.array(a, np.uint64), np.array(b, np.uint64)
    columns = [kernels.vocabulary_columns(kernels.vocabulary(*hashes)) for kernels in (import_module(KERNELS), TWIN)]
    assert same(*columns)
    ids_a, ids_b, counts_a, counts_b = (column.tolist() for column in columns[0])
    numbers = {}
    for word in a + b:
        numbers.setdefault(word, len(numbers))
    assert ids_a == [numbers[word] for word in a]
    assert ids_b == [numbers[word] for word in b]
    assert counts_a == [a.count(word) for word in numbers]
    assert counts_b == [b.count(word) for word in numbers]


@given(st.lists(st.integers(0, 6), max_size=9), st.integers(0, 30))
def test_the_rarest_words_are_compared_as_long_as_they_meet_few_times(meetings, most):
    used = TWIN.rarest_first(np.array(meetings, np.int64), most)
    chosen = []
    for word in sorted(
        (word for word, count in enumerate(meetings) if count), key=lambda word: (meetings[word], word)
    ):
        if sum(meetings[each] for each in [*chosen, word]) > most:
            break
        chosen.append(word)
    assert np.flatnonzero(used).tolist() == sorted(chosen)


@given(SMALL, SMALL)
def test_common_ends_are_equal_maximal_and_disjoint(a, b):
    head, tail = TWIN.common_ends(a, b)
    assert a[:head].tolist() == b[:head].tolist()
    assert head == min(len(a), len(b)) or a[head] != b[head]
    assert a[len(a) - tail :].tolist() == b[len(b) - tail :].tolist()
    assert head + tail <= min(len(a), len(b))


@given(SMALL, SMALL, st.integers(0, 6))
def test_shingles_that_occur_once_in_b_are_found(a, b, shared):
    """Words of both sides follow each other so that some shingles are shared and some repeat."""
    a, b = (np.concatenate((side, words(0, SHINGLE + shared), side)) for side in (a, b))
    texts = [[tuple(side[i : i + SHINGLE].tolist()) for i in range(len(side) - SHINGLE + 1)] for side in (a, b)]
    expected = [(i, texts[1].index(one)) for i, one in enumerate(texts[0]) if texts[1].count(one) == 1]
    starts = np.empty((2, len(a)), np.int64)
    count = TWIN.common_shingles(a, b, *starts)
    assert list(zip(*starts[:, :count].tolist(), strict=True)) == expected
    long_runs(a, b)


@given(SMALL, SMALL, st.data())
def test_a_stretch_is_equal_and_cannot_grow(a, b, data):
    starts = [(i, j) for i in range(len(a)) for j in range(len(b)) if a[i] == b[j]]
    if not starts:
        return
    chosen = sorted(data.draw(st.lists(st.sampled_from(starts), min_size=1, max_size=4)))
    starts_a, starts_b = (np.array(side, np.int64) for side in zip(*chosen, strict=True))
    rows = np.empty((len(chosen), 4), np.int64)
    runs = rows[: TWIN.extended(a, b, starts_a, starts_b, len(chosen), 0.0, rows, 0)].tolist()
    assert len({tuple(run) for run in runs}) == len(runs)
    for low_a, high_a, low_b, high_b in runs:
        assert a[low_a:high_a].tolist() == b[low_b:high_b].tolist()
        assert not (low_a and low_b and a[low_a - 1] == b[low_b - 1])
        assert high_a == len(a) or high_b == len(b) or a[high_a] != b[high_b]
    for one, other in chosen:
        assert any(run[0] <= one < run[1] and run[2] - run[0] == other - one for run in runs)


def test_a_long_copy_in_the_middle():
    a = np.concatenate((words(0, 500), words(1000, 1300), words(2000, 2400)))
    b = np.concatenate((words(5000, 5100), words(1000, 1300), words(6000, 6900)))
    assert long_runs(a, b).tolist() == [[500, 800, 100, 400]]


def test_equal_texts_of_one_word():
    a = np.full(LONG * 3, 7, np.uint64)
    assert long_runs(a, a).tolist() == [[0, len(a), 0, len(a)]]
    assert long_runs(a, a[:-5]).tolist() == [[0, len(a) - 5, 0, len(a) - 5]]


def test_a_short_text_that_is_mostly_copied():
    a = np.concatenate((words(0, 30), words(100, 110)))
    b = np.concatenate((words(0, 30), words(200, 280)))
    assert long_runs(a, b).tolist() == [[0, 30, 0, 30]]


def test_texts_without_shared_words_have_no_long_runs():
    assert long_runs(words(0, 400), words(1000, 1400)).shape == (0, 4)
    assert long_runs(words(0, 0), words(0, 9)).shape == (0, 4)
    assert long_runs(words(0, SHINGLE - 1), words(0, SHINGLE - 2)).shape == (0, 4)


@given(SMALL, SMALL, st.integers(0, 20))
def test_shared_runs_agree_and_are_equal_words(a, b, shared):
    run = words(7, 7 + shared)
    a, b = np.concatenate([a, run, b]), np.concatenate([b, run, a])
    for low_a, high_a, low_b, high_b in np.asarray(agree(KERNELS, "shared_runs", a, b)).tolist():
        assert high_a - low_a >= SHINGLE
        assert a[low_a:high_a].tolist() == b[low_b:high_b].tolist()
