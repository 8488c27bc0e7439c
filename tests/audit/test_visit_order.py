"""The order in which pairs are aligned: complete, owned, and with neighbours near each other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.audit.visit_order import in_visit_order

NUMBERS = st.integers(1, 12)
PAIRS = st.sets(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] < pair[1]), max_size=20)


@given(PAIRS, st.sets(NUMBERS, min_size=1))
def test_every_pair_comes_once_and_an_article_is_done_with_after_its_last(pairs, asked):
    ordered, order, complete = in_visit_order(
        np.array(sorted(asked), np.int64), np.array(sorted(pairs), np.int64).reshape(-1, 2)
    )
    rows = [tuple(row) for row in ordered.tolist()]
    assert sorted(rows) == sorted(pairs)
    assert sorted(order.tolist()) == sorted(asked)
    assert complete.tolist() == sorted(complete.tolist())
    for article, aligned in zip(order.tolist(), complete.tolist(), strict=True):
        assert aligned == max((place for place, row in enumerate(rows, 1) if article in row), default=0)


def test_a_group_is_visited_whole_before_the_next():
    pairs = np.array([[1, 9], [2, 8], [5, 9], [6, 8]], np.int64)
    ordered, _, _ = in_visit_order(np.arange(1, 10), pairs)
    assert ordered.tolist() == [[1, 9], [5, 9], [2, 8], [6, 8]]


def test_a_chain_is_visited_along_it():
    pairs = np.array([[1, 4], [2, 4], [2, 5], [3, 5]], np.int64)
    ordered, order, complete = in_visit_order(np.arange(1, 7), pairs)
    assert ordered.tolist() == [[1, 4], [2, 4], [2, 5], [3, 5]]
    assert order.tolist() == [6, 1, 4, 2, 3, 5]
    assert complete.tolist() == [0, 1, 2, 3, 4, 4]


def test_who_has_met_most_of_its_partners_is_next():
    pairs = np.array([[1, 2], [1, 3], [2, 3], [3, 9], [4, 9], [5, 9], [6, 9]], np.int64)
    #   4 - 9 - 5 and 6, which have no other partners than 9; then 3, then 1, then 2.
    ordered, _, _ = in_visit_order(np.arange(1, 10), pairs)
    assert ordered.tolist() == [[4, 9], [5, 9], [6, 9], [3, 9], [1, 3], [2, 3], [1, 2]]
