"""The archive file: the one place that imports sqlite3 and sqlite-utils; it stores and finds, and judges nothing."""

from provenance.store.archive_store import Store
from provenance.store.link_bytes import link_from_bytes, written
from provenance.store.quotation_store import quotations_from_bytes, quotations_to_bytes
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
    StoredLink,
    Verdict,
    Version,
    WrittenLink,
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
    "StoredLink",
    "Verdict",
    "Version",
    "WrittenLink",
    "link_from_bytes",
    "quotations_from_bytes",
    "quotations_to_bytes",
    "written",
]
