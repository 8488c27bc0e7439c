"""Where a passage was first seen, who holds it, and how many independent origins its holders come down to.

Follows the passages of links from article to article, so wording that changed on the way is still followed. A holder
whose source holds the passage, too, is no origin; holders of one agency's text have one origin outside the archive;
an undetermined link may hide a dependence, so the number of origins is given as a range. Reads links, decides
nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.model import Article, Link, Match, Span

# Part of a passage that another article must have to count as a holder of it.
HELD = 0.5


@dataclass(frozen=True, slots=True)
class Holder:
    """An article that holds the passage, where, and how many links away it was found."""

    article: str
    span: Span
    steps: int


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: the earliest known `article` of its line, or an agency outside the archive (`outside`).

    `holders` are all articles that come down to it.
    """

    article: str | None
    outside: str | None
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """All holders of a passage, the earliest known first, and what they come down to.

    There are `at_least` and at most `len(origins)` independent origins: undetermined links may join some.
    """

    holders: tuple[Holder, ...]
    origins: tuple[Origin, ...]
    at_least: int


def holders_of(article: str, span: Span, links: Iterable[Link]) -> tuple[Holder, ...]:
    """Every article that the passages of links lead to from `span` of `article`, nearest first, itself included."""
    beside: dict[str, list[Link]] = {}
    for link in links:
        beside.setdefault(link.a, []).append(link)
        beside.setdefault(link.b, []).append(link)
    found = {article: Holder(article, span, 0)}
    frontier = [found[article]]
    while frontier:
        following: dict[str, Holder] = {}
        for holder in frontier:
            for link in beside.get(holder.article, ()):
                other = link.b if link.a == holder.article else link.a
                if other in found:
                    continue
                place = _beside(link, holder)
                if place and (other not in following or place.length > following[other].span.length):
                    following[other] = Holder(other, place, holder.steps + 1)
        found |= following
        frontier = [following[name] for name in sorted(following)]
    return tuple(sorted(found.values(), key=lambda holder: (holder.steps, holder.article)))


def origins_of(
    article: str, span: Span, links: Sequence[Link], articles: Mapping[str, Article] | None = None
) -> Origins:
    """Holders and independent origins of a passage. `articles` (those that are known) order holders by date."""
    known = articles or {}
    holders = holders_of(article, span, links)
    names = {holder.article for holder in holders}
    among = [link for link in links if link.a in names and link.b in names and _holds_both(link, holders)]
    groups = _Groups(names)
    for link in among:
        if link.relation in ("derived", "near_duplicate") and link.source and link.derived:
            groups.join(link.source, link.derived)
        elif link.relation in ("near_duplicate", "common_source"):
            groups.join(link.a, link.b)
    certain = [_origin(members, among, known) for members in groups.all()]
    for link in among:
        groups.join(link.a, link.b)
    ordered = sorted(holders, key=lambda holder: (*_moment(known.get(holder.article)), holder.steps, holder.article))
    return Origins(tuple(ordered), tuple(certain), len(groups.all()))


def earliest_known(origins: Origins) -> Holder:
    """The holder with the earliest known date; undated ones come last."""
    return origins.holders[0]


class _Groups:
    """Articles joined pair by pair."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def _root(self, name: str) -> str:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, one: str, two: str) -> None:
        low, high = sorted((self._root(one), self._root(two)))
        self._parent[high] = low

    def all(self) -> list[tuple[str, ...]]:
        """The groups, each ascending, in ascending order."""
        members: dict[str, list[str]] = {}
        for name in sorted(self._parent):
            members.setdefault(self._root(name), []).append(name)
        return [tuple(names) for _, names in sorted(members.items())]


def _origin(members: tuple[str, ...], links: Sequence[Link], articles: Mapping[str, Article]) -> Origin:
    """The origin of a group of dependent holders."""
    inside = [link for link in links if link.a in members and link.b in members]
    derived = {link.derived for link in inside if link.derived}
    roots = [name for name in members if name not in derived] or list(members)
    roots.sort(key=lambda name: (*_moment(articles.get(name)), name))
    common = sorted(
        {link.credited_source for link in inside if link.relation == "common_source" and link.credited_source}
    )
    if common and len(roots) > 1:
        return Origin(None, common[0], members)
    return Origin(roots[0], None, members)


def _beside(link: Link, holder: Holder) -> Span | None:
    """Where the other article of a link has the same passage, if it has at least half of it; else None."""
    best: Span | None = None
    covered = 0
    for each in link.asserted:
        match = each.match if link.a == holder.article else each.match.exchanged()
        common = match.a.overlap(holder.span)
        if common > covered:
            covered, best = common, mapped(match, holder.span)
    return best if covered >= HELD * holder.span.length else None


def mapped(match: Match, span: Span) -> Span:
    """The part of side B that corresponds to `span` of side A: by shared words, else the whole passage."""
    if span.start <= match.a.start and span.end >= match.a.end:
        return match.b
    pieces = [(a, b) for a, b in match.shared if a.overlap(span)]
    if not pieces:
        return match.b
    starts, ends = [], []
    for a, b in pieces:
        cut_start = max(0, span.start - a.start) if a.length == b.length else 0
        cut_end = max(0, a.end - span.end) if a.length == b.length else 0
        starts.append(b.start + cut_start)
        ends.append(b.end - cut_end)
    return Span(min(starts), max(ends))


def _holds_both(link: Link, holders: Sequence[Holder]) -> bool:
    """Whether a link of two holders is about the passage itself."""
    place = {holder.article: holder.span for holder in holders}
    return any(each.match.a.overlap(place[link.a]) and each.match.b.overlap(place[link.b]) for each in link.asserted)


def _moment(article: Article | None) -> tuple[float, float]:
    """For sorting: dated articles by the earliest moment that their date allows, undated ones last."""
    time = article.published if article else None
    return (time.earliest, time.latest) if time else (float("inf"), float("inf"))
