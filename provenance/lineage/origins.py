"""How many independent origins the articles that hold a passage come down to, and which.

A holder comes from another where a recorded link says with enough confidence that it was made from it, where both are
one text or draw on one source, where a person confirmed it, and where the text around the passage says who was told:
an exclusive interview has one origin, whoever reports it; a press conference has as many as independent outlets.
Holders of one agency's text come from that agency, which may be outside the archive. An undetermined link may hide a
dependence, so a least number is given beside the likely one. Reads links, decides nothing about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.lineage.agencies import learn
from provenance.lineage.marks import agency_of
from provenance.lineage.occasions import Occasion, bare_name, occasion_of
from provenance.model import Article, Link, Span
from provenance.model.appearance import surely_before

# Confidences from which a link joins two holders. On the odd half of the `newsroom` events, sentences that several
# outlets wrote independently have the right number at .5 / .6 / .7 / .75 / .8 / .9 in 13 / 44 / 74 / 77 / 64 / 23 %,
# sentences with one origin in 96 / 95 / 92 / 92 / 70 / 5 %. The other half is reported by `eval_trace`.
COPIED = 0.75
COMMON = 0.6  # of one common source


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: the earliest known `article` of its line, or an outlet outside the archive (`outside`).

    `holders` are all articles that come down to it, in the order in which they were given.
    """

    article: str | None
    outside: str | None
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """What the holders of a passage come down to: likely `lines`, and no fewer than `at_least`.

    `several`: holders whose text says that the words were said to many.
    """

    lines: tuple[Origin, ...]
    at_least: int
    several: tuple[str, ...] = ()


def origins_of(
    holders: Sequence[Article],
    places: Mapping[str, Span],
    links: Iterable[Link],
) -> Origins:
    """The origins of a passage that `holders`, earliest first, have at `places`.

    `links` are those among the holders, at any confidence, with what people said of them: a confirmed one counts
    whatever its confidence, a rejected one not at all. Origins are in the order of their first holders.
    """
    groups = _Groups(article.id for article in holders)
    outlets = {article.id: article.publisher for article in holders if article.publisher}
    occasions = {
        article.id: occasion_of(
            article, places[article.id], {name for key, name in outlets.items() if name != article.publisher}
        )
        for article in holders
    }
    unsure = []
    for link in links:
        if link.rejected or _are_apart(link):
            continue
        if _joins(link):
            groups.join(link.a, link.b)
            if link.relation == "common_source" and link.credited_source:
                groups.name(link.a, link.credited_source)
        elif _holds_both(link, places):
            unsure.append(link)
    _join_told(groups, holders, occasions)
    _join_agencies(groups, holders)
    lines = tuple(_origin(members, groups, holders) for members in groups.all())
    for link in unsure:
        groups.join(link.a, link.b)
    several = tuple(article.id for article in holders if occasions[article.id].several)
    return Origins(lines, len(groups.all()), several)


def _are_apart(link: Link) -> bool:
    """Whether a link says surely enough that its two articles have the words independently, from one event."""
    return link.is_same_event and (link.confirmed or link.confidence >= COPIED)


def _joins(link: Link) -> bool:
    """Whether a link says surely enough that its two articles do not have the words independently."""
    if link.confirmed or link.relation == "near_duplicate":
        return True
    return link.confidence >= {"derived": COPIED, "common_source": COMMON}.get(link.relation, 2.0)


def _join_told(groups: _Groups, holders: Sequence[Article], occasions: Mapping[str, Occasion]) -> None:
    """Join holders to the outlet that was told: those that say so, and where it was an interview those that say
    nothing of an occasion and are not older than the outlet's own report."""
    told = sorted({occasion.outlet for occasion in occasions.values() if occasion.outlet})
    for outlet in told:
        own = [each.id for each in holders if _same(each.publisher, outlet)]
        saying = [each.id for each in holders if occasions[each.id].outlet == outlet]
        for name in saying[1:] + own:
            groups.join(saying[0], name)
        if not own:
            groups.name(saying[0], outlet)
    interviews = [each.id for each in holders if occasions[each.id].interview]
    if len(told) == 1 and interviews:
        known = [each for each in holders if _same(each.publisher, told[0])]
        for each in holders:
            silent = occasions[each.id] == Occasion()
            if silent and not any(surely_before(each, report) for report in known):
                groups.join(interviews[0], each.id)


def _same(publisher: str | None, outlet: str) -> bool:
    return publisher is not None and bare_name(publisher).lower() == bare_name(outlet).lower()


def _join_agencies(groups: _Groups, holders: Sequence[Article]) -> None:
    """Join the holders of one agency's text; its own dispatch, where that is among them, is where they come from."""
    agencies = learn(holders)
    carrying: dict[str, list[str]] = {}
    for each in holders:
        agency = agency_of(each, agencies)
        if agency:
            carrying.setdefault(agency, []).append(each.id)
    for agency, names in sorted(carrying.items()):
        own = [each.id for each in holders if agencies.published_by(each, agency)]
        joined = list(dict.fromkeys([*names, *own]))
        for name in joined[1:]:
            groups.join(joined[0], name)
        if not own and len(joined) > 1:
            groups.name(joined[0], agency)


class _Groups:
    """Articles joined pair by pair; a group may be named after an outlet that is outside the archive."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}
        self._outside: list[tuple[str, str]] = []

    def _root(self, name: str) -> str:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, one: str, two: str) -> None:
        if one in self._parent and two in self._parent:
            low, high = sorted((self._root(one), self._root(two)))
            self._parent[high] = low

    def name(self, member: str, outside: str) -> None:
        self._outside.append((member, outside))

    def outside(self, member: str) -> str | None:
        """What the group of `member` was named after, the first in the alphabet."""
        names = [outside for name, outside in self._outside if self._root(name) == self._root(member)]
        return min(names, default=None)

    def all(self) -> list[tuple[str, ...]]:
        """The groups; groups and members in the order of the articles."""
        members: dict[str, list[str]] = {}
        for name in self._parent:
            members.setdefault(self._root(name), []).append(name)
        return [tuple(names) for names in members.values()]


def _origin(members: tuple[str, ...], groups: _Groups, holders: Sequence[Article]) -> Origin:
    """The origin of a group of dependent holders."""
    outside = groups.outside(members[0])
    publishers = [each.publisher for each in holders if each.id in members]
    if outside and not any(_same(publisher, outside) for publisher in publishers):
        return Origin(None, outside, members)
    return Origin(members[0], None, members)


def _holds_both(link: Link, places: Mapping[str, Span]) -> bool:
    """Whether a link of two holders is about the passage itself."""
    return any(
        each.match.a.overlap(places[link.a]) and each.match.b.overlap(places[link.b]) for each in link.asserted
    )
