"""The archive: one SQLite file that holds articles, fingerprints, index, findings and reviews.

`Store` is put together from one part a subject; all of them share one connection. Every change is one transaction:
it is there after a crash as a whole or not at all, and readers in other processes never wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from provenance.config.store import StoreSettings
from provenance.errors import ArchiveError
from provenance.store.connection import Connection
from provenance.store.fingerprints import Fingerprints
from provenance.store.intake import sort_out, write
from provenance.store.ledger import Ledger
from provenance.store.naming import resolve
from provenance.store.opening import SCHEMA, open_connection
from provenance.store.records import Entry, Outcome
from provenance.store.shelf import Shelf
from provenance.store.upkeep import Upkeep


class Store(Shelf, Fingerprints, Ledger, Upkeep):
    """An open archive. A context manager; one Store belongs to one thread.

    The usual way is one Store a command: `with Store.open(path, create=True) as store: ...`.
    """

    def __init__(self, connection: Connection, settings: StoreSettings) -> None:
        self.connection = connection
        self.settings = settings

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        readonly: bool = False,
        settings: StoreSettings | None = None,
    ) -> Store:
        """Open the archive at `path`; with `create` a missing file is made, without it none ever is.

        A file of an older schema is upgraded after a backup copy beside it. With `readonly` every change is refused,
        and a file in a folder where nothing may be written can be read. Raises ArchiveError or one of its kinds,
        with a message that names the file and what to do.
        """
        chosen = settings or StoreSettings()
        path = Path(path)
        connection = open_connection(path, create=create, readonly=readonly, settings=chosen)
        try:
            if connection.value("PRAGMA user_version") != SCHEMA:
                if readonly or not (create or connection.value("PRAGMA application_id")):
                    connection.close()
                    return cls._upgraded(path, create=create, readonly=readonly, settings=chosen)
                from provenance.store.migrations import bring_up_to_date

                bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection, chosen)

    @classmethod
    def _upgraded(cls, path: Path, *, create: bool, readonly: bool, settings: StoreSettings) -> Store:
        """A reader met an older schema: upgrade it first. A file that holds nothing yet is left alone."""
        writing = open_connection(path, create=False, readonly=False, settings=settings)
        try:
            if not writing.value("PRAGMA application_id"):
                raise ArchiveError(f"{path} holds nothing yet; `provenance add PATH...` fills it")
            from provenance.store.migrations import bring_up_to_date

            bring_up_to_date(writing)
        finally:
            writing.close()
        return cls.open(path, create=create, readonly=readonly, settings=settings)

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self.connection.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing that was reported as stored depends on it."""
        self.connection.close()

    def resolve(self, name: str) -> str:
        """The id of the one article that `name` names: an id, a unique prefix of one, a path or a URL.

        Raises NoSuchArticle with the near misses.
        """
        return resolve(self.connection, name)

    def add(self, entries: Sequence[Entry]) -> list[Outcome]:
        """Store a batch in one transaction; one outcome an entry, in their order.

        The same text again changes nothing; a new text for a known id or URL becomes a new version and takes the
        place of the old one in the index. Entries of 2,000 articles or so at a time are the cheapest. Raises
        SchemeMismatch when a fingerprint was made by another recipe than the archive's.
        """
        if not entries:
            return []
        with self.connection.transaction():
            self.adopt_recipe(self.recipe or entries[0].fingerprint.signature.recipe)
            self._require(self.recipe, entries)
            batch = sort_out(self.connection, entries, self.settings.compression_level)
            write(self.connection, batch)
            self._store_fingerprints(self.generation, batch.numbers, batch.stored)
        return batch.outcomes
