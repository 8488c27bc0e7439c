"""Evidence in words: every kind has some, and articles go by the names that the reader was given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model import Article, Evidence, Favours, Link, PublicationTime, Span
from provenance.model.evidence import (
    CATALOGUE,
    AgencyMark,
    Arguments,
    Boilerplate,
    CommonSourceNamed,
    Credit,
    CreditedAlike,
    ExactNumber,
    FullerPassages,
    FullerQuotation,
    LikelyOrder,
    LinkTo,
    LongerOriginal,
    OnlyQuoted,
    OrderOfTexts,
    OwnWording,
    PublicationTimes,
    QuotationReported,
    RecordedSentence,
    Recredited,
    Revision,
    SpeakerDropped,
    Thin,
    ThirdHolder,
    ThirdTexts,
    WeightsUsed,
    WidelyHeld,
    WordsMayBeLater,
)
from provenance.reports.reasons import Names, Sides, detail, evidence_groups, reason, weighing_words

WHOLE = Span(0, 4)
MINE = Article("mine", "text", WHOLE, "Mine", publisher="Post")
THEIRS = Article("theirs", "text", WHOLE, "Theirs", publisher="Herald")
TIME = PublicationTime("2024-05-01", "day", 0, 86399.0)
THIRD = Article("third", "text", WHOLE, "Third", publisher="Wire", published=TIME)
ARTICLES = {each.id: each for each in (MINE, THEIRS, THIRD)}
LINK = Link("mine", "theirs", "undetermined", 0.62, 0.5, 0.5, ())
A, B = "Post: Mine", "Herald: Theirs"

HOUR, START = 3600.0, 1_714_521_600.0  # 1 May 2024
MORNING = PublicationTime("2024-05-01T08:00", "minute", START + 8 * HOUR, START + 8 * HOUR)
NOON = PublicationTime("2024-05-01T12:00", "second", START + 12 * HOUR, START + 12 * HOUR, "crawl time")
DAY = PublicationTime("2024-05-01", "day", START, START + 24 * HOUR - 1)
NEXT = PublicationTime("2024-05-04", "day", START + 72 * HOUR, START + 96 * HOUR - 1, "dateline in the text")

# (arguments, side that is favoured, words); at least one row per kind.
WORDS: list[tuple[Arguments, Favours, str]] = [
    (
        PublicationTimes(MORNING, NOON),
        "a",
        f"{A} is dated 1 May 2024, 08:00 UTC; {B} is dated 1 May 2024, 12:00 UTC (crawl time), 4 hours later",
    ),
    (
        PublicationTimes(MORNING, NEXT),
        "b",
        f"{A} is dated 1 May 2024, 08:00 UTC first, but {B} is the earlier holder of more of the shared words",
    ),
    (
        PublicationTimes(MORNING, NEXT),
        "a",
        f"{A} is dated 1 May 2024, 08:00 UTC; {B} is dated 4 May 2024 (dateline in the text), 3 days later",
    ),
    (PublicationTimes(None, NEXT), "b", f"{B} is the earliest known holder of more of the shared words"),
    (
        PublicationTimes(MORNING, NOON),
        "none",
        f"{A} is dated 1 May 2024, 08:00 UTC, {B} is dated 1 May 2024, 12:00 UTC (crawl time)",
    ),
    (
        PublicationTimes(MORNING, DAY),
        "none",
        f"{A} is dated 1 May 2024, 08:00 UTC and {B} is dated 1 May 2024: the dates do not settle which came first",
    ),
    (
        PublicationTimes(None, NEXT),
        "none",
        f"only one has a date: {B} is dated 4 May 2024 (dateline in the text); {A} has none, "
        "so dates do not settle which came first",
    ),
    (PublicationTimes(None, None), "none", "neither has a date"),
    (
        LikelyOrder(DAY, NOON),
        "a",
        f"{A} is dated 1 May 2024 and {B} is dated 1 May 2024, 12:00 UTC (crawl time): {A} was probably first",
    ),
    (
        WordsMayBeLater(NOON, None),
        "none",
        f"{A} was changed until 1 May 2024, 12:00 UTC (crawl time): what is shared may have come with the change",
    ),
    (Credit("Ann Lee"), "a", f"{B} names Ann Lee, the author or outlet of {A}"),
    (Credit(None), "b", f"{A} names the other, the author or outlet of {B}"),
    (OwnWording(), "b", f"the shared wording fits {B}'s style better than {A}'s"),
    (LongerOriginal(), "a", f"{A} says more around and between the shared passages than {B}"),
    (ThirdTexts(), "a", f"further texts share with {A} what {B} lacks"),
    (OrderOfTexts(), "b", f"what both share with further articles fits best if {B} came before {A}"),
    (
        ThirdHolder("third"),
        "common",
        "Wire: Third holds the shared words as well and is their earliest known holder outside the two",
    ),
    (
        CommonSourceNamed("gone", 0.875),
        "common",
        "gone is the source of both with confidence 0.88, if they have a common one",
    ),
    (
        WeightsUsed("day", "refitted", 3, 20),
        "none",
        "weighed as for texts dated to the day: the weights agreed with only 3 of 20 dated links and were refitted "
        "on those",
    ),
    (
        QuotationReported(1, "nobody came"),
        "a",
        f"a passage that {A} has in quotation marks is told in {B}'s own words, such as “nobody came”",
    ),
    (
        QuotationReported(3, "nobody came"),
        "b",
        f"3 passages that {B} has in quotation marks are told in {A}'s own words, such as “nobody came”",
    ),
    (
        Recredited((("Ann Lee", ("an aide", "experts")), ("Bo Ek", ("officials",)))),
        "a",
        f"{B} names speakers less exactly than {A}: Ann Lee became “an aide”, “experts”; Bo Ek became “officials”",
    ),
    (SpeakerDropped(("Ann Lee", "Bo Ek")), "a", f"{B} does not credit Ann Lee, Bo Ek, whom {A} names"),
    (FullerQuotation(), "b", f"{B} has the fuller wording of a quotation that {A} cuts"),
    (
        ExactNumber((("1,247", "1,200"), ("41", "40"))),
        "a",
        "numbers are exact on one side and rounded on the other: 1,247 / 1,200, 41 / 40",
    ),
    (FullerPassages(150, 100), "a", f"{A} tells the shared passages in 50% more words"),
    (
        OnlyQuoted(31, 200),
        "common",
        "16% of what is shared is in quotation marks in both: both may have heard it",
    ),
    (LinkTo(), "a", f"{B} links to {A}"),
    (
        Revision("post.example/x", "2024-05-02"),
        "a",
        "both are at post.example/x; theirs is the version of 2024-05-02",
    ),
    (AgencyMark("Reuters", "publisher"), "b", f"{A} carries the mark of Reuters, which published {B}"),
    (
        AgencyMark("Reuters", "dispatch"),
        "a",
        f"both carry the mark of Reuters, and no other outlet is named in {A}: its own dispatch",
    ),
    (
        AgencyMark("Reuters", "both"),
        "common",
        "both carry the mark of Reuters, whose own text is not in the archive",
    ),
    (AgencyMark("Reuters", "one", "b"), "common", f"{B} carries the mark of Reuters, {A} carries none"),
    (CreditedAlike(("Reuters", "Wire")), "common", "both credit Reuters, Wire in their text"),
    (
        Thin(4),
        "common",
        "only 4 words are shared, names not counted: both may have such a phrase from anywhere",
    ),
    (
        WidelyHeld(2.25),
        "common",
        "2.2 further articles on average hold what is shared, and little of it is copied prose",
    ),
    (
        Boilerplate(),
        "none",
        "what they share occurs where signatures and credit lines do, and says nothing about a source",
    ),
]


@pytest.mark.parametrize(("arguments", "favours", "words"), WORDS)
def test_the_words_of_a_reason(arguments: Arguments, favours: Favours, words: str) -> None:
    assert favours in arguments.kind.favours
    assert detail(Evidence(arguments, favours, 1.0), Names.of(LINK, ARTICLES)) == words


def test_every_kind_has_words_and_an_example_above() -> None:
    without = reason.dispatch(object)
    assert {name for name, entry in CATALOGUE.items() if reason.dispatch(entry) is without} == set()
    assert CATALOGUE.keys() == {arguments.kind.name for arguments, _, _ in WORDS}
    with pytest.raises(TypeError, match="int has no words"):
        reason(1, Sides(Names.of(LINK, ARTICLES), "a"))


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ("dated", "texts with exact dates"),
        ("mixed", "texts of which some have dates"),
        ("undated", "texts without dates"),
    ],
)
@pytest.mark.parametrize(
    ("verdict", "checked"),
    [
        ("fits", "the weights agree with 3 of 4 dated links here"),
        ("same kind", "the texts are of the kind that the weights were fitted on"),
        ("unchecked", "too few dated links here to check the weights, so wording alone decides little"),
        ("disagrees", "the weights agree with only 3 of 4 dated links, so wording decides little"),
    ],
)
def test_which_weights_were_used(texts: str, words: str, verdict: str, checked: str) -> None:
    used = Evidence(WeightsUsed(texts, verdict, 3, 4), "none", 0.0)  # type: ignore[arg-type]
    assert detail(used, Names.of(LINK, ARTICLES)) == f"weighed as for {words}: {checked}"


def test_reasons_are_gathered_by_what_they_speak_for() -> None:
    link = replace(
        LINK,
        evidence=(
            Evidence(PublicationTimes(None, None), "none", 0.0),
            Evidence(LongerOriginal(), "a", 0.5),
            Evidence(LinkTo(), "b", 2.5),
            Evidence(RecordedSentence.of("named", "it is named"), "b", 1.1),
            Evidence(ThirdHolder("third"), "common", 0.2),
        ),
    )
    assert evidence_groups(link, ARTICLES, ("this article", "Herald")) == [
        ("Speaks for Herald as the source", ["this article links to Herald (strong)", "it is named (clear)"]),
        (
            "Speaks for this article as the source",
            ["this article says more around and between the shared passages than Herald (slight)"],
        ),
        (
            "Speaks for a common source",
            [
                "Wire: Third holds the shared words as well and is their earliest known holder outside the two "
                "(slight)"
            ],
        ),
        ("Also known", ["neither has a date"]),
    ]


def test_only_an_article_with_a_date_is_the_earliest_known() -> None:
    undated = {**ARTICLES, "third": replace(THIRD, published=None)}
    words = detail(Evidence(ThirdHolder("third"), "common", 0.2), Names.of(LINK, undated))
    assert words == "Wire: Third, which has no date, holds the shared words as well"
    for times, favours in (((None, NEXT), "a"), ((NEXT, None), "b")):
        words = detail(Evidence(PublicationTimes(*times), favours, 0.2), Names.of(LINK, ARTICLES))
        assert "earliest" not in words
        assert "has no date" in words


def test_articles_of_one_label_keep_it() -> None:
    link = replace(LINK, evidence=(Evidence(OrderOfTexts(), "a", 0.5),))
    same = {"mine": MINE, "theirs": replace(MINE, id="theirs")}
    ((_, reasons),) = evidence_groups(link, same, ("this article", "Post"))
    assert reasons == [
        "what both share with further articles fits best if Post: Mine came before Post: Mine (slight)"
    ]


def test_articles_that_nobody_knows_go_by_their_ids() -> None:
    assert detail(Evidence(LinkTo(), "a", 0.5), Names.of(LINK, {})) == "theirs links to mine"


def test_how_reasons_were_weighed_is_told_once_and_among_no_reasons() -> None:
    link = replace(
        LINK, evidence=(Evidence(LinkTo(), "a", 0.5), Evidence(WeightsUsed("day", "unchecked", 0, 2), "none", 0.0))
    )
    assert [head for head, _ in evidence_groups(link, ARTICLES, ("this article", "Herald"))] == [
        "Speaks for this article as the source"
    ]
    assert weighing_words([link, link]) == (
        "weighed as for texts dated to the day: too few dated links here to check the weights, so wording alone "
        "decides little."
    )
    assert weighing_words([LINK]) == ""
