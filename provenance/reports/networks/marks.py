"""How nodes and edges look: shapes and colours by publisher, kinds of lines by relation, and the words of both.

A shape goes with each colour and a kind of line with each relation, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections import Counter

from provenance.model.links import Relation
from provenance.model.networks import Network, NetworkEdge, NetworkNode
from provenance.reports import wording
from provenance.reports.characters import line

SHAPES = ("circle", "square", "diamond", "triangle", "down", "hexagon", "star", "cross")
OTHER = 0  # the number of publishers that have no shape of their own
KINDS: dict[Relation, tuple[str, str]] = {  # relation -> class of the line, words of the legend
    "derived": ("derived", "took from"),
    "near_duplicate": ("near", "near duplicate"),
    "common_source": ("common", "same source"),
    "undetermined": ("open", "open"),
    "same_event": ("event", "same event"),
}


def publishers(network: Network) -> dict[str, int]:
    """The numbers, 1 to 8, of the publishers with most nodes; every other publisher's is `OTHER`."""
    counted = Counter(node.publisher for node in network.nodes if node.publisher)
    ranked = sorted(counted, key=lambda name: (-counted[name], name))
    return {name: number for number, name in enumerate(ranked[: len(SHAPES)], 1)}


def node_words(node: NetworkNode, network: Network) -> str:
    """What a node is, in a line."""
    if network.by == "publishers":
        return f"{line(node.label)}: {wording.count(node.articles, 'linked article')}"
    publisher = line(node.publisher or "publisher not known")
    return f"{publisher}: {line(node.label)} · {wording.time_words(node.published)}"


def edge_words(edge: NetworkEdge, names: dict[str, str], *, sure: bool = True) -> str:
    """What an edge says, in a line: who took from whom, and, where `sure`, how sure that is and how many links say
    so."""
    a, b = names[edge.a], names[edge.b]
    many = f", {wording.count(edge.links, 'link')}, the surest" if edge.links > 1 else ","
    end = f"{many} {wording.confidence(edge.confidence)}" if sure else ""
    if edge.directed:
        what = "is a copy of" if edge.relation == "near_duplicate" else "took from"
        return f"{b} {what} {a}{end}"
    return f"{a} and {b}: {KINDS[edge.relation][1]}{end}"


def shape_path(shape: str, x: float, y: float, size: float) -> str:
    """The outline of a mark as the data of an SVG path."""
    if shape == "circle":
        return f"M{x - size:.1f} {y:.1f}a{size} {size} 0 1 0 {2 * size:.1f} 0a{size} {size} 0 1 0 {-2 * size:.1f} 0Z"
    corners = {
        "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
        "down": ((0, 1.15), (1.1, -0.85), (-1.1, -0.85)),
        "hexagon": ((-0.6, -1), (0.6, -1), (1.15, 0), (0.6, 1), (-0.6, 1), (-1.15, 0)),
        "star": (
            (0, -1.3), (0.35, -0.4), (1.25, -0.4), (0.55, 0.2), (0.8, 1.1),
            (0, 0.55), (-0.8, 1.1), (-0.55, 0.2), (-1.25, -0.4), (-0.35, -0.4),
        ),
        "cross": (
            (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4),
            (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
        ),
    }[shape]  # fmt: skip
    return "M" + "L".join(f"{x + size * dx:.1f} {y + size * dy:.1f}" for dx, dy in corners) + "Z"
