"""Word numbers against dictionaries."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.interning import rarest_first, vocabulary

WORDS = st.lists(st.integers(0, 6).map(lambda value: (value * 0x9E3779B97F4A7C15) % 2**64), max_size=30)


@given(WORDS, WORDS)
def test_words_are_numbered_in_order_of_first_appearance(a, b):
    words = vocabulary(np.array(a, np.uint64), np.array(b, np.uint64))
    numbers = {}
    for word in a + b:
        numbers.setdefault(word, len(numbers))
    assert words.a.tolist() == [numbers[word] for word in a]
    assert words.b.tolist() == [numbers[word] for word in b]
    assert words.counts_a.tolist() == [a.count(word) for word in numbers]
    assert words.counts_b.tolist() == [b.count(word) for word in numbers]


@given(st.lists(st.integers(0, 6), max_size=9), st.integers(0, 30))
def test_the_rarest_words_are_compared_as_long_as_they_meet_few_times(meetings, most):
    used = rarest_first(np.array(meetings, np.int64), most)
    chosen = []
    for word in sorted(
        (word for word, count in enumerate(meetings) if count), key=lambda word: (meetings[word], word)
    ):
        if sum(meetings[each] for each in [*chosen, word]) > most:
            break
        chosen.append(word)
    assert np.flatnonzero(used).tolist() == sorted(chosen)
