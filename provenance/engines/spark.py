"""The engine that spreads tasks over the workers of a Spark cluster, a few at a time, in order.

For work that comes as tasks with their data (`add`, `audit` on an archive whose file every worker can open). What has
to be brought together from many articles is a step over tables (`spark_tables`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import count, islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from provenance.engines.engine import Result, Task, Tool
from provenance.engines.local_processes import run_with_tool, without_tool
from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

AHEAD = 2  # tasks per worker that are drawn before their results are taken, as for processes
_maps = count(1)  # numbers the maps of this process: a worker keeps the tool of one


class Spark:
    """Runs tasks on the workers of a Spark session, `jobs` at a time; starts one where none is given."""

    def __init__(
        self,
        jobs: int = 0,
        master: str | None = None,
        settings: Mapping[str, str] | None = None,
        session: SparkSession | None = None,
    ) -> None:
        from provenance.engines.spark_tables import start

        self._own = session is None
        self._session = session or start(master or (f"local[{jobs}]" if jobs else None), settings or {})
        self.jobs = jobs or max(1, self._session.sparkContext.defaultParallelism)

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See `Engine.map`. Raises ProvenanceError when workers die again and again."""
        return self.map_with(nullcontext, partial(without_tool, function), tasks)

    def map_with(
        self,
        opener: Callable[[], AbstractContextManager[Tool]],
        function: Callable[[Tool, Task], Result],
        tasks: Iterable[Task],
    ) -> Iterator[Result]:
        """See `Engine.map_with`. Raises as `map` does."""
        from pyspark.errors import PySparkException

        run = partial(_outcome, partial(run_with_tool, next(_maps), opener, function))
        waiting = iter(tasks)
        while portion := list(islice(waiting, AHEAD * self.jobs)):
            try:
                found: list[Any] = self._session.sparkContext.parallelize(portion, len(portion)).map(run).collect()
            except PySparkException as error:
                raise ProvenanceError(
                    "workers of Spark failed again and again; nothing unfinished was stored: run the command again"
                ) from error
            for is_result, outcome in found:
                if not is_result:
                    raise outcome
                yield outcome

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._own:
            self._session.stop()


def _outcome(run: Callable[[Task], Result], task: Task) -> tuple[bool, Result | Exception]:
    """What a task gives or raises: an error of a task is none of the cluster, which would try it again."""
    try:
        return True, run(task)
    except Exception as error:
        return False, error
