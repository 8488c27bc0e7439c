"""Numbers, names and negations, drawn below the words: # number, N name, ! negation."""

import pytest

from provenance.align.prepared_text import NAME, NEGATION, NUMBER, notable_words
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
