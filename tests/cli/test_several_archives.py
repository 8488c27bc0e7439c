"""`--db 'shards/*.db'` and lists of shards, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
NEW = CORPUS / "incoming" / "cable-mending-newsnook.txt"


@pytest.fixture(scope="module")
def folder(run, tmp_path_factory):
    """`shards/1.db`, `shards/2.db`, the same in a list, and `one.db` with both."""
    folder = tmp_path_factory.mktemp("several")
    (folder / "shards").mkdir()
    every = sorted((CORPUS / "articles").iterdir())
    for name, some in (
        ("shards/1.db", every[::2]),
        ("shards/2.db", every[1::2]),
        ("one.db", [*every[::2], *every[1::2]]),
    ):
        assert run("-q", "add", *some, db=folder / name).returncode == 0
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("check", NEW, "--format", "json"),
        ("trace", "repair ship", "--format", "json"),
        ("list", "--format", "json"),
        ("check", NEW),
    ],
)
def test_a_pattern_is_asked_as_one_archive(run, folder, command):
    one, many = run(*command, db="one.db", cwd=folder), run(*command, db="shards/*.db", cwd=folder)
    assert (many.returncode, many.stdout, many.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.stdout


def test_every_article_can_be_shown_and_followed(run, folder):
    for row in json.loads(run("list", "--format", "json", db="one.db", cwd=folder).stdout)[::11]:
        for command in ("show", "lineage"):
            answer = run(command, row["id"], db="shards/*.db", cwd=folder)
            assert answer.returncode == 0, answer.stderr
            assert (
                answer.stdout.splitlines()[0]
                == run(command, row["id"], db="one.db", cwd=folder).stdout.splitlines()[0]
            )


def test_a_missing_file_is_said_and_the_rest_answers(run, folder):
    (folder / "all.shards").write_text("shards/1.db\nshards/2.db\nshards/3.db\n", encoding="utf-8")
    answer = run("check", NEW, "--format", "jsonl", db="all.shards", cwd=folder)
    assert answer.returncode == 0
    assert "there is no archive at shards/3.db" in answer.stderr
    assert answer.stderr.count("\n") == 1
    assert answer.stderr.rstrip().endswith("the other files answer")
    (said,) = json.loads(answer.stdout)["searched"]["not_read"]
    assert "shards/3.db" in said


def test_a_list_makes_its_files(run, tmp_path):
    (tmp_path / "new.shards").write_text("a.db\nb.db\n", encoding="utf-8")
    answer = run("add", CORPUS / "articles" / "newsnook", db="new.shards", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert "(new.shards)" in answer.stdout
    again = run("add", CORPUS / "articles" / "newsnook", db="new.shards", cwd=tmp_path)
    assert "0 added" in again.stdout or "unchanged" in again.stdout
    assert {path.name for path in tmp_path.glob("*.db")} == {"a.db", "b.db"}


@pytest.mark.parametrize(
    "command",
    [
        ("audit",),
        ("stats",),
        ("serve",),
        ("clusters",),
        ("quotes",),
        ("verify",),
        ("export", "-o", "x.csv"),
    ],
)
def test_what_is_done_in_one_file_says_so_in_one_line(run, folder, command):
    answer = run(*command, db="shards/*.db", cwd=folder)
    assert answer.returncode == 2, answer.stdout
    assert "this is done in one: name it with --db FILE" in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_a_pattern_that_nothing_matches_is_an_error(run, tmp_path):
    answer = run("check", NEW, db="shards/*.db", cwd=tmp_path)
    assert answer.returncode == 1
    assert answer.stderr.startswith("provenance: no file is named like shards/*.db")
    assert list(tmp_path.iterdir()) == []
