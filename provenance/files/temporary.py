"""A folder for the time of one command, taken away by the next one where a process was killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance.files.leftovers import GONE, HELD, lock, sweep_folders

PREFIX = "provenance-"


@contextmanager
def temporary_folder(what: str, parent: Path | None = None) -> Iterator[Path]:
    """A new folder below `parent`, else where the system keeps temporary files; it is gone when the block ends.

    `what` is in its name. Folders that killed processes left there are taken away first. Raises OSError.
    """
    above = parent or Path(tempfile.gettempdir())
    prefix = f"{PREFIX}{what}-"
    sweep_folders(above, prefix)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=above))
    try:
        new = folder / f"{HELD}.new"
        handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            lock(handle)  # before it has the name that says that nobody uses the folder when it is free
            new.rename(folder / HELD)
            yield folder
        finally:
            os.close(handle)
    finally:
        gone = folder.with_name(folder.name + GONE)  # a name that says so, should this process be killed meanwhile
        with contextlib.suppress(OSError):
            folder = folder.rename(gone)
        shutil.rmtree(folder, ignore_errors=True)
