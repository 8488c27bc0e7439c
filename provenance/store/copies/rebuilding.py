"""A new archive out of the rows that were saved of a damaged one; its index is still to be made."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from provenance.store.archive_store import Store
from provenance.store.articles.article_addresses import fill_addresses, write_addresses
from provenance.store.copies.salvaging import SAVED, Salvaged, empty_tables
from provenance.store.opening import APPLICATION
from provenance.store.stored_values import ARTICLES, EARLIER_READ_TO, from_column, write_property

# The number in the header of archives with so many steps; released ones had one or seven.
_SCHEMAS = {1: 1, 7: 2}


def rebuild(target: Path, salvaged: Salvaged) -> None:
    """Write the rows into a new file under the keys that they had, and bring its tables up to date. A row that has no
    place there is added to `salvaged.lost`."""
    schema = _SCHEMAS.get(len(salvaged.steps), 3)
    with closing(empty_tables(str(target), salvaged.steps)) as raw:
        for table in SAVED:
            for row in salvaged.rows.get(table, ()):
                columns = ", ".join(f'"{name}"' for name in row)
                places = ", ".join("?" * len(row))
                try:
                    raw.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", [*row.values()])  # noqa: S608
                except sqlite3.IntegrityError as error:  # two rows with one key: damage that no checksum covers
                    salvaged.lost.append(f"a row of {table}: {error}")
        raw.execute(f"PRAGMA application_id = {APPLICATION}")
        raw.execute(f"PRAGMA user_version = {schema}")
        raw.commit()
        raw.execute("PRAGMA journal_mode = WAL")
    with Store.open(target) as store:  # which makes the tables of later releases
        connection = store.connection
        with store.transaction():
            for name, value in salvaged.properties.items():
                write_property(connection, name, value)
            write_property(connection, ARTICLES, len(salvaged.rows["articles"]))
            write_property(connection, EARLIER_READ_TO, 0)  # what newer versions lack is to be found again
            fill_addresses(connection)
            for row in salvaged.rows.get("as_read", ()):
                url = json.loads(row["content"])[3]
                key = connection.value("SELECT article FROM versions WHERE number = ?", (row["number"],))
                write_addresses(connection, [(from_column(url) or "", key)] if url else [])
    target.with_name(f"{target.name}.schema{schema}.backup").unlink(missing_ok=True)
