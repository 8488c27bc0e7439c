"""`--db`, `--quiet` and `--format` are understood before and after the name of a command."""

from __future__ import annotations

import json
from itertools import chain

import pytest

ROW = json.dumps({"id": "quay", "text": "The crane on the north quay lifted nothing for nine days. " * 3})


@pytest.fixture(scope="module")
def archive(run, tmp_path_factory):
    path = tmp_path_factory.mktemp("options") / "a.db"
    assert run("add", "-", db=path, stdin=ROW).returncode == 0
    return path


@pytest.mark.parametrize("before", [0, 1, 2, 3])
def test_options_may_come_on_either_side_of_the_command(run, archive, tmp_path, before):
    options = [["--db", archive], ["--format", "json"], ["-q"]]
    first, then = options[:before], options[before:]
    done = run(*chain(*first), "list", *chain(*then), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [row["id"] for row in json.loads(done.stdout)] == ["quay"]


def test_the_later_archive_wins_and_the_environment_is_least(run, archive, tmp_path):
    nothing = tmp_path / "none.db"
    assert run("list", f"--db={archive}", db=nothing).returncode == 0
    assert run("list", "--db", archive, env={"PROVENANCE_DB": str(nothing)}).returncode == 0
    assert run("list", env={"PROVENANCE_DB": str(archive)}).returncode == 0
    missing = run("list", "--db", nothing, env={"PROVENANCE_DB": str(archive)})
    assert missing.returncode == 1
    assert str(nothing) in missing.stderr


def test_a_wrong_format_is_wrong_usage_in_plain_words(run, archive):
    for arguments in (("--format", "pdf", "list"), ("list", "--format", "pdf")):
        done = run(*arguments, db=archive)
        assert done.returncode == 2
        assert "'pdf' is not one of 'text', 'json', 'jsonl'" in done.stderr
        assert "Value error" not in done.stderr


def test_an_option_of_another_command_stays_unknown(run, archive):
    assert run("list", "--map", "text=body", db=archive).returncode == 2
