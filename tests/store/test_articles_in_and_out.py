"""Articles go in and come out exactly; ids, URLs, versions, names."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import NoSuchArticle, SchemeMismatch
from provenance.model import Article, PublicationTime, Span
from provenance.store import Entry, Outcome, Store
from provenance.store.stored_values import from_column, to_column
from provenance.text.folded_text import folded, folded_all

ANY = st.text(st.characters(exclude_categories=()), max_size=12)
MAYBE = st.none() | ANY
TIMES = st.builds(
    PublicationTime,
    ANY,
    st.sampled_from(["second", "minute", "day", "month", "year"]),
    st.floats(allow_nan=False),
    st.floats(allow_nan=False),
    ANY,
)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=60)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return Article(
        draw(ANY.filter(bool)),
        text,
        Span(start, draw(st.integers(start, len(text)))),
        *(draw(MAYBE) for _ in range(4)),
        draw(st.none() | TIMES),
        draw(st.none() | TIMES),
        draw(MAYBE),
        draw(MAYBE),
        draw(st.dictionaries(ANY, ANY, max_size=2)),
        draw(st.dictionaries(ANY, ANY, max_size=2)),
    )


@given(ANY, ANY)
def test_any_string_survives_a_column(one: str, other: str) -> None:
    columns = to_column(one), to_column(other)
    for string, column in zip((one, other), columns, strict=True):
        assert column is not None
        column.encode("utf-8")
        assert "\0" not in column
        assert from_column(column) == string
    assert (columns[0] == columns[1]) == (one == other)


def test_any_article_comes_out_as_it_went_in(entry: Callable[..., Entry]) -> None:
    plain = entry("x", "y", [3, 4], [1], [2])

    @settings(max_examples=80)
    @given(st.lists(articles(), min_size=1, max_size=4))
    def run(given_articles: list[Article]) -> None:
        store = open_stores[-1]
        for (identity,) in store.connection.rows("SELECT id FROM articles"):
            store.remove(from_column(identity) or "", folded_all)
        outcomes = store.add(
            [Entry(a, plain.fingerprint, plain.bands, plain.paragraphs, folded(a.text)) for a in given_articles]
        )
        stored = {}
        for article, outcome in zip(given_articles, outcomes, strict=True):
            if outcome.result == "added":
                stored[article.id] = article
        assert {a.id: a for a in store.articles.iterate()} == stored
        assert store.articles.get_known(stored) == stored
        for identity, article in stored.items():
            assert store.articles.get(identity) == article
            assert store.articles.resolve(identity) == identity
            assert store.articles.numbers([identity]).tolist() == [store.articles.known_numbers([identity])[identity]]
        assert sorted(row.id for row in store.articles.listed()) == sorted(stored)

    open_stores: list[Store] = []
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db", create=True) as store:
        open_stores.append(store)
        run()
        assert store.upkeep.check_integrity() == []


def results(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.id, outcome.result) for outcome in outcomes]


def test_what_becomes_of_articles_that_are_known(path: Path, entry: Callable[..., Entry]) -> None:
    url = "https://herald.example/dam"
    with Store.open(path, create=True) as store:
        assert results(store.add([entry("a", "One.", url=url), entry("b", "Two.")])) == [
            ("a", "added"),
            ("b", "added"),
        ]
        assert results(store.add([entry("a", "One.", url=url)])) == [("a", "unchanged")]
        # A known URL is the article, whatever id it comes with now.
        assert results(store.add([entry("c", "One, corrected.", url=url)])) == [("a", "new version")]
        assert results(store.add([entry("b", "Two, corrected.")])) == [("b", "new version")]
        # An id and a URL that belong to two articles.
        (conflict,) = store.add([entry("b", "Three.", url=url)])
        assert (conflict.result, "its URL is that of 'a'" in conflict.detail) == ("conflict", True)
        # The same id twice in one batch: equal texts are one article, different ones a conflict.
        batch = [entry("d", "Four."), entry("d", "Four."), entry("d", "Five."), entry("e", "Six.")]
        assert results(store.add(batch)) == [("d", "added"), ("d", "unchanged"), ("d", "conflict"), ("e", "added")]
        assert store.articles.get("d").text == "Four."
        assert [(v.version, v.current) for v in store.articles.versions("a")] == [(1, False), (2, True)]
        assert store.articles.get("a", version=1).text == "One."
        assert store.articles.digests([v.number for v in store.articles.versions("a")]) == {
            v.number: v.digest for v in store.articles.versions("a")
        }
        with pytest.raises(NoSuchArticle, match="version 3"):
            store.articles.get("a", version=3)
        assert store.upkeep.check_integrity() == []


def test_numbers_are_never_used_again(path: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "One."), entry("b", "Two.")])
        store.remove("b", folded_all)
        store.add([entry("b", "Two.")])
        assert store.articles.numbers(["a", "b"]).tolist() == [1, 3]
        assert store.articles.ids([3, 1]) == ["b", "a"]
        with pytest.raises(NoSuchArticle, match="number 2"):
            store.articles.ids([1, 2])
        with pytest.raises(NoSuchArticle, match="'z'"):
            store.articles.numbers(["a", "z"])


def test_a_removed_text_cannot_be_read_from_the_file(path: Path, entry: Callable[..., Entry]) -> None:
    texts = [f"Confidential remark number {n}. " * (1 + 40 * (n % 7)) for n in range(40)]
    with Store.open(path, create=True) as store:
        store.add([entry(f"a{n}", text) for n, text in enumerate(texts)])
        store.remove("a5", folded_all)
        store.remove("a13", folded_all)
    content = path.read_bytes()
    for n in range(40):
        removed = n in (5, 13)
        assert (f"Confidential remark number {n}.".encode() in content) != removed


def test_fingerprints_of_another_recipe_are_refused(path: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(path, create=True) as store:
        assert store.index.recipe is None
        store.add([entry("a")])
        with pytest.raises(SchemeMismatch, match="reindex"):
            store.add([entry("b"), entry("c", recipe="another")])
        with pytest.raises(SchemeMismatch, match="reindex"):
            store.index.adopt_recipe("another")
        store.index.adopt_recipe(store.index.recipe or "")
        assert store.articles.count() == 1


def test_names_that_people_give(path: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(path, create=True) as store:
        store.add(
            [
                entry("dam-inspection", "1", url="https://herald.example/dam", title="Cracks in the dam"),
                entry("dam-repair", "2", origin="corpus/articles/dam2.txt"),
                entry("ferry", "3", origin="feed.jsonl"),
                entry("ferry-strike", "4", origin="feed.jsonl"),
                entry("50%_done", "5"),
            ]
        )
        for name, identity in {
            "ferry": "ferry",
            "dam-i": "dam-inspection",
            "https://herald.example/dam": "dam-inspection",
            "corpus/articles/dam2.txt": "dam-repair",
            "./corpus/articles/dam2.txt": "dam-repair",
            "50%": "50%_done",
        }.items():
            assert store.articles.resolve(name) == identity
        for name, message in {
            "dam": "2 articles begin with 'dam': 'dam-inspection', 'dam-repair'; give more",
            "feed.jsonl": "2 articles have 'feed.jsonl': 'ferry', 'ferry-strike'",
            "old-cracks": "did you mean 'dam-inspection'",
            "ferry-boat": "did you mean",
            "%": "no article '%'",
            "farry": "did you mean 'ferry'?",
            "xyz": "`provenance list` shows what there is",
            "": "empty name",
            "\ud800\0": "no article",
        }.items():
            with pytest.raises(NoSuchArticle) as caught:
                store.articles.resolve(name)
            assert message in str(caught.value)


def test_articles_are_filtered_by_publisher_and_time(path: Path, entry: Callable[..., Entry]) -> None:
    def day(n: int) -> PublicationTime:
        return PublicationTime(f"day {n}", "day", 100.0 * n, 100.0 * n + 100)

    with Store.open(path, create=True) as store:
        store.add([entry(f"a{n}", str(n), publisher="PA"[n % 2], published=day(n)) for n in range(6)])
        store.add([entry("undated", "none", publisher="P")])
        assert [a.id for a in store.articles.iterate(publisher="p")] == ["a0", "a2", "a4", "undated"]
        assert store.articles.select(since=150, until=300) == ["a1", "a2"]
        assert [a.id for a in store.articles.iterate(since=500)] == ["a4", "a5"]
        assert [number for number, _ in store.articles.by_number(2, 3)] == [3, 4, 5]


def test_signatures_come_in_the_order_asked_for(path: Path, entry: Callable[..., Entry]) -> None:
    entries = [entry(f"a{n}", str(n)) for n in range(700)]
    with Store.open(path, create=True) as store:
        store.add(entries)
        asked = [700, 1, 350, 1]
        found = store.index.signatures(asked)
        for row, number in zip(found, asked, strict=True):
            assert np.array_equal(row, entries[number - 1].fingerprint.signature.values)
        assert store.index.signatures([]).shape == (0, 0)
        with pytest.raises(NoSuchArticle):
            store.index.signatures([701])
