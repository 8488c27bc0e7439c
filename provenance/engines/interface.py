"""What an engine is: something that applies a function to many tasks and gives the results back in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Engine(Protocol):
    """Applies functions to tasks; a context manager that leaves no process behind.

    Every engine gives the same results in the same order, whatever it runs on. Functions are importable by name (or
    `functools.partial` of such), tasks and results can be pickled, and neither depends on what was computed before.
    """

    jobs: int

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of `function` for each task, in the order of the tasks.

        Tasks are drawn only a little ahead of the results that the caller has taken, so that neither inputs nor
        results pile up in memory. What `function` raises is raised here, and ends the iteration.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
