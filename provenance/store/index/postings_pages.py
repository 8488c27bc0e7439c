"""Sorted postings as pages of bytes: the format of the index. Nothing here knows where pages are kept.

A posting is a key (64 bits), an article number and a position. A *run* holds the postings of consecutive article
numbers, ascending by key, article, position. It is cut into pages of equally many postings; the last one is filled up
with zeros. A page holds its columns one after the other (keys, article numbers counted from the run's first,
positions), each number in as few bytes as the run needs: 14 bytes for a passage key in a run of more than 65,536
articles, 12 in a shorter one. Delta coding would save 2 bytes of the 14 and cost a pass over each page that is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Namespace = Literal["passage", "band", "paragraph", "earlier"]
# Of keys; each has runs of its own. "earlier" has the passage keys of what a newer version lacks: they are found
# under the number of that newer text, because runs hold ascending numbers and texts are replaced in any order.
NAMESPACES: tuple[Namespace, ...] = ("passage", "band", "paragraph", "earlier")
# A row of this many bytes fills one SQLite leaf of 4,096 bytes without an overflow page (4,061 are usable for it).
PAGE_BYTES = 4040
KEY_WIDTH = 8

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """Postings as parallel arrays, ascending by key, article, position."""

    keys: NDArray[np.uint64]
    articles: NDArray[np.int64]
    positions: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.keys)

    def taken(self, which: NDArray[np.bool_] | NDArray[np.int64] | slice) -> Columns:
        """The postings that a mask, an array of indexes or a slice names."""
        return Columns(self.keys[which], self.articles[which], self.positions[which])


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages of one run are laid out."""

    first_article: int
    article_width: int
    position_width: int

    @property
    def width(self) -> int:
        """Bytes per posting."""
        return KEY_WIDTH + self.article_width + self.position_width

    @property
    def page_postings(self) -> int:
        """Postings on a full page."""
        return PAGE_BYTES // self.width


def empty_columns() -> Columns:
    """No postings."""
    return Columns(np.empty(0, np.uint64), np.empty(0, np.int64), np.empty(0, np.int64))


def sorted_columns(keys: NDArray[np.uint64], articles: NDArray[np.int64], positions: NDArray[np.int64]) -> Columns:
    """Columns in order, from postings whose keys come in any order, and ascend by article and position among equals.

    numpy's unstable sort is four times as fast as its stable one; the order among equals is restored afterwards, by
    sorting the places of each key's postings.
    """
    order = np.argsort(keys).astype(np.uint64)
    ordered = keys[order]
    ranks = np.cumsum(ordered[1:] != ordered[:-1], dtype=np.uint64)
    order[1:] |= ranks << np.uint64(32)
    order.sort()
    order &= np.uint64(0xFFFFFFFF)
    return Columns(ordered, articles[order], positions[order])


def merged_columns(columns: Columns) -> Columns:
    """Columns in order, from sorted stretches that follow each other in order of article."""
    order = np.argsort(columns.keys, kind="stable")  # which finds the stretches
    return columns.taken(order)


def joined(parts: list[Columns]) -> Columns:
    """The postings of all parts one after the other, without sorting."""
    return Columns(
        np.concatenate([part.keys for part in parts]),
        np.concatenate([part.articles for part in parts]),
        np.concatenate([part.positions for part in parts]),
    )


def without(columns: Columns, retired: NDArray[np.int64]) -> Columns:
    """The postings without those of the article numbers `retired` (ascending)."""
    if not len(retired) or not len(columns):
        return columns
    place = np.minimum(np.searchsorted(retired, columns.articles), len(retired) - 1)
    return columns.taken(retired[place] != columns.articles)


def layout_for(first_article: int, last_article: int, last_position: int) -> Layout:
    """The narrowest layout for these article numbers and positions."""
    widest = last_position + 1 if last_position else 0
    return Layout(first_article, _width(last_article - first_article + 1) or 1, _width(widest))


def _width(values: int) -> int:
    """Bytes per number for numbers below `values`; 0 where all are 0."""
    return 0 if values == 0 else 1 if values <= 1 << 8 else 2 if values <= 1 << 16 else 4


def encode(columns: Columns, layout: Layout) -> list[bytes]:
    """The pages of these postings, all full but the last."""
    size = layout.page_postings
    count = -(-len(columns) // size)
    table = np.zeros((count, size * layout.width), np.uint8)
    keys, articles, positions = _parts(table, layout)
    _fill(keys, columns.keys)
    _fill(articles, columns.articles - layout.first_article)
    if layout.position_width:
        _fill(positions, columns.positions)
    return [row.tobytes() for row in table]


def _parts(table: NDArray[np.uint8], layout: Layout) -> list[NDArray[Any]]:
    """Views of the three columns of each page; the last has no width where the run has no positions."""
    size = layout.page_postings
    borders = [0, KEY_WIDTH * size, (KEY_WIDTH + layout.article_width) * size, layout.width * size]
    widths = (KEY_WIDTH, layout.article_width, layout.position_width or 1)
    return [
        table[:, start:end].view(np.dtype(f"<u{width}"))
        for start, end, width in zip(borders, borders[1:], widths, strict=False)
    ]


def _fill(part: NDArray[Any], values: NDArray[Any]) -> None:
    """Write values into the rows of a column, row after row."""
    full = len(values) // part.shape[1]
    part[:full] = values[: full * part.shape[1]].reshape(full, part.shape[1])
    if full < len(part):
        part[full, : len(values) - full * part.shape[1]] = values[full * part.shape[1] :]


class PageTable:
    """Pages of one run as they were read: all their keys, and the other columns of the postings that are asked for.

    `count` is how many postings the pages hold; only the last page may hold fewer than fill it. A lookup needs all
    keys and few of the postings, so the other columns are unpacked only where they are asked for.
    """

    def __init__(self, pages: list[bytes], layout: Layout, count: int) -> None:
        self._layout = layout
        self._table = np.frombuffer(b"".join(pages), np.uint8).reshape(-1, layout.page_postings * layout.width)
        self._columns = _parts(self._table, layout)
        self.keys: NDArray[np.uint64] = self._columns[0].reshape(-1)[:count].astype(np.uint64, copy=False)

    def taken(self, places: NDArray[np.int64]) -> Columns:
        """The postings at these places, counted from 0 over all of the pages."""
        page, slot = np.divmod(places, self._layout.page_postings)
        articles = self._columns[1][page, slot].astype(np.int64) + self._layout.first_article
        if not self._layout.position_width:
            return Columns(self.keys[places], articles, np.zeros(len(places), np.int64))
        return Columns(self.keys[places], articles, self._columns[2][page, slot].astype(np.int64))

    def below(self, pages: Numbers, begins: Numbers, ends: Numbers, articles: Numbers) -> Numbers:
        """For each i, the first slot in begins[i]..ends[i] on page pages[i] whose article is >= articles[i].

        Articles ascend within each of these ranges; where all are smaller, the answer is ends[i].
        """
        found, wanted = begins.copy(), articles - self._layout.first_article
        step = 1 << self._layout.page_postings.bit_length()
        while step := step >> 1:
            slot = found + step
            smaller = slot <= ends
            smaller[smaller] = self._columns[1][pages[smaller], slot[smaller] - 1] < wanted[smaller]
            found[smaller] = slot[smaller]
        return found

    def between(self, begin: int, end: int) -> Columns:
        """The postings from place `begin` up to `end`."""
        articles = self._columns[1].reshape(-1)[begin:end].astype(np.int64) + self._layout.first_article
        if not self._layout.position_width:
            return Columns(self.keys[begin:end], articles, np.zeros(end - begin, np.int64))
        return Columns(self.keys[begin:end], articles, self._columns[2].reshape(-1)[begin:end].astype(np.int64))
