"""Opening the archive file: checks that it is an archive, and reads it also where nothing may be written.

A file is examined before SQLite touches it, so that another program's database, or a text file named by mistake, is
refused unchanged; one that this process has open was examined then, and is not touched (`open_files` says why).
Nothing here uses any table but SQLite's own.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from provenance.config.files import StoreSettings
from provenance.errors import UPDATE, ArchiveError, DamagedArchive, NewerArchive, NotAnArchive
from provenance.store import open_files
from provenance.store.browsing.sql_functions import register_functions
from provenance.store.connection import WAIT_SECONDS, Connection, explain
from provenance.store.journal import settle_journal

APPLICATION = 0x50525631  # "PRV1", in the file header's application id
SCHEMA = 3  # in the file header's user version; raised once per release that changes the tables
MAGIC = b"SQLite format 3\0"
HEADER = 100


def open_connection(path: Path, *, create: bool, readonly: bool, settings: StoreSettings) -> Connection:
    """A checked connection; with `create` a missing or empty file becomes an empty database without a schema."""
    settings.validate()
    with open_files.opening:
        connection, empty = _connected(path, create=create, readonly=readonly, settings=settings)
        open_files.opened(connection)
    try:
        _check(connection, created=create and empty)
        connection.run(f"PRAGMA cache_size = {-1024 * settings.cache_mib}")
        # The log reaches the disk before a batch is reported as stored: what was reported survives a power cut.
        connection.run("PRAGMA synchronous = FULL")
        # Some builds of SQLite zero whatever is deleted; `Store.remove` asks for it where a text is deleted. For the
        # index pages that merging deletes it costs as much as the rest of merging.
        connection.rows("PRAGMA secure_delete = OFF")
        if not readonly:
            settle_journal(connection)
        if readonly:
            connection.run("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _connected(path: Path, *, create: bool, readonly: bool, settings: StoreSettings) -> tuple[Connection, bool]:
    """A connection to a file that may be an archive, and whether it is empty or was not there."""
    empty = not open_files.is_open(path) and not _examine(path, create=create)
    writable = _may_write(path) or not path.exists()
    if not writable and not readonly:
        raise ArchiveError(f"{path} cannot be written; check the permissions of it and its folder")
    connection = _connect(path, "rwc" if create else "rw" if writable else "ro", settings, writable=not readonly)
    if not writable and not _readable(connection):
        connection.close()
        connection = _connect_unchanging(path, settings)
    return connection, empty


def _examine(path: Path, *, create: bool) -> bytes:
    """The first bytes of the file, b"" where it does not exist yet; refuses whatever cannot be an archive."""
    try:
        with path.open("rb") as file:
            header = file.read(HEADER)
    except FileNotFoundError:
        if not create:
            raise ArchiveError(
                f"there is no archive at {path}; `provenance add PATH...` makes one, --db FILE names another"
            ) from None
        if not path.parent.is_dir():
            raise ArchiveError(f"cannot make {path}: the folder {path.parent} does not exist") from None
        return b""
    except IsADirectoryError:
        raise NotAnArchive(f"{path} is a folder, not an archive; name a file with --db") from None
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror}") from error
    if not header and create:
        return b""
    if not header.startswith(MAGIC) or len(header) < HEADER:
        raise NotAnArchive(f"{path} is no archive of this program and was left untouched; name another with --db")
    if int.from_bytes(header[68:72], "big") not in (0, APPLICATION):
        raise NotAnArchive(f"{path} is another program's database and was left untouched; name another with --db")
    _refuse_truncated(path, header)
    return header


def _refuse_truncated(path: Path, header: bytes) -> None:
    """Refuse a file with fewer pages than its header says, unless a log beside it has the rest, or a journal what was
    there before a change that was not finished."""
    logs = [Path(f"{path}{end}") for end in ("-wal", "-journal")]
    if header[24:28] != header[92:96] or any(log.exists() and log.stat().st_size for log in logs):
        return
    page = int.from_bytes(header[16:18], "big")
    expected = int.from_bytes(header[28:32], "big") * (65536 if page == 1 else page)
    size = path.stat().st_size  # taken after the log was seen to be gone, so the process that merged it has finished
    if size < expected:
        raise DamagedArchive(
            f"{path} is cut short: {size:,} of {expected:,} bytes are there; copy it again, go back to a "
            "backup, or add the articles to a new file"
        )


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, mode: str, settings: StoreSettings, *, writable: bool) -> Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    wait = min(WAIT_SECONDS, settings.busy_seconds)
    try:
        raw = sqlite3.connect(
            address,
            uri=True,
            timeout=wait,
            isolation_level=None,
            cached_statements=128,
            check_same_thread=settings.one_thread,
        )
    except sqlite3.Error as error:
        raise explain(error, path) from error
    register_functions(raw)
    return Connection(path, raw, writable=writable, busy_seconds=settings.busy_seconds)


def _readable(connection: Connection) -> bool:
    try:
        connection.rows("PRAGMA schema_version")
    except ArchiveError:
        return False
    return True


def _connect_unchanging(path: Path, settings: StoreSettings) -> Connection:
    """In a folder where SQLite cannot make its lock file, the file is read as one that nobody changes."""
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        raise ArchiveError(
            f"{path} has unfinished writes beside it ({log.name}), which can be merged only where the folder is "
            "writable; copy both files to such a folder"
        )
    return _connect(path, "ro&immutable=1", settings, writable=False)


def _check(connection: Connection, *, created: bool) -> None:
    path = connection.path
    application = connection.value("PRAGMA application_id")
    version = connection.value("PRAGMA user_version")
    if application == APPLICATION:
        if version > SCHEMA:
            raise NewerArchive(
                f"{path} was written by a later version of this program (schema {version}, this one knows {SCHEMA}); "
                f"{UPDATE}"
            )
        return
    if application != 0 or version != 0 or connection.value("SELECT count(*) FROM sqlite_master"):
        raise NotAnArchive(f"{path} is another program's database and was left untouched; name another with --db")
    if not created and not connection.writable:
        raise ArchiveError(f"{path} holds nothing yet; `provenance add PATH...` fills it")
