"""`provenance batch` and `provenance import`: what they print, and what is wrong use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from provenance.cli.app import app
from tests.conftest import CORPUS

STORIES = [str(CORPUS / "articles" / name) for name in ("skerrow-argus", "highmoor-post")]


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.output


def test_a_batch_says_what_it_found_and_an_import_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    found, archive = str(tmp_path / "found"), str(tmp_path / "a.db")
    code, said = run("-q", "batch", *STORIES, "-o", found, "--engine", "local")
    assert code == 0
    assert "candidate pairs" in said
    assert f"provenance import {found}" in " ".join(said.split())
    code, said = run("-q", "batch", *STORIES, "-o", found, "--engine", "local", "--format", "json")
    assert code == 0
    rows = json.loads(said)["rows"]
    assert rows["articles"] > 5
    code, said = run("--db", archive, "-q", "import", found, "--format", "json")
    assert code == 0
    assert json.loads(said) == {
        "added": rows["articles"],
        "audited": True,
        "links": rows["links"],
        "new_versions": 0,
        "unchanged": 0,
    }
    code, said = run("--db", str(tmp_path / "b.db"), "-q", "import", found, "--publisher", "Highmoor Post")
    assert code == 0
    assert "provenance audit" in said


def test_wrong_use_is_told_in_a_line(tmp_path: Path) -> None:
    for wrong in (
        ["--master", "local[2]"],
        ["--engine", "spark", "--conf", "nothing"],
        ["--engine", "elsewhere"],
        ["--partitions", "-1"],
    ):
        assert run("batch", *STORIES, "-o", str(tmp_path / "found"), *wrong)[0] == 2, wrong
    code, said = run("--db", str(tmp_path / "a.db"), "import", str(tmp_path / "nothing"))
    assert code in (1, 2)
    assert "no folder here" in " ".join(said.split())
    assert not (tmp_path / "a.db").exists()
