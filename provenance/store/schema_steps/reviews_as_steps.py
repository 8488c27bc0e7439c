"""The third step: what people said becomes a log of steps about links, passages, publishers and set phrases.

A review of the first step said a verdict about a pair, or (NULL) took back all that had been said of it. Here every
row says one thing of one subject and is never changed; a row that takes another back names it. So an old row that
took back becomes one row for each that it took back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def reviews_as_steps(db: Database) -> None:
    """Make the table anew, with the old reviews in it."""
    db.execute(_TABLE)
    in_force: dict[tuple[int, int], list[int]] = {}
    old = db.execute("SELECT low, high, verdict, note, made FROM reviews ORDER BY review").fetchall()
    for low, high, verdict, note, made in old:
        pair = (min(low, high), max(low, high))
        said = verdict if verdict in ("confirmed", "rejected") else "undone"
        taken_back: list[int | None] = [None]
        if said == "undone":
            taken_back = [*reversed(in_force.pop(pair, []))] or [None]
        for undoes in taken_back:
            row = (*pair, *_seen(db, *pair, made), said, undoes, note, made)
            step = db.execute(_INSERT, row).lastrowid
            if said != "undone" and step is not None:
                in_force.setdefault(pair, []).append(step)
    db.execute("DROP TABLE reviews")
    db.execute("ALTER TABLE review_steps RENAME TO reviews")
    for statement in _INDEXES:
        db.execute(statement)


def _seen(db: Database, low: int, high: int, made: str) -> tuple[int | None, int | None, bytes | None, int | None]:
    """The numbers of the two texts that were there when the review was made, and the link as it was judged then."""
    numbers: list[int | None] = []
    for article in (low, high):
        found = db.execute(
            "SELECT number FROM versions WHERE article = ? ORDER BY added > ?, "
            "CASE WHEN added > ? THEN number ELSE -number END LIMIT 1",
            (article, made, made),
        ).fetchone()
        numbers.append(found[0] if found else None)
    link = db.execute(
        "SELECT content, checksum FROM judgements WHERE low = ? AND high = ? AND content IS NOT NULL "
        "ORDER BY made > ?, low_number = ? AND high_number = ? DESC, judgement DESC LIMIT 1",
        (low, high, made, *numbers),
    ).fetchone()
    return numbers[0], numbers[1], *(link or (None, None))


# `subject` is link, passage, publishers or phrase. Of a link and a passage, `low` and `high` are the articles, the
# numbers are those of the texts that the person saw, and `content` is the link that was shown. `first` and `second`
# are the publishers, or the phrase. `said` is confirmed, rejected, annotated or undone.
_TABLE = """
CREATE TABLE review_steps (
    step INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    low INTEGER REFERENCES articles (article),
    high INTEGER REFERENCES articles (article),
    low_number INTEGER REFERENCES versions (number),
    high_number INTEGER REFERENCES versions (number),
    low_start INTEGER, low_end INTEGER, high_start INTEGER, high_end INTEGER,
    first TEXT,
    second TEXT,
    said TEXT NOT NULL,
    undoes INTEGER,
    note TEXT NOT NULL,
    person TEXT,
    made TEXT NOT NULL,
    content BLOB,
    checksum INTEGER
)
"""
_INSERT = (
    "INSERT INTO review_steps (subject, low, high, low_number, high_number, content, checksum, said, undoes, note, "
    "made) VALUES ('link', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INDEXES = (
    "CREATE INDEX reviews_by_pair ON reviews (low, high)",
    "CREATE INDEX reviews_by_high ON reviews (high)",
)
