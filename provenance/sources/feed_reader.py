"""A feed (RSS, Atom) as a file: one article per entry that has its whole text; teasers are told with their addresses.

Parsed by feedparser, which knows the dialects of feeds. Nothing is fetched here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from provenance.languages.codes import language_code
from provenance.model import SkippedInput
from provenance.sources import assembly
from provenance.sources.characters.decoding import read_upto
from provenance.sources.documents.safe_xml import declares_entities
from provenance.sources.pages import markup
from provenance.sources.readers import Request, Result, Source

LONGEST = 16 * 2**20  # bytes; the parser holds ten times as much
# Words of a description that is taken for a whole article, as RSS 2.0 allows; a teaser is a paragraph or two. Said
# on the article.
FEWEST = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: `text` is its whole article where the feed has it, `teaser` what it has otherwise."""

    name: str
    title: str | None
    link: str | None
    text: str
    teaser: str
    author: str | None
    published: str | None
    updated: str | None
    publisher: str | None
    language: str | None
    how: str


def read_stream(stream: BinaryIO, source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles of a feed, and its teasers as skipped inputs."""
    data = read_upto(stream, LONGEST)
    if data is None:
        yield SkippedInput(source.name, f"it is longer than {LONGEST:,} bytes, too long for a feed", "too-large")
        return
    if declares_entities(data):
        yield SkippedInput(
            source.name, "its XML declares entities, which no feed needs and attacks use", "broken-document"
        )
        return
    found = False
    for number, entry in enumerate(entries(data), 1):
        found = True
        yield article_of(entry, number, source, request)
    if not found:
        yield SkippedInput(source.name, "it is a feed without entries, or one that cannot be read", "empty")


def entries(data: bytes) -> list[Entry]:
    """The entries of a feed in its order; none where the bytes are no feed."""
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    about = feed.get("feed", {})
    return [_entry(one, about) for one in feed.get("entries", ())]


def _entry(one: Mapping[str, Any], about: Mapping[str, Any]) -> Entry:
    contents = [part.get("value") or "" for part in one.get("content", ())]
    whole = max(contents, key=len, default="")
    summary = str(one.get("summary") or "")
    text, teaser, how = _plain(whole), _plain(summary), "the feed's content"
    if len(text.split()) < len(teaser.split()):
        text, how = teaser, "the feed's description"
    if len(text.split()) < FEWEST and (not contents or whole == summary):
        teaser, text = text or teaser, ""
    # The parser's own `get` answers "updated" with "published" and warns.
    published, updated = (_line(dict(one).get(name)) for name in ("published", "updated"))
    source = one.get("source") if isinstance(one.get("source"), Mapping) else {}
    return Entry(
        name=_line(one.get("id")) or _line(one.get("link")) or "",
        title=_line(_plain(str(one.get("title") or ""))),
        link=_line(one.get("link")),
        text=text,
        teaser=teaser,
        author=_line(one.get("author")),
        published=published or updated,
        updated=updated if published else None,
        publisher=_line((source or {}).get("title")) or _line(about.get("title")),
        language=_line(about.get("language")),
        how=how,
    )


def article_of(entry: Entry, number: int, source: Source, request: Request) -> Result:
    """The article of an entry, or why it has none."""
    where = f"{source.name} entry {number}"
    if not entry.text:
        at = f"; the article is at {entry.link}: provenance add {entry.link}" if entry.link else ""
        shown = f' ("{entry.title[:60]}")' if entry.title else ""
        return SkippedInput(where, f"it has a teaser only{shown}{at}", "teasers")
    if len(entry.text) > request.settings.largest_text:
        return SkippedInput(where, "its text is too long; split it", "too-large")
    times, unread = assembly.dated({"published": entry.published, "modified": entry.updated}, None, request.dates)
    known = assembly.Known(
        title=entry.title,
        author=entry.author,
        publisher=entry.publisher,
        url=entry.link,
        published=times.get("published"),
        modified=times.get("modified"),
        language=language_code(entry.language),
        guesses={"text": entry.how, "publisher": "title of the feed"} if entry.publisher else {"text": entry.how},
        metadata=unread,
    )
    name = entry.name.replace("\0", "") or f"{source.stem}:{number}"
    return assembly.article(name, entry.text, source.name, known, request.settings.guess)


def _plain(text: str) -> str:
    return markup.plain(text) if "<" in text or "&" in text else " ".join(text.split())


def _line(value: object) -> str | None:
    return " ".join(value.split())[:1000] or None if isinstance(value, str) else None
