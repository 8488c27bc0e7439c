"""The step that makes room for text search: which texts hold given words in a row.

`text_search` is an FTS5 table without content: it has the words and their places, not the texts. `unsearchable` has
the numbers of texts whose words it lacks: all of an older archive at first. Where this Python's SQLite was built
without FTS5, the table is made later, by a program that has it.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def text_search(db: Database) -> None:
    """Make the tables; every text that the archive holds already is to be indexed yet."""
    db.execute("CREATE TABLE unsearchable (number INTEGER PRIMARY KEY)")
    db.execute("INSERT INTO unsearchable SELECT number FROM versions")
    try:
        db.execute("CREATE VIRTUAL TABLE text_search USING fts5(words, content='', tokenize='ascii')")
        db.execute("INSERT INTO text_search (text_search, rank) VALUES ('hashsize', 8388608), ('automerge', 6)")
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise
