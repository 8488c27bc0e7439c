"""A web server on loopback whose answers a test writes, and a fetcher that does not wait."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from provenance.config.fetching import FetchSettings
from provenance.model import Article, SkippedInput
from provenance.sources.addresses.address_reader import AddressReader
from provenance.sources.addresses.fetching import Fetcher
from provenance.sources.readers import Request


@dataclass
class Site:
    """`answers[path]` is (status, headers, body); `asked` lists the paths and headers of requests."""

    base: str = ""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(
        self, path: str, body: str | bytes = b"", kind: str = "text/html", status: int = 200, **headers: str
    ) -> str:
        data = body.encode() if isinstance(body, str) else body
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": kind, **more}, data)
        return self.base + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
            status, headers, body = made.answers.get(self.path, (404, {}, b""))
            if status == 200 and headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def date_time_string(self, timestamp: float | None = None) -> str:
            return "Thu, 14 Mar 2013 10:15:00 GMT"

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.base = f"http://127.0.0.1:{server.server_address[1]}"
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def read_addresses(slept: list[float]) -> Callable[..., list[Article | SkippedInput]]:
    """`read_addresses(url, ..., memory=None, **settings)` from this computer, without waiting."""

    def read_it(*urls: str, memory: object = None, **settings: object) -> list[Article | SkippedInput]:
        fetcher = Fetcher(FetchSettings(**{"allow_local": True, **settings}), sleep=slept.append)
        reader = AddressReader(fetcher, Request(), memory)
        return [one for url in urls for one in reader.read(url)]

    return read_it
