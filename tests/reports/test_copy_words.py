"""Several articles with one text are one source, told once, the earliest known first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from provenance.model import Article, Evidence, Link, PublicationTime, Span
from provenance.model.event_evidence import CopyOfSource
from provenance.reports.copy_words import copies, one_a_text, or_copies
from provenance.reports.naming import Naming

WHOLE = Span(0, 4)
OUTLETS = {"one": "Herald", "two": "Mirror", "three": "Echo", "four": "Gazette", "mine": "Post"}


def day(number: int) -> PublicationTime:
    start = 1_714_521_600.0 + (number - 1) * 86_400
    return PublicationTime(f"2024-05-0{number}", "day", start, start + 86_400)


def names(days: Mapping[str, int]) -> Naming:
    articles = [
        Article(name, "text", WHOLE, name, publisher=outlet, published=day(days[name]) if name in days else None)
        for name, outlet in OUTLETS.items()
    ]
    return Naming.of(articles, "mine")


def link(source: str, *further: str) -> Link:
    found = tuple(Evidence(CopyOfSource(name), "none", 0.0) for name in further)
    return Link("mine", source, "derived", 0.9, 0.5, 0.5, (), derived="mine", source=source, evidence=found)


@pytest.mark.parametrize(
    ("further", "words"),
    [
        ((), ""),
        (("two",), " or its copy, Mirror's article of 2 May"),
        (("two", "three"), " or one of its copies, Mirror's article of 2 May and Echo's article of 3 May"),
        (("two", "three", "four"), " or one of its 3 copies"),
    ],
)
def test_copies_behind_the_name_of_their_source(further: tuple[str, ...], words: str) -> None:
    found = link("one", *further)
    assert copies(found) == list(further)
    assert or_copies(found, names({"one": 1, "two": 2, "three": 3, "four": 4, "mine": 5})) == words


def test_links_to_one_text_are_one_source() -> None:
    links = [link("two", "one"), link("three"), link("one", "two"), link("four", "three")]
    found = one_a_text(links, names({"one": 1, "two": 2, "three": 3, "four": 4, "mine": 5}))
    assert [each.source for each in found] == ["one", "three", "four"], "only the later one names a copy"


def test_a_copy_without_a_date_is_not_the_earliest_known() -> None:
    links = [link("one", "two"), link("two", "one")]
    assert [each.source for each in one_a_text(links, names({"two": 4}))] == ["two"]
    assert [each.source for each in one_a_text(links, names({}))] == ["one"], "the first of equal ones"
