"""Where results go: `-o -`, endings that cannot be written, whole ids in a pipe, and what a shell offers."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

LONG = (
    "a-very-long-id/that-goes-on/2025/11/30/with-all-the-words-of-a-title-which-nobody-would-read-in-an-address-line"
)
TEXT = "The council of Port Ansel approved the new plan for the harbour on Monday after a long debate in the hall. "


@pytest.fixture(scope="module")
def archive(run, tmp_path_factory):
    path = tmp_path_factory.mktemp("output") / "a.db"
    rows = [{"id": LONG, "text": TEXT * 3, "publisher": "A rather long name of an outlet"}]
    rows += [
        {"id": LONG + "2", "text": TEXT * 3, "title": "標題" * 60},
        {"id": "quay", "text": "No crane lifts now."},
    ]
    assert run("add", "-", db=path, stdin="".join(json.dumps(row) + "\n" for row in rows)).returncode == 0
    assert run("audit", db=path).returncode == 0
    return path


@pytest.mark.parametrize("command", [["export"], ["dedup"]])
def test_rows_to_standard_output(run, archive, tmp_path, command):
    done = run(*command, "-o", "-", db=archive, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {json.loads(line)["id"] for line in done.stdout.splitlines()} >= {LONG, "quay"}
    assert not list(tmp_path.iterdir())


def test_a_page_to_standard_output(run, archive, tmp_path):
    done = run("report", LONG, "-o", "-", db=archive, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.lower().startswith("<!doctype html>")
    assert done.stdout.rstrip().endswith("</html>")


@pytest.mark.parametrize("name", ["r.pdf", "r.docx", "r.json", "r.html.gz"])
def test_a_report_that_is_no_page_is_refused(run, archive, tmp_path, name):
    done = run("report", LONG, "-o", name, db=archive, cwd=tmp_path)
    assert (done.returncode, name in done.stderr, ".html" in done.stderr) == (2, True, True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["e.txt", "e", "e.xlsx", "e.parquet.gz", "e.gz"])
def test_rows_with_an_ending_that_cannot_be_written_are_refused(run, archive, tmp_path, name):
    done = run("export", "-o", name, db=archive, cwd=tmp_path)
    assert (done.returncode, ".jsonl, .csv" in done.stderr) == (2, True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "command",
    [["list"], ["clusters"], ["show", LONG], ["check", "-"], ["lineage", LONG], ["audit"], ["quotes", LONG]],
)
def test_ids_are_whole_in_a_pipe(run, archive, command):
    done = run(*command, db=archive, stdin=TEXT * 3)
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        assert "a-very-long" not in line or LONG in line, line
        assert LONG in line or len(line) <= 80 or command == ["list"], line
    if command[0] in ("list", "clusters", "show", "lineage"):
        assert LONG in done.stdout


def offered(words, archive=None, **environment):
    made = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv = ['provenance']; from provenance.cli import main; main()"],
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "PROVENANCE_DB"}
        | {
            "_PROVENANCE_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
            **environment,
        },
    )
    assert made.stderr == ""
    return made.stdout.split()


@pytest.mark.parametrize("command", ["show", "edit", "lineage", "remove", "review", "compare", "quotes", "report"])
def test_a_shell_is_offered_archived_ids(archive, command):
    assert offered(f"provenance {command} q", PROVENANCE_DB=str(archive)) == ["quay"]


def test_the_archive_is_the_one_that_the_line_names(archive, tmp_path):
    assert offered(f"provenance --db {archive} show ") == [LONG, LONG + "2", "quay"]
    assert offered(f"provenance show --db {archive} q") == ["quay"]
    assert offered(f"provenance --db {archive} trace --in q") == ["quay"]
    assert offered(f"provenance --db {tmp_path / 'none.db'} show q") == []


@pytest.mark.parametrize("place", ["before", "after"])
def test_options_of_all_commands_reach_commands_within_commands(run, archive, tmp_path, place):
    options = ["--db", str(archive), "-q", "--format", "json"]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"a": LONG, "b": LONG + "2", "relation": "near_duplicate"}) + "\n")
    command = ["evaluate", "links", gold]
    done = run(*options, *command) if place == "before" else run(*command, *options)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)
