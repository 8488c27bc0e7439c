"""Who took from whom as a network, of articles or of publishers, and story by story in time.

The address says which links are drawn, with the names that lists use; of too many links the surest are.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from provenance.model.lists import Key, LinkQuery
from provenance.model.networks import By
from provenance.reports.html.stories import Group, grouped, stories_left_out, told
from provenance.reports.networks.marks import KINDS
from provenance.reports.networks.page import network_for_script, network_values
from provenance.usecases.archive import Archive
from provenance.usecases.networks import MOST_LINKS, network
from provenance.usecases.overviewing import named, read_outlines, story_outlines
from provenance.web.asked import Asked, link_query
from provenance.web.cursors import cursor_of, key_of
from provenance.web.leads import Leads
from provenance.web.lists import list_view
from provenance.web.rendering import address, kept, part
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

NOTHING = "no link fulfils what is asked for, or no audit has looked at these articles."
MOST = 2_000  # nodes
# Links of the picture without a script; what a script draws is asked for by it, up to three times as many.
FIRST_LINKS = 1_000
STORIES, LINES = 8, 200  # on a page, but for one story of more lines: 30 stories of 1,000 took 65 ms


def _network(request: Request) -> Response:
    return kept(request, _drawn)


def _asked(request: Request) -> tuple[By, int, LinkQuery]:
    asked = Asked(request.query_params)
    by: By = asked.among("by", ("articles", "publishers"), "articles")
    most = int(asked.number("most", 2, MOST, MOST))
    asked.finish()
    return by, most, link_query(request.query_params)


def _drawn(request: Request, archive: Archive) -> str:
    by, most, query = _asked(request)
    site = site_of(request)
    drawn = FIRST_LINKS if by == "articles" else MOST_LINKS
    found = network(archive.store, archive.settings, query, by, most=most, links=drawn, kept=site.kept)
    data_at = f"/network.json?{request.url.query}" if by == "articles" and found.links_left_out else ""
    values = network_values(found, Leads(), NOTHING, data_at)
    return part(request, "network_page.html", **values, **_form(request, query, archive), by=by, most=most)


def _for_script(request: Request) -> Response:
    return kept(request, _data, "application/json")


def _data(request: Request, archive: Archive) -> str:
    by, most, query = _asked(request)
    found = network(archive.store, archive.settings, query, by, most=most, kept=site_of(request).kept)
    return json.dumps(network_for_script(found, Leads()), separators=(",", ":"))


def _timeline(request: Request) -> Response:
    return kept(request, _told)


def _told(request: Request, archive: Archive) -> str:
    leads, query = Leads(), link_query(request.query_params)
    cursor = Asked(request.query_params).one("after")
    after = None if cursor is None else key_of(cursor, "stories", 2)
    store, settings = archive.store, archive.settings
    outlines = story_outlines(store, settings, query, site_of(request).kept)
    groups = grouped(outlines.links)
    begin = 0 if after is None else bisect_right(groups, after, key=_place)
    shown = _first(groups[begin : begin + STORIES])
    pairs = {(link.a, link.b) for _, links in shown for link in links}
    links = {(link.a, link.b): link for link in read_outlines(store, settings, outlines, pairs)}
    read = [(members, [links[link.a, link.b] for link in own]) for members, own in shown]
    more = begin + len(shown) < len(groups)
    return part(
        request,
        "timeline_page.html",
        stories=told(read, named(store, links.values()), leads.article, leads.compare),
        heading="Stories in time",
        left_out=stories_left_out(len(outlines.links), outlines.total, len(shown), 0),
        nothing=NOTHING if not groups else "these were the last ones.",
        view=list_view(
            request, "/timeline", len(groups), len(shown), cursor_of("stories", _place(shown[-1])) if more else None
        ),
        begin=begin,
        **_form(request, query, archive),
    )


def _first(groups: list[Group]) -> list[Group]:
    """As many of these as a page has: at least one."""
    ends = accumulate(len(links) for _, links in groups)
    return groups[: max(bisect_right(list(ends), LINES), 1)]


def _place(group: Group) -> Key:
    """Where a story is among all: the order of `grouped`."""
    return -len(group[0]), group[0][0]


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


NETWORK = Subject((shown("/network", _network), shown("/network.json", _for_script)), Entry("Network", "/network"))
TIMELINE = Subject((shown("/timeline", _timeline),), Entry("Timeline", "/timeline"))
