"""What kinds are decided by, counted slowly."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.comparison import in_quotes_and_equal

# A word of each text: which word, whether in quotation marks, whether in an utterance.
TEXT = st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.booleans()), min_size=6, max_size=6)
PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6)


def arrays(text, places, moved):
    columns = [[word[which] for word in text] for which in range(3)]
    kinds = (np.uint64, bool, bool)
    return *map(np.array, columns, kinds), *(np.array(each, np.int64) for each in (places, moved))


@given(TEXT, TEXT, PAIRS, PAIRS)
def test_shared_words_are_counted_in_quotation_marks_and_utterances(a, b, in_order, moved):
    quoted, equal = in_quotes_and_equal(
        *arrays(a, [i for i, _ in in_order], [i for i, _ in moved]),
        *arrays(b, [j for _, j in in_order], [j for _, j in moved]),
    )
    both = in_order + moved
    quoted_from_a = min(sum(a[i][1] for i, _ in both), sum(b[j][2] for _, j in both))
    quoted_from_b = min(sum(b[j][1] for _, j in both), sum(a[i][2] for i, _ in both))
    assert quoted == max(quoted_from_a, quoted_from_b)
    assert equal == sum(a[i][0] == b[j][0] for i, j in in_order)
