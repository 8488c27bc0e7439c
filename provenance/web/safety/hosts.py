"""Only requests for a name of this server are answered.

A page of another site can make its own name lead to this computer (DNS rebinding) and then read whatever is served
here as if it were its own. The name in the request gives it away. An address in numbers cannot be such a name.
"""

from __future__ import annotations

from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
REFUSED = "This server has no such name. Open the address that `provenance serve` printed.\n"


class HostCheck:
    """Refuses requests for other names than `names`; with `numbers` any address in numbers is a name, too."""

    def __init__(self, app: ASGIApp, names: frozenset[str] = LOOPBACK, *, numbers: bool = False) -> None:
        self._app = app
        self._names = frozenset(name.casefold() for name in names)
        self._numbers = numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] in ("http", "websocket") and not self._allows(Headers(scope=scope).getlist("host")):
            await PlainTextResponse(REFUSED, 421)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _allows(self, given: list[str]) -> bool:
        if len(given) != 1:
            return False
        name = host_name(given[0])
        return name in self._names or (self._numbers and is_number(name))


def host_name(host: str) -> str:
    """The name in a Host header without its port, lower case; "" where it is none."""
    if host.startswith("["):
        name, _, port = host[1:].partition("]")
        port = port.removeprefix(":")
    else:
        name, _, port = host.partition(":")
    return name.casefold() if not port or (port.isascii() and port.isdigit()) else ""


def is_number(name: str) -> bool:
    """Whether a name is an address in numbers."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
