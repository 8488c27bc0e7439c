"""`/overview`: how much there is, what was found, what waits; who takes from whom."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from provenance.usecases.browsing.overview import counts, publisher_matrix
from provenance.web.api.answers import answer
from provenance.web.api.schemas import Overview
from provenance.web.site import site_of

ROUTER = APIRouter(tags=["overview"])


@ROUTER.get("/overview", response_model=Overview)
def overview(request: Request) -> Response:
    """The archive in numbers; `matrix` counts the links that say that one publisher took from another."""
    site = site_of(request)
    with site.reading() as archive:
        found = counts(archive.store, archive.settings, site.kept)
        matrix = publisher_matrix(archive.store, archive.settings, site.kept)
    return answer(
        request,
        {
            "articles": found.articles,
            "publishers": found.publishers,
            "links": found.relations,
            "confirmed": found.confirmed,
            "rejected": found.rejected,
            "unreviewed": found.unreviewed,
            "unaudited": found.unaudited,
            "matrix": [{"source": cell.source, "taker": cell.taker, "links": cell.links} for cell in matrix],
        },
    )
