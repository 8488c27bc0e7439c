"""`store.index`, `store.words` and `store.meanings` of several files: each counts before any of them reads.

How rare a key is decides what is read of it, so every file counts first, and then each reads what all together want:
what comes out is what the index of one archive would have given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.errors import SchemeMismatch
from provenance.store.index.fingerprint_index import FingerprintIndex
from provenance.store.index.postings_lookup import Choice, FoundPostings, Postings, merged
from provenance.store.index.postings_pages import Namespace
from provenance.store.index.text_search import TextSearch
from provenance.store.meanings.meaning_bytes import Page
from provenance.store.meanings.meaning_store import MeaningStore
from provenance.store.shards.one_file_only import one_file_only
from provenance.store.shards.shards import Shard, Shards

if TYPE_CHECKING:
    from provenance.model.coded_text import CodedText


class JoinedIndex(FingerprintIndex):
    """The fingerprints of all files; they must be made by one recipe."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))
        self._shards = shards

    @property
    def recipe(self) -> str | None:
        """See `FingerprintIndex.recipe`; raises SchemeMismatch where the files have several."""
        found = [(recipe, shard) for shard, recipe in self._shards.ask(lambda store: store.index.recipe) if recipe]
        for recipe, shard in found[1:]:
            if recipe != found[0][0]:
                raise SchemeMismatch(
                    f"{shard.store.path} holds fingerprints made as [{recipe}], and {found[0][1].store.path} as "
                    f"[{found[0][0]}]; `provenance --db FILE reindex` makes them anew"
                )
        return found[0][0] if found else None

    def lookup(
        self, namespace: Namespace, keys: NDArray[np.uint64], cap: int, choose: Choice | None = None
    ) -> Postings:
        """See `FingerprintIndex.lookup`: the articles added first are those of the first file."""
        begun = self._shards.ask(lambda store: store.index.begin_lookup(namespace, keys))
        asked = {shard.first: each for shard, each in begun}
        frequencies = np.sum([each.frequencies for each in asked.values()], axis=0)
        wanted = np.ones(len(keys), np.bool_) if choose is None else choose(frequencies)
        rest = np.full(len(keys), cap, np.int64)

        def read(shard: Shard) -> list[FoundPostings]:
            nonlocal rest
            found = asked[shard.first].postings(wanted, rest)
            rest = rest - asked[shard.first].frequencies
            return [part.numbered_from(shard.first) for part in found]

        return merged([found for _, found in self._shards.each(read)], frequencies, cap)

    def holds(self, namespace: Namespace) -> bool:
        """See `FingerprintIndex.holds`."""
        return any(holds for _, holds in self._shards.ask(lambda store: store.index.holds(namespace)))

    def signatures(self, numbers: NDArray[np.int64] | Sequence[int]) -> NDArray[np.uint32]:
        """See `FingerprintIndex.signatures`."""
        asked = [int(number) for number in numbers]
        found = self._shards.of_numbers(asked, lambda store, own: (own, store.index.signatures(own)))
        rows = {n + shard.first: row for shard, (own, values) in found for n, row in zip(own, values, strict=True)}
        return np.stack([rows[number] for number in asked]) if asked else np.empty((0, 0), np.uint32)

    def settle(self) -> None:
        """See `FingerprintIndex.settle`."""
        self._shards.ask(lambda store: store.index.settle())


class JoinedWords(TextSearch):
    """The text search of all files."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))
        self._shards = shards

    @property
    def available(self) -> bool:
        """See `TextSearch.available`."""
        return all(available for _, available in self._shards.ask(lambda store: store.words.available))

    def holding(self, words: bytes) -> list[int]:
        """See `TextSearch.holding`."""
        found = self._shards.ask(lambda store: store.words.holding(words))
        return [number + shard.first for shard, numbers in found for number in numbers]

    def holding_any(self, words: Iterable[bytes]) -> list[int]:
        """See `TextSearch.holding_any`."""
        asked = list(words)
        found = self._shards.ask(lambda store: store.words.holding_any(asked))
        return [number + shard.first for shard, numbers in found for number in numbers]

    def unindexed(self, limit: int = -1) -> list[int]:
        """See `TextSearch.unindexed`."""
        found = self._shards.ask(lambda store: store.words.unindexed(limit))
        numbers = [number + shard.first for shard, numbers in found for number in numbers]
        return numbers if limit < 0 else numbers[:limit]

    def left(self) -> int:
        """See `TextSearch.left`."""
        return sum(left for _, left in self._shards.ask(lambda store: store.words.left()))


class JoinedMeanings(MeaningStore):
    """The encoded sentences of all files; they must be made by one encoder."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))
        self._shards = shards

    @property
    def encoder(self) -> str | None:
        """See `MeaningStore.encoder`; raises SchemeMismatch where the files have several."""
        found = [(name, shard) for shard, name in self._shards.ask(lambda store: store.meanings.encoder) if name]
        for name, shard in found[1:]:
            if name != found[0][0]:
                raise SchemeMismatch(
                    f"{shard.store.path} was encoded by {name}, and {found[0][1].store.path} by {found[0][0]}; "
                    "`provenance --db FILE embed --again` encodes one anew"
                )
        return found[0][0] if found else None

    def current(self, numbers: Sequence[int]) -> set[int]:
        """See `MeaningStore.current`."""
        found = self._shards.of_numbers(numbers, lambda store, own: store.meanings.current(own))
        return {number + shard.first for shard, own in found for number in own}

    def count(self) -> int:
        """See `MeaningStore.count`."""
        return sum(count for _, count in self._shards.ask(lambda store: store.meanings.count()))

    def pages(self) -> Iterator[Page]:
        """See `MeaningStore.pages`."""
        for shard in list(self._shards.alive):
            for page in self._shards.stream(shard, lambda store: store.meanings.pages()):
                yield replace(page, numbers=page.numbers + shard.first)

    def of(self, numbers: Sequence[int]) -> dict[int, CodedText]:
        """See `MeaningStore.of`."""
        found = self._shards.of_numbers(numbers, lambda store, own: store.meanings.of(own))
        return {number + shard.first: text for shard, texts in found for number, text in texts.items()}
