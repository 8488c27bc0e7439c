"""Records: each profile's settings have links of their own; shared passages are kept apart from what is said of them.

What 0.2.0 recorded becomes a record of its own. Its judgements hold their passages themselves (`passages` is NULL).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def records_of_links(db: Database) -> None:
    """Add the tables, and put what is recorded already into a record of its own."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


_TABLES = """
CREATE TABLE records (
    record INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    settings_digest TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL,
    begun TEXT NOT NULL,
    finished TEXT,
    covered TEXT
);
CREATE TABLE shared_passages (
    passages INTEGER PRIMARY KEY AUTOINCREMENT,
    record INTEGER NOT NULL REFERENCES records (record),
    a_number INTEGER NOT NULL REFERENCES versions (number),
    b_number INTEGER NOT NULL REFERENCES versions (number),
    circumstances INTEGER NOT NULL,
    content BLOB,
    checksum INTEGER
);
CREATE INDEX shared_passages_by_pair ON shared_passages (record, a_number, b_number, circumstances, checksum);
CREATE INDEX shared_passages_by_a ON shared_passages (a_number);
CREATE INDEX shared_passages_by_b ON shared_passages (b_number);
CREATE TABLE judged_portions (
    record INTEGER NOT NULL REFERENCES records (record),
    digest BLOB NOT NULL,
    PRIMARY KEY (record, digest)
) WITHOUT ROWID;
INSERT INTO records (profile, settings_digest, settings, begun, finished)
    SELECT 'news', 'before records', '{}', min(started), max(finished) FROM runs
    WHERE run IN (SELECT run FROM judgements) HAVING count(*) > 0;
ALTER TABLE judgements ADD COLUMN record INTEGER REFERENCES records (record);
ALTER TABLE judgements ADD COLUMN passages INTEGER REFERENCES shared_passages (passages);
UPDATE judgements SET record = (SELECT record FROM records);
CREATE INDEX judgements_by_passages ON judgements (passages) WHERE passages IS NOT NULL;
DROP INDEX judgements_current;
CREATE UNIQUE INDEX judgements_current ON judgements (record, low, high) WHERE current;
DELETE FROM audited;
"""
