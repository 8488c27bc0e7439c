"""What a new version lacks is found by sentences, kept with its keys, and survives upgrades and reindexing."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config.fingerprint import FingerprintSettings
from provenance.ingest.earlier_texts import catch_up, removed, removed_spans, with_keys
from provenance.model import Article, Span
from provenance.store import Store
from provenance.store.stored_values import row_checksum
from provenance.usecases.adding import add
from provenance.usecases.reindexing import reindex
from provenance.usecases.removing import remove
from provenance.usecases.verifying import verify

SETTINGS = FingerprintSettings()
SENTENCES = [
    "The mayor of Norrvik took a bribe from the ferry company in October.",
    "The ferry between Norrvik and Osterby will stop running at weekends.",
    "Bank papers show nine thousand crowns on the account of his brother.",
    "Fishermen in the harbour had complained about the timetable for years.",
    "The county said that crews cannot be paid for a second shift.",
    "A spokesman for the harbour office did not answer our calls on Monday.",
]


def article(text: str, identity: str = "story", url: str | None = None) -> Article:
    return Article(identity, text, Span(0, len(text)), url=url)


@pytest.mark.parametrize(
    ("former", "following", "gone"),
    [
        ("One is here. Two is there.", "One is here. Two is there.", []),
        ("One is here. Two is there.", "Two is there. One is here.", []),
        ("One is here. Two is there.", "ONE IS HERE!\n\nTwo – is there", []),
        ("One is here. Two is there. Three is gone.", "One is here. Three is gone.", ["Two is there."]),
        ("One is here. Two is there.\n\nThree is gone.", "One is here.", ["Two is there.\n\nThree is gone."]),
        ("One is here. Two is there. Three is gone.", "Two is there.", ["One is here.", "Three is gone."]),
        ("One is here. Two is there.", "One is here. Two was there.", ["Two is there."]),
        ("One is here.", "", ["One is here."]),
        ("", "One is here.", []),
        ("* * *\n\nOne is here.", "One is here.", []),
        ("A house\u0301 is here.", "A hous\u00e9 is here.", []),
    ],
)
def test_sentences_that_are_gone(former: str, following: str, gone: list[str]) -> None:
    assert [span.of(former) for span in removed_spans(article(former), article(following))] == gone


def test_only_the_body_counts() -> None:
    text = "Our newsletter comes on Mondays. One is here."
    former = Article("story", text, Span(33, len(text)))
    assert removed_spans(former, article("One is here.")) == ()
    assert [span.of(text) for span in removed_spans(former, article("Two is here."))] == ["One is here."]


@given(st.lists(st.sampled_from(SENTENCES), max_size=12), st.lists(st.sampled_from(SENTENCES), max_size=12))
def test_spans_hold_exactly_the_sentences_that_are_gone(former: list[str], following: list[str]) -> None:
    text = " ".join(former)
    spans = removed_spans(article(text), article("\n\n".join(following)))
    assert list(spans) == sorted(spans)
    assert all(one.end < two.start for one, two in itertools.pairwise(spans))
    place = 0
    for sentence in former:
        span = Span(place, place + len(sentence))
        assert sum(each.overlap(span) for each in spans) == (0 if sentence in following else span.length)
        place = span.end + 1


def test_keys_never_join_two_stretches() -> None:
    text = " ".join(SENTENCES)
    ends = np.cumsum([len(sentence) + 1 for sentence in SENTENCES]).tolist()
    whole = with_keys(text, (Span(0, len(text)),), SETTINGS)
    parts = with_keys(
        text, tuple(Span(end - len(s) - 1, end - 1) for s, end in zip(SENTENCES, ends, strict=True)), SETTINGS
    )
    assert set(parts.keys.tolist()) < set(whole.keys.tolist())
    assert np.all(np.diff(parts.positions) >= 0)


def test_nothing_is_kept_where_nothing_is_gone() -> None:
    assert removed(article(SENTENCES[0]), article(f"{SENTENCES[1]} {SENTENCES[0]}"), SETTINGS) is None


def versions_of(store: Store, texts: Iterable[str], identity: str = "story") -> None:
    for text in texts:
        add(store, [article(text, identity)])


def kept(store: Store) -> list[tuple[str, int, list[str]]]:
    texts = store.earlier.texts(store.earlier.numbers().tolist())
    return [(each.article.id, each.version, [span.of(each.article.text) for span in each.spans]) for each in texts]


VERSIONS = [" ".join(SENTENCES[:3]), " ".join(SENTENCES[1:4]), " ".join(SENTENCES[3:])]
GONE = [("story", 1, [SENTENCES[0]]), ("story", 2, [" ".join(SENTENCES[1:3])])]


def test_adding_versions_keeps_what_each_lacks(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        add(store, [article(SENTENCES[5], "other")])
        versions_of(store, VERSIONS)
        assert kept(store) == GONE
        assert store.upkeep.check_integrity() == []
        remove(store, ["other"])
        assert kept(store) == GONE
        remove(store, ["story"])
        assert kept(store) == []
        assert store.upkeep.check_integrity() == []


def test_an_address_that_gets_a_new_text_keeps_what_it_lacks(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        add(store, [article(SENTENCES[0], "one", "https://coast.example/ferry")])
        assert add(store, [article(SENTENCES[1], "two", "https://coast.example/ferry")]).renewed == ("one",)
        assert kept(store) == [("one", 1, [SENTENCES[0]])]


def older_file(path: Path) -> None:
    """Make the archive what it was before earlier texts were kept."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            "DROP TABLE earlier_texts; DROP TABLE earlier_keys; "
            "DELETE FROM _sqlite_migrations WHERE name = '0007 earlier versions'; "
            "DELETE FROM runs_of_postings WHERE namespace = 'earlier'; "
            "DELETE FROM pages WHERE NOT EXISTS (SELECT 1 FROM runs_of_postings r "
            "WHERE page BETWEEN r.first_page AND r.first_page + r.pages - 1); "
            "PRAGMA user_version = 1"
        )


@pytest.mark.parametrize("how", ["add", "reindex"])
def test_versions_of_an_older_archive_are_compared_later(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.db"
    with Store.open(path, create=True) as store:
        versions_of(store, VERSIONS)
    older_file(path)
    with Store.open(path) as store:
        assert store.earlier.unread
        assert kept(store) == []
        if how == "add":
            add(store, [article(SENTENCES[5], "other")])
        else:
            reindex(store)
        assert not store.earlier.unread
        assert kept(store) == GONE
        assert store.upkeep.check_integrity() == []


def test_an_older_archive_without_versions_has_nothing_to_compare(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store.open(path, create=True) as store:
        add(store, [article(SENTENCES[0])])
    older_file(path)
    with Store.open(path) as store:
        assert not store.earlier.unread


def test_many_versions_are_compared_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.store.articles.earlier_store.PORTION", 2)
    path = tmp_path / "a.db"
    with Store.open(path, create=True) as store:
        versions_of(store, [*VERSIONS, VERSIONS[0], VERSIONS[1], VERSIONS[2]])
        expected = kept(store)
        assert len(expected) == 5
    older_file(path)
    with Store.open(path) as store:
        catch_up(store, SETTINGS)
        assert kept(store) == expected
        reindex(store)
        assert kept(store) == expected
        assert store.upkeep.check_integrity() == []


def test_what_was_added_while_reindexing_is_indexed_too(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        versions_of(store, VERSIONS[:2])
        store.index.begin_reindex(SETTINGS.recipe)
        versions_of(store, VERSIONS[2:])
        reindex(store)
        assert kept(store) == GONE
        assert store.upkeep.check_integrity() == []


def test_verify_compares_versions_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        versions_of(store, [*VERSIONS, SENTENCES[0]])
        found = verify(store)
        assert found.problems == ()
        assert found.checked["earlier versions compared anew"] == 3
        row = (1, 2, "[[0,20]]")
        store.connection.run(
            "UPDATE earlier_texts SET spans = ?, checksum = ? WHERE number = 1", (row[2], row_checksum(row))
        )
        (problem,) = verify(store).problems
        assert "what is kept of its version 1 is not what version 2 lacks" in problem


def test_a_damaged_text_keeps_no_newer_one_out(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        versions_of(store, VERSIONS[:1])
        store.connection.run("UPDATE texts SET content = X'6c6f7374', packed = 0")
        assert add(store, [article(VERSIONS[1]), article(SENTENCES[5], "other")]).renewed == ("story",)
        versions_of(store, VERSIONS[2:])
        assert kept(store) == GONE[1:]
        assert store.articles.get("story").text == VERSIONS[2]


def test_damage_is_noticed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        versions_of(store, VERSIONS)
        store.connection.run("UPDATE earlier_texts SET spans = '[[0,5]]' WHERE number = 1")
        store.connection.run("UPDATE earlier_keys SET total = total + 1 WHERE following = 3")
        problems = store.upkeep.check_integrity()
        assert [problem.where for problem in problems] == ["article 'story' version 1", "article 'story' version 2"]
