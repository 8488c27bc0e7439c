"""What an audit finds of earlier versions: a passage that was taken out, restored, or never was the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from provenance import Archive
from provenance.audit.recording import state
from provenance.model import Article, PublicationTime, Span
from provenance.usecases.adding import add

BRIBE = (
    "The harbour master of Selmouth kept a second ledger for the dredging company, two former clerks said, and "
    "every barge that passed the inner lock between April and June was entered in it twice."
)
FERRY = "The night ferry to Orrin will be cancelled from the first of May because its crews cannot be paid any more."
OWN = "Selmouth woke to a scandal on Tuesday, and the town hall stayed shut while the auditors read the books."


def article(name: str, hour: int, *paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs)
    time = 1_741_000_000.0 + 3600 * hour
    published = PublicationTime(f"hour {hour}", "second", time, time)
    return Article(name, text, Span(0, len(text)), publisher=f"The {name}", published=published)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive.db") as opened:
        yield opened


def test_a_passage_that_was_taken_out_is_found_and_marked(archive: Archive) -> None:
    add(archive.store, [article("Courier", 1, BRIBE, FERRY), article("Mirror", 5, OWN, BRIBE)])
    archive.audit()
    (before,) = archive.store.links.of("Mirror")
    add(archive.store, [article("Courier", 9, FERRY)])
    archive.audit()
    (link,) = archive.store.links.of("Mirror")
    assert (link.a, link.b, link.relation, link.source) == ("Courier", "Mirror", "derived", "Courier")
    assert (link.confidence, link.evidence) == (before.confidence, before.evidence)
    (passage,) = link.passages
    assert passage.versions == (1, None)
    assert BRIBE.startswith(passage.match.a.of(archive.store.articles.get("Courier", 1).text)[:40])
    again = archive.audit(again=True)
    assert (again.links, archive.store.links.of("Mirror")) == (0, [link])
    assert archive.store.upkeep.check_integrity() == []


def test_what_both_current_texts_share_carries_the_link_and_the_rest_is_added(archive: Archive) -> None:
    add(archive.store, [article("Courier", 1, BRIBE, FERRY), article("Mirror", 5, OWN, BRIBE, FERRY)])
    add(archive.store, [article("Courier", 1, FERRY)])
    archive.audit()
    (link,) = archive.links()
    assert sorted(passage.versions for passage in link.passages if passage.is_earlier) == [(1, None)]
    assert any(not passage.is_earlier for passage in link.passages)


def test_a_restored_passage_is_that_of_the_current_text(archive: Archive) -> None:
    add(archive.store, [article("Courier", 1, BRIBE, FERRY), article("Mirror", 5, OWN, BRIBE)])
    add(archive.store, [article("Courier", 1, FERRY)])
    add(archive.store, [article("Courier", 1, FERRY, BRIBE)])
    archive.audit()
    (link,) = archive.links()
    assert [passage.versions for passage in link.passages] == [(None, None)]


def test_versions_of_one_article_are_not_compared(archive: Archive) -> None:
    add(archive.store, [article("Courier", 1, BRIBE, FERRY), article("Mirror", 5, OWN)])
    add(archive.store, [article("Courier", 2, FERRY, OWN)])
    archive.audit()
    assert {(link.a, link.b) for link in archive.links()} == {("Courier", "Mirror")}
    archive.remove(["Mirror"])
    archive.audit()
    assert archive.links() == []


def test_a_correction_that_changes_only_what_is_known_of_an_earlier_text_is_heeded(archive: Archive) -> None:
    """The current text read "Herald" before, so that its row stays as it was; the earlier text's does not."""
    first = replace(article("Courier", 1, BRIBE, FERRY), publisher="The Mirror", author="Jane Doe")
    add(archive.store, [first, replace(article("Mirror", 5, OWN, BRIBE), author="Jane Doe")])
    add(archive.store, [replace(article("Courier", 1, FERRY), publisher="Herald")])
    archive.audit()
    before = archive.store.links.of("Mirror")
    archive.edit("Courier", {"publisher": "Herald"})
    assert archive.store.articles.get("Courier", 1).publisher == "Herald"
    assert state(archive.store, archive.store.articles.all_numbers()) != archive.store.records.covered(1)
    archive.audit()
    found = archive.store.links.of("Mirror")
    archive.audit(again=True)
    assert archive.store.links.of("Mirror") == found
    archive.undo_edit("Courier")
    archive.audit()
    assert archive.store.links.of("Mirror") == before


def test_no_article_can_have_the_internal_id_of_an_earlier_text(archive: Archive) -> None:
    """Ids with NUL in them ended an audit with a traceback, where they read like the version of another article."""
    added = add(
        archive.store, [article("a", 1, BRIBE, FERRY), article("a\x001", 2, OWN, BRIBE), article("b", 3, BRIBE)]
    )
    assert added.added == ("a", "b")
    assert [(each.kind, "NUL" in each.reason) for each in added.skipped] == [("undecodable", True)]
    add(archive.store, [article("a", 1, FERRY)])
    archive.audit()
    assert {(link.a, link.b) for link in archive.links()} == {("a", "b")}
