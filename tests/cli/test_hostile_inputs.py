"""Inputs that went wrong for somebody: each gets one line that names it, or is read as far as it can be.

What an article's id says is never opened as a file, read from standard input or sent to a terminal as it is.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import Archive

CASES = Path(__file__).parents[1] / "cases" / "hostile"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SECRET = "the words of the secret file"
STORY = "The harbour ferry stayed in port all night because of the storm, the mayor said on Monday. " * 3

# file -> the ids that go in, a word on stderr
READ = {
    "damaged.parquet.gz": ([], "damaged"),
    "date-out-of-range.parquet": (["a", "b"], "published"),
    "timestamp-out-of-range.parquet": (["a", "b"], "published"),
    "nested-brackets.md": (["nested-brackets"], ""),
    "toml-big-integer.md": (["toml-big-integer"], ""),
}


@pytest.mark.parametrize("name", READ)
def test_each_is_read_as_far_as_it_can_be_or_named(run, tmp_path, name):
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    ids, word = READ[name]
    db = tmp_path / "a.db"
    done = run("add", CASES / name, db=db)
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if ids else 1)
    assert word in done.stderr
    with Archive(db, readonly=True) as archive:
        assert [one.id for one in archive.listed()] == ids


def test_one_impossible_date_costs_one_date(run, tmp_path):
    db = tmp_path / "a.db"
    done = run("add", CASES / "one-bad-date.jsonl", db=db)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert "(bad): published" in done.stderr
    with Archive(db, readonly=True) as archive:
        assert len(archive.listed()) == len((CASES / "one-bad-date.jsonl").read_text().splitlines())
        assert archive.article("bad").published is None


def test_removing_prints_no_control_characters(run, tmp_path):
    db = tmp_path / "a.db"
    run("add", CASES / "removed-escapes.jsonl", db=db)
    done = run("remove", "evil", db=db)
    assert done.stdout.startswith("removed evil")
    assert not CONTROLS.search(done.stdout + done.stderr)


@pytest.mark.parametrize("name", ["report-reads-file-named-by-id", "report-stdin-id", "report-fails-long-id"])
def test_a_report_opens_nothing_that_an_id_names(run, tmp_path, name):
    (tmp_path / "secret.txt").write_text(SECRET)
    run("add", CASES / f"{name}.jsonl", db=tmp_path / "a.db")
    run("audit", db=tmp_path / "a.db")
    done = run("report", "-o", "r.html", db=tmp_path / "a.db", cwd=tmp_path, stdin=SECRET)
    assert done.returncode == 0, done.stderr
    assert SECRET not in (tmp_path / "r.html").read_text()


NAMES = [
    "./secret.txt",
    "secret.txt",
    "x" * 280,
    "../secret.txt",
    "/etc/hostname",
    "a\u202eb",
    "deep/" * 200,
    ".",
    "*",
]


@pytest.mark.parametrize("name", NAMES)
def test_an_id_given_as_a_name_means_the_article(run, tmp_path, name):
    """A list of ids, piped into `report`, opens none of them."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET)
    (tmp_path / "secret.txt").write_text(SECRET)
    rows = "".join(json.dumps({"id": each, "text": STORY}) + "\n" for each in (name, "honest"))
    run("add", "-", db=tmp_path / "a.db", stdin=rows)
    done = run("report", "-o", "r.html", "--", name, db=tmp_path / "a.db", cwd=folder)
    assert done.returncode == 0, done.stderr
    written = (folder / "r.html").read_text()
    assert SECRET not in written
    assert "harbour ferry" in written


def test_a_file_that_was_archived_from_its_path_is_read_anew(run, tmp_path):
    (tmp_path / "story").write_text(STORY)
    assert run("add", "story", db=tmp_path / "a.db", cwd=tmp_path).returncode == 0
    (tmp_path / "story").write_text(STORY + "A second storm is expected.")
    done = run("report", "story", "-o", "r.html", db=tmp_path / "a.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "A second storm is expected." in (tmp_path / "r.html").read_text()


def test_a_name_that_no_file_can_have_is_answered_in_one_line(run, tmp_path):
    run("add", "-", db=tmp_path / "a.db", stdin=json.dumps({"id": "x", "text": STORY}))
    done = run("report", "n" * 300, "-o", "r.html", db=tmp_path / "a.db", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_faulty_row_of_any_kind_costs_no_other(run, tmp_path):
    good = json.dumps({"id": "good", "text": STORY})
    values = ["1e999", "-1e999", "9" * 4000, "9" * 5000, "-" + "9" * 400, "NaN", "Infinity", "[" * 20 + "]" * 20,
              '{"$date":' * 30 + "1" + "}" * 30, '"\\ud800"', '"a\\u0000b"', "true", '""', '"' + "9" * 400 + '"',
              '{"$numberLong":"' + "9" * 400 + '"}', "1e308", "-62135596801", "253402300800000"]  # fmt: skip
    rows = [
        f'{{"id":"{key}{number}","text":"{STORY}{key}{number}","{key}":{value}}}'
        for number, value in enumerate(values)
        for key in ("published", "modified", "author", "title", "url", "language", "other", "publisher")
    ]
    rows += ["[" * 100_000, '{"a":' * 100_000, '{"id":"deep","text":' + "[" * 900 + "]" * 900 + "}", good]
    db = tmp_path / "a.db"
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    done = run("add", "rows.jsonl", "-j", 1, "--format", "json", db=db, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert not [each for each in answer["skipped"] if each["kind"] == "unforeseen"]
    with Archive(db, readonly=True) as archive:
        ids = {one.id for one in archive.listed()}
    assert "good" in ids
    assert len(ids) >= len(values) * 8 - 2 * 8 - 8  # numbers of 5,000 digits and half pairs are no JSON


def _piped(tmp_path: Path, *arguments: str, lines: int) -> subprocess.CompletedProcess[str]:
    """The command with a reader that takes so many lines and goes away."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "provenance", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        error = process.stderr.read()
    return subprocess.CompletedProcess(command, process.returncode, "", error)


@pytest.mark.parametrize("form", ["text", "jsonl", "json"])
def test_check_with_add_stores_all_although_nobody_reads_to_the_end(tmp_path, form):
    rows = (
        json.dumps({"id": f"n{n}", "text": f"Crane number {n} lifts cod and herring. {STORY * 9}"}) for n in range(60)
    )
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    done = _piped(tmp_path, "--db", "a.db", "check", "rows.jsonl", "--add", "--format", form, lines=1)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    with Archive(tmp_path / "a.db", readonly=True) as archive:
        assert len(archive.listed()) == 60
    if form == "text":
        assert "all 60 articles were checked and stored" in done.stderr


@pytest.mark.parametrize("command", [["list"], ["quotes", "-f", "jsonl"], ["list", "-f", "jsonl"], ["stats"]])
def test_a_closed_pipe_is_no_failure(tmp_path, corpus_db, command):
    done = _piped(tmp_path, "--db", str(corpus_db), *command, lines=0)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", [["list"], ["stats"], ["list", "-f", "jsonl"]])
def test_a_full_disk_is_told(corpus_db, command):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "provenance", "--db", str(corpus_db), *command],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
