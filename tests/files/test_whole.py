"""A file appears when it is whole; leftovers of killed processes go, files that somebody writes stay."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.files import whole
from provenance.files.leftovers import HELD, PREFIX, SUFFIX, sweep_files, sweep_folders
from provenance.files.temporary import temporary_folder
from provenance.files.whole import whole_file, write_whole

needs_locks = pytest.mark.skipif(sys.platform == "win32", reason="files in the making are not locked there")


def in_the_making(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.name.startswith(PREFIX)]


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with whole_file(target) as partial:
        partial.write_text("half")
        assert not target.exists()
        assert partial.parent == tmp_path  # so that a rename is one step
    assert target.read_text() == "half"
    assert in_the_making(tmp_path) == []


def test_what_was_there_stays_when_something_goes_wrong(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("former")
    with pytest.raises(ZeroDivisionError), whole_file(target) as partial:
        partial.write_text(str(1 / 0))
    assert target.read_text() == "former"
    assert in_the_making(tmp_path) == []


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    write_whole(tmp_path / ("n" * 255), b"x")
    assert (tmp_path / ("n" * 255)).read_bytes() == b"x"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_permissions_are_those_of_the_former_file_or_of_any_new_one(tmp_path: Path) -> None:
    private, new, plain = (tmp_path / name for name in ("private", "new", "plain"))
    private.write_text("x")
    private.chmod(0o600)
    plain.write_text("x")
    write_whole(private, b"y")
    write_whole(new, b"y")
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert new.stat().st_mode == plain.stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="links and devices of POSIX")
def test_links_are_followed_and_devices_are_written_to(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "folder" / "file")
    write_whole(link, b"y")
    assert link.is_symlink()
    assert (tmp_path / "folder" / "file").read_bytes() == b"y"
    reading = tmp_path / "pipe"
    os.mkfifo(reading)
    reader = subprocess.Popen(["cat", str(reading)], stdout=subprocess.PIPE)
    write_whole(reading, b"through")
    assert reader.communicate(timeout=30)[0] == b"through"
    assert stat.S_ISFIFO(reading.stat().st_mode)


@needs_locks
def test_leftovers_go_and_what_is_being_written_stays(tmp_path: Path) -> None:
    left = tmp_path / f"{PREFIX}0123{SUFFIX}"
    left.write_text("half")
    whole._swept.cache_clear()
    with whole_file(tmp_path / "one") as partial:
        assert not left.exists()
        sweep_files(tmp_path)  # as another process would
        assert partial.exists()
        partial.write_text("one")
    assert (tmp_path / "one").read_text() == "one"


@needs_locks
def test_only_files_of_that_name_are_taken_away(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    (tmp_path / f"{PREFIX}a{SUFFIX}").symlink_to(secret)
    (tmp_path / f"{PREFIX}b{SUFFIX}").mkdir()
    os.mkfifo(tmp_path / f"{PREFIX}c{SUFFIX}")  # opening one to read would wait for ever
    (tmp_path / "mine.partial").write_text("x")
    sweep_files(tmp_path)
    assert len(list(tmp_path.iterdir())) == 5
    assert secret.read_text() == "x"


KILLED = """
import os, sys
from pathlib import Path
from provenance.files.temporary import temporary_folder
with temporary_folder("test", Path(sys.argv[1])) as folder:
    (folder / "big").write_text("x")
    os.kill(os.getpid(), 9)
"""


@needs_locks
def test_a_folder_of_a_killed_process_goes_with_the_next(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, timeout=60)
    (left,) = tmp_path.iterdir()
    assert (left / "big").exists()
    with temporary_folder("test", tmp_path) as one, temporary_folder("test", tmp_path) as other:
        assert {*tmp_path.iterdir()} == {one, other}
        sweep_folders(tmp_path, "provenance-test-")
        assert (one / HELD).exists()
    assert list(tmp_path.iterdir()) == []


@needs_locks
def test_a_folder_that_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "provenance-test-named" / "like-ours").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "provenance-test-link").symlink_to(tmp_path / "elsewhere")
    sweep_folders(tmp_path, "provenance-test-")
    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_that_was_being_taken_away_goes(tmp_path: Path) -> None:
    (tmp_path / "provenance-test-x.gone").mkdir()
    sweep_folders(tmp_path, "provenance-test-")
    assert list(tmp_path.iterdir()) == []
