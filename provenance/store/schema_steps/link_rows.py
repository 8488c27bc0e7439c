"""The step that lets links be listed by SQL: a row for every link that holds, with what lists sort and filter by.

A judgement keeps its link as bytes, and reading those of 124,855 links takes 3 s and 245 MB; a page of them out of
these rows takes a millisecond. `a` and `b` are the articles of the link in its own order, `source` is the side ("a"
or "b") that the other was made from, `kinds` has a bit for each kind of passage. `publisher_a`, `publisher_b`,
`last_earliest` (the later of the two earliest times of publication) and `first_latest` (the earlier of the two latest
ones) repeat what `versions` says of the two current texts. Links as they were recorded: no reporting confidence, and
nothing that people said.

The triggers take a row out with its judgement, when that is no longer current or one of its texts is replaced, and
let corrections of publishers and dates through, so that no part of the program can forget to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def link_rows(db: Database) -> None:
    """Make the table, empty: `migrations` fills it with the links that are there."""
    for statement in _STATEMENTS:
        db.execute(statement)


_TABLE = """
CREATE TABLE link_rows (
    judgement INTEGER PRIMARY KEY REFERENCES judgements (judgement),
    record INTEGER NOT NULL REFERENCES records (record),
    a INTEGER NOT NULL REFERENCES articles (article),
    b INTEGER NOT NULL REFERENCES articles (article),
    relation TEXT NOT NULL,
    likeliest TEXT NOT NULL,
    source TEXT,
    confidence REAL NOT NULL,
    share_a REAL NOT NULL,
    share_b REAL NOT NULL,
    credited INTEGER NOT NULL,
    kinds INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    publisher_a TEXT,
    publisher_b TEXT,
    last_earliest REAL,
    first_latest REAL
)
"""
# Of 124,855 links the first page by share takes 90 ms without this index, and .2 ms with it (3 MB).
_INDEX = "CREATE INDEX link_rows_by_share ON link_rows (record, -share_a)"
_THEIRS = (
    "(SELECT judgement FROM judgements WHERE low = NEW.article "
    "UNION SELECT judgement FROM judgements WHERE high = NEW.article)"
)
_DATED = "FROM articles x JOIN versions v ON v.number = x.number WHERE x.article IN (link_rows.a, link_rows.b)"
_STATEMENTS = (
    _TABLE,
    _INDEX,
    "CREATE TRIGGER link_rows_superseded AFTER UPDATE OF current ON judgements WHEN NEW.current = 0 "
    "BEGIN DELETE FROM link_rows WHERE judgement = NEW.judgement; END",
    "CREATE TRIGGER link_rows_deleted AFTER DELETE ON judgements "
    "BEGIN DELETE FROM link_rows WHERE judgement = OLD.judgement; END",
    "CREATE TRIGGER link_rows_replaced AFTER UPDATE OF number ON articles WHEN NEW.number <> OLD.number "  # noqa: S608
    f"BEGIN DELETE FROM link_rows WHERE judgement IN {_THEIRS}; END",
    "CREATE TRIGGER link_rows_corrected AFTER UPDATE OF publisher, published_earliest, published_latest "  # noqa: S608
    "ON versions WHEN EXISTS (SELECT 1 FROM articles WHERE number = NEW.number) BEGIN "
    f"UPDATE link_rows SET publisher_a = NEW.publisher WHERE a = NEW.article AND judgement IN {_THEIRS}; "
    f"UPDATE link_rows SET publisher_b = NEW.publisher WHERE b = NEW.article AND judgement IN {_THEIRS}; "
    f"UPDATE link_rows SET last_earliest = (SELECT max(v.published_earliest) {_DATED}), "
    f"first_latest = (SELECT min(v.published_latest) {_DATED}) WHERE judgement IN {_THEIRS}; END",
)
