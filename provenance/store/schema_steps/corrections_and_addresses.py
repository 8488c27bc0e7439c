"""The fifth step: addresses by which articles are looked up, and corrections of what was read about them.

`addresses` has every canonical address that an article has had; `store/articles/article_addresses.py` fills it, whose
rules may change. `corrections` has one row per field of every edit, `as_read` what stood in a row of `versions`
before the first of them. Versions are found by the beginning of the digest of their text, which takes a third of the
room of the whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def corrections_and_addresses(db: Database) -> None:
    """Make the tables; addresses replace the index of addresses as they were written."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


_TABLES = """
CREATE TABLE addresses (
    address TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (article),
    PRIMARY KEY (address, article)
) WITHOUT ROWID;
CREATE INDEX addresses_by_article ON addresses (article);
DROP INDEX versions_by_url;
CREATE INDEX versions_by_digest ON versions (substr(digest, 1, 8));
CREATE TABLE corrections (
    correction INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (article),
    edit INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    undone TEXT,
    undone_by TEXT
);
CREATE INDEX corrections_by_article ON corrections (article);
CREATE TABLE as_read (
    number INTEGER PRIMARY KEY REFERENCES versions (number),
    content TEXT NOT NULL,
    checksum INTEGER NOT NULL
);
"""
