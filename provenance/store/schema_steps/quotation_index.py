"""The index of quotations: the pieces of each text's utterances, and who speaks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def quotation_index(db: Database) -> None:
    """Make the tables, empty: what is archived already is entered by the next `audit` or `quotes`."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


_TABLES = """
CREATE TABLE utterances (
    number INTEGER PRIMARY KEY REFERENCES versions (number),
    scheme TEXT NOT NULL,
    content BLOB NOT NULL,
    checksum INTEGER NOT NULL
);
CREATE TABLE speakers (
    speaker INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE speaker_keys (
    key TEXT NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speakers (speaker),
    PRIMARY KEY (key, speaker)
) WITHOUT ROWID;
CREATE TABLE spoken (
    number INTEGER NOT NULL REFERENCES versions (number),
    speaker INTEGER NOT NULL REFERENCES speakers (speaker),
    PRIMARY KEY (number, speaker)
) WITHOUT ROWID;
CREATE INDEX spoken_by_speaker ON spoken (speaker);
"""
