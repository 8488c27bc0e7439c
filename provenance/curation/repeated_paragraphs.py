"""Paragraphs and lines that earlier rows (or the same one) have, word for word: which, and the text without them.

The first occurrence stays. What has fewer than three words is no paragraph: a date or a name repeats by nature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from provenance.curation.row_portions import BrokenRow, Portion, RowFile
from provenance.curation.sketching import Progress, Reading, chosen_rows
from provenance.engines import Engine

SHORTEST_WORDS, SHORTEST_CHARACTERS = 3, 20  # a paragraph has as many words, or characters where no spaces part words
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a line: its place in the text, without its line end, `words` is a hash of its words."""

    start: int
    end: int
    words: int


def pieces(text: str) -> Iterator[Piece]:
    """The paragraphs of several lines, each before its lines, and all lines, in text order."""
    for found in _PARAGRAPH.finditer(text):
        lines = found[0].split("\n")
        if len(lines) > 1 and (words := _hash(found[0])) is not None:
            yield Piece(found.start(), found.end(), words)
        at = found.start()
        for line in lines:
            if (words := _hash(line)) is not None:
                yield Piece(at, at + len(line), words)
            at += len(line) + 1


def _hash(piece: str) -> int | None:
    words = piece.casefold().split()
    together = " ".join(words)
    if len(words) < SHORTEST_WORDS and len(together) < SHORTEST_CHARACTERS:
        return None
    return int.from_bytes(blake2b(together.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Repeated:
    """The hashes of what occurs more than once, ascending; the row and the ordinal of its first occurrence."""

    hashes: NDArray[np.uint64]
    rows: NDArray[np.int64]
    ordinals: NDArray[np.int32]

    def spans(self, row: int, text: str) -> list[tuple[int, int, int]]:
        """(start, end, row of the first occurrence) of what a row repeats, in text order, none inside another."""
        found: list[tuple[int, int, int]] = []
        mine = list(pieces(text))
        if not mine or not len(self.hashes):
            return found
        hashes = np.array([piece.words for piece in mine], np.uint64)
        places = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        for ordinal in np.flatnonzero(self.hashes[places] == hashes).tolist():
            at, piece = places[ordinal], mine[ordinal]
            if (self.rows[at], self.ordinals[at]) == (row, ordinal):
                continue
            if not found or piece.start >= found[-1][1]:
                found.append((piece.start, piece.end, int(self.rows[at])))
        return found


def repeated(
    files: Sequence[RowFile], wanted: NDArray[np.bool_], reading: Reading, engine: Engine, progress: Progress
) -> tuple[Repeated, NDArray[np.bool_]]:
    """What repeats among the wanted rows, and which of them repeat anything. Files are read once more."""
    hashes: list[NDArray[np.uint64]] = []
    rows: list[NDArray[np.int64]] = []
    ordinals: list[NDArray[np.int32]] = []
    for number, mine, each, places in engine.map(partial(_hashed, reading=reading), chosen_rows(files, wanted)):
        hashes.append(mine)
        rows.append(np.repeat(np.array(places, np.int64) + number, each))
        ordinals.append(np.concatenate([np.arange(count, dtype=np.int32) for count in each]))
        progress("reading paragraphs", number + len(places), None)
    if not hashes:
        return Repeated(np.empty(0, np.uint64), np.empty(0, np.int64), np.empty(0, np.int32)), np.zeros_like(wanted)
    every, owners = np.concatenate(hashes), np.concatenate(rows)
    distinct, first, counts = np.unique(every, return_index=True, return_counts=True)
    several = counts > 1
    holders = np.zeros_like(wanted)
    holders[owners[np.isin(every, distinct[several])]] = True
    at = first[several]
    return Repeated(distinct[several], owners[at], np.concatenate(ordinals)[at]), holders


def _hashed(
    task: tuple[int, Portion, list[int]], reading: Reading
) -> tuple[int, NDArray[np.uint64], list[int], list[int]]:
    number, portion, places = task
    made: list[int] = []
    counts = []
    for row in portion.values(places):
        found = None if isinstance(row, BrokenRow) else reading.text(row)
        before = len(made)
        if found is not None:
            made.extend(piece.words for piece in pieces(found[0]))
        counts.append(len(made) - before)
    return number, np.array(made, np.uint64), counts, places


def without(text: str, spans: Sequence[tuple[int, int, int]]) -> str:
    """The text without these spans, the line ends after them and the blank lines that would be left over."""
    kept, at = [], 0
    for start, end, _ in spans:
        kept.append(text[at:start])
        at = end + 1 if text[end : end + 1] == "\n" else end
        before = "".join(kept[-1:])
        if not before.strip("\n") or before.endswith("\n\n"):  # a paragraph is gone: one blank line is enough
            while text[at : at + 1] == "\n":
                at += 1
    kept.append(text[at:])
    joined = "".join(kept)
    return joined.rstrip() if spans and spans[-1][1] >= len(text.rstrip()) else joined
