"""CPU seconds, wall seconds and peak memory of this process and its children."""

from __future__ import annotations

import re
import resource
import sys
import time
from pathlib import Path

STATUS = Path("/proc/self/status")


class Stopwatch:
    """Runs from its making."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), cpu_seconds()

    def read(self) -> dict[str, float]:
        return {
            "wall": time.perf_counter() - self._wall,
            "cpu": cpu_seconds() - self._cpu,
            "peak": peak_megabytes(),
        }


def cpu_seconds() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def peak_megabytes() -> float:
    """The most memory that this process has held. On Linux ru_maxrss would begin with that of the parent."""
    if STATUS.exists() and (found := re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text())):
        return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
