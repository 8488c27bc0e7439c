"""A quotation of hundreds of words is read in pieces, the same ones whenever it is read."""

from __future__ import annotations

import pytest

from provenance.config.quotes import QuotationSettings
from provenance.model import Quotation, Span
from provenance.quotes.linking.utterance_pieces import bare_pieces, words_of_pieces
from provenance.quotes.linking.utterance_words import LONGEST, words_of

SENTENCES = {
    "plain": "The block grant paid for the repair of many old houses in the valley. ",
    "spaced numbers": "The grant made or kept 90 637 jobs and helped 9 453 993 persons in 2 631 towns. ",
    "numbers in words": "It paid for twenty one thousand three hundred and five homes in the valley. ",
    "contractions": "They don't say what they wouldn't pay, and it's not theirs to give. ",
}


@pytest.mark.parametrize("language", ["en", "de", "fr", None])
@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
@pytest.mark.parametrize("about", [LONGEST // 20, LONGEST // 12, LONGEST // 6])
def test_pieces_have_the_same_words_by_rank(sentence: str, about: int, language: str | None) -> None:
    text = f'"{sentence * about}"'
    marks = (Span(1, len(text) - 1),)
    quotation = Quotation(Span(0, len(text)), "direct", marks)
    settings = QuotationSettings()
    bare = bare_pieces(text, [quotation], settings, language)
    again = words_of_pieces(text, quotation, settings, words_of(text, quotation.span, marks, language))
    assert [words.folded for words in again] == [piece.words.folded for piece in bare]
    assert len(bare) == about
