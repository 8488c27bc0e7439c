"""Rows of many kinds as one kind of row: Arrow batches in a column of bytes, which Spark moves and never looks into.

Spark turns each value of a row to its own form and back, once per step, and compiles a program for each kind of row.
Packed rows save both. All functions here run at workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from provenance.engines.garbage import uncollected
from provenance.engines.tables import Given, Step, filled, taken

# Of a table: how many rows a batch has, and the batch with its schema, as Arrow's stream format.
PACKED = pa.schema([("rows", pa.int64()), ("content", pa.binary())])
# On the way to a step: the part that takes it, the stretch of that part, and the batch without its schema.
MOVED = pa.schema([("part", pa.int32()), ("stretch", pa.int32()), ("content", pa.binary())])
BYTES = 256_000  # of a packed batch: Spark reads many rows at once, whatever they hold
GATHERED = 16_000_000  # bytes that are cut at once: parts get few large batches instead of many small ones
# A part is taken in so many stretches one after the other, each sorted in memory.
STRETCHES = 4
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # Knuth's multiplicative hash: neighbouring numbers go to different parts

Batches = Iterator[pa.RecordBatch]


@dataclass(frozen=True, slots=True)
class Unpacking:
    """Rows as Spark is to have them, of packed ones."""

    schema: pa.Schema

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        """Unpack a part."""
        for batch in unpacked(batches):
            yield filled(batch, self.schema)


@dataclass(frozen=True, slots=True)
class Making:
    """A mapping: `make` over batches that are packed or not, its rows packed or not."""

    make: Callable[[pa.RecordBatch], Iterable[pa.RecordBatch]]
    columns: tuple[str, ...]
    schema: pa.Schema
    packed_source: bool
    packed: bool

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        """Make a part."""
        with uncollected():
            given = unpacked(batches, self.columns) if self.packed_source else batches
            made = (each for batch in given if batch.num_rows for each in self.make(batch))
            yield from _written(made, self.schema, packed=self.packed)


@dataclass(frozen=True, slots=True)
class Giving:
    """What a table gives to a step, cut for its parts; `labels` has a number for each part."""

    given: Given
    carried: pa.Schema
    labels: tuple[int, ...]
    packed_source: bool

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        """Give what a part has."""
        with uncollected():
            waiting: list[pa.RecordBatch] = []
            size = 0
            for batch in unpacked(batches, self.given.columns) if self.packed_source else batches:
                if not batch.num_rows:
                    continue
                waiting.append(filled(self.given.give(batch), self.carried))
                size += waiting[-1].nbytes
                if size >= GATHERED:
                    yield self._cut(waiting)
                    waiting, size = [], 0
            if waiting:
                yield self._cut(waiting)

    def _cut(self, batches: Sequence[pa.RecordBatch]) -> pa.RecordBatch:
        table = pa.Table.from_batches(batches, self.carried)
        numbers = table.column(0).to_numpy()
        count = len(self.labels) * STRETCHES
        place = (((numbers.view(np.uint64) * SPREAD) >> np.uint64(33)) % np.uint64(count)).astype(np.int64)
        order = np.argsort(place, kind="stable")
        table = table.take(pa.array(order)).combine_chunks()
        borders = np.searchsorted(place[order], np.arange(count + 1)).tolist()
        rows = [
            (self.labels[at // STRETCHES], at % STRETCHES, batch.serialize().to_pybytes())
            for at, (start, end) in enumerate(pairwise(borders))
            for batch in table.slice(start, end - start).to_batches()
        ]
        part, stretch, content = zip(*rows, strict=True) if rows else ((), (), ())
        columns = [pa.array(each, field.type) for each, field in zip((part, stretch, content), MOVED, strict=True)]
        return pa.RecordBatch.from_arrays(columns, schema=MOVED)


@dataclass(frozen=True, slots=True)
class Taking:
    """A part of a table, made of rows that were cut for it and are ordered by part and stretch."""

    step: Step
    packed: bool

    @property
    def schema(self) -> pa.Schema:
        """That of the rows that are made."""
        return self.step.schema

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        """Make a part."""
        with uncollected():
            rows = (row for batch in batches for row in _moved(batch))
            made = (
                each
                for _, stretch in groupby(rows, key=lambda row: row[:2])
                for each in taken(self.step, [self._read(content) for _, _, content in stretch])
            )
            yield from _written(made, self.step.schema, packed=self.packed)

    def _read(self, content: bytes) -> pa.RecordBatch:
        return pa.ipc.read_record_batch(pa.py_buffer(content), self.step.carried)


@dataclass(frozen=True, slots=True)
class HandingOn:
    """A part of a table that is made and given to the next step at once, without a table between."""

    taking: Taking
    giving: Giving

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        """Make what a part gives."""
        columns = list(self.giving.given.columns)
        yield from self.giving(made.select(columns) for made in self.taking(batches))


def _moved(batch: pa.RecordBatch) -> Iterator[tuple[int, int, bytes]]:
    part, stretch = (batch.column(at).to_pylist() for at in (0, 1))
    for at, content in enumerate(batch.column(2)):
        yield part[at], stretch[at], content.as_py()  # a copy, whose numbers begin where numbers may begin


def unpacked(batches: Iterable[pa.RecordBatch], columns: Sequence[str] | None = None) -> Batches:
    """The batches in packed rows, or some columns of them."""
    for batch in batches:
        for content in batch.column(PACKED.get_field_index("content")):
            with pa.ipc.open_stream(content.as_py()) as stream:
                for each in stream:
                    yield each if columns is None else each.select(list(columns))


def packed_rows(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Batches:
    """Batches as packed rows. The last one may be empty: without any the schema would be lost."""
    waiting: list[pa.RecordBatch] = []
    size, none = 0, True
    for batch in batches:
        for each in _small(batch):
            waiting.append(each)
            size += each.nbytes
            if size >= BYTES:
                yield _packed(waiting, schema)
                waiting, size, none = [], 0, False
    if waiting or none:
        yield _packed(waiting, schema)


def _small(batch: pa.RecordBatch) -> Batches:
    """A batch cut to some BYTES each."""
    at_once = max(1, int(batch.num_rows * BYTES / max(BYTES, batch.nbytes)))
    for start in range(0, batch.num_rows, at_once):
        yield batch.slice(start, at_once)


def _packed(batches: Sequence[pa.RecordBatch], schema: pa.Schema) -> pa.RecordBatch:
    table = pa.Table.from_batches(batches, schema).combine_chunks()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as stream:
        for batch in table.to_batches() or [pa.RecordBatch.from_pylist([], schema)]:
            stream.write_batch(batch)
    columns: list[Any] = [[table.num_rows], [sink.getvalue().to_pybytes()]]
    return pa.RecordBatch.from_arrays(
        [pa.array(each, field.type) for each, field in zip(columns, PACKED, strict=True)], schema=PACKED
    )


def _written(batches: Iterable[pa.RecordBatch], schema: pa.Schema, *, packed: bool) -> Batches:
    whole = (filled(batch, schema) for batch in batches if batch.num_rows)
    return packed_rows(whole, schema) if packed else whole


def part_labels(parts: int) -> tuple[int, ...]:
    """For each part a number that Spark's partitioning by hash sends to a part of its own."""
    found: dict[int, int] = {}
    number = 0
    while len(found) < parts:
        found.setdefault(_murmur(number) % parts, number)
        number += 1
    return tuple(found[part] for part in range(parts))


def _murmur(number: int) -> int:
    """Spark's hash of an int (Murmur3 of 32 bits, seed 42), signed."""
    mask = 0xFFFFFFFF

    def turned(value: int, by: int) -> int:
        return ((value << by) | (value >> (32 - by))) & mask

    mixed = turned((number * 0xCC9E2D51) & mask, 15) * 0x1B873593 & mask
    value = (turned(42 ^ mixed, 13) * 5 + 0xE6546B64) & mask
    value ^= 4
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & mask
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & mask
    value ^= value >> 16
    return value - (1 << 32) if value >> 31 else value
