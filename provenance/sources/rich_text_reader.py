"""RTF: one article, or an export of a news database with many. Read as a stream of bytes by `documents.rich_text`."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.sources.documents import document_articles, rich_text
from provenance.sources.documents.paragraphs import About
from provenance.sources.readers import Request, Result, Source


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles, or why there are none."""
    about = About()
    paragraphs = rich_text.paragraphs(source.stream, about, request.settings.largest_text)
    yield from document_articles.read_paragraphs(paragraphs, about, source, request)
