"""Works out all quotations, or all groups of near duplicates, of an archive into a file, in a process of its own.

`main` reads a pickled `Request` from standard input, which `prepared` has made. What is written is what `quotes` and
`clusters` print as JSON.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from provenance.config.settings import Settings
from provenance.model import QuotationRow
from provenance.store.browsing.prepared_rows import PreparedRows, QuotationColumns
from provenance.usecases.browsing.priority import give_way

What = Literal["quotations", "clusters"]
INTERVAL = 0.3  # seconds between two words about the same step


@dataclass(frozen=True, slots=True)
class Request:
    """What to work out of which archive with which settings, and into which file. With `read_only` quotations that
    were never read are not kept in the archive."""

    what: What
    archive: Path
    settings: Settings
    target: Path
    read_only: bool


def prepare(request: Request) -> None:
    """Write the file. Raises ArchiveError."""
    from provenance.reports.contract_json import cluster_object, dump
    from provenance.usecases.archive import Archive
    from provenance.usecases.quoting import each_quotation

    rows, told = PreparedRows(request.target), _Telling(progress_file(request.target))
    with Archive(request.archive, settings=request.settings, create=False, readonly=request.read_only) as archive:
        moment = archive.store.moment()
        if request.what == "quotations":
            found = each_quotation(archive.store, (), archive.settings, on_progress=told)
            rows.write(moment, quotations=_quotations(found))
        else:
            groups = archive.clusters(on_progress=told)
            rows.write(
                moment,
                groups=((len(each.members), each.kept, dump(cluster_object(each)).encode()) for each in groups),
            )


def _quotations(found: Iterable[QuotationRow]) -> Iterator[tuple[QuotationColumns, bytes]]:
    """The rows in their order: by article and place."""
    from provenance.reports.contract_json import dump, quotation_object

    article, place = "", 0
    for row in found:
        place = place + 1 if row.article.id == article else 0
        article = row.article.id
        columns = QuotationColumns(
            article=article,
            place=place,
            speaker=row.quotation.speaker,
            publisher=row.article.publisher,
            type=row.quotation.type,
            altered=row.altered,
            reused=bool(row.first or row.later),
            first=row.first is None and bool(row.later),
        )
        yield columns, dump(quotation_object(row)).encode()


def progress_file(target: Path) -> Path:
    """Where it is written how far the work on `target` is."""
    return target.with_suffix(".progress")


def how_far(target: Path) -> tuple[str, int, int | None]:
    """The step that is being done ("" for none yet), how much of it is done, and of how much, as far as is known."""
    try:
        stage, done, total = json.loads(progress_file(target).read_bytes())
    except (OSError, ValueError):
        return "", 0, None
    return stage, done, total


class _Telling:
    """A progress callback that writes how far the work is, some times per second, for `how_far` to read."""

    def __init__(self, path: Path) -> None:
        self._path, self._stage, self._last = path, "", 0.0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        if stage == self._stage and now - self._last < INTERVAL:
            return
        self._stage, self._last = stage, now
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps([stage, done, total]))
        with suppress(OSError):  # elsewhere than on Windows never: a reader has it open
            beside.replace(self._path)


def main() -> None:
    """Do what the request on standard input says."""
    from provenance.errors import ProvenanceError

    give_way()
    request = pickle.load(sys.stdin.buffer)  # noqa: S301 (from the program that started this)
    assert isinstance(request, Request)  # noqa: S101
    try:
        prepare(request)
    except ProvenanceError as error:
        sys.exit(str(error))
