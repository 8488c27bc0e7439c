"""Only pages of this server may send anything to it or read from it by script.

A browser says which page a request comes from (Origin, Sec-Fetch-Site). Another site may link here, which opens a
page in sight of the reader; it may not embed, fetch or send. Programs that are no browsers send neither header.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

READING = ("GET", "HEAD")
REFUSED = "Another site asked for this. Open the page from this server instead.\n"


class OriginCheck:
    """Refuses what other sites send, embed or fetch."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] in ("http", "websocket") and not allows(scope.get("method", ""), Headers(scope=scope)):
            await PlainTextResponse(REFUSED, 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def allows(method: str, headers: Headers) -> bool:
    """Whether a request comes from a page of this server, from the reader, or from a program."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is not None and not _is_own(origin, headers.get("host", "")):
        return False
    if site in (None, "same-origin", "none"):
        return True
    opened = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return method in READING and opened


def _is_own(origin: str, host: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc.casefold() == host.casefold() != ""
