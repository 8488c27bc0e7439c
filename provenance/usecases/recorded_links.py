"""The links that audits have recorded: filtered, at a reporting confidence, with what people said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from provenance.audit.reviews import Reviews
from provenance.config.settings import Settings
from provenance.lineage.limits import at_confidence
from provenance.model import Article, Link
from provenance.store import Store
from provenance.usecases.earlier_versions import with_versions
from provenance.usecases.filters import Filters
from provenance.usecases.listing import without_text
from provenance.usecases.narrowing import narrowed_link, strongest_first

PORTION = 500  # links whose texts are in memory at a time


def recorded_links(store: Store, settings: Settings, filters: Filters) -> list[Link]:
    """Recorded links between articles that the filters admit, strongest first, read at the reporting confidence.

    Each has what people said of it; those that they rejected come last, and those that they confirmed are there even
    where the program finds them no longer.
    """
    return [*whole_links(store, settings, listed_links(store, settings, filters), filters)]


def listed_links(store: Store, settings: Settings, filters: Filters) -> list[Link]:
    """The same without passages and evidence: of a hundred thousand links these are the larger part by far."""
    reviews, least = Reviews(store), settings.lineage.reporting_confidence
    filters = filters.at(least)
    asked = filters.narrow_passages
    recorded = store.links.iterate() if asked else store.links.iterate_bare()
    found: Iterable[Link] = _reviewed(store, (at_confidence(link, least) for link in recorded), reviews)
    if reviews:
        found = list(found)
        found += reviews.lost([(link.a, link.b) for link in found])
    found = (link for link in found if filters.lists(link))
    if filters.narrow:
        rows = {row.id: without_text(row) for row in store.articles.listed()}
        found = (link for link in found if _admitted(link, rows, filters))
    if asked:
        found = _narrowed(store, found, filters)
        found = (replace(link, passages=(), evidence=()) for link in found)
    return sorted(found, key=strongest_first)


def whole_links(
    store: Store, settings: Settings, listed: Iterable[Link], filters: Filters | None = None
) -> Iterator[Link]:
    """Each of the listed links with its passages and its evidence, one at a time; without those that are gone.

    `filters` are those that the links were listed with. Links that only people's reviews still hold stay as listed.
    """
    reviews, least = Reviews(store), settings.lineage.reporting_confidence
    found = (link if _is_lost(link) else store.links.between(link.a, link.b) for link in listed)
    known = (link if _is_lost(link) else at_confidence(link, least) for link in found if link is not None)
    laid = (link if _is_lost(link) else reviews.over(link) for link in known)
    yield from _narrowed(store, laid, filters or Filters())


def _is_lost(link: Link) -> bool:
    return link.review is not None and not link.review.found


def _reviewed(store: Store, links: Iterable[Link], reviews: Reviews) -> Iterator[Link]:
    """The links with what people said; of a bare one whose passages matter for that, the passages are read."""
    if not reviews:
        yield from links
        return
    for link in links:
        whole = store.links.between(link.a, link.b) if not link.passages and reviews.needs_passages(link) else None
        if whole is None:
            yield reviews.over(link)
            continue
        laid = reviews.over(replace(link, passages=whole.passages))
        yield replace(laid, passages=())


def _admitted(link: Link, rows: dict[str, Article], filters: Filters) -> bool:
    a, b = rows[link.a], rows[link.b]
    return filters.admits(a) and filters.admits(b) and filters.admits_pair(a, b)


def _narrowed(store: Store, links: Iterable[Link], filters: Filters) -> Iterator[Link]:
    """The links with the passages that the filters admit, in their order; without links that have none left."""
    if not filters.narrow_passages:
        yield from links
        return
    waiting = iter(links)
    while portion := list(islice(waiting, PORTION)):
        names = {name for link in portion for name in (link.a, link.b)} if filters.min_words else set()
        articles = with_versions(store, store.articles.get_known(sorted(names)), portion)
        for link in portion:
            narrowed = narrowed_link(link, filters, articles.get(link.a), articles.get(link.b))
            if narrowed is not None:
                yield narrowed
