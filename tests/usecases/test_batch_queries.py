"""SQL over the tables of a batch: what it finds is what they have, and it can do nothing but read them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from provenance.cli.app import app
from provenance.errors import MissingExtra, UnreadableInput, UsageError
from provenance.usecases.batch_queries import BatchQuery, view_statements
from provenance.usecases.batching import BatchOptions, batch
from provenance.usecases.finished_batches import Source
from tests.usecases.test_batching import corpus_rows, rows_of, write

duckdb = pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sql")
    rows = [row for row in corpus_rows() if str(row["id"]).startswith(("dam-", "bridge-", "honey-"))]
    out = folder / "it's found"
    batch([str(write(folder / "rows.jsonl", rows))], str(out), options=BatchOptions(engine="local"))
    return out


def ask(folder: Path, statement: str) -> list[dict[str, Any]]:
    with BatchQuery(folder, statement) as query:
        return list(query.rows())


def test_views_have_the_rows_of_the_tables(found: Path) -> None:
    for table in ("articles", "signatures", "pairs", "links", "passages", "quotations", "clusters", "skipped"):
        assert ask(found, f"SELECT count(*) AS n FROM {table}") == [{"n": len(rows_of(found, table))}], table
    links = ask(found, "SELECT a, b, relation, confidence FROM links ORDER BY a, b")
    assert links
    assert links == [
        {name: row[name] for name in ("a", "b", "relation", "confidence")}
        for row in sorted(rows_of(found, "links"), key=lambda row: (row["a"], row["b"]))
    ]


def test_the_words_of_a_passage_are_those_at_its_offsets(found: Path) -> None:
    texts = {row["id"]: row["text"] for row in rows_of(found, "articles")}
    rows = ask(found, "SELECT * FROM passage_words")
    assert rows
    for row in rows:
        for side in "ab":
            assert row[f"{side}_words"] == texts[row[side]][row[f"{side}_start"] : row[f"{side}_end"]]


def test_who_took_from_whom_counts_the_derived(found: Path) -> None:
    (total,) = ask(found, "SELECT sum(links) AS links FROM who_took_from_whom")
    assert int(total["links"]) == sum(row["relation"] == "derived" for row in rows_of(found, "links")) > 0


@pytest.mark.parametrize(
    "statement",
    [
        "COPY (SELECT 1) TO 'written.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO 'written.csv'",
        "CREATE TABLE t AS SELECT 1",
        "DROP VIEW links",
        "ATTACH 'other.db'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT 1; SELECT 2",
        "",
        "SELECT * FROM read_text('rows.jsonl')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM 'https://example.org/a.parquet'",
        "SELECT nothing FROM links",
        "SELEC",
    ],
)
def test_nothing_but_reading_the_tables_is_possible(
    statement: str, found: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rows.jsonl").write_text("{}")
    before = sorted(found.rglob("*"))
    with pytest.raises(UsageError):
        ask(found, statement)
    assert sorted(found.rglob("*")) == before
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]


def test_a_fault_while_rows_are_read_is_told(found: Path) -> None:
    with pytest.raises(UsageError, match="DuckDB"):
        ask(found, "SELECT CAST(id AS INTEGER) FROM articles")


def test_values_are_those_of_json(found: Path) -> None:
    (row,) = ask(
        found,
        "SELECT 'x'::BLOB AS b, DATE '2025-01-02' AS d, 'nan'::DOUBLE AS n, [1, 2] AS l,"
        " {'k': 1.5::DECIMAL(4,1)} AS s, 1 AS b",
    )
    assert row == {"b": "78", "d": "2025-01-02", "n": None, "l": [1, 2], "s": {"k": "1.5"}, "b_2": 1}


def test_the_statements_alone_make_the_views_elsewhere(found: Path) -> None:
    with duckdb.connect(":memory:") as connection:
        for each in view_statements(Source(found)):
            connection.execute(each)
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (len(rows_of(found, "articles")),)


def test_without_duckdb_the_extra_is_named(found: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"text-provenance\[duckdb\]"):
        ask(found, "SELECT 1")
    assert view_statements(Source(found))  # needs none


def test_a_folder_without_a_batch_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="manifest"):
        ask(tmp_path, "SELECT 1")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["sql", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_command_prints_what_was_asked_for(found: Path) -> None:
    asked = "SELECT id, publisher FROM articles ORDER BY id"
    rows = ask(found, asked)
    assert json.loads(run(str(found), asked, "--format", "json")) == rows
    assert [json.loads(line) for line in run(str(found), asked, "--format", "jsonl").splitlines()] == rows
    assert run(str(found), asked, "--format", "csv").splitlines()[0] == "id,publisher"
    shown = run(str(found), asked)
    assert all(str(row["id"]) in shown for row in rows)
    assert run(str(found)).count("CREATE VIEW") == 10
    assert "a[b]\x1b" not in run(str(found), "SELECT 'a[b]' || chr(27) || '[31m' AS words")
