"""Rows of lists as comma separated values: what is shown, for spreadsheets. Cells are made safe as in `edges_csv`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from provenance.model import ListedArticle
from provenance.model.lists import ArticleLine, LinkLine
from provenance.reports.edges_csv import COLUMNS, REVIEW, cell, review_cells, row_of

ARTICLES = (
    "id", "title", "publisher", "author", "published", "language", "characters", "versions", "url",
    "taken", "source", "duplicate", "common", "undetermined", "audited",
    "published_how",
)  # fmt: skip
LINKS = (
    *COLUMNS,
    "kinds",
    *(f"{name}_{end}" for end in "ab" for name in ("title", "publisher", "published")),
    *REVIEW,
)
QUOTATIONS = (
    "article", "start", "end", "speaker", "type", "text", "altered", "first_article", "first_start", "first_end",
    "later",
)  # fmt: skip
CLUSTERS = ("group", "article", "kept", "members", "weakest_a", "weakest_b", "weakest_jaccard")


def lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The header and the rows, each a line that ends in a newline."""
    for row in chain([header], rows):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow([cell(value) for value in row])
        yield out.getvalue()


def article_row(line: ArticleLine) -> tuple[str, ...]:
    """Of ARTICLES."""
    row = line.article
    return (
        *(row.id, row.title or "", row.publisher or "", row.author or "", _date(row), row.language or ""),
        *(str(row.characters), str(row.versions), row.url or ""),
        *(str(line.links.get(each, 0)) for each in ("taken", "source", "duplicate", "common", "undetermined")),
        *(str(line.audited).lower(), row.published.how if row.published else ""),
    )


def link_row(line: LinkLine) -> tuple[str, ...]:
    """Of LINKS."""
    ends = (value for end in (line.a, line.b) for value in (end.title or "", end.publisher or "", _date(end)))
    row = row_of(line.link)[: len(COLUMNS) - 1]  # it may have come without its passages
    return (*row, str(line.passages), " ".join(line.kinds), *ends, *review_cells(line.link))


def quotation_row(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Of QUOTATIONS, from the object that `quotes` prints."""
    first = row["first"] or {}
    return (
        *(row["article"], str(row["start"]), str(row["end"]), row["speaker"] or "", row["type"], row["text"]),
        *(str(row["altered"]).lower(), *(str(first.get(each, "")) for each in ("article", "start", "end"))),
        str(len(row["later"])),
    )


def cluster_rows(row: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Of CLUSTERS, one per member, from the object that `clusters` prints."""
    weakest = row["weakest"] or {}
    ends = tuple(str(weakest.get(each, "")) for each in ("a", "b", "jaccard"))
    members = row["members"]
    return [(row["kept"], name, str(name == row["kept"]).lower(), str(len(members)), *ends) for name in members]


def _date(row: ListedArticle) -> str:
    return row.published.written if row.published else ""
