"""Quotations with an attribution line: "— Ole Hamre, fisherman" behind the closing mark or on the line below.

Paragraphs are cut so that such a line is no part of the text that is read for cues, and the quotation above it gets
the name. What a name looks like is the language's to say. A line signs only the quotation that ends right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provenance.model import Span
from provenance.quotes.languages import Language
from provenance.quotes.quotation_marks import Marked
from provenance.text.paragraphs import trimmed

LONGEST_LINE = 140  # code points
_DASH = re.compile(r"\s*+(?:[—–―~]+|-{1,3})[ \t\u00a0]*+(?=[^\W\d_])")
_BRACKET = re.compile(r"\s*+\(([^()\n]{3,100})\)\.?\s*+$")
_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
# Where a block of lines is cut: a dash begins a line behind a closing mark.
_CUT = re.compile(r"(?<=[”\"»’'.])[ \t]*+([\n\r\u2028\u2029]+)(?=[ \t]*+(?:[—–―~]|-{1,3})[ \t]*+[^\W\d_])")


class Signature(NamedTuple):
    """Who signs a quotation, and where the line says so."""

    name: str
    span: Span


class Signed(NamedTuple):
    """A paragraph as it is to be read, its quotations, and who signs the last of them, if anybody."""

    paragraph: Span
    marked: list[Marked]
    signature: Signature | None


def cut(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The paragraphs, with attribution lines that begin with a dash as paragraphs of their own."""
    found: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        if text.find("\n", *paragraph) < 0:
            found.append(paragraph)
            continue
        for mark in _CUT.finditer(text, *paragraph):
            if mark.start(1) < start:
                continue
            end = _LINE_BREAK.search(text, mark.end(), paragraph.end)
            stop = end.start() if end else paragraph.end
            found += [trimmed(text, start, mark.start(1)), trimmed(text, mark.end(), stop)]
            start = stop
        if start == paragraph.start:
            found.append(paragraph)
        elif trimmed(text, start, paragraph.end).length:
            found.append(trimmed(text, start, paragraph.end))
    return found


def signed(text: str, paragraphs: Sequence[Span], marked: Sequence[Marked], language: Language) -> Iterator[Signed]:
    """Each paragraph with its quotations; attribution lines are left out and given to what they sign."""
    place = number = seen = 0  # of the next quotation and paragraph, and how many signatures there were
    last = len(paragraphs) - 1
    while number <= last:
        paragraph = paragraphs[number]
        number += 1
        inside: list[Marked] = []
        while place < len(marked) and marked[place].start < paragraph.end:
            inside.append(marked[place])
            place += 1
        if not inside:
            yield Signed(paragraph, inside, None)
            continue
        end = inside[-1].end
        if end < paragraph.end and paragraph.end - end <= LONGEST_LINE:
            found = _behind(text, end, paragraph.end, language)
            if found is not None:
                seen += 1
                yield Signed(Span(paragraph.start, end), inside, found)
                continue
        below = paragraphs[number] if number <= last else None
        if below is not None and end == paragraph.end and below.length <= LONGEST_LINE and inside[-1].closed:
            plain = place >= len(marked) or marked[place].start >= below.end
            alone = paragraph.start == inside[0].start
            found = _below(text, below, alone, number == last, language, seen > 0) if plain else None
            if found is not None:
                seen += 1
                number += 1
                yield Signed(paragraph, inside, found)
                continue
        yield Signed(paragraph, inside, None)


def _behind(text: str, start: int, end: int, language: Language) -> Signature | None:
    """The signature between a closing mark and the end of its paragraph."""
    dash = _DASH.match(text, start, end)
    bracket = _BRACKET.match(text, start, end)
    if bracket:
        name = language.signature(bracket[1], False)
        return Signature(name, Span(*bracket.span(1))) if name else None
    broken = not dash and _LINE_BREAK.match(text, start) is not None
    if dash is None and not broken:
        return None
    line = trimmed(text, dash.end() if dash else start, end)
    name = language.signature(line.of(text), dash is not None)
    return Signature(name, line) if name else None


def _below(text: str, line: Span, alone: bool, closes: bool, language: Language, listed: bool) -> Signature | None:
    """The signature on the line below; without a dash only of a quotation that is a paragraph by itself.

    Where the article has signed quotations (`listed`), any full name on such a line is another signature.
    """
    dash = _DASH.match(text, *line)
    if dash is None and not alone:
        return None
    line = Span(dash.end(), line.end) if dash else line
    name = language.signature(line.of(text), dash is not None)
    if name is None and listed and line.of(text).replace(" ", "").isalpha() and not line.of(text)[-1:].isspace():
        name = language.signature(line.of(text), True)
        name = name if name and " " in name and all(w[:1].isupper() for w in name.split()) else None
    if name is None or (closes and " " not in name):  # "— Reuters" at the end signs the article
        return None
    return Signature(name, line)
