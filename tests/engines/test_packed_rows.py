"""Packed rows: what goes in comes out, every part gets whole groups, and Spark's hash is foreseen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pytest

from provenance.engines import packed_rows
from provenance.engines.packed_rows import (
    MOVED,
    PACKED,
    STRETCHES,
    Giving,
    HandingOn,
    Making,
    Taking,
    part_labels,
    unpacked,
)
from provenance.engines.packed_rows import (
    packed_rows as packed,
)
from provenance.engines.tables import Given, Step

ROWS = pa.schema([("at", pa.int64()), ("text", pa.string())])


def give(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch


def take(table: pa.Table) -> Iterator[pa.RecordBatch]:
    yield from table.to_batches()


def step(*, single: bool = False) -> Step:
    return Step("_steps/made", (Given("_steps/rows", ("at", "text"), give),), ROWS, ("text",), take, ROWS, single)


def batch(count: int, longest: int = 5) -> pa.RecordBatch:
    numbers = np.random.default_rng(2).integers(-(2**62), 2**62, count)
    return pa.RecordBatch.from_arrays(
        [pa.array(numbers), pa.array([f"ü{at}" * (at % longest) for at in range(count)])], schema=ROWS
    )


@pytest.mark.parametrize("count", [0, 1, 999])
def test_batches_come_out_as_they_went_in(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_rows, "BYTES", 1000)
    given = batch(count)
    rows = list(packed([given], ROWS))
    assert pa.Table.from_batches(unpacked(rows), ROWS).equals(pa.Table.from_batches([given], ROWS))
    assert sum(each for row in rows for each in row.column("rows").to_pylist()) == count
    assert len(rows) > 10 or count < 100
    assert all(len(each.as_py()) < 4000 for row in rows for each in row.column("content"))


def test_a_row_larger_than_a_packed_batch_is_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_rows, "BYTES", 100)
    given = pa.RecordBatch.from_pylist([{"at": 1, "text": "x" * 5000}, {"at": 2, "text": None}], schema=ROWS)
    assert pa.Table.from_batches(unpacked(packed([given], ROWS))).to_pylist() == given.to_pylist()


def test_without_rows_the_schema_is_kept() -> None:
    (row,) = packed([], ROWS)
    assert row.schema == PACKED
    assert [each.schema for each in unpacked([row])] == [ROWS]


def test_every_number_is_in_one_stretch_of_one_part() -> None:
    labels = part_labels(3)
    given = batch(2000)
    doubled = pa.RecordBatch.from_arrays([given.column(0), pa.array(["again"] * 2000)], schema=ROWS)
    giving = Giving(step().given[0], ROWS, labels, packed_source=False)
    found: dict[int, set[tuple[int, int]]] = {}
    for part in (giving(iter([given])), giving(iter([doubled]))):
        for moved in part:
            assert moved.schema == MOVED
            for row in moved.to_pylist():
                for at in pa.ipc.read_record_batch(row["content"], ROWS).column("at").to_pylist():
                    found.setdefault(at, set()).add((row["part"], row["stretch"]))
    assert {len(each) for each in found.values()} == {1}
    places = {place for each in found.values() for place in each}
    assert len(places) == 3 * STRETCHES


def test_what_was_cut_is_taken_together_in_order() -> None:
    given = batch(500, 3)
    moved = [
        row
        for each in Giving(step().given[0], ROWS, (0,), packed_source=False)(iter([given]))
        for row in each.to_pylist()
    ]
    moved.sort(key=lambda row: (row["part"], row["stretch"]))
    whole = pa.RecordBatch.from_pylist(moved, schema=MOVED)
    made = pa.Table.from_batches(Taking(step(), packed=False)(iter([whole.slice(0, 3), whole.slice(3)])), ROWS)
    assert sorted(made.to_pylist(), key=repr) == sorted(given.to_pylist(), key=repr)
    assert made.num_rows == 500


def test_what_is_handed_on_is_what_a_table_between_would_give() -> None:
    (one,) = Giving(step().given[0], ROWS, (0,), packed_source=False)(iter([batch(300)]))
    texts = Given("_steps/made", ("at",), give)
    narrow = pa.schema([ROWS.field("at")])
    handing = HandingOn(Taking(step(), packed=False), Giving(texts, narrow, (5, 7), packed_source=False))
    made = Making(lambda each: [each], ("at", "text"), ROWS, packed_source=True, packed=True)
    between = made(Taking(step(), packed=True)(iter([one])))
    there = Giving(texts, narrow, (5, 7), packed_source=True)(between)
    here = handing(iter([one]))
    assert sorted(contents(here)) == sorted(contents(there))


def contents(batches: Iterator[pa.RecordBatch]) -> list[tuple[int, int, list[int]]]:
    schema = pa.schema([ROWS.field("at")])
    return [
        (row["part"], row["stretch"], pa.ipc.read_record_batch(row["content"], schema).column("at").to_pylist())
        for each in batches
        for row in each.to_pylist()
    ]


def test_a_mapping_reads_and_writes_packed_rows() -> None:
    given = batch(10)
    making = Making(lambda each: [each], ("at",), pa.schema([ROWS.field("at")]), packed_source=True, packed=True)
    made = pa.Table.from_batches(unpacked(making(packed([given], ROWS))))
    assert made.column_names == ["at"]
    assert made.column("at").to_pylist() == given.column("at").to_pylist()


def test_the_hash_is_that_of_spark() -> None:
    # SELECT hash(0), hash(1), hash(2147483647), hash(42) in Spark 4.0.1
    assert [packed_rows._murmur(each) for each in (0, 1, 2147483647, 42)] == HASHES


@pytest.mark.parametrize("parts", [1, 2, 8, 200])
def test_every_part_has_a_label_of_its_own(parts: int) -> None:
    labels = part_labels(parts)
    assert len(set(labels)) == parts
    assert [packed_rows._murmur(label) % parts for label in labels] == list(range(parts))


HASHES = [933211791, -559580957, 133916647, 29417773]
