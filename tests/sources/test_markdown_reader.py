"""Markdown: front matter first, then a heading that is the title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput

ReadArticle = Callable[..., Article]
BODY = "The bridge over the Anse is closed, the mayor said."


@pytest.mark.parametrize("heading", ["# Bridge closed", "## Bridge closed ##", "Bridge closed\n============="])
def test_the_first_heading_is_the_title(read_article: ReadArticle, heading: str) -> None:
    article = read_article("a.md", f"{heading}\n\n{BODY}\n\n## Later\n\nMore.\n")
    assert article.title == "Bridge closed"
    assert article.guesses["title"] == "first heading"
    assert article.body.of(article.text) == f"{BODY}\n\n## Later\n\nMore."


def test_a_given_title_wins_and_the_heading_is_left_out_all_the_same(read_article: ReadArticle) -> None:
    article = read_article("a.md", f"---\ntitle: Given\n---\n# Bridge closed\n\n{BODY}\n")
    assert article.title == "Given"
    assert "title" not in article.guesses
    assert article.body.of(article.text) == BODY


def test_byline_and_dateline_after_the_heading_are_read(read_article: ReadArticle) -> None:
    article = read_article("a.md", f"# Bridge closed\n\nBy Jane Doe\n\nANSE (Reuters) - {BODY}\n")
    assert (article.title, article.author, article.agency) == ("Bridge closed", "Jane Doe", "Reuters")
    assert article.body.of(article.text) == BODY


def test_without_guessing_the_whole_text_is_the_body(read_article: ReadArticle) -> None:
    article = read_article("a.md", f"# Bridge closed\n\n{BODY}", settings=SourceSettings(guess=False))
    assert article.title is None
    assert article.body.start == 0


def test_a_heading_alone_is_the_body(read_article: ReadArticle) -> None:
    article = read_article("a.md", "# Bridge closed\n")
    assert article.body.of(article.text) == "# Bridge closed"


def test_front_matter_without_a_text_is_no_article(read_bytes: Callable[..., list[object]]) -> None:
    (skipped,) = read_bytes("a.md", "---\ntitle: x\n---\n \n")
    assert isinstance(skipped, SkippedInput)
    assert "no text" in skipped.reason
