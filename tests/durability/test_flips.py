"""A flipped bit is named by `verify`, or changes no answer. For the 1,000 that are promised: `flip_run.py 1000`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import flip_run
import full_archive
import pytest


def test_a_flipped_bit_is_said_or_changes_no_answer(tmp_path: Path) -> None:
    told: list[str] = []
    found = flip_run.run(100, 23, tmp_path, told.append)
    assert told == []
    assert found["said"] > 30  # or what is flipped would not matter
    assert found["harmless"] > 5


def test_an_answer_that_changes_in_silence_would_be_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: without the second copies of the tables, flips in what was measured are silent."""
    plain = full_archive.fill

    def without_copies(path: Path) -> None:
        plain(path)
        with closing(sqlite3.connect(path)) as raw:
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE name LIKE '%_copied'").fetchall():
                raw.execute(f"DROP INDEX {name}")

    monkeypatch.setattr(full_archive, "fill", without_copies)
    monkeypatch.setattr("provenance.store.integrity.table_problems", lambda _: iter(()))
    original = flip_run.made(tmp_path)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    (region,) = (each for each in original.regions if each.name == "properties leaf")
    place = original.path.read_bytes().index(b'"rules"', region.ranges[0].start) + len('"rules": "r')
    assert flip_run.outcome(original, region, place, 0, scratch)[0] == "silent"
