"""Turns an archive into one with the tables of 0.2.0, with the rows that 0.2.0 would have written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from provenance.store import opening
from provenance.store.articles.article_rows import DESCRIBED
from provenance.store.schema_steps import STEPS
from provenance.store.stored_values import row_checksum

KEPT = ("properties", "articles", "versions", "texts", "fingerprints", "retired", "runs_of_postings", "pages", "runs")
LATER = (  # what 0.2.0 did not write into these tables
    "DELETE FROM properties WHERE name = 'earlier read to'",
    "DELETE FROM runs_of_postings WHERE namespace = 'earlier'",
)


def with_tables_of_020(path: Path) -> None:
    """Replace a closed archive by one of 0.2.0 with the same articles and index, and without links and reviews."""
    older = path.with_suffix(".older")
    first = Migrations("provenance archive")
    name, step = STEPS[0]
    first(name=name)(step)
    with closing(sqlite3.connect(older)) as raw:
        first.apply(Database(raw))
        raw.execute("ATTACH ? AS present", (str(path),))
        for table in KEPT:
            columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA table_info({table})"))
            raw.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM present.{table}")
        for statement in LATER:
            raw.execute(statement)
        _without_languages(raw)
        raw.execute("PRAGMA user_version = 1")
        raw.execute(f"PRAGMA application_id = {opening.APPLICATION}")
        raw.commit()
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    older.replace(path)


def _without_languages(raw: sqlite3.Connection) -> None:
    """What 0.2.0 knew of each text: no language, and no word of how that was got."""
    raw.execute(
        "UPDATE versions SET guesses = nullif(json_remove(guesses, '$.language'), '{}') WHERE guesses IS NOT NULL"
    )
    described = DESCRIBED.removesuffix(", v.language")
    for number, *values in raw.execute(
        f"SELECT v.number, a.id, {described} FROM versions v JOIN articles a USING (article)"
    ).fetchall():
        raw.execute("UPDATE versions SET checksum = ? WHERE number = ?", (row_checksum(values), number))
