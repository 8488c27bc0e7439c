"""`provenance sql` with a statement alone: the archive's views answer, and nothing can be written."""

from __future__ import annotations

import csv
import json
import sqlite3

import pytest

import provenance


def test_the_archive_answers(run, corpus_db):
    asked = "SELECT relation, count(*) AS links FROM links GROUP BY relation ORDER BY relation"
    with sqlite3.connect(corpus_db) as connection:
        provenance.register_functions(connection)
        expected = connection.execute(asked).fetchall()
    rows = json.loads(run("sql", asked, "--format", "json", db=corpus_db).stdout)
    assert [tuple(row.values()) for row in rows] == expected != []
    printed = run("sql", asked, "--format", "csv", db=corpus_db).stdout.splitlines()
    assert list(csv.reader(printed)) == [["relation", "links"], *([a, str(b)] for a, b in expected)]
    shown = run("sql", asked, db=corpus_db).stdout
    assert all(relation in shown for relation, _ in expected)


def test_columns_of_one_name_and_bytes_are_kept(run, corpus_db):
    done = run("sql", "select 1 as a, x'00ff' as a, 1e999 as b, null as c", "--format", "json", db=corpus_db)
    assert json.loads(done.stdout) == [{"a": 1, "a_2": "00ff", "b": None, "c": None}]


@pytest.mark.parametrize(
    "statement",
    ["SELECT nothing FROM links", "WITH x AS (SELECT 1) DELETE FROM articles", "SELECT 1; SELECT 2", "select "],
)
def test_what_cannot_be_asked_is_a_line(run, corpus_db, statement):
    done = run("sql", statement, db=corpus_db)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert run("sql", "SELECT count(*) AS n FROM v_articles", "-f", "json", db=corpus_db).stdout.count('"n": 0') == 0


def test_what_is_no_statement_is_a_folder(run, corpus_db, tmp_path):
    done = run("sql", str(tmp_path / "nothing"), db=corpus_db)
    assert done.returncode == 1
    assert "no folder" in done.stderr
