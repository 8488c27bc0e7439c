"""The views that people query: their columns, how they are made, and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from provenance.errors import UsageError
from provenance.model.schema import SHORT, VIEWS, View
from provenance.store.connection import Connection, explain
from provenance.store.stored_values import MARK, from_column

PORTION = 2000  # rows that are fetched at a time


def views(connection: Connection) -> tuple[View, ...]:
    """All views, in the order of `VIEWS`."""
    return tuple(View(name, words, _columns(connection, name)) for name, words in VIEWS.items())


def statements(connection: Connection) -> tuple[str, ...]:
    """The SQL that made them."""
    wanted = (*VIEWS, *SHORT)
    found = dict(connection.rows("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
    return tuple(found[name].strip() for name in wanted)


def _columns(connection: Connection, name: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.rows(f"PRAGMA table_info({name})"))


def view_rows(
    connection: Connection, name: str, order: Sequence[str] = ()
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The columns of a view and its rows, read as they are asked for; `order` are columns. Raises UsageError."""
    if name not in VIEWS:
        raise UsageError(f"there is no view {name}; `provenance schema` says which there are")
    columns = _columns(connection, name)
    by = f" ORDER BY {', '.join(order)}" if order and set(order) <= set(columns) else ""
    return list(columns), _fetched(connection, f"SELECT * FROM {name}{by}", ())  # noqa: S608


def queried(
    connection: Connection, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of any statement that reads. Raises UsageError for one that is wrong or would write."""
    import sqlite3

    writable = connection.writable
    connection.raw.execute("PRAGMA query_only = ON")
    try:
        cursor = connection.raw.execute(statement, values)
        rows = [tuple(map(_plain, row)) for row in cursor.fetchall()]
        return [column[0] for column in cursor.description or ()], rows
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise UsageError(f"this SQL does not work: {error}") from None
    finally:
        if writable:
            connection.raw.execute("PRAGMA query_only = OFF")


def _fetched(connection: Connection, statement: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    import sqlite3

    try:
        cursor = connection.raw.execute(statement, values)
        while rows := cursor.fetchmany(PORTION):
            for row in rows:
                yield tuple(map(_plain, row))
    except (sqlite3.Error, UnicodeError) as error:
        raise explain(error, connection.path) from error


def _plain(value: Any) -> Any:
    """Texts that SQLite cannot hold are stored escaped."""
    return from_column(value) if isinstance(value, str) and value.startswith(MARK) else value
