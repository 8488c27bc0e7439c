"""What only an earlier version has is found from either side, never by the article itself, however many there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.config.fingerprint import FingerprintSettings
from provenance.model import Article, Span
from provenance.retrieval.candidates import RETRIEVAL, candidates
from provenance.retrieval.earlier_texts import current_hits
from provenance.store import Store
from provenance.usecases.adding import add

SETTINGS = FingerprintSettings()
BRIBE = "The mayor of Norrvik took a bribe of nine thousand crowns from the ferry company in October."
FERRY = "The ferry between Norrvik and Osterby will stop running at weekends from the first of May."
PLACES = ["harbour", "quarry", "airport", "library", "brewery", "station", "hospital", "stadium", "museum", "dairy"]
PEOPLE = ["bishop", "warden", "surgeon", "trainer", "captain", "curator", "baker", "broker", "tailor", "painter"]


def article(identity: str, text: str) -> Article:
    return Article(identity, text, Span(0, len(text)))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "a.db", create=True)


def earlier_of(store: Store, asked: Article) -> list[tuple[str, int]]:
    found = candidates(store, asked, SETTINGS).earlier
    return [(text.article.id, text.version) for text in store.earlier.texts(found)]


def test_a_passage_that_was_taken_out_is_found(store: Store) -> None:
    add(store, [article("source", f"{BRIBE} {FERRY}"), article("copier", f"A scandal. {BRIBE}")])
    assert earlier_of(store, article("new", BRIBE)) == []
    add(store, [article("source", FERRY)])
    asked = article("new", f"A scandal. {BRIBE}")
    assert earlier_of(store, asked) == [("source", 1)]
    assert [each.article for each in candidates(store, asked, SETTINGS).candidates] == ["copier"]
    assert earlier_of(store, article("new", FERRY)) == []
    texts = store.earlier.texts(store.earlier.numbers().tolist())
    (hits,) = current_hits(store, texts, SETTINGS, RETRIEVAL)
    assert store.articles.ids(hits.numbers) == ["copier"]


def test_an_article_is_not_found_in_its_own_past(store: Store) -> None:
    add(store, [article("source", f"{BRIBE} {FERRY}")])
    add(store, [article("source", FERRY)])
    add(store, [article("source", f"{BRIBE} {FERRY} It rained.")])
    assert earlier_of(store, article("source", BRIBE)) == []
    assert earlier_of(store, article("other", BRIBE)) == [("source", 1)]
    texts = store.earlier.texts(store.earlier.numbers().tolist())
    (hits,) = current_hits(store, texts, SETTINGS, RETRIEVAL)
    assert hits.numbers.tolist() == []


def test_a_sentence_that_everybody_copied_is_found_nevertheless(store: Store) -> None:
    copies = [article(f"copy {n}", f"Number {n} of the copies. {BRIBE}") for n in range(60)]
    add(store, [article("source", f"{BRIBE} {FERRY}"), *copies])
    add(store, [article("source", FERRY)])
    assert earlier_of(store, article("new", f"A scandal. {BRIBE}")) == [("source", 1)]


def test_every_sentence_of_a_hundred_versions_is_found(store: Store) -> None:
    lines = [
        f"The {person} told the {place} committee about {10 * n + m} broken pumps in the {PLACES[m]} cellar."
        for n, (person, place) in enumerate(zip(PEOPLE, PLACES, strict=True))
        for m in range(10)
    ]
    for line in lines:
        add(store, [article("live", f"{FERRY} {line}")])
    add(store, [article("live", FERRY)])
    assert len(store.earlier.numbers()) == 100
    for n, line in enumerate(lines):
        assert ("live", n + 1) in earlier_of(store, article("new", f"Something else happened. {line}"))
    found = candidates(store, article("new", " ".join(lines)), SETTINGS)
    assert len(found.earlier) == 100
    assert store.upkeep.check_integrity() == []
