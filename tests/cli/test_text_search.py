"""An archive of 0.2.0 is indexed once, with a note; where that cannot be, the note says what takes longer."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from provenance.cli import text_search
from provenance.cli.app import app
from provenance.cli.session import Session
from provenance.store.index.text_search import TextSearch
from provenance.usecases.archive import Archive


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """An archive with two articles as 0.2.0 left it."""
    path = tmp_path / "old.db"
    given = [{"id": name, "text": f"The {name} gates were shut."} for name in ("east", "west")]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, given)), "utf-8")
    with Archive(path) as archive:
        archive.add([tmp_path / "all.jsonl"])
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE text_search")
        raw.execute("DROP TABLE unsearchable")
        raw.execute("DELETE FROM _sqlite_migrations WHERE name = '0004 text search'")
        raw.execute("PRAGMA user_version = 1")
        raw.commit()
    return Session(path, quiet=False)


def found(session: Session) -> int:
    with session.archive(readonly=True) as archive:
        return archive.trace("gates were shut").found


def test_words_are_indexed_once(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    text_search.make_searchable(session)
    assert "indexing the words of 2 texts" in capsys.readouterr().err
    assert found(session) == 2
    text_search.make_searchable(session)
    assert capsys.readouterr().err == ""


def test_an_archive_that_cannot_be_written_is_read(
    session: Session, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with session.archive(readonly=True) as archive:
        assert archive.unsearchable() == 2
    monkeypatch.setattr(text_search.os, "access", lambda *_: False)
    text_search.make_searchable(session)
    assert "2 texts are read one by one" in capsys.readouterr().err
    assert found(session) == 2


def test_a_python_without_full_text_search_reads_all_texts(
    session: Session, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TextSearch, "available", False)
    text_search.make_searchable(session)
    assert "no full-text search (FTS5)" in capsys.readouterr().err
    assert found(session) == 2


def test_adding_indexes_the_rest_too(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    with session.archive() as archive:
        text_search.index_words(session, archive)
        assert archive.unsearchable() == 0
    assert "once" in capsys.readouterr().err


def test_an_audit_indexes_the_words_of_an_older_archive(session: Session) -> None:
    done = CliRunner().invoke(app, ["--db", str(session.db), "audit", "-j", "1"])
    assert done.exit_code == 0, done.output
    assert "indexing the words of 2 texts" in done.stderr
    with session.archive(readonly=True) as archive:
        assert archive.unsearchable() == 0
