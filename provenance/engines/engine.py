"""What an engine is: something that applies a function to many tasks and returns the results in order.

A task carries the data that it works on (articles, pairs, fingerprints), so that it may run on any machine. Data that
is too large for that, such as an archive's index, is a *tool*: each process opens it once for all of its tasks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Tool = TypeVar("Tool")


class Engine(Protocol):
    """Applies functions to tasks; a context manager that leaves no process behind.

    Every engine gives the same results in the same order, whatever it runs on. Functions and openers are importable
    by name (or `functools.partial` of such), tasks and results can be pickled, and no result depends on what was
    computed before it.
    """

    jobs: int

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of `function` for each task, in the order of the tasks.

        Tasks are drawn only a little ahead of the results that the caller has taken, so that neither inputs nor
        results pile up in memory. What `function` raises is raised here, and ends the iteration.
        """
        ...

    def map_with(
        self,
        opener: Callable[[], AbstractContextManager[Tool]],
        function: Callable[[Tool, Task], Result],
        tasks: Iterable[Task],
    ) -> Iterator[Result]:
        """As `map`, with a tool that each worker opens before its first task and closes after its last.

        It serves one task at a time, all in the thread that opens and closes it: SQLite's connections stay in theirs.

        A tool may remember what makes later tasks quicker (open files, articles made ready), never what would change
        a result: which tasks share one is the engine's choice.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
