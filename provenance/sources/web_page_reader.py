"""An HTML page is one article: its main text by trafilatura, its metadata by `page_metadata`. Nothing is fetched."""

from __future__ import annotations

import copy
import dataclasses
import logging
import re
import warnings
from collections.abc import Iterator
from typing import Any

from provenance.model import Article, Note, SkippedInput
from provenance.sources import assembly
from provenance.sources.characters.decoding import Decoded, UndecodableInput, decode, headed, read_upto
from provenance.sources.exports import page_exports
from provenance.sources.pages import cut_pages
from provenance.sources.pages.linked_story import linked_text
from provenance.sources.pages.live_updates import with_update_times
from provenance.sources.pages.notice_pages import notice, told
from provenance.sources.pages.page_body import KnownWords, completed
from provenance.sources.pages.page_dates import only_changed
from provenance.sources.pages.page_metadata import read_metadata
from provenance.sources.readers import Request, Result, Source

DEEPEST = 400  # elements inside each other; trafilatura's recursion fails beyond 900, real pages have fewer than 60
MOST_ELEMENTS = 30_000  # 30,000 links without an article take 3 s and the time grows with the square
MOST_TAGS = 200_000  # looked at before a tree is made: 6 MiB of nothing but "<p>" took .5 GB
MOST_ROWS = 300  # of a table that trafilatura sees; 5,000 rows take 15 s, and `page_body` reads them anyway
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
# Attributes of one tag are compared with each other; no tag with words is this long, only embedded pictures.
_LONG_TAG = re.compile(r"<[A-Za-z/!][^<>]{4000,}(?:>|(?=<)|\Z)")
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r\f"}
_DECLARATION = re.compile(r"\A\s{0,20}<\?xml[^>]{0,200}\?>")


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the article of the page, or the articles of an export, or why there is none."""
    yield from read_declared(source, request, None)


def read_declared(source: Source, request: Request, charset: str | None) -> Iterator[Result]:
    """The same for a page whose server named its `charset`, which stands above what the page says."""
    settings = request.settings
    head, stream = headed(source.stream, page_exports.HEAD)
    exported = page_exports.may_be_large(head)
    limit = max(settings.largest_page, settings.largest_text) if exported else settings.largest_page
    data = read_upto(stream, limit)
    if data is None:
        reason = f"it is longer than {limit:,} bytes, too long for a page; save its text as .txt"
        yield SkippedInput(source.name, reason, "too-large")
        return
    if not data.strip():
        yield SkippedInput(source.name, "it is empty", "empty")
        return
    exported = exported or (len(data) > page_exports.HEAD and page_exports.may_be_large(data))
    declared = _CHARSET.search(data[:4096])
    try:
        decoded = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    except UndecodableInput as error:
        yield SkippedInput(source.name, str(error), "undecodable")
        return
    if exported and (export := page_exports.reader_of(decoded.text)) is not None:
        yield from _exported(export(decoded.text, source, request), decoded, source)
        return
    if len(data) > settings.largest_page:
        reason = f"it is longer than {settings.largest_page:,} bytes, too long for a page; save its text as .txt"
        yield SkippedInput(source.name, reason, "too-large")
        return
    yield _page(source, request, decoded)


def _exported(results: Iterator[Result], decoded: Decoded, source: Source) -> Iterator[Result]:
    """The articles of an export, with the guess about its encoding on each and doubt about it on the first."""
    found = False
    for one in results:
        if isinstance(one, Article) and decoded.guess:
            doubt = () if found or not decoded.doubt else (Note(source.name, decoded.doubt, "encoding-doubtful"),)
            one = dataclasses.replace(
                one, guesses={**one.guesses, "encoding": decoded.guess}, notes=(*one.notes, *doubt)
            )
        found = True
        yield one
    if not found:
        yield SkippedInput(source.name, "it is an export of a news database without an article", "no-article")
    if cut_pages.ends_early(decoded.text):
        yield SkippedInput(source.name, cut_pages.REASON, "ends-early")


def _page(source: Source, request: Request, decoded: Decoded) -> Result:
    if decoded.text.count("<") > MOST_TAGS:
        return SkippedInput(source.name, f"its HTML has more than {MOST_TAGS:,} tags; no article has", "too-large")
    tree = _parse(decoded.text)
    if tree is None:
        return SkippedInput(source.name, "it is no HTML that could be understood", "no-article")
    if not _reasonable(tree):
        reason = "its HTML has too many elements, or too many inside each other, for an article"
        return SkippedInput(source.name, reason, "too-large")
    known = read_metadata(tree, {"encoding": decoded.guess} if decoded.guess else {}, request.dates)
    text, how, note = _story(tree)
    if not text.strip():
        instead = notice(known.title, "")
        reason = instead.reason if instead else "no article could be found in the page; save its text as .txt"
        return SkippedInput(source.name, reason, "notice-pages" if instead else "no-article")
    if how:
        known = dataclasses.replace(known, guesses={**known.guesses, "text": how})
    article = assembly.article(source.stem, text, source.name, known, request.settings.guess)
    if known.published is None and only_changed(article.published, article.modified):
        kept = {key: value for key, value in article.guesses.items() if key != "published"}
        article = dataclasses.replace(article, published=None, guesses=kept)
    article = with_update_times(article, tree)
    notes = [Note(source.name, note, "parts-left-out")] if note else []
    notes += [Note(source.name, decoded.doubt, "encoding-doubtful")] if decoded.doubt else []
    notes += [Note(source.name, cut_pages.REASON, "ends-early")] if cut_pages.ends_early(decoded.text) else []
    article = dataclasses.replace(article, notes=(*article.notes, *notes)) if notes else article
    return told(article, source.name)


def _story(tree: Any) -> tuple[str, str, str | None]:
    """The words of the story, how they were got where that is more than finding them, and what was left out."""
    story = completed(tree, _main_text(copy.deepcopy(tree)))
    text = story.text
    linked = linked_text(tree)
    if linked is not None and _better(linked.text, text):
        return linked.text, linked.how, None
    how: list[str] = []
    if story.added:
        how.append(f"{story.added} lines that stood apart were put back")
    if story.told:
        how.append(f"left out: {story.told}")
    if linked is not None and linked.updates:
        held = KnownWords(text)
        further = [update for update in linked.updates if not held.holds(update)]
        if further:
            text = "\n\n".join((text, *further))
            how.append(f"{len(further)} updates are from the page's JSON-LD")
    return text, "; ".join(how), f"left out of its text: {story.told}" if story.told else None


def _better(linked: str, text: str) -> bool:
    """Whether the JSON-LD has the story: the page shows few of its words, a part, or all without paragraphs."""
    if len(text) < 0.3 * len(linked) or text.split() == linked.split():
        return True
    return len(linked) > 1.1 * len(text) and KnownWords(linked).share_of(text) > 0.9


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
    """The words of the article; the tree is changed."""
    for table in list(tree.iter("table")):
        if sum(1 for _ in table.iter("tr")) > MOST_ROWS and table.find(".//p") is None:
            table.drop_tree()
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
