"""Sorted postings as pages of bytes: the format of the index, and nothing about where pages are kept.

A posting is a key (64 bits), an article number and a position. A *run* holds the postings of consecutive article
numbers, ascending by key, article, position; it is cut into pages of equally many postings, the last one shorter. A
page holds its columns one after the other (keys, article numbers counted from the run's first, positions), each
number in as few bytes as the run needs: 14 bytes for a passage key in a run of more than 65,536 articles, 12 in a
shorter one. Delta coding would save 2 bytes of the 14 and cost a second pass over each page that is read.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# A row of this many bytes fills one SQLite leaf of 4,096 bytes without an overflow page (4,061 are usable for it).
PAGE_BYTES = 4040
KEY_WIDTH = 8
_TYPES: dict[int, type[np.unsignedinteger]] = {1: np.uint8, 2: np.uint16, 4: np.uint32}


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
        """Bytes a posting."""
        return KEY_WIDTH + self.article_width + self.position_width

    @property
    def page_postings(self) -> int:
        """Postings a full page."""
        return PAGE_BYTES // self.width


def empty_columns() -> Columns:
    """No postings."""
    return Columns(np.empty(0, np.uint64), np.empty(0, np.int64), np.empty(0, np.int64))


def sorted_columns(keys: NDArray[np.uint64], articles: NDArray[np.int64], positions: NDArray[np.int64]) -> Columns:
    """Columns in order, from postings that already ascend by article and position among equal keys."""
    order = np.argsort(keys, kind="stable")
    return Columns(keys[order], articles[order], positions[order])


def joined(parts: list[Columns]) -> Columns:
    """The postings of all parts one after the other, without sorting."""
    return Columns(
        np.concatenate([part.keys for part in parts]),
        np.concatenate([part.articles for part in parts]),
        np.concatenate([part.positions for part in parts]),
    )


def layout_for(first_article: int, last_article: int, last_position: int) -> Layout:
    """The narrowest layout for these article numbers and positions."""
    widest = last_position + 1 if last_position else 0
    return Layout(first_article, _width(last_article - first_article + 1) or 1, _width(widest))


def _width(values: int) -> int:
    """Bytes for numbers below `values`; 0 where there is no number to tell apart."""
    return 0 if values == 0 else 1 if values <= 1 << 8 else 2 if values <= 1 << 16 else 4


def encode(columns: Columns, layout: Layout) -> list[bytes]:
    """The pages of these postings, all full but the last."""
    size = layout.page_postings
    full = len(columns) // size * size
    pages = [row.tobytes() for row in _packed(columns.taken(slice(0, full)), layout, size)]
    if full < len(columns):
        rest = columns.taken(slice(full, len(columns)))
        pages.append(_packed(rest, layout, len(rest)).tobytes())
    return pages


def _packed(columns: Columns, layout: Layout, size: int) -> NDArray[np.uint8]:
    """One row of bytes a page of `size` postings."""
    pages = len(columns) // size
    parts = [_bytes(columns.keys, np.uint64, pages)]
    parts.append(_bytes(columns.articles - layout.first_article, _TYPES[layout.article_width], pages))
    if layout.position_width:
        parts.append(_bytes(columns.positions, _TYPES[layout.position_width], pages))
    return np.hstack(parts)


def _bytes(values: NDArray[np.generic], kind: type[np.unsignedinteger], pages: int) -> NDArray[np.uint8]:
    little = np.dtype(kind).newbyteorder("<")
    packed = np.ascontiguousarray(values.astype(little)).view(np.uint8)
    return packed.reshape(pages, -1) if pages else packed.reshape(0, 0)


def decode(pages: list[bytes], layout: Layout) -> Columns:
    """The postings of pages of one run, in the order given; only the last may be shorter than a full one."""
    size = layout.page_postings
    full_bytes = size * layout.width
    count = len(pages)
    if count and len(pages[-1]) != full_bytes:
        last = _unpacked(pages[-1], layout, len(pages[-1]) // layout.width)
        return joined([decode(pages[:-1], layout), last]) if count > 1 else last
    return _unpacked(b"".join(pages), layout, size)


def _unpacked(data: bytes, layout: Layout, size: int) -> Columns:
    table = np.frombuffer(data, np.uint8).reshape(-1, size * layout.width)
    border = KEY_WIDTH * size
    keys = _numbers(table[:, :border], np.uint64)
    after = border + layout.article_width * size
    articles = _numbers(table[:, border:after], _TYPES[layout.article_width])
    positions = (
        _numbers(table[:, after:], _TYPES[layout.position_width]).astype(np.int64)
        if layout.position_width
        else np.zeros(len(keys), np.int64)
    )
    return Columns(keys.astype(np.uint64, copy=False), articles.astype(np.int64) + layout.first_article, positions)


def _numbers(table: NDArray[np.uint8], kind: type[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
    return np.ascontiguousarray(table).reshape(-1).view(np.dtype(kind).newbyteorder("<"))


def checksum(page: bytes) -> int:
    """CRC-32 of a page: tells a damaged page from a true one for 1.6 microseconds."""
    return zlib.crc32(page)
