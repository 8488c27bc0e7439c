"""Clusters: articles that are near duplicates of each other."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.model.lists import Key
from provenance.reports import lists_csv
from provenance.usecases.browsing.prepared import NotReady
from provenance.web.asked import page_of_prepared
from provenance.web.cursors import cursor_of
from provenance.web.lists import CsvPage, csv_file, list_view
from provenance.web.rendering import not_ready, render
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

PATH = "/clusters"
MOST = 12  # members of a group that are named on the page


def _clusters(request: Request) -> Response:
    site = site_of(request)
    after, limit = page_of_prepared(request.query_params, "clusters")
    try:
        with site.reading() as archive:
            page = site.prepared.clusters(archive.store, after, limit)
            named = {name for row in page.rows for name in (row["kept"], *row["members"][:MOST])}
            articles = archive.store.article_pages.listed(named)
    except NotReady:
        return not_ready(request, "Clusters")
    cursor = cursor_of("clusters", page.after) if page.after else None
    return render(
        request,
        "clusters.html",
        view=list_view(request, PATH, page.total, len(page.rows), cursor),
        rows=page.rows,
        articles=articles,
        most=MOST,
        old=page.old,
    )


def _csv(request: Request) -> Response:
    site = site_of(request)
    with site.reading() as archive:
        site.prepared.clusters(archive.store, None, 1)

    def page(after: Key | None, limit: int) -> CsvPage:
        with site.reading() as archive:
            found = site.prepared.clusters(archive.store, after, limit)
        return (cells for row in found.rows for cells in lists_csv.cluster_rows(row)), found.after

    return csv_file("clusters", lists_csv.CLUSTERS, page)


SUBJECT = Subject((shown(PATH, _clusters), shown(f"{PATH}.csv", _csv)), Entry("Clusters", PATH))
