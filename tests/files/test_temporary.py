"""A folder for the time of a command: taken away by the next one wherever its maker was killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from provenance.files import leftovers
from provenance.files.temporary import temporary_folder

pytestmark = pytest.mark.skipif(not leftovers.HAS_LOCKS, reason="without locks leftovers go after a day")


def test_a_folder_goes_whose_maker_was_killed_before_it_was_marked_as_used(tmp_path: Path) -> None:
    (tmp_path / "provenance-dedup-empty").mkdir()
    held = tmp_path / "provenance-dedup-unlocked"
    held.mkdir()
    (held / leftovers.HELD).touch()
    with temporary_folder("dedup", tmp_path) as folder:
        assert [*tmp_path.iterdir()] == [folder]
    assert not [*tmp_path.iterdir()]


def test_a_folder_in_use_stays(tmp_path: Path) -> None:
    with temporary_folder("dedup", tmp_path) as one, temporary_folder("dedup", tmp_path) as other:
        assert {*tmp_path.iterdir()} == {one, other}


def test_a_folder_taken_away_before_it_was_marked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process sweeps right after this one has made the folder, or its file."""
    made = 0

    def swept(path: Path, *given: int) -> int:
        nonlocal made
        made += 1
        first, second = made == 1, made == 2
        if first:
            Path(path).parent.rmdir()
        handle = opened(path, *given)
        if second:
            leftovers.sweep_folders(tmp_path, "provenance-dedup-")
        return handle

    opened = os.open
    monkeypatch.setattr(os, "open", swept)
    with temporary_folder("dedup", tmp_path) as folder:
        monkeypatch.undo()
        assert made >= 3
        assert [each.name for each in folder.iterdir()] == [leftovers.HELD]
        leftovers.sweep_folders(tmp_path, "provenance-dedup-")
        assert folder.is_dir()
