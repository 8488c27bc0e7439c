"""Where passages begin and end, against the same rules in sets."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import plain

from provenance.text.tokens import COMMA, LINE, NONE, SENTENCE

borders = plain("provenance.align.kernels.borders")  # compiled, it is tried by what calls it: test_matches.py
comparison = plain("provenance.align.kernels.comparison")

WORDS = st.lists(
    st.tuples(
        st.sampled_from([NONE, COMMA, LINE, SENTENCE]), st.sampled_from([0.5, 4.0]), st.sampled_from([0, 0, 1, 2])
    ),
    min_size=1,
    max_size=30,
)  # each: what follows, its rarity, and whether it is shared: in order, or moved


def side_of(words, openings):
    marks, rarities = np.array([word[0] for word in words], np.uint8), np.array([word[1] for word in words])
    nothing = np.zeros(len(words), np.uint8)
    return comparison.Words(nothing, nothing, rarities, marks, openings, nothing, nothing, nothing)


def drawn_range(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    return start, data.draw(st.integers(start + 1, len(words)))


@given(WORDS, st.data())
def test_shared_clauses_reach_from_the_first_shared_word_to_the_last(words, data):
    start, end = drawn_range(words, data)
    openings = np.array([data.draw(st.booleans()) for _ in words])
    side = side_of(words, openings)
    in_order, moved = ([place for place in range(start, end) if words[place][2] == how] for how in (1, 2))
    places = sorted({*in_order, *moved})
    stray = {place for place in places if place in moved or words[place][1] <= comparison.INFORMATIVE}
    while len(places) > 1 and places[0] in stray and places[1] - places[0] > borders.STRAY:
        places.pop(0)
    while len(places) > 1 and places[-1] in stray and places[-1] - places[-2] > borders.STRAY:
        places.pop()
    found = borders.shared_clauses(side, start, end, np.array(in_order, np.int64), np.array(moved, np.int64))
    if not places:
        assert found == (start, start)
        return
    clause = max((word for word in range(start, places[0] + 1) if openings[word]), default=start)
    begin = [word for word in range(start, clause + 1) if word and words[word - 1][0] >= LINE]
    sentence = max(begin, default=start)
    first = sentence if clause - sentence <= borders.LEAD_IN else clause
    last = min((word for word in range(places[-1] + 1, end) if openings[word]), default=end)
    assert found == (first, last)


@given(WORDS, st.data())
def test_a_range_is_widened_to_sentences_that_are_near(words, data):
    start, end = drawn_range(words, data)
    marks = np.array([word[0] for word in words], np.uint8)
    begin = max(word for word in range(start + 1) if word == 0 or marks[word - 1] >= LINE)
    finish = min(word for word in range(end, len(words) + 1) if word == len(words) or marks[word - 1] >= LINE)
    assert borders.whole_sentences(marks, start, end) == (begin, finish)


def test_a_sentence_too_long_is_no_reason_to_widen():
    widest = borders.WIDEST
    marks = np.zeros(3 * widest, np.uint8)
    assert borders.whole_sentences(marks, widest + 1, 2 * widest - 1) == (widest + 1, 2 * widest - 1)
    assert borders.whole_sentences(marks, widest, 2 * widest) == (0, 3 * widest)


STEPS = st.tuples(*[st.integers(1, 2 * borders.NEW_TEXT)] * 2)


@given(st.lists(STEPS, max_size=8))
def test_wide_gaps_are_wider_than_new_text_on_either_side(steps):
    a, b = (np.cumsum([0, *(step[side] for step in steps)]) for side in range(2))
    found = np.empty(len(a), np.int64)
    found = found[: borders.wide_gaps(a, b, found)]
    assert found.tolist() == [place for place, step in enumerate(steps) if max(step) > borders.NEW_TEXT]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=60), st.integers(1, 5))
def test_gaps_of_moved_share_many_words(pairs, gaps):
    """Words in order are every tenth of each text; the pairs of words that moved lie anywhere between those."""
    in_order = np.arange(10, 10 * gaps, 10)
    moved = [np.array([10 * pair[side] + 5 for pair in pairs], np.int64) for side in (0, 1)]
    found = borders.gaps_of_moved(comparison.Comparison(0, 99, 0, 99, in_order, in_order, *moved))
    counts = {}
    for a, b in pairs:
        gap = min(a, gaps - 1), min(b, gaps - 1)
        counts[gap] = counts.get(gap, 0) + 1
    assert list(map(tuple, found.tolist())) == sorted(gap for gap in counts if counts[gap] >= borders.LEAST_MOVED)
