"""The first and last lines of a text, with their places: what clues are read from.

Scraped texts keep lines in three ways: line breaks, wide runs of blanks where a table stood, and " ### " between
paragraphs. Only a window at each end is ever looked at, so that a text of any length costs the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from provenance.model import Span

WINDOW = 4000  # characters at each end; the longest head of 400 scraped articles at hand has 2,100
MOST_HEAD, MOST_TAIL = 14, 60  # pieces
_LINE, _BLANK = r"\n\v\f\r\x85\u2028\u2029", r" \t\u00a0"
_LINES = re.compile(rf"[{_LINE}][{_LINE}{_BLANK}]*")
_BREAK = re.compile(rf"(?=[\s#])(?:[{_LINE}]|[{_BLANK}]{{8,}}|(?:^| )###(?: |$))+[{_LINE}{_BLANK}]*")


class Piece(NamedTuple):
    """A line without the white space around it. `apart`: a blank line or a wide gap follows; `cut`: it goes on."""

    start: int
    end: int
    text: str
    apart: bool
    cut: bool


def head(text: str, start: int) -> list[Piece]:
    """The pieces at the beginning, in reading order; the last is `cut` where the window ends inside it."""
    window = text[start : start + WINDOW]
    pieces = _split(window, start, MOST_HEAD)
    if pieces and start + len(window) < len(text) and pieces[-1].end == start + len(window):
        pieces[-1] = pieces[-1]._replace(cut=True)
    return pieces[:MOST_HEAD]


def tail(text: str, start: int) -> list[Piece]:
    """The pieces at the end, in reading order; a piece that begins before the window is left out."""
    begin = max(start, len(text) - WINDOW)
    pieces = _split(text[begin:], begin, WINDOW)
    if begin > start and pieces:
        del pieces[0]
    return pieces[-MOST_TAIL:]


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty at its start where there is nothing else."""
    begin, end = span
    end = begin + len(text[begin:end].rstrip())
    return Span(end - len(text[begin:end].lstrip()), end)


def _split(window: str, offset: int, most: int) -> list[Piece]:
    pieces: list[Piece] = []
    place = 0
    for found in _breaks(window):
        gap = window[found.start() : found.end()]
        _add(pieces, window, place, found.start(), offset, gap.replace("\r\n", "\n").count("\n") != 1)
        place = found.end()
        if len(pieces) > most:
            return pieces
    _add(pieces, window, place, len(window), offset, True)
    return pieces


def _breaks(window: str) -> Iterator[re.Match[str]]:
    """Where one piece ends and the next begins.

    Without the rarer signs eight blanks can stand as line breaks in a copy of the same length: looking for nothing
    but line breaks takes a sixth of the time of looking at every blank.
    """
    if "\t" in window or "\u00a0" in window or "###" in window:
        return _BREAK.finditer(window)
    return _LINES.finditer(window.replace(" " * 8, "\f" * 8))


def _add(pieces: list[Piece], window: str, start: int, end: int, offset: int, apart: bool) -> None:
    raw = window[start:end]
    text = raw.strip()
    if text:
        begin = offset + start + len(raw) - len(raw.lstrip())
        pieces.append(Piece(begin, begin + len(text), text, apart, False))
