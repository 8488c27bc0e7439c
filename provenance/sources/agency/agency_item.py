"""One story of an agency, whatever its format, and how it becomes an `Article`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from provenance.languages.codes import language_code
from provenance.model import Note, SkippedInput
from provenance.sources import assembly
from provenance.sources.documents.safe_xml import local
from provenance.sources.readers import Request, Result, Source

_BLOCK_NAMES = (
    "p hl1 hl2 h1 h2 h3 h4 h5 h6 li dt dd tr pre blockquote bq div block section article br hr ul ol table body"
    " body.content figure media nitf-table datasource credit"
)
_UNREAD_NAMES = (
    "media figure figcaption script style noscript iframe object video audio note nitf-table media-caption head"
    " body.head body.end"
)
_BLOCKS, _UNREAD = frozenset(_BLOCK_NAMES.split()), frozenset(_UNREAD_NAMES.split())
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})?([+-][0-9]{2}):?([0-9]{2})")
_BY = re.compile(r"\A(?:by|von|par|por|di|door|da|af|av)[ :\u00a0]\s*", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """The parts of one story; dates are as they are written."""

    id: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    lines: list[str] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def put(self, name: str, value: str | None) -> None:
        """Keep a value among the metadata; a second one comes behind the first."""
        value = " ".join((value or "").split())[:2000]
        if value and value not in self.metadata.get(name, "").split("; "):
            self.metadata[name] = f"{self.metadata[name]}; {value}" if name in self.metadata else value


def article_of(item: Item, where: str, fallback_id: str, source: Source, request: Request) -> Result:
    """The article of a story, or why it has none."""
    text = "\n\n".join(line for line in item.lines if line)
    if not text:
        shown = f' ("{item.title[:60]}")' if item.title else ""
        return SkippedInput(where, f"it has no text{shown}", "no-text")
    if len(text) > request.settings.largest_text:
        reason = f"its text is longer than {request.settings.largest_text:,} characters; split it"
        return SkippedInput(where, reason, "too-large")
    dates = {"published": written(item.published), "modified": written(item.modified)}
    times, unread = assembly.dated(dates, None, request.dates)
    author = _BY.sub("", item.author).strip(" ,;") if item.author else None
    known = assembly.Known(
        title=item.title,
        author=author or None,
        publisher=item.publisher,
        agency=item.agency,
        url=item.url,
        published=times.get("published"),
        modified=times.get("modified"),
        language=language_code(item.language),
        metadata={**item.metadata, **unread},
        notes=tuple(Note(where, note, "parts-left-out") for note in item.notes),
    )
    return assembly.article(item.id or fallback_id, text, source.name, known, request.settings.guess)


def written(date: str | None) -> str | None:
    """A date of NITF or NewsML 1 ("20181121T162532-0500") as ISO 8601 writes it; others as they are."""
    if date is None:
        return None
    found = _COMPACT.fullmatch(date.strip())
    if found is None:
        return date.strip()
    year, month, day, hour, minute, second, zone, more = found.groups()
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}:{more}"


def words_of(element: Any) -> str:
    """All words of an element on one line; "" for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def first(element: Any, *names: str) -> Any:
    """The first element below that has one of these names, in any namespace, in the order of the names."""
    for name in names:
        for one in element.iter(f"{{*}}{name}"):
            return one
    return None


def paragraphs(element: Any) -> list[str]:
    """The paragraphs of NITF or XHTML, without pictures, captions and tables of NITF."""
    from lxml import etree

    lines: list[str] = []
    parts: list[str] = []

    def line_ends() -> None:
        if words := " ".join("".join(parts).split()):
            lines.append(words)
        parts.clear()

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        name = local(one).lower()
        if name in _BLOCKS or name in _UNREAD:
            line_ends()
        if event == "start":
            if name in _UNREAD and one is not element:
                walk.skip_subtree()
            elif one.text and name:
                parts.append(one.text)
        elif one is not element and one.tail:
            parts.append(one.tail)
    line_ends()
    return lines
