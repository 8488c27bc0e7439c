"""Boilerplate seen through a real archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.config.fingerprint import FingerprintSettings
from provenance.model import Article, Span
from provenance.retrieval.boilerplate_lookup import boilerplate_of
from provenance.store import Store
from provenance.usecases.adding import add

FOOTER = "Sign up for our morning letter and never miss the tide."
SUBJECTS = ["ferries", "dredgers", "gulls", "pilots", "locks", "cranes", "barges", "storms"]


def story(subject: str) -> str:
    return " ".join(
        f"On day {n} the {subject} of region {n * 7 % 13} met {subject} number {n * n}." for n in range(12)
    )


def article(name: str, text: str, publisher: str | None) -> Article:
    return Article(name, text, Span(0, len(text)), publisher=publisher)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "archive.db", create=True)
    add(opened, [article(subject, f"{story(subject)}\n\n{FOOTER}", "The Tide") for subject in SUBJECTS])
    add(opened, [article(f"wire {n}", story("herring"), f"Paper {n}") for n in range(9)])
    return opened


def test_a_house_footer_is_found_where_it_stands(store: Store) -> None:
    new = article("new", f"{story('whales')}\n\n{FOOTER}", "The Tide")
    assert [span.of(new.text) for span in boilerplate_of(store, new, FingerprintSettings())] == [FOOTER.rstrip(".")]
    archived = store.articles.get("gulls")
    assert [s.of(archived.text) for s in boilerplate_of(store, archived, FingerprintSettings())] == [
        FOOTER.rstrip(".")
    ]


def test_a_story_that_many_ran_is_no_boilerplate(store: Store) -> None:
    assert boilerplate_of(store, article("copy", story("herring"), "The Tide"), FingerprintSettings()) == ()


@pytest.mark.parametrize("line", [f"“{FOOTER}”", FOOTER.replace("morning letter", "“morning letter”")])
def test_a_line_in_quotation_marks_is_a_quotation(store: Store, line: str) -> None:
    new = article("new", f"{story('whales')}\n\n{line}", "The Tide")
    assert boilerplate_of(store, new, FingerprintSettings()) == ()
