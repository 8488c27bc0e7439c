"""The same links are counted by every command, by every export, and by the SQL of the documentation."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from provenance import Archive, Filters, register_functions

SQL = (Path(__file__).parents[2] / "docs" / "pages" / "sql.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", SQL, re.S)


def by_sql(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return dict(connection.execute(QUERIES[0]).fetchall())


def by_stats(archive):
    rows = archive.statistics()
    return {name.removeprefix("links: "): count for name, count in rows.items() if name.startswith("links: ")}


@pytest.fixture
def reviewed(corpus_db, tmp_path):
    path = tmp_path / "reviewed.db"
    shutil.copy(corpus_db, path)
    with Archive(path) as archive:
        first, second = [link for link in archive.links() if link.relation == "derived"][:2]
        archive.review(first.a, first.b, "reject")
        archive.review(second.a, second.b, "confirm")
    return path


def test_commands_and_sql_count_the_same(archive):
    counted = Counter(link.relation for link in archive.links(Filters(same_event=True)))
    assert by_stats(archive) == counted == by_sql(archive.path)
    assert len(counted) >= 3


def test_every_export_counts_the_same(run, corpus_db):
    with Archive(corpus_db, readonly=True) as archive:
        counted = by_stats(archive)
    rows = run("audit", "--same-event", "--format", "jsonl", db=corpus_db).stdout.splitlines()
    assert Counter(json.loads(row)["relation"] for row in rows) == counted
    table = csv.DictReader(io.StringIO(run("audit", "--same-event", "--format", "csv", db=corpus_db).stdout))
    assert Counter(row["relation"] for row in table) == counted
    graph = run("audit", "--same-event", "--format", "graphml", db=corpus_db).stdout
    assert Counter(re.findall(r'<data key="edge.relation">(\w+)<', graph)) == counted
    tally = " ".join(run("audit", "--same-event", db=corpus_db).stdout.split())
    for relation, number in counted.items():
        assert f"{number} {relation.replace('_', ' ')}" in tally


def test_what_people_rejected_is_counted_apart(reviewed, archive):
    before = by_stats(archive)
    with Archive(reviewed, readonly=True) as opened:
        after = by_stats(opened)
        links = opened.links()
    assert after == {
        **before,
        "derived": before["derived"] - 1,
        "rejected by people": 1,
        "confirmed by people": 1,
    }
    assert after["derived"] == sum(link.relation == "derived" and not link.rejected for link in links)


def test_every_query_of_the_documentation_runs(archive):
    with sqlite3.connect(f"file:{archive.path}?mode=ro", uri=True) as connection:
        register_functions(connection)
        for query in QUERIES:
            assert connection.execute(query).fetchall()
