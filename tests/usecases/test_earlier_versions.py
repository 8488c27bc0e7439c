"""What was in an article once is found when it is gone, after any sequence of versions, and says where it was."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Article, Findings, PublicationTime, Span
from provenance.reports.contract_json import findings_object
from provenance.store import Store
from provenance.usecases.adding import add
from provenance.usecases.checking import check

BRIBE = (
    "The mayor of Norrvik took a bribe of nine thousand crowns from the ferry company in October, according to bank "
    "papers that the newspaper has seen. The money went to the account of his brother on the day of the vote."
)
FERRY = (
    "The ferry between Norrvik and Osterby will stop running at weekends from the first of May. Tickets for the "
    "crossing cost forty crowns by then, twice as much as before the old bridge was closed."
)
CREWS = (
    "The county said on Tuesday that the crews of both boats cannot be paid for a second shift. A spokesman for the "
    "harbour office confirmed that two engines failed within a single month of hard frost."
)
FISHERMEN = (
    "Fishermen in the southern basin had complained about the winter timetable for eleven years. Their union wants "
    "to hear from the minister whether the promised subsidies will arrive before Christmas."
)
DIVERS = (
    "Divers found the missing anchor under the northern pier while they repaired a broken cable. It weighs four "
    "tonnes and belonged to a steamer that sank there in a storm two generations ago."
)
RESIGNED = "The minister resigned on Tuesday after eleven years in office."
ANCHOR = "Nobody was hurt when the smaller boat hit the quay in fog before midnight."
LINES = (BRIBE, FERRY, CREWS, FISHERMEN, DIVERS, RESIGNED, ANCHOR)


def at(hour: int) -> PublicationTime:
    second = 1_741_046_400.0 + 3600 * hour
    return PublicationTime(f"2025-03-04T{hour:02}:00:00Z", "second", second, second)


def article(identity: str, *lines: str, hour: int = 8, **known: str) -> Article:
    text = "\n\n".join(lines)
    return Article(identity, text, Span(0, len(text)), published=at(hour), **known)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.db", create=True) as store:
        yield store


def found(findings: Findings) -> list[tuple[str, int | None, str]]:
    """Who has it, in which version, and the words there."""
    return [
        (link.b, passage.versions[1], passage.match.b.of(findings.others[link.b].text_in(passage.versions[1])))
        for link in findings.links
        for passage in link.passages
    ]


COPIER = article("copier", "Norrvik has a scandal.", BRIBE, "Nobody answered our calls.", hour=10)


def test_a_paragraph_that_was_taken_out_is_found_and_marked(store: Store) -> None:
    add(store, [article("source", BRIBE, FERRY)])
    assert found(check(store, COPIER)) == [("source", None, BRIBE)]
    add(store, [article("source", FERRY, CREWS, hour=8)])
    findings = check(store, COPIER)
    assert found(findings) == [("source", 1, BRIBE)]
    (link,) = findings.links
    assert (link.a, link.b, link.relation, link.source, link.derived) == (
        "copier",
        "source",
        "derived",
        "source",
        "copier",
    )
    (passage,) = findings_object(findings)["links"][0]["passages"]
    assert passage["b"] == {"start": 0, "end": len(BRIBE), "text": BRIBE, "version": 1}
    assert "version" not in passage["a"]
    assert "\\u0000" not in json.dumps(findings_object(findings))


def test_an_article_and_its_earlier_version_are_one_that_was_compared(store: Store) -> None:
    """`check` read "Compared with 1 archived article, 2 of them word by word"."""
    add(store, [article("post", BRIBE, FERRY)])
    add(store, [article("post", FERRY, CREWS)])
    found = check(store, article("mirror", BRIBE, FERRY, CREWS, hour=10))
    assert (found.compared, found.candidates) == (1, 1)


def test_the_date_of_a_link_is_that_of_the_version(store: Store) -> None:
    add(store, [article("source", BRIBE, FERRY, hour=8)])
    add(store, [article("source", FERRY, CREWS, hour=14)])
    (link,) = check(store, COPIER).links
    assert link.source == "source"


def test_a_passage_that_came_back_is_in_the_article(store: Store) -> None:
    for lines in ((BRIBE, FERRY), (FERRY,), (FERRY, CREWS, BRIBE)):
        add(store, [article("source", *lines)])
    assert found(check(store, COPIER)) == [("source", None, BRIBE)]


def test_passages_of_both_are_one_link(store: Store) -> None:
    add(store, [article("source", BRIBE, FERRY, CREWS)])
    add(store, [article("source", FERRY, CREWS)])
    both = article("copier", BRIBE, "Nothing else happened on that day.", CREWS, hour=10)
    findings = check(store, both)
    assert found(findings) == [("source", 1, BRIBE), ("source", None, CREWS)]
    (link,) = findings.links
    assert link.share_a > 0.8
    assert round(link.share_b, 2) == 0.5


def test_a_changed_word_is_no_earlier_version(store: Store) -> None:
    add(store, [article("source", BRIBE, FERRY)])
    add(store, [article("source", BRIBE.replace("October", "November"), FERRY)])
    assert {version for _, version, _ in found(check(store, COPIER))} == {None}


def test_an_article_is_not_compared_with_its_own_past(store: Store) -> None:
    add(store, [article("source", BRIBE, FERRY)])
    add(store, [article("source", FERRY, CREWS)])
    for lines in ((BRIBE, CREWS), (FERRY, CREWS), (BRIBE, FERRY)):
        assert found(check(store, article("source", *lines))) == []


def test_several_articles_and_versions(store: Store) -> None:
    add(
        store,
        [article("one", BRIBE, FERRY), article("two", CREWS, FISHERMEN), article("three", DIVERS, "It rained.")],
    )
    add(store, [article("one", FERRY), article("two", FISHERMEN)])
    add(store, [article("one", "Snow fell."), article("two", FISHERMEN, "It hailed.")])
    asked = article("new", BRIBE, "So it went.", CREWS, "And on.", FERRY, "And on again.", DIVERS, hour=12)
    assert sorted(found(check(store, asked)), key=str) == [
        ("one", 1, BRIBE),
        ("one", 2, FERRY),
        ("three", None, DIVERS),
        ("two", 1, CREWS),
    ]


def test_a_hundred_versions_stay_bounded(store: Store) -> None:
    updates = [BRIBE.replace("nine", f"{n} hundred and {n}").replace("brother", f"cousin {n}") for n in range(100)]
    for update in updates:
        add(store, [article("live", update, FERRY)])
    add(store, [article("live", FERRY)])
    asked = article("new", "Something else came first.", updates[41], CREWS, hour=12)
    assert found(check(store, asked)) == [("live", 42, updates[41])]


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two"]),
        st.lists(st.sampled_from(LINES), min_size=1, max_size=4, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=8,
)


# A sentence of ten words beside others with its rarer words is not found always: such examples are left to chance.
@settings(max_examples=25, deadline=None, derandomize=True)
@given(EDITS)
def test_every_sentence_that_ever_stood_in_an_article_is_found(edits: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db", create=True) as store:
        versions: dict[str, list[tuple[str, ...]]] = {}
        for name, lines in edits:
            if not versions.get(name) or versions[name][-1] != lines:
                versions.setdefault(name, []).append(lines)
                add(store, [article(name, *lines)])
        for line in LINES:
            asked = article("new", "Something else came first today.", line, "And then it ended.", hour=20)
            places = {name: (version, words) for name, version, words in found(check(store, asked))}
            for name, texts in versions.items():
                held = [number for number, lines in enumerate(texts, 1) if line in lines]
                if not held:
                    assert name not in places
                    continue
                version, words = places[name]
                assert line in words or words in line
                assert version is None if line in texts[-1] else version in held
        assert store.upkeep.check_integrity() == []
