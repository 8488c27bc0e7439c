"""What waits for somebody's word, the largest shares first: one link at a time, with keys, and undo."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from provenance.model import Link
from provenance.model.lists import LinkQuery
from provenance.reports import verdicts
from provenance.reports.html.side_by_side import kinds_of, side_by_side
from provenance.reports.naming import Naming
from provenance.reports.reason_lists import Reasons
from provenance.usecases.archive import Archive
from provenance.usecases.browsing.links import link_page
from provenance.web.asked import LINK_KEY
from provenance.web.cursors import cursor_of, key_of
from provenance.web.rendering import address, render
from provenance.web.reviewer import reviewer_of
from provenance.web.routing import Entry, Subject, shown
from provenance.web.said import said_lines
from provenance.web.site import site_of

PATH = "/review"
# Which links wait: those that say who took from whom, or those that the program left open as well.
KINDS = {"": ("derived", "near_duplicate"), "all": ("derived", "near_duplicate", "common_source", "undetermined")}


def _queue(request: Request) -> Response:
    asked = request.query_params
    kind, here = asked.get("of", ""), asked.get("after", "")
    query = LinkQuery(relations=frozenset(KINDS.get(kind, KINDS[""])), review="unreviewed")
    after = key_of(here, query.sort, LINK_KEY[query.sort]) if here else None
    site = site_of(request)
    with site.reading() as archive:
        page = link_page(archive.store, archive.settings, query, after=after, limit=1, whole=True, kept=site.kept)
        values = _shown(archive, page.rows[0].link) if page.rows else None
        last = _last(archive, asked.get("a", ""), asked.get("b", ""))
    back = address(PATH, of=kind, after=here)
    if values is not None:
        back = address(PATH, of=kind, after=here, a=values["link"].a, b=values["link"].b)
    return render(
        request,
        "review_queue.html",
        shown=values,
        waiting=page.total,
        skip=address(PATH, of=kind, after=cursor_of(query.sort, page.after)) if page.after is not None else "",
        kind=kind,
        last=last,
        skipped=bool(here),
        reviewer=reviewer_of(request),
        back=back,
        undone=address(PATH, of=kind, after=here),
    )


def _shown(archive: Archive, link: Link) -> dict[str, Any]:
    known = archive.named([link])
    first, second = known[link.a], known[link.b]
    naming = Naming.of(known.values())
    names = naming.short(link.a), naming.short(link.b)
    return {
        "link": link,
        "verdict": verdicts.sentence(link, naming, link.derived or link.a),
        "heads": (naming.head(link.a), naming.head(link.b)),
        "names": names,
        "articles": (first, second),
        "reasons": Reasons.of(link, naming),
        "both": side_by_side(first, second, link, names),
        "kinds": kinds_of(link),
    }


def _last(archive: Archive, a: str, b: str) -> dict[str, object] | None:
    """The word that was said last, where it holds: what "undo" takes back."""
    if not a or not b:
        return None
    rows = [row for row in archive.reviews(a) if row.step.subject.about == "link" and b in row.step.subject.names]
    return {"a": a, "b": b, "line": said_lines(rows[-1:])[0]} if rows else None


SUBJECT = Subject((shown(PATH, _queue),), Entry("Review", PATH))
