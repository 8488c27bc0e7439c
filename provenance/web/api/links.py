"""`/links` and the passages of one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from provenance.model import Link
from provenance.model.lists import LinkPage
from provenance.reports.contract_json import link_object
from provenance.usecases.archive import Archive
from provenance.usecases.browsing.links import link_between, link_page
from provenance.usecases.listing import without_text
from provenance.web.api.answers import answer, listed
from provenance.web.api.parameters import LINKS, Cursor, Limit
from provenance.web.api.schemas import Link as LinkSchema
from provenance.web.api.schemas import Links, Passages
from provenance.web.asked import PAGE, link_query, page_of
from provenance.web.cursors import cursor_of, key_of
from provenance.web.site import site_of

ROUTER = APIRouter(tags=["links"])
End = Annotated[str, Query(description="an id, a unique beginning of one, a path or an address", max_length=4000)]


@ROUTER.get("/links", response_model=Links, dependencies=[LINKS])
def links(
    request: Request,
    passages: Annotated[bool, Query(description="with passages and evidence; without them a page is a tenth")] = True,
) -> Response:
    """Links as `audit --format jsonl` prints them."""
    site, query = site_of(request), link_query(request.query_params)
    after, limit = page_of(request.query_params, query)
    with site.reading() as archive:
        store = archive.store
        page = link_page(store, archive.settings, query, after=after, limit=limit, whole=passages, kept=site.kept)
        items = link_objects(archive, page, whole=passages)
    cursor = cursor_of(query.sort, page.after) if page.after else None
    return listed(request, items, page.total, cursor)


@ROUTER.get("/link", response_model=LinkSchema)
def link(request: Request, a: End, b: End) -> Response:
    """The recorded link of two articles, with what people said."""
    with site_of(request).reading() as archive:
        found = recorded(archive, a, b)
        return answer(request, link_object(found, archive.named([found])))


@ROUTER.get("/passages", response_model=Passages)
def passages(request: Request, a: End, b: End, after: Cursor = None, limit: Limit = PAGE) -> Response:
    """The passages of the recorded link of two articles, ascending in A."""
    begin = 0 if after is None else int(key_of(after, "passages", 1)[0])
    with site_of(request).reading() as archive:
        found = recorded(archive, a, b)
        items = link_object(found, archive.named([found]))["passages"]
    end = max(begin, 0) + limit
    cursor = cursor_of("passages", (end,)) if end < len(items) else None
    return listed(request, items[max(begin, 0) : end], len(items), cursor, a=found.a, b=found.b)


def recorded(archive: Archive, a: str, b: str) -> Link:
    """The link of two articles as readers see it; raises NoSuchArticle, or HTTPException where there is none."""
    one, other = archive.resolve(a), archive.resolve(b)
    found = link_between(archive.store, archive.settings, one, other)
    if found is None:
        raise HTTPException(404, f"no link between {one!r} and {other!r} is recorded; /compare compares them now")
    return found


def link_objects(archive: Archive, page: LinkPage, *, whole: bool) -> list[dict[str, object]]:
    """The links of a page as JSON; those without passages name their two articles alone."""
    if whole:
        named = archive.named([line.link for line in page.rows])
        return [link_object(line.link, named) for line in page.rows]
    return [
        link_object(line.link, {line.a.id: without_text(line.a), line.b.id: without_text(line.b)})
        for line in page.rows
    ]
