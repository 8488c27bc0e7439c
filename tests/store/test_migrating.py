"""Older archives are upgraded in one transaction after a backup; an upgrade that fails changes nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from provenance.errors import ArchiveError, NewerArchive
from provenance.model import Link, Subject
from provenance.store import Entry, Store, archive_store, migrations, opening
from provenance.store.findings.link_bytes import link_to_bytes
from provenance.store.schema_steps import STEPS

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
    # What `verify` holds the tables against has no later step.
    monkeypatch.setattr("provenance.store.integrity.table_problems", lambda _: iter(()))
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
        *("runs", "records", "shared_passages", "judgements", "judged_portions", "reviews", "audited", "quotations"),
        *("earlier_texts", "earlier_keys"),
        *("utterances", "speakers", "speaker_keys", "spoken"),
        *("meanings", "meaning_pages", "link_rows", "reviewed_links"),
        *("addresses", "corrections", "as_read"),
        *("_sqlite_migrations", "sqlite_sequence"),
        *("text_search", "text_search_config", "text_search_data", "text_search_docsize", "text_search_idx"),
        *("unsearchable", "_sqlite_migrations", "sqlite_sequence"),
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


def made_by_020(path: Path, rows: str) -> None:
    """An archive with the tables of 0.2.0: articles a and b, of which b got a second text at noon, and `rows`."""
    first = Migrations("provenance archive")
    name, step = STEPS[0]
    first(name=name)(step)
    with closing(sqlite3.connect(path)) as raw:
        first.apply(Database(raw))
        raw.executescript(
            "INSERT INTO properties VALUES ('articles', 2);"
            "INSERT INTO runs VALUES (1, 'audit', 's', '{}', '0.2.0', '2026-01-01T09:00:00Z', NULL);"
            "INSERT INTO articles VALUES (1, 'b', 3), (2, 'a', 2);"
            "INSERT INTO versions (number, article, version, added, digest, characters, body_start, body_end, "
            "checksum) VALUES (1, 1, 1, '2026-01-01T08:00:00Z', x'00', 1, 0, 1, 0),"
            " (2, 2, 1, '2026-01-01T08:00:00Z', x'00', 1, 0, 1, 0),"
            " (3, 1, 2, '2026-01-01T12:00:00Z', x'00', 1, 0, 1, 0);" + rows + "PRAGMA user_version = 1;"
            f"PRAGMA application_id = {opening.APPLICATION};"
        )


REVIEWS_OF_020 = (
    "INSERT INTO reviews (low, high, verdict, note, made) VALUES"
    " (1, 2, 'confirmed', 'by phone', '2026-01-01T10:00:00Z'),"
    " (1, 2, 'rejected', '', '2026-01-01T11:00:00Z'),"
    " (1, 2, NULL, 'neither', '2026-01-01T11:30:00Z'),"
    " (1, 2, NULL, '', '2026-01-01T11:40:00Z'),"
    " (1, 2, 'confirmed', 'after all', '2026-01-01T13:00:00Z');"
)


def test_reviews_of_020_are_kept(path: Path, link: Callable[..., Link]) -> None:
    """NULL took back everything that had been said of a pair; the texts seen are those of the time of the review."""
    content = link_to_bytes(link("b", "a"))
    made_by_020(path, REVIEWS_OF_020)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(
            "INSERT INTO judgements VALUES (1, 1, 2, 1, 2, 1, '2026-01-01T09:00:01Z', 1, 'derived', 0.9, ?, ?)",
            (content, zlib.crc32(content)),
        )
    with Store.open(path) as store:
        steps = store.reviews.steps()
        assert store.upkeep.statistics().reviews == 6
        assert [(step.said, step.note, step.at[11:16], step.undoes) for step in steps] == [
            ("confirmed", "by phone", "10:00", None),
            ("rejected", "", "11:00", None),
            ("undone", "neither", "11:30", 2),
            ("undone", "neither", "11:30", 1),
            ("undone", "", "11:40", None),
            ("confirmed", "after all", "13:00", None),
        ]
        assert {step.subject for step in steps} == {Subject.link("a", "b")}
        assert [step.seen for step in steps] == [(2, 1)] * 5 + [(2, 3)]
        assert {step.by for step in steps} == {None}
        assert {step.link for step in steps} == {link("b", "a")}
        assert [step.note for step in store.reviews.in_force()] == ["after all"]
        assert not store.connection.rows("PRAGMA foreign_key_check")


def test_a_pair_of_020_without_reviews_or_judgements_upgrades(path: Path) -> None:
    made_by_020(path, "INSERT INTO reviews (low, high, verdict, note, made) VALUES (1, 2, NULL, '', '2025');")
    with Store.open(path, readonly=True) as store:
        (step,) = store.reviews.steps()
        assert (step.said, step.undoes, step.link, step.seen) == ("undone", None, None, (2, 1))
        assert store.reviews.in_force() == []
