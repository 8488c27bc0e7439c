from __future__ import annotations

import random
from itertools import pairwise

import networkx
from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.graph import build_graph
from provenance.model import Link, Match, Passage, Span
from provenance.model.text_parts import overlap, union


def link(
    source: str, derived: str, confidence: float = 0.9, spans: tuple[tuple[int, int], ...] = ((0, 100),)
) -> Link:
    """A directed link whose passages stand at `spans` in the derived article."""
    passages = tuple(Passage(Match("verbatim", Span(0, end - start), Span(start, end), 1.0)) for start, end in spans)
    return Link(source, derived, "derived", confidence, 0.5, 0.5, passages, source=source, derived=derived)


def test_parents_ancestors_and_roots() -> None:
    graph = build_graph([link("a", "b"), link("b", "c"), link("x", "c", spans=((200, 300),))])
    assert graph.parents("c") == ("b", "x")
    assert graph.ancestors("c") == {"b": 1, "x": 1, "a": 2}
    assert graph.descendants("a") == {"b": 1, "c": 2}
    assert graph.roots("c") == ("a", "x")
    assert graph.roots("a") == ("a",)
    assert graph.parents("nobody") == ()


def test_an_edge_that_a_longer_path_explains_is_indirect() -> None:
    graph = build_graph([link("a", "b"), link("b", "c"), link("a", "c", spans=((0, 90),))])
    assert graph.parents("c") == ("b",)
    assert graph.parents("c", direct_only=False) == ("a", "b")


def test_an_edge_with_text_of_its_own_stays_direct() -> None:
    graph = build_graph([link("a", "b"), link("b", "c"), link("a", "c", spans=((0, 50), (400, 600)))])
    assert graph.parents("c") == ("a", "b")


def test_the_weakest_edge_of_a_cycle_is_left_out() -> None:
    graph = build_graph([link("a", "b", 0.95), link("b", "c", 0.9), link("c", "a", 0.82)])
    assert [(each.source, each.derived) for each in graph.broken] == [("c", "a")]
    assert graph.roots("c") == ("a",)


def test_links_without_direction_make_no_edges() -> None:
    loose = Link("a", "b", "undetermined", 0.7, 0.1, 0.1, (), likeliest="a->b")
    assert list(build_graph([loose]).edges()) == []


EDGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.8, 1)), max_size=40)


@given(EDGES)
def test_never_a_cycle_and_nothing_is_lost(edges: list[tuple[int, int, float]]) -> None:
    links = [link(f"n{a}", f"n{b}", confidence) for a, b, confidence in edges if a != b]
    graph = build_graph(links)
    drawn = networkx.DiGraph([(edge.source, edge.derived) for edge in graph.edges()])
    assert networkx.is_directed_acyclic_graph(drawn)
    pairs = {tuple(sorted((each.a, each.b))) for each in links}
    assert len(list(graph.edges())) + len(graph.broken) == len(pairs)
    for name in drawn:
        assert set(graph.ancestors(name)) == networkx.ancestors(drawn, name)
        assert set(graph.descendants(name)) == networkx.descendants(drawn, name)


@given(EDGES, st.integers(0, 3))
def test_the_order_of_links_changes_nothing(edges: list[tuple[int, int, float]], seed: int) -> None:
    links = [link(f"n{a}", f"n{b}", confidence) for a, b, confidence in edges if a != b]
    shuffled = links[:]
    random.Random(seed).shuffle(shuffled)
    assert list(build_graph(links).edges()) == list(build_graph(shuffled).edges())


def test_a_long_chain_needs_no_recursion() -> None:
    names = [f"n{number:05}" for number in range(5000)]
    graph = build_graph(link(first, second) for first, second in pairwise(names))
    assert len(graph.ancestors(names[-1])) == 4999
    assert graph.roots(names[-1]) == (names[0],)


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: Span(pair[0], sum(pair))))


@given(SPANS, SPANS)
def test_unions_and_overlaps_count_places(one: list[Span], two: list[Span]) -> None:
    def places(spans: list[Span]) -> set[int]:
        return {place for span in spans for place in range(span.start, span.end)}

    assert places(union(one)) == places(one)
    assert overlap(union(one), union(two)) == len(places(one) & places(two))
