"""What killed processes left: known by a lock that nobody holds any more, and taken away by the next that comes.

A file or folder in the making is locked by the process that makes it. The lock goes with the process, however that
ends, so a leftover is told from what somebody is writing right now without any clock or process number. Where there
are no such locks (Windows, some network drives) only what is older than a day is taken away.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import time
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

HAS_LOCKS = fcntl is not None
PREFIX, SUFFIX = ".provenance-", ".partial"  # of a file in the making, beside the file that it becomes
HELD = "in-use"  # in a folder: the file that is locked
GONE = ".gone"  # what the name of a folder ends in that is being taken away
DAY = 86_400.0


def lock(handle: int) -> bool:
    """Lock an open file for as long as it is open; False where somebody else has, True also without locks."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def is_partial(path: Path) -> bool:
    """Whether this is the name of a file in the making."""
    return path.name.startswith(PREFIX) and path.name.endswith(SUFFIX)


def sweep_files(folder: Path) -> None:
    """Take away files in this folder that nobody makes any more."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            if is_partial(path) and entry.is_file(follow_symlinks=False) and _is_left(path):
                path.unlink(missing_ok=True)


def sweep_folders(parent: Path, prefix: str) -> None:
    """Take away folders of this user below `parent` whose name begins so and that nobody uses any more."""
    with contextlib.suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.is_dir(follow_symlinks=False) and _is_own(entry.stat()):
                held = Path(entry.path) / HELD
                if not held.exists():
                    with contextlib.suppress(OSError):  # not empty
                        Path(entry.path).rmdir()  # whoever has just made it makes another one
                left = _is_left(held) if held.exists() else _is_old(entry.stat())
                if left or entry.name.endswith(GONE):
                    shutil.rmtree(entry.path, ignore_errors=True)


def _is_own(about: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or about.st_uid == os.getuid()


def _is_old(about: os.stat_result) -> bool:
    return time.time() - about.st_mtime > DAY


def _is_left(path: Path) -> bool:
    """Whether nobody holds this file; what is no regular file of this user is never ours to take."""
    if fcntl is None:
        return _is_old(path.stat())
    try:
        handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or not _is_own(about):
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return _is_old(about)
        return True
    finally:
        os.close(handle)
