"""Contractions, spellings and numbers in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.quotes.linking.utterance_words import words_of
from provenance.quotes.linking.word_forms import contracted, spelling

FORMS = [
    ("We won’t, can't and shan't", "we will not can not and shall not"),
    ("they mustn't've", "they mustn't have"),
    ("he's gone; the mayor's gone", "he 's gone the mayor gone"),
    ("twenty-five", "25"),
    ("two hundred and fifty-one thousand and six", "251006"),
    ("a hundred years", "a hundred years"),
    ("two and three", "two and three"),
    ("nine, ten", "nine ten"),
    ("nineteen eighty", "nineteen eighty"),
    ("2.5 million", "2500000"),
    ("$3 million, €5", "3000000 dollars 5 euros"),
    ("forty per cent", "forty percent"),
    ("the 21st of May, twenty-first", "the 21st of may 21st"),
    ("1:30 or 1.2.3", "1:30 or 1.2.3"),
    ("[W]e mention[ed] fewer [sic] pears", "we mentioned fewer sic pears"),
]


@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_one_form(text: str, forms: str) -> None:
    assert " ".join(words_of(text, Span(0, len(text))).folded) == forms


def test_spans_hold_what_was_written() -> None:
    text = "We won’t pay two hundred crowns"
    words = words_of(text, Span(0, len(text)))
    assert [span.of(text) for span in words.spans] == ["We", "won’t", "won’t", "pay", "two hundred", "crowns"]


def test_variants_have_one_spelling() -> None:
    for one, other in (("labour", "labor"), ("organise", "organize"), ("programme", "program"), ("forty", "40")):
        assert spelling(one) == spelling(other)
    assert contracted("should've") == ("should", "have")
    assert contracted("o'clock") == ("o'clock",)


@given(st.text("twenty-five hundred and 1,0.9 million¹²½٣$%'’[]"))
def test_any_text_has_words_in_order(text: str) -> None:
    words = words_of(text, Span(0, len(text)))
    assert list(words.spans) == sorted(words.spans)
    assert all(words.folded)
