"""One SQLite connection: statements, transactions, snapshots; SQLite's errors as this program's.

Every statement of the archive goes through here, so that no sqlite3 exception ever leaves `provenance.store` and
every message names the file and what to do. All rows of an answer are fetched at once, so callers ask for many rows
in portions. It knows no table.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.errors import ArchiveBusy, ArchiveError, DamagedArchive
from provenance.store import open_files

ADVICE = "`provenance verify` says what is lost; a backup, or adding the articles to a new file, brings it back"
# SQLite waits this long by itself; longer waits loop in Python, where Ctrl-C is heard.
WAIT_SECONDS = 0.2
RETRY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
# Bytes of the write-ahead log after which it is begun anew as soon as no reader needs it. Asked again after some
# seconds, since each time waits .2 s for readers; where it is many times as long, writers wait as for other writers.
LONGEST_LOG = 64 * 2**20
LOG_PAUSE = 2.0
MOST_LOGS = 8


def explain(error: sqlite3.Error | UnicodeError, path: Path) -> ArchiveError:
    """The ArchiveError for an error of SQLite, or for names in its file that are no text."""
    if isinstance(error, UnicodeError):
        return DamagedArchive(f"{path} is damaged ({error}); {ADVICE}")
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in RETRY:
        return ArchiveBusy(f"{path} is being written by another process that did not finish in time; try again later")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedArchive(f"{path} is damaged ({error}); {ADVICE}")
    if code == sqlite3.SQLITE_FULL:
        return ArchiveError(
            f"{path}: the disk is full; everything reported as stored is kept, the rest was not begun: free some "
            "space and run the command again"
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH):
        return ArchiveError(
            f"{path} cannot be opened or written ({error}); check the permissions of it and its folder"
        )
    if code == sqlite3.SQLITE_IOERR:
        return ArchiveError(
            f"{path}: reading or writing failed ({error}); check the disk, then run the command again"
        )
    if isinstance(error, sqlite3.DatabaseError) and ("no such" in str(error) or "decode" in str(error)):
        return DamagedArchive(f"{path} is damaged ({error}); {ADVICE}")
    return ArchiveError(f"{path}: {error}")


class Connection:
    """A thin layer over `sqlite3.Connection` in manual transaction mode. `file` says which file it was when it was
    opened: a path may lead to another one later."""

    file: tuple[int, int] = (0, 0)
    notes: tuple[str, ...] = ()  # what people should know of how the file is used, said once

    def __init__(self, path: Path, raw: sqlite3.Connection, *, writable: bool, busy_seconds: float) -> None:
        self.path = path
        self.raw = raw
        self.writable = writable
        self._busy_seconds = busy_seconds
        self._depth = 0
        self._spoilt = False
        self._log_asked = -LOG_PAUSE
        with suppress(OSError):
            found = path.stat()
            self.file = (found.st_dev, found.st_ino)

    def rows(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """All rows of the answer, as tuples."""
        try:
            return self._patiently(statement, values).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise explain(error, self.path) from error

    def row(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """The first row, or None."""
        found = self.rows(statement, values)
        return found[0] if found else None

    def value(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.rows(statement, values)
        return found[0][0] if found else None

    def numbers(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> NDArray[np.int64]:
        """The first column of all rows as whole numbers; raises DamagedArchive where a value is none."""
        found = self.rows(statement, values)
        if not all(type(row[0]) is int for row in found):
            raise DamagedArchive(f"{self.path} is damaged (a row that should hold a number does not); {ADVICE}")
        return np.fromiter((row[0] for row in found), np.int64, len(found))

    def portions(
        self, statement: str, values: Sequence[Any] = (), *, size: int, key: int = 0, first: Any = 0
    ) -> Iterator[list[Any]]:
        """The rows of a long answer, `size` at a time, each portion read when the one before is done with.

        The statement takes the last key so far and `size` as its last two values (`... > ? ORDER BY ... LIMIT ?`);
        `key` is the place of the key in a row. Raises DamagedArchive where keys do not ascend: on a damaged page such
        a walk would never end.
        """
        last = first
        while True:
            found = self.rows(statement, (*values, last, size))
            if found:
                yield found
            if len(found) < size:
                return
            following = found[-1][key]
            if type(following) is not type(last) or following <= last:
                raise DamagedArchive(f"{self.path} is damaged (rows are out of order); {ADVICE}")
            last = following

    def run(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> int:
        """Execute a change; returns the row id of an inserted row."""
        try:
            return self._patiently(statement, values).lastrowid or 0
        except (sqlite3.Error, UnicodeError) as error:
            raise explain(error, self.path) from error

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute a change once per row."""
        try:
            self.raw.executemany(statement, rows)
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def _patiently(self, statement: str, values: Sequence[Any] | Mapping[str, Any]) -> sqlite3.Cursor:
        """Execute; outside a transaction, where nothing is lost by trying again, wait for other processes."""
        deadline = time.monotonic() + self._busy_seconds
        while True:
            try:
                return self.raw.execute(statement, values)
            except sqlite3.OperationalError as error:
                busy = (error.sqlite_errorcode & 0xFF) in RETRY
                if not busy or self.raw.in_transaction or time.monotonic() >= deadline:
                    raise
                time.sleep(0.01)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside, or none; inside another transaction it joins that one.

        Raises ArchiveBusy when another process writes for longer than the settings allow.
        """
        if not self.writable:
            raise ArchiveError(f"{self.path} is open for reading only; check the permissions of it and its folder")
        if self._depth:
            with self._joined():
                yield
            return
        self.run("BEGIN IMMEDIATE")
        self._depth, self._spoilt = 1, False
        try:
            yield
            if self._spoilt:
                raise ArchiveError(f"{self.path}: a part of the change failed, so none of it was stored")
            self._commit()
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0

    def _commit(self) -> None:
        """Commit; wait for readers where there is no log, then for the log where it has grown long."""
        deadline = time.monotonic() + self._busy_seconds
        while True:
            try:
                self.raw.execute("COMMIT")
                break
            except sqlite3.Error as error:
                busy = ((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF) in RETRY
                if not busy or time.monotonic() >= deadline:
                    raise explain(error, self.path) from error
                time.sleep(0.01)
        self._bound_log(deadline)

    def _bound_log(self, deadline: float) -> None:
        """Begin the log anew where readers that overlap have let it grow: SQLite itself does so only in a moment
        without any. One that holds an old state for longer than a writer waits lets it grow all the same."""
        try:
            longer = Path(f"{self.path}-wal").stat().st_size / LONGEST_LOG
        except OSError:
            return
        if longer < 1 or time.monotonic() < self._log_asked + (0 if longer > MOST_LOGS else LOG_PAUSE):
            return
        while True:
            with suppress(sqlite3.Error):  # it is bounded after a later change
                if not self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    return
            self._log_asked = time.monotonic()
            if longer <= MOST_LOGS or self._log_asked >= deadline:
                return
            time.sleep(0.01)

    @contextmanager
    def _joined(self) -> Iterator[None]:
        self._depth += 1
        try:
            yield
        except BaseException:
            self._spoilt = True  # an outer transaction that continues must not commit half of an inner one
            raise
        finally:
            self._depth -= 1

    def _roll_back(self) -> None:
        if self.raw.in_transaction:
            with suppress(sqlite3.Error, MemoryError):  # the error that led here says more
                self.raw.execute("ROLLBACK")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment, whatever other processes write meanwhile."""
        if self.raw.in_transaction:
            yield
            return
        self._begin_reading()
        try:
            yield
        finally:
            self._roll_back()

    def _begin_reading(self) -> None:
        """Begin a transaction that reads, and read: where there is no log, one may have to wait for a writer."""
        deadline = time.monotonic() + self._busy_seconds
        while True:
            self.run("BEGIN")
            try:
                self.raw.execute("SELECT count(*) FROM sqlite_master").fetchall()
                return
            except sqlite3.Error as error:
                self._roll_back()
                busy = ((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF) in RETRY
                if not busy or time.monotonic() >= deadline:
                    raise explain(error, self.path) from error
                time.sleep(0.01)

    def close(self) -> None:
        """Close the file; an open transaction is rolled back."""
        try:
            self.raw.close()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error
        open_files.closed(self)
