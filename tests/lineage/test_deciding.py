"""From chances and reasons to a link: what is asserted, what stays undetermined, who is named as the source."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from newsroom import CANAL, article, moment, verbatim

from provenance.config.lineage import LineageSettings
from provenance.lineage.deciding import MOST_ARGUED, MOST_CONFIDENT, SAME_FOOTER, Case, decide, only_footers
from provenance.lineage.mentions import Mentions, mentions_of
from provenance.model import Evidence, Link
from provenance.model.evidence import (
    AgencyMark,
    AgencySends,
    Boilerplate,
    CreditedAlike,
    LikelyOrder,
    LinkTo,
    PublicationTimes,
    Reprint,
    Revision,
    Thin,
    WeightsUsed,
)

NOBODY = Mentions(None, (), ())
SETTINGS = LineageSettings()
A, B, THIRD = (article(name, CANAL) for name in ("a", "b", "third"))
ABOUT = Evidence(WeightsUsed("undated", "unchecked", 0, 0), "none", 0.0)
NEVER = -math.inf


def decided(
    *argued: Evidence,
    utilities: tuple[float, ...] = (0.0, 0.0, NEVER, -4.0),
    same_event: float | None = None,
    **changes: Any,
) -> Link:
    """The link of a case of which nothing else is known. `utilities`: A first, B first, named, unseen source;
    `same_event`: the chance that both only report one event."""
    if same_event is not None:
        others = np.array(utilities) - np.logaddexp.reduce(utilities) + np.log(1 - same_event)
        utilities = (*others.tolist(), float(np.log(same_event)))
    case = Case(
        a=A,
        b=B,
        passages=(verbatim(A, B, CANAL),),
        shares=(0.5, 0.5),
        same_words=(0.4, 0.4),
        utilities=np.array(utilities),
        fitted=(),
        argued=argued,
        about=ABOUT,
        holder=None,
        naming=0.0,
        holder_agency=None,
        named=(None, None),
        mentions=(NOBODY, NOBODY),
        unsure=False,
        ordered=False,
    )
    settings = changes.pop("settings", SETTINGS)
    return decide(replace(case, **changes), settings)


def test_strong_wording_gives_a_direction() -> None:
    link = decided(utilities=(6.0, 0.0, NEVER, 0.0))
    assert (link.relation, link.source, link.derived, link.likeliest) == ("derived", "a", "b", "a->b")
    assert decided(utilities=(0.0, 6.0, NEVER, 0.0)).source == "b"


def test_below_the_reporting_confidence_only_the_likeliest_is_kept() -> None:
    link = decided(utilities=(0.5, 0.0, NEVER, -4.0))
    assert (link.relation, link.source, link.likeliest) == ("undetermined", None, "a->b")
    assert 0.5 < link.confidence < SETTINGS.reporting_confidence


def test_equal_chances_have_no_likeliest() -> None:
    assert decided().likeliest == "none"


def test_confidence_stays_below_certainty() -> None:
    assert decided(utilities=(60.0, 0.0, NEVER, 0.0)).confidence == MOST_CONFIDENT


def test_a_reason_moves_what_it_favours() -> None:
    assert decided(Evidence(LinkTo(), "b", 3.0)).likeliest == "b->a"
    link = decided(Evidence(LinkTo(), "b", 3.0), utilities=(0.0, 0.0, NEVER, 0.0))
    plain = decided(utilities=(0.0, 0.0, NEVER, 0.0))
    assert link.confidence > plain.confidence


def test_a_reason_that_only_orders_makes_no_relation_likelier() -> None:
    both = (2.0, 2.0, NEVER, 0.0, 3.0)
    plain = decided(utilities=both)
    link = decided(Evidence(AgencySends("Reuters"), "b", 1.5), utilities=both)
    assert plain.likeliest == link.likeliest == "same_event"
    assert link.confidence == plain.confidence
    assert decided(Evidence(AgencySends("Reuters"), "b", 1.5), utilities=(2.0, 2.0, NEVER, 0.0)).likeliest == "b->a"


def test_texts_of_mostly_equal_words_do_not_only_report_one_event() -> None:
    """Noise in every tenth letter, or every third word another, leaves no long stretch of equal words."""
    assert decided(same_event=0.97).relation == "same_event"
    copied = decided(same_event=0.97, same_words=(0.46, 0.8))
    assert (copied.relation, copied.likeliest) == ("undetermined", "same_event")


def test_a_reprint_leaves_nothing_to_a_source_of_both() -> None:
    undecided = (0.0, 0.0, NEVER, 0.0)
    reprint = decided(Evidence(Reprint("Source: Valley Post"), "a", 3.0), utilities=undecided)
    link = decided(Evidence(LinkTo(), "a", 3.0), utilities=undecided)
    assert reprint.confidence > link.confidence


def test_an_unseen_common_source_is_never_asserted() -> None:
    link = decided(utilities=(0.0, 0.0, NEVER, 9.0))
    assert (link.relation, link.common_source, link.likeliest) == ("undetermined", None, "common_source")
    assert link.confidence > 0.99


def test_an_archived_common_source_is_named() -> None:
    link = decided(utilities=(0.0, 0.0, 9.0, 0.0), holder=THIRD, naming=0.9)
    assert (link.relation, link.common_source) == ("common_source", "third")


def test_a_copy_of_an_agencys_text_is_not_named_as_the_source() -> None:
    link = decided(utilities=(0.0, 0.0, 9.0, 0.0), holder=THIRD, naming=0.9, holder_agency="Reuters")
    assert (link.relation, link.common_source, link.credited_source) == ("common_source", None, "Reuters")


def test_an_agencys_mark_asserts_a_common_source_outside_the_archive() -> None:
    mark = Evidence(AgencyMark("Reuters", "both"), "common", 9.0)
    marked = replace(NOBODY, agency="Reuters")
    link = decided(mark, mentions=(marked, marked))
    assert (link.relation, link.common_source) == ("common_source", None)
    assert (link.credited_source, link.credited) == ("Reuters", True)


def test_an_outlet_that_both_credit_is_a_common_source() -> None:
    both = replace(NOBODY, credited=("Reuters",))
    link = decided(Evidence(CreditedAlike(("Reuters",)), "common", 9.0), mentions=(both, both))
    assert (link.relation, link.credited_source) == ("common_source", "Reuters")


def test_a_set_phrase_has_no_source_to_be_named() -> None:
    chances = (0.0, 0.0, 9.0, 0.0)
    assert decided(Evidence(Thin(2), "common", 2.8), utilities=chances, holder=THIRD).relation == "undetermined"
    assert decided(Evidence(Thin(20), "common", 0.6), utilities=chances, holder=THIRD).relation == "common_source"


def test_copies_without_an_order_get_no_direction() -> None:
    link = decided(utilities=(9.0, 0.0, NEVER, 0.0), same_words=(0.99, 0.98))
    assert (link.relation, link.source, link.likeliest, link.confidence) == ("near_duplicate", None, "none", 0.98)


@pytest.mark.parametrize(
    ("argued", "changes"),
    [
        (Evidence(LinkTo(), "a", 3.0), {}),
        (None, {"named": (None, "Ann Lee")}),
        (None, {"ordered": True}),
    ],
    ids=["a link", "a credit", "dates in order"],
)
def test_copies_with_an_order_get_one(argued: Evidence | None, changes: dict[str, Any]) -> None:
    link = decided(
        *([argued] if argued else []), utilities=(9.0, 0.0, NEVER, 0.0), same_words=(0.99, 0.98), **changes
    )
    assert (link.relation, link.source, link.derived) == ("near_duplicate", "a", "b")


def test_an_order_by_chance_orders_no_copies() -> None:
    day = moment("2024-05-01", "day")
    link = decided(
        Evidence(LikelyOrder(moment("2024-05-01T02:00"), day), "a", 1.5),
        utilities=(9.0, 0.0, NEVER, 0.0),
        same_words=(0.99, 0.98),
    )
    assert (link.relation, link.source) == ("near_duplicate", None)


def test_beside_a_live_page_that_was_written_before_and_after_nothing_is_asserted() -> None:
    strong = (9.0, 0.0, NEVER, 0.0)
    link = decided(utilities=strong, open_order=True)
    assert (link.relation, link.likeliest, link.confidence) == ("undetermined", "a->b", SETTINGS.uncertain_kind)
    assert decided(utilities=strong, open_order=True, named=(None, "Ann Lee")).relation == "derived"
    assert decided(utilities=strong, open_order=True, named=("Ann Lee", None)).relation == "undetermined"


def test_a_revision_is_derived_and_names_its_publisher() -> None:
    revised = Evidence(Revision("valley.example/bread", "2024-05-02"), "a", 4.0)
    link = decided(revised, same_words=(0.99, 0.98), a=replace(A, publisher="Valley Post"))
    assert (link.relation, link.source, link.credited_source) == ("derived", "a", "Valley Post")


def test_wording_alone_among_texts_that_were_never_checked_is_not_sure() -> None:
    strong = (9.0, 0.0, NEVER, 0.0)
    assert decided(utilities=strong, unsure=True).confidence == SETTINGS.uncertain_kind
    assert decided(Evidence(LinkTo(), "a", 3.0), utilities=strong, unsure=True).confidence == MOST_ARGUED
    common = (0.0, 0.0, 9.0, 0.0)
    thin = decided(Evidence(Thin(2), "common", 2.8), utilities=common, unsure=True)
    assert thin.confidence == SETTINGS.uncertain_kind, "so little says nothing of a source"


def test_who_links_or_names_credits() -> None:
    a = replace(A, url="https://valley.example/bread", author="Ann Lee")
    linking = mentions_of(article("b", f"{CANAL} valley.example/bread"))
    assert decided(utilities=(6.0, 0.0, NEVER, 0.0), a=a, mentions=(NOBODY, linking)).credited
    assert not decided(utilities=(6.0, 0.0, NEVER, 0.0), a=a).credited
    named = decided(utilities=(6.0, 0.0, NEVER, 0.0), a=a, named=(None, "Lee"))
    assert (named.credited, named.credited_source) == (True, "Ann Lee")


def test_a_shared_footer_says_nothing_of_a_source() -> None:
    link = only_footers(A, B, (verbatim(A, B, CANAL),), (0.1, 0.2))
    assert (link.relation, link.likeliest, link.confidence) == ("undetermined", "common_source", SAME_FOOTER)
    assert [each.arguments for each in link.evidence] == [Boilerplate(), PublicationTimes(None, None)]


def test_reasons_come_in_one_order() -> None:
    fitted = Evidence(PublicationTimes(None, None), "none", 0.0)
    argued = Evidence(LinkTo(), "a", 3.0)
    assert decided(argued, fitted=(fitted,)).evidence == (argued, fitted, ABOUT)


def test_a_chance_that_both_only_report_one_event_takes_from_all_others() -> None:
    link = decided(utilities=(0.0, 0.0, NEVER, 0.0), same_event=0.9)
    assert (link.relation, link.likeliest, link.source, link.derived) == ("same_event", "same_event", None, None)
    assert link.confidence == pytest.approx(0.9, abs=1e-3)
    link = decided(utilities=(9.0, 0.0, NEVER, 0.0), same_event=0.3)
    assert (link.relation, link.likeliest) == ("undetermined", "a->b")
    assert link.confidence == pytest.approx(0.7, abs=1e-3)


def test_below_the_limit_that_both_report_one_event_is_only_the_likeliest() -> None:
    link = decided(utilities=(0.0, 0.0, NEVER, 0.0), same_event=0.7)
    assert (link.relation, link.likeliest) == ("undetermined", "same_event")
    assert link.confidence == pytest.approx(0.7, abs=1e-3)


def test_who_only_reports_the_same_event_credits_nobody() -> None:
    mentions = mentions_of(article("b", f"{CANAL} (Reuters)"))
    link = decided(same_event=0.95, mentions=(mentions, mentions), named=("the Canal Post", None))
    assert link.relation == "same_event"
    assert (link.credited_source, link.credited) == (None, False)


def test_texts_that_are_nearly_the_same_are_more_than_two_reports_of_one_event() -> None:
    link = decided(same_event=0.99, same_words=(0.95, 0.95))
    assert (link.relation, link.likeliest) == ("near_duplicate", "none")


@pytest.mark.parametrize("reporting", [0.0, 0.8])
def test_copies_whose_common_source_is_unsure_are_copies(reporting: float) -> None:
    settings = replace(SETTINGS, reporting_confidence=reporting)
    unsure = decided(utilities=(0.0, 0.0, 0.6, NEVER), same_words=(0.99, 0.98), holder=THIRD, settings=settings)
    assert (unsure.relation, unsure.common_source, unsure.confidence) == ("near_duplicate", None, 0.98)
    sure = decided(utilities=(0.0, 0.0, 6.0, NEVER), same_words=(0.99, 0.98), holder=THIRD, settings=settings)
    assert (sure.relation, sure.common_source) == ("common_source", "third")
