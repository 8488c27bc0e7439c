"""Web archives: WARC, WARC.gz, WET and WACZ, read as a stream with warcio.

Of each response with a page its article is read, dated at the latest by the moment of the crawl (how: "crawl time").
A page whose
digest was seen before in this file is told by number; so are records that are no pages. One damaged record never
ends a file: the
next one is looked for.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from provenance.errors import MissingExtra
from provenance.model import Article, SkippedInput
from provenance.sources import web_page_reader
from provenance.sources.documents import document_articles, safe_zip, web_records
from provenance.sources.documents.web_records import WebRecord
from provenance.sources.readers import Inside, Request, Result, Source

_TOLD = {
    "twice": ("that hold the same bytes as an earlier one of this file", "twice"),
    "revisit": ("that say that a page was the same as before (revisit)", "twice"),
    "no-page": ("that are no pages (pictures, scripts, styles ...)", "parts-of-pages"),
    "status": ("that are errors or redirects", "no-article"),
}
LATEST = "crawl time"


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles, and what in the file is none."""
    try:
        import warcio  # noqa: F401 (whether it is there)
    except ImportError:
        yield SkippedInput(source.name, str(MissingExtra("reading web archives", "archives")), "no-reader")
        return
    if source.suffix != ".wacz":
        yield from _records(source.stream, source, request)
        return
    budget = request.inside.budget or safe_zip.Budget(request.settings.largest_unpacked)
    try:
        with safe_zip.opened(source.stream, request.settings.largest_unpacked) as archive:
            yield from read_archive(archive, source, replace(request, inside=Inside(request.inside.depth, budget)))
    except document_articles.BROKEN as error:
        yield document_articles.skipped(source, error)


def read_archive(archive: zipfile.ZipFile, source: Source, request: Request) -> Iterator[Result]:
    """The web archives inside a WACZ that is open."""
    budget = request.inside.budget or safe_zip.Budget(request.settings.largest_unpacked)
    names = sorted(name for name in archive.NameToInfo if name.startswith("archive/") and ".warc" in name.lower())
    if not names:
        yield SkippedInput(source.name, "it is a WACZ without an archive", "empty")
    for name in names:
        inner = replace(source, name=f"{source.name}/{name}")
        faults: list[str] = []
        try:
            with safe_zip.member(archive, name, budget, faults) as stream:
                yield from _records(stream, inner, request)
            if faults:
                yield SkippedInput(inner.name, faults[0], "broken-document")
        except document_articles.BROKEN as error:
            yield SkippedInput(inner.name, str(error), "broken-document")


def _records(stream: BinaryIO, source: Source, request: Request) -> Iterator[Result]:
    counts: Counter[str] = Counter()
    seen: set[bytes] = set()
    articles = number = 0
    for number, record in enumerate(web_records.records(stream, request.settings.largest_page), 1):
        if isinstance(record, SkippedInput):
            yield SkippedInput(f"{source.name} record {number}", record.reason, record.kind)
            continue
        if record.left_out is None and record.digest in seen:
            counts["twice"] += 1
            continue
        if record.left_out is not None:
            counts[record.left_out] += 1
            continue
        seen.add(record.digest)
        for one in _article(record, number, source, request):
            articles += isinstance(one, Article)
            yield one
    for kind, (what, code) in _TOLD.items():
        if counts[kind]:
            yield SkippedInput(source.name, f"it has {counts[kind]:,} records {what}", code)
    if not number:
        yield SkippedInput(source.name, "it holds no record of a web archive", "empty")


def _article(record: WebRecord, number: int, source: Source, request: Request) -> Iterator[Result]:
    """The article of a page or of a WET record, with its address and a bound of its date."""
    where = f"{source.name} record {number} ({record.url[:200]})"
    name = record.url or f"{source.stem}:{number}"
    inner = Source(where, name, io.BufferedReader(io.BytesIO(record.content)), ".html")
    if record.plain:
        from provenance.sources import plain_text_reader

        results = plain_text_reader.read(inner, request)
    else:
        results = web_page_reader.read_declared(inner, request, record.charset)
    for one in results:
        if isinstance(one, Article):
            one = replace(one, url=one.url or record.url or None, origin=source.name)
            if one.published is None and record.crawled is not None:
                one = replace(one, published=record.crawled, guesses={**one.guesses, "published": LATEST})
            metadata = {**one.metadata, **({"crawled": record.crawled.written} if record.crawled else {})}
            one = replace(one, metadata=metadata)
        yield one
