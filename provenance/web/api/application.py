"""The API as an application below `/api/v1`, with its description at `/api/v1/openapi.json`.

It answers what the commands print as JSON. The rules of safety of the pages hold for it, too: they are around the
whole server.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from provenance import __version__
from provenance.errors import ProvenanceError
from provenance.web.api import articles, checking, comparing, links, overview, prepared, reviews
from provenance.web.api.problems import MEDIA_TYPE, TITLES, of_http, of_known, of_values
from provenance.web.api.schemas import Problem

PATH = "/api/v1"
_DESCRIPTION = (
    "What `provenance` knows of an archive: its articles, who took what from whom, quotations, and what people "
    "decided. The objects are those that the commands print as JSON. Lists go on by `next` and the header Link; "
    "answers carry an ETag; errors are problem details (RFC 9457)."
)


def create_api() -> FastAPI:
    """The application; its `state.site` is set by whoever mounts it."""
    api = FastAPI(
        title="provenance",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,  # a page that loads scripts from elsewhere
        redoc_url=None,
        responses={status: _problem(status) for status in (400, 401, 403, 404, 422, 503)},
        exception_handlers={
            ProvenanceError: of_known,
            HTTPException: of_http,
            RequestValidationError: of_values,
        },
        servers=[{"url": PATH}],
        root_path_in_servers=False,
    )
    for part in (overview, articles, links, comparing, prepared, checking, reviews):
        api.include_router(part.ROUTER)
    return api


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    return {"description": TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}}
