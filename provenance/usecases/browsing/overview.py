"""What an overview of the archive begins with: how much there is, what was found, what waits for somebody."""

from __future__ import annotations

from collections import Counter

from provenance.audit.recording import count_unaudited
from provenance.config.settings import Settings
from provenance.model.lists import Counts, PublisherCell
from provenance.store import Store
from provenance.usecases.browsing.laid_links import KeptLinks


def counts(store: Store, settings: Settings, kept: KeptLinks | None = None) -> Counts:
    """The numbers of `stats` and `audit`, without reading the links."""
    least, kept = settings.lineage.reporting_confidence, kept or KeptLinks()
    with store.snapshot():
        return kept.counted(store, least, "counts", lambda: _counts(store, settings, least, kept))


def _counts(store: Store, settings: Settings, least: float, kept: KeptLinks) -> Counts:
    laid = kept.of(store, least)
    pages = store.link_pages
    recorded = Counter(
        kept.counted(store, least, "recorded relations", lambda: pages.relations(least), of_links=True)
    )
    recorded -= Counter(pages.relations(least, laid.judgements) if laid.judgements else {})
    relations = recorded + Counter(link.relation for link in laid.links.values() if not link.rejected)
    decided = ("derived", "near_duplicate")
    waiting = sum(recorded[each] for each in decided)
    waiting += sum(link.relation in decided and link.review is None for link in laid.links.values())
    publishers = kept.publishers(store, least)
    return Counts(
        articles=sum(publishers.values()),
        publishers=len([name for name in publishers if name]),
        relations=dict(sorted(relations.items())),
        confirmed=sum(link.confirmed for link in laid.links.values()),
        rejected=sum(link.rejected for link in laid.links.values()),
        unreviewed=waiting,
        unaudited=count_unaudited(store, settings),
    )


def publisher_matrix(store: Store, settings: Settings, kept: KeptLinks | None = None) -> list[PublisherCell]:
    """Which publisher's articles were made from which other's, and how many links say so; the most links first.

    Links that people rejected do not count, those that they confirmed do.
    """
    least, kept = settings.lineage.reporting_confidence, kept or KeptLinks()
    with store.snapshot():
        return kept.counted(store, least, "matrix", lambda: _matrix(store, least, kept))


def _matrix(store: Store, least: float, kept: KeptLinks) -> list[PublisherCell]:
    laid, pages = kept.of(store, least), store.link_pages
    found: Counter[tuple[str | None, str | None]] = Counter()
    for source, taker, links in kept.counted(store, least, "taken", lambda: pages.taken(least), of_links=True):
        found[source, taker] += links
    for source, taker, links in pages.taken(least, laid.judgements) if laid.judgements else ():
        found[source, taker] -= links
    directed = [link for link in laid.links.values() if link.source is not None and link.derived is not None]
    named = store.article_pages.listed({name for link in directed for name in (link.a, link.b)})
    for link in directed:
        if link.source is not None and link.derived is not None:
            found[named[link.source].publisher, named[link.derived].publisher] += 1
    cells = [PublisherCell(source, taker, links) for (source, taker), links in found.items() if links]
    return sorted(cells, key=lambda cell: (-cell.links, cell.source or "", cell.taker or ""))
