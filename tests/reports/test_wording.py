"""The sentences that people read: what each relation, date, share and quotation is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model import (
    Article,
    Attribution,
    CreditShares,
    Findings,
    Link,
    Match,
    Passage,
    PublicationTime,
    Span,
)
from provenance.reports import passage_words, wording

WHOLE = Span(0, 4)
MINE = Article("mine", "text", WHOLE, "Mine", publisher="Post")
THEIRS = Article("theirs", "text", WHOLE, "Theirs", publisher="Herald")
THIRD = Article("third", "text", WHOLE, "Third", publisher="Wire")
OTHERS = {"theirs": THEIRS, "third": THIRD}
PASSAGE = Passage(Match("verbatim", WHOLE, WHOLE, 1.0))
LINK = Link("mine", "theirs", "undetermined", 0.62, 0.5, 0.5, (PASSAGE,))


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0, "0%"), (0.001, "under 1%"), (0.009, "under 1%"), (0.384, "38%"), (0.991, "over 99%"), (1.0, "100%")],
)
def test_shares_never_round_to_nothing_or_all(share: float, expected: str) -> None:
    assert wording.percent(share) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.0, ".00"), (0.5, ".50"), (0.934, ".93"), (0.995, ".99"), (0.9999, "over .99"), (1, "over .99")],
)
def test_confidence_never_claims_certainty(value: float, expected: str) -> None:
    assert wording.confidence(value) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"relation": "derived", "derived": "mine", "source": "theirs"},
            "derives from Herald: Theirs (confidence .62)",
        ),
        (
            {"relation": "derived", "derived": "theirs", "source": "mine"},
            "is a source of Herald: Theirs (confidence .62)",
        ),
        (
            {"relation": "near_duplicate"},
            "is a near duplicate of Herald: Theirs; which of them came first is undetermined (confidence .62)",
        ),
        (
            {"relation": "near_duplicate", "derived": "mine", "source": "theirs"},
            "is a near duplicate of Herald: Theirs; the other came first (confidence .62)",
        ),
        (
            {"relation": "near_duplicate", "derived": "theirs", "source": "mine"},
            "is a near duplicate of Herald: Theirs; the other came later (confidence .62)",
        ),
        (
            {"relation": "common_source", "common_source": "third"},
            "draws, like Herald: Theirs, on Wire: Third (confidence .62)",
        ),
        (
            {"relation": "common_source", "credited_source": "Northern Wire"},
            "draws, like Herald: Theirs, on Northern Wire, which is not in the archive (confidence .62)",
        ),
        ({}, "shares passages with Herald: Theirs; who took from whom is undetermined"),
        (
            {"likeliest": "b->a"},
            "shares passages with Herald: Theirs; they were probably taken from there (confidence .62: undetermined)",
        ),
        (
            {"likeliest": "a->b"},
            "shares passages with Herald: Theirs; they were probably taken by the latter "
            "(confidence .62: undetermined)",
        ),
        (
            {"likeliest": "common_source"},
            "shares passages with Herald: Theirs; probably neither copied, and both used one source "
            "(confidence .62: undetermined)",
        ),
    ],
)
def test_relations(changes: dict[str, str], expected: str) -> None:
    link = replace(LINK, **changes)  # type: ignore[arg-type]
    assert wording.relation_words(link, "mine", OTHERS) == expected
    flipped = {"a->b": "b->a", "b->a": "a->b"}.get(link.likeliest, link.likeliest)
    other = replace(link, a="theirs", b="mine", likeliest=flipped)  # type: ignore[arg-type]
    assert wording.relation_words(other, "mine", OTHERS) == expected


@pytest.mark.parametrize(
    ("changes", "publisher", "expected"),
    [
        ({"credited_source": "Wire", "credited": True}, "Herald", "credited: Wire"),
        ({"credited_source": "Wire"}, "Herald", "the texts name Wire"),
        ({"credited": True, "derived": "mine"}, "Herald", "the source is credited"),
        ({"credited": True}, "Herald", "a source or speaker is credited"),
        ({"derived": "mine"}, "Herald", "the source is not credited"),
        ({"derived": "mine"}, " POST", "both are of Post"),
        ({}, "Herald", ""),
    ],
)
def test_credit_words(changes: dict[str, object], publisher: str, expected: str) -> None:
    link = replace(LINK, **changes)  # type: ignore[arg-type]
    assert wording.credit_words(link, MINE, replace(THEIRS, publisher=publisher)) == expected


def test_the_verdict_leads_with_the_surest_source() -> None:
    derived = replace(LINK, b="third", relation="derived", derived="mine", source="third", confidence=0.9)
    found = Findings(MINE, (LINK, derived, replace(derived, b="x", source="x")), OTHERS, 0.384, compared=7)
    assert wording.verdict(found) == (
        "38% of this article is shared with 3 of 7 archived articles. "
        "It derives from Wire: Third (confidence .90), and from x (confidence .90)."
    )
    many = replace(found, links=(*found.links, replace(derived, b="y", source="y")))
    assert wording.verdict(many).endswith("It derives from Wire: Third (confidence .90), and from 2 more.")


@pytest.mark.parametrize(
    ("compared", "expected"),
    [
        (0, "There was nothing to compare this article with."),
        (1, "No passage of this article was found in the 1 archived article."),
        (1200, "No passage of this article was found in the 1,200 archived articles."),
    ],
)
def test_verdict_when_nothing_is_found(compared: int, expected: str) -> None:
    assert wording.verdict(Findings(MINE, (), {}, 0.0, compared=compared)) == expected


@pytest.mark.parametrize(
    ("attribution", "expected"),
    [
        (None, ""),
        (Attribution(CreditShares(), CreditShares()), ""),
        (
            Attribution(CreditShares(0.1, 0.05, 0.0), CreditShares(0.1, 0.0, 0.2)),
            "Taken from its sources: 20% with credit, 5% with only the speaker named and 20% without credit "
            "(15% in quotations, 30% in prose).",
        ),
        (
            Attribution(CreditShares(), CreditShares(), 0.005),
            "Under 1% repeats its own author's or publisher's work.",
        ),
    ],
)
def test_what_is_credited(attribution: Attribution | None, expected: str) -> None:
    assert wording.attribution_words(attribution) == expected


def test_a_limit_on_candidates_is_told() -> None:
    found = Findings(MINE, (), {}, 0.0, compared=9, candidates=4, truncated=2)
    assert wording.scope_words(found) == (
        "Searched 9 archived articles and compared the 4 most similar word by word. "
        "2 further candidates left out by the limit on candidates."
    )


@pytest.mark.parametrize(
    ("precision", "how", "expected", "short"),
    [
        ("minute", "given", "4 March 2024, 07:30 UTC", "4 Mar 2024, 07:30"),
        ("day", "given", "4 March 2024", "4 Mar 2024"),
        ("month", "dateline in the text", "March 2024 (dateline in the text)", "Mar 2024"),
        ("year", "given", "2024", "2024"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(precision: str, how: str, expected: str, short: str) -> None:
    time = PublicationTime("2024-03-04T07:30", precision, 1709537400.0, 1709537460.0, how)  # type: ignore[arg-type]
    assert wording.time_words(time) == expected
    assert wording.short_time(time) == short


def test_a_year_that_no_calendar_holds_is_told_as_written() -> None:
    time = PublicationTime("+99999-01-01", "day", 3e12, 3e12, "given")
    assert wording.time_words(time) == "+99999-01-01"
    assert wording.time_words(None) == "no date"


def spoken(speech: str | None, a: str | None, b: str | None, **more: object) -> Passage:
    match = Match("quotation", WHOLE, WHOLE, 1.0)
    return Passage(match, a or b, (True, True), speech=speech, speakers=(a, b), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("passage", "derived", "expected"),
    [
        (spoken("same speaker", "Ruiz", "Ruiz"), None, "quotation · Ruiz, same speaker"),
        (spoken(None, "Ruiz", None), None, "quotation · Ruiz"),
        (spoken("re-credited", "an expert", "Ruiz"), "a", "quotation · re-credited: Ruiz became an expert"),
        (spoken("re-credited", "an expert", "Ruiz"), "b", "quotation · re-credited: an expert became Ruiz"),
        (spoken("re-credited", "an expert", "Ruiz"), None, "quotation · speakers differ: an expert / Ruiz"),
        (spoken("speaker dropped", "Ruiz", None), "b", "quotation · speaker dropped: Ruiz"),
        (spoken("speaker dropped", "Ruiz", None), "a", "quotation · speaker added: Ruiz"),
        (spoken("speaker dropped", "Ruiz", None), None, "quotation · speaker named in one only: Ruiz"),
        (spoken("re-credited", None, None), None, "quotation · re-credited"),
        (spoken(None, None, None, altered=True), None, "quotation · words inside the quotation marks differ"),
    ],
)
def test_what_became_of_a_quotation(passage: Passage, derived: str | None, expected: str) -> None:
    assert passage_words.described(passage, derived) == expected  # type: ignore[arg-type]
    other = {"a": "b", "b": "a"}.get(derived or "")
    if derived:
        assert passage_words.described(passage_words.exchanged(passage), other) == expected  # type: ignore[arg-type]
    assert passage_words.exchanged(passage_words.exchanged(passage)) == passage


@pytest.mark.parametrize(
    ("kind", "score", "expected"),
    [
        ("verbatim", 1.0, "word for word"),
        ("verbatim", 0.97, "almost word for word, 97% of the wording shared"),
        ("edited", 0.8, "edited, 80% of the wording shared"),
        ("paraphrase", 0.31, "reworded, 31% of the wording shared"),
    ],
)
def test_kinds_of_passages(kind: str, score: float, expected: str) -> None:
    assert passage_words.described(Passage(Match(kind, WHOLE, WHOLE, score))) == expected  # type: ignore[arg-type]


def test_long_names_are_cut_and_missing_ones_are_ids() -> None:
    assert wording.name(replace(MINE, title="x" * 500)).endswith("…")
    assert len(wording.name(replace(MINE, title="x" * 500))) <= wording.TITLE_LENGTH
    assert wording.name(None, "some-id") == "some-id"
    assert wording.short_name(replace(MINE, publisher=None, agency="Wire")) == "Wire"
    assert wording.listing(["a", "b", "c"]) == "a, b and c"
