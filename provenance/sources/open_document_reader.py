"""An OpenDocument text (.odt): one article, or an export of a news database with many."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from provenance.sources.documents import document_articles, open_document_paragraphs, safe_zip
from provenance.sources.documents.paragraphs import About
from provenance.sources.readers import Request, Result, Source


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles, or why there are none."""
    return document_articles.read_zipped(read_archive, source, request)


def read_archive(archive: zipfile.ZipFile, source: Source, request: Request) -> Iterator[Result]:
    """The same for a zip file that is open."""
    about = About()
    budget = request.inside.budget or safe_zip.Budget(request.settings.largest_unpacked)
    paragraphs = open_document_paragraphs.paragraphs(archive, about, budget)
    yield from document_articles.read_paragraphs(paragraphs, about, source, request)
