"""Where the nodes of a network are: columns in which sources are left of what took from them, labels in rows.

Each connected part is laid out by itself: a node's column is one right of its last source's, so that arrows run to
the right; the row follows the nodes that it is linked to. Every label has a row of its column for itself, so no two
ever collide. Parts are then packed in shelves. Nothing is random, so the same network is the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, fsum, sqrt

from provenance.model.networks import Network, NetworkNode
from provenance.reports.characters import shortened

COLUMN, ROW = 190.0, 46.0  # a label of `LABEL` letters at 12 px is at most 180 wide, and below its mark
LABEL = 26
GAP = 40.0  # between parts
TALLEST = 40  # rows of a column; more become a column beside it
SWEEPS = 4
ASPECT = 1.5  # breadth of the whole over its height


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with the centre of its mark and its label, which is below that."""

    node: NetworkNode
    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Layout:
    """All nodes by id, and how large the picture is."""

    nodes: dict[str, Placed]
    width: float
    height: float


def arrange(network: Network) -> Layout:
    """Every node of the network in its place."""
    nodes = {node.id: node for node in network.nodes}
    neighbours: dict[str, set[str]] = {name: set() for name in nodes}
    sources: dict[str, set[str]] = {name: set() for name in nodes}
    for edge in network.edges:
        neighbours[edge.a].add(edge.b)
        neighbours[edge.b].add(edge.a)
        if edge.directed:
            sources[edge.b].add(edge.a)
    parts = [_part(part, nodes, neighbours, sources) for part in _parts(neighbours)]
    return _packed(parts, nodes)


def _parts(neighbours: dict[str, set[str]]) -> list[list[str]]:
    """The connected parts, the largest first."""
    seen: set[str] = set()
    parts = []
    for name in sorted(neighbours):
        if name in seen:
            continue
        part, waiting = [], [name]
        seen.add(name)
        while waiting:
            at = waiting.pop()
            part.append(at)
            for other in sorted(neighbours[at] - seen):
                seen.add(other)
                waiting.append(other)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _time(node: NetworkNode) -> tuple[bool, float, str]:
    """The order of nodes in time; those without a date come last."""
    return (node.published is None, node.published.earliest if node.published else 0.0, node.id)


def _columns(part: Sequence[str], nodes: dict[str, NetworkNode], sources: dict[str, set[str]]) -> list[list[str]]:
    """The part's nodes by column, each right of its sources; of a circle, the earliest is first."""
    column: dict[str, int] = {}
    waiting = {name: len(sources[name]) for name in part}
    takers: dict[str, list[str]] = {name: [] for name in part}
    for name in part:
        for source in sources[name]:
            takers[source].append(name)
    order = sorted(part, key=lambda name: _time(nodes[name]))
    ready = [name for name in order if not waiting[name]]
    at = 0
    while len(column) < len(part):
        if not ready:  # publishers take from each other: begin with the one with the fewest sources left
            ready = [min((n for n in order if n not in column), key=lambda n: (waiting[n], -len(takers[n]), n))]
        following: list[str] = []
        for name in ready:
            if name in column:
                continue
            column[name] = max((column[each] + 1 for each in sources[name] if each in column), default=0)
            for taker in takers[name]:
                waiting[taker] -= 1
                if waiting[taker] <= 0 and taker not in column:
                    following.append(taker)
        ready = following
        at += 1
    found: list[list[str]] = [[] for _ in range(max(column.values()) + 1)]
    for name in order:
        found[column[name]].append(name)
    return [each for each in found if each]


def _part(
    part: Sequence[str],
    nodes: dict[str, NetworkNode],
    neighbours: dict[str, set[str]],
    sources: dict[str, set[str]],
) -> dict[str, tuple[int, int]]:
    """Column and row of each node of a part."""
    columns = _columns(part, nodes, sources)
    row = {name: float(place) for column in columns for place, name in enumerate(column)}
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            if len(column) > 1 or len(columns) > 1:
                wanted = {name: _mean((row[each] for each in neighbours[name]), row[name]) for name in column}
                column.sort(key=lambda name: (wanted[name], _time(nodes[name])))
                middle = (len(column) - 1) / 2
                centre = _mean(wanted.values(), middle)
                for place, name in enumerate(column):
                    row[name] = place - middle + centre
    places: dict[str, tuple[int, int]] = {}
    left = 0
    tallest = max(TALLEST, ceil(sqrt(len(part) * COLUMN / ROW / ASPECT)) if len(part) > TALLEST else 0)
    for column in columns:
        wide = ceil(len(column) / tallest)
        high = ceil(len(column) / wide)
        for place, name in enumerate(column):
            places[name] = (left + place // high, place % high)
        left += wide
    return places


def _mean(values: Iterable[float], otherwise: float) -> float:
    found = list(values)  # of a set, in any order: only an exact sum is the same in every one
    return fsum(found) / len(found) if found else otherwise


def _packed(parts: Sequence[dict[str, tuple[int, int]]], nodes: dict[str, NetworkNode]) -> Layout:
    """The parts in shelves, the largest first; within a part, columns are centred."""
    boxes = []
    for part in parts:
        rows = max(row for _, row in part.values()) + 1
        boxes.append((part, (max(column for column, _ in part.values()) + 1) * COLUMN, rows))
    area = sum((width + GAP) * (rows * ROW + GAP) for _, width, rows in boxes)
    limit = max(sqrt(area * ASPECT), max((width for _, width, _ in boxes), default=COLUMN))
    placed: dict[str, Placed] = {}
    x, y, shelf, widest = 0.0, 0.0, 0.0, 0.0
    for part, width, rows in boxes:
        if x and x + width > limit:
            x, y, shelf = 0.0, y + shelf + GAP, 0.0
        heights: dict[int, int] = {}
        for column, row in part.values():
            heights[column] = max(heights.get(column, 0), row + 1)
        for name in sorted(part):
            column, row = part[name]
            lower = (rows - heights[column]) * ROW / 2
            label = shortened(nodes[name].label, LABEL)
            placed[name] = Placed(nodes[name], x + (column + 0.5) * COLUMN, y + row * ROW + ROW / 3 + lower, label)
        x, shelf, widest = x + width + GAP, max(shelf, rows * ROW), max(widest, x + width)
    return Layout(placed, max(widest, COLUMN), max(y + shelf, ROW))
