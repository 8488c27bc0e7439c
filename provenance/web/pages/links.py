"""Links: who took what from whom, filtered and in any order."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from provenance.model.lists import Key, LinkLine
from provenance.reports import lists_csv, verdicts
from provenance.reports.naming import Naming
from provenance.usecases.browsing.links import link_page
from provenance.usecases.listing import without_text
from provenance.web.asked import KINDS, RELATIONS, link_query, page_of
from provenance.web.cursors import cursor_of
from provenance.web.lists import CsvPage, csv_file, list_view
from provenance.web.rendering import render
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

PATH = "/links"
ORDERS = {
    "strongest": "most shared first",
    "surest": "the surest first",
    "newest": "the newest first",
    "oldest": "the oldest first",
    "found": "found last first",
}
RELATION_WORDS = {
    "derived": "one was made from the other",
    "near_duplicate": "near duplicates",
    "common_source": "a source in common",
    "same_event": "only the same event",
    "undetermined": "open",
}
REVIEW_WORDS = {
    "unreviewed": "not reviewed",
    "reviewed": "reviewed",
    "confirmed": "confirmed",
    "rejected": "rejected",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A link of the list with its sentence; `taker` is the article that is named first."""

    line: LinkLine
    sentence: str
    first: str
    second: str


def _links(request: Request) -> Response:
    site, query = site_of(request), link_query(request.query_params)
    after, limit = page_of(request.query_params, query)
    with site.reading() as archive:
        store, settings = archive.store, archive.settings
        page = link_page(store, settings, query, after=after, limit=limit, whole=True, kept=site.kept)
        publishers, _ = site.choices(archive)
    cursor = cursor_of(query.sort, page.after) if page.after else None
    return render(
        request,
        "links.html",
        view=list_view(request, PATH, page.total, len(page.rows), cursor),
        rows=[_shown(line) for line in page.rows],
        orders=ORDERS,
        order=query.sort,
        relations={name: RELATION_WORDS[name] for name in RELATIONS},
        kinds=KINDS,
        reviews=REVIEW_WORDS,
        publishers=publishers,
    )


def _shown(line: LinkLine) -> Shown:
    link = line.link
    names = Naming.of((without_text(line.a), without_text(line.b)))
    first = link.derived or link.b
    return Shown(line, verdicts.sentence(link, names), first, link.a if first == link.b else link.b)


def _csv(request: Request) -> Response:
    site, query = site_of(request), link_query(request.query_params)

    def page(after: Key | None, limit: int) -> CsvPage:
        with site.reading() as archive:
            found = link_page(archive.store, archive.settings, query, after=after, limit=limit, kept=site.kept)
        return map(lists_csv.link_row, found.rows), found.after

    return csv_file("links", lists_csv.LINKS, page)


SUBJECT = Subject((shown(PATH, _links), shown(f"{PATH}.csv", _csv)), Entry("Links", PATH))
