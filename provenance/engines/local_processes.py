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
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import partial
from itertools import islice
from types import TracebackType
from typing import Any, Self

from provenance.engines.engine import Result, Task, Tool
from provenance.errors import ProvenanceError

# Tasks per worker that are drawn before their results are taken: one that it works on and one that waits. A task
# carries its articles, some 4 MB in an audit, and a third task per worker gained no time.
AHEAD = 2
# Seconds that tasks run in this process before workers are started: about what starting them takes.
PATIENCE = 0.5


class LocalProcesses:
    """Runs tasks in `jobs` processes. The first `alone` tasks, fewer if they are long, run here before any starts."""

    def __init__(self, jobs: int, alone: int = 4) -> None:
        self.jobs = jobs
        self._alone = alone
        self._pool: ProcessPoolExecutor | None = None
        self._maps = 0

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See `Engine.map`. Raises ProvenanceError when a worker dies, for instance for want of memory."""
        return self.map_with(nullcontext, partial(without_tool, function), tasks)

    def map_with(
        self,
        opener: Callable[[], AbstractContextManager[Tool]],
        function: Callable[[Tool, Task], Result],
        tasks: Iterable[Task],
    ) -> Iterator[Result]:
        """See `Engine.map_with`. Raises as `map` does."""
        waiting = iter(tasks)
        if self._pool is None:
            yield from self._first(opener, function, waiting)
        self._maps += 1
        running: deque[Future[Result]] = deque()
        try:
            for task in waiting:
                running.append(self._start().submit(run_with_tool, self._maps, opener, function, task))
                del task  # it may be large, and lies in the pipe by now
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

    def _first(
        self,
        opener: Callable[[], AbstractContextManager[Tool]],
        function: Callable[[Tool, Task], Result],
        waiting: Iterator[Task],
    ) -> Iterator[Result]:
        """The results of as many tasks as are done here before workers are started."""
        begun = time.monotonic()
        tool = None
        with ExitStack() as opened:
            for place, task in enumerate(islice(waiting, self._alone)):
                if not place:
                    tool = opened.enter_context(opener())
                yield function(tool, task)  # type: ignore[arg-type]
                if time.monotonic() - begun > PATIENCE:
                    break

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


class _Worker:
    """The tool that a worker process has open: that of the map it works for, until a task of another map comes."""

    def __init__(self) -> None:
        self._map = 0
        self._tool: Any = None
        self._opened = ExitStack()

    def tool(self, number: int, opener: Callable[[], AbstractContextManager[Tool]]) -> Tool:
        """The tool for the map of this number."""
        if number != self._map:
            self._tool = None
            self._opened.close()
            self._tool = self._opened.enter_context(opener())
            self._map = number
        tool: Tool = self._tool
        return tool


_worker = _Worker()  # in a worker process only: each is started fresh and serves one engine


def run_with_tool(
    number: int,
    opener: Callable[[], AbstractContextManager[Tool]],
    function: Callable[[Tool, Task], Result],
    task: Task,
) -> Result:
    """The result of a task, with the tool that this worker has open for the map of this number."""
    return function(_worker.tool(number, opener), task)


def without_tool(function: Callable[[Task], Result], _tool: None, task: Task) -> Result:
    """The result of a function that needs no tool."""
    return function(task)


def begin_work() -> None:
    """Leave Ctrl-C to the main process, and keep to one thread; runs as each worker starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Threads of numpy's linear algebra busy-wait for each other: with two per worker a judgement took a third longer.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
