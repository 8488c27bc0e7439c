"""XML by its root element: stories of agencies, feeds, dumps of MediaWiki. Read as a stream, one story at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from provenance.model import SkippedInput
from provenance.sources.agency import agency_item, newsml_g2, newsml_one, nitf
from provenance.sources.characters.decoding import headed
from provenance.sources.documents import safe_xml
from provenance.sources.readers import Request, Result, Source
from provenance.sources.recognition import root_of

HEAD = 65536  # bytes in which the root element must begin
_FEEDS = frozenset(("rss", "feed", "RDF"))
_SITEMAPS = frozenset(("urlset", "sitemapindex"))
_STORIES = ("newsItem", "nitf", "NewsItem", "contentSet", *newsml_g2.NO_ARTICLES)
_ADVICE = "known are NewsML-G2, NITF, NewsML 1, RSS, Atom and dumps of MediaWiki; save its text as .txt"


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles of the document, and what in it is none."""
    head, stream = headed(source.stream, HEAD)
    root = root_of(head)
    if root in _FEEDS:
        from provenance.sources import feed_reader

        yield from feed_reader.read_stream(stream, source, request)
    elif root == "mediawiki":
        from provenance.sources import wiki_dump

        yield from wiki_dump.read_stream(stream, source, request)
    elif root in _SITEMAPS:
        reason = "it is a sitemap, a list of addresses; to fetch their pages: provenance add --from-file"
        yield SkippedInput(source.name, reason, "feeds-and-xml")
    elif root is None or root in (*_STORIES, "newsMessage", "NewsML", "itemSet"):
        yield from _stories(stream, source, request)
    else:
        yield SkippedInput(
            source.name, f"it is XML of a kind that is not read (<{root[:40]}>); {_ADVICE}", "other-format"
        )


def _stories(stream: Any, source: Source, request: Request) -> Iterator[Result]:
    number = 0
    try:
        for event, element in safe_xml.events(stream, *(f"{{*}}{name}" for name in _STORIES)):
            if event != "end" or any(safe_xml.local(one) in _STORIES for one in element.iterancestors()):
                continue
            depth = sum(1 for _ in element.iterancestors())
            for one in _of(element, source):
                number += 1
                alone = number == 1 and depth == 0
                where = source.name if alone else f"{source.name} item {number}"
                if isinstance(one, SkippedInput):
                    yield SkippedInput(where, one.reason, one.kind)
                else:
                    name = source.stem if alone else f"{source.stem}:{number}"
                    yield agency_item.article_of(one, where, name, source, request)
            safe_xml.forget(element)
    except safe_xml.UnreadableXml as error:
        where = f"{source.name} after item {number}" if number else source.name
        yield SkippedInput(where, str(error), "broken-document")
        return
    if not number:
        yield SkippedInput(source.name, f"it holds no story; {_ADVICE}", "no-article")


def _of(element: Any, source: Source) -> Iterator[agency_item.Item | SkippedInput]:
    name = safe_xml.local(element)
    if name in newsml_g2.NO_ARTICLES:
        yield SkippedInput(source.name, f"it is {newsml_g2.NO_ARTICLES[name]}", "no-article")
    elif name == "nitf":
        yield nitf.item_of(element)
    elif name == "NewsItem":
        yield from newsml_one.items_of(element)
    else:
        yield newsml_g2.item_of(element, source.name)
