"""The kernels of the summary pass against every run and every window, compiled and as plain Python."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import agree, plain

from provenance.align.kernels import summary

KERNELS = "provenance.align.kernels.summary"
TWIN = plain(KERNELS)
NO_CONTENT, CONTENT, MATCHED = TWIN.NO_CONTENT, TWIN.CONTENT, TWIN.MATCHED

IDS = st.lists(st.integers(0, 6), min_size=1, max_size=20).map(lambda ids: np.array(ids, np.int32))


@given(IDS, st.sets(st.integers(0, 6), min_size=1, max_size=5), st.floats(0.1, 1.0))
def test_the_smallest_window_is_the_smallest_of_all(ids, wanted, part):
    needed = math.ceil(part * len(wanted))
    sizes = [
        high - low
        for low in range(len(ids))
        for high in range(low + 1, len(ids) + 1)
        if len(wanted & set(ids[low:high].tolist())) >= needed
    ]
    found = agree(KERNELS, "smallest_window", np.array(sorted(wanted), np.int32), ids, needed, 7)
    assert found == min(sizes, default=len(ids))


@given(IDS, IDS, st.lists(st.integers(1, 8), min_size=20, max_size=20))
def test_content_words_are_rare_and_long(a, b, lengths):
    counts_a, counts_b = (np.bincount(ids, minlength=7).astype(np.int32) for ids in (a, b))
    sizes, kinds = np.array(lengths[: len(a)], np.int32), np.full(len(a), 9, np.uint8)
    arguments = a, counts_a, counts_b, sizes, 0.1, 4, kinds
    agree(KERNELS, "content_words", *arguments)
    summary.content_words(*arguments)
    total = len(a) + len(b)
    for place, word in enumerate(a):
        informative = lengths[place] >= 4 and counts_a[word] + counts_b[word] <= max(3.0, 0.1 * total)
        assert kinds[place] == ((MATCHED if counts_b[word] else CONTENT) if informative else NO_CONTENT)


def runs(kinds, drop, least, most):
    """The elevated runs and their scores, the same compiled and plain."""
    ranges, scores = np.zeros((most, 2), np.int64), np.zeros(most)
    arguments = kinds, 0.5, drop, least, ranges, scores
    agree(KERNELS, "elevated_runs", *arguments)
    count = summary.elevated_runs(*arguments)
    return ranges[:count], scores[:count]


@given(st.lists(st.integers(0, 2), min_size=1, max_size=60).map(lambda kinds: np.array(kinds, np.uint8)))
def test_the_best_run_is_among_the_elevated_ones(kinds):
    content, matched = np.count_nonzero(kinds != NO_CONTENT), np.count_nonzero(kinds == MATCHED)
    chance = min(max((matched + 2) / (content + 10), 0.02), 0.5)
    gains = np.zeros(len(kinds))
    gains[kinds == MATCHED] = math.log((chance + (1 - chance) * 0.5) / chance)
    gains[kinds == CONTENT] = math.log(0.5)
    best = max(sum(gains[low:high]) for low in range(len(kinds)) for high in range(low + 1, len(kinds) + 1))
    ranges, scores = runs(kinds, 1e9, 2.0, 6)
    for (start, end), score in zip(ranges.tolist(), scores.tolist(), strict=True):
        assert sum(gains[start:end]) == pytest.approx(score)
    if best > 2.0:
        assert max(scores) == pytest.approx(best)
    else:
        assert len(scores) == 0


def test_the_worst_run_gives_way_to_a_better_one():
    sizes = [5, 3, 9, 2, 7, 4]
    stretches = [[MATCHED] * size + [CONTENT] * 40 for size in sizes]
    kinds = np.array([kind for stretch in stretches for kind in stretch], np.uint8)
    everything, _ = runs(kinds, 2.0, 0.1, 6)
    assert [end - start for start, end in everything.tolist()] == sizes
    best, _ = runs(kinds, 2.0, 0.1, 3)
    assert sorted(end - start for start, end in best.tolist()) == [5, 7, 9]
