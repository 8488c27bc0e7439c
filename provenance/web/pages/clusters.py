"""Clusters: articles that are near duplicates of each other."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from provenance.reports import lists_csv
from provenance.usecases.archive import Archive
from provenance.web.lists import PreparedReading, prepared_list
from provenance.web.routing import Entry, Subject
from provenance.web.site import Site

MOST = 12  # members of a group that are named on the page


def _asked(_request: Request, _site: Site, _archive: Archive) -> PreparedReading:
    return lambda site, archive, after, limit: site.prepared.clusters(archive.store, after, limit)


def _named(row: dict[str, Any]) -> tuple[str, ...]:
    return row["kept"], *row["members"][:MOST]


SUBJECT = Subject(
    prepared_list("clusters", _asked, _named, lists_csv.CLUSTERS, lists_csv.cluster_rows, most=MOST),
    Entry("Clusters", "/clusters"),
)
