"""What a step of a batch is: rows of tables brought together by a number, and what is made of those with equal ones.

A step says what is done and never where: `local_tables` and `spark_tables` run the same functions and so give the
same rows. Every function is importable by name (or a `functools.partial` of such) and sees a bounded part of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    import pyarrow as pa

# Rows of several numbers that are handed to a function at once, so that it can work on whole arrays.
ROWS_AT_ONCE = 200_000
GROUP = 200_000  # rows of a sorted part that are handed on at a time


@dataclass(frozen=True, slots=True)
class Given:
    """What a table gives to a step: `give` makes of a batch of these `columns` rows to be brought together."""

    table: str
    columns: tuple[str, ...]
    give: Callable[[pa.RecordBatch], pa.RecordBatch]


@dataclass(frozen=True, slots=True)
class Step:
    """Makes the table `name`. Rows of `given` (columns `carried`, of which the first, an int64, brings them together)
    are ordered by that number and then by the columns `order`; `take` gets them with all rows of a number, of one
    number at a time where `single`, and makes rows of `schema`. What is `passing` is read by one later step alone,
    and once: an engine may hand it on to that step instead of keeping it."""

    name: str
    given: tuple[Given, ...]
    carried: pa.Schema
    order: tuple[str, ...]
    take: Callable[[pa.Table], Iterable[pa.RecordBatch]]
    schema: pa.Schema
    single: bool = False
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Makes the table `name` of one other, a batch at a time."""

    name: str
    table: str
    columns: tuple[str, ...]
    make: Callable[[pa.RecordBatch], Iterable[pa.RecordBatch]]
    schema: pa.Schema


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to be read: its path or address, its size in bytes and when it was changed (nanoseconds)."""

    path: str
    size: int
    changed: int


class Tables(Protocol):
    """Runs steps and keeps the tables that they make; a table that is there is never made again."""

    def listed(self, address: str) -> list[InputFile]:
        """The files that an address of a file system of the cluster names, by path. Raises UnreadableInput."""
        ...

    def read(self, step: Mapping, files: Sequence[InputFile]) -> None:
        """Run a mapping whose table is this list: columns `file`, `path`, and `content`, which is null where the
        worker opens the path itself."""
        ...

    def run(self, step: Step | Mapping) -> None:
        """Make a table. Raises ProvenanceError where a part fails again and again."""
        ...

    def rank(self, name: str, table: str, by: str) -> None:
        """Make a table of the rows of another, with a further first column `number`: the place of each row, from 1
        on, in the order of the code points of the texts in the column `by`, which all differ."""
        ...

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table of rows that are at hand."""
        ...

    def collect(self, table: str, columns: Sequence[str]) -> pa.Table:
        """Some columns of a small table, in no order."""
        ...

    def total(self, table: str, column: str | None = None) -> int:
        """How many rows a table has, or the sum of a column of whole numbers."""
        ...

    def forget(self, names: Iterable[str]) -> None:
        """Remove tables that nothing needs any more."""
        ...


def whole_groups(batches: Iterable[pa.RecordBatch], *, single: bool) -> Iterator[pa.Table]:
    """The rows of ordered batches, cut so that no number of the first column is in two tables; `single`: one number
    per table."""
    import pyarrow as pa

    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        if not batch.num_rows:
            continue
        waiting.append(batch)
        rows += batch.num_rows
        if _value(waiting[0], 0) == _value(batch, -1) or (not single and rows < ROWS_AT_ONCE):
            continue
        table = pa.Table.from_batches(waiting)
        border = _last_border(table)
        yield from _cut(table.slice(0, border), single=single)
        rest = table.slice(border)
        waiting, rows = rest.to_batches(), rest.num_rows
    if rows:
        yield from _cut(pa.Table.from_batches(waiting), single=single)


def taken(step: Step, batches: Sequence[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a step makes of rows that hold all rows of each of their numbers, in any order."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.Table.from_batches(batches, step.carried)
    if len(table):
        keys = [(name, "ascending") for name in (step.carried.names[0], *step.order)]
        table = table.take(pc.sort_indices(table, keys))
    for group in whole_groups(table.to_batches(max_chunksize=GROUP), single=step.single):
        yield from step.take(group)


def _value(batch: pa.RecordBatch, place: int) -> int:
    return int(batch.column(0)[place % batch.num_rows].as_py())


def _last_border(table: pa.Table) -> int:
    """Where the rows of the last number begin."""
    numbers = table.column(0).to_numpy()
    return int(np.searchsorted(numbers, numbers[-1]))


def _cut(table: pa.Table, *, single: bool) -> Iterator[pa.Table]:
    if not single:
        yield table
        return
    numbers = table.column(0).to_numpy()
    starts = np.flatnonzero(np.diff(numbers, prepend=numbers[0] - 1)).tolist()
    for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True):
        yield table.slice(start, end - start)


def filled(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """The batch with the columns of a schema, null where it has none of that name."""
    import pyarrow as pa

    names = set(batch.schema.names)
    columns = [
        batch.column(field.name).cast(field.type) if field.name in names else pa.nulls(batch.num_rows, field.type)
        for field in schema
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)
