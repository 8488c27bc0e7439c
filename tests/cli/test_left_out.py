"""`add` and `check` say once per kind what they left out, with the number and three examples; JSON lists it all."""

import json

import pytest


def test_twenty_rows_without_the_column_are_one_line(run, tmp_path):
    rows = "\n".join(json.dumps({"text": f"Story {n} of the quay and its cranes."}) for n in range(20))
    (tmp_path / "feed.jsonl").write_text(rows)
    done = run("add", "feed.jsonl", "--map", "text=body", db=tmp_path / "a.db", cwd=tmp_path)
    assert done.returncode == 1
    assert "20 skipped" in done.stdout
    assert len(done.stderr.splitlines()) == 2
    assert "20 rows without text" in done.stderr
    assert "feed.jsonl line 1, line 2, line 3 and 17 more" in done.stderr
    listed = run("add", "feed.jsonl", "--map", "text=body", "--format", "json", db=tmp_path / "a.db", cwd=tmp_path)
    skipped = json.loads(listed.stdout)["skipped"]
    assert [one["where"] for one in skipped] == [f"feed.jsonl line {n}" for n in range(1, 21)]
    assert {one["kind"] for one in skipped} == {"no-text"}


def test_values_that_are_no_dates_are_told_together_and_listed_whole(run, tmp_path):
    rows = "\n".join(json.dumps({"text": f"Story {n} of the quay.", "published": f"soon {n}"}) for n in range(9))
    (tmp_path / "feed.jsonl").write_text(rows)
    checked = run("check", "feed.jsonl", "--add", db=tmp_path / "c.db", cwd=tmp_path)
    added = run("add", "feed.jsonl", db=tmp_path / "a.db", cwd=tmp_path)
    assert added.returncode == checked.returncode == 0
    for done in (added, checked):
        assert len(done.stderr.splitlines()) == 6
        assert "9 values that are no date, for example:" in done.stderr
        assert "and 6 more" in done.stderr
    listed = run("add", "feed.jsonl", "--format", "json", db=tmp_path / "b.db", cwd=tmp_path)
    answer = json.loads(listed.stdout)
    assert [one["kind"] for one in answer["noted"]] == ["date-none"] * 9
    assert answer["notes"] == [f"{one['where']}: {one['reason']}" for one in answer["noted"]]
    streamed = run("check", "feed.jsonl", "--format", "jsonl", db=tmp_path / "a.db", cwd=tmp_path)
    assert len(streamed.stderr.splitlines()) == 9


@pytest.mark.parametrize("before", [True, False])
def test_quiet_leaves_out_notes_and_never_what_was_skipped(run, tmp_path, before) -> None:
    (tmp_path / "noted.csv").write_text('id,text\n1,"words of a story, \ufffd and more"\n', "utf-8")
    (tmp_path / "broken.jsonl").write_text('{"text": ""}\n')
    command = ["add", "noted.csv", "broken.jsonl"]
    loud = run(*command, db=tmp_path / "loud.db", cwd=tmp_path)
    assert "lost (U+FFFD)" in loud.stderr
    quiet = run(*(["-q", *command] if before else [*command, "-q"]), db=tmp_path / "quiet.db", cwd=tmp_path)
    assert quiet.stderr.splitlines() == ['provenance: skipped broken.jsonl line 1: its "text" is empty']
    assert quiet.returncode == loud.returncode == 0
    assert quiet.stdout.startswith("1 added, 1 skipped")
