"""Articles that have one text, sign by sign: where very many do, the earliest of them stand for all.

Each of 2,000 copies of an agency's story is found by every other one, so that comparing them all, as few copies are,
takes time with the square of their number and says the same of each pair. Instead every copy is compared with the
earliest ones, and so is each other article that shares words with any copy. All copies stay connected through the
earliest, and what was not compared is counted. Nothing is read or judged here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

# A text that no more articles have than this is compared as any other: what is found of the posts, of `newsroom` and
# of all press releases does not change. 500 copies took 65 s of CPU time with all of them compared.
FEW_COPIES = 20
# As many as stand for all: the earliest was perhaps first, and the next ones say how sure that is.
EARLIEST = 3


@dataclass(frozen=True, slots=True)
class StandIns:
    """`copies`: ascending numbers of all articles of texts that very many have; `groups` says of each which text it
    has, and row g of `earliest` has the numbers of the EARLIEST with text g, the earliest first."""

    copies: Numbers
    groups: Numbers
    earliest: Numbers

    @property
    def passed_over(self) -> int:
        """How many copies are compared with nothing but the earliest."""
        return len(self.copies) - self.earliest.size

    def group_of(self, numbers: Numbers) -> Numbers:
        """Which text each article has, -1 where it is not one that very many have."""
        if not len(self.copies):
            return np.full(len(numbers), -1, np.int64)
        places = np.minimum(np.searchsorted(self.copies, numbers), len(self.copies) - 1)
        return np.where(self.copies[places] == numbers, self.groups[places], -1)


def stand_ins(numbers: Numbers, texts: Numbers, times: NDArray[np.float64]) -> StandIns:
    """The stand-ins for articles of which each has a text (equal numbers are one text) and an earliest time of
    publication, NaN for none: those are the last. Texts of FEW_COPIES or fewer have none."""
    order = np.lexsort((numbers, np.where(np.isnan(times), np.inf, times), texts))
    numbers, texts = numbers[order], texts[order]
    starts = np.flatnonzero(np.diff(texts, prepend=texts[0] - 1 if len(texts) else 0))
    sizes = np.diff(np.append(starts, len(texts)))
    many = sizes > FEW_COPIES
    starts, sizes = starts[many], sizes[many]
    earliest = numbers[starts[:, np.newaxis] + np.arange(EARLIEST)]
    groups = np.repeat(np.arange(len(starts)), sizes)
    copies = numbers[np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum(), dtype=np.int64)]
    order = np.argsort(copies)
    return StandIns(copies[order], groups[order], earliest.reshape(-1, EARLIEST))


def with_stand_ins(pairs: Numbers, found: StandIns) -> Numbers:
    """Rows (low, high, ...) of pairs as an index proposed them, in which stand-ins are in the places of all copies.

    A pair of two copies of different texts is two rows of pairs, one with the stand-ins for either; a pair of copies
    of one text is left out (`pairs_of_copies`). The rest of a row is repeated; rows may occur more than once.
    """
    if not len(found.copies):
        return pairs
    low, high = found.group_of(pairs[:, 0]), found.group_of(pairs[:, 1])
    rows = [pairs[(low < 0) & (high < 0)]]
    different = low != high
    for other, group in ((1, low), (0, high)):
        replaced = np.flatnonzero((group >= 0) & different)
        first = np.repeat(pairs[replaced, other], EARLIEST)
        second = found.earliest[group[replaced]].ravel()
        rest = np.repeat(pairs[replaced, 2:], EARLIEST, axis=0)
        rows.append(np.column_stack([np.minimum(first, second), np.maximum(first, second), rest]))
    return np.concatenate(rows)


def pairs_of_copies(found: StandIns) -> Numbers:
    """The pairs (low, high) of each copy and the earliest with its text; ascending, each pair once."""
    first, second = np.repeat(found.copies, EARLIEST), found.earliest[found.groups].ravel()
    pairs = np.column_stack([np.minimum(first, second), np.maximum(first, second)])
    return np.unique(pairs[pairs[:, 0] < pairs[:, 1]], axis=0)
