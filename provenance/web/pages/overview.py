"""The start page: what is archived, what was found last, who takes from whom, what awaits review."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.reports.html.overview import front
from provenance.usecases.archive import Archive
from provenance.usecases.overviewing import overview
from provenance.web.leads import Leads
from provenance.web.rendering import kept, part
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

NOTHING = "The archive holds no articles yet: `provenance add` reads some."


def _overview(request: Request) -> Response:
    return kept(request, _page)


def _page(request: Request, archive: Archive) -> str:
    seen = overview(archive.store, archive.settings, site_of(request).kept)
    return part(
        request,
        "pages/overview.html",
        layout="layout.html",
        to=Leads(),
        heading="Overview",
        left_out="" if seen.counts.articles else NOTHING,
        front=front(seen),
        show_waiting=True,
    )


SUBJECT = Subject((shown("/", _overview),), Entry("Overview", "/"))
