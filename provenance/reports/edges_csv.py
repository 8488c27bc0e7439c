"""Links as comma separated values, one row per link, for spreadsheets and other programs.

A cell that a spreadsheet would run as a formula gets an apostrophe in front of it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from provenance.model import LineageView, Link
from provenance.reports.characters import line
from provenance.reports.formats import Answer, Output

COLUMNS = (
    "a", "b", "relation", "likeliest", "confidence", "source", "derived", "common_source", "credited_source",
    "credited", "share_a", "share_b", "passages",
)  # fmt: skip
REVIEW = ("review", "review_note", "review_by", "review_at")


def write(answer: Answer, value: Any, output: Output) -> None:
    """The links of a lineage, or all links of an archive."""
    output.write(lineage_csv(value) if answer == "lineage" else edges_csv(value.whole(value.links)))


def edges_csv(links: Iterable[Link]) -> str:
    """A header and one row per link, in the order given; lines end in a newline."""
    return _written((*COLUMNS, *REVIEW), ((*row_of(link), *review_cells(link)) for link in links))


def lineage_csv(view: LineageView) -> str:
    """The same for the links of a lineage, with `direct` and `hops`."""
    rows = (
        (*row_of(edge.link), str(edge.direct).lower(), str(edge.hops), *review_cells(edge.link))
        for edge in view.drawn
    )
    return _written((*COLUMNS, "direct", "hops", *REVIEW), rows)


def _written(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def row_of(link: Link) -> tuple[str, ...]:
    """The values of COLUMNS."""
    return (
        link.a,
        link.b,
        link.relation,
        link.likeliest,
        f"{link.confidence:.6g}",
        link.source or "",
        link.derived or "",
        link.common_source or "",
        link.credited_source or "",
        str(link.credited).lower(),
        f"{link.share_a:.6g}",
        f"{link.share_b:.6g}",
        str(len(link.passages if link.rejected else link.asserted)),
    )


def review_cells(link: Link) -> tuple[str, ...]:
    """The values of REVIEW."""
    review = link.review
    return (review.verdict or "noted", review.note, review.by or "", review.at) if review else ("",) * 4


def cell(value: str) -> str:
    """A value as one line that no spreadsheet runs."""
    text = line(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@") else text
