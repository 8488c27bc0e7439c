"""An archive of an older release gets the rows of its links when it is upgraded, and a damaged link stops nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from provenance import Archive
from provenance.model.lists import LinkQuery
from provenance.store import Store
from provenance.store.browsing.link_columns import KIND_BITS, kind_bits

TRIGGERS = ("superseded", "deleted", "replaced", "corrected")


@pytest.fixture
def path(corpus_db: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.db"
    shutil.copy(corpus_db, copy)
    return copy


def without_rows(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """Make the file what 0.4 would have left; the rows that it had."""
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT * FROM link_rows ORDER BY judgement").fetchall()
        for trigger in TRIGGERS:
            raw.execute(f"DROP TRIGGER link_rows_{trigger}")
        for statement in ("DROP TABLE link_rows", *statements):
            raw.execute(statement)
        raw.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0010%'")
        raw.execute("PRAGMA user_version = 2")
        raw.commit()
    return rows


def rows_of(store: Store) -> list[tuple[object, ...]]:
    return store.connection.rows("SELECT * FROM link_rows ORDER BY judgement")


@pytest.mark.parametrize("readonly", [True, False])
def test_an_older_archive_gets_its_rows(path: Path, readonly: bool) -> None:
    rows = without_rows(path)
    assert len(rows) > 20
    with Store.open(path, readonly=readonly) as store:
        assert rows_of(store) == rows
        assert store.upkeep.check_integrity() == []


def test_a_damaged_link_is_left_out_and_named(path: Path) -> None:
    damaged = "UPDATE judgements SET content = x'785b00' WHERE judgement = (SELECT min(judgement) FROM judgements)"
    rows = without_rows(path, damaged)
    with Store.open(path) as store:
        assert len(rows_of(store)) in (len(rows) - 1, len(rows))
        assert any("damaged" in str(each) for each in store.upkeep.check_integrity())


def test_an_article_that_is_added_again_after_an_upgrade_is_followed(path: Path) -> None:
    without_rows(path)
    with Archive(path) as archive:
        link = archive.listed_links()[0]
        archive.remove([link.a])
        found = archive.store.link_pages.recorded(LinkQuery(same_event=True), 0.8, (), None, 1000)
        assert link.a not in {name for each in found for name in (each.a, each.b)}
        assert archive.store.upkeep.check_integrity() == []


def test_kinds_are_bits() -> None:
    assert kind_bits(KIND_BITS) == 31
    assert kind_bits(["verbatim", "verbatim", "quotation", "of a later release"]) == 9


def test_the_first_page_by_share_reads_the_index(path: Path) -> None:
    with Store.open(path, readonly=True) as store:
        plans: list[str] = []
        store.connection.raw.set_trace_callback(plans.append)
        store.link_pages.recorded(LinkQuery(), 0.8, (), None, 50)
        store.connection.raw.set_trace_callback(None)
        plan = store.connection.rows(f"EXPLAIN QUERY PLAN {plans[-1]}")
        assert "link_rows_by_share" in str(plan)
