"""The archive file: the one place that imports sqlite3 and sqlite-utils. It stores and finds, and judges nothing.

Import from here what other parts may use. Each name is loaded when it is first asked for: a `check` needs the store
and a few of its tables, not the types of judgements and statistics.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from provenance.store.archive_store import ArchiveReader, FileReader, Store
    from provenance.store.articles.article_rows import PackedArticles, TextOwner
    from provenance.store.articles.earlier_writing import Removed, RemovedFinder, RemovedText
    from provenance.store.findings.link_bytes import link_from_bytes, written
    from provenance.store.findings.quotation_store import quotations_from_bytes, quotations_to_bytes
    from provenance.store.index.postings_lookup import Postings
    from provenance.store.index.postings_pages import Namespace
    from provenance.store.records import (
        Entry,
        Judgement,
        Outcome,
        Problem,
        Record,
        Result,
        Run,
        Statistics,
        Version,
        WrittenLink,
    )

__all__ = [
    "Alignments",
    "ArchiveReader",
    "Entry",
    "FileReader",
    "Judgement",
    "Namespace",
    "Outcome",
    "PackedArticles",
    "Postings",
    "Problem",
    "Record",
    "Removed",
    "RemovedFinder",
    "RemovedText",
    "Result",
    "Run",
    "Statistics",
    "Store",
    "TextOwner",
    "Version",
    "WrittenLink",
    "link_from_bytes",
    "quotations_from_bytes",
    "quotations_to_bytes",
    "written",
]

_HOMES = {  # the module of each name; all others are in `records`
    "Alignments": "findings.passage_store",
    "ArchiveReader": "archive_store",
    "FileReader": "archive_store",
    "Namespace": "index.postings_pages",
    "PackedArticles": "articles.article_rows",
    "Postings": "index.postings_lookup",
    "Removed": "articles.earlier_writing",
    "RemovedFinder": "articles.earlier_writing",
    "RemovedText": "articles.earlier_writing",
    "Store": "archive_store",
    "TextOwner": "articles.article_rows",
    "link_from_bytes": "findings.link_bytes",
    "quotations_from_bytes": "findings.quotation_store",
    "quotations_to_bytes": "findings.quotation_store",
    "written": "findings.link_bytes",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'records')}"), name)
