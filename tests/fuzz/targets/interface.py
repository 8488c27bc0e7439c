"""The API: addresses, parameters and bodies that nobody checked; no answer is a fault of the server."""

from functools import cache
from typing import Any

from starlette.testclient import TestClient

from provenance.web.application import create_application
from tests.fuzz.small_archive import small_archive

PATHS = [
    "articles", "articles/{}", "versions", "lineage", "links", "link", "passages", "overview", "reviews", "check",
    "compare", "trace", "{}",
]  # fmt: skip
SEEDS = [
    b"\x00words=steady&limit=3&sort=newest",
    b"\x01dam-1?version=1",
    b"\x02article=dam-1", b"\x03article=dam-1&same_event=1",
    b"\x04relation=derived&after=AAAA", b"\x05a=dam-0&b=dam-1", b"\x06a=dam-0&b=dam-1&after=x", b"\x0aa=dam-0&b=dam-1",
    b'\x09{"text": "the steady leak below the old dam", "title": "x"}', b"\x0bpassage=steady leak below the old dam",
    b'\x08{"a": "dam-0", "b": "dam-1", "verdict": "note", "note": "x"}',
]  # fmt: skip
RUNS = 80
LONGEST = 600


@cache
def client() -> Any:
    """A client of the server of this process."""
    small_archive()
    return TestClient(
        create_application(small_archive().path), base_url="http://127.0.0.1", raise_server_exceptions=True
    )


def attempt(data: bytes) -> None:
    """Ask as the first byte says; the rest is the address, the query or the body."""
    path = PATHS[data[0] % len(PATHS)] if data else ""
    rest = data[1:].decode("utf-8", "replace")
    named, _, query = rest.partition("?") if "{}" in path else ("", "", rest)
    address = "/api/v1/" + path.format(named)
    asked = client()
    if path in ("check", "reviews") and rest[:1] in "{[":
        answer = asked.post(address, content=data[1:], headers={"Content-Type": "application/json"})
    else:
        try:
            answer = asked.get(address, params=query)
        except Exception as error:
            if "InvalidURL" in type(error).__name__:
                return
            raise
    assert answer.status_code < 500, (address, answer.text)
