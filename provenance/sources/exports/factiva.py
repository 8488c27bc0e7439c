"""Factiva as HTML, in both of its layouts: lines in a fixed order, or a table of two-letter codes (HD, BY, WC, PD
...).

Lines come as section, headline, author, "808 words", date, time, outlet, its code, edition, page, language,
copyright;
most of them may be missing, and their words are in the language of the interface.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from provenance.languages.codes import language_code
from provenance.sources.exports.export_dates import dated_line
from provenance.sources.exports.labels import is_copyright
from provenance.sources.exports.page_lines import classes, lines_of, parsed, words_of
from provenance.sources.exports.record import Record, article_of
from provenance.sources.readers import Request, Result, Source

DATABASE = "Factiva"
CUT = re.compile(
    r"<div\b[^>]{0,200}\bclass\s?=\s?[\"']?[^\"'>]{0,40}\barticle [a-z]{2,4}(?:-[A-Za-z]{2,4})?Article\b",
    re.IGNORECASE,
)
# "808 words" in whatever language: a number and one word.
_WORDS = re.compile(r"[0-9][0-9 .,\u00a0\u202f]{0,9}\s{0,2}[^\W\d_]{1,12}")
_TIME = re.compile(r"[0-2]?[0-9][:.][0-5][0-9](?:\s?(?:[ap]\.?m\.?|GMT|UTC|h))?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_DOCUMENT = re.compile(r"(?:[^\s0-9]{1,14}[ :\u00a0：]{1,3}){1,3}([A-Z]{2,10}[0-9][A-Za-z0-9]{10,30})")
_CODES = {
    "SE": "section", "BY": "byline", "CR": "credit", "WC": "length", "SC": "journal_code", "ED": "edition",
    "PG": "page", "VOL": "edition", "LA": "language", "CY": "copyright", "CO": "company", "IN": "industry",
    "NS": "subject", "RE": "geographic", "PUB": "publishing_house", "CT": "contact", "ART": "graphic",
    "CX": "correction", "IPC": "codes", "IPD": "codes", "CLM": "column", "RF": "notes", "DE": "subject",
}  # fmt: skip


def read_text(text: str, source: Source, request: Request) -> Iterator[Result]:
    """The articles of an export whose whole HTML is `text`."""
    for number, tree in enumerate(_articles(text), 1):
        record = Record(number, DATABASE)
        coded = _coded(tree)
        if coded:
            _from_codes(record, coded)
        else:
            _from_lines(record, tree)
        yield article_of(record, source, request)


def _articles(text: str) -> Iterator[Any]:
    cuts = [found.start() for found in CUT.finditer(text)]
    if cuts:
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
            tree = parsed(text[start:end])
            if tree is not None:
                yield tree[0] if len(tree) else tree
        return
    tree = parsed(text)
    for table in tree.iter("table") if tree is not None else ():
        if {"HD", "PD"} <= _coded(table).keys() and not any(one is not table for one in table.iter("table")):
            yield table


def _coded(tree: Any) -> dict[str, list[Any]]:
    """Codes and the cells beside them; {} where the article has another layout."""
    found: dict[str, list[Any]] = {}
    for row in tree.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) >= 2:
            code = words_of(cells[0]).strip(": ")
            if len(code) in (2, 3) and code.isupper():
                found.setdefault(code, []).append(cells[1])
    return found if "HD" in found else {}


def _from_codes(record: Record, coded: dict[str, list[Any]]) -> None:
    words = {code: [words_of(cell) for cell in cells] for code, cells in coded.items()}
    record.title = " ".join(words["HD"]) or None
    record.outlet = " ".join(words.get("SN", ())) or None
    if "PD" in words:
        day = words["PD"][0]
        found = dated_line(f"{day} {words['ET'][0]}") if "ET" in words else None
        found = found or dated_line(day)
        record.published = found[0] if found else None
    for code, field in _CODES.items():
        for value in words.get(code, ()):
            record.put(field, value)
    for value in words.get("AN", ()):
        document = _DOCUMENT.search(value)
        record.id = document[1] if document else value.split()[-1] if value else None
    for code in ("LP", "TD"):
        for cell in coded.get(code, ()):
            record.lines += lines_of(cell)


def _from_lines(record: Record, tree: Any) -> None:
    before: list[str] = []
    head: list[str] = []
    after: list[str] = []
    for element in tree:
        if not isinstance(element.tag, str):
            continue
        names = classes(element)
        if _is_headline(element):
            record.title = words_of(element) or None
        elif any(name.lower().endswith("articleparagraph") for name in names) or element.tag == "pre":
            record.lines += [*after, *lines_of(element)] if not any(map(_DOCUMENT.fullmatch, after)) else []
            after.clear()
        elif record.lines:
            after += lines_of(element)
        elif element.tag == "p" and head and len(words_of(element)) > 80:
            record.lines += lines_of(element)
        else:
            (before if record.title is None else head).extend(lines_of(element))
    if record.title is None:
        before, head = [], before
    for line in before:
        record.put("section", line)
    _read_head(record, head)
    for line in after:
        document = _DOCUMENT.fullmatch(line)
        if document:
            record.id = document[1]
        else:
            record.put("copyright" if is_copyright(line) else "remarks", line)


def _is_headline(element: Any) -> bool:
    return element.get("id") == "hd" or any(
        name.lower().endswith("headline") for one in (element, *element.iter("span")) for name in classes(one)
    )


def _read_head(record: Record, lines: Sequence[str]) -> None:
    """Author, length, date, outlet and the rest of the lines under a headline."""
    counted = next((place for place, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    dated = next(
        (place for place, line in enumerate(lines) if (counted is None or place > counted) and _is_day(line)), None
    )
    if counted is None and dated is None:
        for line in lines:
            record.put("remarks", line)
        return
    if counted is not None:
        record.put("length", lines[counted])
    first = counted if counted is not None else dated
    assert first is not None  # noqa: S101 (one of the two is there)
    for line in lines[:first]:
        record.put("byline", line)
    if dated is None:
        rest = list(lines[first + 1 :])
    else:
        rest = list(lines[dated + 1 :])
        time = rest.pop(0) if rest and _TIME.fullmatch(rest[0]) else ""
        found = (dated_line(f"{lines[dated]} {time}") if time else None) or dated_line(lines[dated])
        record.published = found[0] if found else None
    if rest and not is_copyright(rest[0]):
        record.outlet = rest.pop(0)
    for place, line in enumerate(rest):
        code = language_code(line)
        if place == 0 and _CODE.fullmatch(line):
            record.put("journal_code", line)
        elif is_copyright(line):
            record.put("copyright", line)
        elif code is not None and len(line) > 2 and "language" not in record.fields:
            record.put("language", line)
        elif place + 1 < len(rest) and is_copyright(rest[place + 1]) and not any(map(str.isdigit, line)):
            record.put("language", line)  # of a name that is not known
        elif line.isdecimal() or re.fullmatch(r"[A-Z]?[0-9]{1,4}[A-Za-z]?", line):
            record.put("page", line)
        else:
            record.put("edition", line)


def _is_day(line: str) -> bool:
    found = dated_line(line)
    return found is not None and len(found[1]) < 12
