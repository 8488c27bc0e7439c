"""The part of an index that the articles of one block ask for, carried to their task instead of an archive's file.

It answers as `store.index` does: the same postings, cut at the same caps, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from provenance.batch.blocks import Numbers, column, lists, ranges
from provenance.model import PublicationTime
from provenance.store import Postings

Choice = Callable[[Numbers], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class CarriedPostings:
    """Postings by key: `keys` ascend; key k has `frequencies[k]` postings in all, of which `articles` and `positions`
    from `bounds[k]` to `bounds[k + 1]` are carried."""

    keys: NDArray[np.uint64]
    frequencies: Numbers
    bounds: Numbers
    articles: Numbers
    positions: Numbers

    @classmethod
    def of(cls, table: pa.Table) -> CarriedPostings:
        """From rows (key, frequency, holders, positions), each key once; keys are signed as Spark wants them."""
        keys = column(table, "key").view(np.uint64)
        order = np.argsort(keys)
        articles, lengths = lists(table, "holders")
        positions, given = lists(table, "positions")
        begins = np.cumsum(lengths) - lengths
        places = ranges(begins[order], lengths[order])
        if not int(given.sum()):
            positions = np.zeros(len(articles), np.int64)
        return cls(
            keys[order],
            column(table, "frequency")[order],
            np.concatenate([[0], np.cumsum(lengths[order])]),
            articles[places],
            positions[places].astype(np.int64),
        )

    def places(self, keys: NDArray[np.uint64]) -> tuple[Numbers, NDArray[np.bool_]]:
        """Where each of some keys is, and whether it is there at all."""
        if not len(self.keys):
            return np.zeros(len(keys), np.int64), np.zeros(len(keys), np.bool_)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return places, self.keys[places] == keys


_TIME = ("published", "published_precision", "published_earliest", "published_latest", "published_how")
FACTS = ("publisher", *_TIME)  # the columns of an article that `Described` has


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of an article that holds a line."""

    publisher: str | None
    published: PublicationTime | None


@dataclass(frozen=True, slots=True)
class CarriedIndex:
    """Takes the place of `store.index`. `frequencies` counts postings of keys whose postings are not all carried."""

    postings: Mapping[str, CarriedPostings]
    numbers: Numbers
    values: NDArray[np.uint32]
    frequencies: CarriedPostings | None = None
    recipe: str | None = None

    def lookup(self, namespace: str, keys: NDArray[np.uint64], cap: int, choose: Choice | None = None) -> Postings:
        """See `FingerprintIndex.lookup`; `cap` is that with which the postings were gathered."""
        held = self.postings[namespace]
        counted = held if self.frequencies is None or choose is None else self.frequencies
        places, there = counted.places(keys)
        frequencies = np.where(there, counted.frequencies[places] if len(counted.keys) else 0, 0)
        places, there = held.places(keys)
        if choose is not None:
            there = there & choose(frequencies)
        asked = np.flatnonzero(there)
        starts = held.bounds[places[asked]]
        lengths = np.minimum(held.bounds[places[asked] + 1] - starts, cap)
        rows = ranges(starts, lengths)
        return Postings(np.repeat(asked, lengths), held.articles[rows], held.positions[rows], frequencies)

    def signatures(self, numbers: NDArray[np.int64] | Sequence[int]) -> NDArray[np.uint32]:
        """See `FingerprintIndex.signatures`."""
        asked = np.asarray(numbers, np.int64)
        if not len(asked):
            return np.empty((0, 0), np.uint32)
        return self.values[np.searchsorted(self.numbers, asked)]


@dataclass(frozen=True, slots=True)
class CarriedNames:
    """Takes the place of `store.articles`: `archived` counts all articles of the batch."""

    archived: int
    numbers: Mapping[str, int]
    described: Mapping[int, Described] = field(default_factory=dict)

    def count(self) -> int:
        """How many articles there are."""
        return self.archived

    def known_numbers(self, ids: Sequence[str]) -> dict[str, int]:
        """The numbers of articles of the block."""
        return {name: self.numbers[name] for name in ids if name in self.numbers}

    def listed_by_number(self, numbers: Sequence[int]) -> dict[int, Described]:
        """What is known of articles that hold a line."""
        return {number: self.described[number] for number in numbers}


@dataclass(frozen=True, slots=True)
class CarriedArchive:
    """Takes the place of a `Store` where a block is looked up, and never changes."""

    index: CarriedIndex
    articles: CarriedNames

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Nothing changes what is carried."""
        yield


def described_rows(table: pa.Table) -> dict[int, Described]:
    """What is known of the articles of rows (number and the columns FACTS)."""
    return {
        row["number"]: Described(row["publisher"], _time(row)) for row in table.select(["number", *FACTS]).to_pylist()
    }


def _time(row: Mapping[str, Any]) -> PublicationTime | None:
    return None if row["published"] is None else PublicationTime(*(row[name] for name in _TIME))


def signature_rows(table: pa.Table) -> tuple[Numbers, NDArray[np.uint32]]:
    """The numbers of rows (number, signature), ascending, and the signatures as a matrix."""
    numbers = column(table, "number")
    if not len(numbers):
        return numbers, np.empty((0, 0), np.uint32)
    joined = b"".join(table.column("signature").to_pylist())
    values = np.frombuffer(joined, "<u4").reshape(len(numbers), -1)
    order = np.argsort(numbers)
    return numbers[order], values[order].astype(np.uint32)
