"""Quotations that several outlets have from one public occasion: who said it, who printed it first, who has it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import article, moment, span

from provenance.lineage.public_words import best_name, public_quotations
from provenance.model import (
    Article,
    Link,
    Match,
    Passage,
    PublicationTime,
    PublicQuotation,
    Quotation,
    Relation,
    Review,
    Span,
)
from provenance.model.public_words import public_quotation

SAID = "“We will dredge the harbour twice before the herring comes”"
TEXT = f"{SAID}, Anna Ek told a press conference."


def told(name: str, day: str | None = None, text: str = TEXT) -> Article:
    return article(name, f"Report {name}. {text}", moment(day) if day else None, f"The {name.title()}")


HERE = told("here", "2025-05-02T12:00:00")


def link(
    other: Article,
    relation: Relation = "same_event",
    words: str = SAID,
    kind: str = "quotation",
    *,
    flipped: bool = False,
    **more: object,
) -> Link:
    a, b = (other, HERE) if flipped else (HERE, other)
    one, two = span(a.text, words), span(b.text, words)
    match = Match(kind, one, two, 1.0, ((one, two),))  # type: ignore[arg-type]
    passage = Passage(match, "Anna Ek", (True, True), speakers=("Anna Ek", "Anna Ek"))
    return replace(Link(a.id, b.id, relation, 0.9, 0.5, 0.5, (passage,)), **more)  # type: ignore[arg-type]


def found(*pairs: tuple[Article, Link], speaker: str | None = "Anna Ek") -> tuple[PublicQuotation, ...]:
    said = (Quotation(span(HERE.text, SAID), "direct", (span(HERE.text, SAID[1:-1]),), speaker=speaker),)
    return public_quotations(HERE, said, [each for _, each in pairs], {each.id: each for each, _ in pairs})


def one(*others: Article, relation: Relation = "same_event") -> PublicQuotation:
    (public,) = found(*((each, link(each, relation)) for each in others))
    return public


def ids(articles: tuple[Article, ...]) -> list[str]:
    return [each.id for each in articles]


def test_who_said_it_where_who_was_first_and_who_has_it() -> None:
    post, herald = told("post", "2025-05-02T09:00:00"), told("herald", "2025-05-03T09:00:00")
    public = one(herald, post)
    assert (public.speaker, public.occasion) == ("Anna Ek", "press conference")
    assert ids(public.first) == ["post"]
    assert ids(public.holders) == ["post", "herald"]
    assert public.span == span(HERE.text, SAID)


def test_the_article_itself_may_be_first() -> None:
    assert ids(one(told("post", "2025-05-02T12:00:01")).first) == ["here"]


def test_dates_that_do_not_decide_name_all_that_may_be_first() -> None:
    day = replace(told("post"), published=moment("2025-05-02", "day"))
    assert ids(one(day, told("late", "2025-05-04T09:00:00")).first) == ["here", "post"]
    undated = told("post")
    public = one(undated)
    assert (ids(public.first), ids(public.holders)) == (["here"], ["post"])


def test_copies_have_it_too_and_are_no_outlets_of_their_own() -> None:
    """A copy counts among those that have the words; that alone makes nothing public."""
    post, copy = told("post", "2025-05-02T09:00:00"), told("copy", "2025-05-04T09:00:00")
    (public,) = found((post, link(post)), (copy, link(copy, "derived", TEXT, "verbatim", flipped=True)))
    assert (ids(public.holders), public.apart) == (["post", "copy"], {"post"})
    for relation in ("derived", "near_duplicate", "undetermined"):
        assert found((post, link(post, relation))) == ()  # type: ignore[arg-type]


def test_one_source_makes_words_public_where_a_text_names_the_occasion() -> None:
    assert one(told("post"), relation="common_source").apart == {"post"}
    quiet = f"{SAID}, Anna Ek said."
    assert "press conference" in HERE.text
    silent = replace(HERE, text=HERE.text.replace("told a press conference", "said on the quay......"))
    post = told("post", text=quiet)
    said = (Quotation(span(silent.text, SAID), "direct", (span(silent.text, SAID[1:-1]),), speaker="Anna Ek"),)
    for relation, many in (("common_source", 0), ("same_event", 1)):
        shared = link(post, relation)  # type: ignore[arg-type]
        assert len(public_quotations(silent, said, [shared], {"post": post})) == many


def test_prose_that_two_share_is_nobody_s_words() -> None:
    post = told("post")
    passage = replace(link(post, kind="verbatim").passages[0], in_quotes=(False, False))
    assert found((post, link(post, passages=(passage,)))) == ()


def test_a_few_words_of_a_quotation_are_not_the_quotation() -> None:
    post = told("post")
    assert found((post, link(post, words="before the herring comes"))) == ()


def test_several_passages_may_have_a_quotation_together() -> None:
    post = told("post")
    parts = [link(post, words=words).passages[0] for words in ("“We will dredge the", "before the herring comes”")]
    (public,) = found((post, link(post, passages=tuple(parts))))
    assert ids(public.holders) == ["post"]


def test_what_people_rejected_is_no_part() -> None:
    post = told("post")
    review = Review("rejected", "", "lee", "2026-11-30")
    assert found((post, link(post, review=review))) == ()
    passage = replace(link(post).passages[0], review=review)
    assert found((post, link(post, passages=(passage,)))) == ()


def test_what_only_an_earlier_version_has_is_no_part() -> None:
    post = told("post")
    passage = replace(link(post).passages[0], versions=(1, None))
    assert found((post, link(post, passages=(passage,)))) == ()


@pytest.mark.parametrize("flipped", [False, True])
def test_sides_do_not_matter(flipped: bool) -> None:
    post = told("post", "2025-05-01T12:00:00", f"It rained for hours, and nobody left. {TEXT}")
    (public,) = found((post, link(post, flipped=flipped)))
    assert ids(public.first) == ["post"]


def test_somebody_in_particular_is_named_before_a_spokesman() -> None:
    post = told("post")
    (public,) = found((post, link(post)), speaker="officials")
    assert public.speaker == "Anna Ek"
    (public,) = found((post, link(post)), speaker=None)
    assert public.speaker == "Anna Ek"


def test_the_order_of_links_does_not_matter() -> None:
    post, herald = told("post", "2025-05-02T09:00:00"), told("herald", "2025-05-02T09:00:00")
    assert one(post, herald) == one(herald, post)


def test_nothing_is_public_without_a_link() -> None:
    said = (Quotation(Span(0, 10), "direct"),)
    assert public_quotations(HERE, said, [], {}) == ()


TIMES = st.builds(lambda start, length: (float(start), float(start + length)), st.integers(0, 9), st.integers(0, 4))


@given(st.lists(st.none() | TIMES, max_size=9))
def test_first_are_those_that_no_other_surely_precedes(times: list[tuple[float, float] | None]) -> None:
    others = [
        replace(told(f"a{number}"), published=None if time is None else PublicationTime("", "day", *time))
        for number, time in enumerate(times)
    ]
    here = replace(HERE, published=None)
    found = public_quotation(here, Span(0, 5), None, None, others, frozenset()).first
    dated = {each.id: time for each, time in zip(others, times, strict=True) if time}
    assert {each.id for each in found} == {
        name
        for name, (start, end) in dated.items()
        if not any(other[0] < start and other[1] <= end for other in dated.values())
    }


def test_what_an_article_puts_in_its_own_words_or_cuts_to_a_word_is_no_quotation() -> None:
    post = told("post")
    for said in (
        Quotation(span(HERE.text, SAID), "indirect", speaker="Anna Ek"),
        Quotation(span(HERE.text, SAID), "mixed", (span(HERE.text, "herring"),), speaker="Anna Ek"),
    ):
        assert public_quotations(HERE, [said], [link(post)], {"post": post}) == ()


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (("Councilmember Ray Pulaski", "Ray Pulaski", None, "Ray Pulaski"), "Ray Pulaski"),
        (("the councilmember", "Ray Pulaski"), "Ray Pulaski"),
        (("officials", "the councilmember"), "the councilmember"),
        (("Ray Pulaski", "Lorraine Tsosie"), "Ray Pulaski"),
        (("officials", None), "officials"),
        ((None,), None),
    ],
)
def test_a_speaker_is_called_what_most_texts_call_them(names: tuple[str | None, ...], best: str | None) -> None:
    assert best_name(names) == best
