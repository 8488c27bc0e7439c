"""A step: the language of each article's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def article_languages(db: Database) -> None:
    """Make the column, and note that texts which were read before have no language yet."""
    db.execute("ALTER TABLE versions ADD COLUMN language TEXT")
    db.execute(
        "INSERT INTO properties (name, value) SELECT 'languages read to', 0 WHERE EXISTS (SELECT 1 FROM versions)"
    )
