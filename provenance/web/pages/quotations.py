"""Quotations: who said what, who printed it first, whose wording was altered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.requests import Request

from provenance.reports import lists_csv
from provenance.usecases.archive import Archive
from provenance.web.asked import quotation_question
from provenance.web.lists import PreparedReading, prepared_list
from provenance.web.routing import Entry, Subject
from provenance.web.site import Site


def _asked(request: Request, site: Site, archive: Archive) -> PreparedReading:
    asked = quotation_question(request.query_params, site.prepared, archive)
    return lambda site, archive, after, limit: site.prepared.quotations(archive.store, asked, after, limit)


def _named(row: dict[str, Any]) -> Iterator[str]:
    yield row["article"]
    if row["first"]:
        yield row["first"]["article"]


SUBJECT = Subject(
    prepared_list("quotations", _asked, _named, lists_csv.QUOTATIONS, lambda row: [lists_csv.quotation_row(row)]),
    Entry("Quotations", "/quotations"),
)
