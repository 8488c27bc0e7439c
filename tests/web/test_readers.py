"""Pages read the archive as it is at one moment, wait for nobody, and let nobody wait."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from provenance import Archive
from provenance.config.settings import Settings
from provenance.config.web import WebSettings
from provenance.errors import ArchiveError
from provenance.web.readers import Readers


@pytest.fixture
def path(corpus_db: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(corpus_db, tmp_path / "own.db"))


@pytest.fixture
def readers(path: Path):
    opened = Readers(path, Settings.of(), WebSettings(readers=2))
    yield opened
    opened.close()


def test_what_is_read_is_of_one_moment_while_another_writes(readers: Readers, path: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The lamp on the north pier was mended yesterday by two divers.", "utf-8")
    with readers.reading() as archive:
        before = archive.store.articles.count()
        with Archive(path) as other:
            other.add([story])  # does not wait for the page
        assert archive.store.articles.count() == before
    with readers.reading() as archive:
        assert archive.store.articles.count() == before + 1


def test_a_page_does_not_wait_for_a_transaction_that_writes(readers: Readers, path: Path) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM reviews")
    try:
        with readers.reading() as archive:
            assert archive.store.articles.count() > 60
    finally:
        writer.execute("ROLLBACK")
        writer.close()


def test_one_archive_serves_thread_after_thread(readers: Readers) -> None:
    seen = []

    def read() -> None:
        with readers.reading() as archive:
            seen.append((id(archive), archive.store.articles.count()))

    for _ in range(3):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert len(set(seen)) == 1


def test_nothing_can_be_written(readers: Readers) -> None:
    with readers.reading() as archive, pytest.raises(ArchiveError):
        archive.review_phrase("declined to comment", "reject")


def test_a_file_that_takes_its_place_is_read(readers: Readers, path: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "new.db") as other:
        other.add([Path(__file__).parents[2] / "corpus" / "incoming"])
    (tmp_path / "new.db").replace(path)
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    with readers.reading() as archive:
        assert archive.store.articles.count() < 60


def test_a_file_that_is_no_archive_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive"):
        Readers(tmp_path / "none.db", Settings.of(), WebSettings())


def test_an_error_in_a_page_loses_no_reader(readers: Readers) -> None:
    for _ in range(5):
        with pytest.raises(KeyError), readers.reading():
            raise KeyError
    with readers.reading() as archive:
        assert archive.store.articles.count()
