"""A copy of an archive in a file of its own, put in its place only when it is whole and checked.

The copy is of one moment, while other processes read and write the archive, and is made by SQLite; the archive is not
changed by it. What takes a place is written beside it first and renamed, so that a crash leaves the old file or the
new one. Nothing here knows what to tell people.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from provenance.config.files import StoreSettings
from provenance.errors import ArchiveError, DamagedArchive, UsageError
from provenance.model.copies import KeptArchive
from provenance.model.progress import Progress
from provenance.store.connection import Connection, explain
from provenance.store.opening import SCHEMA, open_connection
from provenance.store.upkeep import Upkeep

PAGES = 4096  # copied at a time, 16 MiB: between them a bar moves and Ctrl-C is heard
BESIDE = ("-wal", "-shm", "-journal")  # files of SQLite that belong to a database


def copy_to(source: Path, target: Path, on_progress: Progress | None = None) -> None:
    """Copy the archive as it is at this moment; `target` is a file that nobody else knows.

    Raises ArchiveError where the archive cannot be opened or the copy not be written.
    """
    report = on_progress or (lambda *_: None)
    connection = open_connection(source, create=False, readonly=True, settings=StoreSettings())
    try:
        with connection.snapshot():
            connection.value("SELECT count(*) FROM sqlite_master")  # from here on it is of one moment
            try:
                with closing(sqlite3.connect(target)) as copy:
                    connection.raw.backup(
                        copy, pages=PAGES, progress=lambda _, left, all_: report("copying", all_ - left, all_)
                    )
            except sqlite3.Error as error:
                raise explain(error, target) from error
    finally:
        connection.close()
    shutil.copymode(source, target)  # who may read the archive may read the copy, and nobody else


def checked(path: Path, on_progress: Progress | None = None) -> KeptArchive:
    """Check a copy as `verify` checks an archive, all but making fingerprints anew; what it holds.

    A copy of an older schema is checked by SQLite alone, and not upgraded. Raises DamagedArchive.
    """
    connection = open_connection(path, create=False, readonly=True, settings=StoreSettings())
    try:
        if connection.value("PRAGMA user_version") == SCHEMA:
            problems = [f"{each.where}: {each.detail}" for each in Upkeep(connection).check_integrity(on_progress)]
        else:
            problems = [said for (said,) in connection.rows("PRAGMA integrity_check(20)") if said != "ok"]
        counted = counts(connection)
    finally:
        connection.close()
    if problems:
        more = f" (and {len(problems) - 1:,} more)" if len(problems) > 1 else ""
        raise DamagedArchive(f"{problems[0]}{more}")
    return KeptArchive(path, path.stat().st_size, counted)


def counts(connection: Connection) -> dict[str, int]:
    """What an archive of any schema holds, by what is counted."""
    there = {name for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        name: connection.value(f"SELECT count(*) FROM {table}")  # noqa: S608
        for name, table in _COUNTED.items()
        if table.split()[0] in there
    }


_COUNTED = {
    "articles": "articles",
    "versions": "versions",
    "links": "judgements j JOIN articles l ON l.article = j.low AND l.number = j.low_number JOIN articles h "
    "ON h.article = j.high AND h.number = j.high_number WHERE j.current AND j.relation IS NOT NULL",
    "reviews": "reviews",
    "corrections": "corrections",
}


@contextmanager
def written_beside(target: Path, *, force: bool) -> Iterator[Path]:
    """A name beside `target` for a file that takes its place when the block ends without an error; a link is
    followed, so that the file is on the disk to which it leads.

    Raises UsageError where `target` is there already and `force` does not say to replace it, or is no file.
    """
    target = followed(target)
    refuse_existing(target, force=force)
    if not target.parent.is_dir():
        raise ArchiveError(f"cannot write {target}: the folder {target.parent} does not exist")
    partial = target.with_name(target.name + ".partial")
    discard(partial)
    try:
        yield partial
        refuse_existing(target, force=force)
        settle(partial)
        for end in BESIDE:  # of a file that is replaced
            Path(f"{target}{end}").unlink(missing_ok=True)
        partial.replace(target)
        settle(target.parent)
    finally:
        discard(partial)


def followed(path: Path) -> Path:
    """Where a link leads, also where nothing is there; the path as it is where it is no link."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def refuse_existing(target: Path, *, force: bool) -> None:
    """Raise UsageError where there is such a file and it is not to be replaced, or it is a folder or a device."""
    if target.is_dir():
        raise UsageError(f"{target} is a folder; name a file")
    if target.exists() and not target.is_file():
        raise UsageError(f"{target} is no file but a device or a pipe; name a file")
    if target.exists() and not force:
        raise UsageError(f"{target} is there already; --force replaces it, or name another file")


def discard(path: Path) -> None:
    """Delete a file with what SQLite may have beside it."""
    for end in ("", *BESIDE):
        Path(f"{path}{end}").unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Let a file, or the names in a folder, reach the disk; where a system cannot, it does so by itself."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def merged_copy(damaged: Path, folder: Path) -> Path:
    """A copy of a file that may be damaged, in a folder of its own, with the changes of its log as far as SQLite can
    merge them; the file itself is only read."""
    copy = folder / "damaged"
    for end in ("", "-wal", "-journal"):
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{damaged}{end}", f"{copy}{end}")
    # Messages of SQLite may quote damaged bytes that are no text.
    with suppress(sqlite3.Error, UnicodeError, MemoryError), closing(sqlite3.connect(copy)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return copy
