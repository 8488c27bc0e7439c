"""An e-book (EPUB): one article per chapter, as an auditor asks which chapter a passage is from.

Chapters are the documents of the book's reading order. Covers, tables of contents and pages of fewer than 30 words
are told by
number. The book's title is in the metadata of each, its publisher, author and date are theirs.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from provenance.languages.codes import language_code
from provenance.model import SkippedInput
from provenance.sources import assembly
from provenance.sources.agency.agency_item import first, paragraphs, words_of
from provenance.sources.documents import document_articles, safe_xml, safe_zip
from provenance.sources.documents.paragraphs import UnreadableDocument
from provenance.sources.readers import Request, Result, Source

LARGEST_CHAPTER = 16 * 2**20  # bytes of XHTML
FEWEST = 30  # words of a chapter
MOST_CHAPTERS = 10_000


@dataclass(frozen=True, slots=True)
class _Book:
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: str | None
    chapters: tuple[str, ...]  # names of members, in reading order


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the chapters, or why there are none."""
    return document_articles.read_zipped(read_archive, source, request)


def read_archive(archive: zipfile.ZipFile, source: Source, request: Request) -> Iterator[Result]:
    """The same for a zip file that is open."""
    budget = request.inside.budget or safe_zip.Budget(request.settings.largest_unpacked)
    book = _book(archive, budget)
    number = short = 0
    for name in book.chapters[:MOST_CHAPTERS]:
        where = f"{source.name} ({name})"
        try:
            data = safe_zip.whole_member(archive, name, budget, LARGEST_CHAPTER)
            if data is None:
                yield SkippedInput(where, "the book lists it and does not hold it", "broken-document")
                continue
            root = _parsed(data)
        except (safe_xml.UnreadableXml, safe_zip.UnreadableZip) as error:
            yield SkippedInput(where, str(error), "broken-document")
            if budget.left < 0:
                return
            continue
        body = first(root, "body")
        lines = paragraphs(body if body is not None else root)
        if sum(len(line.split()) for line in lines) < FEWEST:
            short += 1
            continue
        number += 1
        yield _article(root, lines, number, book, source, request)
    if short and number:
        reason = f"{short:,} of its pages are covers, tables of contents or have fewer than {FEWEST} words"
        yield SkippedInput(source.name, reason, "parts-of-books")
    elif not number:
        yield SkippedInput(source.name, "it has no chapter with a text", "no-text")


def _parsed(data: bytes) -> Any:
    """The tree of a chapter; one that is no XML is read as browsers read HTML."""
    try:
        return safe_xml.document(_without_names(data))
    except safe_xml.UnreadableXml:
        if safe_xml.declares_entities(data):
            raise
        from lxml import etree, html

        try:
            return html.document_fromstring(data, parser=html.HTMLParser(no_network=True, huge_tree=False))
        except (etree.LxmlError, ValueError, AssertionError):
            raise safe_xml.UnreadableXml("its XHTML cannot be read") from None


def _without_names(data: bytes) -> bytes:
    return data.replace(b"&nbsp;", b"&#160;").replace(b"&mdash;", b"&#8212;").replace(b"&shy;", b"")


def _article(root: Any, lines: list[str], number: int, book: _Book, source: Source, request: Request) -> Result:
    heading = words_of(first(root, "h1", "h2", "h3")) or words_of(first(root, "title"))
    title = heading if heading and heading != book.title else None
    text = "\n\n".join(lines)
    if len(text) > request.settings.largest_text:
        return SkippedInput(f"{source.name} chapter {number}", "its text is too long; split it", "too-large")
    times, unread = assembly.dated({"published": book.published})
    metadata = {"book": book.title or "", "chapter": str(number), **unread}
    known = assembly.Known(
        title=title or (f"{book.title}, chapter {number}" if book.title else None),
        author=book.author,
        publisher=book.publisher,
        published=times.get("published"),
        language=language_code(book.language),
        metadata={key: value for key, value in metadata.items() if value},
    )
    return assembly.article(f"{source.stem}:{number}", text, source.name, known, guess=request.settings.guess)


def _book(archive: zipfile.ZipFile, budget: safe_zip.Budget) -> _Book:
    container = safe_zip.whole_member(archive, "META-INF/container.xml", budget, 2**20)
    if container is None:
        raise UnreadableDocument("it is a zip file without the parts of an e-book; it may be cut off")
    if "META-INF/encryption.xml" in archive.NameToInfo and "META-INF/rights.xml" in archive.NameToInfo:
        raise UnreadableDocument("it is encrypted (DRM)", "encrypted")
    root_file = first(safe_xml.document(container), "rootfile")
    path = (root_file.get("full-path") if root_file is not None else None) or ""
    package = safe_zip.whole_member(archive, path, budget, 16 * 2**20)
    if package is None:
        raise UnreadableDocument("the list of its chapters is missing")
    root = safe_xml.document(package)
    items = {one.get("id"): one for one in root.iter("{*}item")}
    chapters = []
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split() or reference.get("linear") == "no":
            continue
        chapters.append(posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(item.get("href") or ""))))
    about = first(root, "metadata")
    said = {
        name: words_of(first(about, name)) or None if about is not None else None
        for name in ("title", "creator", "publisher", "date", "language")
    }
    return _Book(
        said["title"],
        said["creator"],
        said["publisher"],
        said["date"],
        said["language"],
        tuple(dict.fromkeys(chapters)),
    )
