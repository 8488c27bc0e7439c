"""Stems beside the words of a text, whatever the table remembers."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.text import stems
from provenance.text.tokens import tokenise

TEXTS = st.lists(
    st.sampled_from(["grieving", "Grieved", "weapons", "weaponry", "Zoë's", "漢", "ﬁnal", "1987", "ﷺ", "x" * 70]),
    max_size=12,
).map(" ".join)


def test_examples():
    assert stems.stem("Grieving") == stems.stem("grieved") == "griev"
    assert stems.stem("MOTHÉR") == stems.stem("mothers")
    assert len(stems.stem("y" * 100_000)) <= stems.LONGEST_STEMMED


@given(TEXTS)
@settings(deadline=None)
def test_equal_stems_have_equal_hashes_and_others_do_not(text):
    tokens = tokenise(text)
    hashes = stems.stem_hashes(text, tokens).tolist()
    words = [stems.stem(text[start:end]) for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    numbers = {}
    assert [numbers.setdefault(word, value) for word, value in zip(words, hashes, strict=True)] == hashes
    assert len(set(numbers.values())) == len(numbers)
    assert 0 not in hashes


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_a_full_table_is_emptied_and_changes_nothing(one, other):
    import pytest

    before = [stems.stem_hashes(text, tokenise(text)).tolist() for text in (one, other)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stems, "MOST_KEPT", 3)
        stems._table().clear()
        after = [stems.stem_hashes(text, tokenise(text)).tolist() for text in (one, other)]
        assert stems._table().count <= 3
    stems._table().clear()
    assert after == before


def test_no_words_no_stems():
    assert stems.stem_hashes("", tokenise("")).dtype == np.uint64
