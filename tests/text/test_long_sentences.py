"""Sentences that never end are cut, the others are left alone."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.text import long_sentences
from provenance.text.sentences import sentences


def parts(text: str) -> list[str]:
    return [span.of(text) for span in long_sentences.cut(text, [Span(0, len(text))])]


def lengths(text: str) -> list[int]:
    return [len(part.split()) for part in parts(text)]


def test_a_sentence_of_eighty_words_is_left_whole() -> None:
    text = "word; " * 79 + "word"
    assert parts(text) == [text]


def test_a_text_without_any_mark_is_cut_at_the_limit() -> None:
    assert lengths("word " * 199 + "word") == [80, 80, 40]


def test_a_lost_full_stop_shows_in_two_blanks_before_a_capital() -> None:
    sentence = "The " + "harbour " * 19 + "closed"
    assert parts("  ".join([sentence] * 5)) == [sentence] * 5


def test_a_mark_is_a_pause_and_a_comma_is_none() -> None:
    assert lengths(("one, " * 19 + "two; ") * 5) == [20] * 5


def test_no_part_is_shorter_than_a_clause() -> None:
    assert lengths("Odd  " * 90 + "end") == [15] * 5 + [16]


def test_sentences_are_cut_too() -> None:
    assert [len(span.of("x " * 100).split()) for span in sentences("x " * 100)] == [80, 20]


@given(st.lists(st.sampled_from(["a", "B", "c;", "d.", " "]), min_size=60, max_size=300))
def test_parts_hold_every_word_once_and_none_is_too_long(words: list[str]) -> None:
    text = " ".join(words).strip()
    found = parts(text)
    assert [word for part in found for word in part.split()] == text.split()
    assert all(len(part.split()) <= long_sentences.LONGEST for part in found)
    assert all(len(part.split()) >= long_sentences.SHORTEST for part in found[:-1])
