"""Who took from whom as a network, of articles or of publishers, and story by story in time.

The address says which links are drawn, with the names that lists use; of too many links the surest are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from provenance.model.lists import LinkQuery
from provenance.model.networks import By
from provenance.reports.html.stories import stories, stories_left_out
from provenance.reports.networks.marks import KINDS
from provenance.reports.networks.page import network_values
from provenance.usecases.archive import Archive
from provenance.usecases.networks import network
from provenance.usecases.overviewing import story_links
from provenance.web.asked import Asked, link_query
from provenance.web.leads import Leads
from provenance.web.rendering import address, kept, part
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

NOTHING = "no link fulfils what is asked for, or no audit has looked at these articles."
MOST = 2_000  # nodes


def _network(request: Request) -> Response:
    return kept(request, _drawn)


def _drawn(request: Request, archive: Archive) -> str:
    asked = Asked(request.query_params)
    by: By = asked.among("by", ("articles", "publishers"), "articles")
    most = int(asked.number("most", 2, MOST, MOST))
    asked.finish()
    query = link_query(request.query_params)
    found = network(archive.store, archive.settings, query, by, most=most, kept=site_of(request).kept)
    values = network_values(found, Leads(), NOTHING)
    return part(request, "network_page.html", **values, **_form(request, query, archive), by=by, most=most)


def _timeline(request: Request) -> Response:
    return kept(request, _told)


def _told(request: Request, archive: Archive) -> str:
    leads, query = Leads(), link_query(request.query_params)
    links, articles, total = story_links(archive.store, archive.settings, query, site_of(request).kept)
    found, more = stories(articles, links, leads.article, leads.compare)
    return part(
        request,
        "timeline_page.html",
        stories=found,
        heading="Stories in time",
        left_out=stories_left_out(len(links), total, len(found), more),
        nothing=NOTHING,
        **_form(request, query, archive),
    )


def _form(request: Request, query: LinkQuery, archive: Archive) -> dict[str, Any]:
    """What the filters of these pages show as chosen."""
    given = request.query_params
    publishers, _ = site_of(request).choices(archive)
    return {
        "layout": "layout.html",
        "to": Leads(),
        "query": query,
        "relations": [(relation, words) for relation, (_, words) in KINDS.items()],
        "publishers": sorted(publishers)[:2_000],
        "since": given.get("since", ""),
        "until": given.get("until", ""),
        "plain": address(request.url.path),
        "narrow": query != replace(LinkQuery(), sort=query.sort),
        "confidences": [(value / 100, f"{value}%") for value in (0, 50, 60, 70, 80, 90, 95)],
    }


NETWORK = Subject((shown("/network", _network),), Entry("Network", "/network"))
TIMELINE = Subject((shown("/timeline", _timeline),), Entry("Timeline", "/timeline"))
