"""What is made from an agency's text that an outlet printed is more likely made from what the agency sent."""

from __future__ import annotations

import numpy as np
import pytest

from provenance.events.linear import probabilities
from provenance.lineage.choice import BACKWARD, FORWARD, SAME, UNSEEN
from provenance.lineage.news import SENT, sent_by_agencies

UTILITIES = np.log(np.array([0.6, 0.1, 0.05, 0.02, 0.23]))


def chances(printed: tuple[str | None, str | None], *, late: bool = False) -> np.ndarray:
    return probabilities(sent_by_agencies(UTILITIES, printed, late=late)[None, :])[0]


def test_most_of_a_direction_goes_to_the_agency() -> None:
    before, after = chances((None, None)), chances(("AP", None))
    assert after[FORWARD] == pytest.approx((1 - SENT) * before[FORWARD])
    assert after[UNSEEN] == pytest.approx(before[UNSEEN] + SENT * before[FORWARD])
    assert after[[BACKWARD, SAME]] == pytest.approx(before[[BACKWARD, SAME]])


def test_two_copies_of_an_agencys_text_are_made_from_neither() -> None:
    after = chances(("AP", "AP"))
    assert after[FORWARD] + after[BACKWARD] < 0.1
    assert after.sum() == pytest.approx(1)


def test_nothing_else_changes() -> None:
    assert sent_by_agencies(UTILITIES, (None, None)) == pytest.approx(UTILITIES)


def test_what_was_printed_late_was_no_source_at_all() -> None:
    before, after = chances((None, None)), chances(("AP", None), late=True)
    assert after[FORWARD] < 1e-5
    assert after[UNSEEN] == pytest.approx(before[UNSEEN] + before[FORWARD], rel=1e-4)
