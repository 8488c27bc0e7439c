"""Which words may be differences, against sets."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.comparison import Comparison
from provenance.align.differences import changed_words, changes
from provenance.align.notable import NAME, NEGATION, NUMBER
from provenance.align.words import Words

WORDS = st.lists(st.tuples(st.integers(1, 9), st.sampled_from([0, NUMBER, NAME, NEGATION])), min_size=1, max_size=12)


@given(WORDS, WORDS, st.data())
def test_changed_words_are_notable_and_stand_nowhere_in_the_other_range(one, other, data):
    start, end = sorted(data.draw(st.lists(st.integers(0, len(one)), min_size=2, max_size=2)))
    other_start, other_end = sorted(data.draw(st.lists(st.integers(0, len(other)), min_size=2, max_size=2)))
    matched = [place for place in range(start, end) if data.draw(st.booleans())]
    known = {word for word, _ in other[other_start:other_end]}
    expected = [
        place
        for place in range(start, end)
        for word, sort in [one[place]]
        if place not in matched and (sort == NEGATION or (sort != 0 and word not in known))
    ]
    words, others = (np.array([word for word, _ in text], np.uint64) for text in (one, other))
    sorts = np.array([sort for _, sort in one], np.uint8)
    found = changed_words(words, sorts, start, end, np.array(matched, np.int64), others, other_start, other_end)
    assert found.tolist() == expected


def text_of(words):
    """Words as kernels take them, of which only the words and their sorts are looked at."""
    hashes, sorts = np.array([word for word, _ in words], np.uint64), np.array([sort for _, sort in words], np.uint8)
    nothing, rarities = np.zeros(len(words), bool), np.zeros(len(words))
    return Words(hashes, hashes, rarities, sorts, nothing, sorts, nothing, nothing)


@given(WORDS, WORDS, st.data())
def test_a_number_stands_for_a_number_and_a_negation_for_none(one, other, data):
    matched = data.draw(st.integers(0, min(len(one), len(other))))
    in_order = [sorted(data.draw(st.permutations(range(len(text))))[:matched]) for text in (one, other)]
    ranges = (0, len(one)), (0, len(other))
    arrays = [np.array(each, np.int64) for each in in_order]
    rows = changes(text_of(one), text_of(other), Comparison(*ranges, *arrays, *np.empty((2, 0), np.int64))).tolist()
    expected = []
    for which, (own, others) in enumerate(((one, other), (other, one))):
        for place, (word, sort) in enumerate(own):
            elsewhere = sort != NEGATION and word in {word for word, _ in others}
            if sort and place not in in_order[which] and not elsewhere:
                expected.append([sum(before < place for before in in_order[which]), sort, which, place])
    sides = {(gap, sort): {row[2] for row in expected if row[:2] == [gap, sort]} for gap, sort, *_ in expected}
    assert rows == sorted(row for row in expected if (len(sides[row[0], row[1]]) == 2) != (row[1] == NEGATION))
