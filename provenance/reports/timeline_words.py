"""How much room words take in the picture of a timeline, and where they go: no words cover other words.

The picture is written before any font is known, so that widths are those of a wide one (DejaVu Sans): in others words
are narrower and stay apart all the more. A number for which there is no room is left out; it is in the line's title
and in the sentences beside the picture.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from provenance.reports.characters import line
from provenance.reports.timeline_curves import Curve

SIZE, SMALL = 12.0, 11.0  # of letters: names and titles, numbers
BOLD = 1.16  # how much wider bold letters are
# Widths of letters as parts of the size, those of DejaVu Sans rounded up; the first group is narrowest.
GROUPS = {
    0.33: "ijlI.,:;'| ‘’",
    0.43: "ftrJ()[]/-!`",
    0.62: 'acekosvxyz?_*"',
    0.66: "bdghnpqu0123456789$#“”„–",
    0.71: "ABCEFKLPRSTVXYZ",
    0.85: "wDGHNOQU&+=<>~^",
}
WIDTHS = {letter: width for width, letters in GROUPS.items() for letter in letters}
BITS = 64  # of one number
CELL = 6  # side of the squares in which lines are looked up
CROWDED = 60  # lines; of more, few numbers find room, and to look for it everywhere took half the time of a picture
PLACES = sorted((number / 20 for number in range(2, 19)), key=lambda part: (abs(part - 0.5), part))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share a place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Words:
    """A text, the point of its base line and which part of it is there: start, middle or end."""

    text: str
    x: float
    y: float
    side: str = "start"
    size: float = SIZE
    bold: bool = False

    @property
    def box(self) -> Box:
        """What it covers."""
        length = width(self.text, self.size, bold=self.bold)
        left = self.x - {"start": 0.0, "middle": length / 2, "end": length}[self.side]
        return Box(left, self.y - self.size * 0.85, left + length, self.y + self.size * 0.25)


def width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """The room that a text takes at most in common fonts."""
    return _length(text) * size * (BOLD if bold else 1.0)


@lru_cache(4096)
def _length(text: str) -> float:
    """The room that a text takes as a part of the size of its letters."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    known = WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    return 1.5 if ord(letter) >= 0x1F000 else 1.0  # signs as broad as high, of which pictures are broader


def fitting(text: str, room: float, *, bold: bool = False) -> str:
    """The text as one clean line, cut off at the end where it would be wider than `room`."""
    shown = line(text)
    if width(shown, bold=bold) <= room:
        return shown
    filled = width("…", bold=bold)
    for place, letter in enumerate(shown):
        filled += width(letter, bold=bold)
        if filled > room:
            return shown[:place].rstrip() + "…"
    return shown


class Room:
    """What is taken in a picture: boxes that no words may cover, and lines that they had better not."""

    def __init__(self, boxes: Iterable[Box], curves: Sequence[Curve]) -> None:
        self._boxes: dict[int, list[Box]] = defaultdict(list)
        for box in boxes:
            self.take(box)
        # The lines through each square as bits: of sets, stories of 300 lines took half of the time of a page.
        cells = [curve.cells(CELL) for curve in curves]
        self._left = min((int(across.min()) for across, _ in cells), default=0)
        self._top = min((int(down.min()) for _, down in cells), default=0)
        right = max((int(across.max()) for across, _ in cells), default=0)
        bottom = max((int(down.max()) for _, down in cells), default=0)
        size = bottom - self._top + 1, right - self._left + 1, len(cells) // BITS + 1
        self._lines = np.zeros(size, np.uint64)
        for number, (across, down) in enumerate(cells):
            bit = np.uint64(1 << (number % BITS))
            self._lines[down - self._top, across - self._left, number // BITS] |= bit

    def take(self, box: Box) -> None:
        """From now on nothing else may be there."""
        for band in self._bands(box):
            self._boxes[band].append(box)

    def free(self, box: Box) -> bool:
        """Whether nothing that may not be covered is there."""
        for band in self._bands(box):  # asked 20 times for each number: `any` takes twice as long
            for other in self._boxes.get(band, ()):
                if box.meets(other):
                    return False
        return True

    def crossed(self, box: Box) -> int:
        """How many lines run through the box, or close by."""
        left, right = (int(side // CELL) - self._left for side in (box.left, box.right))
        top, bottom = (int(side // CELL) - self._top for side in (box.top, box.bottom))
        part = self._lines[max(top, 0) : max(bottom + 1, 0), max(left, 0) : max(right + 1, 0)]
        bits = np.bitwise_or.reduce(part.reshape(-1, part.shape[2]), axis=0)
        return sum(each.bit_count() for each in bits.tolist())

    @staticmethod
    def _bands(box: Box) -> range:
        return range(int(box.top // 24), int(box.bottom // 24) + 1)


def apart(words: Iterable[Words], gap: float) -> list[Words]:
    """Of words on one line those that are at least `gap` apart, earlier ones first."""
    kept: list[Words] = []
    for each in words:
        box = each.box
        if all(box.right + gap <= other.box.left or other.box.right + gap <= box.left for other in kept):
            kept.append(each)
    return kept


def titles(
    choices: Sequence[Sequence[Words]], dots: Sequence[Box], room: Room, left: float, right: float
) -> list[Words]:
    """For each dot the place of its title that fewest lines cross. The first choices have to be apart already."""
    chosen = [each[0] for each in choices]
    rows: dict[float, list[int]] = defaultdict(list)
    for number, dot in enumerate(dots):
        rows[dot.top].append(number)
    for number, dot in enumerate(dots):
        others = [other for other in rows[dot.top] if other != number]

        def fits(words: Words, others: list[int] = others) -> bool:
            box = words.box
            return (
                left <= box.left
                and box.right <= right
                and not any(box.meets(chosen[other].box) for other in others)
                and not any(dots[other].left < box.right and box.left < dots[other].right for other in others)
            )

        possible = [words for words in choices[number][1:] if fits(words)]
        chosen[number] = min((choices[number][0], *possible), key=lambda words: room.crossed(words.box))
    return chosen


def numbers(
    texts: Sequence[str], curves: Sequence[Curve], room: Room, left: float, right: float
) -> list[Words | None]:
    """For each curve the place on it of its number: free, crossed by fewest lines, near the middle; else None."""
    result: list[Words | None] = []
    places = PLACES if len(curves) <= CROWDED else PLACES[:3]
    for text, curve in zip(texts, curves, strict=True):
        best: tuple[int, Words] | None = None
        for part in places:
            x, y = curve.at(part)
            words = Words(text, x, y + 4, "middle", SMALL)
            box = words.box
            if box.left < left or box.right > right or not room.free(box):
                continue
            crossed = room.crossed(box)
            if best is None or crossed < best[0]:
                best = (crossed, words)
            if crossed <= 1:  # its own line
                break
        result.append(best[1] if best else None)
        if best:
            room.take(best[1].box)
    return result
