"""Spark's workers leave out the rows that this machine leaves out, and tell the same of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from curation_rows import NEAR, OTHER, STORY
from typer.testing import CliRunner

from provenance.cli.app import app
from provenance.engines.in_process import InProcess
from provenance.engines.spark import Spark
from provenance.usecases.batching import BatchOptions
from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows
from provenance.usecases.deduplicating_tables import TABLES, deduplicate_tables
from tests.spark import collected, needs_spark

TOLD = ("groups.csv", "pairs.jsonl", "spans.jsonl")


def written(path: Path, count: int) -> Path:
    """Rows of which many repeat others, whole or by paragraphs; one is broken."""
    rows = []
    for at in range(count):
        again = f"{OTHER}\n\n{STORY} It was said again, for the {at}th time, that all is well."
        text = (STORY, NEAR, OTHER, again)[at % 4]
        row = {"id": f"r{at}", "text": text, "score": at % 7, "published": f"2025-01-{1 + at % 28:02}"}
        rows.append(json.dumps(row))
    path.write_text("\n".join([*rows[:5], "no row", *rows[5:]]) + "\n", "utf-8")
    return path


def outcome(folder: Path, given: Path, reference: Path, options: RowOptions, engine: object) -> dict[str, bytes]:
    folder.mkdir()
    found = deduplicate_rows(
        [given],
        folder / "out.jsonl",
        options,
        groups=folder / "groups.csv",
        pairs=folder / "pairs.jsonl",
        spans=folder / "spans.jsonl" if options.paragraphs else None,
        engine=engine,  # type: ignore[arg-type]
    )
    made = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    return {**made, "answer": repr(found).encode()}


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning")
def test_spark_writes_what_this_machine_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_spark()
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    given, reference = written(tmp_path / "rows.jsonl", 2300), written(tmp_path / "known.jsonl", 3)
    asked = {
        "plain": RowOptions(),
        "best": RowOptions(keep="best:score", threshold=0.5, broken="keep"),
        "against": RowOptions(keep="earliest", against=(reference,), paragraphs=True),
    }
    with collected(), Spark(2, settings={"spark.driver.memory": "1g"}) as spark:
        for name, options in asked.items():
            here = outcome(tmp_path / f"{name}-here", given, reference, options, InProcess())
            there = outcome(tmp_path / f"{name}-there", given, reference, options, spark)
            assert {"out.jsonl", "groups.csv", "pairs.jsonl", "answer"} <= here.keys()
            assert there == here, name


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning")
def test_tables_of_workers_are_those_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_spark()
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    given, reference = written(tmp_path / "rows.jsonl", 300), written(tmp_path / "known.jsonl", 3)
    typed = tmp_path / "typed.parquet"
    pq.write_table(pa.table({"id": ["x"], "text": [STORY], "size": pa.array([7], pa.uint32())}), typed)
    asked = RowOptions(keep="best:score", against=(reference.as_uri(),), threshold=0.8)
    local = RowOptions(keep="best:score", against=(str(reference),), threshold=0.8)
    here = deduplicate_tables([str(given), str(typed)], str(tmp_path / "here"), local, BatchOptions("local"))
    there = BatchOptions("spark", master="local[2]", partitions=3, spark={"spark.driver.memory": "1g"})
    inputs = [
        given.as_uri(),
        typed.as_uri(),
    ]  # a file system of the cluster, in which workers open nothing themselves
    with collected():
        found = deduplicate_tables(inputs, (tmp_path / "there").as_uri(), asked, there)
    assert (found.kept, found.groups, found.in_reference) == (here.kept, here.groups, here.in_reference)
    assert rows_of(tmp_path / "there") == rows_of(tmp_path / "here")


def rows_of(folder: Path) -> dict[str, list[str]]:
    """The rows of all tables in an order that no engine changes; a file is called by its name alone."""
    found = {}
    for table in TABLES:
        parts = pa.concat_tables([pq.read_table(part) for part in sorted((folder / table).glob("part-*"))])
        rows = [
            {name: Path(value).name if name.endswith("file") and value else value for name, value in row.items()}
            for row in parts.to_pylist()
        ]
        found[table] = sorted(map(repr, rows))
    return found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["s3a://rows/1.jsonl", "--engine", "spark", "--dry-run"], "name one with --output"),
        (["rows.jsonl", "-o", "folder", "--engine", "spark", "--groups", "groups.csv"], "name one with --output"),
        (["--engine", "spark", "-o", "out.jsonl"], "name some"),
        (["rows.jsonl", "-o", "out.jsonl", "--master", "local"], "only --engine spark"),
        (["rows.jsonl", "-o", "out.jsonl", "--engine", "spark", "--conf", "nothing"], "NAME=VALUE"),
    ],
)
def test_what_cannot_be_is_refused(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(app, ["dedup", *arguments])
    assert done.exit_code == 2
    assert said in " ".join(done.output.replace("│", " ").split())


def test_without_pyspark_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    given = written(tmp_path / "rows.jsonl", 5)
    done = CliRunner().invoke(app, ["dedup", str(given), "-o", str(tmp_path / "out.jsonl"), "--engine", "spark"])
    assert done.exit_code == 1
    assert "text-provenance[spark]" in str(done.exception) + done.output
    assert not (tmp_path / "out.jsonl").exists()
