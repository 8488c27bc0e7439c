"""Europresse (CEDROM-SNi) as HTML: one <article> each, its parts marked by classes.

The outlet comes with its number ("Le Monde, no. 22599"); one line has section, date, length and page ("Politique,
samedi
11 novembre 2017 1234 mots, p. 12"), in French or English. Several generations of class names are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from provenance.sources.exports.export_dates import date_in, dated_line
from provenance.sources.exports.labels import is_copyright
from provenance.sources.exports.page_lines import by_class, lines_of, parsed, words_of
from provenance.sources.exports.record import Record, article_of
from provenance.sources.readers import Request, Result, Source

DATABASE = "Europresse"
CUT = re.compile(r"<article\b", re.IGNORECASE)
_OLD_CUT = re.compile(r"<span\b[^>]{0,80}\bDocPublicationName\b", re.IGNORECASE)
_NUMBER = re.compile(r",?\s{1,3}(?:no\.?|n°|nº|num\.?|#|issue|vol\.?)\s{0,3}[0-9][^,;]{0,20}", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?<![0-9:])(?:[0-9]{1,3}(?:[ .,\u00a0\u202f][0-9]{3}){1,2}|[0-9]{1,7})\s?"
    r"(?:mots|words|palabras|wörter|parole)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:p|pp|page|pages)\.?\s{0,2}([A-Z]{0,3}[0-9][\w(), -]{0,20})", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:news|web|social|radio|tv|bio|pdf)\s?[·.]\s?([12][0-9]{7})\s?[·.]\s?[\w·.-]{2,80}")
_BODY = ("docOcurrContainer", "DocText", "docText", "rdp__newsdoc")
_LEGAL = ("publiC-lblNodoc", "publiC-lblCopyright", "Doc-LegalInfo", "DocCopyright")
_AUTHOR = ("sm-margin-bottomNews", "docAuthors", "DocAuthor", "rdp__author")


def read_text(text: str, source: Source, request: Request) -> Iterator[Result]:
    """The articles of an export whose whole HTML is `text`."""
    cuts = [found.start() for found in CUT.finditer(text)] or [found.start() for found in _OLD_CUT.finditer(text)]
    number = 0
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        tree = parsed(text[start:end])
        if tree is None or not words_of(tree):
            continue
        number += 1
        yield article_of(_record(tree, number), source, request)


def _record(tree: Any, number: int) -> Record:
    record = Record(number, DATABASE)
    head = next(iter(tree.iter("header")), tree)
    _outlet(record, by_class(tree, "DocPublicationName", "rdp__DocPublicationName"))
    _day(record, tree, head)
    title = by_class(tree, "titreArticleVisu", "TitreArticleVisu", "rdp__articletitle", "titreArticle")
    if title is not None:
        record.title = words_of(title) or None
    subtitle = by_class(tree, "rdp__subtitle", "sousTitreArticle")
    if subtitle is not None:
        record.put("subtitle", words_of(subtitle))
    author = by_class(tree, *_AUTHOR)
    if author is not None and not date_in(words_of(author)):
        record.put("byline", words_of(author))
    body = by_class(tree, *_BODY)
    body = body if body is not None else next(iter(tree.iter("section")), None)
    if body is not None:
        record.lines += [line for line in lines_of(body) if not _is_legal(record, line)]
    for line in lines_of(tree):
        if (document := _DOCUMENT.search(line)) and len(line) < 200:
            record.id = re.sub(r"\s", "", document.group())
            if record.published is None and (found := dated_line(document[1])):
                record.published = found[0]
    legal = by_class(tree, *_LEGAL[1:])
    if legal is not None:
        record.put("copyright", words_of(legal))
    return record


def _outlet(record: Record, element: Any) -> None:
    if element is None:
        return
    line = next(lines_of(element), "")
    number = _NUMBER.search(line)
    record.outlet = (line[: number.start()] if number else line).strip(" ,;") or None
    if number:
        record.put("edition", number.group().strip(" ,"))


def _day(record: Record, tree: Any, head: Any) -> None:
    """Section, date, length and page from the line that has them."""
    element = by_class(tree, "DocHeader", "rdp__DocHeader")
    lines = [words_of(element)] if element is not None else []
    section = by_class(tree, "DocTitreSousSection")
    lines += [
        words_of(one) for one in (section, section.getnext() if section is not None else None) if one is not None
    ]
    lines += list(lines_of(head))[:12]
    for line in lines:
        found = date_in(line)
        if found is None:
            continue
        if record.published is None:
            record.published = found[0]
            if found[1] and len(found[1]) < 80 and found[1] != record.outlet:
                record.put("section", found[1])
        length, page = _LENGTH.search(line), _PAGE.search(line)
        if length:
            record.put("length", length.group())
        if page:
            record.put("page", page[1])
        return


def _is_legal(record: Record, line: str) -> bool:
    if is_copyright(line) and len(line) < 300:
        record.put("copyright", line)
        return True
    return _DOCUMENT.fullmatch(line) is not None
