"""What dates, fitted weights and few shared words are evidence of, and on which side."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from newsroom import article, moment

from provenance.lineage import weights
from provenance.lineage.choice import BACKWARD, FORWARD, NAMED, UNSEEN
from provenance.lineage.features import DIRECTION
from provenance.lineage.fitted_evidence import (
    ENOUGH_WORDS,
    LEAST,
    MOST_LIKELY_ORDER,
    REASONS,
    believed_dates,
    common_evidence,
    date_evidence,
    direction_evidence,
    likely_order,
    reasons,
    thin_evidence,
    weights_evidence,
    widely_held_evidence,
)
from provenance.lineage.times import PairTimes, pair_times
from provenance.lineage.wording_check import Check
from provenance.model import Evidence, PublicationTime
from provenance.model.evidence import (
    CommonSourceNamed,
    Credit,
    LikelyOrder,
    PublicationTimes,
    Thin,
    ThirdHolder,
    WeightsUsed,
    WidelyHeld,
    WordsMayBeLater,
)

MORNING = moment("2024-05-01T02:00")
DAY = moment("2024-05-01", "day")
NEXT = moment("2024-05-02", "day")


def times(one: PublicationTime | None, two: PublicationTime | None) -> PairTimes:
    return pair_times(article("a", "", one), article("b", "", two), ((), ()))


def test_every_fitted_column_belongs_to_one_reason() -> None:
    columns = [name for names in REASONS.values() for name in names]
    assert sorted(columns) == sorted(DIRECTION)


def test_a_reason_is_the_sum_of_its_columns() -> None:
    contributions = np.arange(2 * len(DIRECTION), dtype=float).reshape(2, -1)
    found = reasons(contributions)
    assert found.shape == (2, len(REASONS))
    credit = list(REASONS).index(Credit)
    assert found[:, credit].tolist() == contributions[:, DIRECTION.index("credit")].tolist()
    assert found.sum() == pytest.approx(contributions.sum())


def test_the_sign_says_which_side_is_the_source() -> None:
    nats = [0.0] * len(REASONS)
    nats[:2] = 1.5, -0.7
    assert direction_evidence(times(MORNING, None), nats, ("Ann Lee", None)) == [
        Evidence(PublicationTimes(MORNING, None), "a", 1.5),
        Evidence(Credit("Ann Lee"), "b", 0.7),
    ]


def test_a_reason_that_hardly_moves_the_odds_is_left_out() -> None:
    nats = [LEAST * 0.9] * len(REASONS)
    assert direction_evidence(times(None, None), nats, (None, None)) == []


@pytest.mark.parametrize("one", [None, MORNING, DAY])
@pytest.mark.parametrize("two", [None, MORNING, DAY, NEXT])
def test_dates_are_given_unless_they_were_weighed(one: PublicationTime | None, two: PublicationTime | None) -> None:
    given = [Evidence(PublicationTimes(one, two), "none", 0.0)]
    in_order = bool(one and two and two is NEXT)
    assert date_evidence(times(one, two)) == given
    assert date_evidence(times(one, two), decided=True) == ([] if in_order else given)


def test_a_day_and_an_early_hour_of_it_have_a_likely_order() -> None:
    (found,) = likely_order(times(MORNING, DAY))
    assert (found.arguments, found.favours) == (LikelyOrder(MORNING, DAY), "a")
    assert 0.3 < found.weight <= MOST_LIKELY_ORDER
    (back,) = likely_order(times(DAY, MORNING))
    assert (back.favours, back.weight) == ("b", found.weight)


@pytest.mark.parametrize(
    ("one", "two"),
    [(None, DAY), (DAY, NEXT), (DAY, DAY), (moment("2024-05-01T12:00"), DAY)],
    ids=["no date", "in order", "the same day", "noon of a day"],
)
def test_no_likely_order(one: PublicationTime | None, two: PublicationTime) -> None:
    assert likely_order(times(one, two)) == []


def test_a_doubtful_date_says_less() -> None:
    (sure,), (doubtful,) = (likely_order(times(MORNING, DAY), trusted) for trusted in (1.0, 0.6))
    assert doubtful.weight < sure.weight
    assert likely_order(times(MORNING, DAY), 0.0) == []


def test_dates_weigh_no_more_than_the_way_they_were_got() -> None:
    assert believed_dates(7.0, 1.0) == 7.0
    assert believed_dates(7.0, 0.95) == pytest.approx(math.log(0.975 / 0.025))
    assert believed_dates(-7.0, 0.95) == -believed_dates(7.0, 0.95)
    assert believed_dates(0.4, 0.95) == 0.4
    assert believed_dates(7.0, 0.0) == 0


def test_a_change_that_may_have_brought_the_words_is_said() -> None:
    changed = replace(times(MORNING, NEXT), changed=(DAY, None))
    later = Evidence(WordsMayBeLater(DAY, None), "none", 0.0)
    assert date_evidence(changed)[1:] == [later]
    assert date_evidence(changed, decided=True) == [later]


def utilities(forward: float, backward: float, named: float, unseen: float) -> list[float]:
    found = [0.0] * 4
    found[FORWARD], found[BACKWARD], found[NAMED], found[UNSEEN] = forward, backward, named, unseen
    return found


def test_a_third_holder_speaks_for_a_common_source() -> None:
    third = article("third", "")
    found = common_evidence(utilities(0, -1, 2, -math.inf), third, 0.9)
    assert found == [
        Evidence(ThirdHolder("third"), "common", 2.0),
        Evidence(CommonSourceNamed("third", 0.9), "common", float(np.log(0.9 / (1 - 0.9)))),
    ]
    assert common_evidence(utilities(0, -1, 2, 0), None, 0.9) == []
    assert common_evidence(utilities(3, -1, 2, 0), third, 0.9) == []
    assert len(common_evidence(utilities(0, -1, 2, 0), third, 0.4)) == 1


def test_which_weights_were_used() -> None:
    check = Check(links=20, agreeing=15, distance=1.0, verdict="fits", shifted=False)
    found = weights_evidence(weights.REGIMES.index("mixed"), check)
    assert found == Evidence(WeightsUsed("mixed", "fits", 15, 20), "none", 0.0)


@pytest.mark.parametrize("words", [0, 5, ENOUGH_WORDS - 1])
def test_few_shared_words_may_be_from_anywhere(words: int) -> None:
    (found,) = thin_evidence((words, 200))
    assert (found.arguments, found.favours) == (Thin(words), "common")
    assert found.weight == pytest.approx(weights.news()["thin"] * (1 - words / ENOUGH_WORDS), abs=1e-3)


def test_enough_shared_words_are_not_thin() -> None:
    assert thin_evidence((ENOUGH_WORDS, 200)) == []


def test_what_many_hold_speaks_for_a_common_source_unless_it_is_copied_prose() -> None:
    (found,) = widely_held_evidence(3.0, 0.5)
    assert (found.arguments, found.favours) == (WidelyHeld(3.0), "common")
    assert found.weight == pytest.approx(weights.news()["widely_held"] * math.log(4) / 2, abs=1e-3)
    assert widely_held_evidence(3.0, 1.0) == widely_held_evidence(0.0, 0.0) == []
