"""Promised probabilities are kept: bounds lie below the truth, never fall for easier copies, and are not timid."""

import random

from hypothesis import given
from hypothesis import strategies as st

from provenance.detection.bounds import lower_bounds, wilson_lower

WORDS, KEPT = (10, 20, 40, 80), (0.5, 0.75, 1.0)
FORMS = [(words, kept) for words in WORDS for kept in KEPT]
TRUTH = {(words, kept): min(0.99, (words / 80) ** 0.5 * kept) for words, kept in FORMS}


def measured(chance, planted, truth=TRUTH):
    return {form: (sum(chance.random() < truth[form] for _ in range(planted)), planted) for form in truth}


def test_wilsons_interval_as_it_was_published():
    """Newcombe 1998, table I: 81 of 263, 95 %: .2553; 15 of 148: .0624; 0 of 20: 0; 1 of 29: .0061."""
    for found, planted, lower in ((81, 263, 0.2553), (15, 148, 0.0624), (0, 20, 0.0), (1, 29, 0.0061)):
        assert abs(wilson_lower(found, planted, 1.96) - lower) < 0.0001
    assert wilson_lower(0, 0) == 0


def test_no_more_than_three_bounds_in_a_hundred_lie_above_the_truth():
    chance, above, bounds = random.Random(5), 0, 0
    for _ in range(300):
        found = lower_bounds(measured(chance, 40))
        above += sum(found[form] > TRUTH[form] for form in FORMS)
        bounds += len(FORMS)
    assert above / bounds <= 0.03


def test_much_evidence_promises_nearly_the_truth():
    found = lower_bounds(measured(random.Random(2), 5_000))
    assert all(TRUTH[form] - found[form] < 0.03 for form in FORMS)


def test_a_longer_copy_that_is_found_less_often_lowers_the_promise_for_shorter_ones():
    counts = {(15, 0.9): (80, 100), (20, 0.9): (20, 100)}
    found = lower_bounds(counts)
    assert found[15, 0.9] == found[20, 0.9] < 0.45
    many = lower_bounds({form: (50 * hits, 50 * planted) for form, (hits, planted) in counts.items()})
    assert many[15, 0.9] < 0.5


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=len(FORMS), max_size=len(FORMS)))
def test_easier_copies_are_never_promised_less(drawn):
    counts = {form: (min(pair), max(pair)) for form, pair in zip(FORMS, drawn, strict=True)}
    found = lower_bounds(counts)
    assert set(found) == set(FORMS)
    for words, kept in FORMS:
        for longer, more in FORMS:
            if longer >= words and more >= kept:
                assert found[longer, more] >= found[words, kept]


def test_one_form_alone_is_its_own_bound():
    assert lower_bounds({(30, 1.0): (9, 10)}) == {(30, 1.0): wilson_lower(9, 10)}
    assert lower_bounds({}) == {}
