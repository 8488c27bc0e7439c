"""The first step: articles with their versions, the index, links with judgements and reviews, runs, quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def articles_index_links(db: Database) -> None:
    """Make the tables of an empty file."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


_TABLES = """
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
