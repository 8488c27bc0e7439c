"""A network as one `<svg>` element, which needs no script: marks and lines are links where they lead somewhere.

The picture follows the reader's light or dark scheme by the style sheet `pictures.css`. Labels lie above lines, with
a border in the colour of the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from math import hypot

from provenance.model.networks import Network, NetworkEdge
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.networks.layout import Layout, Placed, arrange
from provenance.reports.networks.marks import (
    KINDS,
    OTHER,
    SHAPES,
    edge_words,
    node_words,
    publishers,
    shape_path,
)

SIZE = 6.0
MARGIN = 10.0
LEGEND = 22.0
LEGEND_LETTER = 6.6
WIDEST_LEGEND = 900.0


def network_svg(
    network: Network,
    node_address: Callable[[str], str | None],
    edge_address: Callable[[str, str], str | None],
    layout: Layout | None = None,
) -> str:
    """The picture. `node_address` gives what a mark leads to, `edge_address` what a line between two articles leads
    to; None for nothing. `layout` is that of the network where it is known."""
    layout, numbers = layout or arrange(network), publishers(network)
    names = {node.id: line(node.label) for node in network.nodes}
    legend, legend_height = _legend(network, numbers, max(layout.width, WIDEST_LEGEND))
    width = max(layout.width, WIDEST_LEGEND) + 2 * MARGIN
    height = layout.height + legend_height + 3 * MARGIN
    said = f"{wording.count(len(network.nodes), network.by[:-1])}, {wording.count(network.links, 'link')}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pv network" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="group" aria-labelledby="network-title">',
        f'<title id="network-title">{escape(f"Network: {said}. Sources are left of what took from them.")}</title>',
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
        *legend,
        f'<g transform="translate({MARGIN:.0f} {legend_height + 2 * MARGIN:.0f})">',
        *(_edge(edge, layout, names, edge_address(*edge.example)) for edge in reversed(network.edges)),
        *(
            _node(placed, numbers.get(placed.node.publisher or "", OTHER), network, node_address(name))
            for name, placed in sorted(layout.nodes.items())
        ),
        "</g></svg>",
    ]
    return "\n".join(parts)


def legend_svg(network: Network) -> str:
    """What shapes and lines mean, as a picture of its own."""
    legend, height = _legend(network, publishers(network), WIDEST_LEGEND)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pv network-legend" viewBox="0 0 {WIDEST_LEGEND:.0f} '
        f'{height + MARGIN:.0f}" role="img" aria-label="What shapes and lines mean">{"".join(legend)}</svg>'
    )


def _edge(edge: NetworkEdge, layout: Layout, names: dict[str, str], target: str | None) -> str:
    start, goal = layout.nodes[edge.a], layout.nodes[edge.b]
    kind = KINDS[edge.relation][0]
    path, tip = _curve(start, goal, directed=edge.directed)
    heavy = f' stroke-width="{min(1.5 + edge.links**0.5 / 2, 6):.1f}"' if edge.links > 1 else ""
    drawn = f'<title>{escape(edge_words(edge, names))}</title><path class="edge {kind}" d="{path}"{heavy}/>'
    drawn += f'<path class="reach" d="{path}"/>'  # wide and not seen, so that a thin line can be hit
    if tip:
        drawn += f'<path class="tip {kind}" d="{tip}"/>'
    return f'<a href="{escape(target)}">{drawn}</a>' if target else f"<g>{drawn}</g>"


def _curve(start: Placed, goal: Placed, *, directed: bool) -> tuple[str, str]:
    """A curve from mark to mark, and the tip of an arrow at its end, "" for none."""
    x1, y1, x2, y2 = start.x, start.y, goal.x, goal.y
    reach = (x2 - x1) / 2
    if abs(x2 - x1) < 1:  # one above the other: pass left of the marks
        c1x = c2x = x1 - min(14 + abs(y2 - y1) / 8, 60)
        c1y, c2y = y1 + (y2 - y1) / 4, y2 - (y2 - y1) / 4
    elif reach < 0:  # back to an earlier column: bend above
        c1x, c2x, c1y, c2y = x1 + reach / 2, x2 - reach / 2, y1 - 26, y2 - 26
    else:
        c1x, c2x, c1y, c2y = x1 + reach, x2 - reach, y1, y2
    length = max(hypot(x2 - c2x, y2 - c2y), 1.0)
    ux, uy = (x2 - c2x) / length, (y2 - c2y) / length
    ex, ey = x2 - (SIZE + 2) * ux, y2 - (SIZE + 2) * uy
    if not directed:
        return f"M{x1:.1f} {y1:.1f}C{c1x:.1f} {c1y:.1f} {c2x:.1f} {c2y:.1f} {ex:.1f} {ey:.1f}", ""
    tip = f"M{ex:.1f} {ey:.1f}L{ex - 8 * ux - 4 * uy:.1f} {ey - 8 * uy + 4 * ux:.1f}"
    tip += f"L{ex - 8 * ux + 4 * uy:.1f} {ey - 8 * uy - 4 * ux:.1f}Z"
    ex, ey = ex - 5 * ux, ey - 5 * uy
    return f"M{x1:.1f} {y1:.1f}C{c1x:.1f} {c1y:.1f} {c2x:.1f} {c2y:.1f} {ex:.1f} {ey:.1f}", tip


def _node(placed: Placed, number: int, network: Network, target: str | None) -> str:
    shape = SHAPES[number - 1] if number else "circle"
    size = SIZE if network.by == "articles" else min(SIZE + placed.node.articles**0.5 / 2, 11)
    drawn = f"<title>{escape(node_words(placed.node, network))}</title>"
    drawn += f'<path class="mark n{number}" d="{shape_path(shape, placed.x, placed.y, size)}"/>'
    drawn += f'<text class="onpaper" text-anchor="middle" x="{placed.x:.1f}" y="{placed.y + size + 14:.1f}">'
    drawn += f"{escape(placed.label)}</text>"
    return f'<a href="{escape(target)}">{drawn}</a>' if target else f"<g>{drawn}</g>"


def _legend(network: Network, numbers: dict[str, int], width: float) -> tuple[list[str], float]:
    """Kinds of lines and, where nodes are articles, shapes of publishers, in as many rows as they need."""
    found = {edge.relation for edge in network.edges}
    items: list[tuple[str, str]] = [
        (f'<path class="edge {kind}" d="M0 -4h28"/>' + _arrow(kind, relation == "derived"), words)
        for relation, (kind, words) in KINDS.items()
        if relation in found
    ]
    if network.by == "articles":
        for name, number in numbers.items():
            items.append(
                (
                    f'<path class="mark n{number}" d="{shape_path(SHAPES[number - 1], 20, -4, SIZE)}"/>',
                    line(name)[:40],
                )
            )
        if any(node.publisher not in numbers for node in network.nodes):
            items.append((f'<path class="mark n0" d="{shape_path("circle", 20, -4, SIZE)}"/>', "other publishers"))
    return _rows(items, width)


def _rows(items: list[tuple[str, str]], width: float) -> tuple[list[str], float]:
    drawn, x, y = [], MARGIN, MARGIN + 8
    for mark, words in items:
        wide = 40 + len(words) * LEGEND_LETTER + 16
        if x > MARGIN and x + wide > width:
            x, y = MARGIN, y + LEGEND
        drawn.append(f'<g transform="translate({x:.0f} {y:.0f})">{mark}<text x="36">{escape(words)}</text></g>')
        x += wide
    return drawn, y


def _arrow(kind: str, directed: bool) -> str:
    return f'<path class="tip {kind}" d="M32 -4l-8 -4v8Z"/>' if directed else ""


def rows(network: Network, most: int) -> Iterator[tuple[NetworkEdge, str]]:
    """The surest edges with their words, for a table of what the picture shows."""
    names = {node.id: line(node.label) for node in network.nodes}
    for edge in network.edges[:most]:
        yield edge, edge_words(edge, names, sure=False)
