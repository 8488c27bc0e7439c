"""A template filled in, as a response. Every text is escaped and cleaned by `reports.html.templating`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from provenance.reports import wording
from provenance.reports.html.sections import web_address
from provenance.reports.html.templating import environment
from provenance.web.site import site_of
from provenance.web.static_files import address as static

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page: `template` with `values`, in the layout of the site."""
    site = site_of(request)
    page = _templates().get_template(template)
    text = page.render(
        site=site,
        read_only=site.read_only,
        form_token=site.form_token,
        entries=request.app.state.entries,
        here=request.url.path,
        signed_in=request.app.state.signed_in,
        **values,
    )
    return HTMLResponse(text, status)


def see(path: str, **query: str) -> RedirectResponse:
    """After a form: to a page of this site, so that going back or reloading sends nothing twice."""
    return RedirectResponse(address(path, **query), 303)


def address(path: str, **query: Any) -> str:
    """An address of this site; values of the query that are empty or None are left out. A `hash` comes last."""
    place = query.pop("hash", "")
    given = {name: value for name, value in query.items() if value not in (None, "")}
    return path + (f"?{urlencode(given, doseq=True)}" if given else "") + (f"#{place}" if place else "")


def article_path(identifier: str, part: str = "") -> str:
    """The address of an article's page, or of a part of it. Ids may have any characters, "/" too."""
    return f"/article/{quote(identifier, safe='')}{part}"


@cache
def _templates() -> Environment:
    templates = environment(TEMPLATES)
    templates.globals |= {
        "address": address,
        "article_path": article_path,
        "name": wording.name,
        "static": static,
        "time_words": wording.time_words,
        "web_address": web_address,
    }
    return templates
