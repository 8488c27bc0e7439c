"""Whether the tables themselves are those that this program makes: statements, steps, numbers that are given once.

SQLite keeps the statements of tables, views and triggers as text, which a flipped bit changes into other ones. They
are held against those of an empty archive that is made in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from provenance.store.connection import ADVICE, Connection
from provenance.store.records import Problem

# Made by sqlite-utils, whose releases write it in different words; and by SQLite's text search and analysis.
_NOT_OURS = ("_sqlite_migrations", "text_search", "sqlite_stat")


def table_problems(connection: Connection) -> Iterator[Problem]:
    """Every table, index, view or trigger that is another one than an empty archive has; wrong steps and numbers."""
    from sqlite_utils import Database

    from provenance.store.migrations import archive_steps
    from provenance.store.schema_steps import STEPS

    with closing(sqlite3.connect(":memory:")) as empty:
        archive_steps().apply(Database(empty))
        made = _statements(empty.execute(_SCHEMA).fetchall())
    present = _statements(connection.rows(_SCHEMA))
    for name in sorted({*made, *present}):
        if name not in present:
            yield Problem(name, f"is not in the archive; {ADVICE}")
        elif name in made and made[name] != present[name]:
            yield Problem(name, f"is not defined as this program defines it; {ADVICE}")
        elif name not in made and present[name][0] == "trigger":
            yield Problem(name, f"is a trigger that this program does not make; {ADVICE}")
    taken = {name for (name,) in connection.rows("SELECT name FROM _sqlite_migrations")}
    if lacking := [name for name, _ in STEPS if name not in taken]:
        yield Problem("steps of the tables", f"do not name {lacking[0]!r}; {ADVICE}")
    yield from _sequences(connection)
    if connection.value("PRAGMA encoding") != "UTF-8":
        yield Problem("file", f"says that its texts are not UTF-8; {ADVICE}")


_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master"


def _statements(rows: list[tuple[str, str, str, str | None]]) -> dict[str, tuple[str, str, str | None]]:
    return {
        str(name): (kind, table, sql)
        for kind, name, table, sql in rows
        if not any(str(each).startswith((*_NOT_OURS, "idx__sqlite_migrations")) for each in (name, table))
    }


def _sequences(connection: Connection) -> Iterator[Problem]:
    """Keys that were given must be known, or a new row gets the key of one that was deleted."""
    for name, given in connection.rows("SELECT name, seq FROM sqlite_sequence ORDER BY name"):
        key = connection.value("SELECT name FROM pragma_table_info(?) WHERE pk = 1", (name,))
        if key is None:
            yield Problem("numbers that were given", f"name a table {name!r} that is not there; {ADVICE}")
            continue
        highest = connection.value(f'SELECT max("{key}") FROM "{name}"')  # noqa: S608 (names of this file's tables)
        if not isinstance(given, int) or given < (highest or 0):
            yield Problem(f"numbers that {name} were given", f"are fewer than there are; {ADVICE}")
