"""Europresse (CEDROM-SNi) as HTML: one <article> each, its parts marked by classes.

The outlet comes with its number ("Le Monde, no. 22599"); one line has section, date, length and page ("Politique,
samedi 11 novembre 2017 1234 mots, p. 12"), in French, English or another language. Several generations of class
names are known; `europresse_cells` reads the oldest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from provenance.sources.exports import europresse_cells
from provenance.sources.exports.export_dates import date_in, dated_line
from provenance.sources.exports.labels import is_copyright
from provenance.sources.exports.page_lines import by_class, lines_of, parsed, words_of
from provenance.sources.exports.record import Record, article_of
from provenance.sources.readers import Request, Result, Source

DATABASE = "Europresse"
CUT = re.compile(r"<article\b", re.IGNORECASE)
_OLD_CUT = re.compile(r"<span\b[^>]{0,80}\bDocPublicationName\b", re.IGNORECASE)
_OLD_TITLE = re.compile(r"\bclass\s?=\s?[\"'][^\"'>]{0,80}titreArticle", re.IGNORECASE)
# "no. 22599", "Nr. 12"; behind a comma also the name of an edition: "Ouest-Courrier, no. Vitré, Fougères".
_NUMBER = re.compile(
    r",?\s{1,3}(?:no\.?|nr\.?|n°|nº|n[uú]m\.?|#|issue|vol\.?)\s{0,3}[0-9][^,;]{0,20}"
    r"|,\s{1,3}(?:no|nr|n[uú]m)\.\s{1,3}\w.{0,60}",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?<![0-9:])(?:[0-9]{1,3}(?:[ .,\u00a0\u202f][0-9]{3}){1,2}|[0-9]{1,7})\s?"
    r"(?:mots|words|palabras|wörter|parole)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:p|pp|page|pages|s|seite)\.?\s{0,2}([A-Z]{0,3}[0-9][\w(), -]{0,20})", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:news|web|social|radio|tv|bio|pdf)\s?[·.]\s?([12][0-9]{7})\s?[·.]\s?[\w·.-]{2,80}")
# What is beside a date and no section: a page before it, the first of two days ("16 et 17 mars 2013").
_BESIDE = re.compile(
    r"^(?:p|pp|pages?|s|seite)\.?\s{0,2}[A-Z]{0,3}[0-9][\w,-]{0,12}(?=[ ,;·•|-]|$)|"
    r"(?<!\w)[0-9]{1,2}(?:\s(?:et|and|y|e|und|au|to|-|/)){0,1}$",
    re.IGNORECASE,
)
_BODY = ("docOcurrContainer", "DocText", "docText", "rdp__newsdoc")
_LEGAL = ("publiC-lblNodoc", "publiC-lblCopyright", "Doc-LegalInfo", "DocCopyright")
_AUTHOR = ("sm-margin-bottomNews", "docAuthors", "DocAuthor", "rdp__author")


def read_text(text: str, source: Source, request: Request) -> Iterator[Result]:
    """The articles of an export whose whole HTML is `text`."""
    cuts = [found.start() for found in CUT.finditer(text)] or _cells(text)
    number = 0
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        tree = parsed(text[start:end])
        if tree is None or not words_of(tree):
            continue
        number += 1
        yield article_of(_record(tree, number), source, request)


def _cells(text: str) -> list[int]:
    """Where the articles of older exports begin: an outlet that has a title before the next outlet."""
    found = [each.start() for each in _OLD_CUT.finditer(text)]
    ends = [*found[1:], len(text)]
    return [start for start, end in zip(found, ends, strict=True) if _OLD_TITLE.search(text, start, end)] or found


def _record(tree: Any, number: int) -> Record:
    record = Record(number, DATABASE)
    _outlet(record, by_class(tree, "DocPublicationName", "rdp__DocPublicationName"))
    if by_class(tree, *_BODY) is None and europresse_cells.has_cells(tree):
        _document(record, tree)
        europresse_cells.read_cell(tree, record)
        record.lines = [line for line in record.lines if not _is_legal(record, line)]
    else:
        _document(record, tree)
        _parts(record, tree)
    if record.published is None and record.id and (document := _DOCUMENT.search(record.id)):
        day = document[1]
        found = dated_line(f"{day[:4]}-{day[4:6]}-{day[6:]}")
        record.published = found[0] if found else None
    return record


def _document(record: Record, tree: Any) -> None:
    """The name of the document in the database, which has its day: "news·20130314·LC·1234567"."""
    for line in lines_of(tree):
        if (document := _DOCUMENT.search(line)) and len(line) < 200:
            record.id = re.sub(r"\s", "", document.group())


def _parts(record: Record, tree: Any) -> None:
    """What elements of newer exports hold."""
    _day(record, tree, next(iter(tree.iter("header")), tree))
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
    legal = by_class(tree, *_LEGAL[1:])
    if legal is not None:
        record.put("copyright", words_of(legal))


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
            section = _BESIDE.sub("", found[1]).strip(" ,;·•|-–")
            if section and len(section) < 80 and section != record.outlet:
                record.put("section", section)
        _extent(record, line)
        return
    if element is not None:
        _extent(record, words_of(element))


def _extent(record: Record, line: str) -> None:
    length, page = _LENGTH.search(line), _PAGE.search(line)
    if length:
        record.put("length", length.group())
    if page:
        record.put("page", page[1])


def _is_legal(record: Record, line: str) -> bool:
    if is_copyright(line) and len(line) < 300:
        record.put("copyright", line)
        return True
    return _DOCUMENT.fullmatch(line) is not None
