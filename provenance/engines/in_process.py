"""The engine that runs every task in this process; the tests compare the others with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from provenance.engines.engine import Result, Task, Tool


class InProcess:
    """Runs each task when its result is asked for."""

    jobs = 1

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See `Engine.map`."""
        return map(function, tasks)

    def map_with(
        self,
        opener: Callable[[], AbstractContextManager[Tool]],
        function: Callable[[Tool, Task], Result],
        tasks: Iterable[Task],
    ) -> Iterator[Result]:
        """See `Engine.map_with`."""
        with opener() as tool:
            for task in tasks:
                yield function(tool, task)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None
