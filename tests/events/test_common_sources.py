"""A common source is believed in where it is for both of two reports, with enough others beside them."""

from dataclasses import replace

import pytest

from provenance.events.common_sources import BOTH_MADE, ENOUGH_OTHERS, with_common_sources
from provenance.events.reports import Chances

SURE = Chances(0.96, 0.0, 0.02, 0.02, 11, dated=True)
OPEN = Chances(0.1, 0.0, 0.2, 0.7, ENOUGH_OTHERS, dated=True, third="t")


def believe(found, thirds=("s",), **pairs):
    """The chances of "a" and "b"; `pairs` are those of "a_s" and the like."""
    known = {tuple(name.split("_")): each for name, each in pairs.items()}
    return with_common_sources({("a", "b"): found}, lambda *_: thirds, lambda asked: {
        pair: known[pair] for pair in asked if pair in known})["a", "b"]  # fmt: skip


def test_what_both_were_surely_made_from_is_their_common_source():
    backward = replace(SURE, forward=0.0, backward=0.96)  # "a" from "s", whose id is the greater one
    found = believe(OPEN, a_s=backward, b_s=backward)
    assert found.common == pytest.approx(0.96**2)
    assert found.third == "s"
    assert found.forward + found.backward + found.common + found.same == pytest.approx(1)
    assert found.same / found.forward == pytest.approx(7)


def test_the_direction_of_both_counts():
    assert believe(OPEN, a_s=SURE, b_s=SURE) == OPEN  # "s" was made from both


@pytest.mark.parametrize(
    "left_open",
    [
        replace(OPEN, others=ENOUGH_OTHERS - 1),
        replace(OPEN, forward=0.7, same=0.1),
        replace(OPEN, forward=0.0, backward=0.7, same=0.1),
    ],
)
def test_few_others_and_a_pair_that_is_rather_derived_leave_it_open(left_open):
    backward = replace(SURE, forward=0.0, backward=0.99)
    assert believe(left_open, a_s=backward, b_s=backward) == left_open


def test_one_who_is_not_sure_enough_leaves_it_open():
    sure, fair = replace(SURE, forward=0.0, backward=0.99), replace(SURE, forward=0.0, backward=BOTH_MADE - 0.01)
    assert believe(OPEN, a_s=sure, b_s=fair) == OPEN
    assert believe(OPEN, a_s=sure) == OPEN


def test_the_surest_third_counts_and_of_equal_ones_the_first():
    sure, surer = (replace(SURE, forward=0.0, backward=each) for each in (0.96, 0.99))
    assert believe(OPEN, ("s", "u"), a_s=sure, b_s=sure, a_u=surer, b_u=surer).third == "u"
    assert believe(OPEN, ("u", "s"), a_s=sure, b_s=sure, a_u=sure, b_u=sure).third == "s"


def test_a_surer_reading_stays():
    read = replace(OPEN, common=0.97, same=0.02, forward=0.01)
    backward = replace(SURE, forward=0.0, backward=0.96)
    assert believe(read, a_s=backward, b_s=backward) == read
