"""Text search against a slow oracle: the articles of which some version holds the folded words in a row."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Article, PublicationTime, Span
from provenance.retrieval.word_for_word import holders, index_words
from provenance.store import Store
from provenance.store.index.text_search import TextSearch
from provenance.text.folded_text import folded
from provenance.usecases.adding import add
from provenance.usecases.reindexing import reindex
from provenance.usecases.removing import remove
from provenance.usecases.verifying import verify

WORDS = (
    "the",
    "THE",
    "naïve",
    "NAIVE",
    "naive",
    "东京",
    "京",
    "О’Нил",
    "can't",
    "gov-\nernment",
    "and",
    "OR",
    '"',
    "*",
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
NAMES = st.sampled_from(["a", "b", "c"])
STEPS = st.lists(
    st.tuples(st.just("add"), st.lists(st.tuples(NAMES, TEXTS), max_size=3))
    | st.tuples(st.just("without FTS5"), st.lists(st.tuples(NAMES, TEXTS), max_size=2))
    | st.tuples(st.just("remove"), NAMES)
    | st.tuples(st.just("index"), st.none())
    | st.tuples(st.just("reindex"), st.none()),
    max_size=8,
)


def an_article(name: str, text: str, published: PublicationTime | None = None) -> Article:
    return Article(name, text, Span(0, len(text)), published=published)


@contextmanager
def an_archive() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db", create=True) as store:
        yield store


def found(store: Store, passage: str) -> dict[str, tuple[int, bool]]:
    return {owner.id: (owner.version, owner.current) for owner in holders(store, folded(passage))}


def expected(versions: dict[str, list[str]], passage: str) -> dict[str, tuple[int, bool]]:
    """The latest version of each article that holds the words, by comparing words one by one."""
    phrase, answer = folded(passage).split(), {}
    for name, texts in versions.items():
        for number, text in enumerate(texts, 1):
            words = folded(text).split()
            if phrase and any(words[k : k + len(phrase)] == phrase for k in range(len(words))):
                answer[name] = (number, number == len(texts))
    return answer


@settings(max_examples=150, deadline=None)
@given(STEPS, st.lists(TEXTS, min_size=1, max_size=4))
def test_exactly_the_articles_with_the_words_are_found(steps: list[tuple[str, object]], asked: list[str]) -> None:
    versions: dict[str, list[str]] = {}
    with an_archive() as store, pytest.MonkeyPatch.context() as patch:
        for what, value in steps:
            if what in ("add", "without FTS5"):
                assert isinstance(value, list)
                given = dict(value)
                with patch.context() as inner:
                    if what == "without FTS5":
                        inner.setattr(TextSearch, "available", False)
                    add(store, [an_article(name, text) for name, text in given.items()])
                for name, text in given.items():
                    if versions.get(name, [None])[-1] != text:
                        versions.setdefault(name, []).append(text)
            elif what == "remove" and value in versions:
                remove(store, [str(value)])
                del versions[str(value)]
            elif what == "index":
                index_words(store)
                assert store.words.left() == 0
            elif what == "reindex":
                reindex(store)
            for passage in [*asked, *WORDS]:
                assert found(store, passage) == expected(versions, passage), passage
        patch.setattr(TextSearch, "available", False)
        for passage in asked:
            assert found(store, passage) == expected(versions, passage)
        patch.undo()
        assert verify(store).problems == ()


def test_a_phrase_of_more_words_than_are_asked_for_is_compared_whole() -> None:
    words = [f"word{number}" for number in range(100)]
    with an_archive() as store:
        add(store, [an_article("a", " ".join(words)), an_article("b", " ".join([*words[:99], "other"]))])
        assert found(store, " ".join(words)) == {"a": (1, True)}
        assert found(store, " ".join(words[:99])) == {"a": (1, True), "b": (1, True)}


def test_dated_articles_come_first_in_order_of_time() -> None:
    days = {"a": None, "b": 86400.0 * 30, "c": 86400.0 * 2}
    with an_archive() as store:
        for name, day in days.items():
            time = None if day is None else PublicationTime(name, "day", day, day + 86400)
            add(store, [an_article(name, f"the words of {name}", time)])
        owners = holders(store, folded("The words"))
        assert [(owner.id, owner.dated) for owner in owners] == [("c", True), ("b", True), ("a", False)]
