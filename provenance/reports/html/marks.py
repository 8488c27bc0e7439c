"""Cuts an article into paragraphs and stretches, each stretch knowing the passages that cover it.

Passages of several sources may overlap or lie inside each other; a stretch is a run of text that the same passages
cover. Nothing is dropped: the stretches of all paragraphs are the article's text in order, line ends aside.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from provenance.model import Span

SHOWN = 4  # passages named at one stretch; boilerplate may be in hundreds of articles


@dataclass(frozen=True, slots=True, order=True)
class Cover:
    """A passage that covers a stretch: its source's number, its own number, and where it lies in the article."""

    source: int
    pair: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text from `start` on. `covers`: the first `SHOWN` passages over it; `begins`: all that begin here;
    `inside`: whether it belongs to the article's body."""

    text: str
    covers: tuple[Cover, ...]
    begins: tuple[Cover, ...]
    inside: bool
    start: int

    @property
    def badges(self) -> tuple[Cover, ...]:
        """The passages whose source is numbered in front of the text: one of each of the first `SHOWN` sources."""
        first = {cover.source: cover for cover in reversed(self.begins)}
        return tuple(first[source] for source in sorted(first)[:SHOWN])

    @property
    def spots(self) -> tuple[Cover, ...]:
        """The other passages that begin here, as targets of links from where both texts are shown."""
        badges = set(self.badges)
        return tuple(cover for cover in self.begins if cover not in badges)

    @property
    def more(self) -> int:
        """How many sources are not numbered."""
        return max(len({cover.source for cover in self.begins}) - SHOWN, 0)


def paragraphs(text: str, body: Span, covers: Sequence[Cover]) -> list[tuple[Stretch, ...]]:
    """The whole text by paragraphs, blank lines left out; covers may come in any order and may overlap.

    In a text with blank lines these part the paragraphs, and other line ends stay in the stretches; in a text
    without any, every line is a paragraph.
    """
    kept = "\n" if re.search(r"\n[^\S\n]*\n", text) else ""
    result: list[tuple[Stretch, ...]] = []
    paragraph: list[Stretch] = []
    line: list[Stretch] = []
    for stretch in _stretches(text, body, covers):
        parts, place = stretch.text.split("\n"), stretch.start
        for number, part in enumerate(parts):
            if number:
                _end_line(result, paragraph, line, kept)
            if part:
                begins = stretch.begins if not any(parts[:number]) else ()
                line.append(Stretch(part, stretch.covers, begins, stretch.inside, place))
            place += len(part) + 1
    _end_line(result, paragraph, line, kept)
    _end_line(result, paragraph, [], kept)
    return result


def _end_line(result: list[tuple[Stretch, ...]], paragraph: list[Stretch], line: list[Stretch], kept: str) -> None:
    """Add a finished line to its paragraph, which ends where the line is blank or a paragraph by itself."""
    filled = any(stretch.text.strip() for stretch in line)
    if filled:
        if paragraph:
            last = paragraph[-1]
            paragraph[-1] = replace(last, text=last.text + kept)
        paragraph += line
    if paragraph and not (filled and kept):
        result.append(tuple(paragraph))
        paragraph.clear()
    line.clear()


def _stretches(text: str, body: Span, covers: Sequence[Cover]) -> Iterator[Stretch]:
    """The whole text cut at every border. A sweep: the work grows with the number of passages."""
    starts: dict[int, list[Cover]] = {}
    ends: dict[int, list[Cover]] = {}
    for cover in covers:
        if 0 <= cover.start < cover.end <= len(text):
            starts.setdefault(cover.start, []).append(cover)
            ends.setdefault(cover.end, []).append(cover)
    borders = sorted({0, len(text), min(body.start, len(text)), min(body.end, len(text)), *starts, *ends})
    active: list[Cover] = []
    for begin, end in pairwise(borders):
        for cover in ends.get(begin, ()):
            active.remove(cover)
        for cover in starts.get(begin, ()):
            insort(active, cover)
        here = tuple(active[:SHOWN])
        begins = tuple(sorted(starts.get(begin, ())))
        yield Stretch(text[begin:end], here, begins, body.start <= begin < body.end, begin)
