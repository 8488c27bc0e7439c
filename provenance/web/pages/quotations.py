"""Quotations: who said what, who printed it first, whose wording was altered."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.model.lists import Key
from provenance.reports import lists_csv
from provenance.usecases.browsing.prepared import NotReady
from provenance.web.asked import page_of_prepared, quotation_question
from provenance.web.cursors import cursor_of
from provenance.web.lists import CsvPage, csv_file, list_view
from provenance.web.rendering import not_ready, render
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

PATH = "/quotations"


def _quotations(request: Request) -> Response:
    site = site_of(request)
    after, limit = page_of_prepared(request.query_params, "quotations")
    try:
        with site.reading() as archive:
            asked = quotation_question(request.query_params, site.prepared, archive)
            page = site.prepared.quotations(archive.store, asked, after, limit)
            named = {row["article"] for row in page.rows} | {
                row["first"]["article"] for row in page.rows if row["first"]
            }
            articles = archive.store.article_pages.listed(named)
            publishers, _ = site.choices(archive)
    except NotReady:
        return not_ready(request, "Quotations")
    cursor = cursor_of("quotations", page.after) if page.after else None
    return render(
        request,
        "quotations.html",
        view=list_view(request, PATH, page.total, len(page.rows), cursor),
        rows=page.rows,
        articles=articles,
        publishers=publishers,
        old=page.old,
    )


def _csv(request: Request) -> Response:
    site = site_of(request)
    with site.reading() as archive:
        asked = quotation_question(request.query_params, site.prepared, archive)
        site.prepared.quotations(archive.store, asked, None, 1)

    def page(after: Key | None, limit: int) -> CsvPage:
        with site.reading() as archive:
            found = site.prepared.quotations(archive.store, asked, after, limit)
        return map(lists_csv.quotation_row, found.rows), found.after

    return csv_file("quotations", lists_csv.QUOTATIONS, page)


SUBJECT = Subject((shown(PATH, _quotations), shown(f"{PATH}.csv", _csv)), Entry("Quotations", PATH))
