"""The application: rules of safety around static files, the pages of all subjects, and what went wrong."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from provenance.config.settings import Settings
from provenance.config.web import WebSettings
from provenance.web.api.application import PATH as API
from provenance.web.api.application import create_api
from provenance.web.api.refusals import RefusalsAsProblems
from provenance.web.failures import HANDLERS, Unexpected
from provenance.web.pages import SUBJECTS
from provenance.web.safety import sign_in
from provenance.web.safety.headers import REPORTS, SafeHeaders
from provenance.web.safety.hosts import LOOPBACK, HostCheck
from provenance.web.safety.origins import OriginCheck
from provenance.web.safety.sign_in import SignIn
from provenance.web.safety.sizes import SizeLimit
from provenance.web.site import Site, site_of
from provenance.web.static_files import ROUTE as STATIC


def create_application(
    path: str | Path,
    settings: Settings | None = None,
    *,
    web: WebSettings | None = None,
    read_only: bool = False,
    token: str = "",
    hosts: Sequence[str] = (),
) -> Starlette:
    """The application for the archive at `path`, which must be there; raises ArchiveError.

    Without a `token` it answers requests for this computer's own names alone. With one, whoever gives it may come in
    by any address in numbers and by the names in `hosts`.
    """
    site = Site(Path(path), settings or Settings.of(), web or WebSettings(), read_only=read_only)
    names = LOOPBACK | frozenset(hosts)
    middleware = [
        Middleware(SafeHeaders),
        Middleware(RefusalsAsProblems),
        Middleware(Unexpected),
        Middleware(HostCheck, names=names, numbers=bool(token)),
        Middleware(OriginCheck),
        Middleware(SignIn, token=token),
        Middleware(SizeLimit, most=site.web.largest_request),
    ]
    routes: list[BaseRoute] = [STATIC, Route(REPORTS, _note_violation, methods=["POST"]), *sign_in.ROUTES]
    routes += [route for subject in SUBJECTS for route in subject.routes]
    api = create_api()
    api.state.site = site
    routes.append(Mount(API, api))
    application = Starlette(
        routes=routes, middleware=middleware, exception_handlers=dict(HANDLERS), lifespan=_lifespan
    )
    application.state.site = site
    application.state.token = token
    application.state.signed_in = bool(token)
    application.state.entries = [subject.entry for subject in SUBJECTS if subject.entry]
    return application


@asynccontextmanager
async def _lifespan(application: Starlette) -> AsyncIterator[None]:
    """Not more threads than readers, so that no page waits for an archive that another holds."""
    site: Site = application.state.site
    current_default_thread_limiter().total_tokens = site.web.readers
    yield
    site.close()


async def _note_violation(request: Request) -> Response:
    """A browser reports that a page breached the policy of its headers."""
    said = await request.body()
    if len(said) < 10_000:
        try:
            report = json.loads(said)
        except (ValueError, RecursionError):
            report = None
        if isinstance(report, dict):
            site_of(request).violations.append(report)
    return Response(None, 204)
