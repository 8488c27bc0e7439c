"""Spark makes the tables that this machine makes, of the same articles."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from provenance.engines import spark_tables
from provenance.errors import MissingExtra, ProvenanceError
from provenance.usecases.batching import TABLES, BatchOptions, batch
from tests.spark import collected, needs_spark
from tests.usecases.test_batching import corpus_rows, everything, without_origin, write

SOME = ("lighthouse", "dam-", "bridge-", "allotment", "charity")  # stories that several outlets of the corpus have


def some() -> list[dict[str, Any]]:
    return [row for row in corpus_rows() if str(row["id"]).startswith(SOME)]


def spark(partitions: int) -> BatchOptions:
    return BatchOptions("spark", master="local[2]", partitions=partitions, spark={"spark.driver.memory": "1g"})


@pytest.fixture(autouse=True)
def own_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning")
def test_spark_finds_what_this_machine_finds(tmp_path: Path) -> None:
    needs_spark()
    rows = some()
    assert len(rows) > 5
    given = write(tmp_path / "rows.jsonl", rows)
    batch([str(given)], str(tmp_path / "here"), options=BatchOptions(engine="local"))
    random.Random(3).shuffle(rows)
    (tmp_path / "shuffled").mkdir()
    shuffled = write(tmp_path / "shuffled" / "rows.jsonl", rows)
    address = shuffled.as_uri()  # a file system of the cluster, in which workers open nothing themselves
    with collected():
        done = batch([address], str(tmp_path / "there"), options=spark(2))
    one, other = everything(tmp_path / "here"), everything(tmp_path / "there")
    assert one["links"]
    for table in TABLES:
        assert without_origin(other[table]) == without_origin(one[table]), table
    with collected():  # nothing is left to do
        assert batch([address], str(tmp_path / "there"), options=spark(3)).rows == done.rows


def test_without_pyspark_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with pytest.raises(MissingExtra, match=r"text-provenance\[spark\]"):
        batch([str(tmp_path)], str(tmp_path / "found"), options=spark(2))


def test_without_java_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProvenanceError, match="openjdk-17"):
        spark_tables.require_java()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(ProvenanceError, match="JAVA_HOME is"):
        spark_tables.require_java()


def test_neither_pyspark_nor_pyarrow_is_read_without_a_batch() -> None:
    code = (
        "import sys; from provenance import Archive; from provenance.cli.app import app; "
        "import provenance.usecases.archive, provenance.engines, provenance.audit.portion_judging; "
        "sys.exit(' '.join(sorted({'pyspark', 'pyarrow', 'pandas', 'provenance.batch'} & sys.modules.keys())) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
