"""Text files: the whole file is the text, and front matter is read where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput, Span

ReadArticle = Callable[..., Article]


def test_the_text_is_the_file_as_it_stands(read_article: ReadArticle) -> None:
    text = "\r\n  The bridge is closed.\r\nIt will open on Monday.\n\n"
    article = read_article("bridge.txt", text)
    assert article.text == text
    assert article.body.of(article.text) == text.strip()
    assert article.id == "bridge"
    assert article.origin is not None
    assert article.origin.endswith("bridge.txt")


def test_nothing_is_known_where_nothing_is_said(read_article: ReadArticle) -> None:
    article = read_article("bridge.txt", "the bridge is closed, the mayor said, and it will stay closed.")
    unknown = (article.title, article.author, article.publisher, article.url, article.published, article.agency)
    assert unknown == (None,) * 6
    assert article.guesses == {"language": "the words of the text"}


def test_a_guessed_encoding_is_declared(read_article: ReadArticle) -> None:
    article = read_article("bridge.txt", "“The café is closed,” she said.".encode("windows-1252"))
    assert "windows-1252" in article.guesses["encoding"]


def test_front_matter_is_given_not_guessed(read_article: ReadArticle) -> None:
    article = read_article(
        "a.txt", "---\nid: seven\ntitle: Bridge closed\ndate: 2025-07-16\n---\nThe bridge is closed.\n"
    )
    assert (article.id, article.title) == ("seven", "Bridge closed")
    assert article.published is not None
    assert article.published.how == "given"
    assert article.guesses == {"language": "the words of the text"}
    assert article.body.of(article.text) == "The bridge is closed."


def test_guessing_can_be_left_out(read_article: ReadArticle) -> None:
    text = "BRIDGE CLOSED AFTER STORM\n\nBy Jane Doe\n\nThe bridge over the Anse is closed.\n"
    article = read_article("a.txt", text, settings=SourceSettings(guess=False))
    assert (article.title, article.author, article.guesses) == (None, None, {})
    assert article.body == Span(0, len(text) - 1)


@pytest.mark.parametrize("size", [9, 10])
def test_the_limit_is_kept_to_the_byte(read_bytes: Callable[..., list[object]], size: int) -> None:
    (found,) = read_bytes("a.txt", "x" * size, settings=SourceSettings(largest_text=9))
    assert isinstance(found, Article if size == 9 else SkippedInput)
