"""The step that makes room for sentences as codes: what compares texts by meaning, where an archive has it.

`meanings` has a row per text: where its sentences are and one half of each sentence's code. The other half, the
signs, is in `meaning_pages` with those of many texts, because every search reads all of them. All are empty until
`embed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def meanings(db: Database) -> None:
    """Make the tables, empty."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


_TABLES = """
CREATE TABLE meanings (
    number INTEGER PRIMARY KEY REFERENCES versions (number),
    page INTEGER NOT NULL REFERENCES meaning_pages (page),
    spans BLOB NOT NULL,
    large BLOB NOT NULL,
    checksum INTEGER NOT NULL
);
CREATE TABLE meaning_pages (
    page INTEGER PRIMARY KEY,
    numbers BLOB NOT NULL,
    counts BLOB NOT NULL,
    signs BLOB NOT NULL,
    checksum INTEGER NOT NULL
);
"""
