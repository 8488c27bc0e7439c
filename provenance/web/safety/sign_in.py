"""Beyond this computer, pages are for those who know the token that the terminal printed.

It is given once in a form and then kept by the browser in a cookie that no script reads and no other site sends. It
is never part of an address, where logs, histories and links would have it. Programs send it as a bearer token.
"""

from __future__ import annotations

import hashlib
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from provenance.web.rendering import address, own_path, render, see
from provenance.web.routing import Posted, action, shown

COOKIE = "provenance"
PATH = "/sign-in"
NEEDED = "Give the token that `provenance serve` printed, as `Authorization: Bearer TOKEN`.\n"


class SignIn:
    """Lets only those in who gave `token`; everybody where it is ""."""

    def __init__(self, app: ASGIApp, token: str = "") -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or ask for the token."""
        path = scope.get("path", "")
        open_to_all = scope["type"] == "lifespan" or not self._token or path == PATH or path.startswith("/static/")
        if open_to_all or knows(Headers(scope=scope), self._token):
            await self._app(scope, receive, send)
        else:
            await self._asked(scope, path)(scope, receive, send)

    def _asked(self, scope: Scope, path: str) -> Response:
        if path.startswith("/api/") or scope.get("method") != "GET":
            return PlainTextResponse(NEEDED, 401, {"WWW-Authenticate": "Bearer"})
        wanted = path + (f"?{query}" if (query := scope.get("query_string", b"").decode("latin-1")) else "")
        return RedirectResponse(address(PATH, next=wanted), 303)


def knows(headers: Headers, token: str) -> bool:
    """Whether a request has the token, as a cookie made from it or as a bearer token."""
    kind, _, given = headers.get("authorization", "").partition(" ")
    if kind.casefold() == "bearer":
        return _same(given.strip(), token)
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return False
    return morsel is not None and _same(morsel.value, _pass(token))


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def _pass(token: str) -> str:
    """What the cookie holds: made from the token, which cannot be had from it."""
    return hashlib.sha256(f"cookie of {token}".encode()).hexdigest()


def _form(request: Request) -> Response:
    return render(request, "sign_in.html", wanted=own_path(request.query_params.get("next", "/")), wrong=False)


def _given(request: Request, posted: Posted) -> Response:
    token: str = request.app.state.token
    wanted = own_path(posted["next"])
    if not token or not _same(posted["secret"], token):
        return render(request, "sign_in.html", status=403, wanted=wanted, wrong=True)
    answer = see(wanted)
    answer.set_cookie(COOKIE, _pass(token), httponly=True, samesite="strict", path="/")
    return answer


ROUTES = (shown(PATH, _form), action(PATH, _given))
