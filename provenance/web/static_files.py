"""Styles and scripts, read from the package when they are first asked for.

No other file can be reached by an address.

The style sheets of the HTML report are among them as `report.css`, so that both have one look.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from provenance.reports.html.templating import STATIC, TEMPLATES, style_sheet

FOLDER = Path(__file__).parent / "static"
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
YEAR = "public, max-age=31536000, immutable"  # an address names its content, see `address`


def address(name: str) -> str:
    """The address of a file, which changes when the file does; raises KeyError for a name that there is none of."""
    return f"/static/{name}?{_files()[name][1]}"


def _serve(request: Request) -> Response:
    name = request.path_params["name"]
    found = _files().get(name)
    if found is None:
        return Response("there is no such file\n", 404, media_type="text/plain")
    content, digest = found
    lasting = request.url.query == digest
    headers = {"Cache-Control": YEAR if lasting else "no-cache", "ETag": f'"{digest}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(None, 304, headers)
    return Response(content, 200, headers, media_type=KINDS[Path(name).suffix])


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    """Every file's content and digest, by name."""
    content = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.suffix in KINDS}
    content |= {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.suffix in KINDS}
    content["report.css"] = style_sheet().encode()
    content["behaviour.js"] = (TEMPLATES / "behaviour.js").read_bytes()
    return {name: (text, hashlib.sha256(text).hexdigest()[:12]) for name, text in content.items()}


ROUTE = Route("/static/{name}", _serve, methods=["GET"])
