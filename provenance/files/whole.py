"""A file that appears under its name when it is complete, whatever ends the process that writes it.

It is written beside its place under a name of its own and renamed. It never leaves half a file under a final name,
not on a full disk, a kill or (where it is `durable`) a power cut; what a killed process left beside is taken away by
the next that writes into the folder.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from provenance.files.leftovers import HAS_LOCKS, PREFIX, SUFFIX, lock, sweep_files

CLOSED_FIRST = not HAS_LOCKS  # where an open file cannot be renamed, there are no locks to keep either


@contextmanager
def whole_file(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """The path to write to; when the block ends well, the file is at `path`, else what was there before.

    A link is followed; a device or pipe is written to directly. A file that was there keeps its permissions.
    `durable`: on the disk before it gets its name, which takes some milliseconds. Raises OSError.
    """
    target = Path(os.path.realpath(path))
    try:
        former = target.stat()
    except OSError:
        former = None
    if former is not None and not stat.S_ISREG(former.st_mode):
        yield target
        return
    _swept(str(target.parent))
    partial, handle = _held(target.parent)
    try:
        try:
            yield partial
            if former is not None:
                with contextlib.suppress(OSError):  # of another user
                    partial.chmod(stat.S_IMODE(former.st_mode))
            if durable:
                os.fsync(handle)
            if CLOSED_FIRST:
                os.close(handle)
            partial.replace(target)
        except BaseException:
            if CLOSED_FIRST:
                with contextlib.suppress(OSError):
                    os.close(handle)
            partial.unlink(missing_ok=True)
            raise
    finally:
        if not CLOSED_FIRST:
            os.close(handle)


def write_whole(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write these bytes with `whole_file`."""
    with whole_file(path, durable=durable) as partial:
        partial.write_bytes(content)


@cache
def _swept(folder: str) -> None:
    """Once per folder and process: a site has tens of thousands of files in one."""
    sweep_files(Path(folder))


def _held(folder: Path) -> tuple[Path, int]:
    """A new file and its handle, which holds the lock."""
    while True:
        partial = folder / f"{PREFIX}{secrets.token_hex(6)}{SUFFIX}"
        handle = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o666)
        if lock(handle) and partial.exists():  # else one that sweeps was quicker
            return partial, handle
        os.close(handle)
