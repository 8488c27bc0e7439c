"""What every list page shares: where it goes on, how it is sorted, and the files of what is shown.

All that a list shows is in its address, so that a view can be sent as a link. CSV files have every row of the list,
read a page at a time; JSON is that of the API.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import StreamingResponse

from provenance.model.lists import Key
from provenance.reports import lists_csv

API = "/api/v1"
PORTION = 500  # rows of a CSV file that are read at a time
CsvPage = tuple[Iterable[Sequence[str]], Key | None]
Values = list[tuple[str, str]]


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


def _address(path: str, given: Values) -> str:
    return f"{path}?{urlencode(given, errors='replace')}" if given else path
