"""A template filled in, as a response. Every text is escaped and cleaned by `reports.html.templating`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus, urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from provenance.reports import wording
from provenance.reports.html.sections import web_address
from provenance.reports.html.templating import environment
from provenance.web.site import site_of
from provenance.web.static_files import address as static

if TYPE_CHECKING:
    from jinja2 import Environment

    from provenance.usecases.archive import Archive
    from provenance.usecases.browsing.prepared import NotReady

TEMPLATES = Path(__file__).parent / "templates"


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page: `template` with `values`, in the layout of the site."""
    return HTMLResponse(part(request, template, **values), status)


def not_ready(request: Request, waiting: NotReady) -> HTMLResponse:
    """The page that waits for a list, and says how far it is; it asks again by itself, without JavaScript, too."""
    answer = render(request, "not_ready.html", waiting=waiting, since=_since(waiting.seconds))
    answer.headers["Refresh"] = "3"
    return answer


def _since(seconds: float) -> str:
    minutes = seconds / 60
    return wording.count(int(minutes), "minute") if minutes >= 2 else wording.count(int(seconds), "second")


def kept(
    request: Request, make: Callable[[Request, Archive], str], media_type: str = "text/html; charset=utf-8"
) -> Response:
    """A page that is made of its address and the archive and of nothing else: made once, and sent again until the
    archive changes."""
    site = site_of(request)
    with site.reading() as archive:
        asked = tuple(request.query_params.multi_items())
        made_of = (request.url.path, asked, archive.store.moment())
        page = site.pages.of(made_of, lambda: make(request, archive).encode())
    return Response(page, media_type=media_type)


def part(request: Request, template: str, **values: Any) -> str:
    """The text of a page, or of a part of one that is sent in parts."""
    site = site_of(request)
    text = (
        _templates()
        .get_template(template)
        .render(
            site=site,
            read_only=site.read_only,
            form_token=site.form_token,
            entries=request.app.state.entries,
            here=request.url.path,
            signed_in=request.app.state.signed_in,
            **values,
        )
    )
    return text.encode("utf-8", "replace").decode("utf-8")


def streamed(request: Request, template: str, **values: Any) -> tuple[str, str]:
    """What comes before and after the parts of a page that is sent in parts: they go where it prints `parts`."""
    border = f"<!-- {token_hex(16)} -->"  # no text can have it
    head, _, foot = part(request, template, parts=Markup(border), **values).partition(border)  # noqa: S704
    return head, foot


def see(path: str, **query: str) -> RedirectResponse:
    """After a form: to a page of this site, so that going back or reloading sends nothing twice."""
    return RedirectResponse(address(path, **query), 303)


def address(path: str, **query: Any) -> str:
    """An address of this site; values of the query that are empty or None are left out. A `hash` comes last."""
    place = query.pop("hash", "")
    given = {name: value for name, value in query.items() if value not in (None, "")}
    if all(type(value) is str for value in given.values()):
        written = "&".join(f"{name}={_written(value)}" for name, value in given.items())
    else:
        written = urlencode(given, doseq=True, errors="replace")
    return path + (f"?{written}" if written else "") + (f"#{place}" if place else "")


@lru_cache(4096)
def _written(value: str) -> str:
    """A value as an address has it. A network names each of its 2,000 articles in several of its 3,000 links."""
    return quote_plus(value, errors="replace")


@lru_cache(4096)
def _segment(identifier: str) -> str:
    return quote(identifier, safe="", errors="replace")


def article_path(identifier: str, kind: str = "article") -> str:
    """The address of an article's page, or of another `kind` of page about it. Ids may have any characters, "/" too;
    of "." and ".." a browser would make something else."""
    if not identifier.strip("."):
        return address(f"/{kind}", id=identifier)
    return f"/{kind}/{_segment(identifier)}"


def own_path(wanted: str) -> str:
    """An address of this site as a form has it; the start page for whatever leads elsewhere."""
    own = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    return wanted if own else "/"


@cache
def _templates() -> Environment:
    templates = environment(TEMPLATES)
    templates.globals |= {
        "address": address,
        "article_path": article_path,
        "name": wording.name,
        "percent": wording.percent,
        "zip": zip,
        "static": static,
        "time_words": wording.time_words,
        "web_address": web_address,
    }
    return templates
