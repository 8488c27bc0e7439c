"""Who reviews: the name that a reader gave last in a form, kept by the browser; else, on this computer, its user.

Where several people use one server nobody is taken for its user: each gives a name once.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from provenance.reports.characters import line
from provenance.usecases.reviewing import system_user

COOKIE = "reviewer"
LONGEST = 80  # characters
YEAR = 365 * 24 * 3600


def reviewer_of(request: Request) -> str:
    """The name to propose in a form, "" where it has to be given."""
    given = line(unquote(request.cookies.get(COOKIE, ""), errors="replace"))[:LONGEST]
    return given or ("" if request.app.state.token else system_user())


def named(given: str, request: Request) -> str:
    """The name that a form was sent with, as one clean line; the proposed one where it is empty."""
    return line(given)[:LONGEST] or reviewer_of(request) or "unknown"


def remember(answer: Response, name: str) -> None:
    """Let the browser propose the name next time."""
    answer.set_cookie(COOKIE, quote(name), max_age=YEAR, httponly=True, samesite="strict", path="/")
