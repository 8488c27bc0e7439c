"""The writer's own words of a sentence, between its quotations, as text with offsets.

Nothing here knows a word of any language.
"""

from __future__ import annotations

from typing import NamedTuple

from provenance.model import QuotationType, Span
from provenance.quotes.sentence_tokens import QUOTATION, Sentence, Token


class Piece(NamedTuple):
    """Words between quotations: where they begin and end, and the quotation on each side, if any."""

    start: int
    end: int
    left: Token | None
    right: Token | None


def pieces(sentence: Sentence) -> list[Piece]:
    """The pieces of a sentence, ascending; empty ones between neighbouring quotations are left out."""
    found: list[Piece] = []
    left: Token | None = None
    start = sentence[0].start
    for token in sentence:
        if token.bits & QUOTATION:
            if token.start > start:
                found.append(Piece(start, token.start, left, token))
            left, start = token, token.end
    if sentence[-1].end > start:
        found.append(Piece(start, sentence[-1].end, left, None))
    return found


def trimmed(text: str, start: int, end: int, marks: str) -> Span:
    """`[start, end)` without blanks and `marks` at its ends; it may be empty."""
    while start < end and (text[start] in marks or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in marks or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def type_of(contents: list[Span], quoted: list[Span]) -> QuotationType:
    """Direct where every part is a whole quotation, mixed where one holds a quotation."""
    if all(part in quoted for part in contents):
        return "direct"
    held = any(part.start <= one.start and one.end <= part.end for part in contents for one in quoted)
    return "mixed" if held else "indirect"
