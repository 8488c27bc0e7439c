"""Which words may be differences, against sets."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.differences import changed_words
from provenance.align.notable import NAME, NEGATION, NUMBER

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
