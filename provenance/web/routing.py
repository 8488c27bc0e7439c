"""What a subject of the site is: some routes, and its place in the navigation.

`shown` is for pages that are asked for and change nothing; `action` for forms, which reach their function only with
the token that pages of this run carry. Functions are plain ones and run in threads, so they may take their time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from provenance.web.safety.form_tokens import require_token
from provenance.web.site import site_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the navigation: what it is called and its address."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of the site; `entry` is None for what is reached from other pages only."""

    routes: tuple[BaseRoute, ...]
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """What a form was filled in with: `fields` with their last values, `files` with a name that had content."""

    fields: dict[str, str]
    files: tuple[UploadFile, ...] = ()

    def __getitem__(self, name: str) -> str:
        """The value of a field without blanks around it, "" where the form has none of that name."""
        return self.fields.get(name, "").strip()


def shown(path: str, function: Callable[[Request], Response]) -> Route:
    """A page at a path. Several may share a path with an `action`."""
    return Route(path, function, methods=["GET"])


def action(path: str, function: Callable[[Request, Posted], Response]) -> Route:
    """What a form does."""

    async def receive(request: Request) -> Response:
        web = site_of(request).web
        form = await request.form(
            max_files=web.most_files, max_fields=web.most_files, max_part_size=web.largest_field
        )
        try:
            posted = _posted(form)
            require_token(site_of(request), posted.fields)
            return await run_in_threadpool(function, request, posted)
        finally:
            await form.close()

    return Route(path, receive, methods=["POST"])


def _posted(form: FormData) -> Posted:
    fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    files = (value for _, value in form.multi_items() if isinstance(value, UploadFile))
    return Posted(fields, tuple(file for file in files if file.filename))
