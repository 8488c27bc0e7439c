"""Evidence in words: every kind has some, and articles go by the names that the reader was given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model import Article, Evidence, Favours, Link, PublicationTime, Span
from provenance.model.event_evidence import (
    CopyOfSource,
    FactsOfTwo,
    Lengths,
    OwnReport,
    QuotationsChosen,
    RivalSource,
    SentencesAlike,
    SentencesMeant,
    ThirdReport,
    Through,
    ToldElsewhere,
    WordingOfTwo,
)
from provenance.model.evidence import (
    AgenciesUnnamed,
    AgencyMark,
    AgencySends,
    Ascribed,
    Boilerplate,
    CommonSourceNamed,
    Credit,
    CreditedAlike,
    Disguised,
    ExactNumber,
    FilledForm,
    FullerPassages,
    FullerQuotation,
    LikelyOrder,
    LinkTo,
    LongerOriginal,
    NoticesOfTwo,
    OnlyQuoted,
    OrderOfTexts,
    OwnWording,
    PublicationTimes,
    PublicText,
    QuotationReported,
    Recredited,
    Reprint,
    Revision,
    SaidInPublic,
    SpeakerDropped,
    Thin,
    ThirdHolder,
    ThirdTexts,
    WeightsUsed,
    WhereSaid,
    WidelyHeld,
    WordsMayBeLater,
)
from provenance.model.evidence_kinds import CATALOGUE, Arguments
from provenance.reports.naming import Naming
from provenance.reports.reasons import Names, Sides, detail, reason

WHOLE = Span(0, 4)
MINE = Article("mine", "text", WHOLE, "Mine", publisher="Post")
THEIRS = Article("theirs", "text", WHOLE, "Theirs", publisher="Herald")
TIME = PublicationTime("2024-05-01", "day", 0, 86399.0)
THIRD = Article("third", "text", WHOLE, "Third", publisher="Wire", published=TIME)
ARTICLES = {each.id: each for each in (MINE, THEIRS, THIRD)}
LINK = Link("mine", "theirs", "undetermined", 0.62, 0.5, 0.5, ())
A, B = "Post", "Herald"
NAMES = Names.of(LINK, Naming.of(ARTICLES.values()))

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
        f"although {A} is dated 1 May 2024, 08:00 UTC, most of the shared words are found first in {B}",
    ),
    (
        PublicationTimes(MORNING, NEXT),
        "a",
        f"{A} is dated 1 May 2024, 08:00 UTC; {B} is dated 4 May 2024 (dateline in the text), 3 days later",
    ),
    (PublicationTimes(None, NEXT), "b", f"most of the shared words are found first in {B}"),
    (
        PublicationTimes(MORNING, NOON),
        "none",
        f"{A} is dated 1 May 2024, 08:00 UTC, {B} is dated 1 May 2024, 12:00 UTC (crawl time)",
    ),
    (
        PublicationTimes(MORNING, DAY),
        "none",
        f"{A} is dated 1 May 2024, 08:00 UTC and {B} is dated 1 May 2024: the dates do not show which came first",
    ),
    (
        PublicationTimes(None, NEXT),
        "none",
        f"{B} is dated 4 May 2024 (dateline in the text), {A} has no date: the dates do not show which came first",
    ),
    (PublicationTimes(None, None), "none", "neither has a date"),
    (
        LikelyOrder(DAY, NOON),
        "a",
        f"{A} is dated 1 May 2024; {B} is dated 1 May 2024, 12:00 UTC (crawl time), probably later",
    ),
    (
        WordsMayBeLater(NOON, None),
        "none",
        f"{A} was changed until 1 May 2024, 12:00 UTC (crawl time): what they share may have come with the change",
    ),
    (
        WhereSaid("transcript", "LEE: We are late", 2),
        "a",
        f"{A} is a transcript (“LEE: We are late”), where the 2 passages that {B} quotes were said",
    ),
    (
        WhereSaid("letter", "Dear Ann", 1),
        "b",
        f"{B} is a letter (“Dear Ann”), where the words that {A} quotes were written",
    ),
    (
        SaidInPublic("Ann Lee", "press conference", "told reporters"),
        "common",
        "what both quote Ann Lee said in public, where others could hear or read it, too: “told reporters” "
        "(press conference)",
    ),
    (Credit("Ann Lee"), "a", f"{B} names Ann Lee, the author or outlet of {A}"),
    (Credit(None), "b", f"{A} names the author or outlet of {B}"),
    (Credit("herald"), "b", f"{A} names {B}"),
    (OwnWording(), "b", f"the shared words read like the rest of {B}, and less like the rest of {A}"),
    (LongerOriginal(), "a", f"{A} says more around and between the shared passages than {B}"),
    (ThirdTexts(), "a", f"other articles share with {A} what {B} lacks"),
    (OrderOfTexts(), "b", f"what both share with other articles fits best if {B} came before {A}"),
    (
        ThirdHolder("third"),
        "common",
        "Wire has the shared words as well, and is the earliest known to have them apart from these two",
    ),
    (
        CommonSourceNamed("gone", 0.875),
        "common",
        "if both used one source, it is very probably (88%) gone",
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
        f"{A} quotes “nobody came”, {B} says it without quotation marks",
    ),
    (
        QuotationReported(3, "nobody came"),
        "b",
        f"{A} says 3 times without quotation marks what {B} quotes, such as “nobody came”",
    ),
    (
        Recredited((("Ann Lee", ("an aide", "experts")), ("Bo Ek", ("officials",)))),
        "a",
        f"{B} names speakers less exactly than {A}: Ann Lee became “an aide” and “experts”; Bo Ek became “officials”",
    ),
    (SpeakerDropped(("Ann Lee", "Bo Ek")), "a", f"{A} says whose words they are, {B} does not: Ann Lee and Bo Ek"),
    (FullerQuotation(), "b", f"{B} prints more of a quotation than {A}"),
    (
        ExactNumber((("1,247", "1,200"), ("41", "40"))),
        "a",
        f"{B} rounds numbers of {A}: 1,247 became 1,200 and 41 became 40",
    ),
    (FullerPassages(150, 100), "a", f"where both say the same in words of their own, {A} is 50% longer"),
    (
        OnlyQuoted(31, 200),
        "common",
        "16% of what they share is quoted in both: both may have heard it",
    ),
    (OnlyQuoted(200, 200), "common", "all that they share is quoted in both: both may have heard it"),
    (LinkTo(), "a", f"{B} links to {A}"),
    (
        Revision("post.example/x", "2024-05-02"),
        "a",
        f"both are at post.example/x; {B} is how it read on 2 May 2024",
    ),
    (AgencyMark("Reuters", "publisher"), "b", f"{A} carries the mark of Reuters, which published {B}"),
    (
        AgencyMark("Reuters", "dispatch"),
        "a",
        f"both carry the mark of Reuters; {A} names no other outlet, so it is the agency's own text",
    ),
    (
        AgencyMark("Reuters", "both"),
        "common",
        "both carry the mark of Reuters, and the agency's own text is not in the archive",
    ),
    (AgencyMark("Reuters", "one", "b"), "common", f"{B} carries the mark of Reuters, {A} does not"),
    (AgencyMark("Reuters", "retold", "a"), "common", f"{A} carries the mark of Reuters, {B} does not"),
    (AgencyMark("Reuters", "ascribed", "b"), "common", f"{B} ascribes to Reuters what {A} says without naming it"),
    (AgencyMark("AP and Reuters", "two"), "common", "they carry the marks of two agencies, AP and Reuters"),
    (
        AgencyMark("NNA", "named"),
        "common",
        "both name NNA as where they have it from, and the agency's own text is not in the archive",
    ),
    (NoticesOfTwo(), "common", "both are notices of a death, of two people, in one form"),
    (AgenciesUnnamed(), "common", "both say that they are from agencies, and not from which"),
    (AgenciesUnnamed("a"), "common", f"{A} says that it is from agencies, and not from which"),
    (CreditedAlike(("Reuters", "Wire")), "common", "both name Reuters and Wire as a source"),
    (
        Thin(4),
        "common",
        "only 4 words are shared, names not counted: such words may come from anywhere",
    ),
    (
        WidelyHeld(2.25),
        "common",
        "about 2 more articles have what they share, and little of it is running text",
    ),
    (WidelyHeld(0.4), "common", "one more article has what they share, and little of it is running text"),
    (
        FilledForm(7, 8, 1, 3),
        "common",
        "the same words carry other numbers and names, like a form that is filled in: 7 of 8 numbers and 1 of 3 names"
        " differ",
    ),
    (
        FilledForm(0, 0, 5, 6),
        "common",
        "the same words carry other numbers and names, like a form that is filled in: 5 of 6 names differ",
    ),
    (
        PublicText("constitution", "Constitution", 160, 170),
        "common",
        "both introduce what they share as words of a third (“constitution”): each may have them from there",
    ),
    (
        PublicText("statement", "letter", 160, 170),
        "common",
        "both introduce what they share as words of a third (“statement”, “letter”): each may have them from there",
    ),
    (
        Boilerplate(),
        "none",
        "they share only signatures, footers or credit lines, which say nothing about a source",
    ),
    (
        FactsOfTwo(("Harrow Lane", "4,200"), 11),
        "b",
        "only these two of 13 articles on the event report “Harrow Lane” and “4,200”",
    ),
    (FactsOfTwo(("Harrow Lane",), 0), "b", "both report “Harrow Lane”"),
    (FactsOfTwo((), 3), "b", "Post gives the same choice of names and figures as Herald"),
    (FactsOfTwo((), 1), "none", "the names and figures that they share are in another article on the event as well"),
    (
        WordingOfTwo(3),
        "a",
        "outside quotation marks Herald has wording of Post that other articles on the event lack",
    ),
    (WordingOfTwo(3), "none", "outside quotation marks they share hardly any wording"),
    (QuotationsChosen(3), "a", "of all that was said in public, Herald quotes the words that Post quotes"),
    (QuotationsChosen(3), "none", "the quotations that they share were said in public"),
    (SentencesAlike(3), "a", "sentence by sentence, no other article on the event comes as near to Herald as Post"),
    (SentencesAlike(3), "none", "sentence by sentence, 3 other articles on the event come as near"),
    (
        SentencesMeant(3),
        "a",
        "by what its sentences mean, in whatever words, Herald is nearer to Post than to any other article on the "
        "event",
    ),
    (SentencesMeant(3), "none", "by what their sentences mean, 3 other articles on the event come as near"),
    (OwnReport(), "a", "Herald keeps wording of its own outlet's earlier article"),
    (OwnReport(), "none", "an outlet's later article keeps little of its own earlier wording"),
    (Lengths(), "a", "Herald is shorter than Post"),
    (Lengths(), "none", "the later article is not shorter than the earlier one"),
    (
        RivalSource("third", 2.5),
        "a",
        "of all articles on the event, Post is the likeliest source; Wire is next, far behind",
    ),
    (RivalSource("third", -1.0), "none", "Wire is the likelier source of the later article"),
    (CopyOfSource("third"), "none", "Wire has the same text, and may have been used instead"),
    (Through("third"), "none", "the later article may have it from Wire"),
    (ThirdReport("third"), "common", "Wire is the likelier source of both"),
    (ToldElsewhere(0), "none", "what they share was known to everybody"),
    (
        ToldElsewhere(2),
        "none",
        "what they share is in 2 other articles on the event as well, or was known to everybody",
    ),
    (
        Reprint("First published by the Post"),
        "a",
        "Herald says that it is a reprint of Post: “First published by the Post”",
    ),
    (Ascribed("the Post", 0.8), "a", "Herald ascribes what it says to the Post, and Post says so"),
    (
        AgencyMark("NNA", "credited", "a"),
        "common",
        "Post carries the mark of NNA, and Herald ascribes to NNA what it says",
    ),
    (AgencySends("NNA"), "a", "Post is a dispatch of NNA, which sends its texts to other outlets"),
    (
        Disguised(28),
        "a",
        "Herald is disguised (28 letters or characters) and Post is not: who disguises a text hides its source",
    ),
    (Disguised(0), "b", "Post is disguised and Herald is not: who disguises a text hides its source"),
]


@pytest.mark.parametrize(("arguments", "favours", "words"), WORDS)
def test_the_words_of_a_reason(arguments: Arguments, favours: Favours, words: str) -> None:
    assert favours in arguments.kind.favours
    assert detail(Evidence(arguments, favours, 1.0), NAMES) == words


def test_every_kind_has_words_and_an_example_above() -> None:
    without = reason.dispatch(object)
    assert {name for name, entry in CATALOGUE.items() if reason.dispatch(entry) is without} == set()
    assert CATALOGUE.keys() == {arguments.kind.name for arguments, _, _ in WORDS}
    with pytest.raises(TypeError, match="int has no words"):
        reason(1, Sides(NAMES, "a"))


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
    assert detail(used, NAMES) == f"weighed as for {words}: {checked}"


def test_a_field_of_the_page_is_no_part_of_a_reason() -> None:
    given = replace(MORNING, how="HTML meta article:published_time")
    assert "HTML" not in detail(Evidence(PublicationTimes(given, NOON), "a", 1.0), NAMES)


def test_only_an_article_with_a_date_is_the_earliest_known() -> None:
    undated = {**ARTICLES, "third": replace(THIRD, published=None)}
    words = detail(Evidence(ThirdHolder("third"), "common", 0.2), Names.of(LINK, Naming.of(undated.values())))
    assert words == "Wire, which has no date, has the shared words as well"
    for times, favours in (((None, NEXT), "a"), ((NEXT, None), "b")):
        words = detail(Evidence(PublicationTimes(*times), favours, 0.2), NAMES)
        assert "earliest" not in words
        assert "has no date" in words


def test_articles_that_nobody_knows_go_by_their_ids() -> None:
    assert detail(Evidence(LinkTo(), "a", 0.5), Names.of(LINK, Naming.of(()))) == "theirs links to mine"
