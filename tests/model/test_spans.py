"""Spans joined, against sets of characters."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.model.text_parts import union

ENDS = st.tuples(st.integers(0, 30), st.integers(0, 30))
SPANS = st.lists(ENDS.map(lambda ends: Span(*sorted(ends))), max_size=6)


@given(SPANS)
def test_union_is_ascending_and_disjoint(spans):
    joined = union(spans, Span(0, 30))
    assert all(one.end < other.start for one, other in itertools.pairwise(joined))
    assert {place for span in joined for place in range(*span)} == {p for span in spans for p in range(*span)}
