"""Find near-duplicate and derivative passages across articles, and who took them from whom.

    import provenance

    with provenance.Archive("provenance.db") as archive:
        archive.add(["corpus/articles"])
        for findings in archive.check(["corpus/incoming"]):
            print(findings.article.id, findings.share, findings.links)

    link = provenance.compare(provenance.read_one("mine.txt"), provenance.read_one("theirs.txt")).links[0]

What is named here is stable; everything is loaded when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from provenance import kernels as _kernels  # noqa: F401 # before any kernel: it finds them, all compiled or all plain

if TYPE_CHECKING:
    from provenance.config.settings import Settings
    from provenance.model import Article, Link, SkippedInput
    from provenance.sources import read, read_one
    from provenance.store.browsing.sql_functions import register_functions
    from provenance.usecases.archive import Archive
    from provenance.usecases.comparing import compare
    from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows
    from provenance.usecases.filters import Filters

__all__ = [
    "Archive",
    "Article",
    "Filters",
    "Link",
    "RowOptions",
    "Settings",
    "SkippedInput",
    "compare",
    "deduplicate_rows",
    "read",
    "read_one",
    "register_functions",
]

_HOMES = {
    "Archive": "provenance.usecases.archive",
    "Article": "provenance.model",
    "Filters": "provenance.usecases.filters",
    "Link": "provenance.model",
    "RowOptions": "provenance.usecases.deduplicating_rows",
    "SkippedInput": "provenance.model",
    "deduplicate_rows": "provenance.usecases.deduplicating_rows",
    "register_functions": "provenance.store.browsing.sql_functions",
    "Settings": "provenance.config.settings",
    "compare": "provenance.usecases.comparing",
    "read": "provenance.sources",
    "read_one": "provenance.sources",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        from provenance.errors import DISTRIBUTION

        return version(DISTRIBUTION)
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'provenance' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
