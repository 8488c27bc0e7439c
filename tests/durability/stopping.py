"""Stops a process at the n-th call that changes a file below a folder, or lets the disk fail there.

`stopping.c` is compiled and loaded before the C library, so that SQLite's own calls are seen. It works on Linux,
where there is a C compiler; `library` says None elsewhere. Nothing is stopped until `Stopper.arm`.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("stopping.c")
HOW = {"count": 0, "kill": 1, "tear": 2, "fail": 3, "hold": 4}
LOADED = "PROVENANCE_STOPPING"  # where the loaded library is


def library(folder: Path) -> Path | None:
    """The compiled library in this folder; None where it cannot be made."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        return None
    made = folder / "stopping.so"
    done = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(SOURCE), "-ldl"], capture_output=True, check=False
    )
    return made if done.returncode == 0 else None


def environment(loaded: Path) -> dict[str, str]:
    """What a process needs to start with the library."""
    others = os.environ.get("LD_PRELOAD")
    return {**os.environ, "LD_PRELOAD": f"{loaded} {others}" if others else str(loaded), LOADED: str(loaded)}


class Stopper:
    """The library in this process, which was started with `environment`."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ[LOADED])
        self._library.stopping_seen.restype = ctypes.c_long
        self._library.stopping_kinds.restype = ctypes.c_char_p

    def arm(self, folder: Path, how: str, at: int = 0, error: int = 0, failing: int = -1) -> None:
        """From now on count calls below `folder`; at the `at`-th do as `how` says: `kill` before it, `tear` it in the
        middle, or `fail` it and those after it (`failing` in all, -1 for ever) with an error number; or `hold` the
        process before each call until it gets SIGCONT."""
        self._library.stopping_arm(
            os.fsencode(folder), ctypes.c_long(at), HOW[how], ctypes.c_int(error), ctypes.c_long(failing)
        )

    def disarm(self) -> None:
        """Pass every call on."""
        self._library.stopping_disarm()

    def kinds(self) -> str:
        """A letter per call so far: w for a write, o for others."""
        return bytes(self._library.stopping_kinds()).decode()
