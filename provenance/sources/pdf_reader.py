"""A PDF: one article, without running heads and page numbers, or an export of a news database with many."""

from __future__ import annotations

import io
from collections.abc import Iterator

from provenance.model import Note
from provenance.sources.documents import document_articles, layout, pdf_pages, safe_zip
from provenance.sources.documents.paragraphs import About, Paragraph, UnreadableDocument
from provenance.sources.readers import Request, Result, Source

FEWEST_LETTERS = 25  # per page; scans without text have none, or the number of the page


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the article, or why there is none."""
    about = About()
    try:
        with safe_zip.seekable(source.stream, request.settings.largest_document) as stream:
            data = stream.read(request.settings.largest_document + 1)
            if len(data) > request.settings.largest_document:
                raise UnreadableDocument("it is too large; split it", "too-large")
            if not pdf_pages.is_whole(data):
                reason = "the list of its parts is damaged or missing; pages or words of it may be missing"
                about.notes.append(Note(source.name, reason, "ends-early"))
            paragraphs = _paragraphs(io.BytesIO(data), about, request.settings.largest_text)
            yield from document_articles.read_paragraphs(paragraphs, about, source, request)
    except document_articles.BROKEN as error:
        yield document_articles.skipped(source, error)


def _paragraphs(stream: io.BytesIO, about: About, most: int) -> Iterator[Paragraph]:
    pages: list[list[layout.Line]] = []
    letters = 0
    for pieces in pdf_pages.pages(stream, about):
        pages.append(layout.lines_of(pieces))
        letters += sum(len(line.text) for line in pages[-1])
        if letters > most:
            raise UnreadableDocument(f"its text is longer than {most:,} characters; split it", "too-large")
    if not pages:
        raise UnreadableDocument("it has no pages", "empty")
    if letters < FEWEST_LETTERS * len(pages):
        raise UnreadableDocument("it is a scan without text; recognise its text first (OCR)", "scans")
    kept, left_out = layout.without_running_heads(pages)
    if left_out:
        about.left_out.append(f"{left_out} running heads and page numbers")
    if about.title and about.title.lower() not in " ".join(line.text for line in pages[0]).lower():
        about.title = None  # of a template, or of another document
    for text in layout.paragraphs([line for page in kept for line in page]):
        yield Paragraph(text)
