"""The passages that the pairs of a batch share: aligned once each, by the functions of an audit's second step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from provenance.audit.aligning import PairTask, comparer, shared_passages
from provenance.audit.parcels import Parcel
from provenance.audit.visit_order import in_visit_order
from provenance.batch.article_columns import COLUMNS, NUMBERED, CarriedArticles, article_of, article_rows
from provenance.batch.blocks import batch_of, column, kinds
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.proposing import ARTICLES, pair_block
from provenance.batch.screening import OUTLINES, PAIRS, both_ends
from provenance.comparison.known_quotations import quotations_of
from provenance.config.settings import Settings
from provenance.engines.tables import Mapping, Step
from provenance.model import Span

READ = pa.schema(
    [
        ("number", pa.int64()),
        ("id", pa.string()),
        ("quotations", pa.binary()),
        ("entry", pa.binary()),
        ("speakers", pa.list_(pa.string())),
    ]
)
PART_COLUMNS = (*COLUMNS, "boilerplate", "quotations")
PARTS = pa.schema(
    [
        ("block", pa.int64()),
        ("number", pa.int64()),
        *(ARTICLES.field(name) for name in COLUMNS),
        OUTLINES.field("boilerplate"),
        READ.field("quotations"),
    ]
)
SHARED = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("content", pa.binary())])


def quotations() -> Mapping:
    """What each article quotes, as the archive keeps it: `_steps/read`."""
    return Mapping("_steps/read", "articles", NUMBERED, _read, READ)


def carried_parts(name: str, *needs: Needs) -> Step:
    """The articles that blocks need, each with its boilerplate and quotations (columns of `PARTS`)."""
    sources = (
        ("articles", ARTICLES, COLUMNS),
        ("_steps/outlines", OUTLINES, ("boilerplate",)),
        ("_steps/read", READ, ("quotations",)),
    )
    return carried(name, needs, sources)


def aligned(settings: Settings) -> tuple[Step, ...]:
    """The steps that make `_steps/shared`: for each pair that shares passages a link that is not judged."""
    needs = Needs("_steps/pairs", ("low", "high"), both_ends)
    return (
        carried_parts("_steps/aligning_parts", needs),
        gathered(
            "_steps/shared",
            (
                ("_steps/pairs", PAIRS, ("low", "high"), pair_block),
                ("_steps/aligning_parts", PARTS, ("block", "number", *PART_COLUMNS), own_block),
            ),
            partial(_align, settings=settings),
            SHARED,
        ),
    )


def parcel_of(parts: pa.Table) -> Parcel:
    """The articles of rows of `PARTS`, for a task."""
    rows = article_rows(parts.select(PART_COLUMNS))
    return Parcel(
        [row["id"] for row in rows],
        CarriedArticles([article_of(row) for row in rows]),
        [boilerplate_of(row["boilerplate"]) for row in rows],
        [row["quotations"] for row in rows],
    )


def boilerplate_of(ends: Sequence[int]) -> tuple[Span, ...]:
    """Spans of their starts and ends, one after the other."""
    return tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True))


def _read(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    articles = [article_of(row) for row in article_rows(batch)]
    found = quotations_of(CarriedArticles(articles))
    columns: dict[str, Any] = {
        "number": column(batch, "number"),
        "id": [each.id for each in articles],
        "quotations": [each.quotations for each in found],
        "entry": [each.entry for each in found],
        "speakers": [list(each.speakers) for each in found],
    }
    yield batch_of(READ, columns)


def _align(table: pa.Table, settings: Settings) -> Iterator[pa.RecordBatch]:
    """A is the article with the smaller id, which is the one with the lower number."""
    wanted, parts = kinds(table, 2)
    if not len(wanted):
        return
    pairs = in_visit_order(np.stack([column(wanted, "low"), column(wanted, "high")], axis=1))
    places = np.searchsorted(column(parts, "number"), pairs)
    with comparer(settings) as each:
        found = shared_passages(each, PairTask(places, parcel_of(parts)))
    kept = np.flatnonzero([content is not None for content in found])
    low, high = pairs[kept].T
    yield batch_of(SHARED, {"low": low, "high": high, "content": [found[row] for row in kept.tolist()]})
