"""Numbers, names and negations, drawn below the words: # number, N name, ! negation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.notable import NAME, NEGATION, NUMBER, counted_before, notable_words
from provenance.text.tokens import tokenise

DRAWN = [
    ("Ida Krog paid 30 crowns. Nobody knew", ". N . # . ! ."),
    ("The town of Arden never paid", ". . . N ! ."),
    ("She said: They don't and won’t", ". . . . ! . . !"),
    ("Plan T is not plan B", ". N . ! . N"),
    ("“No, 7 of May.” Cannot Ann", "! # . N ! N"),
    ("", ""),
]
SORTS = {".": 0, "#": NUMBER, "N": NAME, "!": NEGATION}


@pytest.mark.parametrize(("text", "drawn"), DRAWN)
def test_sorts_of_words(text, drawn):
    assert notable_words(text, tokenise(text)).tolist() == [SORTS[mark] for mark in drawn.split()]


@given(st.text(alphabet="not NO'’t7. Ab\n", max_size=60))
def test_counts_before_are_running_sums(text):
    sorts = notable_words(text, tokenise(text))
    assert counted_before(sorts).tolist() == [sum(sort > 0 for sort in sorts[:end]) for end in range(len(sorts) + 1)]
