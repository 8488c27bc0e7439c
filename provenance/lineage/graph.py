"""Who derives from whom over many articles: a graph without cycles, its direct edges, its roots and its leaves.

Links are judged pair by pair, so some of them contradict each other where dates are missing or wrong: the weakest
edge of a cycle is left out (and kept in `broken`). An edge that a longer path explains is indirect. Only directed
links make edges, so that no chain of weak or undetermined similarities ever joins unrelated articles. Holds links and
reads no archive; 100,000 edges are built in about a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.model import Link
from provenance.model.text_parts import overlap, union

# An edge is indirect where this part of its shared text is also shared with articles between its two ends.
EXPLAINED = 0.8


@dataclass(frozen=True, slots=True)
class Edge:
    """`derived` took text from `source`; `direct` is False where a path through other articles explains all of it."""

    source: str
    derived: str
    link: Link
    direct: bool = True


@dataclass(frozen=True, slots=True)
class LineageGraph:
    """Edges by both ends, each tuple ascending by the id at its other end. `broken` are links left out of cycles."""

    into: Mapping[str, tuple[Edge, ...]]
    out_of: Mapping[str, tuple[Edge, ...]]
    broken: tuple[Link, ...] = ()

    def edges(self) -> Iterator[Edge]:
        """All edges, ascending by source and derived id."""
        for source in sorted(self.out_of):
            yield from self.out_of[source]

    def parents(self, article: str, *, direct_only: bool = True) -> tuple[str, ...]:
        """What the article took text from."""
        return tuple(edge.source for edge in self.into.get(article, ()) if edge.direct or not direct_only)

    def children(self, article: str, *, direct_only: bool = True) -> tuple[str, ...]:
        """What took text from the article."""
        return tuple(edge.derived for edge in self.out_of.get(article, ()) if edge.direct or not direct_only)

    def ancestors(self, article: str) -> dict[str, int]:
        """Every source, however far, with the least number of steps to it; nearest first."""
        return self._reached(article, upwards=True)

    def descendants(self, article: str) -> dict[str, int]:
        """Every derivative, however far, with the least number of steps to it; nearest first."""
        return self._reached(article, upwards=False)

    def roots(self, article: str) -> tuple[str, ...]:
        """The sources, however far, that have no archived source themselves; the article itself if it has none."""
        reached = [article, *self.ancestors(article)]
        return tuple(sorted(name for name in reached if not self.into.get(name)))

    def _reached(self, article: str, *, upwards: bool) -> dict[str, int]:
        """Steps along direct edges; an article that only indirect edges reach is one step away."""
        found = {article: 0}
        frontier = [article]
        while frontier:
            following = set()
            for name in frontier:
                edges = self.into.get(name, ()) if upwards else self.out_of.get(name, ())
                direct = {edge.source if upwards else edge.derived for edge in edges if edge.direct}
                following |= direct - found.keys()
            for name in sorted(following):
                found[name] = found[frontier[0]] + 1
            frontier = sorted(following)
        del found[article]
        return found


def build_graph(links: Iterable[Link]) -> LineageGraph:
    """The graph of all directed links. Of two links of one pair the surer one counts."""
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.source is None or link.derived is None or link.source == link.derived:
            continue
        pair = min(link.a, link.b), max(link.a, link.b)
        if pair not in best or _rank(link) < _rank(best[pair]):
            best[pair] = link
    kept, broken = _without_cycles(sorted(best.values(), key=_rank))
    between = _indirect(kept)
    into: dict[str, list[Edge]] = {}
    out_of: dict[str, list[Edge]] = {}
    for source, derived, link in sorted(((str(link.source), str(link.derived), link) for link in kept), key=_ends):
        edge = Edge(source, derived, link, (source, derived) not in between)
        into.setdefault(derived, []).append(edge)
        out_of.setdefault(source, []).append(edge)
    return LineageGraph(
        {name: tuple(edges) for name, edges in into.items()},
        {name: tuple(edges) for name, edges in out_of.items()},
        tuple(broken),
    )


def _ends(edge: tuple[str, str, Link]) -> tuple[str, str]:
    return edge[0], edge[1]


def _rank(link: Link) -> tuple[float, str, str]:
    """The surest first, then by ids, so that the same links always break in the same place."""
    return -link.confidence, str(link.source), str(link.derived)


def _without_cycles(links: Sequence[Link]) -> tuple[list[Link], list[Link]]:
    """Links, the surest first, that close no cycle with surer ones; and the others.

    Only links inside a strongly connected part can lie on a cycle, so only those are looked at one by one.
    """
    part = _connected_parts(links)
    out_of: dict[str, set[str]] = {}
    kept, broken = [], []
    for link in links:
        source, derived = str(link.source), str(link.derived)
        if part[source] == part[derived]:
            if _leads_to(out_of, derived, source):
                broken.append(link)
                continue
            out_of.setdefault(source, set()).add(derived)
        kept.append(link)
    return kept, broken


def _leads_to(out_of: Mapping[str, set[str]], start: str, goal: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        new = out_of.get(name, set()) - seen
        seen |= new
        waiting += new
    return False


def _connected_parts(links: Sequence[Link]) -> dict[str, int]:
    """Number of the strongly connected part of every article (Tarjan 1972, without recursion)."""
    out_of: dict[str, list[str]] = {}
    for link in links:
        out_of.setdefault(str(link.source), []).append(str(link.derived))
        out_of.setdefault(str(link.derived), [])
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    part: dict[str, int] = {}
    stack: list[str] = []
    for start in sorted(out_of):
        if start in number:
            continue
        number[start] = lowest[start] = len(number)
        stack.append(start)
        path = [(start, iter(sorted(out_of[start])))]
        while path:
            name, following = path[-1]
            for other in following:
                if other not in number:
                    number[other] = lowest[other] = len(number)
                    stack.append(other)
                    path.append((other, iter(sorted(out_of[other]))))
                    break
                if other not in part:
                    lowest[name] = min(lowest[name], number[other])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[name])
                if lowest[name] == number[name]:
                    while True:
                        member = stack.pop()
                        part[member] = number[name]
                        if member == name:
                            break
    return part


def _indirect(links: Sequence[Link]) -> set[tuple[str, str]]:
    """Edges whose shared text the derived article also shares with other articles that derive from the source."""
    sources: dict[str, dict[str, Link]] = {}
    for link in links:
        sources.setdefault(str(link.derived), {})[str(link.source)] = link
    found = set()
    for derived, own in sources.items():
        if len(own) < 2:
            continue
        for source, link in own.items():
            between = [other for other in own if other != source and source in sources.get(other, ())]
            if not between:
                continue
            needed = union(link.spans_in(derived))
            covered = union([span for other in between for span in own[other].spans_in(derived)])
            total = sum(span.length for span in needed)
            if total and overlap(needed, covered) >= EXPLAINED * total:
                found.add((source, derived))
    return found
