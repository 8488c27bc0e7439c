"""A dump of MediaWiki (Wikipedia's `pages-articles.xml`): one article per page, its newest revision, without markup.

Read as a stream. Redirects and pages outside the main namespace are told by number. Templates, tables, references
and files are
left out; what `'''`, `[[...]]` and `==` mark is kept as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from provenance.model import SkippedInput
from provenance.sources import assembly
from provenance.sources.documents import safe_xml
from provenance.sources.readers import Request, Result, Source

_REFERENCE = re.compile(
    r"<ref\b[^<>]{0,500}/>|<ref\b[^<>]{0,500}>[^<]{0,5000}(?:<(?!/ref)[^<]{0,2000}){0,20}</ref>", re.I
)
_COMMENT = re.compile(r"<!--(?:(?!-->)[\s\S]){0,20000}-->")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_OUTER_LINK = re.compile(r"\[https?://[^\s\[\]]{1,1000}(?: ([^\[\]]{0,500}))?\]")
_HEADING = re.compile(r"^={1,6}[ \t]*([^=\n]{1,300}?)[ \t]*={1,6}[ \t]*$", re.MULTILINE)
_QUOTES = re.compile(r"'{2,5}")
_MARKS = re.compile(r"^[*#:;]{1,10}[ \t]*", re.MULTILINE)
_OPEN_CLOSE = re.compile(r"\{\{|\}\}|\{\||\|\}|\[\[|\]\]")
_NOT_WORDS = re.compile(
    r"(?:file|image|datei|bild|fichier|archivo|imagen|immagine|bestand|afbeelding|plik|ficheiro|category|kategorie"
    r"|catégorie|categoría|categoria|categorie|kategoria|файл|категория|ファイル|文件|分类)\s{0,3}:",
    re.IGNORECASE,
)


def read_stream(stream: BinaryIO, source: Source, request: Request) -> Iterator[Result]:
    """Yield the articles of a dump whose beginning was looked at."""
    number = left_out = 0
    site: str | None = None
    try:
        for event, element in safe_xml.events(stream, "{*}page", "{*}sitename"):
            if event != "end":
                continue
            if safe_xml.local(element) == "sitename":
                site = " ".join((element.text or "").split()) or None
                continue
            number += 1
            if _text(element, "ns") not in ("", "0") or any(True for _ in element.iter("{*}redirect")):
                left_out += 1
            else:
                yield _article(
                    element, f"{source.name} page {number}", f"{source.stem}:{number}", site, source, request
                )
            safe_xml.forget(element)
    except safe_xml.UnreadableXml as error:
        yield SkippedInput(f"{source.name} after page {number}", str(error), "broken-document")
    if left_out:
        reason = f"{left_out:,} redirects and pages outside the main namespace are no articles"
        yield SkippedInput(source.name, reason, "no-article")
    elif not number:
        yield SkippedInput(source.name, "it holds no page", "empty")


def _article(page: Any, where: str, name: str, site: str | None, source: Source, request: Request) -> Result:
    revisions = list(page.iter("{*}revision"))
    newest = max(revisions, key=lambda one: _text(one, "timestamp"), default=None)
    title = _text(page, "title") or None
    marked = next((one.text or "" for one in newest.iter("{*}text")), "") if newest is not None else ""
    text = plain(marked)
    if not text:
        return SkippedInput(where, f'it has no text ("{(title or "")[:60]}")', "no-text")
    times, unread = assembly.dated({"modified": _text(newest, "timestamp")})
    metadata = {"page_id": _text(page, "id"), "contributor": _text(newest, "username"), **unread}
    known = assembly.Known(
        title=title,
        publisher=site,
        modified=times.get("modified"),
        guesses={"text": "without the markup of MediaWiki"},
        metadata={key: value for key, value in metadata.items() if value},
    )
    return assembly.article(name, text, source.name, known, guess=False)


def plain(marked: str) -> str:
    """The words of a text in the markup of MediaWiki, a blank line between paragraphs."""
    text = _REFERENCE.sub("", _COMMENT.sub("", marked))
    text = _without_templates(text)
    text = _OUTER_LINK.sub(lambda found: found[1] or "", text)
    text = _TAG.sub("", _QUOTES.sub("", _HEADING.sub(r"\1", text)))
    lines = (" ".join(line.split()) for line in _MARKS.sub("", text).split("\n"))
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()


def _without_templates(text: str) -> str:
    """The text without {{...}} and {|...|}, and with the words of [[link|words]]; one pass, whatever is nested."""
    stack: list[tuple[str, list[str]]] = [("", [])]
    at = 0
    for found in _OPEN_CLOSE.finditer(text):
        stack[-1][1].append(text[at : found.start()])
        at = found.end()
        mark = found.group()
        if mark in ("{{", "{|", "[["):
            stack.append((mark, []))
            continue
        opening = {"}}": "{{", "|}": "{|", "]]": "[["}[mark]
        if stack[-1][0] != opening:
            continue  # a mark without its pair
        inner = "".join(stack.pop()[1])
        if opening == "[[" and not _NOT_WORDS.match(inner):
            stack[-1][1].append(inner.rpartition("|")[2])
    stack[-1][1].append(text[at:])
    # What was opened and never closed is kept, so that a damaged page loses a mark and not its text.
    return "".join("".join(parts) for _, parts in stack)


def _text(element: Any, name: str) -> str:
    if element is None:
        return ""
    found = next(element.iter(f"{{*}}{name}"), None)
    return " ".join((found.text or "").split()) if found is not None else ""
