"""The sentences that people read: what each relation, date, share and quotation is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model import (
    Article,
    Attribution,
    CreditShares,
    Difference,
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
    [(0.0, "0%"), (0.5, "50%"), (0.934, "93%"), (0.995, "99%"), (0.9999, "over 99%"), (1, "over 99%")],
)
def test_confidence_never_claims_certainty(value: float, expected: str) -> None:
    assert wording.confidence(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.0, "perhaps (0%)"),
        (0.594, "perhaps (59%)"),
        (0.6, "probably (60%)"),
        (0.7949, "probably (79%)"),
        (0.8, "very probably (80%)"),
        (0.9449, "very probably (94%)"),
        (0.9499, "almost certainly (95%)"),
        (0.995, "almost certainly (99%)"),
        (1.0, "almost certainly (over 99%)"),
    ],
)
def test_certainty_has_a_word_that_agrees_with_its_number(value: float, expected: str) -> None:
    assert wording.certainty(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(0.5, "perhaps (50%)"), (0.7, "probably (70%)"), (0.97, "probably (97%)")]
)
def test_what_is_open_is_probable_at_most(value: float, expected: str) -> None:
    assert wording.certainty(value, is_open=True) == expected


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
            Attribution(CreditShares(), CreditShares(0.0, 0.0, 0.2)),
            "Taken from its sources: 20% without credit (all in prose).",
        ),
        (
            Attribution(CreditShares(0.2), CreditShares()),
            "Taken from its sources: 20% with credit (all in quotations).",
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
        ("minute", "crawl time", "4 March 2024, 07:30 UTC (crawl time)", "by 4 Mar 2024, 07:30"),
        ("day", 'crawl time, key "seen_at"', '4 March 2024 (crawl time, key "seen_at")', "by 4 Mar 2024"),
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


def test_a_change_on_one_side_alone_names_no_other() -> None:
    differences = (
        Difference("number", "41", "14"),
        Difference("negation", "not", ""),
        Difference("name", "", "Ruiz"),
    )
    changed = Passage(Match("verbatim", WHOLE, WHOLE, 1.0, differences=differences))
    assert passage_words.described(changed) == (
        "word for word · number differs: 41 / 14 · negation in one only: not · name in one only: Ruiz"
    )


def test_long_names_are_cut_and_missing_ones_are_ids() -> None:
    assert wording.name(replace(MINE, title="x" * 500)).endswith("…")
    assert len(wording.name(replace(MINE, title="x" * 500))) <= wording.TITLE_LENGTH
    assert wording.name(None, "some-id") == "some-id"
    assert wording.short_name(replace(MINE, publisher=None, agency="Wire")) == "Wire"
    assert wording.listing(["a", "b", "c"]) == "a, b and c"
