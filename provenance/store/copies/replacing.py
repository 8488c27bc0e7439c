"""Putting an archive's file in the place of another one that nobody has open, and keeping that one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from provenance.config.files import StoreSettings
from provenance.errors import ArchiveBusy, ArchiveError, DamagedArchive, NewerArchive, NotAnArchive
from provenance.store import open_files
from provenance.store.copies.copying import BESIDE, settle
from provenance.store.opening import open_connection


def put_in_place(new: Path, path: Path, *, keep: bool) -> Path | None:
    """Let `new` be the archive at `path`; returns the name under which the one that was there is kept.

    Without `keep` that one is deleted once the new one is in place. Raises ArchiveBusy where another process has the
    archive open, NotAnArchive where the file there is none; then nothing has changed.
    """
    if not path.exists():
        new.replace(path)
        settle(path.parent)
        return None
    if open_files.is_open(path):
        raise ArchiveBusy(f"{path} is open in this process; close it first")
    aside = _free_name(path)
    with _alone(path):
        if not keep and not any(Path(f"{path}{end}").exists() for end in BESIDE):
            new.replace(path)  # in one step, so that a kill leaves nothing of the one that was there
            settle(path.parent)
            return None
        try:
            _keep(path, aside)
            new.replace(path)  # who waits for the lock finds the old file busy, who comes later opens the new one
        except BaseException:
            _take_back(path, aside)
            raise
    settle(path.parent)
    if keep:
        return aside
    for end in ("", *BESIDE):
        Path(f"{aside}{end}").unlink(missing_ok=True)
    return None


def _free_name(path: Path) -> Path:
    time = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    for number in range(1, 1000):
        name = path.with_name(f"{path.name}.{time}{f'-{number}' if number > 1 else ''}.replaced")
        if not name.exists():
            return name
    raise ArchiveError(f"{path}: there is no free name to keep it under")


def _keep(path: Path, aside: Path) -> None:
    """Give the file a second name, so that a crash never leaves none; where links are unknown, another name."""
    for end in BESIDE:  # only a damaged archive still has any
        if Path(f"{path}{end}").exists():
            Path(f"{path}{end}").replace(f"{aside}{end}")
    try:
        aside.hardlink_to(path)
    except OSError:
        path.replace(aside)


def _take_back(path: Path, aside: Path) -> None:
    """Undo `_keep`."""
    for end in BESIDE:
        if Path(f"{aside}{end}").exists():
            Path(f"{aside}{end}").replace(f"{path}{end}")
    if path.exists():
        aside.unlink(missing_ok=True)
    elif aside.exists():
        aside.replace(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other process has the archive open inside; a file that is too damaged to be locked is nobody's."""
    try:
        open_connection(path, create=False, readonly=True, settings=StoreSettings()).close()
    except (NotAnArchive, NewerArchive):
        raise
    except DamagedArchive:
        yield
        return
    logged = False
    try:
        with closing(sqlite3.connect(path, timeout=0.2, isolation_level=None)) as raw:
            try:
                logged = raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
                # Leaving the write-ahead log is possible only where nobody else has the file open, reader or writer.
                if raw.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
                    raise ArchiveBusy(_busy(path))
                raw.execute("BEGIN EXCLUSIVE")
            except sqlite3.DatabaseError as error:
                if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise ArchiveBusy(_busy(path)) from error
            if os.name == "nt":
                raw.close()  # Windows renames no file that is open
            yield
    except BaseException:
        if logged:
            with (
                suppress(sqlite3.Error),
                closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as raw,
            ):
                raw.execute("PRAGMA journal_mode = WAL")
        raise


def _busy(path: Path) -> str:
    return f"{path} is open in another process, so it was left as it is; end that (an audit, `serve`) and try again"
