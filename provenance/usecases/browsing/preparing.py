"""Works out all quotations, or all groups of near duplicates, of an archive into a file, in a process of its own.

`main` reads a pickled `Request` from standard input, which `prepared` has made. What is written is what `quotes` and
`clusters` print as JSON.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from provenance.config.settings import Settings
from provenance.model import QuotationRow
from provenance.store.browsing.prepared_rows import PreparedRows, QuotationColumns

What = Literal["quotations", "clusters"]


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

    rows = PreparedRows(request.target)
    with Archive(request.archive, settings=request.settings, create=False, readonly=request.read_only) as archive:
        moment = archive.store.moment()
        if request.what == "quotations":
            rows.write(moment, quotations=_quotations(archive.quotes()))
        else:
            found = archive.clusters()
            rows.write(
                moment,
                groups=((len(each.members), each.kept, dump(cluster_object(each)).encode()) for each in found),
            )


def _quotations(found: list[QuotationRow]) -> Iterator[tuple[QuotationColumns, bytes]]:
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


def main() -> None:
    """Do what the request on standard input says."""
    from provenance.errors import ProvenanceError

    request = pickle.load(sys.stdin.buffer)  # noqa: S301 (from the program that started this)
    assert isinstance(request, Request)  # noqa: S101
    try:
        prepare(request)
    except ProvenanceError as error:
        sys.exit(str(error))
