"""What is measured of a target while inputs are tried on it: how many, the slowest, and each fault once.

A fault never ends the run, so that one that is known does not hide others: it is kept by its kind and the line of the
program that raised it, with the smallest input that shows it. Counts are in a small file that is mapped into memory,
because libFuzzer ends its process without a word.
"""

from __future__ import annotations

import hashlib
import mmap
import struct
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Attempt = Callable[[bytes], None]
HANG = 20  # seconds of this process that an input may take
_COUNTS = struct.Struct("<QdQ")  # inputs, seconds of the slowest, faults of different kinds


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the inputs so far. Seconds are those of this process, so that a busy machine adds none."""

    inputs: int = 0
    slowest: float = 0.0
    faults: int = 0


class Watched:
    """A target that is called as itself; what it raises is kept in `folder` and not raised."""

    def __init__(self, attempt: Attempt, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._attempt, self._folder = attempt, folder
        path = folder / "counts"
        if not path.exists():
            path.write_bytes(_COUNTS.pack(0, 0.0, 0))
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), _COUNTS.size)
        self._inputs, self._slowest, self._faults = _COUNTS.unpack(self._map[:])
        self._known: dict[str, int] = {}
        # Compiled loops raise nothing; in a build that checks bounds they hand what they would raise to this hook.
        self._unraised: list[BaseException] = []
        sys.unraisablehook = lambda told: self._unraised.append(told.exc_value or RuntimeError(str(told)))

    def __call__(self, data: bytes) -> None:
        start = time.process_time()
        try:
            self._attempt(data)
        except Exception as error:  # any is a fault: targets catch what a program may raise
            self._keep(data, error)
        took = time.process_time() - start
        for error in self._unraised:
            self._keep(data, error)
        self._unraised.clear()
        self._inputs += 1
        if took > HANG:
            self._keep(data, TimeoutError(f"it took {took:.0f} seconds"))
        if took > self._slowest:
            self._slowest = took
            (self._folder / "slowest").write_bytes(data)
        self._map[:] = _COUNTS.pack(self._inputs, self._slowest, self._faults)

    def _keep(self, data: bytes, error: BaseException) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        inside = [each for each in frames if "provenance" in Path(each.filename).parts] or frames
        place = f"{type(error).__name__} at {inside[-1].filename}:{inside[-1].lineno}"
        if len(data) >= self._known.get(place, len(data) + 1):
            return
        if place not in self._known:
            self._faults += 1
        self._known[place] = len(data)
        name = hashlib.sha256(place.encode()).hexdigest()[:12]
        (self._folder / f"fault-{name}").write_bytes(data)
        said = "".join(traceback.format_exception(error))
        (self._folder / f"fault-{name}.txt").write_text(said, "utf-8", "backslashreplace")


def counts_in(folder: Path) -> Counts:
    """What a target, which may have ended since, has counted."""
    path = folder / "counts"
    return Counts(*_COUNTS.unpack(path.read_bytes())) if path.exists() else Counts()
