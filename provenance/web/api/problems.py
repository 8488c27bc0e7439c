"""Everything that goes wrong, as problem details (RFC 9457): a status, a title, what to do, and every wrong value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from provenance.errors import ProvenanceError
from provenance.reports.contract_json import dump
from provenance.web.failures import status_of

MEDIA_TYPE = "application/problem+json"
TITLES = {
    304: "Not modified",
    400: "The request makes no sense",
    401: "A token is needed",
    403: "This is not allowed here",
    404: "There is no such thing",
    405: "This method is not for this address",
    413: "The request is too large",
    415: "The content has another type",
    421: "This server has no such name",
    422: "The request has impossible values",
    500: "The server met an error that it did not expect",
    503: "The answer is not ready",
}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **further: Any) -> Response:
    """One problem; `detail` says in a sentence what to do."""
    title = TITLES.get(status, "This did not work")
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **further}
    return Response(dump(body).encode() + b"\n", status, headers, media_type=MEDIA_TYPE)


async def of_known(_request: Request, error: Exception) -> Response:
    """An error of this program."""
    assert isinstance(error, ProvenanceError)  # noqa: S101 (registered for these alone)
    status = status_of(error)
    return problem(status, str(error), {"Retry-After": "5"} if status == 503 else None)


async def of_http(_request: Request, error: Exception) -> Response:
    """An address, a method or a content that the framework refuses."""
    assert isinstance(error, HTTPException)  # noqa: S101 (registered for these alone)
    plain = str(error.detail)
    unsaid = plain in ("Not Found", "Method Not Allowed")
    detail = "`/api/v1/openapi.json` lists the addresses and their methods." if unsaid else plain
    return problem(error.status_code, detail, error.headers)


async def of_values(_request: Request, error: Exception) -> Response:
    """Values that are missing or of the wrong kind: all of them are named."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 (registered for these alone)
    wrong = [
        {"in": str(each["loc"][0]), "name": ".".join(map(str, each["loc"][1:])), "detail": str(each["msg"])}
        for each in error.errors()
    ]
    words = "; ".join(f"{each['name'] or each['in']}: {each['detail']}" for each in wrong)
    return problem(422, words, errors=wrong)
