"""A Word document (.docx): one article, or an export of Nexis with many."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.sources.documents import document_articles, safe_zip, word_paragraphs
from provenance.sources.documents.paragraphs import About
from provenance.sources.readers import Request, Result, Source


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles, or why there are none."""
    about = About()
    try:
        with safe_zip.opened(source.stream, request.settings.largest_document) as archive:
            budget = safe_zip.Budget(request.settings.largest_unpacked)
            paragraphs = word_paragraphs.paragraphs(archive, about, budget)
            yield from document_articles.read_paragraphs(paragraphs, about, source, request)
    except document_articles.BROKEN as error:
        yield document_articles.skipped(source, error)
