"""A long answer is read in portions, and a damaged page on which rows are out of order ends it instead of a loop."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from provenance.errors import DamagedArchive
from provenance.store.connection import Connection

STATEMENT = "SELECT k, v FROM t WHERE k > ? ORDER BY k LIMIT ?"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    raw = sqlite3.connect(tmp_path / "a.db")
    raw.execute("CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT)")
    raw.executemany("INSERT INTO t VALUES (?, ?)", [(number, f"marker-{number}") for number in range(1, 9)])
    raw.commit()
    raw.close()
    return tmp_path / "a.db"


def opened(path: Path) -> Iterator[Connection]:
    connection = Connection(path, sqlite3.connect(path), writable=False, busy_seconds=1.0)
    yield connection
    connection.close()


@pytest.mark.parametrize("size", [1, 2, 3, 8, 9])
def test_all_rows_come_once_and_in_order(path: Path, size: int) -> None:
    for connection in opened(path):
        found = [*connection.portions(STATEMENT, size=size)]
        assert [key for portion in found for key, _ in portion] == [*range(1, 9)]
        assert all(len(portion) == size for portion in found[:-1])


def test_rows_that_are_out_of_order_are_damage_and_no_endless_walk(path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(b"marker-8") - 4  # the row id: before the record's header of three bytes
    assert content[place] == 8
    content[place] = 1
    path.write_bytes(content)
    for connection in opened(path):
        portions = islice(connection.portions(STATEMENT, size=4), 25)
        with pytest.raises(DamagedArchive, match="out of order"):
            assert [*portions]
