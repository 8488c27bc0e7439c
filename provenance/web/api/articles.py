"""`/articles`, one of them, and its versions. An id may have any characters, "/" too."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from provenance.model.lists import ArticleLine
from provenance.reports.contract_json import article_view_object
from provenance.reports.identity_json import listed_object
from provenance.reports.versions_json import versions_object
from provenance.usecases.browsing.articles import article_page
from provenance.web.api.answers import answer, listed
from provenance.web.api.parameters import ARTICLES
from provenance.web.api.schemas import Article, Articles
from provenance.web.asked import article_query, page_of
from provenance.web.cursors import cursor_of
from provenance.web.site import site_of

ROUTER = APIRouter(tags=["articles"])
Named = Annotated[str, Path(description="an id, a unique beginning of one, a path or an address", max_length=4000)]


@ROUTER.get("/articles", response_model=Articles, dependencies=[ARTICLES])
def articles(request: Request) -> Response:
    """Articles without their texts."""
    site, query = site_of(request), article_query(request.query_params)
    after, limit = page_of(request.query_params, query)
    with site.reading() as archive:
        page = article_page(archive.store, archive.settings, query, after=after, limit=limit, kept=site.kept)
    cursor = cursor_of(query.sort, page.after) if page.after else None
    return listed(request, map(article_line_object, page.rows), page.total, cursor)


@ROUTER.get("/articles/{name:path}", response_model=Article)
def article(request: Request, name: Named, version: Annotated[int | None, Query(ge=1, le=10**9)] = None) -> Response:
    """One article with its text, in its newest version or in one counted from 1."""
    with site_of(request).reading() as archive:
        return answer(request, article_view_object(archive.show(name, version)))


@ROUTER.get("/versions", response_model=dict[str, Any])
def versions(request: Request, article: Annotated[str, Query(max_length=4000)]) -> Response:
    """Every text that an article had, with what each changed of the one before it."""
    with site_of(request).reading() as archive:
        return answer(request, versions_object(archive.versions(article)))


def article_line_object(line: ArticleLine) -> dict[str, Any]:
    """A row of `list`, with how many links the article has of each kind, and whether an audit has looked at it."""
    return {**listed_object(line.article), "links": dict(line.links), "audited": line.audited}
