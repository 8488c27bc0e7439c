"""Paragraphs of a document become articles: one, or many where the document is an export of a news database."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from provenance.languages.codes import language_code
from provenance.model import Note, SkippedInput
from provenance.sources import assembly
from provenance.sources.documents import safe_zip
from provenance.sources.documents.paragraphs import About, Paragraph, UnreadableDocument
from provenance.sources.documents.safe_xml import UnreadableXml
from provenance.sources.documents.safe_zip import UnreadableZip
from provenance.sources.exports import nexis_blocks, nexis_documents
from provenance.sources.exports.record import article_of, counted_notes
from provenance.sources.pages.notice_pages import told
from provenance.sources.readers import Request, Result, Source

LOOKED_AT = 4000  # paragraphs in which an export shows itself; a cover that lists 500 articles has 1,500
BROKEN = (UnreadableDocument, UnreadableXml, UnreadableZip)


def read_paragraphs(
    paragraphs: Iterable[Paragraph], about: About, source: Source, request: Request
) -> Iterator[Result]:
    """The articles of a document. `paragraphs` may raise one of BROKEN while they are drawn: what came before is read
    with a note where it is an export, and the document is skipped otherwise."""
    drawn = iter(paragraphs)
    head: list[Paragraph] = []
    try:
        head.extend(islice(drawn, LOOKED_AT))
    except BROKEN as error:
        broken: Exception | None = error
    else:
        broken = None
    lines = [line for one in head for line in one.text.split("\n")]
    split = (
        nexis_documents.Documents()
        if nexis_documents.looks_like(lines)
        else nexis_blocks.Lines()
        if any(nexis_blocks.counted(line) for line in lines)
        else None
    )
    if split is not None:
        yield from _export(split, chain(head, drawn if broken is None else ()), source, request, broken)
        return
    if broken is not None:
        yield skipped(source, broken)
        return
    yield _article(chain(head, drawn), about, source, request)


def read_zipped(
    read_archive: Callable[[zipfile.ZipFile, Source, Request], Iterator[Result]], source: Source, request: Request
) -> Iterator[Result]:
    """What `read_archive` yields of a document that is a zip file, or why it cannot be read."""
    try:
        with safe_zip.opened(source.stream, request.settings.largest_document) as archive:
            yield from read_archive(archive, source, request)
    except BROKEN as error:
        yield skipped(source, error)


def skipped(source: Source, error: Exception) -> SkippedInput:
    """The document as a skipped input."""
    kind = error.kind if isinstance(error, UnreadableDocument) else "broken-document"
    return SkippedInput(source.name, str(error), kind)


def _export(
    documents: nexis_documents.Documents | nexis_blocks.Lines,
    paragraphs: Iterable[Paragraph],
    source: Source,
    request: Request,
    broken: Exception | None,
) -> Iterator[Result]:
    found = 0
    try:
        for record in documents.split(line for one in paragraphs for line in one.text.split("\n")):
            found += 1
            yield article_of(record, source, request)
    except BROKEN as error:
        broken = error
    if not found and broken is None:
        yield SkippedInput(source.name, "it is an export of Nexis without an article", "no-article")
    if broken is not None:
        yield SkippedInput(f"{source.name} after article {found}", str(broken), "broken-document")
    yield from counted_notes(found, documents.declared, source)


def _article(paragraphs: Iterable[Paragraph], about: About, source: Source, request: Request) -> Result:
    """One article of all paragraphs; the title is a paragraph styled as one, else what the document says."""
    lines: list[str] = []
    title: str | None = None
    size = 0
    try:
        for paragraph in paragraphs:
            text = paragraph.text.strip()
            if not text:
                continue
            if paragraph.title and title is None and not lines:
                title = " ".join(text.split())
                continue
            lines.append(text)
            size += len(text) + 2
            if size > request.settings.largest_text:
                reason = f"its text is longer than {request.settings.largest_text:,} characters; split it"
                return SkippedInput(source.name, reason, "too-large")
    except BROKEN as error:
        return skipped(source, error)
    if not lines and title is not None:
        lines, title = [title], None
    if not lines:
        return SkippedInput(source.name, "it has no text", "no-text")
    guesses = {"title": "the document's style"} if title else {}
    if title is None and about.title:
        title, guesses["title"] = about.title, "the document's properties"
    if about.author:
        guesses["author"] = "the document's properties"
    metadata = {"created": about.created, "modified": about.modified}
    notes = list(about.notes)
    if about.left_out:
        reason = f"left out of its text: {', '.join(about.left_out)}"
        notes.append(Note(source.name, reason, "parts-left-out"))
    known = assembly.Known(
        title=title,
        author=about.author,
        language=language_code(about.language),
        guesses=guesses,
        metadata={f"document_{key}": value for key, value in metadata.items() if value},
        notes=tuple(notes),
    )
    text = "\n\n".join(lines)
    lines.clear()  # a long document is not held twice
    return told(assembly.article(source.stem, text, source.name, known, request.settings.guess), source.name)
