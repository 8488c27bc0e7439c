"""Links, a page at a time: the rows of `audit` and their order, with what people said laid over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.audit.reviews import Reviews
from provenance.config.settings import Settings
from provenance.lineage.limits import at_confidence
from provenance.model import Link
from provenance.model.lists import Key, LinkLine, LinkPage, LinkQuery, Page
from provenance.store import Store
from provenance.store.browsing.link_columns import KIND_BITS
from provenance.store.browsing.link_pages import FoundLink, LinkPages
from provenance.usecases.browsing.laid_links import KeptLinks, LaidLinks

PAGE = 50  # links on a page where nobody asks for another number


def link_page(
    store: Store,
    settings: Settings,
    query: LinkQuery,
    *,
    after: Key | None = None,
    limit: int = PAGE,
    whole: bool = False,
    kept: KeptLinks | None = None,
) -> LinkPage:
    """The links behind the key `after` that the query admits, in its order; with passages and evidence where `whole`.

    At a reporting confidence of 0, readers ask for every link that is known, reports of the same event too.
    """
    least = settings.lineage.reporting_confidence
    query = query if least > 0 else replace(query, same_event=True)
    kept = kept or KeptLinks()
    with store.snapshot():
        laid, pages = kept.of(store, least), kept.pages(store, least)
        found = _found(pages, query, least, laid, after, limit + 1)
        total = link_count(store, settings, query, kept) if after is not None or len(found) > limit else len(found)
        shown = found[:limit]
        lines = _lines(store, shown, laid, least, whole=whole)
    return Page(tuple(lines), total, shown[-1].key if len(found) > limit else None)


def first_links(
    store: Store, settings: Settings, query: LinkQuery, limit: int, kept: KeptLinks | None = None
) -> list[Link]:
    """The first links of `link_page`, whole, without counting how many there are: that reads every row."""
    least = settings.lineage.reporting_confidence
    query = query if least > 0 else replace(query, same_event=True)
    with store.snapshot():
        kept = kept or KeptLinks()
        laid = kept.of(store, least)
        found = _found(kept.pages(store, least), query, least, laid, None, limit)
        return [line.link for line in _lines(store, found[:limit], laid, least, whole=True)]


def _found(
    pages: LinkPages, query: LinkQuery, least: float, laid: LaidLinks, after: Key | None, limit: int
) -> list[FoundLink]:
    found = pages.recorded(query, least, laid.judgements, after, limit)
    if laid.links:
        found += pages.laid(query, laid.rows, after, limit)
    return sorted(found, key=lambda each: each.key)


def link_between(store: Store, settings: Settings, a: str, b: str) -> Link | None:
    """The link of two articles (ids) as readers see it, with passages and evidence; None where there is none."""
    if a == b:
        return None
    reviews = Reviews(store)
    known = store.links.between(a, b)
    if known is not None:
        return reviews.over(at_confidence(known, settings.lineage.reporting_confidence))
    return next((each for each in reviews.lost([], a) if b in (each.a, each.b)), None)


def link_count(store: Store, settings: Settings, query: LinkQuery, kept: KeptLinks) -> int:
    """How many links the query admits; the caller holds a snapshot."""
    least = settings.lineage.reporting_confidence
    query = query if least > 0 else replace(query, same_event=True)

    def count() -> int:
        laid, pages = kept.of(store, least), kept.pages(store, least)
        plain = replace(query, sort="found")
        recorded = kept.counted(
            store, least, ("recorded", plain), lambda: pages.count_recorded(query, least), of_links=True
        )
        if laid.judgements:
            recorded -= pages.count_recorded(query, least, laid.judgements)
        return recorded + (pages.count_laid(query, laid.rows) if laid.links else 0)

    return kept.counted(store, least, replace(query, sort="found"), count)


def _lines(store: Store, found: Sequence[FoundLink], laid: LaidLinks, least: float, *, whole: bool) -> list[LinkLine]:
    articles = store.article_pages.listed({name for each in found for name in (each.a, each.b)})
    judgements = [each.judgement for each in found if each.judgement is not None]
    recorded = store.links.of_judgements(judgements, bare=not whole)
    reviews = Reviews(store) if whole and any((each.a, each.b) in laid.links for each in found) else None
    lines = []
    for each in found:
        link = laid.links.get((each.a, each.b))
        if each.judgement is not None and (link is None or whole):
            link = at_confidence(recorded[each.judgement], least)
            link = reviews.over(link) if reviews is not None else link
        if link is not None:
            shown = link if whole else _bare(link)
            lines.append(LinkLine(shown, articles[each.a], articles[each.b], each.passages, kinds_of(each.kinds)))
    return lines


def _bare(link: Link) -> Link:
    return replace(link, passages=(), evidence=())


def kinds_of(bits: int) -> tuple[str, ...]:
    """The kinds of passages behind a number of `link_columns.kind_bits`."""
    return tuple(kind for kind, bit in KIND_BITS.items() if bits & bit)
