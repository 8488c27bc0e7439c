"""Whether the write-ahead log beside an archive (`FILE-wal`) is whole: changes that SQLite has not merged yet.

SQLite reads a log up to the first frame whose checksum is wrong and takes the rest for what a crash cut off: a bit
that was flipped there silently takes back changes that were reported as stored. A frame that is torn by a crash is
the last one; so a wrong frame that others follow, or that a single flipped bit explains, is damage. The log is read
as a file, which is safe here: SQLite keeps its locks on other files. See "WAL file format" in SQLite's documentation.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provenance.store.records import Problem

HEADER, FRAME = 32, 24
MAGIC = (0x377F0682, 0x377F0683)  # the last bit says that checksums read numbers with their highest byte first
TRIES, PAUSE = 3, 0.1  # what another process is writing at this moment is whole soon
LOST = "what was stored after it is lost: go back to a backup, or add again what is missing"

Words = NDArray[np.uint64]
Sums = tuple[int, int]
_MASK = np.uint64(0xFFFFFFFF)


def log_problems(archive: Path) -> Iterator[Problem]:
    """What of the log is not what was written, at most one problem: SQLite reads nothing behind the first."""
    log = Path(f"{archive}-wal")
    said = _problem(log)
    for _ in range(TRIES - 1):
        if said is None:
            return
        time.sleep(PAUSE)
        said, before = _problem(log), said
        if said != before:
            said = None
    if said is not None:
        yield Problem(f"log ({log.name})", f"{said}; {LOST}")


def _problem(log: Path) -> str | None:
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return None
    if len(content) < HEADER + FRAME:
        return None
    numbers = np.frombuffer(content[:HEADER], ">u4").astype(int).tolist()
    magic, _, page, _, *salts, first, second = numbers
    order = ">u4" if magic & 1 else "<u4"
    start = _sums(_words(content[: HEADER - 8], order), (0, 0))
    if magic not in MAGIC or start != (first, second) or page not in [1 << power for power in range(9, 17)]:
        return "its header is damaged, so that SQLite reads none of it"
    return _first_wrong(content, page, (salts[0], salts[1]), order, start)


def _first_wrong(content: bytes, page: int, salts: Sums, order: str, sums: Sums) -> str | None:
    """The first frame that SQLite does not read although it was written whole."""
    size = FRAME + page
    for number in range((len(content) - HEADER) // size):
        frame = content[HEADER + number * size : HEADER + (number + 1) * size]
        salt, stored = _pair(frame, 8), _pair(frame, 16)
        words = _words(frame[:8] + frame[FRAME:], order)
        made = _sums(words, sums)
        if salt == salts and made == stored:
            sums = stored
            continue
        following = content[HEADER + (number + 1) * size : HEADER + (number + 2) * size]
        if made == stored or (
            salt == salts
            and (
                _one_flip(words, made, stored, ends=_pair(frame, 0)[1] > 0)
                or _follows(following, page, salts, order, (made, stored))
            )
        ):
            return f"page {number + 1} of it is damaged"
        return None  # the end: written before the log was begun anew, or torn by a crash
    return None


def _follows(frame: bytes, page: int, salts: Sums, order: str, begins: tuple[Sums, Sums]) -> bool:
    """Whether this frame was written after the one before it, whose checksum is one of `begins`."""
    if len(frame) < FRAME + page or _pair(frame, 8) != salts:
        return False
    words = _words(frame[:8] + frame[FRAME:], order)
    return any(_sums(words, begin) == _pair(frame, 16) for begin in begins)


def _one_flip(words: Words, made: Sums, stored: Sums, *, ends: bool) -> bool:
    """Whether one flipped bit, of the frame or of its checksum, explains the difference.

    Of a frame that is not the one that `ends` a change the page is not asked: SQLite writes it after the frame's
    head, and where a process is killed between the two it is still an older page, which may differ in a single bit.
    """
    off = [(a - b) % (1 << 32) for a, b in zip(stored, made, strict=True)]
    if sum((a ^ b).bit_count() for a, b in zip(stored, made, strict=True)) == 1:
        return True
    first, second = _weights(len(words) // 2)
    if not ends:
        first, second = first[:1], second[:1]
    bits = np.uint64(1) << np.arange(32, dtype=np.uint64)
    # A word of an odd place is added to the second sum only, one of an even place to both.
    even, odd = (first + second).T, second.T
    for weights in (even, odd):
        for sign in (1, -1):
            change = (weights[:, :, None] * bits) & _MASK
            if sign < 0:
                change = (-change.astype(np.int64)).astype(np.uint64) & _MASK
            if bool(np.any((change[0] == off[0]) & (change[1] == off[1]))):
                return True
    return False


def _pair(frame: bytes, place: int) -> Sums:
    return int.from_bytes(frame[place : place + 4], "big"), int.from_bytes(frame[place + 4 : place + 8], "big")


def _words(content: bytes, order: str) -> Words:
    return np.frombuffer(content, order).astype(np.uint64)


def _sums(words: Words, begin: Sums) -> Sums:
    """SQLite's checksum of an even number of words: s1 += x + s2, s2 += y + s1 for each pair, modulo 2**32."""
    first, second = _weights(len(words) // 2)
    one, two = words[0::2], words[0::2] + words[1::2]
    total = (first * one[:, None] + second * two[:, None]).sum(axis=0, dtype=np.uint64)
    power = _powers(len(words) // 2)[-1]
    begun = power @ np.array(begin, np.uint64)
    found = (total + begun) & _MASK
    return int(found[0]), int(found[1])


def _weights(pairs: int) -> tuple[Words, Words]:
    """By how much each pair's x and x + y count in the two sums at the end: two arrays of `pairs` rows."""
    powers = _powers(pairs)[:-1][::-1]
    return powers[:, :, 0], powers[:, :, 1]


@cache
def _powers(pairs: int) -> Words:
    """The powers 0 to `pairs` of the matrix that takes the two sums over one pair, modulo 2**32."""
    step = np.array([[1, 1], [1, 2]], np.uint64)
    powers = [np.eye(2, dtype=np.uint64)]
    for _ in range(pairs):
        powers.append((powers[-1] @ step) & _MASK)
    return np.stack(powers)
