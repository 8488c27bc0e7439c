"""The archive file: the one place that imports sqlite3 and sqlite-utils; it stores and finds, and judges nothing."""

from provenance.store.archive_store import Store
from provenance.store.link_bytes import link_from_bytes, stored_link, written
from provenance.store.parcels import ArchiveReader, FileReader, PackedArticles
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
    "ArchiveReader",
    "Entry",
    "FileReader",
    "Judgement",
    "Namespace",
    "Outcome",
    "PackedArticles",
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
    "stored_link",
    "written",
]
