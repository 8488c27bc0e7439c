"""Every label has a place of its own, sources are left of what took from them, one network is one picture."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks_made import network_of, star

from provenance.model.networks import Network
from provenance.reports.networks.layout import COLUMN, LABEL, ROW, _mean, arrange

LETTER = 6.6  # breadth of a letter at 12 px


def boxes(network: Network) -> list[tuple[float, float, float, float]]:
    """Where each label is: left, top, right, bottom."""
    placed = arrange(network).nodes.values()
    wide = [min(len(each.label), LABEL) * LETTER for each in placed]
    return [(p.x - w / 2, p.y + 8, p.x + w / 2, p.y + 22) for p, w in zip(placed, wide, strict=True)]


@pytest.mark.parametrize("size", [5, 500, 2_000])
def test_no_two_labels_collide(size: int) -> None:
    found = sorted(boxes(network_of(size)))
    for number, (_, top, right, bottom) in enumerate(found):
        for left, other_top, _, other_bottom in found[number + 1 :]:
            if left >= right:
                break
            assert other_top >= bottom or top >= other_bottom


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda each: each[0] != each[1]), max_size=25))
def test_any_links_leave_every_node_a_place_of_its_own(pairs: list[tuple[int, int]]) -> None:
    layout = arrange(network_of(10, pairs))
    places = {(round(each.x), round(each.y)) for each in layout.nodes.values()}
    assert len(places) == len(layout.nodes)
    for each in layout.nodes.values():
        assert 0 <= each.x <= layout.width
        assert 0 <= each.y <= layout.height


def test_a_source_is_left_of_what_took_from_it() -> None:
    network = network_of(200)
    layout = arrange(network)
    for edge in network.edges:
        if edge.directed:
            assert layout.nodes[edge.a].x + COLUMN <= layout.nodes[edge.b].x


def test_publishers_that_take_from_each_other_are_placed_too() -> None:
    layout = arrange(network_of(3, [(0, 1), (1, 2), (2, 0)]))
    assert len({each.x for each in layout.nodes.values()}) > 1


def test_many_takers_of_one_source_become_several_columns() -> None:
    layout = arrange(star(300))
    columns = {each.x for each in layout.nodes.values()}
    assert len(columns) > 5
    assert layout.height < 60 * ROW


def test_the_order_of_what_is_given_does_not_matter() -> None:
    network = network_of(80)
    shuffled = list(network.nodes), list(network.edges)
    for each in shuffled:
        random.Random(5).shuffle(each)
    again = replace(network, nodes=tuple(shuffled[0]), edges=tuple(shuffled[1]))
    assert {n: (p.x, p.y) for n, p in arrange(network).nodes.items()} == {
        n: (p.x, p.y) for n, p in arrange(again).nodes.items()
    }


def test_columns_are_a_label_apart() -> None:
    xs = sorted({each.x for each in arrange(star(10)).nodes.values()})
    assert all(after - before >= LABEL * LETTER for before, after in pairwise(xs))


def test_a_mean_does_not_depend_on_the_order_in_which_a_set_gives_its_values() -> None:
    """It did: in a network of 1,046 articles some changed places with the seed of hashes."""
    assert len({_mean(each, 0.0) for each in permutations((0.1, 0.2, 0.3, 7 / 3, 1e-9))}) == 1
    assert _mean((), 4.0) == 4.0
