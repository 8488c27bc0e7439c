"""The scorer against cases worked out by hand, and against a count of single characters."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.evaluation.plagdet import plagdet, score
from provenance.model import Span

# One case: characters 0-100 of the suspicious text come from 200-300 of the source.
CASE = (Span(0, 100), Span(200, 300))


def by_hand(cases, detections, precision, recall, granularity):
    found = score([(cases, detections)])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    assert found.precision == pytest.approx(precision, abs=5e-6)
    assert found.recall == pytest.approx(recall, abs=5e-6)
    assert found.granularity == pytest.approx(granularity, abs=5e-6)
    assert found.plagdet == pytest.approx(f1 / math.log2(1 + granularity), abs=5e-6)


def test_a_detection_equal_to_the_case_scores_1():
    by_hand([CASE], [CASE], 1, 1, 1)


def test_half_a_case_found_is_recall_a_half():
    # 50 of 100 and 50 of 100 characters: recall .5, precision 1, plagdet .66667.
    by_hand([CASE], [(Span(0, 50), Span(200, 250))], 1, 0.5, 1)
    assert score([([CASE], [(Span(0, 50), Span(200, 250))])]).plagdet == pytest.approx(0.66667, abs=5e-6)


def test_found_in_two_pieces():
    # Everything found, but twice: granularity 2, plagdet 1 / log2(3) = .63093.
    pieces = [(Span(0, 50), Span(200, 250)), (Span(50, 100), Span(250, 300))]
    by_hand([CASE], pieces, 1, 1, 2)
    assert score([([CASE], pieces)]).plagdet == pytest.approx(0.63093, abs=5e-6)


def test_overlapping_pieces_count_once():
    pieces = [(Span(0, 60), Span(200, 260)), (Span(40, 100), Span(240, 300))]
    by_hand([CASE], pieces, 1, 1, 2)


def test_too_wide():
    # 200 of 400 characters of the detection are right.
    by_hand([CASE], [(Span(0, 200), Span(100, 300))], 0.5, 1, 1)


def test_the_wrong_source_passage_finds_nothing():
    by_hand([CASE], [(Span(0, 100), Span(300, 400))], 0, 0, 1)


def test_a_second_wrong_detection():
    by_hand([CASE], [CASE, (Span(500, 600), Span(700, 800))], 0.5, 1, 1)


def test_one_detection_over_two_cases():
    # Each case is found whole; the detection covers 400 characters, of which 300 belong to a case.
    cases = [(Span(0, 100), Span(0, 100)), (Span(150, 200), Span(150, 200))]
    by_hand(cases, [(Span(0, 200), Span(0, 200))], 0.75, 1, 1)


def test_means_go_over_passages_and_not_over_characters():
    short = (Span(1000, 1010), Span(1000, 1010))
    by_hand([CASE, short], [CASE], 1, 0.5, 1)


def test_pairs_are_scored_together_but_never_mixed():
    found = score([([CASE], [CASE]), ([CASE], []), ([], [CASE]), ([], [])])
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert (found.pairs, found.pairs_with_detection, found.cases, found.detections) == (4, 2, 2, 2)


def test_scores_without_cases_or_detections():
    assert score([]).plagdet == 1.0
    by_hand([CASE], [], 0, 0, 1)
    by_hand([], [CASE], 0, 0, 1)


def test_granularity_below_nothing():
    assert plagdet(0, 0, 1) == 0.0


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 20))
PAIRS = st.lists(st.tuples(SPANS, SPANS), max_size=5)


def characters(span, side):
    return {(side, place) for place in range(span.start, span.end)}


def covered(passage, others):
    """The share of a passage's characters that the others meeting it cover, counted one by one."""
    whole = characters(passage[0], 0) | characters(passage[1], 1)
    found = set()
    for other in others:
        first = characters(passage[0], 0) & characters(other[0], 0)
        second = characters(passage[1], 1) & characters(other[1], 1)
        if first and second:
            found |= first | second
    return len(found) / len(whole)


@given(PAIRS, PAIRS)
def test_agrees_with_counting_characters(cases, detections):
    found = score([(cases, detections)])
    recalls = [covered(case, detections) for case in cases]
    precisions = [covered(detection, cases) for detection in detections]
    if cases:
        assert found.recall == pytest.approx(sum(recalls) / len(recalls))
    if detections:
        assert found.precision == pytest.approx(sum(precisions) / len(precisions))
    assert 0 <= found.plagdet <= 1
