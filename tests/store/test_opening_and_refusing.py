"""What is opened, what is refused and left untouched, and what can still be read where nothing may be written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from provenance.config.files import StoreSettings
from provenance.errors import (
    ArchiveBusy,
    ArchiveError,
    DamagedArchive,
    NewerArchive,
    NotAnArchive,
    ProvenanceError,
    SchemeMismatch,
    SettingsError,
)
from provenance.model import Subject
from provenance.store import Entry, Store, opening
from provenance.text.folded_text import folded_all


@pytest.fixture
def archive(path: Path, entry: Callable[..., Entry]) -> Path:
    with Store.open(path, create=True) as store:
        store.add([entry(f"a{n}", f"Text number {n}.", [n, 7], [n], [n]) for n in range(50)])
    return path


@pytest.mark.parametrize("readonly", [True, False])
def test_a_missing_archive_is_not_made_by_reading(path: Path, readonly: bool) -> None:
    with pytest.raises(ArchiveError, match=r"no archive at .*archive\.db; `provenance add PATH\.\.\.` makes one"):
        Store.open(path, readonly=readonly)
    assert list(path.parent.iterdir()) == []


def test_a_missing_folder_is_named(path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"the folder .* does not exist"):
        Store.open(path / "archive.db", create=True)


def test_an_empty_file_becomes_an_archive_only_with_create(path: Path) -> None:
    path.touch()
    with pytest.raises(NotAnArchive):
        Store.open(path)
    assert path.stat().st_size == 0
    with Store.open(path, create=True) as store:
        assert store.articles.count() == 0


def test_a_creation_that_was_cut_off_is_finished(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")  # what is there when the process dies before the tables are
    with pytest.raises(ArchiveError, match="holds nothing yet"):
        Store.open(path)
    with pytest.raises(ArchiveError, match="holds nothing yet"):
        Store.open(path, readonly=True)
    with Store.open(path, create=True) as store:
        assert store.upkeep.check_integrity() == []


@pytest.mark.parametrize("content", [b"id,text\n1,hello\n", b"\x89PNG\r\n\x1a\n" + bytes(200), b"SQLite format 3\0"])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_of_another_kind_is_left_untouched(path: Path, content: bytes, create: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(NotAnArchive, match=r"archive\.db is no archive .* left untouched"):
        Store.open(path, create=create)
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("application", [0, 252006675])
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("create", [True, False])
def test_another_programs_database_is_left_untouched(path: Path, application: int, mode: str, create: bool) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA journal_mode = {mode}")
        raw.execute(f"PRAGMA application_id = {application}")
        raw.execute("CREATE TABLE notes (note TEXT)")
        raw.execute("INSERT INTO notes VALUES ('precious')")
    before = path.read_bytes()
    with pytest.raises(NotAnArchive, match="another program's database"):
        Store.open(path, create=create)
    assert path.read_bytes() == before


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchive, match="is a folder"):
        Store.open(tmp_path, create=True)


def test_a_later_schema_is_refused(archive: Path) -> None:
    with closing(sqlite3.connect(archive, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA user_version = {opening.SCHEMA + 1}")
    before = archive.read_bytes()
    for readonly in (True, False):
        with pytest.raises(NewerArchive, match="later version of this program"):
            Store.open(archive, readonly=readonly)
    assert archive.read_bytes() == before


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused_with_advice(archive: Path, keep: float) -> None:
    size = archive.stat().st_size
    os.truncate(archive, int(size * keep))
    with pytest.raises(DamagedArchive, match=r"cut short: .* copy it again"):
        Store.open(archive, readonly=True)


def test_a_flipped_byte_never_gives_a_wrong_answer(archive: Path) -> None:
    """Every 97th byte of the file, one at a time: the same content as before, or a message of the program's own."""
    import numpy as np

    def content() -> object:
        with Store.open(archive, readonly=True) as store:
            found = store.index.lookup("passage", np.arange(60, dtype=np.uint64), 100)
            values = store.index.signatures(store.articles.all_numbers()).tolist()
            articles = [(a.id, a.text) for a in store.articles.iterate()]
            return articles, found.articles.tolist(), found.frequencies.tolist(), values

    expected = content()
    sound = archive.read_bytes()
    noticed = 0
    for place in range(100, len(sound), 97):
        damaged = bytearray(sound)
        damaged[place] ^= 0x10
        archive.write_bytes(damaged)
        try:
            same = content() == expected
        except ProvenanceError:
            noticed += 1
            continue
        if not same:  # rows that say nothing of themselves (an id, a number): verification compares them
            with Store.open(archive, readonly=True) as store:
                assert store.upkeep.check_integrity(), f"byte {place}"
                noticed += 1
    assert noticed > 20


def test_readers_change_nothing(archive: Path, entry: Callable[..., Entry]) -> None:
    before = archive.read_bytes()
    with Store.open(archive, readonly=True) as store:
        assert store.articles.count() == 50
        for change in (
            lambda: store.add([entry("new")]),
            lambda: store.remove("a1", folded_all),
            store.index.settle,
            lambda: store.runs.start("audit", "", "{}"),
            lambda: store.reviews.record(Subject.link("a1", "a2"), "confirmed"),
        ):
            with pytest.raises(ArchiveError, match=r"reading only|cannot be opened or written"):
                change()
    assert archive.read_bytes() == before
    assert [p.name for p in archive.parent.iterdir()] == [archive.name]


def test_a_read_only_folder_can_be_read(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, who may write anywhere: pretend what a read-only file system answers."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = archive.read_bytes()
    with Store.open(archive, readonly=True) as store:
        assert store.articles.get("a7").text == "Text number 7."
        assert store.upkeep.check_integrity() == []
    assert archive.read_bytes() == before
    with pytest.raises(ArchiveError, match="cannot be written; check the permissions"):
        Store.open(archive, create=True)


def test_where_no_lock_file_can_be_made_the_file_is_read_as_it_is(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(opening, "_readable", lambda _connection: False)
    with Store.open(archive, readonly=True) as store:
        assert store.articles.count() == 50
    Path(f"{archive}-wal").write_bytes(b"unfinished")
    with pytest.raises(ArchiveError, match="unfinished writes"):
        Store.open(archive, readonly=True)


def test_a_stale_lock_file_is_harmless(archive: Path, entry: Callable[..., Entry]) -> None:
    """What a killed process leaves behind: its log and its lock file."""
    script = (
        "import os, sys; from pathlib import Path; from provenance.store import Store;"
        "store = Store.open(Path(sys.argv[1])); store.runs.start('left behind', '', '{}'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(archive)], check=False)
    assert Path(f"{archive}-wal").exists()
    with Store.open(archive) as store:
        assert [run.kind for run in store.runs.all()] == ["left behind"]
        assert store.add([entry("new")])[0].result == "added"
    assert [p.name for p in archive.parent.iterdir()] == [archive.name]


def test_a_writer_that_does_not_finish_is_reported(archive: Path, entry: Callable[..., Entry]) -> None:
    hasty = StoreSettings(busy_seconds=0.05)
    with Store.open(archive) as first, Store.open(archive, settings=hasty) as second, first.transaction():
        first.remove("a1", folded_all)
        with pytest.raises(ArchiveBusy, match="being written by another process"):
            second.add([entry("new")])
        assert second.articles.count() == 50  # readers do not wait


def test_a_second_writer_waits_its_turn(archive: Path, entry: Callable[..., Entry]) -> None:
    waiting = threading.Event()
    results: list[str] = []

    def add_too() -> None:
        with Store.open(archive) as store:
            waiting.set()
            results.append(store.add([entry("second")])[0].result)

    with Store.open(archive) as store:
        with store.transaction():
            store.add([entry("first")])
            thread = threading.Thread(target=add_too)
            thread.start()
            assert waiting.wait(10)
        thread.join(20)
        assert results == ["added"]
        assert store.articles.count() == 52


def test_a_full_disk_leaves_everything_as_it_was(archive: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(archive) as store:
        pages = store.connection.value("PRAGMA page_count")
        store.connection.run(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(ArchiveError, match="the disk is full; everything reported as stored is kept"):
            store.add([entry(f"big{n}", "words " * 5000, [n]) for n in range(20)])
        assert store.articles.count() == 50
        assert store.upkeep.check_integrity() == []
        store.connection.run("PRAGMA max_page_count = 100000")
        assert store.add([entry("big", "words " * 5000)])[0].result == "added"


def test_half_of_a_nested_change_is_never_committed(archive: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(archive) as store:

        def change() -> None:
            with store.transaction():
                store.remove("a1", folded_all)
                with pytest.raises(SchemeMismatch):
                    store.add([entry("other", recipe="another recipe")])

        with pytest.raises(ArchiveError, match="none of it was stored"):
            change()
        assert store.articles.count() == 50


def test_impossible_settings_are_all_named(path: Path) -> None:
    with pytest.raises(SettingsError, match=r"busy_seconds.*cache_mib.*compression_level"):
        Store.open(path, create=True, settings=StoreSettings(-1, 0, 12))


@pytest.mark.parametrize("level", [0, 1, 9])
def test_packed_and_plain_texts_read_the_same(path: Path, entry: Callable[..., Entry], level: int) -> None:
    texts = ["", "a", "words " * 500, "Ärger \ud83d\x00 " * 50]
    with Store.open(path, create=True, settings=StoreSettings(compression_level=level)) as store:
        store.add([entry(f"a{n}", text) for n, text in enumerate(texts)])
        assert [article.text for article in store.articles.iterate()] == texts
        assert store.upkeep.check_integrity() == []


def test_names_with_odd_characters_are_opened(tmp_path: Path, entry: Callable[..., Entry]) -> None:
    for name in ("what?.db", "a#b.db", "50%.db", "ä ö.db", "?mode=ro&x.db"):
        with Store.open(tmp_path / name, create=True) as store:
            store.add([entry("a")])
        assert (tmp_path / name).stat().st_size > 0
        with Store.open(tmp_path / name, readonly=True) as store:
            assert store.articles.count() == 1


def test_names_in_the_file_that_are_no_text_are_damage(tmp_path: Path) -> None:
    """One flipped bit in the name of a column: Python's sqlite3 raises UnicodeDecodeError."""
    import sqlite3

    from provenance.store.connection import Connection

    path = tmp_path / "a.db"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE things (colour TEXT)")
        made.execute("INSERT INTO things VALUES ('red')")
    made.close()
    path.write_bytes(path.read_bytes().replace(b"colour TEXT", b"col\x82ur TEXT"))
    opened = Connection(path, sqlite3.connect(path), writable=False, busy_seconds=0)
    with pytest.raises(DamagedArchive, match="is damaged"):
        opened.rows("SELECT * FROM things")
    opened.close()
