"""Merging of passages against every pair of them."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from provenance.align.aligner import Rectangle, merge

RANGES = st.tuples(st.integers(0, 60), st.integers(1, 15)).map(lambda pair: (pair[0], pair[0] + pair[1]))
RECTANGLES = st.lists(
    st.tuples(RANGES, RANGES).map(lambda sides: Rectangle(*sides[0], *sides[1], 20.0, 22.0)), max_size=7
)


def near(one, other, gap):
    return (
        max(one.a_start, other.a_start) - min(one.a_end, other.a_end) <= gap
        and max(one.b_start, other.b_start) - min(one.b_end, other.b_end) <= gap
    )


@given(RECTANGLES, st.integers(0, 10))
def test_nothing_near_stays_apart_and_no_score_is_lost(rectangles, gap):
    merged = merge(rectangles, gap, keep_repeats=False)
    assert not any(near(one, other, gap) for one, other in itertools.combinations(merged, 2))
    assert sum(each.score for each in merged) == sum(each.score for each in rectangles)
    for rectangle in rectangles:
        assert any(
            each.a_start <= rectangle.a_start
            and rectangle.a_end <= each.a_end
            and each.b_start <= rectangle.b_start
            and rectangle.b_end <= each.b_end
            for each in merged
        )


@given(RECTANGLES, st.integers(0, 10), st.booleans())
def test_merging_does_not_depend_on_the_order(rectangles, gap, keep_repeats):
    assert merge(rectangles, gap, keep_repeats) == merge(rectangles[::-1], gap, keep_repeats)


def test_two_uses_of_the_same_words_stay_two():
    first, second = Rectangle(0, 20, 100, 120, 20.0, 20.0), Rectangle(22, 42, 100, 120, 20.0, 20.0)
    assert merge([second, first], 40, keep_repeats=True) == [first, second]
    assert len(merge([second, first], 40, keep_repeats=False)) == 1
