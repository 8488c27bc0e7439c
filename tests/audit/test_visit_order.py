"""The order in which pairs are aligned: complete, and with neighbours near each other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.audit.visit_order import in_visit_order

NUMBERS = st.integers(1, 12)
PAIRS = st.sets(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] < pair[1]), max_size=20)


@given(PAIRS)
def test_every_pair_comes_once_as_it_was_given(pairs):
    turned = [pair if sum(pair) % 2 else pair[::-1] for pair in sorted(pairs)]
    ordered = in_visit_order(np.array(turned, np.int64).reshape(-1, 2))
    assert sorted(map(tuple, ordered.tolist())) == sorted(turned)


def test_a_group_is_visited_whole_before_the_next():
    pairs = np.array([[1, 9], [2, 8], [5, 9], [6, 8]], np.int64)
    ordered = in_visit_order(pairs)
    assert ordered.tolist() == [[1, 9], [5, 9], [2, 8], [6, 8]]


def test_a_chain_is_visited_along_it():
    pairs = np.array([[1, 4], [2, 4], [2, 5], [3, 5]], np.int64)
    ordered = in_visit_order(pairs)
    assert ordered.tolist() == [[1, 4], [2, 4], [2, 5], [3, 5]]


def test_who_has_met_most_of_its_partners_is_next():
    pairs = np.array([[1, 2], [1, 3], [2, 3], [3, 9], [4, 9], [5, 9], [6, 9]], np.int64)
    #   4 - 9 - 5 and 6, which have no other partners than 9; then 3, then 1, then 2.
    ordered = in_visit_order(pairs)
    assert ordered.tolist() == [[4, 9], [5, 9], [6, 9], [3, 9], [1, 3], [2, 3], [1, 2]]
