"""An audit of inputs without an archive, as tables of Parquet: on this machine, or spread over a cluster.

The functions of `add` and `audit` run over batches of Arrow rows, each with all that it looks at brought to it, so
that the result is that of `add` and `audit` of the same articles in the order of their ids. Every step leaves a table
that is checked before it is used: a batch that was killed goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from provenance.audit.recording import record_digest
from provenance.config.clustering import ClusteringSettings
from provenance.config.settings import Settings
from provenance.engines import engine_for
from provenance.engines.kept_tables import NOTES, KeptTables
from provenance.errors import MissingExtra, UsageError
from provenance.model.progress import Progress
from provenance.sources.row_keys import check_mapping

if TYPE_CHECKING:
    from provenance.engines.tables import InputFile, Step, Tables
    from provenance.engines.tables import Mapping as TableMapping
    from provenance.sources.times.timestamps import DateOrder

EngineName = Literal["local", "processes", "spark"]
TABLES = ("articles", "signatures", "pairs", "links", "passages", "quotations", "clusters", "skipped", "readings")
MANIFEST = "manifest.json"
FORMAT = 1  # of the tables; an import reads this one


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """Where a batch runs and how it reads: `jobs` processes of this machine (0: one per processor), or a Spark
    `master` with so many `partitions` (0: as many as Spark's default says)."""

    engine: EngineName = "processes"
    jobs: int = 0
    master: str | None = None
    partitions: int = 0
    mapping: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder | None = None
    spark: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What a batch left in its folder: rows per table, and what limits left out."""

    output: str
    rows: Mapping[str, int]
    cut_off_texts: int
    cut_off_candidates: int
    settings_digest: str
    cut_off_copies: int = 0


def batch(
    inputs: Sequence[str],
    output: str,
    settings: Settings | None = None,
    options: BatchOptions | None = None,
    on_progress: Progress | None = None,
) -> BatchSummary:
    """Read, compare and judge all articles of `inputs`, and write tables into the folder `output`.

    A folder in which the same batch was begun before is gone on with; one with another batch raises UsageError.
    Raises MissingExtra without pyarrow or, for Spark, without pyspark.
    """
    settings, options = (settings or Settings.of()).recorded, options or BatchOptions()
    if not inputs:
        raise UsageError("name at least one file, folder or address to read")
    if settings.profile != "news":
        raise UsageError("a batch knows the profile news only; use `provenance audit --profile` for others")
    check_mapping(options.mapping)
    try:
        import pyarrow  # noqa: F401 (whether it is there)
    except ImportError:
        raise MissingExtra("a batch", "parquet") from None
    with ExitStack() as stack:
        folder = opened_folder(output, options, stack)
        return _run(inputs, output, settings, options, folder, stack, on_progress)


def opened_folder(output: str, options: BatchOptions, stack: ExitStack) -> Any:
    """The folder of an output, in the file system of the engine. Raises UsageError and what Spark raises."""
    if options.engine == "spark":
        from provenance.engines.hadoop_folder import HadoopFolder
        from provenance.engines.spark_tables import started

        session = stack.enter_context(started(options.master, options.spark))
        return HadoopFolder(session, output)
    from provenance.engines.local_tables import LocalFolder

    if "://" in output:
        raise UsageError(f"{output}: only --engine spark writes into file systems of a cluster")
    Path(output).mkdir(parents=True, exist_ok=True)
    return LocalFolder(Path(output))


def _run(
    inputs: Sequence[str],
    output: str,
    settings: Settings,
    options: BatchOptions,
    folder: Any,
    stack: ExitStack,
    on_progress: Progress | None,
) -> BatchSummary:
    from provenance.batch import proposing
    from provenance.batch.reading import files_of, unlisted

    listing = opened_tables(folder, KeptTables(folder, ""), options, stack, on_progress)
    files, left = files_of(inputs, listing)
    kept = KeptTables(folder, _name(files, settings, options))
    kept.begin()
    done = _finished(folder, kept)
    if done is not None:
        _clear(folder)
        return done
    tables = opened_tables(folder, kept, options, stack, on_progress)
    tables.put("_steps/unlisted", unlisted(left))
    make_tables(tables, files, settings, options)
    summary = BatchSummary(
        output,
        {name: tables.total(name) for name in TABLES},
        tables.total("_steps/proposed", "cut_off_texts"),
        tables.total("_steps/proposed", "cut_off_candidates"),
        record_digest(settings),
        proposing.passed_over(tables),
    )
    _write_manifest(folder, kept, settings, files, summary)
    return summary


def make_tables(tables: Tables, files: Sequence[InputFile], settings: Settings, options: BatchOptions) -> None:
    """Run all steps, in their order."""
    from provenance.batch import (
        admitting,
        aligning,
        fingerprinting,
        grouping,
        judging,
        proposing,
        reading,
        results,
        screening,
        weighing,
    )

    fingerprints = settings.fingerprint
    tables.read(reading.reading(options.mapping, options.dates), files)
    admitting.admit(tables)
    tables.run(reading.skipped())
    archived = tables.total("articles")
    first: tuple[Step | TableMapping, ...] = (
        fingerprinting.signatures(fingerprints),
        fingerprinting.band_holders(),
        fingerprinting.line_holders(),
        fingerprinting.key_frequencies(fingerprints),
    )
    first = (*first, *proposing.proposed(fingerprints, archived), *screening.outlines(fingerprints))
    for step in first:
        tables.run(step)
    tables.run(proposing.candidates(proposing.stand_ins_of(tables)))
    for step in screening.screened(tables.total("_steps/candidates", "certain")):
        tables.run(step)
    then: tuple[Step | TableMapping, ...] = (aligning.quotations(), *aligning.aligned(settings), *weighing.weighed())
    for step in then:
        tables.run(step)
    judging.judge(tables, settings)
    grouping.group_near_duplicates(tables, fingerprints, ClusteringSettings())
    for step in results.results():
        tables.run(step)


def opened_tables(
    folder: Any, kept: KeptTables, options: BatchOptions, stack: ExitStack, on_progress: Progress | None
) -> Tables:
    """The tables of a folder, made by the engine that is asked for."""
    if options.engine == "spark":
        from provenance.engines.spark_tables import SparkTables

        return SparkTables(folder, kept, on_progress, options.partitions)
    from provenance.engines.local_tables import LocalTables

    engine = stack.enter_context(engine_for(1 if options.engine == "local" else options.jobs))
    return LocalTables(folder.path, kept, engine, on_progress, options.partitions)


def _name(files: Sequence[InputFile], settings: Settings, options: BatchOptions) -> str:
    """Tells a batch from all others whose tables may differ: not by where it runs."""
    read = [(each.path, each.size, each.changed) for each in files]
    said = (FORMAT, record_digest(settings), read, sorted(options.mapping.items()), options.dates)
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _finished(folder: Any, kept: KeptTables) -> BatchSummary | None:
    """What a batch that was finished before left, if all of it is still there."""
    text = folder.text(MANIFEST)
    manifest = json.loads(text) if text else {}
    rows = {name: kept.rows(name) for name in TABLES}
    if manifest.get("batch") != kept.name or rows != manifest.get("rows"):
        return None
    cut_off = manifest["cut_off"]
    return BatchSummary(
        manifest["output"],
        manifest["rows"],
        cut_off["texts"],
        cut_off["candidates"],
        manifest["settings_digest"],
        cut_off.get("copies", 0),
    )


def _write_manifest(
    folder: Any, kept: KeptTables, settings: Settings, files: Sequence[InputFile], summary: BatchSummary
) -> None:
    """Say what the tables are, and remove what was needed on the way."""
    manifest = {
        "format": FORMAT,
        "batch": kept.name,
        "program": version("text-provenance"),
        "settings_digest": summary.settings_digest,
        "settings": json.loads(settings.as_json),
        "profile": settings.profile,
        "output": summary.output,
        "inputs": [{"path": each.path, "bytes": each.size} for each in files],
        "rows": dict(summary.rows),
        "cut_off": {
            "texts": summary.cut_off_texts,
            "candidates": summary.cut_off_candidates,
            "copies": summary.cut_off_copies,
        },
    }
    folder.write(MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    _clear(folder)


def _clear(folder: Any) -> None:
    """Remove what was needed on the way, and what is left of it where that was cut off."""
    folder.remove("_steps")
    folder.remove(f"{NOTES}/_steps")
