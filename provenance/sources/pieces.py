"""The first and last lines of a text, with their places: what clues are read from.

Scraped texts keep lines in three ways: line breaks, wide runs of blanks where a table stood, and " ### " between
paragraphs. Only a window at each end is ever looked at, so that a text of any length costs the same.
"""

from __future__ import annotations

import re
from typing import NamedTuple

WINDOW = 6000  # characters at each end; the longest head of 400 scraped articles at hand has 2,100
MOST = 60  # pieces at each end
_BREAK = re.compile(
    r"(?:\r\n?|[\n\v\f\x85\u2028\u2029]|[ \t\u00a0]{8,}| ### )+(?:[ \t\u00a0]|\r\n?|[\n\v\f\x85\u2028\u2029])*"
)


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
    pieces = _split(window, start)
    if pieces and start + len(window) < len(text) and pieces[-1].end == start + len(window):
        pieces[-1] = pieces[-1]._replace(cut=True)
    return pieces[:MOST]


def tail(text: str, start: int) -> list[Piece]:
    """The pieces at the end, in reading order; a piece that begins before the window is left out."""
    begin = max(start, len(text) - WINDOW)
    pieces = _split(text[begin:], begin)
    if begin > start and pieces:
        del pieces[0]
    return pieces[-MOST:]


def _split(window: str, offset: int) -> list[Piece]:
    pieces: list[Piece] = []
    place = 0
    for found in _BREAK.finditer(window):
        gap = found[0]
        _add(pieces, window, place, found.start(), offset, gap.replace("\r\n", "\n").count("\n") != 1)
        place = found.end()
    _add(pieces, window, place, len(window), offset, True)
    return pieces


def _add(pieces: list[Piece], window: str, start: int, end: int, offset: int, apart: bool) -> None:
    raw = window[start:end]
    text = raw.strip()
    if text:
        begin = offset + start + len(raw) - len(raw.lstrip())
        pieces.append(Piece(begin, begin + len(text), text, apart, False))
