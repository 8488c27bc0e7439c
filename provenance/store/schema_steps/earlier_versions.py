"""A step: what newer versions lack of the texts that they replaced, so that it stays findable."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def earlier_versions(db: Database) -> None:
    """Make the tables, and note that texts which were replaced before are still to be compared with newer ones."""
    db.execute(
        "CREATE TABLE earlier_texts (number INTEGER PRIMARY KEY REFERENCES versions (number), "
        "following INTEGER NOT NULL UNIQUE REFERENCES versions (number), spans TEXT NOT NULL, "
        "checksum INTEGER NOT NULL)"
    )
    db.execute(
        "CREATE TABLE earlier_keys (generation INTEGER NOT NULL, following INTEGER NOT NULL, "
        "postings INTEGER NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (following, generation)) WITHOUT ROWID"
    )
    db.execute(
        "INSERT INTO properties (name, value) SELECT 'earlier read to', 0 "
        "WHERE EXISTS (SELECT 1 FROM versions WHERE version > 1)"
    )
