"""The open files behind one name, and what becomes of a file that cannot be read: it is left out, and said.

Numbers that name articles or texts are those of one file; here each file has a range of its own, in the order of the
files, so that a number names a text of all of them and a smaller one an earlier text. An answer that a file broke off
is asked for again without it, so that no answer is made of halves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from provenance.errors import ArchiveError, NoSuchArticle, ShardLost

if TYPE_CHECKING:
    from provenance.store.archive_store import Store

T = TypeVar("T")

SPAN = 1 << 40  # numbers per file: SQLite counts up to 1 << 63, and a file of so many articles is not made


@dataclass(frozen=True, slots=True)
class Shard:
    """One open file; the article that it has as number n has the number `first` + n among all."""

    first: int
    store: Store


@dataclass(frozen=True, slots=True)
class LostShard:
    """A file that could not be read, and why, as a line for people."""

    path: Path
    why: str


class Shards:
    """All files behind one name, in their order. Only ArchiveError makes a file one that is left out."""

    def __init__(self, name: Path, stores: Iterable[Store | LostShard]) -> None:
        self.name = name
        self.lost: list[LostShard] = []
        self.alive: list[Shard] = []
        self._broken: list[Store] = []
        self._told: Callable[[LostShard], None] | None = None
        for place, each in enumerate(stores):
            if isinstance(each, LostShard):
                self.lost.append(each)
            else:
                self.alive.append(Shard(place * SPAN, each))
        self.count = len(self.alive) + len(self.lost)
        self._require_one()

    def tell(self, whom: Callable[[LostShard], None]) -> None:
        """Tell of every file that is left out, those so far and those to come."""
        self._told = whom
        for each in self.lost:
            whom(each)

    def ask(self, question: Callable[[Store], T]) -> list[tuple[Shard, T]]:
        """The answer of every file, in their order; raises ShardLost where one cannot answer, which is left out of
        what is asked from then on."""
        return self.each(lambda shard: question(shard.store))

    def each(self, question: Callable[[Shard], T], among: Collection[int] | None = None) -> list[tuple[Shard, T]]:
        """`ask` for questions that want to know which file it is; `among` has the `first` of those that are asked."""
        answers = []
        for shard in [shard for shard in self.alive if among is None or shard.first in among]:
            try:
                answers.append((shard, question(shard)))
            except NoSuchArticle:
                raise
            except ArchiveError as error:
                self._lose(shard, error)
                raise ShardLost(str(error)) from error
        return answers

    def stream(self, shard: Shard, question: Callable[[Store], Iterator[T]]) -> Iterator[T]:
        """The answers of one file one by one; raises ShardLost where it breaks off."""
        rows = question(shard.store)
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except ArchiveError as error:
                self._lose(shard, error)
                raise ShardLost(str(error)) from error
            yield row

    def of_numbers(
        self, numbers: Iterable[int] | NDArray[np.int64], question: Callable[[Store, list[int]], T]
    ) -> list[tuple[Shard, T]]:
        """The answer of every file that has some of these numbers, which it is given as its own, in their order."""
        asked: dict[int, list[int]] = {}
        for number in numbers:
            asked.setdefault(int(number) // SPAN * SPAN, []).append(int(number) % SPAN)
        return self.each(lambda shard: question(shard.store, asked[shard.first]), asked)

    def close(self) -> None:
        """Close all files."""
        for store in (*(shard.store for shard in self.alive), *self._broken):
            store.close()

    def _lose(self, shard: Shard, error: ArchiveError) -> None:
        self.alive.remove(shard)
        self.lost.append(LostShard(shard.store.path, str(error)))
        self._broken.append(shard.store)  # closed with the others: whoever asked may hold a snapshot of it
        if self._told is not None:
            self._told(self.lost[-1])
        self._require_one()

    def _require_one(self) -> None:
        if not self.alive:
            raise ArchiveError(f"none of the {self.count:,} files of {self.name} can be read: {self.lost[0].why}")
