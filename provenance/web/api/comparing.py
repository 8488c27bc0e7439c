"""`/compare`, `/lineage` and `/trace`: the answers of the commands of the same names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from provenance.errors import UsageError
from provenance.reports.contract_json import comparison_object, lineage_object, trace_object
from provenance.usecases.filters import Filters
from provenance.web.api.answers import answer
from provenance.web.api.links import End
from provenance.web.api.schemas import Lineage, Link, Trace
from provenance.web.site import site_of

ROUTER = APIRouter(tags=["comparing"])
Offset = Annotated[int | None, Query(ge=0, le=2**31)]


@ROUTER.get("/compare", response_model=Link)
def compare(request: Request, a: End, b: End) -> Response:
    """Two archived articles beside each other, compared now."""
    with site_of(request).reading() as archive:
        return answer(request, comparison_object(archive.compare(a, b)))


@ROUTER.get("/lineage", response_model=Lineage)
def lineage(request: Request, article: End, same_event: bool = False) -> Response:
    """The sources and the derivatives of one article, direct and indirect."""
    with site_of(request).reading() as archive:
        view = archive.lineage(article, filters=Filters(same_event=same_event))
        return answer(request, lineage_object(view))


@ROUTER.get("/trace", response_model=Trace)
def trace(
    request: Request,
    text: Annotated[str | None, Query(description="a passage", max_length=20_000)] = None,
    article: Annotated[str | None, Query(description="or the article that it is in", max_length=4000)] = None,
    start: Offset = None,
    end: Offset = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="the first so many appearances")] = 100,
) -> Response:
    """The earliest known appearance of a passage, then every later one."""
    with site_of(request).reading() as archive:
        if article is not None and start is not None and end is not None:
            return answer(request, trace_object(archive.trace_in(article, start, end, limit=limit)))
        if text is None or not text.strip():
            raise UsageError("give text, or article with start and end")
        return answer(request, trace_object(archive.trace(text, limit=limit)))
