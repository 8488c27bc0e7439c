"""The order in which pairs are aligned: complete, owned, and with neighbours near each other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.usecases.itinerary import itinerary

NUMBERS = st.integers(1, 12)
PAIRS = st.sets(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] < pair[1]), max_size=20)


@given(PAIRS, st.sets(NUMBERS, min_size=1))
def test_every_pair_comes_once_and_belongs_to_its_first_article(pairs, asked):
    pairs = {pair for pair in pairs if asked & set(pair)}
    order, ordered, owners = itinerary(
        np.array(sorted(asked), np.int64), np.array(sorted(pairs), np.int64).reshape(-1, 2)
    )
    assert sorted(order.tolist()) == sorted(asked)
    assert sorted(map(tuple, ordered.tolist())) == sorted(pairs)
    assert owners.tolist() == sorted(owners.tolist())
    places = {article: place for place, article in enumerate(order.tolist())}
    for pair, owner in zip(ordered.tolist(), owners.tolist(), strict=True):
        assert owner == min(places[end] for end in pair if end in places)


def test_a_group_is_visited_whole_before_the_next():
    pairs = np.array([[1, 9], [2, 8], [5, 9], [6, 8]], np.int64)
    order, _, _ = itinerary(np.arange(1, 10), pairs)
    groups = [{1: "a", 5: "a", 9: "a", 2: "b", 6: "b", 8: "b"}.get(article, "") for article in order.tolist()]
    assert "".join(groups) == "bbbaaa"


def test_a_chain_is_visited_along_it():
    pairs = np.array([[1, 4], [2, 4], [2, 5], [3, 5]], np.int64)
    order, _, _ = itinerary(np.arange(1, 6), pairs)
    assert order.tolist() == [3, 5, 2, 4, 1]
