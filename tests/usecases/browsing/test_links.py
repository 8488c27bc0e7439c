"""A list of links, put together from its pages, has the rows of `audit` in their order, whatever people said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from provenance import Archive
from provenance.config.settings import Settings
from provenance.model import Link
from provenance.model.lists import LinkLine, LinkQuery, LinkSort
from provenance.usecases.browsing.laid_links import KeptLinks
from provenance.usecases.browsing.links import first_links, link_page
from provenance.usecases.filters import Filters
from provenance.usecases.networks import network

EVERY = Filters(same_event=True)


def at(least: float) -> Settings:
    settings = Settings.of()
    return replace(settings, lineage=replace(settings.lineage, reporting_confidence=least))


def pages(archive: Archive, query: LinkQuery, settings: Settings | None = None, limit: int = 7) -> list[LinkLine]:
    """All rows of a list, a few at a time."""
    settings, rows, after = settings or Settings.of(), [], None
    while True:
        page = link_page(archive.store, settings, query, after=after, limit=limit)
        assert len(page.rows) <= limit
        rows += page.rows
        if page.after is None:
            assert len(rows) == page.total
            return rows
        assert len(page.rows) == limit
        after = page.after


def commanded(archive: Archive, filters: Filters, least: float | None = None) -> list[Link]:
    archive.settings = at(least) if least is not None else Settings.of()
    return archive.listed_links(filters)


@pytest.mark.parametrize("least", [0.0, 0.5, 0.8, 0.97, 1.0])
@pytest.mark.parametrize("same_event", [False, True])
def test_pages_have_the_links_of_the_command_in_its_order(lists: Archive, least: float, same_event: bool) -> None:
    found = pages(lists, LinkQuery(same_event=same_event), at(least))
    assert [line.link for line in found] == commanded(lists, Filters(same_event=same_event), least)


def test_a_whole_link_is_what_the_command_prints(lists: Archive) -> None:
    page = link_page(lists.store, Settings.of(), LinkQuery(same_event=True), limit=1000, whole=True)
    archive_links = lists.links(EVERY)
    assert [line.link for line in page.rows] == archive_links
    assert all(len(line.link.passages) == line.passages for line in page.rows if line.link.passages)


@pytest.mark.parametrize("sort", ["strongest", "surest", "newest", "oldest", "found"])
def test_every_order_gives_every_link_once(lists: Archive, sort: str) -> None:
    found = pages(lists, LinkQuery(same_event=True, sort=sort), limit=3)  # type: ignore[arg-type]
    assert sorted((line.link.a, line.link.b) for line in found) == sorted(
        (link.a, link.b) for link in commanded(lists, EVERY)
    )
    kept = [line for line in found if not line.link.rejected]
    assert found[: len(kept)] == kept or sort == "found"
    if sort == "surest":
        sure = [line.link.confidence for line in kept if not line.link.is_same_event]
        assert sure == sorted(sure, reverse=True)
    if sort in ("newest", "oldest"):
        dates = [[end.published.earliest for end in (line.a, line.b) if end.published] for line in kept]
        times = [max(each, default=None) for each in dates]
        known = [time for time in times if time is not None]
        assert times[: len(known)] == known == sorted(known, reverse=sort == "newest")


def publishers(archive: Archive) -> list[str]:
    return sorted({row.publisher for row in archive.listed() if row.publisher})


def test_filters_are_those_of_the_command(lists: Archive) -> None:
    names = publishers(lists)
    articles = {row.id: row for row in lists.listed()}
    everything = commanded(lists, EVERY)
    dates = sorted(row.published.earliest for row in articles.values() if row.published)
    early, late = dates[len(dates) // 3], dates[2 * len(dates) // 3]
    languages = {row.language for row in articles.values() if row.language}
    checked = 0

    def agree(query: LinkQuery, wanted: Callable[[Link], bool]) -> None:
        nonlocal checked
        expected = [link for link in everything if wanted(link)]
        assert [line.link for line in pages(lists, replace(query, same_event=True))] == expected
        checked += bool(expected)

    for name in names[:6]:
        of = {row.id for row in articles.values() if row.publisher == name}
        agree(LinkQuery(publisher=name.upper()), lambda link, of=of: link.a in of or link.b in of)
        agree(LinkQuery(source=name), lambda link, of=of: link.source in of)
        agree(LinkQuery(taker=name), lambda link, of=of: link.derived in of)
        agree(LinkQuery(publishers=frozenset([name.casefold()])), lambda link, of=of: link.a in of and link.b in of)
    pair = next((link for link in everything if articles[link.a].publisher and articles[link.b].publisher), None)
    assert pair is not None
    one, two = (articles[name].publisher for name in (pair.b, pair.a))
    agree(
        LinkQuery(publisher=one, other=two),
        lambda link: (articles[link.a].publisher, articles[link.b].publisher) in ((one, two), (two, one)),
    )
    for relation in ("derived", "near_duplicate", "common_source", "same_event", "undetermined"):
        agree(LinkQuery(relations=frozenset([relation])), lambda link, said=relation: link.relation == said)
    agree(LinkQuery(min_confidence=0.9), lambda link: link.confidence >= 0.9)
    agree(LinkQuery(review="reviewed"), lambda link: link.review is not None)
    agree(LinkQuery(review="unreviewed"), lambda link: link.review is None)
    agree(LinkQuery(review="confirmed"), lambda link: link.confirmed)
    agree(LinkQuery(review="rejected"), lambda link: link.rejected)
    agree(LinkQuery(article=pair.a), lambda link: pair.a in (link.a, link.b))
    window = Filters(since=early, until=late, same_event=True)
    agree(LinkQuery(since=early, until=late), lambda link: link in commanded(lists, window))
    for language in sorted(languages)[:3]:
        in_it = commanded(lists, Filters(languages=frozenset([language]), same_event=True))
        agree(LinkQuery(languages=frozenset([language])), lambda link, kept=in_it: link in kept)
    assert checked > 12


def test_a_kind_is_that_of_some_passage(archive: Archive) -> None:
    whole = archive.links(EVERY)
    for kind in ("verbatim", "edited", "quotation", "paraphrase"):
        wanted = {(link.a, link.b) for link in whole if any(each.match.kind == kind for each in link.passages)}
        found = pages(archive, LinkQuery(kinds=frozenset([kind]), same_event=True))
        assert {(line.link.a, line.link.b) for line in found} == wanted
        assert all(kind in line.kinds for line in found)


def test_a_publisher_that_nobody_has_has_no_links(archive: Archive) -> None:
    for hostile in ("", "'; DROP TABLE link_rows; --", "Nobody\0", "\uffff", "\ud800"):
        assert pages(archive, LinkQuery(publisher=hostile)) == []
        assert pages(archive, LinkQuery(article=hostile)) == []


def test_what_is_kept_of_reviews_holds_until_the_archive_changes(lists: Archive) -> None:
    kept = KeptLinks()
    first = link_page(lists.store, Settings.of(), LinkQuery(), limit=500, kept=kept)
    assert link_page(lists.store, Settings.of(), LinkQuery(), limit=500, kept=kept) == first
    assert first == link_page(lists.store, Settings.of(), LinkQuery(), limit=500)


@pytest.mark.parametrize("least", [0.0, 0.8, 1.0])
@pytest.mark.parametrize("sort", ["newest", "surest"])
def test_the_first_links_are_those_of_the_first_page(lists: Archive, least: float, sort: LinkSort) -> None:
    query = LinkQuery(sort=sort, review="unreviewed")
    page = link_page(lists.store, at(least), query, limit=9, whole=True)
    assert first_links(lists.store, at(least), query, 9) == [line.link for line in page.rows]


@pytest.mark.parametrize("least", [0.0, 0.5, 0.8, 0.97, 1.0])
def test_a_network_has_the_links_of_the_list(lists: Archive, least: float) -> None:
    made = network(lists.store, at(least), LinkQuery(same_event=True))
    drawn = {edge.example: (edge.relation, edge.directed, edge.confidence) for edge in made.edges}
    listed = {}
    for line in pages(lists, LinkQuery(same_event=True), at(least)):
        link = line.link
        ends = (link.source, link.derived) if link.source and link.derived else (link.a, link.b)
        if not link.rejected:
            listed[ends] = (link.relation, ends != (link.a, link.b) or link.source is not None, link.confidence)
    assert drawn == listed
    assert len(drawn) > 20
