"""What the archive holds, in pages: the first thing that a reader sees."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.web.rendering import render
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

ROWS = 50


def _articles(request: Request) -> Response:
    after = request.query_params.get("after", "")
    with site_of(request).reading() as archive:
        listed = [row for row in archive.listed() if row.id > after]
    rows, more = listed[:ROWS], len(listed) > ROWS
    return render(request, "articles.html", rows=rows, last=rows[-1].id if more else "", after=after)


SUBJECT = Subject((shown("/", _articles),), Entry("Articles", "/"))
