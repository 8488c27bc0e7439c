"""Engines: in this process, in several, on a cluster. An engine changes how long work takes, never its result.

Another engine is a file with a class as `engine.Engine` describes it, and a line in `ENGINES`, which the tests
read: they hold every engine to the same behaviour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from provenance.engines.engine import Engine


def _in_process(jobs: int = 1) -> Engine:
    """The engine of this process; it has one job whatever is asked for."""
    from provenance.engines.in_process import InProcess

    return InProcess()


def _local_processes(jobs: int) -> Engine:
    """Several processes of this machine."""
    from provenance.engines.local_processes import LocalProcesses

    return LocalProcesses(jobs)


def _spark(jobs: int) -> Engine:
    """Workers of Spark on this machine; `spark.Spark` takes a cluster's."""
    from provenance.engines.spark import Spark

    return Spark(jobs)


# Functions by name that make an engine for a number of jobs and import its class only then.
ENGINES: Mapping[str, Callable[[int], Engine]] = {
    "in process": _in_process,
    "local processes": _local_processes,
    "spark": _spark,
}


def engine_for(jobs: int) -> Engine:
    """The engine of this machine for so many processes; 0 means one for each processor that may be used."""
    jobs = jobs or processors()
    return ENGINES["in process" if jobs == 1 else "local processes"](jobs)


@contextmanager
def given_or_local(engine: Engine | None, jobs: int) -> Iterator[Engine]:
    """The engine given, which is left open, or an engine of this machine for `jobs` processes, closed at the end."""
    if engine is not None:
        yield engine
        return
    with engine_for(jobs) as local:
        yield local


def processors() -> int:
    """How many processors this process may use."""
    import os

    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


__all__ = ["ENGINES", "Engine", "engine_for", "given_or_local", "processors"]
