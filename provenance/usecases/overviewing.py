"""The first page of an archive: what is in it, what was found last, who takes from whom, what waits for people."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from provenance.config.settings import Settings
from provenance.lineage.limits import at_confidence
from provenance.model import Article, Link, ListedArticle, Relation, Span
from provenance.model.lists import LinkQuery
from provenance.model.overview import Overview
from provenance.store import Store
from provenance.usecases.browsing.laid_links import KeptLinks
from provenance.usecases.browsing.links import first_links
from provenance.usecases.browsing.overview import counts, publisher_matrix
from provenance.usecases.networks import SurestLinks, surest_links
from provenance.usecases.shown_record import shown_record

RELATIONS: tuple[Relation, ...] = ("derived", "near_duplicate", "common_source", "undetermined")
NEWEST, WAITING = 5, 8
IN_TIME = 1_000  # links in time, the surest: of more nobody looks at every story


def overview(
    store: Store,
    settings: Settings,
    kept: KeptLinks | None = None,
    *,
    newest: int = NEWEST,
    waiting: int = WAITING,
) -> Overview:
    """What there is to say of an archive on one page, with so many links of each relation and so many that wait."""
    kept = kept or KeptLinks()

    def listed(query: LinkQuery, limit: int) -> tuple[Link, ...]:
        found = first_links(store, settings, query, limit, kept)
        return tuple(link for link in found if not link.rejected)

    with store.snapshot():
        last = [(each, listed(LinkQuery(relations=frozenset((each,)), sort="newest"), newest)) for each in RELATIONS]
        decided: frozenset[str] = frozenset(("derived", "near_duplicate"))
        open_ones = listed(LinkQuery(relations=decided, review="unreviewed"), waiting)
        links = [*open_ones, *(link for _, group in last for link in group)]
        shown = shown_record(store, settings.profile)
        record = store.records.shown(settings.profile)
        return Overview(
            counts(store, settings, kept),
            tuple((each, group) for each, group in last if group),
            open_ones,
            named(store, links),
            tuple(publisher_matrix(store, settings, kept)),
            store.records.cut_off(record) if record is not None else (0, 0, 0),
            shown.settled,
            shown.audited,
        )


def story_links(
    store: Store, settings: Settings, query: LinkQuery, kept: KeptLinks | None = None, limit: int = IN_TIME
) -> tuple[list[Link], dict[str, Article], int]:
    """The surest links that the query admits, at most so many, without passages; the articles that they name, by id;
    and how many links there are."""
    with store.snapshot():
        surest = story_outlines(store, settings, query, kept, limit)
        links = read_outlines(store, settings, surest)
        return links, named(store, links), surest.total


def story_outlines(
    store: Store, settings: Settings, query: LinkQuery, kept: KeptLinks | None = None, limit: int = IN_TIME
) -> SurestLinks:
    """The same links as far as it takes to see which of them make a story: see `surest_links`. Links that people
    rejected are no part of one and count nowhere."""
    found = surest_links(store, settings, query, limit, kept)
    chosen = [place for place, link in enumerate(found.links) if not link.rejected]
    return SurestLinks(
        [found.links[place] for place in chosen],
        [found.judgements[place] for place in chosen],
        found.total - len(found.links) + len(chosen),
    )


def read_outlines(
    store: Store, settings: Settings, outlines: SurestLinks, among: Collection[tuple[str, str]] | None = None
) -> list[Link]:
    """These links, those of the pairs `among` or all, with all but their passages and evidence; the caller holds the
    snapshot in which they were found."""
    chosen = [
        (link, judgement)
        for link, judgement in zip(outlines.links, outlines.judgements, strict=True)
        if among is None or (link.a, link.b) in among
    ]
    read = store.links.of_judgements((judgement for _, judgement in chosen if judgement is not None), bare=True)
    least = settings.lineage.reporting_confidence
    return [link if judgement is None else at_confidence(read[judgement], least) for link, judgement in chosen]


def named(store: Store, links: Iterable[Link]) -> dict[str, Article]:
    """The articles that links name, by id, with all that a list knows of them and without their texts."""
    return named_articles(store, {name for link in links for name in link.named})


def named_articles(store: Store, names: set[str]) -> dict[str, Article]:
    """The articles of these ids in the same way."""
    return {name: textless(row) for name, row in store.article_pages.listed(names).items()}


def textless(row: ListedArticle) -> Article:
    """An article without its text, for naming it."""
    return Article(
        *(row.id, "", Span(0, 0), row.title, row.author, row.publisher, row.url, row.published),
        language=row.language,
    )
