"""A Markdown file is one article: front matter, then a text whose first heading is its title."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from provenance.model import Article, SkippedInput, Span
from provenance.sources import plain_text
from provenance.sources.interface import Request, Result, Source
from provenance.sources.pieces import trimmed

_HEADING = re.compile(
    r"(?:#{1,2}[ \t]+(?P<title>[^\r\n]{1,300}?)[ \t]*#*[ \t]*"
    r"|(?P<under>[^\r\n]{1,300})(?:\r\n|\r|\n)=+[ \t]*)(?:\r\n|\r|\n|\Z)"
)


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the article, or why there is none."""
    decoded = plain_text.whole_text(source, request)
    if isinstance(decoded, SkippedInput):
        yield decoded
        return
    article = plain_text.from_text(source, request, decoded)
    yield _headed(article) if isinstance(article, Article) and request.settings.guess else article


def _headed(article: Article) -> Article:
    """Take a first heading out of the body, and as the title where none is given."""
    found = _HEADING.match(article.text, article.body.start)
    if found is None:
        return article
    rest = trimmed(article.text, Span(found.end(), article.body.end))
    if rest.length == 0:
        return article
    title = " ".join((found["title"] or found["under"]).split())
    guesses = dict(article.guesses)
    guesses["body"] = "without its heading" + guesses.get("body", "").replace("without ", ", ", 1)
    if article.title is None or "title" in guesses:
        guesses["title"] = "first heading"
        return dataclasses.replace(article, title=title, body=rest, guesses=guesses)
    return dataclasses.replace(article, body=rest, guesses=guesses)
