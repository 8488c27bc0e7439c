"""Languages are stored; archives of 0.4, which have none, are upgraded with all that is in them and filled in."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from provenance import Archive
from provenance.sources.given_values import given_values
from provenance.store import Store
from tests.languages.sentences import SENTENCES


def add(path: Path, rows: list[dict[str, str]]) -> None:
    file = path.with_suffix(".jsonl")
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with Archive(path) as archive:
        archive.add([file])


ROWS = [
    {"id": "one", "text": SENTENCES["de"] * 2, "publisher": "Blatt"},
    {"id": "two", "text": SENTENCES["en"] * 2},
    {"id": "three", "text": "Oslo 3."},
    {"id": "four", "text": SENTENCES["pl"], "publisher": "Gazeta"},
]


def as_of_0_4(path: Path) -> None:
    """Take out what 0.4.0 did not have."""
    with closing(sqlite3.connect(path)) as raw:
        for number, content in raw.execute("SELECT number, content FROM as_read").fetchall():
            old = json.dumps(json.loads(content)[:10])
            checksum = zlib.crc32(repr([number, old]).encode())
            raw.execute("UPDATE as_read SET content = ?, checksum = ? WHERE number = ?", (old, checksum, number))
        for (view,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            raw.execute(f"DROP VIEW {view}")
        raw.execute("DROP TABLE reviewed_links")
        raw.execute("ALTER TABLE versions DROP COLUMN language")
        raw.executescript(
            "DROP TABLE meanings; DROP TABLE link_rows; "
            + "; ".join(
                f"DROP TRIGGER link_rows_{name}" for name in ("superseded", "deleted", "replaced", "corrected")
            )
        )
        raw.execute("DROP TABLE meaning_pages")
        raw.execute("DELETE FROM _sqlite_migrations WHERE name >= '0008'")
        raw.execute("PRAGMA user_version = 2")
        raw.commit()


@pytest.fixture
def older(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as patch:
        patch.setattr("provenance.languages.detection.detect", lambda *_, **__: None)
        add(path, ROWS)
        with Archive(path) as archive:
            archive.edit("four", given_values(["publisher=Gazeta Nowa"]))
    as_of_0_4(path)
    return path


def test_a_language_comes_out_as_it_went_in(path: Path) -> None:
    add(path, [*ROWS, {"id": "five", "text": "Kort.", "language": "nl"}])
    with Store.open(path, readonly=True) as store:
        assert {row.id: row.language for row in store.articles.listed()} == {
            "one": "de",
            "two": "en",
            "three": None,
            "four": "pl",
            "five": "nl",
        }
        assert store.articles.get("one").guesses["language"] == "the words of the text"
        assert "language" not in store.articles.get("five").guesses
        assert store.upkeep.check_integrity() == []
        assert store.upkeep.statistics().languages == {"de": 1, "en": 1, "nl": 1, "pl": 1, "": 1}


def test_an_archive_of_0_4_is_upgraded_and_its_languages_filled_in(older: Path) -> None:
    with Store.open(older) as store:
        assert [row.language for row in store.articles.listed()] == [None] * 4
        assert store.upkeep.check_integrity() == []
        assert store.articles.languages_unread() == 4
    add(older, [{"id": "six", "text": SENTENCES["fr"]}])
    with Archive(older) as archive:
        assert {row.id: row.language for row in archive.store.articles.listed()} == {
            "one": "de",
            "two": "en",
            "three": None,
            "four": "pl",
            "six": "fr",
        }
        assert archive.store.articles.languages_unread() == 0
        four = archive.store.articles.get("four")
        assert (four.publisher, four.guesses) == ("Gazeta Nowa", {"language": "the words of the text"})
        assert archive.store.upkeep.check_integrity() == []
        archive.undo_edit("four")
        four = archive.store.articles.get("four")
        assert (four.publisher, four.language) == ("Gazeta", "pl")
        assert four.guesses == {"language": "the words of the text"}
        assert archive.store.upkeep.check_integrity() == []


def test_an_audit_fills_them_in_too(older: Path) -> None:
    with Archive(older) as archive:
        archive.audit()
        assert archive.store.articles.get("one").language == "de"


def test_a_language_is_corrected_and_that_is_undone(path: Path) -> None:
    add(path, ROWS)
    with Archive(path) as archive:
        archive.edit("one", given_values(["language=Dutch"]))
        assert archive.store.articles.get("one").language == "nl"
        assert "language" not in archive.store.articles.get("one").guesses
        archive.undo_edit("one")
        one = archive.store.articles.get("one")
        assert (one.language, one.guesses["language"]) == ("de", "the words of the text")
        assert archive.store.upkeep.check_integrity() == []
