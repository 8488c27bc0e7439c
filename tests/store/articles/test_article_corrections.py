"""Corrections hold wherever an article is read, survive new versions, and leave what was read as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import NoSuchArticle
from provenance.model import PublicationTime
from provenance.store import Entry, Store
from provenance.text.folded_text import folded_all

READ = PublicationTime("2025-03-01", "day", 0.0, 1.0, "dateline in the text")
RIGHT = PublicationTime("2025-03-04", "day", 10.0, 11.0)


@pytest.fixture
def store(path: Path, entry: Callable[..., Entry]) -> Store:
    opened = Store.open(path, create=True)
    known = {"publisher": "Ana Rao", "published": READ, "guesses": {"publisher": "name glued to the date line"}}
    opened.add([entry("a", "One.", url="https://a.example/1", **known), entry("b", "Two.")])
    return opened


def test_a_correction_holds_everywhere_and_can_be_undone(store: Store) -> None:
    before = store.articles.get("a")
    digests = store.articles.metadata_digests([1, 2])
    store.correct("a", {"publisher": "Herald", "published": RIGHT}, "dana")
    after = store.articles.get("a")
    assert after == replace(before, publisher="Herald", published=replace(RIGHT, how="corrected"), guesses={})
    assert store.articles.select(publisher="herald") == ["a"]
    assert store.articles.select(since=5.0) == ["a"]
    assert next(store.articles.listed()).publisher == "Herald"
    assert store.articles.packed([1]).unpacked() == [after]
    changed = store.articles.metadata_digests([1, 2])
    assert (changed[1] != digests[1], changed[2] == digests[2]) == (True, True)
    assert store.upkeep.check_integrity() == []
    assert [
        (each.field, each.value, each.as_read, each.by, each.undone) for each in store.articles.corrections("a")
    ] == [
        ("published", "2025-03-04", "2025-03-01", "dana", None),
        ("publisher", "Herald", "Ana Rao", "dana", None),
    ]
    assert store.undo_correction("a", "jo") == ["published", "publisher"]
    assert store.articles.get("a") == before
    assert store.articles.metadata_digests([1, 2]) == digests
    assert [each.undone_by for each in store.articles.corrections("a")] == ["jo", "jo"]
    assert store.undo_correction("a", "jo") == []


def test_a_correction_holds_for_new_versions_and_goes_with_the_article(
    store: Store, entry: Callable[..., Entry]
) -> None:
    store.correct("a", {"publisher": "Herald", "author": None}, "dana")
    renewed = entry("a", "Three.", url="https://a.example/2", publisher="Ana Rao", author="Somebody")
    assert store.add([renewed])[0].result == "new version"
    newest = store.articles.get("a")
    assert (newest.publisher, newest.author, newest.text) == ("Herald", None, "Three.")
    assert store.articles.get("a", 1).publisher == "Herald"
    assert store.upkeep.check_integrity() == []
    store.undo_correction("a", "dana")
    newest = store.articles.get("a")
    assert (newest.publisher, newest.author) == ("Ana Rao", "Somebody")
    store.correct("a", {"title": "T"}, "dana")
    store.remove("a", folded_all)
    assert store.articles.corrections("a") == []
    assert store.upkeep.check_integrity() == []
    with pytest.raises(NoSuchArticle):
        store.correct("a", {"title": "T"}, "dana")


def test_the_address_as_read_and_the_corrected_one_name_it(store: Store) -> None:
    store.correct("a", {"url": "https://b.example/story"}, "dana")
    assert (
        store.articles.resolve("http://www.b.example/story/") == store.articles.resolve("https://a.example/1") == "a"
    )
    store.undo_correction("a", "dana")
    with pytest.raises(NoSuchArticle):
        store.articles.resolve("https://b.example/story")
    assert store.articles.resolve("http://a.example/1") == "a"


fields = st.sampled_from(["publisher", "author", "title"])
steps = st.lists(
    st.one_of(
        st.tuples(fields, st.sampled_from([None, "X", "Y\0", "\ud800"])), st.sampled_from(["undo", "clear", "new"])
    ),
    max_size=9,
)


@given(steps)
def test_any_edits_and_undos_read_as_a_stack(tmp_path_factory: pytest.TempPathFactory, found: list[object]) -> None:
    from tests.store.conftest import make_entry

    read = {"publisher": "P", "author": None, "title": "T"}
    stack: list[tuple[str, str | None]] = []
    with Store.open(tmp_path_factory.mktemp("edits") / "a.db", create=True) as store:
        store.add([make_entry("a", "Text.", publisher="P", title="T")])
        for number, step in enumerate(found):
            if isinstance(step, tuple):
                store.correct("a", dict([step]), "x")
                stack.append(step)
            elif step == "new":
                store.add([make_entry("a", f"Text {number}.", publisher="P", title="T")])
            else:
                store.undo_correction("a", "x", everything=step == "clear")
                stack = [] if step == "clear" else stack[:-1]
            expected = {**read, **dict(stack)}
            article = store.articles.get("a")
            assert {field: getattr(article, field) for field in read} == expected
        assert store.upkeep.check_integrity() == []
