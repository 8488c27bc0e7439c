"""Older exports of Europresse: each article a cell of a table, or several in a row, its parts marked by spans.

Outlet, section, day of the week, date and page are spans of their own, in an order that differs between outlets;
the author is what is between the title and the first paragraph. Search words may be spans inside of a title.
"""

from __future__ import annotations

import re
from typing import Any

from provenance.sources.exports.export_dates import date_in
from provenance.sources.exports.page_lines import by_class, classes, lines_of, words_of
from provenance.sources.exports.record import Record

_TITLE = ("TitreArticleVisu", "titreArticleVisu")
_READ = frozenset(
    ("DocPublicationName", "DocHeader", "PubliC_lblNodoc", "publiC-lblNodoc", "PubliC_lblCopyright", "DocCopyright")
)
_OPENS, _TEXT = "\ue000", "\ue001"  # private characters, which mark where the title was and where paragraphs begin
_PAGE = re.compile(r"(?:p|pp|page|pages|s|seite)\.?\s{0,2}([A-Z]{0,3}[0-9][\w(), -]{0,20})", re.IGNORECASE)
_DAYS = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        *("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
        *("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    )
)
_BETWEEN_NAMES = frozenset(
    ("de", "du", "des", "la", "le", "et", "and", "von", "van", "der", "den", "di", "da", "y", "e", "und", "par", "by")
)
MOST_NAMES = 16  # words of a line of authors; a subtitle is often longer


def has_cells(tree: Any) -> bool:
    """Whether an article is marked so."""
    title = by_class(tree, *_TITLE)
    return title is not None and title.tag == "span" and title.getparent().tag != "header"


def read_cell(tree: Any, record: Record) -> None:
    """Put what is found into the record: section, date, page, title, author and text."""
    heads = [words_of(one).strip(" ,;") for one in tree.iter("span") if "DocHeader" in classes(one)]
    dated = next((place for place, line in enumerate(heads) if date_in(line)), 0)
    for place, line in enumerate(heads):
        if page := _PAGE.fullmatch(line):
            record.put("page", page[1])
        elif found := date_in(line):
            record.published = record.published or found[0]
            if found[1]:
                record.put("section", found[1])
        elif place < dated - 1 or (place == dated - 1 and line.lower() not in _DAYS):
            record.put("section", line)
    title = by_class(tree, *_TITLE)
    record.title = words_of(title) or None
    legal = by_class(tree, "PubliC_lblCopyright", "DocCopyright")
    if legal is not None:
        record.put("copyright", words_of(legal))
    for one in list(tree.iter("span")):
        if _READ.intersection(classes(one)):
            _emptied(one, "")
    _emptied(title, _OPENS)
    for one in tree.iter("p"):
        one.text = f"{_TEXT}{one.text or ''}"
    lines = list(lines_of(tree))
    start = next((place for place, line in enumerate(lines) if _OPENS in line), 0)
    lines = [lines[start].split(_OPENS)[-1], *lines[start + 1 :]] if lines else []
    first = next((place for place, line in enumerate(lines) if _TEXT in line), None)
    kept = [line.replace(_TEXT, "").strip() for line in lines]
    before = [line for line in kept[: 1 if first is None else first] if line]
    if before and _are_names(before[0]) and len([line for line in kept if line]) > 1:
        record.put("byline", before[0])
        kept[kept.index(before[0])] = ""
    record.lines += [line for line in kept if line]


def _are_names(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.-]*", line)
    named = all(word[0].isupper() or word.lower() in _BETWEEN_NAMES or word[1:2] in "'’" for word in words)
    return 0 < len(words) <= MOST_NAMES and named and line[-1] not in "!?:…"


def _emptied(element: Any, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text
