"""Rows of a SQLite file read from the bytes of its pages, also where SQLite itself reads nothing any more.

A page that does not make sense costs the rows on it and no others. Pages that a damaged one led to are found by
looking at all pages that nothing leads to and that are not free. The format is described at
https://www.sqlite.org/fileformat2.html. Nothing here knows what tables mean, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
INTERIOR = (INTERIOR_INDEX, INTERIOR_TABLE)
SIZES = tuple(1 << power for power in range(9, 17))
_BROKEN = (IndexError, ValueError, OverflowError)
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of whole numbers by serial type

Values = tuple[Any, ...]


@dataclass(slots=True)
class Tree:
    """What a table or index holds: (row id, values) in order; an index has no row ids of its own and None for them.

    `broken` says that something that it leads to could not be read; `pages` are those that it has.
    """

    rows: list[tuple[int | None, Values]] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    broken: bool = False


class RawPages:
    """The pages of a file, by number from 1. `usual` is their size where the header says an impossible one."""

    def __init__(self, content: bytes, usual: int) -> None:
        self.content = content
        said = int.from_bytes(content[16:18], "big")
        said = 65536 if said == 1 else said
        self.size = said if said in SIZES else usual
        self.usable = self.size - (content[20] if len(content) > 20 and content[20] <= 32 else 0)
        self.count = -(-len(content) // self.size)

    def tree(self, root: int) -> Tree:
        """Everything that is below a root page."""
        found = Tree()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if not 1 <= number <= self.count or number in found.pages:
                found.broken = True
                continue
            found.pages.add(number)
            children = self._read(number, found)
            waiting += reversed(children)
        return found

    def leaf(self, number: int) -> Tree | None:
        """The rows of one page of a table; None where it is none."""
        start = self._start(number)
        if self.content[start : start + 1] != bytes([LEAF_TABLE]):
            return None
        found = Tree(pages={number})
        self._read(number, found)
        return found

    def free(self) -> set[int]:
        """The pages that the file says are free, as far as that can be read."""
        found: set[int] = set()
        trunk = int.from_bytes(self.content[32:36], "big")
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            held = min(int.from_bytes(page[4:8], "big"), self.usable // 4 - 2)
            found |= {int.from_bytes(page[8 + 4 * k : 12 + 4 * k], "big") for k in range(held)}
            trunk = int.from_bytes(page[:4], "big")
        return found

    def _start(self, number: int) -> int:
        return (number - 1) * self.size + (100 if number == 1 else 0)

    def _page(self, number: int) -> bytes:
        return self.content[(number - 1) * self.size : number * self.size]

    def _read(self, number: int, found: Tree) -> list[int]:
        """Put the rows of a page into `found`; the pages that it leads to, in order."""
        page = self._page(number)
        head = 100 if number == 1 else 0
        kind = page[head] if len(page) > head else 0
        if kind not in (*INTERIOR, LEAF_INDEX, LEAF_TABLE):
            found.broken = True
            return []
        cells = int.from_bytes(page[head + 3 : head + 5], "big")
        array = head + (12 if kind in INTERIOR else 8)
        children: list[int] = []
        for place in range(min(cells, self.size // 4)):
            pointer = int.from_bytes(page[array + 2 * place : array + 2 * place + 2], "big")
            try:
                if kind in INTERIOR:
                    children.append(_number(page, pointer))
                    pointer += 4
                if kind != INTERIOR_TABLE:
                    found.rows.append(self._cell(page, pointer, table=kind == LEAF_TABLE, pages=found.pages))
            except _BROKEN:
                found.broken = True
        if kind in INTERIOR:
            children.append(int.from_bytes(page[head + 8 : head + 12], "big"))
        return children

    def _cell(self, page: bytes, place: int, *, table: bool, pages: set[int]) -> tuple[int | None, Values]:
        length, place = _varint(page, place)
        key = None
        if table:
            key, place = _varint(page, place)
        if length > len(self.content):
            raise ValueError
        most = self.usable - 35 if table else (self.usable - 12) * 64 // 255 - 23
        local = length
        if length > most:
            least = (self.usable - 12) * 32 // 255 - 23
            local = least + (length - least) % (self.usable - 4)
            local = least if local > most else local
        payload = page[place : place + local]
        if len(payload) < local:
            raise ValueError
        if local < length:
            payload += b"".join(self._overflow(_number(page, place + local), length - local, pages))
        return (None if key is None else _signed(key)), tuple(_values(payload))

    def _overflow(self, number: int, left: int, pages: set[int]) -> Iterator[bytes]:
        while left > 0:
            if not 1 < number <= self.count:
                raise ValueError
            pages.add(number)
            page = self._page(number)
            part = page[4 : 4 + min(left, self.usable - 4)]
            if not part:
                raise ValueError
            yield part
            left -= len(part)
            number = _number(page, 0)


def _number(page: bytes, place: int) -> int:
    if place + 4 > len(page):
        raise IndexError
    return int.from_bytes(page[place : place + 4], "big")


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """SQLite's number of one to nine bytes, and the place after it."""
    value = 0
    for length in range(8):
        byte = data[place + length]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + length + 1
    return value << 8 | data[place + 8], place + 9


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _values(payload: bytes) -> Iterator[Any]:
    """The values of a record."""
    import struct

    end, place = _varint(payload, 0)
    if end > len(payload):
        raise ValueError
    body = end
    while place < end:
        kind, place = _varint(payload, place)
        if kind in (0, 8, 9):
            yield {0: None, 8: 0, 9: 1}[kind]
            continue
        if kind in (10, 11):
            raise ValueError
        length = _WIDTHS.get(kind) or (8 if kind == 7 else (kind - 12) // 2)
        value = payload[body : body + length]
        if len(value) < length:
            raise ValueError
        body += length
        if kind in _WIDTHS:
            yield int.from_bytes(value, "big", signed=True)
        elif kind == 7:
            yield struct.unpack(">d", value)[0]
        elif kind % 2:
            yield value.decode("utf-8")
        else:
            yield value
