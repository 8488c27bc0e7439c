"""The words of texts are written and removed with the texts: in one transaction, and out of the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from provenance.errors import ArchiveError
from provenance.retrieval.word_for_word import index_words
from provenance.store import Entry, Store
from provenance.store.index.text_search import TextSearch
from provenance.text.folded_text import folded, folded_all
from provenance.usecases.removing import remove

Make = Callable[..., Entry]


def test_a_failed_addition_leaves_no_words(path: Path, entry: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "Old words.")])
        with pytest.raises(RuntimeError), store.transaction():  # noqa: PT012
            store.add([entry("b", "New words.")])
            raise RuntimeError
        assert store.words.holding(folded("new words")) == []
        assert store.words.holding(folded("words")) == [1]
        assert list(store.words.sizes()) == [1]


def test_words_of_a_removed_article_are_not_left_in_the_file(path: Path, entry: Make) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "A zanzibarite secret."), entry("b", "Something else.")])
        store.add([entry("a", "A quixotically changed one.")])
        remove(store, ["a"])
        assert store.words.holding(folded("zanzibarite")) == []
        assert store.words.holding(folded("else")) == [2]
    held = path.read_bytes()
    assert b"zanzibar" not in held
    assert b"quixotic" not in held
    assert b"something" in held


def test_without_fts5_nothing_is_removed_whose_words_would_stay(
    path: Path, entry: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "One.")])
        with monkeypatch.context() as patch:
            patch.setattr(TextSearch, "available", False)
            with pytest.raises(ArchiveError, match="FTS5"):
                remove(store, ["a"])
            store.add([entry("b", "One more.")])
        assert store.articles.count() == 2
        assert store.words.unindexed() == [2]
        remove(store, ["b"])
        assert store.words.unindexed() == []


def as_020(path: Path) -> None:
    """Take out of an archive what 0.2.0 did not have."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE text_search")
        raw.execute("DROP TABLE unsearchable")
        raw.execute("DELETE FROM _sqlite_migrations WHERE name = '0004 text search'")
        raw.execute("PRAGMA user_version = 1")
        raw.commit()


def test_the_words_of_an_older_archive_are_indexed_later(path: Path, entry: Make) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "Old words."), entry("b", "Others.")])
        store.add([entry("a", "Newer words.")])
    as_020(path)
    with Store.open(path) as store:
        assert store.words.unindexed() == [1, 2, 3]
        store.add([entry("c", "More words.")])
        assert store.words.holding(folded("words")) == [4]
        assert index_words(store) == 3
        assert store.words.holding(folded("words")) == [1, 3, 4]
        assert store.upkeep.check_words([([1, 2, 3, 4], folded_all(TEXTS))]) == []


TEXTS = ("Old words.", "Others.", "Newer words.", "More words.")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("INSERT INTO text_search (text_search, rowid, words) VALUES ('delete', 2, 'two words')", "not in the text"),
        ("INSERT INTO text_search (rowid, words) VALUES (77, 'two words')", "is gone, and the text search has"),
        (
            "INSERT INTO text_search (text_search, rowid, words) VALUES ('delete', 2, 'two words');"
            "INSERT INTO text_search (rowid, words) VALUES (2, 'too words')",
            "words occur elsewhere",
        ),
        (
            "INSERT INTO text_search (text_search, rowid, words) VALUES ('delete', 2, 'two words');"
            "INSERT INTO text_search (rowid, words) VALUES (2, 'two')",
            "has other words of it",
        ),
    ],
)
def test_differences_from_the_texts_are_found(path: Path, entry: Make, damage: str, expected: str) -> None:
    texts = ("One.", "Two words.", "Three.")
    with Store.open(path, create=True) as store:
        store.add([entry(f"a{number}", text) for number, text in enumerate(texts)])
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(damage)
    with Store.open(path, readonly=True) as store:
        problems = store.upkeep.check_words([([1, 2, 3], folded_all(texts))])
        assert any(expected in problem.detail for problem in problems), problems
        with pytest.raises(ArchiveError):
            store.words.fill([1], [b"one"])  # the check left the archive read-only


def test_a_beginning_that_leads_to_the_wrong_page_is_said(path: Path, entry: Make) -> None:
    """SQLite's own check lets it pass where it is before the page's first word."""
    words = " ".join(f"w{number:05}" for number in range(4000))
    with Store.open(path, create=True) as store:
        store.add([entry("a", words)])
    with closing(sqlite3.connect(path)) as raw:
        segment, term = raw.execute("SELECT segid, term FROM text_search_idx WHERE length(term) > 3").fetchone()
        lower = term[:-1] + bytes([term[-1] - 1])
        raw.execute("UPDATE text_search_idx SET term = ? WHERE segid = ? AND term = ?", (lower, segment, term))
        raw.commit()
    with Store.open(path, readonly=True) as store:
        problems = store.upkeep.check_words([([1], folded_all([words]))])
    assert [problem.where for problem in problems] == ["text search"]
    assert "leads to pages" in problems[0].detail
