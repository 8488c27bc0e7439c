"""What kinds are decided by, and which sentences count as new, counted slowly."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import plain

from provenance.text.tokens import COMMA, LINE, NONE, SENTENCE

comparison = plain("provenance.align.kernels.comparison")  # compiled, it is tried by what calls it: test_matches.py

# A word of each text: which word, whether in quotation marks, whether in an utterance.
TEXT = st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.booleans()), min_size=6, max_size=6)
PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6)
NOTHING = np.empty(0, np.int64)


def words_of(size, **columns):
    """What is known of words: nothing but these columns."""
    names = ("words", "stems", "rarities", "borders", "openings", "notable", "quoted", "uttered")
    zeros = {name: np.zeros(size, np.float64 if name == "rarities" else np.uint8) for name in names}
    return comparison.Words(**{**zeros, **columns})


def comparison_of(size, in_order, moved):
    sides = [np.array([pair[side] for pair in pairs], np.int64) for pairs in (in_order, moved) for side in (0, 1)]
    return comparison.Comparison(0, size, 0, size, *sides)


@given(TEXT, TEXT, PAIRS, PAIRS)
def test_shared_words_are_counted_in_quotation_marks_and_utterances(a, b, in_order, moved):
    sides = [
        words_of(
            6,
            words=np.array([word for word, _, _ in text], np.uint64),
            quoted=np.array([quoted for _, quoted, _ in text]),
            uttered=np.array([uttered for _, _, uttered in text]),
        )
        for text in (a, b)
    ]
    both = in_order + moved
    found = comparison_of(6, in_order, moved)
    quoted_from_a = min(sum(a[i][1] for i, _ in both), sum(b[j][2] for _, j in both))
    quoted_from_b = min(sum(b[j][1] for _, j in both), sum(a[i][2] for i, _ in both))
    assert comparison.words_in_quotes(*sides, found) == max(quoted_from_a, quoted_from_b)
    assert comparison.equal_words(*sides, found) == sum(a[i][0] == b[j][0] for i, j in in_order)


@given(PAIRS, PAIRS, st.tuples(*[st.integers(0, 6)] * 4))
def test_a_part_of_a_comparison_has_what_lies_inside(in_order, moved, ranges):
    part = comparison.part_of(comparison_of(6, in_order, moved), *ranges)
    start_a, end_a, start_b, end_b = ranges
    for a, b, pairs in ((part.a, part.b, in_order), (part.moved_a, part.moved_b, moved)):
        inside = [(i, j) for i, j in pairs if start_a <= i < end_a and start_b <= j < end_b]
        assert list(zip(a.tolist(), b.tolist(), strict=True)) == inside
    assert (part.start_a, part.end_a, part.start_b, part.end_b) == ranges


WORDS = st.lists(
    st.tuples(
        st.sampled_from([NONE, COMMA, LINE, SENTENCE]), st.sampled_from([0.5, 4.0]), st.sampled_from([0, 0, 1, 2])
    ),
    min_size=1,
    max_size=30,
)  # each: what follows, its rarity, and whether it is shared: in order, or moved


@given(WORDS, st.data())
def test_sentences_that_share_next_to_nothing_are_dropped(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    borders, rarities = np.array([word[0] for word in words], np.uint8), np.array([word[1] for word in words])
    places, moved = ([place for place in range(start, end) if words[place][2] == how] for how in (1, 2))
    shared = {*places, *moved}
    sentences, first = [], start
    for place in range(start, end):
        if borders[place] >= LINE or place == end - 1:
            sentences.append(range(first, place + 1))
            first = place + 1

    def is_new(sentence):
        informed, information = (
            sum(rarities[word] + comparison.LEAST_INFORMATION for word in sentence if word in chosen)
            for chosen in (shared, {*sentence})
        )
        return len(sentences) > 1 and informed / information <= comparison.CHANCE

    expected = [is_new(sentence) for place in places for sentence in sentences if place in sentence]
    side = words_of(len(words), borders=borders, rarities=rarities)
    dropped = np.zeros(len(places), np.uint8)
    arrays = (np.array(each, np.int64) for each in (places, moved))
    assert comparison.drop_unshared_sentences(side, start, end, *arrays, dropped) == sum(expected)
    assert dropped.tolist() == expected
