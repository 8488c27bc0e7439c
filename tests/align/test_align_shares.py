"""Shares of a text, counted against sets of characters; Jaccard against sets of shingles."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.shares import exact_jaccard, share, union
from provenance.model import Match, Span
from provenance.text.tokens import tokenise

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends))), max_size=6)


def matches(spans):
    return [Match("edited", span, Span(0, 1), 1.0) for span in spans]


@given(SPANS, SPANS, st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_share_counts_characters_once_and_leaves_ignored_ones_out(spans, ignored, ends):
    within = Span(*sorted(ends))
    body = set(range(*within)) - {place for span in ignored for place in range(*span)}
    covered = {place for span in spans for place in range(*span)} & body
    expected = len(covered) / len(body) if body else 0.0
    assert share(matches(spans), within, ignored) == pytest.approx(expected)


@given(SPANS)
def test_union_is_ascending_and_disjoint(spans):
    joined = union(spans, Span(0, 30))
    assert all(one.end < other.start for one, other in itertools.pairwise(joined))
    assert {place for span in joined for place in range(*span)} == {p for span in spans for p in range(*span)}


WORDS = st.lists(st.sampled_from(["ox", "elk", "owl", "eel"]), max_size=12).map(" ".join)


@given(WORDS, WORDS, st.integers(1, 4))
def test_jaccard_agrees_with_sets(one, other, size):
    def shingles(text):
        words = text.split()
        if not words:
            return set()
        width = min(size, len(words))
        return {tuple(words[place : place + width]) for place in range(len(words) - width + 1)}

    a, b = shingles(one), shingles(other)
    common = len(a & b)
    expected = (common / len(a | b), common / len(a), common / len(b)) if common else (0.0, 0.0, 0.0)
    assert exact_jaccard(tokenise(one), tokenise(other), size) == pytest.approx(expected)
