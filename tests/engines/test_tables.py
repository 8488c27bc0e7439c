"""Steps over tables: rows are brought together by number, kept, checked, and made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from provenance.engines import tables as steps
from provenance.engines.in_process import InProcess
from provenance.engines.kept_tables import KeptTables
from provenance.engines.local_processes import LocalProcesses
from provenance.engines.local_tables import LocalFolder, LocalTables
from provenance.engines.tables import Given, Step, whole_groups
from provenance.errors import ProvenanceError, UsageError

ROWS = pa.schema([("at", pa.int64()), ("value", pa.int64())])
CALLS: list[int] = []


def give(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch


def take(table: pa.Table) -> Iterator[pa.RecordBatch]:
    CALLS.append(table.num_rows)
    at, value = (table.column(name).to_numpy() for name in ROWS.names)
    starts = np.flatnonzero(np.diff(at, prepend=at[0] - 1))
    yield pa.RecordBatch.from_arrays([pa.array(at[starts]), pa.array(np.add.reduceat(value, starts))], schema=ROWS)


def summing(*, single: bool = False) -> Step:
    return Step("sums", (Given("rows", ("at", "value"), give),), ROWS, ("value",), take, ROWS, single)


def rows(count: int = 500) -> pa.Table:
    numbers = np.random.default_rng(1).integers(-50, 50, count)
    return pa.table([pa.array(numbers), pa.array(np.arange(count))], schema=ROWS)


def expected(table: pa.Table) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in table.to_pylist():
        found[row["at"]] = found.get(row["at"], 0) + row["value"]
    return found


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("parts", [1, 7])
def test_rows_of_a_number_are_taken_together(parts: int, single: bool, tmp_path: Path) -> None:
    tables = LocalTables(tmp_path, KeptTables(LocalFolder(tmp_path), "one"), InProcess(), parts=parts)
    tables.put("rows", rows())
    tables.run(summing(single=single))
    found = tables.collect("sums", ROWS.names).to_pylist()
    assert {row["at"]: row["value"] for row in found} == expected(rows())
    assert tables.total("sums") == len(found) == len(expected(rows()))
    assert tables.total("sums", "value") == sum(range(500))
    assert not list(tmp_path.glob("*.between"))


@pytest.mark.parametrize("at_once", [1, 3, 1000])
@pytest.mark.parametrize("size", [1, 4, 200])
def test_groups_are_whole_however_batches_are_cut(at_once: int, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ROWS_AT_ONCE", at_once)
    table = rows(60).sort_by([("at", "ascending"), ("value", "ascending")])
    for single in (False, True):
        groups = list(whole_groups(table.to_batches(max_chunksize=size), single=single))
        assert (
            pa.concat_tables(groups).equals(table.combine_chunks())
            or pa.concat_tables(groups).to_pylist() == table.to_pylist()
        )
        numbers = [set(group.column("at").to_pylist()) for group in groups]
        assert sum(map(len, numbers)) == len(set().union(*numbers))
        assert not single or all(len(each) == 1 for each in numbers)


def test_no_rows_make_no_rows(tmp_path: Path) -> None:
    tables = LocalTables(tmp_path, KeptTables(LocalFolder(tmp_path), "none"), InProcess(), parts=2)
    tables.put("rows", ROWS.empty_table())
    tables.run(summing())
    assert tables.collect("sums", ROWS.names).num_rows == tables.total("sums") == 0


def test_a_table_is_made_once_and_again_where_a_part_is_gone_or_cut(tmp_path: Path) -> None:
    tables = LocalTables(tmp_path, KeptTables(LocalFolder(tmp_path), "kept"), InProcess(), parts=2)
    tables.put("rows", rows())
    tables.run(summing())
    CALLS.clear()
    tables.run(summing())
    assert not CALLS
    part = next((tmp_path / "sums").glob("part-*"))
    part.write_bytes(part.read_bytes()[:-1])
    tables.run(summing())
    assert CALLS
    CALLS.clear()
    next((tmp_path / "sums").glob("part-*")).unlink()
    tables.run(summing())
    assert CALLS
    (tmp_path / "_notes" / "sums.json").write_text("{")
    CALLS.clear()
    tables.run(summing())
    assert CALLS
    assert {row["at"]: row["value"] for row in tables.collect("sums", ROWS.names).to_pylist()} == expected(rows())


def test_a_flipped_byte_is_found_when_a_part_is_read(tmp_path: Path) -> None:
    tables = LocalTables(tmp_path, KeptTables(LocalFolder(tmp_path), "flip"), InProcess(), parts=1)
    tables.put("rows", rows())
    (part,) = (tmp_path / "rows").glob("part-*")
    content = bytearray(part.read_bytes())
    with pq.ParquetFile(part) as file:
        place = file.metadata.row_group(0).column(1).data_page_offset
    content[place + 100] ^= 16
    part.write_bytes(content)
    with pytest.raises(ProvenanceError, match="damaged"):
        tables.run(summing())


def test_processes_make_the_same_parts(tmp_path: Path) -> None:
    from provenance.batch import components

    low = np.arange(1000, dtype=np.int64)
    pairs = pa.table([pa.array(low), pa.array(low + 7)], schema=components.PAIRS)
    parts = []
    for name, engine in (("one", InProcess()), ("two", LocalProcesses(2, alone=1))):
        with engine:
            tables = LocalTables(tmp_path / name, KeptTables(LocalFolder(tmp_path / name), name), engine, parts=4)
            tables.put("pairs", pairs)
            tables.run(components._star("star", "pairs", larger=True))
        parts.append([each.read_bytes() for each in sorted((tmp_path / name / "star").glob("part-*"))])
    assert len(parts[0]) == 4
    assert parts[0] == parts[1]


def test_places_in_the_order_of_code_points(tmp_path: Path) -> None:
    tables = LocalTables(tmp_path, KeptTables(LocalFolder(tmp_path), "rank"), InProcess())
    names = ["b", "a", "", "é", "\U00010000", "\uffff", "B", "aa"]
    tables.put("names", pa.table({"name": names}))
    tables.rank("ranked", "names", "name")
    found = {row["name"]: row["number"] for row in tables.collect("ranked", ("number", "name")).to_pylist()}
    assert found == {name: place for place, name in enumerate(sorted(names), 1)}


def test_a_folder_serves_one_batch(tmp_path: Path) -> None:
    KeptTables(LocalFolder(tmp_path), "one").begin()
    KeptTables(LocalFolder(tmp_path), "one").begin()
    with pytest.raises(UsageError, match="another batch"):
        KeptTables(LocalFolder(tmp_path), "two").begin()
