"""The server: an address that is this computer's own unless another was asked for, until Ctrl-C."""

from __future__ import annotations

import gc
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from provenance.config.settings import Settings
from provenance.config.web import WebSettings
from provenance.errors import UsageError
from provenance.web.application import create_application

CLOSING_SECONDS = 2  # that pages in the making have to end in


def serve(
    path: Path,
    settings: Settings,
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    names: Sequence[str] = (),
    read_only: bool = False,
    fetch: bool = False,
    opened: bool = False,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the archive until it is interrupted; `port` 0 takes a free one.

    `say` gets the address when it can be opened and, for any other address than this computer's own, the token.
    `names` are further names of this computer, `fetch` lets readers have addresses fetched. Raises UsageError where
    the address cannot be had, ArchiveError.
    """
    local = is_loopback(host)
    token = "" if local else secrets.token_urlsafe(24)
    application = create_application(
        path,
        settings,
        web=WebSettings(fetch=fetch),
        read_only=read_only,
        token=token,
        hosts=(*names, *_own_names(host)),
    )
    with closing(_listening(host, port)) as listening:
        bound = listening.getsockname()[1]
        shown = f"http://{_in_address(host)}:{bound}/"
        say(f"{path} is at {shown} until you press Ctrl-C")
        if token:
            say(f"The token for whoever opens it: {token}")
        configuration = uvicorn.Config(
            application,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=CLOSING_SECONDS,
        )
        if opened:
            # The request waits in the queue of the socket until the server answers; a browser in a terminal would
            # keep the server from doing so.
            threading.Thread(target=webbrowser.open, args=(shown,), daemon=True).start()
        _collect_rarely()
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configuration).run(sockets=[listening])


def _collect_rarely() -> None:
    """Let Python look for circular references less often, and never again among what the program itself is made of:
    a page of 3,000 links makes 100,000 values, none of them in a circle; looking took a twentieth of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, where = found[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise UsageError(
            f"{host} is no address of this computer ({error.strerror}); give another with --host"
        ) from error
    try:
        if sys.platform != "win32":  # there it would let another program take the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise UsageError(
            f"port {port} of {host} cannot be used ({error.strerror}); give another with --port, 0 takes a free one"
        ) from error
    return listening


def _own_names(host: str) -> tuple[str, ...]:
    """The names by which others may reach this computer, where it listens beyond itself."""
    return () if is_loopback(host) else (host, socket.gethostname(), socket.getfqdn())


def _in_address(host: str) -> str:
    """A host as a web address has it; this computer's name where all of its addresses are meant."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 (compared, not bound)
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
