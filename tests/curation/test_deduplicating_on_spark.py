"""Spark's workers leave out the rows that this machine leaves out, and tell the same of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from curation_rows import NEAR, OTHER, STORY
from typer.testing import CliRunner

from provenance.cli.app import app
from provenance.engines.in_process import InProcess
from provenance.engines.spark import Spark
from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows
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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
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
