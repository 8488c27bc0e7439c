"""Older archives are upgraded in one transaction after a backup; an upgrade that fails changes nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from provenance.errors import ArchiveError, NewerArchive
from provenance.store import Entry, Store, archive_store, migrations, opening

LATER = opening.SCHEMA + 1


def later_steps(fault: str = "") -> Migrations:
    steps = migrations.archive_steps()

    @steps(name="9999 a later step")
    def add_column(db: Database) -> None:
        db.execute("ALTER TABLE reviews ADD COLUMN reviewer TEXT")
        if fault:
            db.execute(fault)

    return steps


@pytest.fixture
def older(path: Path, entry: Callable[..., Entry]) -> Path:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "One.", [1]), entry("b", "Two.", [2])])
    return path


def pretend_later(monkeypatch: pytest.MonkeyPatch, fault: str = "") -> None:
    monkeypatch.setattr(opening, "SCHEMA", LATER)
    monkeypatch.setattr(archive_store, "SCHEMA", LATER)
    plain = migrations.bring_up_to_date

    def with_later_step(connection: object) -> Path | None:
        return plain(connection, later_steps(fault), LATER)  # type: ignore[arg-type]

    monkeypatch.setattr(migrations, "bring_up_to_date", with_later_step)


@pytest.mark.parametrize("readonly", [True, False])
def test_an_older_archive_is_upgraded_after_a_backup(
    older: Path, monkeypatch: pytest.MonkeyPatch, readonly: bool
) -> None:
    pretend_later(monkeypatch)
    with Store.open(older, readonly=readonly) as store:
        assert store.articles.get("b").text == "Two."
        assert store.connection.value("SELECT count(reviewer) FROM reviews") == 0
        assert store.connection.value("PRAGMA user_version") == LATER
        assert store.upkeep.check_integrity() == []
        names = [name for (name,) in store.connection.rows("SELECT name FROM _sqlite_migrations ORDER BY id")]
        assert names[-1] == "9999 a later step"
    monkeypatch.undo()
    with pytest.raises(NewerArchive):
        Store.open(older)
    backup = older.with_name(f"archive.db.schema{opening.SCHEMA}.backup")
    with Store.open(backup, readonly=True) as store:
        assert [a.id for a in store.articles.iterate()] == ["a", "b"]


def test_an_upgrade_that_fails_changes_nothing(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_later(monkeypatch, fault="INSERT INTO nowhere VALUES (1)")
    with pytest.raises(ArchiveError):
        Store.open(older)
    monkeypatch.undo()
    with Store.open(older) as store:
        assert store.connection.value("PRAGMA user_version") == opening.SCHEMA
        assert [row[1] for row in store.connection.rows("PRAGMA table_info(reviews)")].count("reviewer") == 0
        assert store.upkeep.check_integrity() == []


def test_two_that_upgrade_at_once_do_it_once(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_later(monkeypatch)
    with Store.open(older) as first, Store.open(older) as second:
        assert first.articles.count() == second.articles.count() == 2


def test_steps_use_nothing_that_may_change(path: Path) -> None:
    """The first step's tables are those of the present schema: nobody edited it without a new step."""
    Store.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {
        *("properties", "articles", "versions", "texts", "fingerprints", "retired", "runs_of_postings", "pages"),
        *("runs", "judgements", "reviews", "audited", "quotations"),
        *("_sqlite_migrations", "sqlite_sequence"),
    }


def test_opening_an_archive_does_not_load_sqlite_utils(older: Path) -> None:
    """It costs a tenth of a second at every start and is needed only to make or upgrade tables."""
    script = (
        "import sys; from pathlib import Path; from provenance.store import Store;"
        "Store.open(Path(sys.argv[1]), readonly=True).articles.count();"
        "heavy = {'sqlite_utils', 'scipy', 'pandas'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(older)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
