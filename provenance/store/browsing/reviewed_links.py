"""Rows of `reviewed_links`: links as people's words leave them, for the views that other programs query.

They repeat what can be found at any time out of links and reviews; nothing here decides it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from provenance.store.connection import Connection
from provenance.store.stored_values import to_column

COLUMNS = (
    *("judgement", "a", "b", "relation", "likeliest", "source", "confidence", "share_a", "share_b", "credited"),
    *("passages", "verdict", "note", "reviewed_by", "reviewed_at"),
)
_SAID = frozenset((COLUMNS.index("note"), COLUMNS.index("reviewed_by")))  # a terminal may give them any bytes
_PLACES = ", ".join("?" * (len(COLUMNS) + 1))


def renew_reviewed_links(connection: Connection, record: int, rows: Iterable[tuple[Any, ...]]) -> bool:
    """Let the rows of a record be these, COLUMNS each; returns whether anything changed."""
    stored = (tuple(to_column(value) if at in _SAID else value for at, value in enumerate(row)) for row in rows)
    new = sorted(stored, key=lambda row: row[1:3])
    with connection.transaction():
        old = connection.rows(
            f"SELECT {', '.join(COLUMNS)} FROM reviewed_links WHERE record = ? ORDER BY a, b",  # noqa: S608
            (record,),
        )
        if old == new:
            return False
        connection.run("DELETE FROM reviewed_links WHERE record = ?", (record,))
        connection.many(
            f"INSERT INTO reviewed_links (record, {', '.join(COLUMNS)}) VALUES ({_PLACES})",  # noqa: S608
            ((record, *row) for row in new),
        )
    return True
