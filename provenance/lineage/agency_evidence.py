"""What agencies' marks, names and credits in two articles say of where both are from, as reasons.

An agency is the source of its own dispatch, archived under whichever of its names. Where its text is not archived,
two articles that both name it have it from there by their own words; where one does, the other may have the text as
well and not say so, or copy. "Staff and agencies" says that there is such a source and not which one. Marks are read
in `marks`, credits in `credits`; here they are laid beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from provenance.lineage.agencies import Agencies
from provenance.lineage.credits import agency_credit, credit_of, crediting_sentences, held_share
from provenance.model import Article, Evidence, Favours
from provenance.model.agencies import OUTLETS
from provenance.model.evidence import AgenciesUnnamed, AgencyMark, AgencySends
from provenance.model.evidence_kinds import Side

if TYPE_CHECKING:
    from provenance.lineage.mentions import Mentions

LEAST = 0.05  # part of enough copied prose: with less of it, an agency's mark alone shows nothing
# Part of a crediting sentence, or of all that an article says, that the credited one has, from which on it counts.
ASCRIBED = 0.5
# Of a full weight, where both name the agency and tell much of one story, and what is ascribed to it is in one only.
SAME_STORY = 0.75
ONE_OF_TWO = 0.75  # part of the weight of unnamed agencies that is left where only one of two says so


@dataclass(frozen=True, slots=True)
class _Named:
    """An agency that an article names as a source: by a `mark`, which is on all of it, or in its prose."""

    agency: str
    mark: bool


def weigh_agencies(
    a: Article,
    b: Article,
    mentions: tuple[Mentions, Mentions],
    argued: Mapping[str, float],
    copied: float,
    agencies: Agencies,
    *,
    retold: bool = False,
) -> list[Evidence]:
    """The reason that agencies give, one at most. `copied`, 0 to 1: whether enough prose is shared to be one text;
    with `retold`, that one tells the other's story in words of its own counts as much."""
    marks = (mentions[0].agency, mentions[1].agency)
    found = _both_name(a, b, mentions, argued["agency_credited"], agencies)
    if not found and copied >= LEAST:
        found = _weigh_marks(a, b, marks, argued, copied, agencies)
    if not found and retold:
        found = _one_names(a, b, mentions, argued["one_agency"], agencies)
    return found or _unnamed(a, b, mentions, argued["unnamed_agencies"], copied, agencies)


def _both_name(
    a: Article, b: Article, mentions: tuple[Mentions, Mentions], weight: float, agencies: Agencies
) -> list[Evidence]:
    """Both name one agency that published neither, at least one of them in its prose.

    The weight is scaled by how much of what is ascribed to the agency the other one has.
    """
    for one, two in _pairs(_named(a, mentions[0], agencies), _named(b, mentions[1], agencies)):
        if (one.mark and two.mark) or not agencies.same(one.agency, two.agency):
            continue
        if any(_is_own(each, one.agency, agencies) for each in (a, b)):
            continue
        agency = max(one.agency, two.agency, key=len)
        held = max(
            0.0 if two.mark else agency_credit(two.agency, a, b, agencies),
            0.0 if one.mark else agency_credit(one.agency, b, a, agencies),
        )
        if max(held, held_share(a, b), held_share(b, a)) < ASCRIBED:
            continue
        held = max(held, SAME_STORY)
        if one.mark or two.mark:
            marked: Side = "a" if one.mark else "b"
            return [Evidence(AgencyMark(agency, "credited", marked), "common", round(weight * held, 3))]
        if not crediting_sentences(a, one.agency, agencies) & crediting_sentences(b, two.agency, agencies):
            return [Evidence(AgencyMark(agency, "named"), "common", round(weight * held, 3))]
    return []


def _named(article: Article, mentions: Mentions, agencies: Agencies) -> list[_Named]:
    """The agencies that an article names as a source: that of its mark, then those that its prose credits."""
    found = [_Named(agencies.settled(mentions.agency), True)] if mentions.agency else []
    for name in mentions.credited:
        agency = agencies.named(name)
        if agency is not None and agency not in OUTLETS:
            found.append(_Named(agency, False))
    return found


def _pairs(one: list[_Named], two: list[_Named]) -> Iterator[tuple[_Named, _Named]]:
    for first in one:
        for second in two:
            yield first, second


def _is_own(article: Article, agency: str, agencies: Agencies) -> bool:
    """Whether an article is the agency's own; one without an outlet that carries its mark may be."""
    return not article.publisher or agencies.published_by(article, agency)


def _weigh_marks(
    a: Article,
    b: Article,
    marks: tuple[str | None, str | None],
    argued: Mapping[str, float],
    copied: float,
    agencies: Agencies,
) -> list[Evidence]:
    """What marks say of two articles that share prose: who sent, who printed, or that both have it from there."""
    one, two = marks
    for side, source, other, mark in _sides(a, b, marks):
        if mark and agencies.published_by(source, mark) and not agencies.published_by(other, mark):
            return [_agency(_full(source, mark, agencies), "publisher", side, argued["same_agency"] * copied)]
    for side, source, other, mark in _sides(a, b, marks):
        sender = agencies.of_publisher(source)
        if sender and mark is None and other.publisher and agencies.of_publisher(other) is None:
            return [Evidence(AgencySends(sender), side, round(argued["agency_sends"] * copied, 3))]
    if one is not None and two is not None and agencies.same(one, two):
        agency = max(one, two, key=len)
        if (a.publisher is None) != (b.publisher is None):
            return [_agency(agency, "dispatch", "a" if a.publisher is None else "b", argued["own_dispatch"] * copied)]
        if a.publisher is not None and not agencies.published_by(a, agency):
            return [_agency(agency, "both", "common", argued["same_agency"] * copied)]
    if one is not None and two is not None:
        return _two_agencies(a, b, one, two, argued["one_agency"] * copied, agencies)
    if one is None and two is None:
        return []
    marked: Side = "b" if one is None else "a"
    agency, article = (one or two or ""), (b if one is None else a)
    if not article.publisher or agencies.published_by(article, agency):
        return []
    return [Evidence(AgencyMark(agency, "one", marked), "common", round(argued["one_agency"] * copied, 3))]


def _two_agencies(a: Article, b: Article, one: str, two: str, nats: float, agencies: Agencies) -> list[Evidence]:
    """Two outlets give two agencies for one text: as they say, neither has it from the other."""
    if agencies.same(one, two) or _is_own(a, one, agencies) or _is_own(b, two, agencies):
        return []
    if agencies.published_by(a, two) or agencies.published_by(b, one):
        return []
    return [Evidence(AgencyMark(f"{one} and {two}", "two"), "common", round(nats, 3))]


def _one_names(
    a: Article, b: Article, mentions: tuple[Mentions, Mentions], weight: float, agencies: Agencies
) -> list[Evidence]:
    """One names an agency, by its mark or for what the other says as well; the other names none, and tells much of
    the same. Nothing where the other is an agency's own."""
    if mentions[0].agency and mentions[1].agency:
        return []
    sides: tuple[tuple[Side, Article, Article, Mentions, Mentions], ...] = (
        ("a", a, b, mentions[0], mentions[1]),
        ("b", b, a, mentions[1], mentions[0]),
    )
    for side, article, other, own, others in sides:
        if agencies.of_publisher(other) is not None or credit_of(other, article, agencies) is not None:
            continue
        for each in _named(article, own, agencies):
            if _is_own(article, each.agency, agencies) or any(
                agencies.same(each.agency, name) for name in others.everything
            ):
                continue
            if max(held_share(a, b), held_share(b, a)) < ASCRIBED:
                continue
            if each.mark or agency_credit(each.agency, other, article, agencies) >= ASCRIBED:
                shows: Literal["retold", "ascribed"] = "retold" if each.mark else "ascribed"
                return [Evidence(AgencyMark(each.agency, shows, side), "common", weight)]
    return []


def _unnamed(
    a: Article, b: Article, mentions: tuple[Mentions, Mentions], weight: float, copied: float, agencies: Agencies
) -> list[Evidence]:
    """One or both say "staff and agencies"; neither names an agency or is one's own."""
    one, two = (each.unnamed for each in mentions)
    if not (one or two) or any(each.agency for each in mentions):
        return []
    if any(agencies.of_publisher(each) for each in (a, b)):
        return []
    if max(copied, held_share(a, b), held_share(b, a)) < ASCRIBED:
        return []
    part = 1.0 if one and two else ONE_OF_TWO
    side: Side | None = None if one and two else "a" if one else "b"
    return [Evidence(AgenciesUnnamed(side), "common", round(weight * part, 3))]


def _sides(
    a: Article, b: Article, marks: tuple[str | None, str | None]
) -> Iterator[tuple[Side, Article, Article, str | None]]:
    """(the side that may be the source, its article, the other one, the mark of the other one), both ways."""
    yield "a", a, b, marks[1]
    yield "b", b, a, marks[0]


def _full(source: Article, mark: str, agencies: Agencies) -> str:
    """The longer of an agency's two names: the one that it publishes under says more than its mark."""
    return max(agencies.settled(mark), agencies.settled(source.publisher or mark), key=len)


def _agency(agency: str, shows: Literal["publisher", "dispatch", "both"], favours: Favours, nats: float) -> Evidence:
    return Evidence(AgencyMark(agency, shows), favours, round(nats, 3))
