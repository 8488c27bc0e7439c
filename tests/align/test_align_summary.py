"""The kernels of the summary pass against every run and every window; a summary found and a plain text left alone."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align import align, prepare
from provenance.align.interning import vocabulary
from provenance.align.summary import candidates
from provenance.align.summary_kernels import (
    CONTENT,
    MATCHED,
    NO_CONTENT,
    content_words,
    elevated_runs,
    smallest_window,
)
from provenance.config.align import profile
from provenance.model import Span

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
    found = smallest_window(np.array(sorted(wanted), np.int32), ids, part, 7)
    assert found == min(sizes, default=len(ids))


@given(IDS, IDS, st.lists(st.integers(1, 8), min_size=20, max_size=20))
def test_content_words_are_rare_and_long(a, b, lengths):
    words = vocabulary(a.astype(np.uint64) + 1, b.astype(np.uint64) + 1)
    sizes = np.array(lengths[: len(a)], np.int32)
    kinds = content_words(words.a, words.counts_a, words.counts_b, sizes, 0.1, 4)
    total = len(a) + len(b)
    for place, word in enumerate(words.a):
        count = words.counts_a[word] + words.counts_b[word]
        telling = lengths[place] >= 4 and count <= max(3.0, 0.1 * total)
        assert kinds[place] == ((MATCHED if words.counts_b[word] else CONTENT) if telling else NO_CONTENT)


@given(st.lists(st.integers(0, 2), min_size=1, max_size=60).map(lambda kinds: np.array(kinds, np.int8)))
def test_the_best_run_is_among_the_elevated_ones(kinds):
    content, matched = np.count_nonzero(kinds != NO_CONTENT), np.count_nonzero(kinds == MATCHED)
    chance = min(max((matched + 2) / (content + 10), 0.02), 0.5)
    gains = np.zeros(len(kinds))
    gains[kinds == MATCHED] = math.log((chance + (1 - chance) * 0.5) / chance)
    gains[kinds == CONTENT] = math.log(0.5)
    best = max(sum(gains[low:high]) for low in range(len(kinds)) for high in range(low + 1, len(kinds) + 1))
    ranges, scores = elevated_runs(kinds, 0.5, 1e9, 2.0, 6)
    for (start, end), score in zip(ranges.tolist(), scores.tolist(), strict=True):
        assert sum(gains[start:end]) == pytest.approx(score)
    if best > 2.0:
        assert max(scores) == pytest.approx(best)
    else:
        assert len(scores) == 0


def side(words):
    text = " ".join(words)
    return prepare(text, Span(0, len(text)))


NAMES = [f"{chr(97 + number % 26)}{chr(97 + number // 26)}{number * 7919:x}" for number in range(676)]


def test_a_text_made_of_words_from_all_over_another_is_its_summary():
    source = side(NAMES[:600])
    suspicious = side([f"other{number}" for number in range(300)] + NAMES[:600:6])
    ((match,),) = [align(suspicious, source, profile("pan"))]
    assert match.b == source.within
    assert match.a.overlap(Span(suspicious.text.index(NAMES[0]), len(suspicious.text))) > 0.9 * match.a.length
    assert align(suspicious, source, profile("news")) == ()


def test_a_long_passage_is_no_summary():
    words = vocabulary(side(NAMES[:600]).tokens.stems, side(NAMES[100:]).tokens.stems)
    assert candidates(side(NAMES[:600]), side(NAMES[100:]), words, []) == []
