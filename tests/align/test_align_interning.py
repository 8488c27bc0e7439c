"""Word numbers and postings against dictionaries."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.interning import postings, vocabulary

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


@given(WORDS)
def test_postings_list_every_place(a):
    words = vocabulary(np.array(a, np.uint64), np.array([], np.uint64))
    offsets, places = postings(words.a, words.counts_a)
    for word in range(len(words.counts_a)):
        expected = [place for place, each in enumerate(words.a.tolist()) if each == word]
        assert places[offsets[word] : offsets[word + 1]].tolist() == expected
