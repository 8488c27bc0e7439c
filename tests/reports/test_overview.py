"""After a check of several articles: all at a glance, decisions of people, and what was not looked at."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from provenance.model import Article, Findings, Link, Match, Passage, Review, Span
from provenance.reports.terminal.overview import SHOWN, Overview

WHOLE = Span(0, 10)
THEIRS = Article("theirs", "some words", WHOLE, "Theirs", publisher="Herald")
PASSAGE = Passage(Match("verbatim", WHOLE, WHOLE, 1.0, ()), None, (False, False), False)
REVIEW = Review("confirmed", "by phone", "dana", "2026-11-30T10:00:00Z", ())


def findings(name: str, share: float, review: Review | None = None) -> Findings:
    article = Article(name, "some words", WHOLE, name)
    link = Link(name, "theirs", "derived", 0.9, share, share, (PASSAGE,), derived=name, source="theirs")
    links = (replace(link, review=review),) if share else ()
    return Findings(article, links, {"theirs": THEIRS}, share, compared=9)


def printed(*several: Findings) -> str:
    overview, file = Overview(), io.StringIO()
    for each in several:
        overview.take(each)
    overview.print(Console(file=file, width=80, color_system=None))
    return file.getvalue()


def test_a_single_article_has_no_overview() -> None:
    assert printed(findings("one", 0.5)) == ""


def test_those_that_share_most_come_first_and_the_others_are_counted() -> None:
    words = printed(findings("one", 0.25), findings("two", 0.0), findings("three", 0.75))
    assert "3 articles checked: 2 share text with archived ones, 1 does not." in words
    assert words.index("75%  three") < words.index("25%  one")
    assert "This article was very probably (90%) made from Herald's undated article: 75%" in " ".join(words.split())
    assert "two" not in words


def test_decisions_of_people_are_told() -> None:
    words = printed(findings("one", 0.25, REVIEW), findings("two", 0.5))
    assert "Confirmed by dana on 2026-11-30: by phone." in words
    assert "Links that people reviewed: 1 confirmed." in words
    assert "No person has reviewed" in printed(findings("one", 0.25), findings("two", 0.5))


def test_what_was_not_looked_at_is_told() -> None:
    assert "Nothing outside the archive was looked at." in printed(findings("one", 0.25), findings("two", 0.0))


def test_many_articles_are_counted() -> None:
    words = printed(*(findings(f"article {number}", 0.001 * number) for number in range(3 * SHOWN)))
    assert f"{2 * SHOWN - 1} more that share text" in words
    assert f"article {3 * SHOWN - 1}" in words
    assert "article 7\n" not in words


def test_who_only_reports_the_same_event_shares_no_text_and_is_counted() -> None:
    """Whether such links are listed or not, the line is the same."""
    event = findings("two", 0.25)
    link = replace(event.links[0], relation="same_event", derived=None, source=None)
    listed = replace(event, links=(link,), share=0.0)
    unlisted = replace(event, links=(), share=0.0, same_event_left_out=3)
    for same in (listed, unlisted):
        words = " ".join(printed(findings("one", 0.25), same, findings("three", 0.0)).split())
        head = "3 articles checked: 1 shares text with archived ones, 1 does not, 1 only reports the same event"
        assert f"{head} as archived ones." in words
        assert "two" not in words
