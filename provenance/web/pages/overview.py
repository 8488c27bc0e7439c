"""The start page: what is archived, what was found last, who takes from whom, what awaits review."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.reports.html.overview import front
from provenance.usecases.overviewing import overview
from provenance.web.leads import Leads
from provenance.web.rendering import render
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of


def _overview(request: Request) -> Response:
    site = site_of(request)
    with site.reading() as archive:
        seen = overview(archive.store, archive.settings, site.kept)
    return render(
        request,
        "pages/overview.html",
        layout="layout.html",
        to=Leads(),
        heading="Overview",
        left_out="",
        front=front(seen),
        show_waiting=True,
    )


SUBJECT = Subject((shown("/", _overview),), Entry("Overview", "/"))
