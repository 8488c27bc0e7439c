"""What is refused before the API is reached (a wrong host, no token, too large), as problem details, too."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.reports.contract_json import dump
from provenance.web.api.problems import MEDIA_TYPE, TITLES

BELOW = "/api/"
_OF_CONTENT = ("content-type", "content-length")


class RefusalsAsProblems:
    """Rewrites errors of other types that any part of the server gives to addresses below `/api/`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, errors as problem details."""
        if scope["type"] != "http" or not scope.get("path", "").startswith(BELOW):
            await self._app(scope, receive, send)
            return
        begun: Message | None = None
        said = b""

        async def rewritten(message: Message) -> None:
            nonlocal begun, said
            if message["type"] == "http.response.start" and _is_foreign(message):
                begun = message
                return
            if begun is None:
                await send(message)
                return
            said += message.get("body", b"")
            if message.get("more_body"):
                return
            body = _problem(begun["status"], said)
            headers = MutableHeaders(raw=[each for each in begun["headers"] if each[0].decode() not in _OF_CONTENT])
            headers["content-type"], headers["content-length"] = MEDIA_TYPE, str(len(body))
            await send({**begun, "headers": headers.raw})
            await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

        await self._app(scope, receive, rewritten)


def _is_foreign(message: Message) -> bool:
    given = Headers(raw=message["headers"]).get("content-type", "")
    return message["status"] >= 400 and not given.startswith(MEDIA_TYPE)


def _problem(status: int, said: bytes) -> bytes:
    text = said.decode("utf-8", "replace")
    words = "`/api/v1/openapi.json` lists what there is." if "<html" in text.lower() else " ".join(text.split())
    title = TITLES.get(status, "This did not work")
    return dump({"type": "about:blank", "title": title, "status": status, "detail": words}).encode() + b"\n"
