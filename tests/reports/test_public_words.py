"""Sentences on words that were said in public: they claim no more than dates and links show."""

from __future__ import annotations

from dataclasses import replace

from provenance.model import Article, PublicationTime, PublicQuotation, Span
from provenance.model.public_words import public_quotation
from provenance.reports.event_words import only_unlisted_words, unlisted_words
from provenance.reports.public_words import occasion_words, public_words, quoted

SAID = "“No.”"


def article(name: str, day: int | None = None) -> Article:
    start = 1_746_144_000.0 + 86_400 * (day or 0)
    time = None if day is None else PublicationTime(f"2025-05-0{day + 2}", "day", start, start + 86_399)
    return Article(name, SAID, Span(0, 5), publisher=f"The {name.title()}", published=time)


HERE = article("here", 3)


def public(*others: Article, speaker: str | None = "Anna Ek", occasion: str | None = None) -> PublicQuotation:
    return public_quotation(HERE, Span(0, 5), speaker, occasion, others, frozenset(each.id for each in others))


def test_occasions_are_named_as_people_do() -> None:
    words = {name: public_words(public(article("post", 1), occasion=name), HERE).partition(":")[0]
             for name in ("press conference", "parliament", "remarks to reporters", None)}  # fmt: skip
    assert words == {
        "press conference": "Anna Ek's words from the press conference",
        "parliament": "Anna Ek's words from parliament",
        "remarks to reporters": "Anna Ek's words from remarks to reporters",
        None: "Anna Ek's words",
    }
    assert public_words(public(article("post", 1), speaker=None), HERE).startswith(
        "Words whose speaker is not known:"
    )


def test_who_was_first_is_said_as_far_as_dates_decide() -> None:
    one = public_words(public(article("post", 1), article("herald", 2)), HERE)
    assert "printed first by The Post (3 May 2025); 2 archived articles have them besides this one" in one
    two = public_words(public(article("post", 1), article("herald", 1)), HERE)
    assert "printed first by The Herald (3 May 2025) or The Post (3 May 2025)" in two
    four = public_words(public(*(article(name, 1) for name in "abcd")), HERE)
    assert "who printed them first is not known" in four
    undated = public_words(public(article("post")), HERE)
    assert "printed first, of those with a date, by this article (5 May 2025); 1 archived article has them" in undated
    nobody = replace(public(article("post")), first=())
    assert "who printed them first is not known" in public_words(nobody, HERE)


def test_two_that_were_compared_are_both_named() -> None:
    assert public_words(public(article("post", 4)), HERE, both="post").endswith(
        "printed first by The Here (5 May 2025); both have them"
    )
    three = public(article("post", 4), article("herald", 4))
    assert public_words(three, HERE, both="post").endswith("1 archived article has them besides these two")


def test_long_words_are_cut_and_short_ones_are_whole() -> None:
    assert quoted(public(), HERE) == SAID
    long = replace(HERE, text="“" + "harbour " * 40)
    assert len(quoted(replace(public(), span=Span(0, 300)), long)) <= 90


def test_how_many_is_said_where_all_are_listed() -> None:
    assert occasion_words(public(article("post", 1))) == "said in public: 2 articles have it"


def test_the_number_of_pairs_that_are_not_listed_agrees_with_its_verb() -> None:
    assert unlisted_words(0) == ""
    assert unlisted_words(1) == "1 pair that reports the same event is not listed: --same-event shows it."
    assert unlisted_words(1400) == "1,400 pairs that report the same event are not listed: --same-event shows them."
    assert "1 of them reports the same event and shares with it" in only_unlisted_words(1, "9 archived articles")
