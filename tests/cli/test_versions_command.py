"""`show --versions` and `show --version` as a user runs them, and `check` of what an article had once."""

from __future__ import annotations

import json

import pytest

BRIBE = (
    "The mayor of Norrvik took a bribe of nine thousand crowns from the ferry company in October, according to bank "
    "papers that the newspaper has seen. The money went to the account of his brother on the day of the vote."
)
FERRY = "The ferry between Norrvik and Osterby will stop running at weekends from the first of May, the county said."


@pytest.fixture
def db(run, tmp_path):
    for text in (f"{BRIBE}\n\n{FERRY}", FERRY):
        row = {"id": "ferry", "text": text, "publisher": "Coast Post", "published": "2025-03-04T08:00:00Z"}
        (tmp_path / "ferry.jsonl").write_text(json.dumps(row), "utf-8")
        assert run("add", "ferry.jsonl", db=tmp_path / "a.db", cwd=tmp_path).returncode == 0
    return tmp_path / "a.db"


def test_versions_are_listed_and_shown(run, db):
    listed = run("show", "ferry", "--versions", db=db)
    assert (listed.returncode, listed.stderr) == (0, "")
    words = len(BRIBE.split())
    assert f"1 place changed: {words} words taken out, 0 words put in" in listed.stdout
    rows = json.loads(run("show", "ferry", "--versions", "--format", "json", db=db).stdout)["versions"]
    assert [row["version"] for row in rows] == [1, 2]
    assert rows[1]["changes"][0]["taken_out"]["text"] == BRIBE
    whole = json.loads(run("show", "ferry", "--version", "1", "--format", "json", db=db).stdout)
    assert (whole["text"], whole["version"]) == (f"{BRIBE}\n\n{FERRY}", 1)
    assert "1 of 2; a newer one replaced it" in run("show", "ferry", "--version", "1", db=db).stdout
    wrong = run("show", "ferry", "--version", "3", db=db)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "has 2 versions, no version 3" in wrong.stderr
    assert run("show", "ferry", "--version", "1", "--versions", db=db).returncode == 2


def test_check_finds_what_was_taken_out(run, db, tmp_path):
    row = {"id": "copier", "text": f"Norrvik has a scandal. {BRIBE}", "published": "2025-03-05T08:00:00Z"}
    (tmp_path / "copier.jsonl").write_text(json.dumps(row), "utf-8")
    (link,) = json.loads(run("check", "copier.jsonl", "--format", "json", db=db, cwd=tmp_path).stdout)["links"]
    assert link["b"] == "ferry"
    assert {passage["b"]["version"] for passage in link["passages"]} == {1}
    said = " ".join(run("check", "copier.jsonl", db=db, cwd=tmp_path).stdout.split())
    assert "in version 1 of 4 March 2025, 08:00 UTC, no longer in Coast Post" in said
    assert "an earlier version of Coast Post's article of 4 March" in said
