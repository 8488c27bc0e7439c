"""An HTML page is one article: its main text by trafilatura, its metadata by `page_metadata`. Nothing is fetched."""

from __future__ import annotations

import dataclasses
import logging
import re
import warnings
from collections.abc import Iterator
from typing import Any

from provenance.model import SkippedInput
from provenance.sources import assembly
from provenance.sources.decoding import Decoded, UndecodableInput, decode, read_upto
from provenance.sources.page_metadata import linked_body, read_metadata
from provenance.sources.readers import Request, Result, Source

DEEPEST = 400  # elements inside each other; trafilatura's recursion fails beyond 900, real pages have fewer than 60
MOST_ELEMENTS = 30_000  # 30,000 links without an article take 3 s and the time grows with the square
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
# Attributes of one tag are compared with each other; no tag with words is this long, only embedded pictures.
_LONG_TAG = re.compile(r"<[A-Za-z/!][^<>]{4000,}(?:>|(?=<)|\Z)")
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r\f"}
_DECLARATION = re.compile(r"\A\s{0,20}<\?xml[^>]{0,200}\?>")


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the article of the page, or why there is none."""
    limit = request.settings.largest_page
    data = read_upto(source.stream, limit)
    if data is None:
        reason = f"it is longer than {limit:,} bytes, too long for a page; save its text as .txt"
        yield SkippedInput(source.name, reason, "too-large")
        return
    if not data.strip():
        yield SkippedInput(source.name, "it is empty", "empty")
        return
    declared = _CHARSET.search(data[:4096])
    try:
        decoded = decode(data, declared[1].decode("ascii") if declared else None)
    except UndecodableInput as error:
        yield SkippedInput(source.name, str(error), "undecodable")
        return
    yield _page(source, request, decoded)


def _page(source: Source, request: Request, decoded: Decoded) -> Result:
    tree = _parse(decoded.text)
    if tree is None:
        return SkippedInput(source.name, "it is no HTML that could be understood", "no-article")
    if not _reasonable(tree):
        reason = "its HTML has too many elements, or too many inside each other, for an article"
        return SkippedInput(source.name, reason, "too-large")
    known = read_metadata(tree, {"encoding": decoded.guess} if decoded.guess else {})
    embedded = linked_body(tree)
    text = _main_text(tree)
    # Shown by script alone; trafilatura finds these words too, but without their paragraphs.
    if embedded is not None and (len(text) < 0.3 * len(embedded) or text.split() == embedded.split()):
        text = embedded
        known = dataclasses.replace(known, guesses={**known.guesses, "text": "articleBody in the page's JSON-LD"})
    if not text.strip():
        reason = "no article could be found in the page; save its text as .txt"
        return SkippedInput(source.name, reason, "no-article")
    return assembly.article(source.stem, text, source.name, known, request.settings.guess)


def _parse(text: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    text = _LONG_TAG.sub(" ", _DECLARATION.sub("", text, count=1).translate(_CONTROLS))
    data = text.encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def _reasonable(tree: Any) -> bool:
    """Whether the tree is small and flat enough for code that recurses over it."""
    depth = count = 0
    from lxml import etree

    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > DEEPEST or count > MOST_ELEMENTS:
            return False
    return True


def _main_text(tree: Any) -> str:
    """The words of the article; trafilatura changes the tree."""
    loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate")]
    levels = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for logger in loggers:
                logger.setLevel(logging.CRITICAL + 1)
            from trafilatura import extract

            text = extract(tree, include_comments=False, include_tables=False, with_metadata=False)
        except (RecursionError, ValueError, TypeError, AttributeError, LookupError, AssertionError):
            return ""
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)
    return text or ""
