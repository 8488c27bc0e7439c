"""Shares of a text, counted against sets of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.shares import share
from provenance.model import Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends))), max_size=6)


@given(SPANS, SPANS, st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_share_counts_characters_once_and_leaves_ignored_ones_out(spans, ignored, ends):
    within = Span(*sorted(ends))
    body = set(range(*within)) - {place for span in ignored for place in range(*span)}
    covered = {place for span in spans for place in range(*span)} & body
    expected = len(covered) / len(body) if body else 0.0
    assert share(spans, within, ignored) == pytest.approx(expected)
