"""What went wrong, as a page that says what to do. A program below `/api` or a script gets the sentence as text."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.errors import ArchiveBusy, NoSuchArticle, ProvenanceError, UsageError
from provenance.web.rendering import render
from provenance.web.site import ReadOnly

WORDS = {
    403: "This was not done",
    404: "There is no such page",
    405: "This page cannot be asked for in that way",
    413: "That is too much at a time",
    500: "This page could not be made",
    503: "The archive is busy",
}
UNEXPECTED = "The server met an error that it did not expect. Its terminal says more; the archive is as it was."


def status_of(error: ProvenanceError) -> int:
    """The status of HTTP that says best what an error means."""
    if isinstance(error, NoSuchArticle):
        return 404
    if isinstance(error, ReadOnly):
        return 403
    if isinstance(error, UsageError):
        return 400
    return 503 if isinstance(error, ArchiveBusy) else 500


def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProvenanceError)  # noqa: S101 (registered for these alone)
    return failure(request, status_of(error), str(error))


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 (registered for these alone)
    words = "" if error.detail in ("Not Found", "Method Not Allowed") else error.detail
    return failure(request, error.status_code, words, error.headers)


class Unexpected:
    """Whatever nobody expected becomes a page, too, with the headers of all pages, and is said in the terminal."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, whatever happens."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            logging.getLogger("uvicorn.error").error("while making %s", scope["path"], exc_info=error)
            await failure(Request(scope), 500, UNEXPECTED)(scope, receive, send)


def failure(request: Request, status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """The page, or for programs the sentence."""
    title = WORDS.get(status, "This did not work")
    if "text/html" in request.headers.get("accept", "text/html"):
        answer: Response = render(request, "failure.html", status=status, title=title, words=words)
    else:
        answer = PlainTextResponse(f"{title}. {words}\n", status)
    answer.headers.update(headers or {})
    return answer


HANDLERS: Mapping[Any, Callable[[Request, Exception], Response]] = {
    ProvenanceError: _known,
    HTTPException: _of_http,
}
