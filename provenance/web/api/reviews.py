"""`/reviews`: what people said, and saying something."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from provenance.errors import UsageError
from provenance.reports.review_json import review_row_object
from provenance.usecases.archive import Archive
from provenance.web.api.answers import answer, listed
from provenance.web.api.parameters import Cursor, Limit
from provenance.web.api.schemas import GivenReview, Reviews
from provenance.web.asked import PAGE
from provenance.web.cursors import cursor_of, key_of
from provenance.web.site import site_of

ROUTER = APIRouter(tags=["reviews"])


@ROUTER.get("/reviews", response_model=Reviews)
def reviews(
    request: Request,
    article: Annotated[str | None, Query(description="what was said of the links of one", max_length=4000)] = None,
    everything: Annotated[bool, Query(description="also what was undone or replaced")] = False,
    after: Cursor = None,
    limit: Limit = PAGE,
) -> Response:
    """What people said, oldest first."""
    last = 0 if after is None else int(key_of(after, "reviews", 1)[0])
    with site_of(request).reading() as archive:
        rows = archive.reviews(article, everything=everything)
    left = [row for row in rows if row.step.step > last]
    shown = left[:limit]
    cursor = cursor_of("reviews", (shown[-1].step.step,)) if len(left) > limit else None
    return listed(request, map(review_row_object, shown), len(rows), cursor)


@ROUTER.post("/reviews", response_model=Reviews, status_code=201)
def add(request: Request, given: GivenReview) -> Response:
    """Confirm, reject or annotate a finding, or undo the last such word; answers with what holds of it now."""
    with site_of(request).writing() as archive:
        rows = _recorded(archive, given)
        return answer(request, {"items": rows, "total": len(rows), "next": None}, status=201)


def _recorded(archive: Archive, given: GivenReview) -> list[dict[str, object]]:
    """Record what was said; the rows about the same subject."""
    subjects = [given.a is not None or given.b is not None, given.publishers is not None, given.phrase is not None]
    if sum(subjects) != 1 or (subjects[0] and (given.a is None or given.b is None)):
        raise UsageError("say of what: a and b, or publishers, or a phrase")
    if (given.start is None) != (given.end is None) or (given.start is not None and not subjects[0]):
        raise UsageError("a passage has a, b, start and end")
    if given.a is not None and given.b is not None:
        place = None if given.start is None or given.end is None else (given.start, given.end)
        archive.review(given.a, given.b, given.verdict, given.note, by=given.by, passage=place)
        pair = {archive.resolve(given.a), archive.resolve(given.b)}
        rows = [row for row in archive.reviews(given.a) if set(row.step.subject.names) == pair]
    elif given.publishers is not None:
        one, other = given.publishers
        archive.review_publishers(one, other, given.verdict, given.note, given.by)
        rows = [row for row in archive.reviews() if row.step.subject.about == "publishers"]
    else:
        archive.review_phrase(given.phrase or "", given.verdict, given.note, given.by)
        rows = [row for row in archive.reviews() if row.step.subject.about == "phrase"]
    return [review_row_object(row) for row in rows]
