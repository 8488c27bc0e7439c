"""Steps over tables in any file system that Spark knows, run by Spark: each step is one job.

Rows are brought together by Spark's own shuffle, which spills to disks and repeats what a lost worker had; functions
of the library run over Arrow batches (`mapInArrow`). Between steps rows are packed (`packed_rows`); tables that stay
have the columns of their schema. The process that starts a batch reads no rows but those that it asks for. Java 17 or
newer and the package pyspark are needed on it and on every worker, this package on every worker.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Values
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from provenance.engines.hadoop_folder import HadoopFolder
from provenance.engines.kept_tables import KeptTables
from provenance.engines.packed_rows import (
    MOVED,
    PACKED,
    Giving,
    HandingOn,
    Making,
    Taking,
    Unpacking,
    packed_rows,
    part_labels,
    unpacked,
)
from provenance.engines.tables import Given, InputFile, Mapping, Step
from provenance.errors import MissingExtra, ProvenanceError, UnreadableInput
from provenance.model.progress import Progress

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# Spark reads a file of another file system whole, as one value, and sends it to Python: larger ones do not fit.
LARGEST_FILE = 256_000_000
RECORDS = "spark.sql.execution.arrow.maxRecordsPerBatch"
STEPS = "_steps/"  # tables below it are needed on the way alone
# Parts that a step makes where nobody says how many: one per core or per so many stored bytes, whichever is more.
PART_BYTES, MOST_PARTS = 32_000_000, 4_000
# Settings that a batch needs; a user's own `--conf` stands above them.
DEFAULTS = {
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    RECORDS: "128",  # packed rows of 32 MB in all
    "spark.sql.parquet.columnarReaderBatchSize": "128",  # what is read at once is in memory at once
    "spark.hadoop.parquet.block.size": str(32 << 20),  # what is written at once is, too
    "spark.sql.adaptive.enabled": "false",  # it would join parts that were cut to be small
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    # Rows are few and hold many: compiling a program for each step costs more than it saves, 2.6 of 33 CPU seconds.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    # Java's slower compiler is enough for moving bytes: 35 instead of 57 CPU seconds for the steps of a small batch.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
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
    """Tables below a folder, made by Spark; see `Tables`. `parts` is how many parts a step makes; 0 is what
    `spark.sql.shuffle.partitions` says where it is set, else goes by the size."""

    def __init__(
        self, folder: HadoopFolder, kept: KeptTables, report: Progress | None = None, parts: int = 0
    ) -> None:
        self._folder, self._kept, self._session = folder, kept, folder.session
        said = self._session.sparkContext.getConf().get("spark.sql.shuffle.partitions")
        self._parts = parts or int(said or 0)
        self._report = report or (lambda _stage, _done, _total: None)
        self._passing: dict[str, tuple[DataFrame, Step, int]] = {}

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
            frames.append(frame.repartition(max(1, min(len(near), self._parts or MOST_PARTS)), "file"))
        if far:
            known = self._session.createDataFrame(
                [(place, path) for path, place in far.items()], "file long, path string"
            )
            read = self._session.read.format("binaryFile").load(list(far)).select("path", "content")
            frames.append(known.join(read, "path", "left").select("file", "path", "content"))
        frame = frames[0] if len(frames) == 1 else frames[0].union(frames[1])
        making = Making(step.make, step.columns, step.schema, packed_source=False, packed=_is_packed(step.name))
        records = self._session.conf.get(RECORDS) or DEFAULTS[RECORDS]
        self._session.conf.set(RECORDS, "1")  # a row may be a whole file
        self._write(step.name, _mapped(frame, making))
        self._session.conf.set(RECORDS, records)

    def run(self, step: Step | Mapping) -> None:
        """See `Tables.run`."""
        if self._kept.rows(step.name) is not None:
            return
        self._report(step.name.rpartition("/")[2].replace("_", " "), 0, 1)
        packed = _is_packed(step.name)
        if isinstance(step, Mapping):
            making = Making(step.make, step.columns, step.schema, _is_packed(step.table), packed)
            self._write(step.name, _mapped(self._stored(step.table, step.columns), making))
            return
        size = sum(self._size(table) for table in {given.table for given in step.given})
        parts = self._parts or self._parts_for(size)
        labels = part_labels(parts)
        together = reduce(_union, (self._giving(given, step.carried, labels) for given in step.given))
        ordered = together.repartition(parts, "part").sortWithinPartitions("part", "stretch")
        if step.passing:
            self._passing[step.name] = ordered, step, size
        else:
            self._write(step.name, _mapped(ordered, Taking(step, packed)))

    def rank(self, name: str, table: str, by: str) -> None:
        """See `Tables.rank`. Spark compares UTF-8, which ascends as code points do."""
        if self._kept.rows(name) is not None:
            return
        from pyspark.sql import functions as F  # noqa: N812 (as everybody writes it)

        ordered = f"{name}_ordered"
        source = self._frame(table)
        placed = (
            source.repartitionByRange(self._parts or self._parts_for(self._size(table)), by)
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
        if self._kept.rows(name) is not None:
            return
        if not _is_packed(name):
            raise ValueError(f"{name}: rows at hand are made into tables between steps alone")
        rows = [row for batch in packed_rows(table.to_batches(), table.schema) for row in batch.to_pylist()]
        frame = self._session.createDataFrame(pa.Table.from_pylist(rows, PACKED))
        self._write(name, frame.coalesce(MOST_PARTS))

    def collect(self, table: str, columns: Sequence[str]) -> pa.Table:
        """See `Tables.collect`."""
        return self._frame(table, columns).toArrow()

    def total(self, table: str, column: str | None = None) -> int:
        """See `Tables.total`."""
        if column is None:
            return self._kept.rows(table) or 0
        return int(self._frame(table, [column]).groupBy().sum(column).collect()[0][0] or 0)

    def forget(self, names: Iterable[str]) -> None:
        """See `Tables.forget`."""
        for name in names:
            self._kept.drop(name)

    def _giving(self, given: Given, carried: pa.Schema, labels: tuple[int, ...]) -> DataFrame:
        if given.table in self._passing:
            ordered, step, _ = self._passing.pop(given.table)
            handing = HandingOn(Taking(step, packed=False), Giving(given, carried, labels, packed_source=False))
            return ordered.mapInArrow(handing, _described(MOVED))
        giving = Giving(given, carried, labels, _is_packed(given.table))
        return self._stored(given.table, given.columns).mapInArrow(giving, _described(MOVED))

    def _size(self, table: str) -> int:
        """The bytes of a table as they are stored; of one that is handed on, those of what it is made of."""
        return self._passing[table][2] if table in self._passing else sum(self._folder.sizes(table).values())

    def _parts_for(self, size: int) -> int:
        """How many parts a step makes of so many stored bytes."""
        return min(MOST_PARTS, max(int(self._session.sparkContext.defaultParallelism), size // PART_BYTES))

    def _stored(self, table: str, columns: Sequence[str]) -> DataFrame:
        """A table as it is stored: packed, or these columns of it."""
        frame = self._session.read.parquet(f"{self._folder.path}/{table}")
        return frame if _is_packed(table) else frame.select(*columns)

    def _frame(self, table: str, columns: Sequence[str] | None = None) -> DataFrame:
        """A table with its columns, or some of them."""
        frame = self._session.read.parquet(f"{self._folder.path}/{table}")
        if _is_packed(table):
            schema = next(unpacked(frame.limit(1).toArrow().to_batches())).schema
            if columns is not None:
                schema = pa.schema([schema.field(each) for each in columns])
            return frame.mapInArrow(Unpacking(schema), _described(schema))
        return frame if columns is None else frame.select(*columns)

    def _write(self, name: str, frame: DataFrame) -> None:
        """Make a table of a frame's rows. Spark moves a part to its place when all of it is written, and counts its
        rows then, however often it had to make it."""
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import Observation
        from pyspark.sql import functions as F  # noqa: N812 (as everybody writes it)

        self._kept.drop(name)
        counted = Observation()
        count = F.sum("rows") if _is_packed(name) else F.count(F.lit(1))
        try:
            frame.observe(counted, count.alias("rows")).write.mode("overwrite").parquet(f"{self._folder.path}/{name}")
        except (PySparkException, Py4JError) as error:  # the latter where a process of Python died
            raise ProvenanceError(
                f"Spark gave the step {name.rpartition('/')[2]!r} up: {_first_line(error)}; what was made before is"
                " kept, and the same command goes on with this step"
            ) from error
        self._kept.note(name, int(counted.get["rows"] or 0))


def _is_packed(table: str) -> bool:
    """Whether a table has packed rows: what is needed on the way alone."""
    return table.startswith(STEPS)


def _mapped(frame: DataFrame, function: Making | Taking) -> DataFrame:
    return frame.mapInArrow(function, _described(PACKED if function.packed else function.schema))


def _union(one: DataFrame, other: DataFrame) -> DataFrame:
    return one.union(other)


def _described(schema: pa.Schema) -> Any:
    """An Arrow schema as Spark's."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def _first_line(error: BaseException) -> str:
    """What failed, in a line: of a failure in Python the line that says it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    python = [line for line in lines if _RAISED.match(line)]
    return (python[-1] if python else lines[0] if lines else type(error).__name__)[:300]
