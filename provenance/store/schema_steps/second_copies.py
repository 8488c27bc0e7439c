"""The step that keeps a second copy of what had neither a checksum nor anything to be compared with, as indexes.

SQLite keeps an index beside its table with every change, whoever makes it, and `PRAGMA integrity_check` holds each
row against its entry: a flipped bit in either is found, and `repair` can read from one what is lost in the other.
Without these, of 1,000 flipped bits spread over all tables, `verify` missed what people said, corrections, times and
settings of runs, properties, and who speaks where. They are small tables, or columns that take up to 25 bytes a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def second_copies(db: Database) -> None:
    """Make the indexes; SQLite fills them from the rows that are there."""
    for table, columns in _COPIES:
        db.execute(f"CREATE INDEX IF NOT EXISTS {table}_copied ON {table} ({columns})")
    # One index that was there gets further columns, because a second one on `judgements` would cost audits more.
    db.execute("DROP INDEX IF EXISTS judgements_by_high")
    db.execute("CREATE INDEX judgements_by_high ON judgements (high, low_number, high_number, run, made)")


_COPIES = (
    ("properties", "value"),
    ("versions", "added"),
    (
        "reviews",
        "subject, low_number, high_number, low_start, low_end, high_start, high_end, first, second, said, undoes, "
        "note, person, made, checksum",
    ),
    ("corrections", "edit, field, value, made, made_by, undone, undone_by"),
    ("runs", "kind, settings_digest, settings, program, started, finished"),
    ("records", "profile, settings, begun, finished, covered"),
    ("audited", "settings_digest"),
    ("quotations", "checksum"),
    ("utterances", "scheme, checksum"),
    ("speaker_keys", "speaker"),
    (
        "reviewed_links",
        "judgement, relation, likeliest, source, confidence, share_a, share_b, credited, passages, verdict, note, "
        "reviewed_by, reviewed_at",
    ),
)
