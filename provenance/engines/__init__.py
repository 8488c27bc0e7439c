"""Where work runs: in this process or in several. An engine never changes a result, only the time it takes."""

from __future__ import annotations

from provenance.engines.interface import Engine


def engine_for(jobs: int) -> Engine:
    """The engine for so many processes; 0 means one for each processor that this process may use."""
    if jobs == 0:
        jobs = processors()
    if jobs == 1:
        from provenance.engines.in_process import InProcess

        return InProcess()
    from provenance.engines.local_processes import LocalProcesses

    return LocalProcesses(jobs)


def processors() -> int:
    """How many processors this process may use."""
    import os

    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


__all__ = ["Engine", "engine_for", "processors"]
