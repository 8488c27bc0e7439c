"""A file that this process has open is not looked into but through SQLite: its locks would be gone."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.store import Entry, Store, open_files

# Another process that writes, and ends: as the last one it removes the write-ahead log, else it leaves it.
WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("UPDATE properties SET value = value")
connection.close()
"""


def write_elsewhere(path: Path) -> None:
    subprocess.run([sys.executable, "-c", WRITER, str(path)], check=True)


@pytest.fixture
def archive(path: Path, entry: Callable[..., Entry]) -> Path:
    with Store.open(path, create=True) as store:
        store.add([entry(f"a{n}", f"Text number {n}.", [n, 7], [n], [n]) for n in range(5)])
    return path


def log_of(path: Path) -> Path:
    return Path(f"{path}-wal")


def test_a_process_that_ends_as_the_last_removes_the_log(archive: Path) -> None:
    write_elsewhere(archive)
    assert not log_of(archive).exists()


@pytest.mark.parametrize("readonly", [True, False])
def test_opening_a_second_time_keeps_the_locks_of_the_first(archive: Path, readonly: bool) -> None:
    with Store.open(archive, readonly=readonly) as first:
        first.articles.count()
        with Store.open(archive, readonly=True):
            pass
        write_elsewhere(archive)
        assert log_of(archive).exists()  # somebody has the archive open, and the process that ended saw it
        assert first.articles.count() == 5


def test_the_same_while_the_archive_is_new(path: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "A text.", [1], [1], [1])])
        with Store.open(path, readonly=True) as second:
            assert second.articles.count() == 1
        write_elsewhere(path)
        assert log_of(path).exists()


def test_a_file_is_open_until_its_last_connection_is_closed(archive: Path, tmp_path: Path) -> None:
    assert not open_files.is_open(archive)
    with Store.open(archive):
        with Store.open(archive, readonly=True):
            assert open_files.is_open(archive)
        assert open_files.is_open(archive)
        (tmp_path / "other name.db").symlink_to(archive)
        assert open_files.is_open(tmp_path / "other name.db")  # the file counts, not its name
    assert not open_files.is_open(archive)
    assert not open_files.is_open(tmp_path / "none.db")


def test_threads_that_open_and_close_keep_each_others_locks(archive: Path) -> None:
    stop = threading.Event()
    failed: list[str] = []

    def read() -> None:
        while not stop.is_set():
            try:
                with Store.open(archive, readonly=True) as store:
                    assert store.articles.count() == 5
            except Exception as error:
                failed.append(str(error))

    threads = [threading.Thread(target=read) for _ in range(4)]
    with Store.open(archive, readonly=True) as held:
        held.articles.count()
        for thread in threads:
            thread.start()
        for _ in range(5):
            write_elsewhere(archive)
            assert log_of(archive).exists()
        stop.set()
        for thread in threads:
            thread.join()
    assert failed == []
