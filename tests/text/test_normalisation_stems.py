"""Stems beside the words of a text, whatever the table remembers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.text import normalisation
from provenance.text.tokens import tokenise

TEXTS = st.lists(
    st.sampled_from(["grieving", "Grieved", "weapons", "weaponry", "Zoë's", "漢", "ﬁnal", "1987", "ﷺ", "x" * 70]),
    max_size=12,
).map(" ".join)


def test_stems_see_through_case_accents_and_endings():
    assert normalisation.stem("Grieving") == normalisation.stem("grieved") == "griev"
    assert normalisation.stem("MOTHÉR") == normalisation.stem("mothers")
    assert len(normalisation.stem("y" * 100_000)) <= normalisation.LONGEST_STEMMED


@given(TEXTS)
def test_equal_stems_have_equal_hashes_and_others_do_not(text):
    tokens = tokenise(text)
    hashes = normalisation.stem_hashes(text, tokens).tolist()
    words = [normalisation.stem(text[start:end]) for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    numbers = {}
    assert [numbers.setdefault(word, value) for word, value in zip(words, hashes, strict=True)] == hashes
    assert len(set(numbers.values())) == len(numbers)
    assert 0 not in hashes


@given(TEXTS, TEXTS)
def test_a_full_table_is_emptied_and_changes_nothing(one, other):
    import pytest

    before = [normalisation.stem_hashes(text, tokenise(text)).tolist() for text in (one, other)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(normalisation, "MOST_KEPT", 3)
        normalisation._stems(None).clear()
        after = [normalisation.stem_hashes(text, tokenise(text)).tolist() for text in (one, other)]
        assert normalisation._stems(None).count <= 3
    normalisation._stems(None).clear()
    assert after == before


def test_no_words_no_stems():
    assert normalisation.stem_hashes("", tokenise("")).dtype == np.uint64
