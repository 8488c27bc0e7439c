"""`provenance dedup FILE...`: no archive is needed, what is told goes where it does not disturb."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TEXT = (
    "The council of Port Ansel approved the new plan for the harbour on Monday after a long debate in the town hall."
)
OTHER = "Nobody has read this text about fish in the northern sea before, and it has nothing to do with any harbour."


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT + " Yes."}, {"id": "c", "text": OTHER}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "[1]\n")
    return path


def test_standard_input_to_standard_output(run, lines, tmp_path):
    done = run("dedup", "-", "-o", "-", stdin=lines.read_text(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "c"]
    assert "4 rows read; 2 kept" in done.stderr
    assert "standard input row 4: it is no JSON object" in done.stderr
    assert not list(tmp_path.glob("*.db"))


def test_quiet_leaves_only_what_is_wrong(run, lines, tmp_path):
    done = run("dedup", "-q", lines, "-o", "-", cwd=tmp_path)
    assert done.stderr.count("\n") == 1
    assert len(done.stdout.splitlines()) == 2


def test_a_summary_as_json_and_a_dry_run(run, lines, tmp_path):
    done = run("dedup", lines, "--dry-run", "--format", "json", "--groups", "groups.jsonl", cwd=tmp_path)
    found = json.loads(done.stdout)
    assert (found["rows"], found["kept"], found["left_out"], found["ratio"]) == (4, 2, 1, 0.25)
    assert found["least_similar"][0]["a"]["id"] == "a"
    assert [json.loads(line)["id"] for line in (tmp_path / "groups.jsonl").read_text().splitlines()] == ["a", "b"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["in.jsonl"], 2, "--output"),
        (["in.jsonl", "-o", "out.txt"], 2, ".jsonl"),
        (["in.jsonl", "-o", "out.jsonl", "--keep", "best"], 2, "best:COLUMN"),
        (["in.jsonl", "-o", "out.jsonl", "--map", "body=text"], 2, "body"),
        (["missing.jsonl", "-o", "out.jsonl"], 1, "missing.jsonl"),
        (["in.jsonl", "-o", "no/such/folder/out.jsonl"], 1, "no/such/folder"),
        (["-o", "out.jsonl", "--paragraphs"], 2, "name some"),
        (["-o", "out.jsonl", "--keep", "first"], 2, "earliest or longest"),
    ],
)
def test_mistakes_are_one_line(run, lines, tmp_path, arguments, code, words):
    done = run("dedup", *arguments, cwd=tmp_path)
    assert (done.returncode, words in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("out*"))


def test_what_is_not_read_of_a_folder_is_told(run, lines, tmp_path):
    folder = tmp_path / "mixed"
    (folder / "deeper").mkdir(parents=True)
    lines.rename(folder / "in.jsonl")
    for name in ("a.txt", "deeper/b.TXT", "c.html", "d", "e.json.gz"):
        (folder / name).write_text(TEXT)
    done = run("dedup", "mixed", "--dry-run", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["other_files"] == {".txt": 2, "": 1, ".html": 1, ".json.gz": 1}
    said = done.stderr.splitlines()[0]
    assert "5 files of other kinds were not read (2 .txt, 1 without a suffix, 1 .html, 1 .json.gz)" in said
    assert "`add`" in said
    done = run("dedup", "mixed/in.jsonl", "--dry-run", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["other_files"] == {}
    assert "other kinds" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["in.jsonl", "-o", "in.jsonl"],
        ["in.jsonl", "-o", "./same/in.jsonl"],
        ["in.jsonl", "-o", "link.jsonl"],
        [".", "-o", "in.jsonl"],
        ["in.jsonl", "-o", "out.jsonl", "--groups", "in.jsonl"],
        ["in.jsonl", "--dry-run", "--pairs", "in.jsonl"],
        ["other.jsonl", "--against", "in.jsonl", "-o", "in.jsonl"],
    ],
)
def test_an_input_is_never_written_over(run, lines, tmp_path, arguments):
    (tmp_path / "same").symlink_to(tmp_path)
    (tmp_path / "link.jsonl").hardlink_to(lines)
    (tmp_path / "other.jsonl").write_text(lines.read_text())
    before = lines.read_bytes()
    done = run("dedup", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "it is one of the inputs, which are never written over" in " ".join(done.stderr.split())
    assert lines.read_bytes() == before
    assert not (tmp_path / "out.jsonl").exists()


def test_one_file_is_not_written_twice(run, lines, tmp_path):
    done = run("dedup", lines, "-o", "out.jsonl", "--groups", "./out.jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert "two things" in done.stderr
