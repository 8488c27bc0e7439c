"""Networks for tests: chains and stars of articles, one hour apart."""

from __future__ import annotations

import random
from collections.abc import Sequence

from provenance.model import PublicationTime
from provenance.model.links import Relation
from provenance.model.networks import Network, NetworkEdge, NetworkNode

RELATIONS: tuple[Relation, ...] = ("derived", "derived", "derived", "near_duplicate", "common_source", "undetermined")


def node(number: int, title: str = "") -> NetworkNode:
    """The article of an hour."""
    time = PublicationTime("2025", "day", 1e9 + 3600 * number, 1e9 + 3600 * number + 60)
    label = title or f"Article number {number} of a long story"
    return NetworkNode(f"a{number:04}", label, f"Publisher {number % 12}", published=time)


def network_of(size: int, pairs: Sequence[tuple[int, int]] | None = None) -> Network:
    """Some articles: with these links, or each linked to an earlier one, in groups of twelve."""
    chance = random.Random(size)
    if pairs is None:
        pairs = [(chance.randrange(n - n % 12, n), n) for n in range(size) if n % 12]
    edges = []
    for a, b in pairs:
        relation: Relation = "derived" if size == 10 else chance.choice(RELATIONS)
        names = (f"a{a:04}", f"a{b:04}")
        edges.append(NetworkEdge(*names, relation, relation == "derived", chance.uniform(0.5, 0.99), names))
    named = {name for edge in edges for name in (edge.a, edge.b)}
    return Network("articles", tuple(node(n) for n in range(size) if f"a{n:04}" in named), tuple(edges))


def star(takers: int) -> Network:
    """One source and so many articles that took from it."""
    return network_of(10, [(0, n) for n in range(1, 10)]) if takers < 10 else _star(takers)


def _star(takers: int) -> Network:
    nodes = tuple(node(n) for n in range(takers + 1))
    edges = tuple(
        NetworkEdge(nodes[0].id, each.id, "derived", True, 0.9, (nodes[0].id, each.id)) for each in nodes[1:]
    )
    return Network("articles", nodes, edges)
