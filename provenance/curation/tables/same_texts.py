"""Rows with the same words in one order are one text, for which its first row stands; see `row_pairs.standing`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import Numbers, batch_of, column, group_of
from provenance.curation.sketching import TEXT
from provenance.curation.tables.row_table import ROWS
from provenance.engines.tables import Given, Step

# The row that stands for the words of each row, and of rows that stand for themselves their signature.
STANDING = pa.schema(
    [("number", pa.int64()), ("stands", pa.int64()), ("rank", pa.float64()), ("signature", pa.binary())]
)
# Of each text, by the row that stands for it: the row of it that is kept, its rank, and how many rows have the text.
TEXTS = pa.schema([("number", pa.int64()), ("best", pa.int64()), ("rank", pa.float64()), ("rows", pa.int64())])


def texts(reference: int) -> tuple[Step, ...]:
    """The steps that make `_steps/standing` and `_steps/texts`."""
    same = pa.schema([("at", pa.int64()), *(ROWS.field(name) for name in ("number", "rank", "signature"))])
    best = pa.schema([("at", pa.int64()), ("number", pa.int64()), ("rank", pa.float64())])
    return (
        Step(
            "_steps/standing",
            (Given("_steps/rows", ("number", "state", "digest", "rank", "signature"), _by_words),),
            same,
            ("number",),
            _stand,
            STANDING,
        ),
        Step(
            "_steps/texts",
            (Given("_steps/standing", ("number", "stands", "rank"), _by_text),),
            best,
            ("number",),
            partial(_best, reference=reference),
            TEXTS,
        ),
    )


def _by_words(batch: pa.RecordBatch) -> pa.RecordBatch:
    used = (column(batch, "state") == TEXT) & (column(batch, "digest") != 0)
    batch = batch.select(["digest", "number", "rank", "signature"]).filter(pa.array(used))
    return batch.rename_columns(["at", "number", "rank", "signature"])


def _stand(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """The same hash of all words is not enough: the signature has to be the same, too."""
    numbers, signatures = column(table, "number"), table.column("signature").to_pylist()
    starts, sizes = group_of(column(table, "at"))
    first = np.repeat(starts, sizes)
    same = np.array([signatures[at] == signatures[to] for at, to in enumerate(first.tolist())], np.bool_)
    stands = np.where(same, numbers[first], numbers)
    own = stands == numbers
    yield batch_of(
        STANDING,
        {
            "number": numbers,
            "stands": stands,
            "rank": table.column("rank").to_numpy(),
            "signature": pa.array(
                [each if mine else None for each, mine in zip(signatures, own.tolist(), strict=True)], pa.binary()
            ),
        },
    )


def _by_text(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch.select(["stands", "number", "rank"]).rename_columns(["at", "number", "rank"])


def _best(table: pa.Table, reference: int) -> Iterator[pa.RecordBatch]:
    at, numbers, ranks = column(table, "at"), column(table, "number"), table.column("rank").to_numpy()
    order = np.lexsort((numbers, ranks, numbers < reference, at))
    starts, sizes = group_of(at)
    best: Numbers = order[starts]
    yield batch_of(TEXTS, {"number": at[starts], "best": numbers[best], "rank": ranks[best], "rows": sizes})
