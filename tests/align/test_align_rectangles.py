"""Merging of passages, and the bookkeeping that keeps them apart, against every pair of them."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.align import search
from provenance.align.rectangles import Rectangle, merge

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


FOUND = st.lists(st.tuples(RANGES, RANGES).map(lambda sides: (*sides[0], *sides[1])), max_size=5)


def shared(one, other):
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


@given(FOUND, st.integers(0, 5), st.integers(0, 5), st.booleans())
def test_a_seed_is_taken_when_a_block_of_it_is(found, row, column, repeats):
    block = 8
    window_a, window_b = (row * block, (row + 2) * block), (column * block, (column + 2) * block)
    taken = [(shared(window_a, each[:2]) >= block, shared(window_b, each[2:]) >= block) for each in found]
    expected = any((a and b) if repeats else (a or b) for a, b in taken)
    rows = np.array(found, np.int64).reshape(-1, 4)
    assert search.seed_is_taken(rows, len(rows), row, column, block, repeats) == expected


@given(FOUND, RANGES, RANGES)
def test_what_grew_too_far_is_fitted_in_free_ground(found, range_a, range_b):
    rows = np.array(found, np.int64).reshape(-1, 4)
    stays, again, low_a, high_a, low_b, high_b = search.narrowed(rows, len(rows), *range_a, *range_b, 100, 100, False)
    size_a, size_b = range_a[1] - range_a[0], range_b[1] - range_b[0]
    same = any(
        shared(range_a, each[:2]) > search.SAME * size_a and shared(range_b, each[2:]) > search.SAME * size_b
        for each in found
    )
    assert stays != same
    if stays:
        meets = any(shared(range_a, each[:2]) or shared(range_b, each[2:]) for each in found)
        assert again == meets
        for each in found:
            if shared(range_a, each[:2]):
                assert high_a <= each[0] or low_a >= each[1]
            if shared(range_b, each[2:]):
                assert high_b <= each[2] or low_b >= each[3]
