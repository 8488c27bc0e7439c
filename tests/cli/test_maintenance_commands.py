"""Commands that keep an archive or write it out: `dedup`, `export`, `remove`, `verify`, `reindex`, run for real."""

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = 69


@pytest.fixture
def db(corpus_db, tmp_path):
    """A copy of the audited corpus that a test may change."""
    folder = tmp_path / "archive"
    folder.mkdir()
    return Path(shutil.copy(corpus_db, folder / "corpus.db"))


def rows_of(path):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv"])
def test_an_export_can_be_added_to_another_archive(run, corpus_db, tmp_path, name):
    done = run("export", "-o", name, db=corpus_db, cwd=tmp_path)
    assert (done.returncode, done.stdout.strip(), done.stderr.strip()) == (0, name, f"{ARTICLES} rows")
    rows = rows_of(tmp_path / name)
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert len(rows) == ARTICLES
    again = run("add", name, "--format", "json", db=tmp_path / "other.db", cwd=tmp_path)
    assert sorted(json.loads(again.stdout)["added"]) == [row["id"] for row in rows]


def test_signatures_are_exported_as_rows_for_datasketch(run, corpus_db, tmp_path):
    done = run("-q", "export", "--signatures", "-o", "signatures.jsonl", db=corpus_db, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    rows = rows_of(tmp_path / "signatures.jsonl")
    assert len(rows) == ARTICLES
    assert {len(row["hashvalues"]) for row in rows} == {rows[0]["num_perm"]} == {128}


@pytest.mark.parametrize("keep", ["earliest", "longest"])
def test_dedup_writes_one_article_of_each_group(run, corpus_db, tmp_path, keep):
    done = run("dedup", "-o", "unique.jsonl", "--keep", keep, "--threshold", "0.5", db=corpus_db, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    rows = rows_of(tmp_path / "unique.jsonl")
    left_out = {name for row in rows for name in row["duplicates"]}
    assert left_out
    assert left_out.isdisjoint(row["id"] for row in rows)
    assert len(rows) + len(left_out) == ARTICLES
    assert f"{len(rows)} articles kept, {len(left_out)} near duplicates left out" in done.stderr
    listed = run("clusters", "--keep", keep, "--threshold", "0.5", "--format", "json", db=corpus_db)
    groups = json.loads(listed.stdout)
    assert sum(len(group["members"]) for group in groups) == len(left_out) + len(groups)


def test_what_is_removed_is_gone_with_its_links(run, db):
    before = json.loads(run("stats", "--format", "json", db=db).stdout)
    done = run("remove", "ferry-strike-herald", "honey-fraud-exchange", db=db)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["removed ferry-strike-herald", "removed honey-fraud-exchange"]
    assert run("show", "ferry-strike-herald", db=db).returncode == 2
    listed = [json.loads(line)["id"] for line in run("list", "--format", "jsonl", db=db).stdout.splitlines()]
    assert len(listed) == before["articles"] - 2
    links = [json.loads(line) for line in run("audit", "--format", "jsonl", db=db).stdout.splitlines()]
    assert links
    assert {"ferry-strike-herald", "honey-fraud-exchange"}.isdisjoint(
        name for link in links for name in (link["a"], link["b"])
    )
    assert run("verify", "--sample", "0", db=db).returncode == 0


def test_nothing_is_removed_when_one_name_is_wrong(run, db):
    done = run("remove", "ferry-strike-herald", "nobody", db=db)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nobody" in done.stderr
    assert run("show", "ferry-strike-herald", db=db).returncode == 0


def test_verify_says_that_an_archive_is_sound(run, corpus_db):
    done = run("verify", "--sample", "0", "--format", "json", db=corpus_db)
    assert done.returncode == 0, done.stdout
    answer = json.loads(done.stdout)
    assert answer["problems"] == []
    assert answer["checked"]["fingerprints made anew"] == ARTICLES
    text = run("verify", "--sample", "5", db=corpus_db)
    assert text.returncode == 0
    assert str(ARTICLES) in text.stdout


@pytest.mark.parametrize("written", ["text", "json"])
def test_verify_names_what_is_damaged_and_fails(run, db, written):
    with sqlite3.connect(db) as raw:
        raw.execute("UPDATE texts SET content = x'00' WHERE number = 3")
    raw.close()
    done = run("verify", "--format", written, db=db)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    damaged = run("list", "--format", "jsonl", db=db).stdout.splitlines()
    names = [json.loads(line)["id"] for line in damaged]
    said = done.stdout if written == "text" else " ".join(json.loads(done.stdout)["problems"])
    assert any(name in said for name in names)


@pytest.mark.parametrize("jobs", [1, 2])
def test_reindexing_leaves_a_sound_archive_with_the_same_answers(run, db, jobs):
    before = run("check", CORPUS / "incoming" / "honey-brief-post.json", "--format", "json", db=db).stdout
    done = run("reindex", "-j", jobs, db=db)
    assert (done.returncode, done.stdout.strip()) == (0, f"{ARTICLES} articles indexed anew")
    assert run("verify", "--sample", "0", db=db).returncode == 0
    after = run("check", CORPUS / "incoming" / "honey-brief-post.json", "--format", "json", db=db).stdout
    assert after == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["dedup"], 2, "--output"),
        (["dedup", "-o", "u.txt"], 2, ".jsonl"),
        (["dedup", "-o", "u.jsonl", "--threshold", "2"], 2, "threshold"),
        (["dedup", "-o", "u.jsonl", "--keep", "newest"], 2, "newest"),
        (["dedup", "-o", "no/such/folder/u.jsonl"], 1, "no/such/folder"),
        (["export"], 2, "--output"),
        (["export", "-o", "rows.xml"], 2, ".jsonl"),
        (["export", "--signatures", "-o", "rows.csv"], 2, ".jsonl"),
        (["export", "-o", "no/such/folder/rows.csv"], 1, "no/such/folder"),
        (["remove"], 2, "articles"),
        (["remove", "nobody"], 2, "nobody"),
        (["remove", "ferry-strike"], 2, "ferry-strike-"),
        (["verify", "--sample", "-1"], 2, "sample"),
        (["verify", "--format", "xml"], 2, "xml"),
        (["reindex", "--jobs", "-1"], 2, "jobs"),
        (["reindex", "everything"], 2, "everything"),
    ],
)
def test_wrong_usage_is_told_and_writes_nothing(run, db, tmp_path, arguments, code, said):
    before = db.read_bytes()
    folder = tmp_path / "here"
    folder.mkdir()
    done = run(*arguments, db=db, cwd=folder)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    "command", [["dedup", "-o", "u.jsonl"], ["export", "-o", "u.jsonl"], ["verify"], ["reindex"], ["remove", "x"]]
)
def test_without_an_archive_there_is_one_line_and_no_file(run, tmp_path, command):
    done = run(*command, db=tmp_path / "none.db", cwd=tmp_path)
    assert done.returncode == 1
    assert "provenance add" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
