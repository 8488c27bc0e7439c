"""`/quotations` and `/clusters`: lists for which the whole archive is compared (`usecases/browsing/prepared.py`).

Until they are worked out they answer 503 with Retry-After. `old` says that the archive has changed since.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from provenance.web.api.answers import listed
from provenance.web.api.parameters import Cursor, Limit
from provenance.web.api.schemas import Clusters, Quotations
from provenance.web.asked import PAGE, page_of_prepared, quotation_question
from provenance.web.cursors import cursor_of
from provenance.web.site import site_of

ROUTER = APIRouter(tags=["lists of the whole archive"])
Flag = Annotated[bool, Query()]


@ROUTER.get("/quotations", response_model=Quotations)
def quotations(
    request: Request,
    article: Annotated[list[str] | None, Query(description="ids of articles", max_length=500)] = None,
    speaker: Annotated[
        str | None, Query(description="a name, as `quotes --speaker` takes it", max_length=500)
    ] = None,
    publisher: Annotated[list[str] | None, Query(max_length=100)] = None,
    altered: Annotated[bool, Query(description="quoted words differ from the first wording")] = False,
    reused: Annotated[bool, Query(description="another article has it, too")] = False,
    first: Annotated[bool, Query(description="this article is the first known of several that have it")] = False,
    after: Cursor = None,
    limit: Limit = PAGE,
) -> Response:
    """Quotations as `quotes --format jsonl` prints them, by article and place."""
    site = site_of(request)
    key, rows = page_of_prepared(request.query_params, "quotations")
    with site.reading() as archive:
        asked = quotation_question(request.query_params, site.prepared, archive)
        page = site.prepared.quotations(archive.store, asked, key, rows)
    return listed(
        request, page.rows, page.total, cursor_of("quotations", page.after) if page.after else None, old=page.old
    )


@ROUTER.get("/clusters", response_model=Clusters)
def clusters(request: Request, after: Cursor = None, limit: Limit = PAGE) -> Response:
    """Groups of near duplicates as `clusters --format jsonl` prints them, the largest first."""
    site = site_of(request)
    key, rows = page_of_prepared(request.query_params, "clusters")
    with site.reading() as archive:
        page = site.prepared.clusters(archive.store, key, rows)
    return listed(
        request, page.rows, page.total, cursor_of("clusters", page.after) if page.after else None, old=page.old
    )
