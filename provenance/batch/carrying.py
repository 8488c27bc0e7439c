"""What a block's task needs of other articles, carried to it: one row per block and article.

Needs are rows (block, number); a carried row is a row of one or more tables under that number, with the block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import batch_of, column, distinct_rows
from provenance.engines.tables import Given, Step, filled

NEED = -1  # the kind of rows that say which block needs an article; sources are 0, 1, ...


@dataclass(frozen=True, slots=True)
class Needs:
    """Which blocks need which articles: `of` returns both, parallel, from a batch of `table`."""

    table: str
    columns: tuple[str, ...]
    of: Callable[[pa.RecordBatch], tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True, slots=True)
class _Need:
    of: Callable[[pa.RecordBatch], tuple[np.ndarray, np.ndarray]]

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        block, number = distinct_rows(*self.of(batch))
        schema = pa.schema([("at", pa.int64()), ("kind", pa.int8()), ("block", pa.int64())])
        return batch_of(schema, {"at": number, "kind": np.full(len(block), NEED, np.int8), "block": block})


@dataclass(frozen=True, slots=True)
class _Row:
    kind: int
    key: str

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        names = [name for name in batch.schema.names if name != self.key]
        columns = [batch.column(self.key), pa.array(np.full(batch.num_rows, self.kind, np.int8))]
        return pa.RecordBatch.from_arrays([*columns, *(batch.column(name) for name in names)], ["at", "kind", *names])


@dataclass(frozen=True, slots=True)
class _Carry:
    """Repeats the row of each number for every block that needs it."""

    names: tuple[tuple[str, ...], ...]
    schema: pa.Schema

    def __call__(self, table: pa.Table) -> Iterator[pa.RecordBatch]:
        at, kind = column(table, "at"), column(table, "kind")
        need = np.flatnonzero(kind == NEED)
        if not len(need):
            return
        blocks = column(table.take(pa.array(need)), "block")
        block, number = distinct_rows(blocks, at[need])
        columns: dict[str, pa.Array | pa.ChunkedArray] = {"block": pa.array(block), "number": pa.array(number)}
        for source, names in enumerate(self.names):
            rows = np.flatnonzero(kind == source)
            places = np.minimum(np.searchsorted(at[rows], number), max(0, len(rows) - 1))
            there = at[rows][places] == number if len(rows) else np.zeros(len(number), np.bool_)
            taken = pa.array(np.where(there, rows[places] if len(rows) else 0, 0), mask=~there)
            for name in names:
                columns[name] = table.column(name).take(taken)
        whole = pa.table({field.name: columns[field.name] for field in self.schema}, schema=self.schema)
        yield from whole.to_batches(max_chunksize=2_000)


def carried(
    name: str, needs: Sequence[Needs], sources: Sequence[tuple[str, pa.Schema, Sequence[str]]], key: str = "number"
) -> Step:
    """The step that makes the table `name`: (block, number) and of each source (table, its schema, columns) those
    columns, null where the source has no such number. Numbers occur once in a source, under `key`. The table is
    handed on to the one step that names it."""
    fields = [source.field(each) for _, source, names in sources for each in names]
    columns = pa.schema([pa.field("at", pa.int64()), ("kind", pa.int8()), ("block", pa.int64()), *fields])
    given = [Given(each.table, each.columns, _Need(each.of)) for each in needs]
    given += [Given(table, (key, *names), _Row(kind, key)) for kind, (table, _, names) in enumerate(sources)]
    made = pa.schema([("block", pa.int64()), ("number", pa.int64()), *fields])
    take = _Carry(tuple(tuple(names) for _, _, names in sources), made)
    return Step(name, tuple(given), columns, ("kind",), take, made, passing=True)


def gathered(
    name: str,
    sources: Sequence[tuple[str, pa.Schema, Sequence[str], Callable[[pa.RecordBatch], np.ndarray]]],
    take: Callable[[pa.Table], Iterator[pa.RecordBatch]],
    schema: pa.Schema,
    order: Sequence[str] = ("number",),
) -> Step:
    """A step whose function gets, of one block at a time, the rows of each source, told apart by `kind` in the order
    of the sources; the last part of a source says which block each of its rows is for."""
    fields: dict[str, pa.Field] = {}
    for _, source, names, _ in sources:
        fields |= {each: source.field(each) for each in names}
    columns = pa.schema([pa.field("at", pa.int64()), ("kind", pa.int8()), *fields.values()])
    given = tuple(
        Given(table, tuple(names), _Gather(kind, block, columns))
        for kind, (table, _, names, block) in enumerate(sources)
    )
    order = tuple(each for each in order if each in fields)
    return Step(name, given, columns, ("kind", *order), take, schema, single=True)


@dataclass(frozen=True, slots=True)
class _Gather:
    kind: int
    block: Callable[[pa.RecordBatch], np.ndarray]
    schema: pa.Schema

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        at = pa.array(self.block(batch), pa.int64())
        kind = pa.array(np.full(batch.num_rows, self.kind, np.int8))
        own = pa.RecordBatch.from_arrays([at, kind, *batch.columns], ["at", "kind", *batch.schema.names])
        return filled(own, self.schema)


def own_block(batch: pa.RecordBatch) -> np.ndarray:
    """The block that a row was carried to."""
    return column(batch, "block")
