"""Paragraphs, with offsets into the text as it was read.

A line of its own is a paragraph, and so is a block of lines that a program broke at a fixed width, because scraped
articles come in both forms; a row of stars or hashes parts paragraphs too, as agencies and archives use it, and so do
several blanks before a capital, which pages leave where tags or full stops were dropped. Nothing here reads words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from provenance.model import Span

# Lines broken by a program are 50 to 100 characters wide; narrower ones are lists, wider ones are paragraphs.
NARROWEST, WIDEST = 50, 100

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Three blanks; `provenance.text.kernels.words.GAP` says why three. Rows of stars are looked for only in texts that
# hold one: a pattern that begins with either takes five times as long.
_BLANKS = re.compile(r"\s\s\s++")
_SPACES = re.compile("   " + " *+")  # enough where a text holds no other blanks, in a third of the time
# White space other than spaces and line ends. Three blanks that contain a line end separate nothing, so a text
# without these characters and without three spaces in a row needs no pattern: that check takes a tenth of the
# pattern's time.
_OTHER_BLANKS = (
    "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_BLANKS_OR_ROWS = re.compile(r"(?<!\S)(?:#{3,8}|\*{3,8}|\* \* \*)(?!\S)|" + _BLANKS.pattern)
_ROWS = ("###", "***", "* * *")


def paragraphs(text: str, within: Span | None = None) -> list[Span]:
    """The paragraphs of `text`, or of the part `within`: trimmed, not empty, ascending."""
    found: list[Span] = []
    block: list[Span] = []
    end_before = 0
    for line in _lines(text, within):
        if block and len(_BREAK.findall(text, end_before, line.start)) > 1:
            found.extend(_joined(text, block))
            block = []
        block.append(line)
        end_before = line.end
    found.extend(_joined(text, block))
    parting = _parting(text)
    return found if parting is None else [part for span in found for part in _parted(text, span, parting)]


def trimmed(text: str, start: int, end: int) -> Span:
    """`[start, end)` without white space at its ends; it may be empty."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _lines(text: str, within: Span | None) -> Iterator[Span]:
    start, end = within if within is not None else (0, len(text))
    for line in _LINE.finditer(text, start, end):
        span = trimmed(text, *line.span())
        if span.length:
            yield span


def _joined(text: str, block: list[Span]) -> Iterator[Span]:
    """Lines without a blank line between them; they are one paragraph where each was broken to keep a width.

    A program breaks a line when the next word would pass the width, so that a line and the next line's first word
    together are longer than any line of the block.
    """
    if not block:
        return
    width = max(line.length for line in block)
    if not NARROWEST <= width <= WIDEST:
        yield from block
        return
    start = block[0].start
    for line, following in pairwise(block):
        word = text[following.start : following.start + WIDEST].split(None, 1)[0]
        word_length = min(len(word), following.length)
        if line.length + 1 + word_length <= width:
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _parting(text: str) -> re.Pattern[str] | None:
    """The pattern of what may separate lines inside a line of this text; None where nothing does."""
    if any(row in text for row in _ROWS):
        return _BLANKS_OR_ROWS
    if any(blank in text for blank in _OTHER_BLANKS):
        return _BLANKS
    return _SPACES if "   " in text else None


def _parted(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for parting in pattern.finditer(text, *span):
        before, after = parting.span()
        if text[before].isspace() and _goes_on(text, before, after):
            continue
        part = trimmed(text, start, before)
        if part.length:
            yield part
        start = after
    last = trimmed(text, start, span.end)
    if last.length:
        yield last


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a line goes on after blanks: they contain its end or are beside it, or a small letter follows."""
    around = text[start - 1 : end + 1]
    return text[end].islower() or "\n" in around or "\r" in around
