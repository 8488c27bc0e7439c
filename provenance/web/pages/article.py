"""One article: the verdict first, then its sources and who took from it, its text with its passages, quotations."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from provenance.model import Findings
from provenance.reports import verdicts
from provenance.reports.html.directions import by_importance, directions
from provenance.reports.html.sections import Section, section
from provenance.usecases.recorded_findings import recorded_findings
from provenance.web.rendering import address, article_path, render
from provenance.web.reviewer import reviewer_of
from provenance.web.routing import Subject, shown
from provenance.web.said import said_lines
from provenance.web.site import site_of

MOST = 60  # links that one page shows with both texts: 97 of them took a third of a second and 1 MB


def asked_for(request: Request) -> str:
    """The name of the article that an address is about."""
    name: str = request.path_params.get("id") or request.query_params.get("id", "")
    return name


def _article(request: Request) -> Response:
    name = asked_for(request)
    with site_of(request).reading() as archive:
        identifier = archive.resolve(name)
        if identifier != name:  # a path, an address, the beginning of an id
            return RedirectResponse(article_path(identifier), 303)
        findings, audited = recorded_findings(archive.store, identifier, archive.settings)
        versions = len(archive.store.articles.versions(identifier))
        said = archive.reviews(identifier)
    page = _section(findings)
    return render(
        request,
        "article_page.html",
        s=page,
        why=False,
        audited=audited,
        versions=versions,
        said=said_lines(said),
        own_page=article_path,
        reviewer=reviewer_of(request),
        back=address(request.url.path, id=request.query_params.get("id")),
        near=_nearest(page),
        further=max(len(findings.links) - MOST, 0),
    )


def _section(findings: Findings) -> Section:
    """What the page says: the verdict on all links, and the `MOST` important ones of them."""
    identifier = findings.article.id
    links = tuple(by_importance(findings.links, identifier)[:MOST])
    if len(links) == len(findings.links):
        return section(1, findings, None)
    return replace(
        section(1, replace(findings, links=links), None),
        verdict=tuple(verdicts.of_findings(findings)),
        shared=verdicts.share_words(findings, "this article"),
        directions=directions(findings),
    )


def _nearest(page: Section) -> str:
    """The id of the article that a comparison begins with: the first that this one is linked to."""
    return next((each.identifier for each in page.sources if each.archived), "")


SUBJECT = Subject((shown("/article/{id:path}", _article), shown("/article", _article)))
