"""What the page of a network shows: the picture twice (drawn, and for a script) and its links in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from provenance.model.networks import Network
from provenance.reports import wording
from provenance.reports.networks.data import network_data
from provenance.reports.networks.layout import arrange
from provenance.reports.networks.marks import KINDS
from provenance.reports.networks.svg import legend_svg, network_svg, rows

DRAWN, LINES = 500, 1_000  # nodes and lines of the picture without a script: a larger one is too wide to read
ROWS = 100


class Addressed(Protocol):
    """What leads to the pages of articles and of pairs."""

    def article(self, identifier: str) -> str | None:
        """The page of an article."""

    def compare(self, a: str, b: str) -> str | None:
        """The page of two articles beside each other."""


def network_values(network: Network, to: Addressed, nothing: str, data_at: str = "") -> dict[str, Any]:
    """The values of `pages/network.html`; `nothing` says why there may be no links. What the script draws is in the
    page, or at an address: `data_at`."""
    node = _leads(network, to)
    drawn = bounded(network, DRAWN)
    layout = arrange(drawn if data_at else network)
    what = network.by[:-1]
    svg_left_out = ""
    if len(drawn.edges) < len(network.edges):
        some = f"the {len(drawn.nodes):,} with the {len(drawn.edges):,} surest links are drawn without a script"
        svg_left_out = f"Of {wording.count(len(network.nodes), what)}, {some}."
    found = {edge.relation for edge in network.edges}
    return {
        "network": network,
        **_counted(network),
        "svg_left_out": svg_left_out,
        "kinds": [words for relation, words in KINDS.items() if relation in found],
        "legend": legend_svg(network) if network.nodes else "",
        "svg": network_svg(drawn, node, to.compare, layout if data_at or drawn is network else None)
        if network.nodes
        else "",
        "data": None if data_at else network_data(network, node, to.compare, layout),
        "data_at": data_at,
        "rows": list(rows(network, ROWS)),
        "links_beyond": len(network.edges) > ROWS,
        "nothing": nothing,
    }


def network_for_script(network: Network, to: Addressed) -> dict[str, Any]:
    """What is at `data_at`: the network as data, with the words of the page about how much of it there is."""
    return {**network_data(network, _leads(network, to), to.compare), **_counted(network)}


def _counted(network: Network) -> dict[str, str]:
    what = network.by[:-1]
    left_out = ""
    if network.links_left_out:
        nodes = f" and {wording.count(network.nodes_left_out, 'further ' + what)}" if network.nodes_left_out else ""
        left_out = f"Not drawn: {wording.count(network.links_left_out, 'further link')}{nodes}; the surest are."
    summary = f"{wording.count(len(network.nodes), what)}, {wording.count(network.links, 'link')}."
    return {"summary": summary, "left_out": left_out}


def _leads(network: Network, to: Addressed) -> Callable[[str], str | None]:
    return to.article if network.by == "articles" else _nowhere


def bounded(network: Network, most: int) -> Network:
    """The network of the first edges, the surest, that have at most so many nodes."""
    if len(network.nodes) <= most and len(network.edges) <= LINES:
        return network
    kept: set[str] = set()
    edges = []
    for edge in network.edges[:LINES]:
        new = {edge.a, edge.b} - kept
        if len(kept) + len(new) <= most:
            kept |= new
            edges.append(edge)
    nodes = tuple(node for node in network.nodes if node.id in kept)
    return replace(network, nodes=nodes, edges=tuple(edges))


def _nowhere(_: str) -> None:
    return None
