"""What a person says of a link or of one of its passages: confirm, reject, note, undo. Everything is kept."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from provenance.errors import UsageError
from provenance.usecases.reviewing import Word
from provenance.web.rendering import own_path, render, see
from provenance.web.reviewer import named, remember
from provenance.web.routing import Posted, Subject, action, shown
from provenance.web.said import said_lines
from provenance.web.site import site_of


def word_of(posted: Posted) -> Word:
    """The verdict of a form; raises UsageError where it has none."""
    for word in get_args(Word):
        if posted["verdict"] == word:
            found: Word = word
            return found
    raise UsageError("say confirm, reject, note or undo")


def back_to(request: Request, posted: Posted, by: str) -> Response:
    """To the page that a form was on, which remembers who filled it in."""
    place = posted["hash"]
    answer = see(own_path(posted["back"]) + (f"#{place}" if place.replace("-", "").isalnum() else ""))
    remember(answer, by)
    return answer


def _review(request: Request, posted: Posted) -> Response:
    word, by = word_of(posted), named(posted["by"], request)
    with site_of(request).writing() as archive:
        archive.review(posted["a"], posted["b"], word, posted["note"], by=by, passage=_place(posted["place"]))
    return back_to(request, posted, by)


def _place(written: str) -> tuple[int, int] | None:
    """A passage's place in the first article, "12 340"; None where the whole link is meant."""
    if not written:
        return None
    parts = written.split()
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 12 for part in parts):
        raise UsageError("the place of a passage is two numbers")
    return int(parts[0]), int(parts[1])


def _log(request: Request) -> Response:
    everything = request.query_params.get("all") == "yes"
    with site_of(request).reading() as archive:
        rows = archive.reviews(everything=everything)
    return render(request, "review_log.html", rows=said_lines(rows), everything=everything)


SUBJECT = Subject((action("/review", _review), shown("/review/log", _log)))
