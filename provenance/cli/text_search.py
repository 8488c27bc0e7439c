"""An older archive's words are indexed once, before a command searches texts, and whoever waits is told so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from provenance.errors import ArchiveError

if TYPE_CHECKING:
    from provenance.cli.session import Session
    from provenance.usecases.archive import Archive


def make_searchable(session: Session) -> None:
    """Index what the archive's text search lacks, where the file may be written; else say what takes longer."""
    with session.archive(readonly=True) as archive:
        left, possible = archive.unsearchable(), archive.store.words.available
    if not left:
        return
    slow = f"{left:,} texts are read one by one"
    if not possible:
        session.note(f"provenance: this Python's SQLite has no full-text search (FTS5), so {slow}")
    elif not os.access(session.db, os.W_OK) or not os.access(session.db.absolute().parent, os.W_OK):
        session.note(f"provenance: {session.db} cannot be written, so its words are not indexed and {slow}")
    else:
        try:
            with session.archive() as archive:
                index_words(session, archive)
        except ArchiveError as error:  # another process writes: the answer is the same, later
            session.note(f"provenance: {error}; {slow}")


def index_words(session: Session, archive: Archive) -> None:
    """Index what an archive that is open for writing lacks; usually nothing, which costs nothing."""
    left = archive.unsearchable()
    if left and archive.store.words.available:
        session.note(f"provenance: indexing the words of {left:,} texts for `trace`, once")
        with session.progress() as progress:
            archive.index_words(progress)
