"""A network as data for the script that draws it (`static/network.js`): places, words and addresses, decided here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from provenance.model.networks import Network
from provenance.reports.characters import line
from provenance.reports.networks.layout import Layout, arrange
from provenance.reports.networks.marks import KINDS, OTHER, edge_words, node_words, publishers


def network_data(
    network: Network,
    node_address: Callable[[str], str | None],
    edge_address: Callable[[str, str], str | None],
    layout: Layout | None = None,
) -> dict[str, Any]:
    """An object for JSON: `nodes` with places and words, `edges` with the places of their ends in `nodes`. `layout`
    is that of the network where it is known."""
    layout, numbers = layout or arrange(network), publishers(network)
    names = {node.id: line(node.label) for node in network.nodes}
    place = {node.id: number for number, node in enumerate(network.nodes)}
    return {
        "by": network.by,
        "nodes": [
            {
                "label": layout.nodes[node.id].label,
                "words": node_words(node, network),
                "x": round(layout.nodes[node.id].x, 1),
                "y": round(layout.nodes[node.id].y, 1),
                "look": numbers.get(node.publisher or "", OTHER),
                "articles": node.articles,
                "href": node_address(node.id),
            }
            for node in network.nodes
        ],
        "edges": [
            {
                "a": place[edge.a],
                "b": place[edge.b],
                "kind": KINDS[edge.relation][0],
                "directed": edge.directed,
                "confidence": round(edge.confidence, 4),
                "links": edge.links,
                "words": edge_words(edge, names),
                "href": edge_address(*edge.example),
            }
            for edge in network.edges
        ],
    }
