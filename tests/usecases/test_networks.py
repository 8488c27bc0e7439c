"""The network of an archive: its links, bounded, between articles or between publishers."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import Archive
from provenance.config.settings import Settings
from provenance.model import Link, ListedArticle, Review
from provenance.model.lists import LinkQuery
from provenance.usecases.networks import article_network, network, publisher_network

PUBLISHERS = {"a": "X", "b": "Y", "c": "Y", "d": None}
ROWS = {name: ListedArticle(name, name.upper(), publisher) for name, publisher in PUBLISHERS.items()}


def link(a: str, b: str, confidence: float = 0.9, derived: bool = True) -> Link:
    if not derived:
        return Link(a, b, "common_source", confidence, 0.5, 0.5, ())
    return Link(a, b, "derived", confidence, 0.5, 0.5, (), derived=b, source=a)


def test_an_edge_leads_from_the_source() -> None:
    made = article_network([link("b", "a"), link("c", "d", derived=False)], ROWS, 10)
    assert [(each.a, each.b, each.directed) for each in made.edges] == [("b", "a", True), ("c", "d", False)]
    assert [each.label for each in made.nodes] == ["A", "B", "C", "D"]


def test_publishers_have_one_edge_per_relation_and_direction() -> None:
    links = [link("a", "b", 0.8), link("a", "c", 0.95), link("b", "a"), link("b", "c"), link("d", "a", derived=False)]
    made = publisher_network(links, ROWS, 10)
    found = [(each.a, each.b, each.relation, each.links, each.example, each.confidence) for each in made.edges]
    assert found == [
        ("X", "Y", "derived", 2, ("a", "c"), 0.95),
        ("Y", "X", "derived", 1, ("b", "a"), 0.9),
        ("X", "publisher not known", "common_source", 1, ("a", "d"), 0.9),
    ]
    assert {each.id: each.articles for each in made.nodes} == {"X": 1, "Y": 2, "publisher not known": 1}


def test_rejected_links_are_none() -> None:
    from dataclasses import replace

    rejected = replace(link("a", "b"), review=Review("rejected", "", None, ""))
    assert article_network([rejected], ROWS, 10).nodes == ()
    assert publisher_network([rejected], ROWS, 10).nodes == ()


def test_of_too_many_the_surest_stay_and_the_others_are_counted() -> None:
    links = [link(f"s{n}", f"t{n}", n / 100) for n in range(50)]
    made = article_network(links, {}, 20)
    assert len(made.nodes) == 20
    assert min(each.confidence for each in made.edges) == 0.4
    assert (made.nodes_left_out, made.links_left_out) == (80, 40)


@pytest.mark.parametrize("by", ["articles", "publishers"])
def test_the_network_of_an_archive(corpus_db: Path, by: str) -> None:
    with Archive(corpus_db, readonly=True) as archive:
        made = network(archive.store, Settings.of(), LinkQuery(), by)
        again = network(archive.store, Settings.of(), LinkQuery(), by)
        listed = archive.listed_links()
        sure = network(archive.store, Settings.of(), LinkQuery(min_confidence=0.9), by)
        few = network(archive.store, Settings.of(), LinkQuery(), by, most=4)
    assert made == again
    if by == "articles":
        assert made.links == len([each for each in listed if not each.rejected])
    assert 0 < sure.links < made.links
    assert all(each.confidence >= 0.9 for each in sure.edges)
    assert len(few.nodes) <= 4
    assert few.links + few.links_left_out == made.links
