"""The verdict on a link and on an article: who took what from whom, how sure that is, and what stays open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model import (
    Article,
    Evidence,
    Findings,
    LineageEdge,
    LineageView,
    Link,
    Match,
    Passage,
    PublicationTime,
    Review,
    Sibling,
    Span,
)
from provenance.model.evidence import Boilerplate, LinkTo, OnlyQuoted, PublicationTimes, Revision
from provenance.model.evidence_kinds import CATALOGUE
from provenance.reports import verdicts
from provenance.reports.naming import Naming

WHOLE = Span(0, 4)
DAYS = {
    day: PublicationTime(f"2024-05-0{day}", "day", 1_714_521_600.0 + (day - 1) * 86400, 1_714_521_600.0 + day * 86400)
    for day in range(1, 8)
}
MINE = Article("mine", "text", WHOLE, "Mine", publisher="Harbour Post", published=DAYS[3])
THEIRS = Article("theirs", "text", WHOLE, "Theirs", publisher="Coast Wire", published=DAYS[2])
THIRD = Article("third", "text", WHOLE, "Third", publisher="Herald", published=DAYS[1])
OTHERS = {"theirs": THEIRS, "third": THIRD}
NAMES = Naming.of([MINE, THEIRS, THIRD])
ASKED = Naming.of([MINE, THEIRS, THIRD], "mine")
PASSAGE = Passage(Match("verbatim", WHOLE, WHOLE, 1.0))
LINK = Link("mine", "theirs", "undetermined", 0.66, 0.62, 0.5, (PASSAGE,))
DERIVED = replace(LINK, relation="derived", derived="mine", source="theirs", confidence=0.88)
POST, WIRE = "Harbour Post's article of 3 May", "Coast Wire's article of 2 May"
BOTH, ALL = f"{POST} and {WIRE}", "62% of its text, word for word"
SOURCE = {"derived": "mine", "source": "theirs"}
THIRD_TEXT = "or both used a third text"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"relation": "derived", "derived": "mine", "source": "theirs", "confidence": 0.88},
            f"{POST} was very probably (88%) made from {WIRE}: 62% of its text, word for word; source not named",
        ),
        (
            {"relation": "derived", "derived": "theirs", "source": "mine", "credited": True},
            f"{WIRE} was probably (66%) made from {POST}: 50% of its text, word for word; source named",
        ),
        (
            {"relation": "near_duplicate", "confidence": 0.97},
            f"two copies of one text: {BOTH} (97% the same words); which came first is not known",
        ),
        (
            {"relation": "near_duplicate", "derived": "mine", "source": "theirs", "confidence": 0.97},
            f"{POST} is almost certainly (97%) a copy of {WIRE}: 62% of its text, word for word; source not named",
        ),
        (
            {"relation": "common_source", "common_source": "third"},
            f"probably (66%) neither copied: {BOTH} both used Herald's article of 1 May",
        ),
        (
            {"relation": "common_source", "credited_source": "Northern Wire"},
            f"probably (66%) neither copied: {BOTH} both used a text from Northern Wire that is not in the archive",
        ),
        (
            {"relation": "same_event"},
            f"probably (66%) neither copied: {BOTH} report the same event; what they share was said or known there",
        ),
        (
            {"relation": "same_event", "passages": ()},
            f"probably (66%) neither copied: {BOTH} report the same event",
        ),
        ({}, f"open: {BOTH} share text, and nothing shows which took it from which"),
        ({"likeliest": "b->a"}, f"open: probably (66%) {POST} used {WIRE}, {THIRD_TEXT}"),
        (
            {"likeliest": "a->b", "confidence": 0.5},
            f"open: perhaps (50%) {WIRE} used {POST}, {THIRD_TEXT}",
        ),
        (
            {"likeliest": "common_source"},
            f"open: probably (66%) {BOTH} both used a third text, or one used the other",
        ),
        (
            {"likeliest": "common_source", "credited_source": "Reuters"},
            f"open: probably (66%) {BOTH} both used a text from Reuters, or one used the other",
        ),
        (
            {"likeliest": "same_event"},
            f"open: probably (66%) {BOTH} report the same event, or one used the other",
        ),
        (
            {"likeliest": "common_source", "evidence": (Evidence(Boilerplate(), "none", 0.0),)},
            f"{BOTH} share only signatures, footers or credit lines, which say nothing about a source",
        ),
        (
            {
                "relation": "derived",
                "derived": "mine",
                "source": "theirs",
                "evidence": (Evidence(Revision("post.example/x", "2024-05-02"), "b", 3.0),),
                "credited": True,
            },
            f"{POST} is probably (66%) a later version of {WIRE}: 62% of its text, word for word; source named",
        ),
    ],
)
def test_the_verdict_on_a_link(changes: dict[str, object], expected: str) -> None:
    link = replace(LINK, **changes)  # type: ignore[arg-type]
    assert verdicts.of_link(link, NAMES, "mine") == expected
    flipped = {"a->b": "b->a", "b->a": "a->b"}.get(link.likeliest, link.likeliest)
    other = replace(link, a="theirs", b="mine", share_a=0.5, share_b=0.62, likeliest=flipped)  # type: ignore[arg-type]
    assert verdicts.of_link(other, NAMES, "mine") == expected


def test_a_guess_names_the_alternative_that_the_other_evidence_speaks_for() -> None:
    quoted, linked = Evidence(OnlyQuoted(3, 4), "common", 0.4), Evidence(LinkTo(), "a", 0.5)
    link = replace(LINK, likeliest="b->a", evidence=(quoted, linked))
    assert verdicts.of_link(link, NAMES, "mine").endswith(", or the other way round")
    link = replace(link, evidence=(replace(quoted, weight=0.6), linked))
    assert verdicts.of_link(link, NAMES, "mine").endswith(f", {THIRD_TEXT}")


def test_the_article_asked_about_is_this_article() -> None:
    assert verdicts.sentence(DERIVED, ASKED) == (
        f"This article was very probably (88%) made from {WIRE}: 62% of its text, word for word; source not named."
    )
    turned = replace(DERIVED, derived="theirs", source="mine")
    assert verdicts.sentence(turned, ASKED).startswith(f"{WIRE} was very probably (88%) made from this article: 50%")


def test_a_name_keeps_its_first_letter_at_the_start() -> None:
    names = Naming.of([Article("blog-9", "text", WHOLE), Article("x", "text", WHOLE)])
    link = Link("blog-9", "x", "derived", 0.9, 0.5, 0.5, (), derived="blog-9", source="x")
    assert verdicts.sentence(link, names).startswith("blog-9 was very probably (90%) made from x: 50% of its text")
    copies = replace(link, a="two", b="x", relation="near_duplicate", derived=None, source=None)
    two = Naming.of([Article("two", "text", WHOLE), Article("x", "text", WHOLE)])
    assert verdicts.sentence(copies, two).startswith("Two copies of one text: two and x (90% the same words)")
    event = replace(link, relation="same_event", derived=None, source=None)
    assert verdicts.sentence(event, names).startswith("Very probably (90%) neither copied: blog-9 and x")


@pytest.mark.parametrize(
    ("changes", "publisher", "expected"),
    [
        ({"credited_source": "coast  wire", "credited": True}, "Coast Wire", "source named"),
        ({"credited_source": "Reuters", "credited": True}, "Coast Wire", "names Reuters"),
        ({"credited": True}, "Coast Wire", "source named"),
        ({}, "Coast Wire", "source not named"),
        ({}, " HARBOUR POST", "both are from Harbour Post"),
    ],
)
def test_whether_the_source_is_named(changes: dict[str, object], publisher: str, expected: str) -> None:
    names = Naming.of([MINE, replace(THEIRS, publisher=publisher)])
    assert verdicts.credit_words(replace(DERIVED, **changes), names) == expected  # type: ignore[arg-type]


def test_two_articles_by_nobody_are_not_from_one_author() -> None:
    names = Naming.of([replace(MINE, author="admin"), replace(THEIRS, author="Admin")])
    assert verdicts.credit_words(DERIVED, names) == "source not named"


REVIEW = Review("confirmed", "", "dana", "2026-11-30T10:00:00Z")


def test_what_people_confirmed_is_not_probable() -> None:
    link = replace(DERIVED, review=REVIEW)
    assert verdicts.sentence(link, ASKED) == (
        f"Confirmed by dana on 2026-11-30: this article was made from {WIRE} (the program: 88%): 62% of its text, "
        "word for word; source not named."
    )
    assert verdicts.label(link, "mine") == "its source"
    lost = verdicts.sentence(replace(link, review=replace(REVIEW, found=False)), ASKED)
    assert "(the program: 88%, when it found the link last)" in lost


def test_what_people_rejected_is_no_link() -> None:
    rejected = replace(DERIVED, review=replace(REVIEW, verdict="rejected"), likeliest="b->a")
    assert verdicts.sentence(rejected, ASKED) == (
        f"Rejected by dana on 2026-11-30: no link between this article and {WIRE} (the program: very probably (88%) "
        f"this article used {WIRE})."
    )
    assert verdicts.label(rejected, "mine") == "rejected"
    nothing = replace(rejected, relation="undetermined", derived=None, source=None, likeliest="none")
    assert verdicts.sentence(nothing, ASKED).endswith(f"no link between this article and {WIRE}.")


@pytest.mark.parametrize(
    ("changes", "subject", "expected"),
    [
        ({}, "mine", "open"),
        ({"relation": "derived", **SOURCE}, "mine", "its source, probably (66%)"),
        ({"relation": "derived", **SOURCE}, "theirs", "made from it, probably (66%)"),
        ({"relation": "near_duplicate"}, "mine", "the same text, order not known"),
        (
            {"relation": "near_duplicate", **SOURCE},
            "mine",
            "its original, probably (66%)",
        ),
        (
            {"relation": "near_duplicate", **SOURCE},
            "theirs",
            "a copy of it, probably (66%)",
        ),
        ({"relation": "common_source"}, "mine", "used the same source, probably (66%)"),
        ({"relation": "same_event"}, "mine", "reports the same event, probably (66%)"),
    ],
)
def test_labels(changes: dict[str, object], subject: str, expected: str) -> None:
    assert verdicts.label(replace(LINK, **changes), subject) == expected  # type: ignore[arg-type]


def found(*links: Link, **more: object) -> Findings:
    return Findings(MINE, links, OTHERS, 0.62, **{"compared": 69, **more})  # type: ignore[arg-type]


OTHER_SOURCE = replace(DERIVED, b="third", source="third", confidence=0.81, share_a=0.25)
MADE = replace(DERIVED, derived="theirs", source="mine")


def test_two_sources_are_told_with_the_part_from_each() -> None:
    first, second = verdicts.of_findings(found(DERIVED, OTHER_SOURCE))
    assert first.startswith(f"This article was very probably (88%) made from {WIRE}: 62% of its text")
    assert second == (
        "Very probably (81%) also from Herald's article of 1 May: 25% of its text, word for word; source not named."
    )


def test_further_sources_and_other_links_are_counted() -> None:
    sources = [replace(DERIVED, b=f"x{number}", source=f"x{number}") for number in range(5)]
    event = replace(LINK, relation="same_event")
    told = verdicts.of_findings(found(*sources, MADE, event, event, LINK))
    assert told[3:] == [
        "And from 2 more.",
        "1 archived article was made from this one.",
        "2 archived articles report the same event.",
        "1 link stays open.",
    ]


def test_copies_come_before_what_was_made_from_the_article() -> None:
    copies = [replace(LINK, relation="near_duplicate", confidence=0.97)] * 3
    first, second, third = verdicts.of_findings(found(MADE, *copies))
    assert first.startswith("Two copies of one text: this article and ")
    assert second == "2 more archived articles are copies of the same text."
    assert third == "1 archived article was made from this one."


def test_an_article_that_only_others_used_has_no_source() -> None:
    first, second, third = verdicts.of_findings(found(MADE, MADE))
    assert first == "No source among 69 archived articles."
    assert second.startswith(f"{WIRE} was very probably (88%) made from this article")
    assert third == "1 more archived article was made from this one."
    assert verdicts.of_findings(found(replace(LINK, relation="same_event")))[0] == first
    assert verdicts.of_findings(found(MADE, LINK))[0] == second, "the open link may lead to a source"


def test_what_is_open_is_told_where_nothing_is_sure() -> None:
    first, second = verdicts.of_findings(found(replace(LINK, likeliest="b->a"), LINK, LINK))
    assert first == f"Open: probably (66%) this article used {WIRE}, or both used a third text."
    assert second == "2 more links stay open."


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"compared": 0}, "There was nothing to compare this article with."),
        ({"compared": 1}, "No source among 1 archived article."),
        ({"compared": 29818}, "No source among 29,818 archived articles."),
        ({"left_out": 2}, "Nothing is left to show: 2 links were left out by the filters."),
        (
            {"same_event_left_out": 1},
            "No source among 69 archived articles. 1 of them reports the same event and shares with it what was said "
            "or known there; neither copied the other.",
        ),
    ],
)
def test_nothing_found(more: dict[str, int], expected: str) -> None:
    assert verdicts.of_findings(found(**more)) == [expected]
    assert verdicts.summary(found(**more)) == expected


def test_what_people_rejected_is_no_part_of_the_verdict() -> None:
    rejected = replace(DERIVED, review=replace(REVIEW, verdict="rejected"))
    assert verdicts.of_findings(found(rejected)) == [
        "Nothing is left: people rejected the only link that the program found."
    ]
    assert verdicts.of_findings(found(rejected, rejected)) == [
        "Nothing is left: people rejected all 2 links that the program found."
    ]
    assert verdicts.of_findings(found(rejected, OTHER_SOURCE))[0].startswith("This article was very probably (81%)")


def test_the_summary_says_how_much_is_shared_with_how_many() -> None:
    same = replace(LINK, relation="same_event")
    assert verdicts.summary(found(DERIVED, same)).endswith("62% of this article is in 1 of 69 archived articles.")


def test_a_lineage_begins_with_its_verdict() -> None:
    def said(*links: Link) -> str:
        return verdicts.of_lineage(LineageView(MINE, (MINE, THEIRS), tuple(map(LineageEdge, links))), ASKED)

    assert said() == ""
    assert said(DERIVED) == verdicts.sentence(DERIVED, ASKED)
    assert said(DERIVED, OTHER_SOURCE, MADE, LINK) == "Made from 2 articles; source of 1 article; 1 open link."
    assert said(MADE, replace(LINK, relation="common_source")) == (
        "No source found; source of 1 article; 1 article from the same source."
    )
    far = replace(DERIVED, a="theirs", b="third", derived="theirs", source="third")
    assert said(DERIVED, far) == verdicts.sentence(DERIVED, ASKED), "what lies behind the source is told below"


@pytest.mark.skipif("rival_source" not in CATALOGUE, reason="no evidence names the next best source yet")
@pytest.mark.parametrize(
    ("weight", "words"), [(4.0, "Herald, far behind"), (1.2, "Herald, behind"), (0.1, "Herald, close behind")]
)
def test_the_next_likeliest_source_is_named(weight: float, words: str) -> None:
    rival = Evidence(CATALOGUE["rival_source"]("third", 3.0), "b", weight)
    said = verdicts.of_link(replace(DERIVED, evidence=(rival,)), NAMES)
    assert said.endswith(f"source not named; next likeliest source: {words}")
    ahead = replace(rival, favours="none")
    assert "next likeliest" not in verdicts.of_link(replace(DERIVED, evidence=(ahead,)), NAMES)


def test_under_a_heading_a_report_of_the_same_event_is_named_alone() -> None:
    event = replace(LINK, relation="same_event")
    assert verdicts.of_event(event, ASKED) == f"{WIRE}, probably (66%)."
    confirmed = verdicts.of_event(replace(event, review=REVIEW), ASKED)
    assert confirmed == f"Confirmed by dana on 2026-11-30: {WIRE} (the program: 66%)."


def test_siblings() -> None:
    link = replace(DERIVED, derived="third", source="theirs", a="third")
    assert verdicts.of_sibling(Sibling(THIRD, link, 51), ASKED) == (
        f"1 May 2024 · very probably (88%) took 51 of the same characters from {WIRE}"
    )
    assert verdicts.of_sibling(Sibling(THIRD, link, 0), ASKED).endswith(f"took other parts of {WIRE}")


@pytest.mark.parametrize(("days", "event"), [(2, True), (29, True), (33, False), (400, False)])
def test_articles_months_apart_report_no_one_event(days: int, event: bool) -> None:
    start = DAYS[1].earliest
    later = PublicationTime("later", "day", start + days * 86400, start + (days + 1) * 86400)
    times = Evidence(PublicationTimes(DAYS[1], later), "none", 0.0)
    link = replace(LINK, relation="same_event", evidence=(times,))
    assert ("report the same event" in verdicts.of_link(link, NAMES)) == event
    if not event:
        assert verdicts.of_link(link, NAMES) == f"probably (66%) neither copied: what {BOTH} share was known to both"
