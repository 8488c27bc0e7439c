"""How much came from a source, from which paragraphs and in which wording."""

from __future__ import annotations

import pytest

from provenance.model import Article, Link, Match, Passage, Span
from provenance.reports.extent_words import how_taken, paragraphs_taken

PARAGRAPHS = [f"Paragraph {number} has some words of its own." for number in range(1, 9)]
TEXT = "Headline\n\n" + "\n\n".join(PARAGRAPHS)


def passage(start: int, end: int, score: float = 1.0, **more: object) -> Passage:
    return Passage(Match("edited", Span(start, end), Span(start, end), score), **more)  # type: ignore[arg-type]


def linked(*passages: Passage) -> Link:
    return Link("a", "b", "derived", 0.9, 0.5, 0.5, passages, derived="a", source="b")


@pytest.mark.parametrize(
    ("passages", "words"),
    [
        ([], ""),
        ([passage(0, 100, 1.0)], "word for word"),
        ([passage(0, 100, 0.99), passage(200, 210, 0.9)], "word for word"),
        ([passage(0, 100, 0.9)], "nearly word for word"),
        ([passage(0, 100, 1.0), passage(200, 300, 0.3)], "partly reworded"),
        ([passage(0, 100, 0.3)], "reworded"),
        ([passage(0, 100, 1.0, in_quotes=(True, True)), passage(200, 205, 0.3)], "all of it quotations"),
        ([passage(0, 100, 1.0, in_quotes=(True, False))], "word for word"),
    ],
)
def test_the_wording(passages: list[Passage], words: str) -> None:
    assert how_taken(linked(*passages), "a") == words


def in_paragraphs(text: str, *numbers: int) -> str:
    article = Article("a", text, Span(text.index(PARAGRAPHS[0]), len(text)))
    places = [text.index(PARAGRAPHS[number - 1]) for number in numbers]
    taken = [passage(place, place + len(PARAGRAPHS[0])) for place in places]
    return paragraphs_taken(linked(*taken), article)


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n\n", "\n"), TEXT.replace("\n\n", " \n \n\n")])
def test_the_paragraphs(text: str) -> None:
    assert in_paragraphs(text, 2) == "paragraph 2"
    assert in_paragraphs(text, 1, 2, 3, 6) == "paragraphs 1–3 and 6"
    assert in_paragraphs(text, 1, 3, 5) == "paragraphs 1, 3 and 5"


def test_lines_within_a_paragraph_are_one() -> None:
    wrapped = "\n\n".join(each.replace("some", "some\nmore") for each in PARAGRAPHS)
    article = Article("a", wrapped, Span(0, len(wrapped)))
    start = wrapped.index("Paragraph 4")
    assert paragraphs_taken(linked(passage(start, start + 40)), article) == "paragraph 4"


def test_where_they_say_little_they_are_left_out() -> None:
    assert in_paragraphs(TEXT, *range(1, 9)) == ""
    assert in_paragraphs("\n\n".join(PARAGRAPHS[:3]), 2) == ""
    many = "\n\n".join(f"{each} {number}" for number, each in enumerate(PARAGRAPHS * 2))
    article = Article("a", many, Span(0, len(many)))
    odd = [
        passage(many.index(f"its own. {number}") - 30, many.index(f"its own. {number}") + 5)
        for number in (1, 3, 5, 7, 9)
    ]
    assert paragraphs_taken(linked(*odd), article) == ""


def test_a_touched_paragraph_does_not_count() -> None:
    article = Article("a", TEXT, Span(10, len(TEXT)))
    start, end = TEXT.index(PARAGRAPHS[2]), TEXT.index(PARAGRAPHS[3]) + 4
    assert paragraphs_taken(linked(passage(start, end)), article) == "paragraph 3"
