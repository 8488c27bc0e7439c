"""Backups are whole, checked and never in the way; restoring changes all or nothing."""

from __future__ import annotations

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
