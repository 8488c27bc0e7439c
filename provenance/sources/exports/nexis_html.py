"""The older Nexis as HTML: cut at its articles before it is parsed, so that a large export is never held as a
tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from provenance.sources.exports.nexis_blocks import Documents
from provenance.sources.exports.record import article_of, counted_notes
from provenance.sources.readers import Request, Result, Source

# What comes in front of every article: an anchor or a comment that hides XML from the browser.
_CUT = re.compile(r"<a\s+name=[\"']?DOC_ID_[0-9]|<DOCFULL>", re.IGNORECASE)
_BLOCKS = frozenset(("div", "table", "center", "blockquote", "body", "html", "hr", "ul", "ol", "section"))
_LINES = frozenset(("p", "br", "tr", "li", "h1", "h2", "h3", "h4", "pre"))
_UNREAD = frozenset(("style", "script", "title", "head", "img"))


def read_text(text: str, source: Source, request: Request) -> Iterator[Result]:
    """The articles of an export whose whole HTML is `text`."""
    documents = Documents()
    found = 0
    for record in documents.split(_blocks(text)):
        found += 1
        yield article_of(record, source, request)
    yield from counted_notes(found, documents.declared, source)


def _blocks(text: str) -> Iterator[list[str]]:
    start = 0
    for cut in _CUT.finditer(text):
        if cut.start() - start > 200:
            yield from blocks_of(text[start : cut.start()])
            start = cut.start()
    yield from blocks_of(text[start:])


def blocks_of(markup: str) -> Iterator[list[str]]:
    """The blocks of a piece of HTML, each a list of its lines without empty ones."""
    from lxml import etree, html

    markup = markup.replace("\0", "")
    if not markup.strip():
        return
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return
    lines: list[str] = []
    parts: list[str] = []

    def line_ends() -> None:
        words = " ".join("".join(parts).split())
        parts.clear()
        if words:
            lines.append(words)

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            line_ends()
            if lines:
                yield lines[:]
                lines.clear()
        elif tag in _LINES:
            line_ends()
        if event == "start":
            if tag and tag not in _UNREAD:
                parts.append(element.text or "")
        else:
            parts.append(_tail(element))
    line_ends()
    if lines:
        yield lines


def _tail(element: Any) -> str:
    return element.tail or ""
