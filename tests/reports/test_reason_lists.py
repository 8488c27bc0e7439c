"""Which reasons are shown, in which order, and what is said of those that are not."""

from __future__ import annotations

from dataclasses import replace

from provenance.model import Article, Evidence, Link, PublicationTime, Span
from provenance.model.evidence import (
    CommonSourceNamed,
    ExactNumber,
    FullerQuotation,
    LikelyOrder,
    LinkTo,
    LongerOriginal,
    OnlyQuoted,
    OrderOfTexts,
    OwnWording,
    PublicationTimes,
    RecordedSentence,
    Thin,
    ThirdTexts,
    WeightsUsed,
)
from provenance.reports.naming import Naming
from provenance.reports.reason_lists import FEW, Group, Reasons, weighing_words

WHOLE = Span(0, 4)
MINE = Article("mine", "text", WHOLE, "Mine", publisher="Post")
THEIRS = Article("theirs", "text", WHOLE, "Theirs", publisher="Herald")
NAMES = Naming.of([MINE, THEIRS], "mine")
LINK = Link("mine", "theirs", "undetermined", 0.62, 0.5, 0.5, ())
DERIVED = replace(LINK, relation="derived", derived="mine", source="theirs")
SEVERAL = (
    Evidence(PublicationTimes(None, None), "none", 0.0),
    Evidence(LongerOriginal(), "a", 0.5),
    Evidence(LinkTo(), "b", 2.5),
    Evidence(RecordedSentence.of("named", "it is named"), "b", 1.1),
    Evidence(OnlyQuoted(2, 2), "common", 0.2),
)


def test_reasons_of_an_open_link_are_gathered_by_what_they_speak_for() -> None:
    assert Reasons.of(replace(LINK, evidence=SEVERAL), NAMES).groups == (
        Group("For Herald as the source", ("this article links to Herald (strong)", "it is named (clear)")),
        Group(
            "For this article as the source",
            ("this article says more around and between the shared passages than Herald (slight)",),
        ),
        Group(
            "For a third text as the source of both",
            ("all that they share is quoted in both: both may have heard it (slight)",),
        ),
        Group("Also known", ("neither has a date",)),
    )


def test_reasons_of_a_verdict_are_why_or_against_it() -> None:
    heads = {group.head: len(group.reasons) for group in Reasons.of(replace(DERIVED, evidence=SEVERAL), NAMES).groups}
    assert heads == {"Why": 2, "Against it": 2, "Also known": 1}
    common = replace(LINK, relation="common_source", common_source="third", evidence=SEVERAL)
    assert [group.head for group in Reasons.of(common, NAMES).groups] == ["Why", "Against it", "Also known"]


def test_a_reason_for_neither_speaks_for_one_event_and_against_a_source() -> None:
    heard = Evidence(PublicationTimes(None, None), "none", 1.5)
    evidence = (heard, Evidence(LinkTo(), "b", 0.5), Evidence(RecordedSentence.of("x", "nothing"), "none", 0.0))
    groups = {
        relation: [group.head for group in Reasons.of(replace(link, evidence=evidence), NAMES).groups]
        for relation, link in (
            ("same_event", replace(LINK, relation="same_event")),
            ("derived", DERIVED),
            ("open", LINK),
        )
    }
    assert groups == {
        "same_event": ["Why", "Against it", "Also known"],
        "derived": ["Why", "Against it", "Also known"],
        "open": ["For neither: what both could know", "For Herald as the source", "Also known"],
    }


def test_the_weightiest_few_are_shown_and_the_others_counted() -> None:
    more = (
        Evidence(FullerQuotation(), "b", 0.9),
        Evidence(ExactNumber((("41", "40"),)), "a", 0.1),
        Evidence(Thin(3), "common", 0.3),
    )
    reasons = Reasons.of(replace(DERIVED, evidence=(*SEVERAL, *more)), NAMES)
    assert sum(len(group.reasons) for group in reasons.groups) == FEW
    assert reasons.more == "3 more reasons, 2 of them against it"
    everything = Reasons.of(replace(DERIVED, evidence=(*SEVERAL, *more)), NAMES, all_=True)
    assert sum(len(group.reasons) for group in everything.groups) == 8
    assert everything.more == ""


def test_what_nobody_can_check_in_the_two_texts_is_left_to_why() -> None:
    hidden = (
        Evidence(OrderOfTexts(), "b", 3.0),
        Evidence(ThirdTexts(), "b", 2.0),
        Evidence(CommonSourceNamed("third", 0.7), "common", 0.8),
    )
    link = replace(DERIVED, evidence=(*hidden, Evidence(OwnWording(), "b", 0.2)))
    reasons = Reasons.of(link, NAMES)
    assert reasons.groups == (
        Group(
            "Why", ("the shared words read like the rest of Herald, and less like the rest of this article (slight)",)
        ),
    )
    assert reasons.more == "3 more reasons, 1 of them against it"
    (why, against) = Reasons.of(link, NAMES, all_=True).groups
    assert why.reasons[0] == (
        "what both share with other articles fits best if Herald came before this article (20 to 1)"
    )
    assert against.reasons == ("if both used one source, it is probably (70%) third (2.2 to 1)",)


def test_odds_have_a_limit() -> None:
    link = replace(DERIVED, evidence=(Evidence(LinkTo(), "b", 900.0),))
    assert Reasons.of(link, NAMES, all_=True).groups[0].reasons[0].endswith("(485,165,195 to 1)")


def test_how_reasons_were_weighed_is_told_once_and_among_no_reasons() -> None:
    used = Evidence(WeightsUsed("day", "unchecked", 0, 2), "none", 0.0)
    link = replace(LINK, evidence=(Evidence(LinkTo(), "a", 0.5), used))
    for everything in (False, True):
        groups = Reasons.of(link, NAMES, all_=everything).groups
        assert [group.head for group in groups] == ["For this article as the source"]
    assert weighing_words([link, link]) == (
        "Weighed as for texts dated to the day: too few dated links here to check the weights, so wording alone "
        "decides little."
    )
    assert weighing_words([LINK]) == ""


EIGHT, TEN, DAY = (
    PublicationTime("2025-03-04T08:00", "minute", 1_741_075_200.0, 1_741_075_259.0),
    PublicationTime("2025-03-04T10:00", "minute", 1_741_082_400.0, 1_741_082_459.0),
    PublicationTime("2025-03-04", "day", 1_741_046_400.0, 1_741_132_799.0),
)


def told(*evidence: Evidence, all_: bool = False) -> list[str]:
    reasons = Reasons.of(replace(DERIVED, evidence=evidence), NAMES, all_=all_)
    return [each for group in reasons.groups for each in group.reasons]


def test_two_dates_are_one_reason_with_the_weight_of_all_that_they_say() -> None:
    exact, likely = PublicationTimes(TEN, EIGHT), LikelyOrder(TEN, EIGHT)
    neither = Evidence(PublicationTimes(TEN, EIGHT), "none", 0.0)
    (one,) = told(Evidence(likely, "b", 0.6), Evidence(exact, "b", 0.6), neither)
    assert one.endswith("2 hours later (clear)")
    (stronger,) = told(Evidence(likely, "b", 2.4), Evidence(exact, "b", 0.6))
    assert stronger.endswith("probably later (strong)")
    (weighed,) = told(Evidence(likely, "b", 1.0), Evidence(exact, "b", 1.5), all_=True)
    assert weighed.endswith("2 hours later (12 to 1)")


def test_dates_that_show_no_order_are_not_said_beside_the_likelier_order() -> None:
    likely, open_ = Evidence(LikelyOrder(DAY, EIGHT), "b", 0.6), Evidence(PublicationTimes(DAY, EIGHT), "none", 0.0)
    assert [each.endswith("probably later (slight)") for each in told(likely, open_)] == [True]
    assert len(told(open_)) == 1


def test_dates_of_which_reasons_say_other_things_stay_apart() -> None:
    likely = Evidence(LikelyOrder(TEN, EIGHT), "b", 0.6)
    assert len(told(likely, Evidence(PublicationTimes(TEN, EIGHT), "a", 0.7))) == 2  # "although ..."
    assert len(told(likely, Evidence(LikelyOrder(TEN, EIGHT), "a", 0.7))) == 2
    assert len(told(Evidence(PublicationTimes(TEN, EIGHT), "a", 0.7), Evidence(OnlyQuoted(2, 2), "none", 0.0))) == 2


def test_reasons_that_are_one_line_count_once_among_those_left_out() -> None:
    dates = [Evidence(kind(TEN, EIGHT), "b", 0.1) for kind in (PublicationTimes, LikelyOrder)]
    others = [Evidence(RecordedSentence.of(f"k{n}", f"reason {n}"), "b", 1.0 + n) for n in range(FEW)]
    assert Reasons.of(replace(DERIVED, evidence=(*dates, *others)), NAMES).left_out == 1
