"""An answer of the API: the JSON of the commands, a tag that tells a change of it, and where a list goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from provenance.reports.contract_json import dump

KEPT = "private, no-cache"  # may be kept by who asked, and is asked about again each time


def answer(request: Request, value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A value as JSON with its entity tag; 304 where the reader has just that (RFC 9110, 13.1.2)."""
    body = dump(value).encode() + b"\n"
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    given = {"ETag": tag, "Cache-Control": KEPT, **(headers or {})}
    if request.method in ("GET", "HEAD") and status == 200 and _matches(request.headers.get("if-none-match"), tag):
        return Response(None, 304, given)
    return Response(body, status, given, media_type="application/json")


def listed(request: Request, rows: Iterable[Any], total: int, cursor: str | None, **further: Any) -> Response:
    """A page of a list: `items`, how many the list has in all, and the cursor of the next page, which the header
    Link leads to (RFC 8288)."""
    headers = {}
    if cursor is not None:
        others = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
        query = urlencode([*others, ("after", cursor)], errors="replace")
        headers["Link"] = f'<{request.url.path}?{query}>; rel="next"'
    return answer(request, {"items": [*rows], "total": total, "next": cursor, **further}, headers=headers)


def _matches(given: str | None, tag: str) -> bool:
    if given is None:
        return False
    tags = [each.strip().removeprefix("W/") for each in given.split(",")]
    return "*" in tags or tag in tags
