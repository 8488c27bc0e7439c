"""What every list page shares: where it goes on, how it is sorted, and the files of what is shown.

All that a list shows is in its address, so that a view can be sent as a link. CSV files have every row of the list,
read a page at a time; JSON is that of the API.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute

from provenance.model.lists import Key
from provenance.reports import lists_csv
from provenance.usecases.archive import Archive
from provenance.usecases.browsing.prepared import NotReady, PreparedPage
from provenance.web.asked import page_of_prepared
from provenance.web.cursors import cursor_of
from provenance.web.rendering import not_ready, render
from provenance.web.routing import shown
from provenance.web.site import Site, site_of

API = "/api/v1"
PORTION = 500  # rows of a CSV file that are read at a time
CsvPage = tuple[Iterable[Sequence[str]], Key | None]
Values = list[tuple[str, str]]
PreparedReading = Callable[[Site, Archive, Key | None, int], PreparedPage]


@dataclass(frozen=True, slots=True)
class ListView:
    """The addresses around one page of a list."""

    given: Values
    path: str
    total: int
    shown: int
    first: str
    next: str
    csv: str
    json: str

    def value(self, name: str) -> str:
        """What was asked for under a name, "" for nothing; for the fields of the form."""
        return next((value for given, value in reversed(self.given) if given == name), "")

    def values(self, name: str) -> list[str]:
        """All that was asked for under a name."""
        return [value for given, value in self.given if given == name]

    def changed(self, **values: str) -> str:
        """The address of the same list with other values, from its first page on."""
        kept = [(name, value) for name, value in self.given if name not in values and name != "after"]
        return _address(self.path, [*kept, *((name, value) for name, value in values.items() if value)])

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for besides the order."""
        return any(name not in ("sort", "after", "limit") for name, _ in self.given)


def list_view(request: Request, path: str, total: int, shown: int, cursor: str | None) -> ListView:
    """The view of the page at `path` that a request asked for; `cursor` leads to the next one."""
    given = [(name, value) for name, value in request.query_params.multi_items() if value.strip()]
    kept = [(name, value) for name, value in given if name != "after"]
    return ListView(
        given=given,
        path=path,
        total=total,
        shown=shown,
        first=_address(path, kept),
        next="" if cursor is None else _address(path, [*kept, ("after", cursor)]),
        csv=_address(f"{path}.csv", kept),
        json=_address(f"{API}{path}", given),
    )


def csv_file(
    name: str,
    header: Sequence[str],
    page: Callable[[Key | None, int], CsvPage],
) -> StreamingResponse:
    """Every row of a list as a file; `page` gives the rows behind a key and the key to go on with."""

    def rows() -> Iterator[Sequence[str]]:
        after: Key | None = None
        while True:
            found, after = page(after, PORTION)
            yield from found
            if after is None:
                return

    attached = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return StreamingResponse(lists_csv.lines(header, rows()), media_type="text/csv; charset=utf-8", headers=attached)


def prepared_list(
    what: str,
    asked: Callable[[Request, Site, Archive], PreparedReading],
    named: Callable[[dict[str, Any]], Iterable[str]],
    header: Sequence[str],
    cells: Callable[[dict[str, Any]], Iterable[Sequence[str]]],
    **values: Any,
) -> tuple[BaseRoute, BaseRoute]:
    """The page and the file of a list that another process works out, at `/` and its name.

    `asked` reads the address and gives what reads rows behind a key, `named` says which articles a row names, `cells`
    makes lines of the file of a row. Until the list is there, both say so: the page asks again by itself.
    """
    path = f"/{what}"

    def page(request: Request) -> Response:
        site = site_of(request)
        after, limit = page_of_prepared(request.query_params, what)
        try:
            with site.reading() as archive:
                found = asked(request, site, archive)(site, archive, after, limit)
                articles = archive.store.article_pages.listed({name for row in found.rows for name in named(row)})
                publishers, _ = site.choices(archive)
        except NotReady as waiting:
            return not_ready(request, waiting)
        view = list_view(
            request, path, found.total, len(found.rows), cursor_of(what, found.after) if found.after else None
        )
        return render(
            request,
            f"{what}.html",
            view=view,
            rows=found.rows,
            old=found.old,
            articles=articles,
            publishers=publishers,
            **values,
        )

    def file(request: Request) -> Response:
        site = site_of(request)
        with site.reading() as archive:
            read = asked(request, site, archive)
            read(site, archive, None, 1)

        def portion(after: Key | None, limit: int) -> CsvPage:
            with site.reading() as archive:
                found = read(site, archive, after, limit)
            return (line for row in found.rows for line in cells(row)), found.after

        return csv_file(what, header, portion)

    return shown(path, page), shown(f"{path}.csv", file)


def _address(path: str, given: Values) -> str:
    return f"{path}?{urlencode(given, errors='replace')}" if given else path
