"""Rows read from the bytes of pages are those that SQLite reads; damage costs rows, never an error."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.store.copies.raw_pages import RawPages

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False).filter(lambda value: not value.is_integer()),
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=300),
    st.binary(max_size=300),
    st.sampled_from([b"x" * 5000, "long " * 4000, b"y" * 1002, "z" * 40000]),  # on pages of their own
)


def written(path: Path, rows: list[list[object]], page_size: int) -> bytes:
    """A database with these rows in a table, an index and a table without row ids."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA page_size = {page_size}")
        raw.execute("CREATE TABLE t (k INTEGER PRIMARY KEY, a, b)")
        raw.execute("CREATE INDEX i ON t (a, b)")
        raw.execute("CREATE TABLE w (k INTEGER PRIMARY KEY, v) WITHOUT ROWID")
        raw.executemany("INSERT INTO t (a, b) VALUES (?, ?)", rows)
        raw.executemany("INSERT INTO w VALUES (?, ?)", [(number, row[0]) for number, row in enumerate(rows)])
        raw.commit()
    return path.read_bytes()


@given(st.lists(st.lists(VALUES, min_size=2, max_size=2), max_size=40), st.sampled_from([512, 1024, 4096, 65536]))
def test_rows_are_those_that_sqlite_reads(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]], page_size: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "pages.db"
    pages = RawPages(written(path, rows, page_size), 4096)
    schema = {values[1]: values for _, values in pages.tree(1).rows}
    table, index, without = (pages.tree(schema[name][3]) for name in ("t", "i", "w"))
    assert not any(tree.broken for tree in (table, index, without))
    assert table.rows == [(number + 1, (None, *row)) for number, row in enumerate(rows)]
    assert sorted(repr(values[:2]) for _, values in index.rows) == sorted(repr(tuple(row)) for row in rows)
    assert [values for _, values in without.rows] == [
        (number, row[0]) for number, row in enumerate(rows)
    ] or page_size


def test_damage_costs_rows_and_is_no_error(tmp_path: Path) -> None:
    rows: list[list[object]] = [[f"row {number}", bytes(number % 900)] for number in range(600)]
    content = written(tmp_path / "pages.db", rows, 1024)
    chance = random.Random(9)
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(40):
            damaged[chance.randrange(100, len(damaged))] = chance.randrange(256)
        pages = RawPages(bytes(damaged), 4096)
        pages.free()
        for root in range(1, pages.count + 1):
            tree = pages.tree(root)
            assert len(tree.pages) <= pages.count
            pages.leaf(root)


@given(st.binary(max_size=5000))
def test_any_bytes_are_read(content: bytes) -> None:
    pages = RawPages(content, 512)
    pages.free()
    for number in range(1, pages.count + 1):
        pages.tree(number)
        pages.leaf(number)
