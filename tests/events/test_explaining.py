"""Measures of "made from this one", beside the same in plain loops over sets."""

import math

import numpy as np
import pytest
from articles_apart import taken_apart
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.events.explaining import (
    COLUMNS,
    FAMILIES,
    MEASURES,
    TAKEN,
    USUAL,
    World,
    explained,
    of_two,
    told_alike,
)
from provenance.text.common_words import UNKNOWN

WORDS = ["Norrvik", "harbour", "ferry", "Lund", "pier", "42", "storm", "mayor", "Osterby", "bridge"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9).map(" ".join), min_size=1, max_size=4).map(
    lambda sentences: ". ".join(f"the {each}" for each in sentences) + "."
)


def slow(mine, weights, theirs, others):
    """The measures of one family by definition."""
    total = sum(weights[each] for each in mine) or 1
    shared = sum(weights[each] for each in mine if each in theirs)
    parts = [sum(weights[each] for each in mine if each in other) / total for other in others]
    usual = (sum(parts) + USUAL) / (len(others) + 1)
    held = {each: sum(each in other for other in others) for each in mine}
    exclusive = sum(weights[each] for each in mine if each in theirs and not held[each])
    foreign = sum(weights[each] for each in mine if each not in theirs and held[each])
    gain = sum(
        weights[each] * math.log(TAKEN / ((held[each] + USUAL) / (len(others) + 4 * USUAL)))
        for each in mine
        if each in theirs
    )
    return {
        "shared": shared / total,
        "margin": shared / total - max(max(parts, default=0.0), usual),
        "above": shared / total - usual,
        "alone": math.log1p(exclusive / UNKNOWN),
        "exclusive": exclusive / total,
        "foreign": foreign / total,
        "gain": gain / total + foreign / total * math.log(1 - TAKEN),
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=5), st.lists(st.booleans(), min_size=5, max_size=5))
def test_the_measures_are_those_of_plain_loops(texts, flags):
    mine, *others = map(taken_apart, texts)
    siblings = np.array(flags[: len(others)])
    table = explained(World(mine, others, siblings, np.ones(len(others), bool)))
    sets = {"fact": "words", "word": "words", "gram": "grams", "quote": "quoted"}
    own = {
        "fact": (mine.facts, mine.fact_weights),
        "word": (mine.plain, mine.plain_weights),
        "gram": (mine.grams, [UNKNOWN] * len(mine.grams)),
        "quote": (mine.quoted, [UNKNOWN] * len(mine.quoted)),
    }
    for place in range(len(others)):
        rest = [each for number, each in enumerate(others) if siblings[number] and number != place]
        for family in FAMILIES:
            values, weights = own[family]
            weighed = dict(zip(values.tolist(), map(int, weights), strict=True))
            right = slow(
                set(weighed),
                weighed,
                set(getattr(others[place], sets[family]).tolist()),
                [set(getattr(each, sets[family]).tolist()) for each in rest],
            )
            for measure in MEASURES:
                found = table[place, COLUMNS.index(f"{family}_{measure}")]
                assert found == pytest.approx(right[measure], abs=1e-9), (family, measure)


def test_what_five_reports_have_explains_nothing_and_what_two_have_does(told):
    shared = "Crews searched the harbour of Norrvik after the storm, said the mayor, Aksel Thorne."
    private = " A cellist, Ilse Marck, counted 612 planks on the Quay of Sighs."
    mine = told(shared + private)
    others = [told(shared + private), told(shared), told(shared + " Nobody was hurt in the end."), told(shared)]
    world = World(mine, others, np.ones(4, bool), np.ones(4, bool))
    table = explained(world)
    gain = table[:, COLUMNS.index("fact_gain")]
    assert gain[0] > 0 > max(gain[1:])
    text = shared + private
    assert {text[start:end] for start, end in of_two(world)[0]} >= {"Marck", "612"}
    assert of_two(world)[1] == ()


def test_articles_on_one_event_are_told_alike_and_others_are_not(told):
    one = told("The ferry Halden struck the pier of Norrvik on Monday and twelve passengers were hurt, police said.")
    two = told(
        "Twelve passengers of the ferry Halden were hurt when it struck a pier in Norrvik, according to police."
    )
    other = told("Share prices in Osterby rose by two per cent after the central bank kept its rate unchanged again.")
    alike = told_alike(one, [two, other])
    assert alike[0] > 0.25 > alike[1]


def test_nobody_to_explain_it_gives_no_rows(told):
    assert explained(World(told("A text."), [], np.zeros(0, bool), np.zeros(0, bool))).shape == (0, len(COLUMNS))
