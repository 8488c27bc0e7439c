"""The installed command, run as a person or a script runs it: results, streams, exit codes."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.reports.formats import names

CORPUS = Path(__file__).parents[2] / "corpus"
BRIEF = CORPUS / "incoming" / "honey-brief-post.json"


def test_add_tells_what_became_of_each_input(run, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    done = run("add", CORPUS / "articles" / "exchange-daily", tmp_path / "empty.txt", db=tmp_path / "a.db")
    assert done.returncode == 0
    assert "4 added" in done.stdout
    assert "empty.txt" in done.stderr
    assert "1 skipped" in done.stdout
    again = run("add", CORPUS / "articles" / "exchange-daily", db=tmp_path / "a.db", env={"COLUMNS": "80"})
    assert "4 unchanged" in again.stdout


def test_add_reads_rows_from_standard_input(run, tmp_path):
    rows = "\n".join(json.dumps({"body": f"Story {n} of the quay and its cranes. " * 9, "key": n}) for n in range(3))
    done = run("add", "-", "--map", "text=body", "--format", "json", db=tmp_path / "a.db", stdin=rows)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["added"]) == 3


def test_check_prints_the_contract(run, corpus_db):
    done = run("check", BRIEF, "--format", "json", db=corpus_db)
    assert done.returncode == 0
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert list(answer)[:1] == ["article"]
    assert {"article", "links", "share"} <= answer.keys()
    link = answer["links"][0]
    assert {link["a"], link["b"]} == {"honey-brief-post", "honey-fraud-exchange"}
    assert {"relation", "derived", "source", "confidence", "share", "credited", "evidence", "passages"} <= link.keys()
    assert 0 <= link["confidence"] <= 1
    text = json.loads(BRIEF.read_text("utf-8"))["text"]
    for passage in link["passages"]:
        side = passage["a"] if link["a"] == "honey-brief-post" else passage["b"]
        assert text[side["start"] : side["end"]] == side["text"]


def test_check_of_a_folder_is_one_line_an_article(run, corpus_db):
    done = run("check", CORPUS / "incoming", "--format", "jsonl", db=corpus_db)
    assert len(done.stdout.splitlines()) == 8
    assert all(json.loads(line) for line in done.stdout.splitlines())


def test_a_share_over_the_limit_exits_with_three(run, corpus_db):
    assert run("check", BRIEF, "--fail-over", "0.1", db=corpus_db).returncode == 3
    assert run("check", BRIEF, "--fail-over", "0.99", db=corpus_db).returncode == 0


def test_text_in_a_pipe_has_no_escapes_and_fits_eighty_columns(run, corpus_db):
    for command in (["check", BRIEF], ["audit"], ["list"], ["quotes", "renn-interview-exchange"], ["clusters"]):
        done = run(*command, db=corpus_db, env={"COLUMNS": "200", "FORCE_COLOR": ""})
        assert done.returncode == 0, done.stderr
        assert "\x1b" not in done.stdout
        assert max(map(len, done.stdout.splitlines()), default=0) <= 80, command


def test_compare_needs_no_archive(run, tmp_path):
    one, other = (next(CORPUS.rglob(f"{name}.*")) for name in ("ferry-strike-northline", "ferry-strike-herald"))
    done = run("compare", one, other, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["passages"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", names("lineage"))
def test_lineage_in_every_format(run, corpus_db, written):
    done = run("lineage", "ferry-strike-courier", "--format", written, db=corpus_db)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("written", names("links"))
def test_audit_in_every_format(run, corpus_db, written):
    done = run("audit", "--format", written, db=corpus_db)
    assert done.returncode == 0, done.stderr
    assert "ferry" in done.stdout.lower()


def test_a_report_is_one_whole_file(run, corpus_db, tmp_path):
    done = run("report", CORPUS / "incoming", "-o", tmp_path / "r.html", db=corpus_db)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "r.html")
    assert (tmp_path / "r.html").read_text("utf-8").rstrip().endswith("</html>")
    assert [path.name for path in tmp_path.iterdir()] == ["r.html"]


def test_a_review_is_kept_and_taken_back(run, tmp_path):
    db = tmp_path / "a.db"
    run("add", CORPUS / "articles" / "northline", CORPUS / "articles" / "harbour-herald", db=db)
    assert run("review", "ferry-strike-herald", "ferry-strike-northline", "reject", db=db).returncode == 2
    run("audit", db=db)
    for verdict in ("confirm", "reject", "undo"):
        done = run("review", "ferry-strike-herald", "ferry-strike-northline", verdict, db=db)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["check", "nothing-there.txt"], 1, "nothing-there.txt"),
        (["lineage", "nobody"], 2, "nobody"),
        (["show", "ferry-strike"], 2, "ferry-strike-"),
        (["trace", " "], 2, "empty"),
        (["trace", "--in", "ferry-strike-herald", "9", "x"], 2, "START"),
        (["check", "x", "--since", "someday"], 2, "someday"),
        (["add", "x", "--map", "text"], 2, "--map"),
        (["check", "x", "--min-confidence", "7"], 2, "min-confidence"),
        (["report", "nobody", "-o", "r.html"], 2, "nobody"),
        (["report", BRIEF, "-o", "no/such/folder/r.html"], 2, "no/such/folder"),
        (["evaluate", "links", "nothing-there.jsonl"], 1, "nothing-there.jsonl"),
        (["frobnicate"], 2, "frobnicate"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_the_right_code(run, corpus_db, tmp_path, arguments, code, said):
    done = run(*arguments, db=corpus_db, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    if not done.stderr.startswith("Usage:"):
        assert len(done.stderr.splitlines()) == 1


def test_reading_commands_make_no_archive(run, tmp_path):
    for command in (["check", BRIEF], ["list"], ["stats"], ["audit"], ["lineage", "x"], ["trace", "words"]):
        done = run(*command, db=tmp_path / "none.db")
        assert done.returncode == 1, command
        assert "provenance add" in done.stderr
        assert list(tmp_path.iterdir()) == []


def test_a_database_of_another_program_is_left_alone(run, tmp_path):
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    done = run("add", BRIEF, db=path)
    assert done.returncode == 1
    assert "theirs.db" in done.stderr
    assert path.read_bytes() == before


def test_a_reader_that_goes_away_is_no_error(corpus_db):
    command = f"{sys.executable} -m provenance --db {corpus_db} quotes --format jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, timeout=300)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_a_full_disk_is_told_and_leaves_nothing_half(corpus_db):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "provenance", "--db", str(corpus_db), "list"], stdout=full, stderr=subprocess.PIPE,
            text=True, timeout=300,
        )  # fmt: skip
    assert done.returncode == 1
    assert "space" in done.stderr
    assert "Traceback" not in done.stderr
