"""From an address to articles: a page is one article, a feed or sitemap leads to the pages that it lists, a document
is read by its
own reader.

What an answer is its first bytes say, then its type. Every article says which address was asked, and where it came
from.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Protocol, cast
from urllib.parse import urlsplit

from provenance.model import Article, SkippedInput
from provenance.sources import feed_reader, nested, web_page_reader
from provenance.sources.addresses.fetching import Fetched, Fetcher, Known, shown
from provenance.sources.addresses.sitemaps import listed
from provenance.sources.documents.safe_xml import declares_entities
from provenance.sources.readers import Request, Result, Source
from provenance.sources.recognition import HEAD, recognised, root_of
from provenance.sources.times.timestamps import parse_time

DEEPEST = 3  # sitemaps inside each other
HOW = "crawl time"


class Memory(Protocol):
    """What is remembered of addresses between two runs."""

    def known(self, url: str) -> Known | None:
        """What is known of an address; None where it was not fetched before."""

    def is_new(self, url: str, content: bytes) -> bool:
        """Whether the content of an address is not that of the last time."""

    def keep(self, fetched: Fetched) -> None:
        """Remember an answer."""


@dataclass(slots=True)
class AddressReader:
    """Reads addresses with one fetcher; no address is fetched twice."""

    fetcher: Fetcher
    request: Request
    memory: Memory | None = None
    _seen: set[str] = field(default_factory=set)

    def read(self, address: str, depth: int = 0) -> Iterator[Result]:
        """The articles of an address, and what gives none."""
        address = address.strip()
        if address in self._seen:
            return
        self._seen.add(address)
        answer = self.fetcher.fetch(address, self.memory.known(address) if self.memory else None)
        if isinstance(answer, SkippedInput):
            yield answer
            return
        if self.memory is not None:
            new = not answer.unchanged and self.memory.is_new(address, answer.content)
            if not new:
                return
        yield from self._read(answer, depth)
        if self.memory is not None:
            self.memory.keep(answer)

    def _read(self, answer: Fetched, depth: int) -> Iterator[Result]:
        content = _unpacked(answer.content, self.fetcher.settings.largest_answer)
        head = content[:HEAD]
        root = root_of(head) if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else None
        if root in ("rss", "feed", "RDF"):
            yield from self._feed(content, answer, depth)
        elif root in ("urlset", "sitemapindex"):
            yield from self._sitemap(content, answer, depth)
        elif b"jsonfeed.org/version" in head or answer.kind == "application/feed+json":
            yield from self._document("feed.json", content, answer)
        else:
            what = recognised(head)
            if what is not None and what.suffix not in (".html", None):
                yield from self._document(f"document{what.suffix}", content, answer)
            elif answer.kind.startswith("text/plain") and (what is None or what.suffix is None):
                yield from self._document("text.txt", content, answer)
            elif what is not None and what.suffix is None:
                yield SkippedInput(shown(answer.asked), what.refusal or f"it is {what.name}", "other-format")
            else:
                yield from self._page(content, answer)

    def _page(self, content: bytes, answer: Fetched) -> Iterator[Result]:
        stream = cast("BinaryIO", io.BufferedReader(io.BytesIO(content)))
        source = Source(shown(answer.asked), answer.url, stream, ".html")
        for one in web_page_reader.read_declared(source, self.request, answer.charset):
            yield self._told(one, answer, content)

    def _document(self, name: str, content: bytes, answer: Fetched) -> Iterator[Result]:
        source = Source(shown(answer.asked), "document", io.BytesIO(content))
        for number, one in enumerate(nested.read_inside(name, io.BytesIO(content), source, self.request)):
            if isinstance(one, Article):
                one = replace(one, id=answer.url if number == 0 and one.url is None else one.id)
            yield self._told(one, answer, content)

    def _told(self, one: Result, answer: Fetched, content: bytes) -> Result:
        """The article with its address, the address that was asked, and a bound of its date."""
        if not isinstance(one, Article):
            return one
        url = _canonical(one.url, answer.url)
        metadata = dict(one.metadata)
        if answer.asked != url:
            metadata["asked"] = answer.asked
        if answer.url not in (url, answer.asked):
            metadata["redirected"] = answer.url
        if answer.date:
            metadata["fetched"] = answer.date
        if self.fetcher.settings.keep_source is not None:
            metadata["source"] = keep(content, answer, self.fetcher.settings.keep_source)
        article = replace(one, url=url, origin=shown(answer.asked), metadata=metadata)
        seen = parse_time(answer.date, HOW) if answer.date else None
        if article.published is None and seen is not None:
            article = replace(article, published=seen, guesses={**article.guesses, "published": HOW})
        if one.id == answer.url != url:
            article = replace(article, id=url)
        return article

    def _feed(self, content: bytes, answer: Fetched, depth: int) -> Iterator[Result]:
        source = Source(shown(answer.asked), answer.url, io.BytesIO(content), ".xml")
        entries = feed_reader.entries(content) if not declares_entities(content) else []
        if not entries:
            yield from feed_reader.read_stream(source.stream, source, self.request)
            return
        fetched = 0
        for number, entry in enumerate(entries, 1):
            if entry.text or not entry.link:
                yield self._entry(entry, number, source, answer)
                continue
            if fetched >= self.fetcher.settings.most_pages:
                yield self._too_many(answer, len(entries))
                return
            fetched += 1
            yield from self._linked(entry.link, depth)

    def _entry(self, entry: feed_reader.Entry, number: int, source: Source, answer: Fetched) -> Result:
        one = feed_reader.article_of(entry, number, source, self.request)
        if isinstance(one, Article) and answer.date:
            one = replace(one, metadata={**one.metadata, "fetched": answer.date})
        return one

    def _linked(self, link: str, depth: int) -> Iterator[Result]:
        if depth >= DEEPEST:
            yield SkippedInput(shown(link), f"it is inside of more than {DEEPEST} feeds or sitemaps", "too-deep")
        else:
            yield from self.read(link, depth + 1)

    def _sitemap(self, content: bytes, answer: Fetched, depth: int) -> Iterator[Result]:
        addresses, broken = listed(content)
        if broken:
            yield SkippedInput(shown(answer.asked), broken, "broken-document")
        host = urlsplit(answer.url).hostname
        for place, link in enumerate(addresses):
            if place >= self.fetcher.settings.most_pages:
                yield self._too_many(answer, len(addresses))
                return
            if urlsplit(link).hostname != host:  # as the standard of sitemaps asks
                yield SkippedInput(shown(link), "a sitemap lists it that is of another host", "links-outside")
                continue
            yield from self._linked(link, depth)

    def _too_many(self, answer: Fetched, count: int) -> SkippedInput:
        most = self.fetcher.settings.most_pages
        reason = f"it lists {count:,} addresses; the first {most:,} were fetched"
        return SkippedInput(shown(answer.asked), reason, "too-large")


def keep(content: bytes, answer: Fetched, folder: Path) -> str:
    """Write the answer into the folder, under its digest; the name of its file."""
    from provenance.files.whole import write_whole

    digest = hashlib.sha256(content).hexdigest()
    what = recognised(content[:HEAD])
    suffix = (what.suffix if what else None) or (".html" if "html" in answer.kind else ".txt")
    name = f"{digest[:2]}/{digest}{suffix}"
    place = folder / name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, content)
    return name


def _canonical(said: str | None, answered: str) -> str:
    """The address that a page gives as its own, where it is one of the same host; else the one that answered."""
    if said is None:
        return answered
    own, other = (urlsplit(url).hostname or "" for url in (said, answered))
    return said if own.removeprefix("www.") == other.removeprefix("www.") and own else answered


def _unpacked(content: bytes, limit: int) -> bytes:
    """The bytes of a packed answer (sitemap.xml.gz), up to the limit; others as they are."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(content)).read(limit)
    except (OSError, EOFError, zlib.error):
        return content
