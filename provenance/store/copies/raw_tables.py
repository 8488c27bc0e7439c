"""Tables of a damaged archive: their rows, those on pages that nothing leads to, and what indexes repeat of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from provenance.store.copies.raw_pages import RawPages, Tree, Values

Row = dict[str, Any]
_INDEX = re.compile(r"CREATE (?:UNIQUE )?INDEX \S+ ON \w+ \(([\w, ]+)\)\Z")


class RawTables:
    """The tables of a file by name. `columns` are the names of each table's columns and whether they hold fractions,
    `keys` the names of its row ids."""

    def __init__(self, pages: RawPages, columns: Mapping[str, Mapping[str, bool]], keys: Mapping[str, str]) -> None:
        self._pages = pages
        self._columns = columns
        self._keys = keys
        self._schema = pages.tree(1)
        self._objects = [
            values for _, values in self._schema.rows if len(values) == 5 and isinstance(values[3], int) and values[3]
        ]
        self._trees = {str(each[1]): pages.tree(each[3]) for each in self._objects}

    def rows(self, table: str, fits: Callable[[Row], bool]) -> dict[int, Row]:
        """The rows by row id. Where something of the table could not be read, those on pages that nothing leads to
        and that `fits` takes for rows of it are among them, as far as no other row has their row id."""
        tree = self._trees.get(table) or Tree(broken=True)
        found = dict(self._named(table, tree.rows))
        if tree.broken:
            for row_id, row in self._named(table, self._stray):
                if row_id not in found and fits(row):
                    found[row_id] = row
        return found

    def copies(self, table: str) -> dict[int, Row]:
        """What the indexes of a table repeat of its rows, by row id; not all columns."""
        found: dict[int, Row] = {}
        for kind, name, owner, _, sql in self._objects:
            if kind != "index" or owner != table or name not in self._trees:
                continue
            columns = self._indexed(table, str(name), sql)
            for _, values in self._trees[name].rows:
                if columns and len(values) == len(columns) + 1 and isinstance(values[-1], int):
                    found.setdefault(values[-1], {}).update(zip(columns, values[:-1], strict=True))
        return found

    def listed(self, table: str) -> list[Values]:
        """The rows of a table without row ids."""
        tree = self._trees.get(table)
        return [] if tree is None else [values for _, values in tree.rows]

    def _indexed(self, table: str, name: str, sql: Any) -> tuple[str, ...]:
        if name == "versions_by_digest":
            return (DIGEST,)
        if sql is None:
            return _UNIQUE.get((table, name.removeprefix(f"sqlite_autoindex_{table}_")), ())
        match = _INDEX.match(" ".join(str(sql).split()))
        return tuple(column.strip() for column in match[1].split(",")) if match else ()

    def _named(self, table: str, rows: Iterable[tuple[int | None, Values]]) -> Iterator[tuple[int, Row]]:
        columns, key = self._columns[table], self._keys[table]
        for row_id, values in rows:
            if row_id is None or not len(columns) - _ADDED.get(table, 0) <= len(values) <= len(columns):
                continue
            row: Row = dict.fromkeys(columns)
            for (name, fraction), value in zip(columns.items(), values, strict=False):
                # SQLite writes a fraction that is a whole number as one.
                row[name] = float(value) if fraction and isinstance(value, int) else value
            row[key] = row_id
            yield row_id, row

    @cached_property
    def _stray(self) -> list[tuple[int | None, Values]]:
        """The rows of all pages that nothing leads to and that are not free."""
        known = self._pages.free().union(self._schema.pages, *(tree.pages for tree in self._trees.values()))
        leaves = (self._pages.leaf(number) for number in range(1, self._pages.count + 1) if number not in known)
        return [row for leaf in leaves if leaf is not None for row in leaf.rows]


_ADDED = {"versions": 1}  # columns that a later step added: they are missing in rows that are older
DIGEST = "first bytes of the digest"  # as the index of versions by them has it
# The columns of indexes that SQLite makes by itself for UNIQUE.
_UNIQUE = {
    ("articles", "1"): ("id",),
    ("articles", "2"): ("number",),
    ("versions", "1"): ("article", "version"),
}
