"""Backups are whole, checked and never in the way; restoring changes all or nothing."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import full_archive
import pytest
from older_archive import with_tables_of_020

from provenance import Archive
from provenance.errors import ArchiveBusy, ArchiveError, DamagedArchive, NewerArchive, NotAnArchive, UsageError
from provenance.store import Store, opening
from provenance.usecases.copying import backup, restore
from provenance.usecases.repairing import repair


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "full.db"
    full_archive.fill(path)
    return path


@pytest.fixture
def archive(full: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(full, tmp_path / "archive.db"))


def answers(path: Path) -> list[str]:
    with Archive(path, readonly=True) as archive:
        return [*full_archive.answers(archive)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(b"seen in both")
    content[place] ^= 1
    path.write_bytes(content)


def test_a_backup_is_an_archive_that_answers_the_same(archive: Path, tmp_path: Path) -> None:
    archive.chmod(0o640)
    kept = backup(archive, tmp_path / "copy.db")
    assert kept.path == tmp_path / "copy.db"
    assert kept.size == kept.path.stat().st_size
    assert os.name == "nt" or kept.path.stat().st_mode & 0o777 == 0o640
    assert kept.counts["articles"] == 17
    assert kept.counts["reviews"] == 6
    assert names(tmp_path) == ["archive.db", "copy.db"]
    assert answers(kept.path) == answers(archive)


def test_without_a_name_it_is_beside_the_archive_with_the_time(archive: Path) -> None:
    kept = backup(archive)
    assert kept.path.parent == archive.parent
    assert kept.path.name.startswith("archive.db.2")
    assert kept.path.name.endswith(".backup")


def test_a_file_is_replaced_only_by_force(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(UsageError, match="--force"):
        backup(archive, target)
    assert target.read_text() == "mine"
    backup(archive, target, force=True)
    assert answers(target) == answers(archive)
    with pytest.raises(UsageError, match="the archive itself"):
        backup(archive, archive, force=True)
    with pytest.raises(UsageError, match="folder"):
        backup(archive, tmp_path, force=True)
    with pytest.raises(ArchiveError, match="does not exist"):
        backup(archive, tmp_path / "none" / "copy.db")


def test_a_damaged_archive_replaces_no_backup(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    backup(archive, target)
    before = target.read_bytes()
    damage(archive)
    with pytest.raises(DamagedArchive, match="no backup was made"):
        backup(archive, target, force=True)
    assert target.read_bytes() == before
    assert names(tmp_path) == ["archive.db", "copy.db"]


WRITING = """
import sys
from pathlib import Path
from provenance.model import Article, Span
from provenance.store import Store
from provenance.usecases.adding import add
with Store.open(Path(sys.argv[1])) as store:
    for number in range(100000):
        text = f"The council voted on item {number} and on the repair of bridge {number * 7} in the harbour. " * 3
        add(store, [Article(f"w{number}", text, Span(0, len(text)))])
        print(number, flush=True)
"""


def test_others_write_meanwhile_and_the_copy_is_of_one_moment(archive: Path, tmp_path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITING, str(archive)], stdout=subprocess.PIPE, text=True)
    try:
        assert writer.stdout is not None
        writer.stdout.readline()
        for number in range(3):
            kept = backup(archive, tmp_path / f"{number}.backup")
            with Archive(kept.path, readonly=True) as copy:
                assert copy.verify(sample=0).problems == ()
        with pytest.raises(ArchiveBusy, match="open in another process"):
            restore(archive, tmp_path / "0.backup")
        assert writer.stdout.readline()  # it was not disturbed
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()  # type: ignore[union-attr]
    with Archive(archive, readonly=True) as after:
        assert after.verify().problems == ()


def test_restoring_puts_the_backup_in_place_and_keeps_what_was_there(archive: Path, tmp_path: Path) -> None:
    kept = backup(archive, tmp_path / "a.backup")
    before = answers(archive)
    with Archive(archive) as changed:
        changed.edit(changed.listed()[0].id, {"author": "Nadia Example"}, "dana")
    after = answers(archive)
    assert after != before
    copied = kept.path.read_bytes()
    restored = restore(archive, kept.path)
    assert answers(archive) == before
    assert restored.upgraded_from is None
    assert restored.replaced is not None
    assert answers(restored.replaced) == after
    assert kept.path.read_bytes() == copied
    assert names(tmp_path) == sorted(["a.backup", "archive.db", restored.replaced.name])
    with Archive(archive) as writable:  # the log is in use again
        assert writable.store.connection.value("PRAGMA journal_mode") == "wal"


def test_restoring_where_no_archive_is_and_without_keeping(archive: Path, tmp_path: Path) -> None:
    kept = backup(archive, tmp_path / "a.backup")
    assert restore(tmp_path / "new.db", kept.path).replaced is None
    assert restore(archive, kept.path, keep=False).replaced is None
    assert names(tmp_path) == ["a.backup", "archive.db", "new.db"]


def test_what_is_not_kept_has_no_second_name_at_any_moment(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = backup(archive, tmp_path / "a.backup")
    named = []
    replace, unlink = Path.replace, Path.unlink
    monkeypatch.setattr(Path, "replace", lambda self, to: (replace(self, to), named.extend(names(tmp_path)))[0])
    monkeypatch.setattr(
        Path, "unlink", lambda self, missing_ok=False: (named.extend(names(tmp_path)), unlink(self, missing_ok))[1]
    )
    restore(archive, kept.path, keep=False)
    assert named
    assert not [name for name in named if name.endswith(".replaced")]


@pytest.mark.parametrize("links", [True, False])
def test_where_the_new_one_cannot_be_put_in_place_the_old_one_stays(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    kept = backup(archive, tmp_path / "a.backup")
    before = archive.read_bytes()
    replace = Path.replace

    def failing(self: Path, target: Path | str) -> Path:
        if self.name.endswith(".restoring"):
            assert archive.exists() or not links  # a crash here leaves an archive
            raise OSError(5, "input/output error")
        return replace(self, target)

    def refusing(self: Path, target: Path) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr(Path, "replace", failing)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refusing)
    with pytest.raises(OSError, match="input/output"):
        restore(archive, kept.path)
    monkeypatch.undo()
    assert names(tmp_path) == ["a.backup", "archive.db"]
    assert archive.read_bytes()[100:] == before[100:]
    with Archive(archive) as writable:
        assert writable.store.connection.value("PRAGMA journal_mode") == "wal"
    assert restore(archive, kept.path).replaced is not None


@pytest.mark.parametrize("readonly", [False, True])
def test_an_archive_that_is_open_is_not_replaced(archive: Path, tmp_path: Path, readonly: bool) -> None:
    kept = backup(archive, tmp_path / "a.backup")
    with Archive(archive, readonly=readonly) as opened:
        opened.listed()
        with pytest.raises(ArchiveBusy):
            restore(archive, kept.path)
    assert names(tmp_path) == ["a.backup", "archive.db"]


def test_a_damaged_archive_can_be_replaced(archive: Path, tmp_path: Path) -> None:
    kept = backup(archive, tmp_path / "a.backup")
    before = answers(archive)
    content = archive.read_bytes()
    for spoilt in (content[:100] + bytes(4096) + content[4196:], content[: len(content) // 2], content[:100]):
        archive.write_bytes(spoilt)
        replaced = restore(archive, kept.path).replaced
        assert replaced is not None
        assert replaced.read_bytes() == spoilt
        assert answers(archive) == before
    archive.write_text("it could be anybody's file " * 50)
    with pytest.raises(NotAnArchive):
        restore(archive, kept.path)


def test_a_backup_that_is_none_changes_nothing(archive: Path, tmp_path: Path) -> None:
    kept = backup(archive, tmp_path / "a.backup")
    before = archive.read_bytes()
    damage(kept.path)
    with pytest.raises(DamagedArchive, match="left as it is"):
        restore(archive, kept.path)
    text = tmp_path / "b.backup"
    text.write_text("no archive" * 50)
    with pytest.raises(NotAnArchive):
        restore(archive, text)
    with pytest.raises(UsageError, match="no backup"):
        restore(archive, tmp_path / "c.backup")
    with pytest.raises(UsageError, match="the archive itself"):
        restore(archive, archive)
    newer = backup(archive, tmp_path / "d.backup").path
    with closing(sqlite3.connect(newer)) as raw:
        raw.execute(f"PRAGMA user_version = {opening.SCHEMA + 1}")
    with pytest.raises(NewerArchive):
        restore(archive, newer)
    assert archive.read_bytes() == before
    assert not [name for name in names(tmp_path) if "restoring" in name or "replaced" in name]


def test_a_backup_of_an_older_release_is_upgraded_and_itself_left_alone(archive: Path, tmp_path: Path) -> None:
    older = Path(shutil.copy(archive, tmp_path / "older.backup"))
    with_tables_of_020(older)
    before = older.read_bytes()
    assert backup(older, tmp_path / "copy.db").counts["articles"] == 17  # which upgrades nothing
    restored = restore(archive, older)
    assert restored.upgraded_from == 1
    assert older.read_bytes() == before
    with Store.open(archive, readonly=True) as store:
        assert store.articles.count() == 17
        assert store.upkeep.check_integrity() == []
    assert not [name for name in names(tmp_path) if "schema" in name]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_backup_goes_where_a_link_leads(archive: Path, tmp_path: Path) -> None:
    """A link to another disk stays one: the copy is to lie there, and not beside the archive."""
    disk = tmp_path / "disk"
    disk.mkdir()
    for there in (True, False):
        link, real = tmp_path / f"link{there}.db", disk / f"real{there}.db"
        if there:
            real.write_bytes(b"an older backup")
        link.symlink_to(real)
        backup(archive, link, force=there)
        assert link.is_symlink()
        assert answers(real) == answers(archive)
    assert names(disk) == ["realFalse.db", "realTrue.db"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("keep", [True, False])
def test_restoring_an_archive_that_a_link_names_keeps_the_link(archive: Path, tmp_path: Path, keep: bool) -> None:
    kept = backup(archive, tmp_path / "kept.db").path
    disk = tmp_path / "disk"
    disk.mkdir()
    real = Path(shutil.copy(archive, disk / "real.db"))
    with Archive(real) as opened:
        opened.remove([opened.listed()[0].id])
    link = tmp_path / "link.db"
    link.symlink_to(real)
    restore(link, kept, keep=keep)
    assert link.is_symlink()
    assert answers(real) == answers(archive)
    assert len(names(disk)) == 1 + keep


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_or_device_is_no_place_for_an_archive(archive: Path, tmp_path: Path) -> None:
    """With the rights of an administrator a file took the place of the device."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for call in (backup, repair):
        with pytest.raises(UsageError, match="no file but a device or a pipe; name a file"):
            call(archive, pipe, force=True)
    assert pipe.is_fifo()
    assert names(tmp_path) == ["archive.db", "pipe"]


def test_a_backup_that_is_none_is_named_as_such(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("no archive at all " * 20)
    with pytest.raises(NotAnArchive, match=r"other\.txt is no archive of this program; name a backup"):
        restore(archive, other)
    with pytest.raises(UsageError, match="is a folder; name a backup"):
        restore(archive, tmp_path)
    assert names(tmp_path) == ["archive.db", "other.txt"]


def test_an_archive_is_not_repaired_over_itself(archive: Path, tmp_path: Path) -> None:
    before = archive.read_bytes()
    (tmp_path / "other.db").hardlink_to(archive)
    for name in ("archive.db", "other.db"):
        with pytest.raises(UsageError, match="is the archive itself; name another file"):
            repair(archive, tmp_path / name, force=True)
    assert archive.read_bytes() == before


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_of_the_file_that_is_written(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(source: str, *_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), str(source))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(ArchiveError, match=r"saved\.db: the disk is full; .* was left as it is: free some space"):
        repair(archive, tmp_path / "saved.db")
    assert names(tmp_path) == ["archive.db"]
