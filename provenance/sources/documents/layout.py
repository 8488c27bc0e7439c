"""From pieces of text with their places on a page to paragraphs: columns, running heads, page numbers, broken words.

A page is cut at white space, first into columns, then into blocks (the XY cut of Nagy and Seth, 1984). Places are in
points
from the lower left corner. Nothing here knows PDF.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

GUTTER = 0.9  # heights of a line: the least white between two columns; between words there is .3
BLOCK = 0.45  # heights of a line: the least white between two blocks; lines are .2 apart
APART = 0.8  # heights of a line: the least white between a running head and the text
NARROWEST = 8  # letters per line of a column; what is narrower are the points or numbers of a list
DEEPEST = 40  # cuts inside each other
EDGE = 3  # lines from the top and the bottom of a page that may be running heads
_NUMBER = re.compile(
    r"[-–—(|]?\s{0,2}(?:(?:page|seite|p\.|s\.|página|pagina|blz\.?)\s{0,2})?[0-9ivxlc]{1,5}"
    r"(?:\s{0,2}(?:of|von|/|de|di|van|sur)\s{0,2}[0-9]{1,5})?\s{0,2}[-–—)|]?",
    re.IGNORECASE,
)
_HYPHENS = ("-", "\u00ad", "\u2010", "\x02", "\ufffe")
_ENDS = (".", "!", "?", ":", "”", "“", '"', "»", "…", ")", "。")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line of a page."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column, and the edges of that column."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    column: tuple[float, float]


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The lines of a page in the order in which they are read."""
    kept = [piece for piece in pieces if piece.text.strip() and piece.top > piece.bottom]
    if not kept:
        return []
    height = median(piece.top - piece.bottom for piece in kept)
    return [line for block in _cut(kept, height, 0) for line in _block_lines(block)]


def _cut(pieces: list[Piece], height: float, depth: int) -> Iterator[list[Piece]]:
    if len(pieces) < 2 or depth > DEEPEST:
        yield pieces
        return
    column = _widest(sorted((piece.left, piece.right) for piece in pieces))
    if column is not None and column[1] >= GUTTER * height:
        left = [piece for piece in pieces if piece.left < column[0]]
        right = [piece for piece in pieces if piece.left >= column[0]]
        if _is_column(left, height) and _is_column(right, height):
            yield from _cut(left, height, depth + 1)
            yield from _cut(right, height, depth + 1)
            return
    row = _widest(sorted((piece.bottom, piece.top) for piece in pieces))
    if row is not None and row[1] >= BLOCK * height:
        yield from _cut([piece for piece in pieces if piece.bottom >= row[0]], height, depth + 1)
        yield from _cut([piece for piece in pieces if piece.bottom < row[0]], height, depth + 1)
        return
    yield pieces


def _widest(spans: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Where the widest white gap between ascending spans ends, and how wide it is."""
    best: tuple[float, float] | None = None
    reach = spans[0][1]
    for start, end in spans[1:]:
        if start > reach and (best is None or start - reach > best[1]):
            best = (start, start - reach)
        reach = max(reach, end)
    return best


def _is_column(pieces: Sequence[Piece], height: float) -> bool:
    """Whether pieces are a column of text: several lines, one below the other, or a good part of a page."""
    rows = {round(piece.bottom / max(height, 1)) for piece in pieces}
    return len(rows) >= 3 and sum(len(piece.text) for piece in pieces) > NARROWEST * len(rows)


def _block_lines(pieces: Sequence[Piece]) -> Iterator[Line]:
    """The lines of one block: pieces whose middles are as high, from left to right."""
    column = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.top, one.left)):
        middle = (piece.top + piece.bottom) / 2
        row = rows[-1] if rows else None
        if row is not None and row[0].bottom < middle < row[0].top:
            row.append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda one: one.left)
        text = row[0].text
        for before, piece in pairwise(row):
            near = piece.left - before.right < 0.12 * (piece.top - piece.bottom)
            text += piece.text if near or text.endswith(" ") else f" {piece.text}"
        low, high = min(one.bottom for one in row), max(one.top for one in row)
        yield Line(row[0].left, low, max(one.right for one in row), high, text.strip("\r\n \t"), column)


def without_running_heads(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], int]:
    """The pages without lines that stand at the edge of several of them and without page numbers; and how many lines
    were left out."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(page[place].text) for place in {*_edge(page, top=True), *_edge(page, top=False)}})
    least = min(max(2, len(pages)), max(3, len(pages) // 4))  # on both of two pages, on three of more
    left_out = 0
    kept: list[list[Line]] = []
    for page in pages:
        unwanted: set[int] = set()
        for edge in (_edge(page, top=True), _edge(page, top=False)):
            for place in edge:
                text = page[place].text.strip()
                repeated = seen[_key(text)] >= least
                if not repeated and not (_NUMBER.fullmatch(text) and any(map(str.isalnum, text)) and len(page) > 1):
                    break
                unwanted.add(place)
        left_out += len(unwanted)
        kept.append([line for place, line in enumerate(page) if place not in unwanted])
    return kept, left_out


def _edge(page: Sequence[Line], *, top: bool) -> list[int]:
    """The places of the outermost lines at the top or the bottom of a page that white space parts from the others."""
    order = sorted(range(len(page)), key=lambda place: page[place].top, reverse=top)[: EDGE + 1]
    edge: list[int] = []
    for before, place in pairwise(order):
        upper, lower = (page[before], page[place]) if top else (page[place], page[before])
        edge.append(before)
        height = min(upper.top - upper.bottom, lower.top - lower.bottom)
        beside = lower.top > upper.bottom
        if not beside and upper.bottom - lower.top < APART * height:
            edge.pop()
            break
    return edge[:EDGE]


def _key(text: str) -> str:
    return re.sub(r"[0-9]+", "#", " ".join(text.split()).lower())


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of lines in reading order; words broken at the end of a line are joined."""
    text = ""
    before: Line | None = None
    for line in lines:
        if before is None or _begins(line, before, text):
            if text:
                yield text
            text = line.text
        else:
            text = joined(text, line.text)
        before = line
    if text:
        yield text


def _begins(line: Line, before: Line, text: str) -> bool:
    """Whether a line begins a paragraph."""
    height = before.top - before.bottom
    ended = text.rstrip().endswith(_ENDS)
    if line.column != before.column or line.top > before.top:  # another block, column or page
        return ended or not _goes_on(line.text) or abs((line.top - line.bottom) - height) > 0.25 * height
    gap = before.bottom - line.top
    if gap > 0.9 * height or abs((line.top - line.bottom) - height) > 0.35 * max(height, line.top - line.bottom):
        return True
    width = before.column[1] - before.column[0]
    short = before.right < before.column[1] - max(0.12 * width, 2 * height)
    indented = (
        0.6 * height < line.left - line.column[0] < 0.3 * max(width, 1)
        and before.left - before.column[0] < 0.5 * height
    )
    return (ended and (short or indented)) or (short and indented)


def _goes_on(text: str) -> bool:
    return text[:1].islower() or text[:1] in "([,;"


def joined(text: str, line: str) -> str:
    """Two lines as one; a word that was broken at the end of the first is put together."""
    text = text.rstrip()
    if text.endswith(_HYPHENS) and len(text) > 1 and text[-2].isalpha():
        if line[:1].islower():
            return text[:-1] + line
        return (text[:-1] + "-" if text[-1] in "\x02\ufffe" else text) + line
    return f"{text} {line}"
