"""What leaves the archive for other processes: articles as they are stored, and a way to open the archive there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from provenance.model import Article
from provenance.store import article_rows as rows

if TYPE_CHECKING:
    from provenance.store.archive_store import Store


@dataclass(frozen=True, slots=True)
class PackedArticles:
    """Articles as the archive holds them, as rows of plain values: sent in a fifth of the time of articles."""

    rows: Sequence[tuple[Any, ...]]

    def __len__(self) -> int:
        return len(self.rows)

    def unpacked(self) -> list[Article]:
        """The articles, in their order; raises DamagedArchive where one is not what was stored."""
        return [rows.to_article(row) for row in self.rows]


class ArchiveReader(Protocol):
    """A way to read one archive from any process that works on it: plain data until it is opened."""

    def open(self) -> AbstractContextManager[Store]:
        """The archive, open for reading until the context ends."""
        ...


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads the archive from its file, for processes that see the same file system."""

    path: Path

    def open(self) -> AbstractContextManager[Store]:
        """See `ArchiveReader.open`."""
        from provenance.store.archive_store import Store

        return Store.open(self.path, readonly=True)
