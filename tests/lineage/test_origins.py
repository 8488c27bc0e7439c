from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import article, moment

from provenance.lineage.occasions import Occasion, occasion_of
from provenance.lineage.origins import COPIED, Origins, origins_of
from provenance.model import Article, Link, Match, Passage, Relation, Review, Span

SAID = "“The bridge was never inspected,” said the engineer"
PLACE = Span(1, 31)


def link(
    a: str, b: str, relation: Relation = "derived", confidence: float = 0.9, place: Span = PLACE, **more: str
) -> Link:
    """A passage at `place` in both; A is the source of a derived pair."""
    directed = relation == "derived"
    return Link(
        a, b, relation, confidence, 0.5, 0.5, (Passage(Match("verbatim", place, place, 1.0, ((place, place),))),),
        source=a if directed else None,
        derived=b if directed else None,
        credited_source=more.get("credited"),
    )  # fmt: skip


def holders(*names: str, **text: str) -> list[Article]:
    return [article(name, text.get(name, SAID + "."), moment(f"2024-05-0{n}"), f"The {name.upper()} Post")
            for n, name in enumerate(names, 1)]  # fmt: skip


def origins(articles: list[Article], *links: Link) -> Origins:
    return origins_of(articles, {each.id: PLACE for each in articles}, links)


def lines(found: Origins) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [(each.article, each.outside, each.holders) for each in found.lines]


def test_holders_that_derive_from_one_text_are_one_origin() -> None:
    found = origins(holders("a", "b", "c"), link("a", "b"), link("b", "c"))
    assert lines(found) == [("a", None, ("a", "b", "c"))]
    assert found.at_least == 1


def test_outlets_that_no_link_makes_dependent_are_as_many_origins() -> None:
    """A press conference: what each outlet wrote down may be the same."""
    found = origins(holders("a", "b", "c"))
    assert [line.article for line in found.lines] == ["a", "b", "c"]
    assert found.at_least == 3


@pytest.mark.parametrize("relation", ["undetermined", "derived", "common_source"])
def test_an_unsure_link_may_hide_a_dependence(relation: Relation) -> None:
    found = origins(holders("a", "b"), link("a", "b", relation, confidence=0.5))
    assert len(found.lines) == 2
    assert found.at_least == 1


def test_the_confidence_that_joins_is_the_one_that_was_measured() -> None:
    assert len(origins(holders("a", "b"), link("a", "b", confidence=COPIED)).lines) == 1
    assert len(origins(holders("a", "b"), link("a", "b", confidence=COPIED - 0.01)).lines) == 2


def test_an_unsure_link_about_other_words_hides_nothing() -> None:
    found = origins(holders("a", "b"), link("a", "b", "undetermined", place=Span(40, 50)))
    assert found.at_least == 2


def test_what_a_person_said_of_a_link_counts_at_any_confidence() -> None:
    unsure, sure = link("a", "b", "undetermined", 0.5), link("a", "b")
    assert len(origins(holders("a", "b"), replace(unsure, review=Review("confirmed", "", None, ""))).lines) == 1
    rejected = origins(holders("a", "b"), replace(sure, review=Review("rejected", "", None, "")))
    assert (len(rejected.lines), rejected.at_least) == (2, 2)


def test_a_common_source_outside_the_archive_is_an_origin() -> None:
    found = origins(holders("a", "b"), link("a", "b", "common_source", credited="Northern Wire"))
    assert lines(found) == [(None, "Northern Wire", ("a", "b"))]


def test_texts_of_one_agency_come_from_it() -> None:
    texts = {"a": SAID + ". (Reuters)", "c": SAID + ". (Reuters)"}
    found = origins(holders("a", "b", "c", **texts))
    assert lines(found) == [(None, "Reuters", ("a", "c")), ("b", None, ("b",))]


def test_an_exclusive_interview_has_one_origin() -> None:
    texts = {"a": SAID + " in an interview with this newspaper.", "b": SAID + ", in an interview with the A Post."}
    found = origins(holders("a", "b", "c", **texts))
    assert lines(found) == [("a", None, ("a", "b", "c"))]


def test_what_an_older_article_has_is_not_from_the_interview() -> None:
    found = origins(holders("a", "b", b=SAID + " in an interview with this newspaper."))
    assert [line.holders for line in found.lines] == [("a",), ("b",)]


def test_who_credits_an_outlet_comes_from_it_and_who_says_nothing_does_not() -> None:
    found = origins(holders("a", "b", "c", b=SAID + ", she told the A Post."))
    assert [line.holders for line in found.lines] == [("a", "b"), ("c",)]


def test_those_who_say_that_it_was_a_press_conference_are_named() -> None:
    text = SAID + " at a news conference in the town hall."
    found = origins(holders("a", "b", "c", a=text, c=text))
    assert found.several == ("a", "c")
    assert len(found.lines) == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("she told the Evening Beacon", Occasion("The Evening Beacon")),
        ("in an Interview with The Evening Beacon", Occasion("The Evening Beacon", interview=True)),
        ("the Evening Beacon told her", Occasion()),
        ("she told the Evening Beacons", Occasion()),
        ("speaking to this newspaper", Occasion("The Holbrook Standard")),
        ("he told reporters", Occasion(several=True)),
        ("at a press briefing", Occasion(several=True)),
        ("", Occasion()),
    ],
)
def test_the_text_around_tells_who_was_told(words: str, expected: Occasion) -> None:
    one = article("a", f"{SAID} {words}.", publisher="The Holbrook Standard")
    assert occasion_of(one, PLACE, ["The Evening Beacon"]) == expected
    assert occasion_of(article("b", f"{SAID}. {'x ' * 300}{words}"), PLACE, ["The Evening Beacon"]) == Occasion()


def test_reports_of_the_same_event_have_the_words_independently() -> None:
    found = origins(holders("a", "b"), link("a", "b", "same_event", confidence=0.9))
    assert [line.article for line in found.lines] == ["a", "b"]
    assert found.at_least == 2


def test_what_is_hardly_likelier_the_same_event_than_a_copy_may_be_a_copy() -> None:
    found = origins(holders("a", "b"), link("a", "b", "same_event", confidence=0.5))
    assert len(found.lines) == 2
    assert found.at_least == 1


def test_a_person_may_confirm_that_two_only_report_the_same_event() -> None:
    confirmed = replace(link("a", "b", "same_event", 0.3), review=Review("confirmed", "", "dana", "2026-11-30"))
    found = origins(holders("a", "b"), confirmed)
    assert len(found.lines) == found.at_least == 2
