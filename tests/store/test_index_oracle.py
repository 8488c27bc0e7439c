"""The index against a dict: whatever is added, replaced, removed and merged, lookups give the same postings."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Article, Span
from provenance.store import Entry, Removed, RemovedFinder, Store
from provenance.store.index import postings_lookup, postings_runs, postings_writing
from provenance.store.index.postings_pages import NAMESPACES
from provenance.text.folded_text import folded_all

KEYS = st.lists(st.integers(0, 12) | st.sampled_from([2**63, 2**64 - 1, 2**64 - 2]), max_size=12)
TEXTS = st.sampled_from(["alpha", "beta", "gamma", "delta"])
ARTICLES = st.tuples(st.sampled_from("abcdefgh"), TEXTS, KEYS, KEYS, KEYS)
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "add", "add unread"]), st.lists(ARTICLES, min_size=1, max_size=6))
    | st.tuples(st.just("remove"), st.sampled_from("abcdefgh"))
    | st.tuples(st.sampled_from(["settle", "compact", "read"]), st.none()),
    max_size=14,
)
ASKED = [*range(14), 2**63, 2**64 - 2, 2**64 - 1, 5]


@pytest.fixture(params=[0, postings_lookup.SEEK], ids=["retired are counted", "retired are sought"])
def small_pages(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Pages of a few postings, portions of a few keys and merges of few runs, so that borders are everywhere."""
    monkeypatch.setattr(postings_lookup, "SEEK", request.param)
    monkeypatch.setattr("provenance.store.index.postings_pages.PAGE_BYTES", 40)
    monkeypatch.setattr(postings_writing, "FAN", 3)
    monkeypatch.setattr(postings_writing, "FIRST_TIER", 8)
    monkeypatch.setattr(postings_runs, "PORTION", 16)
    monkeypatch.setattr(postings_lookup, "PORTION", 5)


# What newer versions lack of a text, by that text; nothing of "gamma".
REMOVED = {"alpha": [1, 2, 3], "beta": [2, 2**64 - 1], "delta": [5]}


@dataclass(slots=True)
class Oracle:
    """Current articles by id (number, text, keys of each namespace), and replaced texts: (id, number of the text that
    replaced it, text), those that the store has compared and those that it has yet to."""

    articles: dict[str, tuple[int, str, dict[str, list[int]]]] = field(default_factory=dict)
    earlier: list[tuple[str, int, str]] = field(default_factory=list)
    unread: list[tuple[str, int, str]] = field(default_factory=list)
    postponed: bool = False

    def held(self, namespace: str) -> list[tuple[int, list[int]]]:
        """Numbers and their keys."""
        if namespace == "earlier":
            return [(number, REMOVED.get(text, [])) for _, number, text in self.earlier]
        return [(number, keys[namespace]) for number, _, keys in self.articles.values()]

    def remove(self, identity: str) -> bool:
        self.earlier = [each for each in self.earlier if each[0] != identity]
        self.unread = [each for each in self.unread if each[0] != identity]
        return self.articles.pop(identity, None) is not None


def removed(former: Article, _: Article) -> Removed | None:
    keys = REMOVED.get(former.text)
    if keys is None:
        return None
    places = np.arange(0, 3 * len(keys), 3, dtype=np.int32)
    return Removed((Span(0, 2), Span(3, 4)), np.array(keys, np.uint64), places)


def expected(oracle: Oracle, namespace: str, cap: int) -> tuple[list[tuple[int, int, int]], list[int]]:
    postings = []
    frequencies = []
    for place, key in enumerate(ASKED):
        held = [
            (number, {"passage": 3 * at, "band": 0, "paragraph": at, "earlier": 3 * at}[namespace])
            for number, keys in oracle.held(namespace)
            for at, present in enumerate(keys)
            if present == key
        ]
        frequencies.append(len(held))
        postings += [(place, number, at) for number, at in sorted(held)[:cap]]
    return postings, frequencies


def compare(store: Store, oracle: Oracle) -> None:
    asked = np.array(ASKED, np.uint64)
    for namespace in NAMESPACES:
        for cap in (1, 3, 100):
            found = store.index.lookup(namespace, asked, cap)
            triples = list(
                zip(found.key_numbers.tolist(), found.articles.tolist(), found.positions.tolist(), strict=True)
            )
            assert (triples, found.frequencies.tolist()) == expected(oracle, namespace, cap)
            rare = store.index.lookup(namespace, asked, cap, lambda frequencies: frequencies < 3)
            assert rare.frequencies.tolist() == found.frequencies.tolist()
            assert list(
                zip(rare.key_numbers.tolist(), rare.articles.tolist(), rare.positions.tolist(), strict=True)
            ) == [triple for triple in triples if found.frequencies[triple[0]] < 3]
        scanned = [
            (key, number, at)
            for part in store.index.scan(namespace)
            for key, number, at in zip(
                part.keys.tolist(), part.articles.tolist(), part.positions.tolist(), strict=True
            )
        ]
        assert scanned == sorted(scanned)
        assert len(scanned) == sum(len(keys) for _, keys in oracle.held(namespace))
    texts = store.earlier.texts(store.earlier.numbers().tolist())
    kept = [(identity, text) for identity, _, text in oracle.earlier if text in REMOVED]
    assert [(each.article.id, each.article.text) for each in texts] == kept
    assert {each.spans for each in texts} <= {(Span(0, 2), Span(3, 4))}


@pytest.mark.usefixtures("small_pages")
def test_lookups_agree_with_a_dict(entry: Callable[..., Entry]) -> None:
    @settings(max_examples=60)
    @given(STEPS)
    def run(steps: list[tuple[str, object]]) -> None:
        oracle = Oracle()
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db", create=True) as store:
            for what, value in steps:
                if what.startswith("add"):
                    assert isinstance(value, list)
                    add(store, oracle, value, entry, removed if what == "add" else None)
                elif what == "remove":
                    if oracle.remove(str(value)):
                        store.remove(str(value), folded_all)
                elif what == "read":
                    assert store.earlier.unread == oracle.postponed
                    while not store.earlier.read_portion(store.index.generation, removed):
                        pass
                    oracle.earlier, oracle.unread, oracle.postponed = oracle.earlier + oracle.unread, [], False
                else:
                    getattr(store.index, what)()
                compare(store, oracle)
            assert store.upkeep.check_integrity() == []
            for identity, (_, _, keys) in oracle.articles.items():
                assert sorted(store.index.fingerprint(identity).keys.tolist()) == sorted(keys["passage"])

    run()


def add(
    store: Store,
    oracle: Oracle,
    articles: list[tuple[str, str, list[int], list[int], list[int]]],
    entry: Callable[..., Entry],
    finder: RemovedFinder | None,
) -> None:
    number = max(
        store.connection.value("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'versions'"), 0
    )
    outcomes = store.add([entry(*article) for article in articles], finder)
    batch: set[str] = set()
    for (identity, text, passages, bands, paragraphs), outcome in zip(articles, outcomes, strict=True):
        present = oracle.articles.get(identity)
        if present and present[1] == text:
            assert outcome.result == "unchanged"
        elif identity in batch:
            assert outcome.result == "conflict"
        else:
            assert outcome.result == ("new version" if present else "added")
            number += 1
            if present:
                oracle.postponed |= finder is None
                (oracle.unread if oracle.postponed else oracle.earlier).append((identity, number, present[1]))
            oracle.articles[identity] = (number, text, {"passage": passages, "band": bands, "paragraph": paragraphs})
            batch.add(identity)


def test_a_key_with_many_holders_is_counted_whole_and_read_in_part(path: Path, entry: Callable[..., Entry]) -> None:
    holders = 3000
    with Store.open(path, create=True) as store:
        store.add([entry(f"a{n:04}", f"text {n}", [7, n + 100]) for n in range(holders)])
        found = store.index.lookup("passage", np.array([7, 8], np.uint64), 10)
        assert found.frequencies.tolist() == [holders, 0]
        assert found.articles.tolist() == list(range(1, 11))
        store.remove("a0000", folded_all)
        found = store.index.lookup("passage", np.array([7], np.uint64), 10)
        assert found.frequencies.tolist() == [holders - 1]
        assert found.articles.tolist() == list(range(2, 12))


def test_retired_holders_of_a_long_key_are_found_wherever_they_stand(
    path: Path, entry: Callable[..., Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.store.index.postings_pages.PAGE_BYTES", 40)
    gone = [0, 1, 2, 190, 191, 205, 399]
    with Store.open(path, create=True) as store:
        # Few of the first articles hold the key, then every one: no holder stands where it would if all were even.
        store.add([entry(f"a{n:03}", f"text {n}", [7] if n % 50 == 0 or n > 180 else [9]) for n in range(400)])
        holders = [n for n in range(400) if n % 50 == 0 or n > 180]
        for number in gone:
            store.remove(f"a{number:03}", folded_all)
        found = store.index.lookup("passage", np.array([7], np.uint64), 1000)
        left = [n + 1 for n in holders if n not in gone]
        assert found.frequencies.tolist() == [len(left)]
        assert found.articles.tolist() == left
        assert store.index.lookup("passage", np.array([7], np.uint64), 3).articles.tolist() == left[:3]


def test_another_store_sees_what_one_writes(path: Path, entry: Callable[..., Entry]) -> None:
    asked = np.array([7], np.uint64)
    with Store.open(path, create=True) as writer, Store.open(path, readonly=True) as reader:
        assert reader.index.lookup("passage", asked, 10).frequencies.tolist() == [0]
        writer.add([entry("a", "one", [7])])
        assert reader.index.lookup("passage", asked, 10).frequencies.tolist() == [1]
        with reader.snapshot():
            reader.articles.count()
            writer.remove("a", folded_all)
            assert reader.index.lookup("passage", asked, 10).frequencies.tolist() == [1]
        assert reader.index.lookup("passage", asked, 10).frequencies.tolist() == [0]
