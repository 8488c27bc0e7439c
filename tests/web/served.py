"""A server of this process with an archive of the corpus, and a client that speaks to it as a browser does."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

httpx = pytest.importorskip("httpx")
pytest.importorskip("uvicorn")
PATIENCE = 300  # seconds: what takes one on a quiet machine may take a minute where others use its processors


@dataclass
class Served:
    """A running server: its address, the client, and the application with its `site`."""

    address: str
    client: Any
    application: Any

    @property
    def site(self) -> Any:
        return self.application.state.site

    def get(self, path: str, **settings: Any) -> Any:
        return self.client.get(path, **settings)

    def ready(self, path: str) -> Any:
        """The answer of a list that has to be worked out first, once it is."""
        until = time.monotonic() + PATIENCE
        while (answer := self.client.get(path)).status_code == 503 and time.monotonic() < until:
            assert answer.headers["Retry-After"]
            time.sleep(0.2)
        assert answer.status_code == 200, answer.text
        return answer

    def post(self, path: str, data: dict[str, Any] | None = None, **settings: Any) -> Any:
        """Send a form as the pages of this server do: with their token and origin."""
        headers = {"Origin": self.address, **settings.pop("headers", {})}
        return self.client.post(
            path, data={"token": self.site.form_token, **(data or {})}, headers=headers, **settings
        )


def in_time(condition: Callable[[], bool]) -> bool:
    """Whether something comes true, however long the machine takes for it."""
    until = time.monotonic() + PATIENCE
    while not (found := condition()) and time.monotonic() < until:
        time.sleep(0.05)
    return found


@contextmanager
def served(path: Path, **settings: Any) -> Iterator[Served]:
    """A server of an archive, on a free port, until the context ends."""
    import uvicorn

    from provenance.web.application import create_application

    application = create_application(path, **settings)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    try:
        until = time.monotonic() + PATIENCE
        while not server.started and thread.is_alive() and time.monotonic() < until:
            time.sleep(0.01)
        assert server.started
        with httpx.Client(base_url=address, timeout=PATIENCE) as client:
            yield Served(address, client, application)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def visible(page: str) -> str:
    """The text of a page, as words."""
    without = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", without)).split())
