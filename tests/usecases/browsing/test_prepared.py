"""Lists that another process works out: not there at first, then as the command has them, anew after changes."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import Archive
from provenance.config.settings import Settings
from provenance.errors import ArchiveError
from provenance.model.lists import QuotationQuestion
from provenance.reports.contract_json import cluster_object, dump, quotation_object
from provenance.usecases.browsing import prepared, preparing
from provenance.usecases.browsing.prepared import NotReady, Prepared, PreparedPage


@pytest.fixture
def path(corpus_db: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.db"
    shutil.copy(corpus_db, copy)
    return copy


@pytest.fixture
def lists(path: Path) -> Iterator[Prepared]:
    made = Prepared(path, Settings.of())
    yield made
    made.close()


def clusters(lists: Prepared, archive: Archive) -> PreparedPage:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return lists.clusters(archive.store, None, 500)
        except NotReady:
            time.sleep(0.05)
    raise AssertionError("never ready")


def test_they_are_there_after_a_while_and_follow_changes(
    lists: Prepared, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "PAUSE", 0.0)
    monkeypatch.setattr(prepared, "PAUSES", 0.0)
    with Archive(path) as archive:
        with pytest.raises(NotReady):
            lists.clusters(archive.store, None, 5)
        page = clusters(lists, archive)
        assert [*page.rows] == [json.loads(dump(cluster_object(each))) for each in archive.clusters()]
        assert not page.old
        gone = page.rows[0]["members"][-1]
        archive.remove([gone])
        assert clusters(lists, archive).old
        until = time.monotonic() + 60
        while (page := clusters(lists, archive)).old and time.monotonic() < until:
            time.sleep(0.05)
        assert not page.old
        assert gone not in {name for row in page.rows for name in row["members"]}


def test_pages_go_on_by_key(lists: Prepared, path: Path) -> None:
    with Archive(path, readonly=True) as archive:
        until = time.monotonic() + 60
        rows, after = [], None
        while time.monotonic() < until:
            try:
                page = lists.quotations(archive.store, QuotationQuestion(reused=True), after, 10)
            except NotReady:
                time.sleep(0.05)
                continue
            rows += page.rows
            after = page.after
            if after is None:
                break
        assert rows == [json.loads(dump(quotation_object(row))) for row in archive.quotes(reused=True)]
        assert page.total == len(rows)


def test_what_could_not_be_worked_out_says_why(path: Path, tmp_path: Path) -> None:
    with Archive(path, readonly=True) as archive:
        broken = Prepared(tmp_path / "none.db", Settings.of())
        try:
            with pytest.raises(ArchiveError, match=r"could not be worked out: .*none\.db"):
                clusters(broken, archive)
        finally:
            broken.close()


def test_nothing_is_left_of_them(lists: Prepared, path: Path) -> None:
    with Archive(path, readonly=True) as archive:
        with pytest.raises(NotReady):
            lists.clusters(archive.store, None, 5)
        folder = lists._folder
        assert folder is not None
        assert folder.is_dir()
        lists.close()
        assert not folder.exists()


def test_who_waits_is_told_how_far_it_is(path: Path) -> None:
    told: list[NotReady] = []
    lists = Prepared(path, Settings.of())
    try:
        with Archive(path) as archive:
            until = time.monotonic() + 60
            while time.monotonic() < until:
                try:
                    lists.quotations(archive.store, QuotationQuestion(), None, 1)
                    break
                except NotReady as waiting:
                    told.append(waiting)
                    time.sleep(0.01)
    finally:
        lists.close()
    assert told[0].how_far == ""
    assert [each.seconds for each in told] == sorted(each.seconds for each in told)
    for each in told:
        if each.how_far:
            assert each.how_far in str(each)
            assert 0 <= each.done <= (each.total or each.done)


def test_words_about_progress_are_written_and_read(tmp_path: Path) -> None:
    target = tmp_path / "quotations.rows"
    assert preparing.how_far(target) == ("", 0, None)
    told = preparing._Telling(preparing.progress_file(target))
    told("reading quotations", 5, 12)
    assert preparing.how_far(target) == ("reading quotations", 5, 12)
    told("reading quotations", 6, 12)  # too soon
    assert preparing.how_far(target) == ("reading quotations", 5, 12)
    told("comparing", 0, None)
    assert preparing.how_far(target) == ("comparing", 0, None)
    preparing.progress_file(target).write_bytes(b"[")
    assert preparing.how_far(target) == ("", 0, None)
    assert str(NotReady("quotations", "comparing", 3, 9)) == (
        "the quotations of the whole archive are being worked out (Comparing: 3 of 9); ask again in some seconds"
    )
