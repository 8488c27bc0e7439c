"""`store.articles` of several files: articles by id and number wherever they are.

An id belongs to one file. Where two files have it all the same, because somebody put them together, the first one's
article is the one that is read. Only reading is joined: `Store.add` of several files decides where an article goes.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from provenance.errors import NoSuchArticle
from provenance.model import Article, Correction, ListedArticle
from provenance.model.addresses import canonical_address
from provenance.store.articles.article_names import chosen, named_by
from provenance.store.articles.article_rows import PackedArticles, TextOwner
from provenance.store.articles.article_store import ArticleStore
from provenance.store.records import Version
from provenance.store.shards.one_file_only import one_file_only
from provenance.store.shards.shards import Shard, Shards

if TYPE_CHECKING:
    from provenance.store.archive_store import Store

T = TypeVar("T")


class JoinedArticles(ArticleStore):
    """The articles of all files, numbered in the order of the files."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(one_file_only(shards))
        self._shards = shards

    def shard_of(self, identity: str) -> Shard | None:
        """The file that has an article."""
        found = self._shards.ask(lambda store: store.articles.known_numbers([identity]))
        return next((shard for shard, known in found if known), None)

    def count(self) -> int:
        """See `ArticleStore.count`."""
        return sum(count for _, count in self._shards.ask(lambda store: store.articles.count()))

    def all_numbers(self) -> NDArray[np.int64]:
        """See `ArticleStore.all_numbers`."""
        found = self._shards.ask(lambda store: store.articles.all_numbers())
        return np.concatenate([numbers + shard.first for shard, numbers in found])

    def all_texts(self) -> list[int]:
        """See `ArticleStore.all_texts`."""
        found = self._shards.ask(lambda store: store.articles.all_texts())
        return [number + shard.first for shard, numbers in found for number in numbers]

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """See `ArticleStore.ids`."""
        asked = [int(number) for number in numbers]
        names: dict[int, str] = {}
        for shard, (own, found) in self._shards.of_numbers(asked, lambda store, own: (own, store.articles.ids(own))):
            names |= {number + shard.first: name for number, name in zip(own, found, strict=True)}
        return [names[number] for number in asked]

    def known_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """See `ArticleStore.known_numbers`."""
        asked, known = list(ids), dict[str, int]()
        for shard, found in self._shards.ask(lambda store: store.articles.known_numbers(asked)):
            for identity, number in found.items():
                known.setdefault(identity, number + shard.first)
        return known

    def keys(self, ids: Iterable[str]) -> list[int]:
        """See `ArticleStore.keys`."""
        asked = list(ids)
        found = self._shards.ask(lambda store: store.articles.keys(asked)) if asked else []
        return [key + shard.first for shard, keys in found for key in keys]

    def get(self, identity: str, version: int | None = None) -> Article:
        """See `ArticleStore.get`."""
        return self._of(identity, lambda store: store.articles.get(identity, version))[1]

    def get_known(self, ids: Iterable[str]) -> dict[str, Article]:
        """See `ArticleStore.get_known`."""
        asked, known = list(dict.fromkeys(ids)), dict[str, Article]()
        for _, found in self._shards.ask(lambda store: store.articles.get_known(asked)) if asked else []:
            known = found | known
        return {identity: known[identity] for identity in asked if identity in known}

    def packed(self, numbers: Iterable[int]) -> PackedArticles:
        """See `ArticleStore.packed`."""
        asked, rows = [int(number) for number in numbers], dict[int, tuple[Any, ...]]()
        for shard, found in self._shards.of_numbers(
            asked, lambda store, own: dict(zip(own, store.articles.packed(own).rows, strict=True))
        ):
            rows |= {number + shard.first: row for number, row in found.items()}
        return PackedArticles([rows[number] for number in asked])

    def versions(self, identity: str) -> list[Version]:
        """See `ArticleStore.versions`."""
        shard, found = self._of(identity, lambda store: store.articles.versions(identity))
        return [replace(each, number=each.number + shard.first) for each in found]

    def owners(self, numbers: Sequence[int]) -> list[TextOwner]:
        """See `ArticleStore.owners`."""
        found = self._shards.of_numbers(numbers, lambda store, own: store.articles.owners(own))
        return [replace(each, number=each.number + shard.first) for shard, owners in found for each in owners]

    def texts(self, numbers: Sequence[int]) -> Iterator[tuple[int, Article]]:
        """See `ArticleStore.texts`."""
        for shard, found in self._shards.of_numbers(numbers, lambda store, own: list(store.articles.texts(own))):
            yield from ((number + shard.first, article) for number, article in found)

    def digests(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """See `ArticleStore.digests`."""
        found = self._shards.of_numbers(numbers, lambda store, own: store.articles.digests(own))
        return {number + shard.first: digest for shard, known in found for number, digest in known.items()}

    def listed(self) -> Iterator[ListedArticle]:
        """See `ArticleStore.listed`."""
        shards = self._shards
        files = [shards.stream(shard, lambda store: store.articles.listed()) for shard in shards.alive]
        return heapq.merge(*files, key=lambda row: row.id)

    def listed_by_number(self, numbers: Sequence[int]) -> dict[int, ListedArticle]:
        """See `ArticleStore.listed_by_number`."""
        found = self._shards.of_numbers(numbers, lambda store, own: store.articles.listed_by_number(own))
        return {number + shard.first: row for shard, rows in found for number, row in rows.items()}

    def corrections(self, identity: str) -> list[Correction]:
        """See `ArticleStore.corrections`."""
        return self.of_owner(identity, lambda store: store.articles.corrections(identity))

    def at_address(self, url: str) -> list[str]:
        """See `ArticleStore.at_address`."""
        ids = [name for _, found in self._shards.ask(lambda store: store.articles.at_address(url)) for name in found]
        if len(ids) < 2:
            return ids
        wanted, known = canonical_address(url), self.get_known(ids)
        return sorted(ids, key=lambda name: canonical_address(known[name].url or "") != wanted)

    def with_text(self, digest: str) -> list[str]:
        """See `ArticleStore.with_text`."""
        found = self._shards.ask(lambda store: store.articles.with_text(digest))
        return list(chain.from_iterable(ids for _, ids in found))

    def beginning_with(self, beginning: str, most: int) -> list[str]:
        """See `ArticleStore.beginning_with`."""
        found = self._shards.ask(lambda store: store.articles.beginning_with(beginning, most))
        return sorted({name for _, names in found for name in names})[:most]

    def resolve(self, name: str) -> str:
        """See `ArticleStore.resolve`; near misses are not looked for."""
        found = self._shards.ask(lambda store: list(named_by(store.connection, name)))
        ways = zip(*(ways for _, ways in found), strict=True)
        together = [(way[0][0], list(dict.fromkeys(name for _, ids in way for name in ids))) for way in ways]
        resolved = chosen(together, name)
        if resolved is None:
            raise self._unknown(name)
        return resolved

    def of_owner(self, identity: str, question: Callable[[Store], T]) -> T:
        """What the file of an article answers; raises NoSuchArticle."""
        return self._of(identity, question)[1]

    def _of(self, identity: str, question: Callable[[Store], T]) -> tuple[Shard, T]:
        """The file of an article, and what it answers; raises NoSuchArticle."""
        owner = self.shard_of(identity)
        if owner is None:
            raise self._unknown(identity)
        return next(iter(self._shards.of_numbers([owner.first], lambda store, _: question(store))))

    def _unknown(self, name: str) -> NoSuchArticle:
        return NoSuchArticle(f"no article {name!r} in {self._shards.name}; `provenance list` shows what there is")
