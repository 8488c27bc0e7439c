"""What the article took and what others took from it are never confused, and the most important comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model import Findings, Link, Review
from provenance.reports.html.directions import (
    COMMON,
    COPY,
    EVENT,
    GIVEN,
    NOTHING,
    OPEN,
    REJECTED,
    TAKEN,
    by_importance,
    direction,
    directions,
    most_important,
)

BARE = Link("a", "b", "undetermined", 0.9, 0.5, 0.5, ())


@pytest.mark.parametrize(
    ("link", "seen_from_a", "seen_from_b"),
    [
        (replace(BARE, relation="derived", derived="a", source="b"), TAKEN, GIVEN),
        (replace(BARE, relation="near_duplicate", derived="b", source="a"), GIVEN, TAKEN),
        (replace(BARE, relation="near_duplicate"), COPY, COPY),
        (replace(BARE, relation="common_source"), COMMON, COMMON),
        (replace(BARE, relation="same_event"), EVENT, EVENT),
        (BARE, OPEN, OPEN),
        (replace(BARE, likeliest="a->b"), OPEN, OPEN),
        (
            replace(BARE, relation="derived", derived="a", source="b", review=Review("rejected", "", None, "")),
            REJECTED,
            REJECTED,
        ),
    ],
)
def test_the_way_is_seen_from_the_article(link: Link, seen_from_a: object, seen_from_b: object) -> None:
    assert direction(link, "a") is seen_from_a
    assert direction(link, "b") is seen_from_b


def test_what_was_taken_is_more_important_than_what_was_given(findings: Findings) -> None:
    post = findings.article.id
    given = replace(findings.links[0], derived="herald-0304", source=post)
    links = (findings.links[1], given, findings.links[0])
    assert by_importance(links, post) == [findings.links[0], given, findings.links[1]]
    assert most_important(replace(findings, links=links)) is TAKEN
    assert directions(replace(findings, links=links)) == (TAKEN, GIVEN, OPEN)


def test_a_rejected_link_says_nothing_of_an_article(findings: Findings) -> None:
    rejected = replace(findings.links[0], review=Review("rejected", "", "dana", "2026-11-30T10:00:00Z"))
    assert directions(replace(findings, links=(rejected,))) == (NOTHING,)
    assert most_important(replace(findings, links=(rejected, findings.links[1]))) is OPEN


def test_signs_and_words_differ_so_that_colour_is_not_needed() -> None:
    ways = (TAKEN, COPY, GIVEN, COMMON, OPEN, EVENT, NOTHING, REJECTED)
    for words in ("key", "sign", "short", "heading", "kind"):
        assert len({getattr(way, words) for way in ways}) == len(ways)
