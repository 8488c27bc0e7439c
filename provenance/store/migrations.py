"""The archive's tables, as the steps that made them; the only place where sqlite-utils is loaded.

A step is never edited after a release: a later change is a new step. A step uses no code of the program outside
itself, and shares one transaction with its record and with the schema number in the file header.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.store.connection import Connection, explain
from provenance.store.opening import APPLICATION, SCHEMA

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

PAGE_SIZE = 4096  # one leaf holds one index page; larger ones would read more for each key looked up


def archive_steps() -> Migrations:
    """Every step from an empty file to the present schema, oldest first."""
    from sqlite_utils import Migrations

    steps = Migrations("provenance archive")
    steps(name="0001 articles, index, links")(_articles_index_links)
    return steps


def bring_up_to_date(connection: Connection, steps: Migrations | None = None, schema: int = SCHEMA) -> Path | None:
    """Create or upgrade the tables in one transaction; returns the backup that an upgrade made first.

    Another process that does the same at the same time waits, then finds the work done. Raises ArchiveError.
    """
    if _version(connection) >= schema:
        return None
    if not connection.value("SELECT count(*) FROM sqlite_master"):
        connection.run(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.run("PRAGMA journal_mode = WAL")
    backup = _back_up(connection) if _version(connection) else None
    from sqlite_utils import Database

    with connection.transaction():
        if _version(connection) < schema:
            try:
                (steps or archive_steps()).apply(Database(connection.raw))
            except sqlite3.Error as error:
                raise explain(error, connection.path) from error
            connection.run(f"PRAGMA application_id = {APPLICATION}")
            connection.run(f"PRAGMA user_version = {schema}")
    # The file header now has the application id, also for programs that do not read the log.
    connection.rows("PRAGMA wal_checkpoint(PASSIVE)")
    return backup


def _version(connection: Connection) -> int:
    version: int = connection.value("PRAGMA user_version")
    return version


def _back_up(connection: Connection) -> Path:
    """Copy the file as it is beside itself; a copy left by an interrupted upgrade is replaced."""
    target = connection.path.with_name(f"{connection.path.name}.schema{_version(connection)}.backup")
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(partial)) as copy:
            connection.raw.backup(copy)
    except sqlite3.Error as error:
        partial.unlink(missing_ok=True)
        raise explain(error, target) from error
    partial.replace(target)
    return target


def _articles_index_links(db: Database) -> None:
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            db.execute(statement)


_FIRST = """
CREATE TABLE properties (
    name TEXT PRIMARY KEY, value
) WITHOUT ROWID;
CREATE TABLE articles (
    article INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL UNIQUE
);
CREATE TABLE versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (article),
    version INTEGER NOT NULL,
    added TEXT NOT NULL,
    digest BLOB NOT NULL,
    characters INTEGER NOT NULL,
    body_start INTEGER NOT NULL,
    body_end INTEGER NOT NULL,
    title TEXT, author TEXT, publisher TEXT, url TEXT, agency TEXT, origin TEXT,
    published TEXT, published_precision TEXT, published_earliest REAL, published_latest REAL, published_how TEXT,
    modified TEXT, guesses TEXT, metadata TEXT,
    checksum INTEGER NOT NULL,
    UNIQUE (article, version)
);
CREATE INDEX versions_by_url ON versions (url) WHERE url IS NOT NULL;
CREATE INDEX versions_by_origin ON versions (origin) WHERE origin IS NOT NULL;
CREATE TABLE texts (
    number INTEGER PRIMARY KEY REFERENCES versions (number),
    packed INTEGER NOT NULL,
    content BLOB NOT NULL
);
CREATE TABLE fingerprints (
    generation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    signature BLOB NOT NULL,
    postings INTEGER NOT NULL,
    total INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (number, generation)
) WITHOUT ROWID;
CREATE TABLE retired (
    number INTEGER PRIMARY KEY
);
CREATE TABLE runs_of_postings (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    generation INTEGER NOT NULL,
    namespace TEXT NOT NULL,
    first_article INTEGER NOT NULL,
    last_article INTEGER NOT NULL,
    postings INTEGER NOT NULL,
    article_width INTEGER NOT NULL,
    position_width INTEGER NOT NULL,
    first_page INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    first_keys BLOB NOT NULL,
    checksums BLOB NOT NULL,
    heads BLOB NOT NULL,
    tails BLOB NOT NULL,
    checksum INTEGER NOT NULL
);
CREATE TABLE pages (
    page INTEGER PRIMARY KEY,
    content BLOB NOT NULL
);
CREATE TABLE runs (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    settings_digest TEXT NOT NULL,
    settings TEXT NOT NULL,
    program TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT
);
CREATE TABLE judgements (
    judgement INTEGER PRIMARY KEY AUTOINCREMENT,
    low INTEGER NOT NULL REFERENCES articles (article),
    high INTEGER NOT NULL REFERENCES articles (article),
    low_number INTEGER NOT NULL REFERENCES versions (number),
    high_number INTEGER NOT NULL REFERENCES versions (number),
    run INTEGER NOT NULL REFERENCES runs (run),
    made TEXT NOT NULL,
    current INTEGER NOT NULL,
    relation TEXT,
    confidence REAL,
    content BLOB,
    checksum INTEGER
);
CREATE UNIQUE INDEX judgements_current ON judgements (low, high) WHERE current;
CREATE INDEX judgements_by_pair ON judgements (low, high);
CREATE INDEX judgements_by_high ON judgements (high);
CREATE TABLE reviews (
    review INTEGER PRIMARY KEY AUTOINCREMENT,
    low INTEGER NOT NULL REFERENCES articles (article),
    high INTEGER NOT NULL REFERENCES articles (article),
    verdict TEXT,
    note TEXT NOT NULL,
    made TEXT NOT NULL
);
CREATE INDEX reviews_by_pair ON reviews (low, high);
CREATE INDEX reviews_by_high ON reviews (high);
CREATE TABLE audited (
    settings_digest TEXT NOT NULL,
    number INTEGER NOT NULL REFERENCES versions (number),
    PRIMARY KEY (number, settings_digest)
) WITHOUT ROWID;
CREATE TABLE quotations (
    number INTEGER PRIMARY KEY REFERENCES versions (number),
    content BLOB NOT NULL,
    checksum INTEGER NOT NULL
);
"""
