"""Reading the whole archive: which articles hold most words of a passage, in which order, and when it is not done."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.model import Article, Span
from provenance.retrieval import scanning
from provenance.retrieval.scanning import holding_most_words
from provenance.store import Store
from provenance.store.index.text_search import TextSearch
from provenance.text.folded_text import folded
from provenance.usecases.adding import add

PASSAGE = "Sand had polished the old bell bright"
TEXTS = {
    "c-reordered": "Bright and old, the bell: sand had polished it, the divers said on the quay.",
    "a-copy": "SAND had polished the old bell bright, said the diver who found it in the silt.",
    "b-half": "The old bell rang in the new year while the choir sang in the square.",
    "d-other": "Rain held off until the last song of the festival was over.",
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "archive.db", create=True)
    add(store, [Article(name, text, Span(0, len(text))) for name, text in TEXTS.items()])
    return store


def test_articles_with_most_of_the_words_come_in_the_order_of_archiving(store: Store) -> None:
    assert [article.id for article in holding_most_words(store, folded(PASSAGE), 9)] == ["c-reordered", "a-copy"]
    assert [article.id for article in holding_most_words(store, folded(PASSAGE), 1)] == ["c-reordered"]


def test_repeated_words_count_once(store: Store) -> None:
    assert [article.id for article in holding_most_words(store, folded("festival " + "bell " * 99), 9)] == []


def test_nothing_is_read_for_a_passage_without_words_or_in_a_large_archive(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert holding_most_words(store, folded(" ... "), 9) == []
    monkeypatch.setattr(scanning, "MOST_TEXTS", 0)
    assert holding_most_words(store, folded(PASSAGE), 9) == []


def test_texts_that_the_text_search_lacks_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TextSearch, "available", False)
    assert [article.id for article in holding_most_words(store, folded(PASSAGE), 9)] == ["c-reordered", "a-copy"]
