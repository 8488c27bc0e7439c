"""The engine that spreads tasks over processes of this machine.

Workers are started fresh, never forked: a forked copy of an open SQLite connection or of a thread's lock corrupts
what it touches. Starting them costs most of a second each, so the first tasks run here, and workers are started only
when there turns out to be more work than that. Workers ignore Ctrl-C: it reaches the main process, which decides,
and leaving the engine ends them.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from types import TracebackType
from typing import Self

from provenance.engines.interface import Result, Task
from provenance.errors import ProvenanceError

# Tasks drawn ahead of the results taken, for each worker: one that it works on, one that waits, and one in its pipe.
AHEAD = 3
# So long, in seconds, tasks run here before workers are started: about what starting them takes.
PATIENCE = 0.5


class LocalProcesses:
    """Runs tasks in `jobs` processes. Before any is started the first `alone` tasks run here, or fewer long ones."""

    def __init__(self, jobs: int, alone: int = 4) -> None:
        self.jobs = jobs
        self._alone = alone
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See `Engine.map`. Raises ProvenanceError when a worker dies, for instance of too little memory."""
        waiting = iter(tasks)
        if self._pool is None:
            begun = time.monotonic()
            for task in islice(waiting, self._alone):
                yield function(task)
                if time.monotonic() - begun > PATIENCE:
                    break
        running: deque[Future[Result]] = deque()
        try:
            for task in waiting:
                running.append(self._start().submit(function, task))
                if len(running) >= AHEAD * self.jobs:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        except BrokenProcessPool as error:
            raise ProvenanceError(
                f"one of {self.jobs} worker processes died, perhaps for want of memory; nothing unfinished was"
                " stored: run the command again with --jobs 1"
            ) from error
        finally:
            for future in running:
                future.cancel()

    def _start(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.jobs, mp_context=multiprocessing.get_context("spawn"), initializer=begin_work
            )
        return self._pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def begin_work() -> None:
    """Leave Ctrl-C to the main process, and keep to one thread; runs as each worker starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Threads of numpy's linear algebra wait for each other busily: with two a worker a judgement took a third longer.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
