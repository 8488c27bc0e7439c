"""Readers that overlap for as long as somebody writes do not let the write-ahead log grow without end."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from provenance.store import Store, connection

MEGABYTE = 2**20


def longest_log(path: Path, seconds: float, readers: int = 3) -> int:
    """The length that the log reached while some threads always held a state of the archive and one wrote."""
    with Store.open(path, create=True):
        pass
    done = threading.Event()

    def read() -> None:
        with Store.open(path, readonly=True) as store:
            while not done.is_set():
                with store.snapshot():
                    time.sleep(0.03)

    threads = [threading.Thread(target=read) for _ in range(readers)]
    for number, thread in enumerate(threads):
        thread.start()
        time.sleep(0.03 * number / readers)
    longest = 0
    try:
        with Store.open(path) as store:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                with store.transaction():
                    store.connection.run("INSERT OR REPLACE INTO properties VALUES ('big', zeroblob(500000))")
                longest = max(longest, Path(f"{path}-wal").stat().st_size)
    finally:
        done.set()
        for thread in threads:
            thread.join()
    return longest


def test_the_log_is_bounded_while_readers_overlap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "LONGEST_LOG", 2 * MEGABYTE)
    monkeypatch.setattr(connection, "LOG_PAUSE", 0.1)
    assert longest_log(tmp_path / "a.db", 3.0) < 2 * MEGABYTE * connection.MOST_LOGS + 4 * MEGABYTE


def test_one_that_holds_an_old_state_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its state has to stay, so the log grows; writers go on, and the log is short again when the reader is gone."""
    monkeypatch.setattr(connection, "LONGEST_LOG", MEGABYTE)
    monkeypatch.setattr(connection, "LOG_PAUSE", 0.0)
    path = tmp_path / "a.db"
    with Store.open(path, create=True):
        pass
    log = Path(f"{path}-wal")
    with Store.open(path) as store:
        with Store.open(path, readonly=True) as reader, reader.snapshot():
            for _ in range(5):
                with store.transaction():
                    store.connection.run("INSERT OR REPLACE INTO properties VALUES ('big', zeroblob(900000))")
            assert log.stat().st_size > 4 * MEGABYTE
            assert reader.connection.value("SELECT count(*) FROM properties WHERE name = 'big'") == 0
        with store.transaction():
            store.connection.run("DELETE FROM properties WHERE name = 'big'")
        assert log.stat().st_size < MEGABYTE
