"""The archive file: the one place that imports sqlite3 and sqlite-utils; it stores and finds, and judges nothing."""

from provenance.store.archive import Store
from provenance.store.records import (
    Entry,
    Judgement,
    Namespace,
    Outcome,
    Postings,
    Problem,
    Result,
    Review,
    Run,
    Statistics,
    Verdict,
    Version,
)

__all__ = [
    "Entry",
    "Judgement",
    "Namespace",
    "Outcome",
    "Postings",
    "Problem",
    "Result",
    "Review",
    "Run",
    "Statistics",
    "Store",
    "Verdict",
    "Version",
]
