"""The first and last lines of a text, with their places, in which `text_clues` looks for a head and for navigation.

Scraped texts keep lines in three ways: line breaks, wide runs of blanks where there was a table, and " ### " between
paragraphs. Only a window at each end is ever looked at, so that a text of any length costs the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from provenance.model import Span

WINDOW = 4000  # characters at each end; the longest head of 400 scraped articles at hand has 2,100
MOST_HEAD, MOST_TAIL = 14, 60  # lines
WIDE = 8  # blanks in a row that separate two lines
_LINE, _BLANK = r"\n\v\f\r\x1c-\x1e\x85\u2028\u2029", r" \t\u00a0"
_BREAK = re.compile(rf"(?=[\s#])(?:[{_LINE}]|[{_BLANK}]{{{WIDE},}}|(?:^| )###(?: |$))+[{_LINE}{_BLANK}]*")


class PlacedLine(NamedTuple):
    """A line without the white space around it. `apart`: a blank line or a wide gap follows; `cut`: it goes on."""

    start: int
    end: int
    text: str
    apart: bool
    cut: bool


class OuterLines:
    """Lines that are cut off one by one, as far as asked for: few articles have more than two lines of head."""

    def __init__(self, coming: Iterator[PlacedLine]) -> None:
        self._coming = coming
        self._cut: list[PlacedLine] = []

    def at(self, place: int) -> PlacedLine | None:
        """The line number `place`, from 0; None where there are fewer."""
        while len(self._cut) <= place:
            line = next(self._coming, None)
            if line is None:
                return None
            self._cut.append(line)
        return self._cut[place]

    def since(self, place: int) -> Iterator[PlacedLine]:
        """The lines from number `place` on."""
        while (line := self.at(place)) is not None:
            yield line
            place += 1


def first_lines(text: str, start: int) -> OuterLines:
    """The lines at the beginning, in reading order; the last is `cut` where the window ends inside it."""
    window = text[start : start + WINDOW]
    return OuterLines(islice(_forwards(window, start, start + len(window) < len(text)), MOST_HEAD))


def last_lines(text: str, span: Span) -> OuterLines:
    """The lines at the end of the span, the last one first; one that begins before the window is left out."""
    begin = max(span.start, span.end - WINDOW)
    lines = _backwards(text[begin : span.end], begin)
    return OuterLines(islice(_but_the_last(lines) if begin > span.start else lines, MOST_TAIL))


def window_lines(text: str, span: Span) -> list[PlacedLine]:
    """All lines of the window at the start of the span, in reading order."""
    end = min(span.end, span.start + WINDOW)
    return list(_forwards(text[span.start : end], span.start, end < span.end))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty at its start where there is nothing else."""
    begin, end = span
    end = begin + len(text[begin:end].rstrip())
    return Span(end - len(text[begin:end].lstrip()), end)


def _forwards(window: str, offset: int, goes_on: bool) -> Iterator[PlacedLine]:
    """The lines of a window that begins at `offset`; `goes_on`: the text is longer than the window."""
    place, start, end, feeds = 0, 0, 0, 0
    for line in _cut(window):
        inner = line.strip()
        if inner:
            if end:
                yield PlacedLine(offset + start, offset + end, window[start:end], feeds != 1, False)
            start = place + len(line) - len(line.lstrip())
            end, feeds = start + len(inner), 0
        feeds += line[-1] == "\n"
        place += len(line)
    if end:
        yield PlacedLine(offset + start, offset + end, window[start:end], True, goes_on and end == len(window))


def _backwards(window: str, offset: int) -> Iterator[PlacedLine]:
    """The same lines, the last one first."""
    place, feeds, last = len(window), 0, True
    for line in reversed(_cut(window)):
        place -= len(line)
        feeds += line[-1] == "\n"
        inner = line.strip()
        if inner:
            start = place + len(line) - len(line.lstrip())
            end = start + len(inner)
            yield PlacedLine(offset + start, offset + end, window[start:end], last or feeds != 1, False)
            feeds, last = 0, False


def _but_the_last(lines: Iterator[PlacedLine]) -> Iterator[PlacedLine]:
    held = next(lines, None)
    for line in lines:
        if held is not None:
            yield held
        held = line


def _cut(window: str) -> list[str]:
    """The window cut into lines of the same total length; wide gaps and rows of hashes count as line ends.

    A pattern that examines every blank takes six times as long, so it is used only where there may be rows of hashes.
    """
    if "#" in window:
        even = _BREAK.sub(lambda found: "".join("\n" if sign == "\n" else "\f" for sign in found[0]), window)
    else:
        even = window.replace("\t", " ").replace("\u00a0", " ").replace(" " * WIDE, " " * (WIDE - 1) + "\f")
    return even.splitlines(keepends=True)
