"""Where a passage is, in words that lead a reader there."""

from __future__ import annotations

import pytest

from provenance.model import Article, Span
from provenance.reports.html.places import Places

TEXT = "The headline\n\nFirst paragraph here.\n\nSecond one,\nof two lines.\n\nThird.\n\nMost read today"
BODY = Span(TEXT.index("First"), TEXT.index("\n\nMost"))


def place(text: str, words: str, body: Span | None = None) -> str:
    start = text.index(words)
    return Places().words(Article("a", text, body or Span(0, len(text))), Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("First paragraph", "paragraph 1"),
        ("here.", "paragraph 1"),
        ("Second one", "paragraph 2"),
        ("of two lines.", "paragraph 2"),
        ("one,\nof two", "paragraph 2"),
        ("lines.\n\nThird", "paragraphs 2–3"),
        ("First paragraph here.\n\nSecond one,\nof two lines.\n\nThird.", "paragraphs 1–3"),
        ("headline", "before the first paragraph"),
        ("Most read", "after the last paragraph"),
    ],
)
def test_paragraphs_of_the_body_are_counted(words: str, expected: str) -> None:
    assert place(TEXT, words, BODY) == expected


def test_lines_are_paragraphs_where_nothing_is_blank() -> None:
    assert place("One.\nTwo.\nThree.", "Two") == "paragraph 2"


def test_a_long_text_in_one_piece_has_a_beginning_a_middle_and_an_end() -> None:
    text = "begin " + "x" * 1_000 + " middle " + "x" * 1_000 + " final"
    assert [place(text, words) for words in ("begin", "middle", "final")] == ["beginning", "middle", "end"]
    assert place("One short sentence.", "short") == ""


def test_a_place_in_a_text_that_is_not_known_is_nothing() -> None:
    article = Article("a", "One.\n\nTwo.", Span(0, 10))
    assert Places().words(None, Span(0, 3)) == ""
    assert Places().words(article, Span(0, 3), version=1) == ""
    earlier = Article("a", "Zero.\n\nOne.\n\nTwo.", Span(0, 17))
    both = Article("a", "One.\n\nTwo.", Span(0, 10), earlier={1: earlier})
    places = Places()
    assert places.words(both, Span(6, 9)) == "paragraph 2"
    assert places.words(both, Span(13, 16), version=1) == "paragraph 3"
