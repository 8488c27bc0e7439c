"""How changes of an archive are kept safe until they are whole: by a write-ahead log, or by a rollback journal where
that log does not work.

With the log readers and a writer never wait for each other. On a drive that several computers share it loses changes,
so the file is switched to a rollback journal there, and back when it is on a drive of this computer again. While
readers overlap for hours the log is not allowed to grow without end.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from provenance.errors import ArchiveError
from provenance.store import file_systems
from provenance.store.connection import Connection

LOG, ROLLBACK = "wal", "delete"


def settle_journal(connection: Connection) -> None:
    """Choose the journal that works on the drive of the file; a change is noted in `connection.notes`.

    Does nothing where the file cannot be written, or others have it open just now: they are asked again next time.
    """
    mode = str(connection.value("PRAGMA journal_mode"))
    drive = file_systems.shared_drive(connection.path)
    if drive is not None and mode == LOG:
        with suppress(ArchiveError):
            # Alone, so that the index of the log is in no shared memory while what the log has is merged.
            connection.rows("PRAGMA locking_mode = EXCLUSIVE")
            switched = connection.value(f"PRAGMA journal_mode = {ROLLBACK}") == ROLLBACK
            connection.rows("PRAGMA locking_mode = NORMAL")
            connection.rows("SELECT count(*) FROM sqlite_master")  # gives the lock back
            if switched:
                connection.notes += (rollback_note(connection.path, drive),)
    elif drive is None and mode == ROLLBACK and connection.value("SELECT count(*) FROM sqlite_master"):
        with suppress(ArchiveError):
            connection.value(f"PRAGMA journal_mode = {LOG}")


def first_journal(connection: Connection) -> None:
    """The journal of a new file; a rollback journal is noted in `connection.notes`."""
    drive = file_systems.shared_drive(connection.path)
    connection.run(f"PRAGMA journal_mode = {LOG if drive is None else ROLLBACK}")
    if drive is not None:
        connection.notes += (rollback_note(connection.path, drive),)


def rollback_note(path: Path, drive: str) -> str:
    """What is said once, when an archive is first written on such a drive."""
    return (
        f"{path} is on a drive that computers share ({drive}): it is written with a rollback journal, so readers "
        "wait while somebody writes; keep it on a drive of this computer where you can"
    )
