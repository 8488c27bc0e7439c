"""The archive's tables, as the steps that made them; the only place where sqlite-utils is loaded.

The steps are in `schema_steps`, one file each. All that a file lacks are made in one transaction, which they share
with their records and with the schema number in the file header. What is made from rows that were there before is
filled in here, because a step uses nothing of the program.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.store.articles.article_addresses import fill_addresses
from provenance.store.browsing.link_rows import fill_link_rows
from provenance.store.connection import Connection, explain
from provenance.store.journal import first_journal
from provenance.store.opening import APPLICATION, SCHEMA

if TYPE_CHECKING:
    from sqlite_utils import Migrations

PAGE_SIZE = 4096  # one leaf holds one index page; larger ones would read more for each key looked up


def archive_steps() -> Migrations:
    """Every step from an empty file to the present schema, oldest first."""
    from sqlite_utils import Migrations

    from provenance.store.schema_steps import STEPS

    steps = Migrations("provenance archive")
    for name, step in STEPS:
        steps(name=name)(step)
    return steps


def bring_up_to_date(connection: Connection, steps: Migrations | None = None, schema: int = SCHEMA) -> Path | None:
    """Create or upgrade the tables in one transaction; returns the backup that an upgrade made first.

    Another process that does the same at the same time waits, then finds the work done. Raises ArchiveError.
    """
    if _version(connection) >= schema:
        return None
    if not connection.value("SELECT count(*) FROM sqlite_master"):
        connection.run(f"PRAGMA page_size = {PAGE_SIZE}")
        first_journal(connection)
    backup = _back_up(connection) if _version(connection) else None
    from sqlite_utils import Database

    with connection.transaction():
        if _version(connection) < schema:
            try:
                (steps or archive_steps()).apply(Database(connection.raw))
            except sqlite3.Error as error:
                raise explain(error, connection.path) from error
            fill_addresses(connection)
            fill_link_rows(connection)
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
