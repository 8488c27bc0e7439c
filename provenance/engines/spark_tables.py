"""Steps over tables in any file system that Spark knows, run by Spark: each step is one job.

Rows are brought together by Spark's own shuffle, which spills to disks and repeats what a lost worker had; functions
of the library run over Arrow batches (`mapInArrow`). The process that starts a batch reads no rows but those that it
asks for. Java 17 or newer and the package pyspark are needed on it and on every worker, this package on every worker.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Values
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from provenance.engines.hadoop_folder import HadoopFolder
from provenance.engines.kept_tables import KeptTables
from provenance.engines.tables import GROUP, Given, InputFile, Mapping, Step, filled, whole_groups
from provenance.errors import MissingExtra, ProvenanceError, UnreadableInput
from provenance.model.progress import Progress

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# Spark reads a file of another file system whole, as one value, and sends it to Python: larger ones do not fit.
LARGEST_FILE = 256_000_000
# Settings that a batch needs; a user's own `--conf` stands above them.
DEFAULTS = {
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",  # articles of 8 MB in all
    "spark.sql.adaptive.enabled": "false",  # it would join parts that were cut to be small
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.python.daemon.module": "provenance.engines.spark_daemon",
    "spark.task.maxFailures": "4",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "FATAL",  # what failed is said by the exception
}

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")  # as Hadoop writes it: file:/news/rows.jsonl
_RAISED = re.compile(r"[A-Za-z_.]{1,80}(?:Error|Exception|Input|Missing): ")  # the last line of a traceback


@contextmanager
def started(master: str | None, settings: Values[str, str]) -> Iterator[SparkSession]:
    """A Spark session on a master (`local[2]`, `spark://host:7077`, `yarn`, `k8s://...`); None takes the one that
    `spark-submit` or the environment names, else this machine. Raises MissingExtra and ProvenanceError."""
    session = start(master, settings)
    try:
        yield session
    finally:
        session.stop()


def start(master: str | None, settings: Values[str, str]) -> SparkSession:
    """The session of `started`, to be stopped by the caller."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise MissingExtra("the engine spark", "spark") from None
    require_java()
    if not (master or "local").startswith(("yarn", "k8s")) and "spark.pyspark.python" not in settings:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # workers have this package where this process has it
    builder = SparkSession.builder.appName("provenance batch")
    for name, value in {**DEFAULTS, **settings}.items():
        builder = builder.config(name, value)
    if master is not None:
        builder = builder.master(master)
    try:
        return builder.getOrCreate()
    except (PySparkException, RuntimeError, OSError) as error:
        raise ProvenanceError(f"Spark does not start: {_first_line(error)}") from error


def require_java() -> None:
    """Raise ProvenanceError where this machine has no Java that Spark would start."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    if found is None:
        where = f"JAVA_HOME is {home}, where there is none" if home else "there is no `java` on the path"
        raise ProvenanceError(
            f"the engine spark needs Java 17 or newer, and {where}: install one"
            " (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME"
        )


class SparkTables:
    """Tables below a folder, made by Spark; see `Tables`. `parts` is how many parts a step makes, 0 Spark's own
    number (`spark.sql.shuffle.partitions`)."""

    def __init__(
        self, folder: HadoopFolder, kept: KeptTables, report: Progress | None = None, parts: int = 0
    ) -> None:
        self._folder, self._kept, self._session = folder, kept, folder.session
        self._parts = parts or int(self._session.conf.get("spark.sql.shuffle.partitions") or 200)
        self._report = report or (lambda _stage, _done, _total: None)

    def listed(self, address: str) -> list[InputFile]:
        """See `Tables.listed`."""
        found = self._folder.files(address)
        if not found:
            raise UnreadableInput(f"{address}: there is no such file")
        large = next((each for each in found if each.size > LARGEST_FILE), None)
        if large is not None:
            raise UnreadableInput(
                f"{large.path}: it has {large.size:,} bytes, and from a file system of the cluster files of"
                f" {LARGEST_FILE:,} at most are read; split it"
            )
        return found

    def read(self, step: Mapping, files: Sequence[InputFile]) -> None:
        """See `Tables.read`."""
        if self._kept.rows(step.name) is not None:
            return
        near = [(place, each.path) for place, each in enumerate(files) if not _ADDRESS.match(each.path)]
        far = {each.path: place for place, each in enumerate(files) if _ADDRESS.match(each.path)}
        frames = []
        if near or not far:
            paths = self._session.createDataFrame(near, "file long, path string")
            frame = paths.selectExpr("file", "path", "cast(null as binary) as content")
            frames.append(frame.repartition(max(1, min(len(near), self._parts)), "file"))
        if far:
            known = self._session.createDataFrame(
                [(place, path) for path, place in far.items()], "file long, path string"
            )
            read = self._session.read.format("binaryFile").load(list(far)).select("path", "content")
            frames.append(known.join(read, "path", "left").select("file", "path", "content"))
        frame = frames[0] if len(frames) == 1 else frames[0].union(frames[1])
        self._write(step.name, frame.mapInArrow(_over(step.make, step.schema), _described(step.schema)))

    def run(self, step: Step | Mapping) -> None:
        """See `Tables.run`."""
        if self._kept.rows(step.name) is not None:
            return
        self._report(step.name.rpartition("/")[2].replace("_", " "), 0, 1)
        if isinstance(step, Mapping):
            frame = self._frame(step.table).select(*step.columns)
            self._write(step.name, frame.mapInArrow(_over(step.make, step.schema), _described(step.schema)))
            return
        carried = _described(step.carried)
        frames = [
            self._frame(given.table).select(*given.columns).mapInArrow(_giving(given, step.carried), carried)
            for given in step.given
        ]
        together = frames[0]
        for frame in frames[1:]:
            together = together.union(frame)
        key = step.carried.names[0]
        ordered = together.repartition(self._parts, key).sortWithinPartitions(key, *step.order)
        self._write(step.name, ordered.mapInArrow(_taking(step), _described(step.schema)))

    def rank(self, name: str, table: str, by: str) -> None:
        """See `Tables.rank`. Spark compares UTF-8, which ascends as code points do."""
        if self._kept.rows(name) is not None:
            return
        from pyspark.sql import functions as F  # noqa: N812 (as everybody writes it)

        ordered = f"{name}_ordered"
        source = self._frame(table)
        placed = (
            source.repartitionByRange(self._parts, by)
            .sortWithinPartitions(by)
            .withColumn("_part", F.spark_partition_id())
            .withColumn("_place", F.monotonically_increasing_id().bitwiseAND((1 << 33) - 1))
        )
        self._write(ordered, placed)
        counts = self._frame(ordered).groupBy("_part").count().collect()
        sizes = {row["_part"]: row["count"] for row in counts}
        before, offsets = 1, []
        for part in sorted(sizes):
            offsets.append((part, before))
            before += sizes[part]
        starts = self._session.createDataFrame(offsets, "_part int, _before long")
        numbered = self._frame(ordered).join(F.broadcast(starts), "_part")
        number = (F.col("_before") + F.col("_place")).alias("number")
        self._write(name, numbered.select(number, *(F.col(each) for each in source.columns)))
        self._kept.drop(ordered)

    def put(self, name: str, table: pa.Table) -> None:
        """See `Tables.put`."""
        if self._kept.rows(name) is None:
            frame = self._session.createDataFrame(table) if table.num_rows else self._empty(table.schema)
            self._write(name, frame.repartition(self._parts) if table.num_rows > GROUP else frame.coalesce(1))

    def collect(self, table: str, columns: Sequence[str]) -> pa.Table:
        """See `Tables.collect`."""
        return self._frame(table).select(*columns).toArrow()

    def total(self, table: str, column: str | None = None) -> int:
        """See `Tables.total`."""
        if column is None:
            return self._kept.rows(table) or 0
        return int(self._frame(table).groupBy().sum(column).collect()[0][0] or 0)

    def forget(self, names: Iterable[str]) -> None:
        """See `Tables.forget`."""
        for name in names:
            self._kept.drop(name)

    def _frame(self, table: str) -> DataFrame:
        return self._session.read.parquet(f"{self._folder.path}/{table}")

    def _empty(self, schema: pa.Schema) -> DataFrame:
        return self._session.createDataFrame([], _described(schema))

    def _write(self, name: str, frame: DataFrame) -> None:
        """Make a table of a frame's rows. Spark moves a part to its place when all of it is written."""
        from pyspark.errors import PySparkException

        self._kept.drop(name)
        try:
            frame.write.mode("overwrite").parquet(f"{self._folder.path}/{name}")
        except PySparkException as error:
            raise ProvenanceError(
                f"Spark gave the step {name.rpartition('/')[2]!r} up: {_first_line(error)}; what was made before is"
                " kept, and the same command goes on with this step"
            ) from error
        self._kept.note(name, self._frame(name).count())


def _over(make: Callable[[pa.RecordBatch], Iterable[pa.RecordBatch]], schema: pa.Schema) -> Any:
    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            if batch.num_rows:
                for made in make(batch):
                    yield filled(made, schema)

    return run


def _giving(given: Given, carried: pa.Schema) -> Any:
    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            if batch.num_rows:
                yield filled(given.give(batch), carried)

    return run


def _taking(step: Step) -> Any:
    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for group in whole_groups(batches, single=step.single):
            for made in step.take(group):
                yield filled(made, step.schema)

    return run


def _described(schema: pa.Schema) -> Any:
    """An Arrow schema as Spark's."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def _first_line(error: BaseException) -> str:
    """What failed, in a line: of a failure in Python the line that says it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    python = [line for line in lines if _RAISED.match(line)]
    return (python[-1] if python else lines[0] if lines else type(error).__name__)[:300]
