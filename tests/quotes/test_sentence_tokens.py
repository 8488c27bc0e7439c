"""Words and marks of a paragraph: the fast pattern against a plain one, and a memory that never changes an answer."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.quotes import sentence_tokens
from provenance.quotes.english.reporting_words import LEXICON
from provenance.quotes.quotation_marks import marked
from provenance.quotes.sentence_tokens import NAME, QUOTATION, WORD, Token, Vocabulary, sentences, tokenise

VOCABULARY = Vocabulary(LEXICON)
# One form a line, the first that fits: an acronym, a number, a word, dots, dashes, any other sign.
PLAIN = re.compile(
    r"""(?:[A-Z]\.){2,}
      | \d+(?:[.,]\d+)*(?:[-’'][^\W\d_]+)*
      | [^\W_]+(?:[-’'&][^\W_]+)*
      | \.\.\.
      | --+
      | [^\w\s]
      | _""",
    re.VERBOSE,
)
PIECES = st.sampled_from(
    [
        "U.S.",
        "A.",
        "he’s",
        "Ortiz's",
        "1,000.5",
        "3-year",
        "...",
        "--",
        "-",
        " - ",
        "_",
        "½",
        "東京",
        "ß",
        "İ",
        "\u0301",
    ]
)
TEXTS = st.lists(PIECES | st.text("abAB12 .,’'-&_\n", max_size=6) | st.text(max_size=3), max_size=30).map("".join)


def all_tokens(text: str) -> list[Token]:
    return tokenise(text, Span(0, len(text)), [], VOCABULARY).all


@given(TEXTS)
def test_tokens_are_those_of_the_plain_pattern(text: str) -> None:
    expected = [(match.start(), match.end(), match.group()) for match in PLAIN.finditer(text)]
    assert [(token.start, token.end, token.word) for token in all_tokens(text)] == expected


@given(TEXTS)
def test_landmarks_are_the_places_that_a_search_finds(text: str) -> None:
    paragraph = Span(0, len(text))
    for sentence, landmarks in sentences(tokenise(text, paragraph, marked(text, [paragraph]), VOCABULARY), text):
        assert [token.index for token in sentence] == list(range(len(sentence)))
        assert landmarks.quoted == [token.index for token in sentence if token.bits & QUOTATION]
        named = [token.index for token in sentence if token.bits & NAME or token.lower in ("he", "she")]
        assert landmarks.named == named


def test_what_a_vocabulary_forgot_it_works_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_tokens, "REMEMBERED", 3)
    words = ["Ortiz", "said", "that", "Ortiz", "and", "he", "said", "so", "...", "U.S.", "-"]
    small = Vocabulary(LEXICON)
    assert [small[word] for word in words] == [Vocabulary(LEXICON)[word] for word in words]
    assert len(small) <= 3


def test_a_word_too_long_to_be_one_is_not_kept() -> None:
    vocabulary = Vocabulary(LEXICON)
    assert vocabulary["a" * 100_000] == ("a" * 100_000, WORD, 0)
    assert not vocabulary
