"""Where one article comes from and what came of it, step by step: a picture in time, and each step in words."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from provenance.model import LineageView
from provenance.reports import verdicts, wording
from provenance.reports.naming import Naming
from provenance.reports.timeline_svg import timeline
from provenance.usecases.filters import Filters
from provenance.usecases.recorded_findings import lineage_as_recorded
from provenance.web.pages.article import asked_for
from provenance.web.rendering import address, article_path, render
from provenance.web.routing import Subject, shown
from provenance.web.site import site_of

STEPS, SIBLINGS = 200, 100  # shown in words; the picture and the JSON of `lineage` have all


def _lineage(request: Request) -> Response:
    name = asked_for(request)
    with site_of(request).reading() as archive:
        identifier = archive.resolve(name)
        if identifier != name:
            return RedirectResponse(article_path(identifier, "lineage"), 303)
        view = lineage_as_recorded(archive.store, identifier, archive.settings, Filters())
    naming = Naming.of(view.known, identifier)
    return render(
        request,
        "lineage.html",
        article=view.article,
        verdict=verdicts.of_lineage(view, naming),
        picture=timeline(view, "lineage", {node.id: article_path(node.id) for node in view.nodes})
        if view.edges
        else "",
        steps=_steps(view, naming)[:STEPS],
        more_steps=max(len(view.edges) - STEPS, 0),
        siblings=[
            (naming.head(each.article.id), article_path(each.article.id), verdicts.of_sibling(each, naming))
            for each in view.siblings[:SIBLINGS]
        ],
        more_siblings=max(len(view.siblings) - SIBLINGS, 0),
    )


def _steps(view: LineageView, naming: Naming) -> list[dict[str, str]]:
    """Each link of the lineage as a sentence, the nearest first."""
    edges = sorted(view.edges, key=lambda edge: (edge.hops, not edge.direct, edge.link.a, edge.link.b))
    return [
        {
            "words": verdicts.sentence(edge.link, naming, edge.link.derived or edge.link.a),
            "compare": address("/compare", a=edge.link.a, b=edge.link.b),
            "how": wording.count(edge.hops, "step") + ("" if edge.direct else ", explained by others"),
        }
        for edge in edges
    ]


SUBJECT = Subject((shown("/lineage/{id:path}", _lineage), shown("/lineage", _lineage)))
