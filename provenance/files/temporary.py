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
TRIES = 100  # each needs another process that tidies up at that very moment


@contextmanager
def temporary_folder(what: str, parent: Path | None = None) -> Iterator[Path]:
    """A new folder below `parent`, else where the system keeps temporary files; it is gone when the block ends.

    `what` is in its name. Folders that killed processes left there are taken away first. Raises OSError.
    """
    above = parent or Path(tempfile.gettempdir())
    prefix = f"{PREFIX}{what}-"
    sweep_folders(above, prefix)
    folder, handle = _held_folder(prefix, above)
    try:
        try:
            yield folder
        finally:
            os.close(handle)
    finally:
        gone = folder.with_name(folder.name + GONE)  # a name that says so, should this process be killed meanwhile
        with contextlib.suppress(OSError):
            folder = folder.rename(gone)
        shutil.rmtree(folder, ignore_errors=True)


def _held_folder(prefix: str, above: Path) -> tuple[Path, int]:
    """A new folder and its open, locked file; another one where a process that tidies up was faster than the lock."""
    for _ in range(TRIES):
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=above))
        held = folder / HELD
        try:
            handle = os.open(held, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)
        except FileNotFoundError:
            continue
        if lock(handle) and held.exists():
            return folder, handle
        os.close(handle)
    raise OSError(f"folders below {above} vanish as soon as they are made")
