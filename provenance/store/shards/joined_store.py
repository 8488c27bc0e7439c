"""Several archive files as one `Store`: it reads all of them and adds each article to the file that it belongs to.

What changes anything else (audits, reviews, corrections, removal) is done in one file at a time: whatever asks this
store for a connection gets a message that says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.config.files import StoreSettings
from provenance.errors import ArchiveError
from provenance.model.addresses import canonical_address
from provenance.store.archive_store import Store
from provenance.store.articles.article_addresses import articles_at
from provenance.store.shards.joined_articles import JoinedArticles
from provenance.store.shards.joined_findings import (
    JoinedDetection,
    JoinedEarlier,
    JoinedLinks,
    JoinedQuotations,
    JoinedRecords,
    JoinedReviews,
    JoinedRuns,
    JoinedWeights,
)
from provenance.store.shards.joined_index import JoinedIndex, JoinedMeanings, JoinedWords
from provenance.store.shards.one_file_only import one_file_only
from provenance.store.shards.shard_files import SUFFIX, shard_files
from provenance.store.shards.shards import LostShard, Shard, Shards

if TYPE_CHECKING:
    from provenance.store.articles.earlier_writing import RemovedFinder
    from provenance.store.records import Entry, Outcome


class ShardedStore(Store):
    """All files of a pattern or a list of shards. A context manager, as `Store` is."""

    def __init__(self, shards: Shards, settings: StoreSettings) -> None:
        super().__init__(one_file_only(shards), settings)
        self.shards = shards
        self.articles: JoinedArticles = JoinedArticles(shards)
        self.index = JoinedIndex(shards)
        self.quotations = JoinedQuotations(shards, self.articles)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        readonly: bool = False,
        settings: StoreSettings | None = None,
    ) -> ShardedStore:
        """Open all files that `path` names; with `create` those of a list that are missing are made.

        A file that cannot be opened is left out and told of (`Shards.tell`); to write, all must be there. Raises
        ArchiveError where none can be opened, or one that is to be written.
        """
        chosen = settings or StoreSettings()
        create = create and path.suffix == SUFFIX
        opened: list[Store | LostShard] = []
        try:
            for file in shard_files(path):
                try:
                    opened.append(Store.open(file, create=create, readonly=readonly, settings=chosen))
                except ArchiveError as error:
                    if not readonly:
                        raise
                    opened.append(LostShard(file, str(error)))
            return cls(Shards(path, opened), chosen)
        except BaseException:
            for store in opened:
                if isinstance(store, Store):
                    store.close()
            raise

    @property
    def files(self) -> Sequence[Store]:
        """See `Store.files`."""
        return [shard.store for shard in self.shards.alive]

    @property
    def lost(self) -> Sequence[LostShard]:
        """See `Store.lost`."""
        return self.shards.lost

    def tell_lost(self, whom: Callable[[LostShard], None]) -> None:
        """See `Store.tell_lost`."""
        self.shards.tell(whom)

    @property
    def encoded(self) -> bool:
        """See `Store.encoded`."""
        return any(encoded for _, encoded in self.shards.ask(lambda store: store.encoded))

    @property
    def reviewed(self) -> bool:
        """See `Store.reviewed`."""
        return any(reviewed for _, reviewed in self.shards.ask(lambda store: store.reviewed))

    def links_of(self, profile: str) -> JoinedLinks:
        """See `Store.links_of`."""
        return JoinedLinks(self.shards, self.articles, profile)

    @cached_property
    def earlier(self) -> JoinedEarlier:
        """See `Store.earlier`."""
        return JoinedEarlier(self.shards)

    @cached_property
    def records(self) -> JoinedRecords:
        """See `Store.records`."""
        return JoinedRecords(self.shards)

    @cached_property
    def reviews(self) -> JoinedReviews:
        """See `Store.reviews`."""
        return JoinedReviews(self.shards)

    @cached_property
    def words(self) -> JoinedWords:
        """See `Store.words`."""
        return JoinedWords(self.shards)

    @cached_property
    def meanings(self) -> JoinedMeanings:
        """See `Store.meanings`."""
        return JoinedMeanings(self.shards)

    @cached_property
    def runs(self) -> JoinedRuns:
        """See `Store.runs`."""
        return JoinedRuns(self.shards, self.articles)

    @cached_property
    def weights(self) -> JoinedWeights:
        """See `Store.weights`."""
        return JoinedWeights(self.shards)

    @cached_property
    def detection(self) -> JoinedDetection:
        """See `Store.detection`."""
        return JoinedDetection(self.shards)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See `Store.snapshot`: each file is read as it is at one moment, all within some milliseconds."""
        with ExitStack() as stack:
            for _, begun in self.shards.ask(lambda store: store.snapshot()):
                stack.enter_context(begun)
            yield

    def add(self, entries: Sequence[Entry], removed: RemovedFinder | None = None) -> list[Outcome]:
        """See `Store.add`: one transaction per file. An article stays in the file that has its id or its address; a
        new one goes to the file that its id is dealt to."""
        dealt: dict[int, list[int]] = {}
        for place, first in enumerate(self._destinations(entries)):
            dealt.setdefault(first, []).append(place)
        outcomes: dict[int, Outcome] = {}
        for shard in self.shards.alive:
            places = dealt.get(shard.first, [])
            done = shard.store.add([entries[place] for place in places], removed)
            outcomes |= dict(zip(places, done, strict=True))
        return [outcomes[place] for place in range(len(entries))]

    def _destinations(self, entries: Sequence[Entry]) -> list[int]:
        """For each entry the `first` of the file that it goes to."""
        if self.shards.lost:
            raise ArchiveError(f"nothing is added: {self.shards.lost[0].why}; all files of {self.path} are needed")
        known: dict[str, int] = {}
        ids, urls = [each.article.id for each in entries], [each.article.url for each in entries if each.article.url]
        for shard in reversed(self.shards.alive):  # the first file that has it is the one that counts
            known |= {f"URL {address}": shard.first for address in articles_at(shard.store.connection, urls)}
            known |= {f"id {identity}": shard.first for identity in shard.store.articles.known_numbers(ids)}
        chosen = []
        for entry in entries:
            identity, url = entry.article.id, entry.article.url
            address = f"URL {canonical_address(url)}" if url else ""
            chosen.append(known.get(f"id {identity}", known.get(address, self._dealt(identity).first)))
        return chosen

    def _dealt(self, identity: str) -> Shard:
        """The file of a new id; the same for as long as the files are as many."""
        digest = hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return self.shards.alive[int.from_bytes(digest, "big") % len(self.shards.alive)]

    def close(self) -> None:
        """See `Store.close`."""
        self.shards.close()
