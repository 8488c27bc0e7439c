"""The open archive: one SQLite file, and one object per subject over it.

    store.articles     texts, versions, lists          articles/article_store.py
    store.index        fingerprints, keys, signatures  index/fingerprint_index.py
    store.words        texts by words in a row         index/text_search.py
    store.links        links, judgements               findings/link_store.py
    store.link_pages   links, a page at a time         browsing/link_pages.py
    store.article_pages articles, a page at a time     browsing/article_pages.py
    store.reviews      what people said of them        findings/review_store.py
    store.earlier      what newer versions lack        articles/earlier_store.py
    store.passages     what pairs of texts share       findings/passage_store.py
    store.records      settings that links belong to   findings/record_store.py
    store.quotations   quotations per article          findings/quotation_store.py
    store.meanings     sentences as codes              meanings/meaning_store.py
    store.runs         runs, what audits covered       findings/run_store.py
    store.weights      fitted news weights             findings/weights_store.py
    store.detection    which copies would be found     findings/detection_store.py
    store.upkeep       counts, sizes, integrity        upkeep.py

Several files that are asked as one are a `Store`, too (`shards/joined_store.py`).

Adding and removing an article changes several of them, so these two are methods of `Store` itself. Every change is
one transaction: after a crash all of it is there or none, and readers in other processes never wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from provenance.config.files import StoreSettings
from provenance.errors import ArchiveError
from provenance.store.articles.article_store import ArticleStore
from provenance.store.connection import Connection
from provenance.store.findings.quotation_store import QuotationStore
from provenance.store.index.fingerprint_index import FingerprintIndex
from provenance.store.opening import SCHEMA, open_connection

if TYPE_CHECKING:
    from provenance.model import PublicationTime
    from provenance.store.articles.earlier_store import EarlierStore
    from provenance.store.articles.earlier_writing import RemovedFinder
    from provenance.store.browsing.article_pages import ArticlePages
    from provenance.store.browsing.link_pages import LinkPages
    from provenance.store.findings.detection_store import DetectionStore
    from provenance.store.findings.link_store import LinkStore
    from provenance.store.findings.passage_store import PassageStore
    from provenance.store.findings.record_store import RecordStore
    from provenance.store.findings.review_store import ReviewStore
    from provenance.store.findings.run_store import RunStore
    from provenance.store.findings.utterance_store import UtteranceStore
    from provenance.store.findings.weights_store import WeightsStore
    from provenance.store.index.text_search import Fold, TextSearch
    from provenance.store.meanings.meaning_store import MeaningStore
    from provenance.store.records import Entry, Outcome
    from provenance.store.shards.shards import LostShard
    from provenance.store.upkeep import Upkeep


_GROWING = ("articles", "versions", "judgements", "reviews", "corrections", "records", "runs")  # by rows of new keys
_OF_ARTICLES = ("articles", "versions", "corrections")  # those that say what is known about texts
_FILLED = (  # by rows, or by values where there was none
    *(("corrections", "undone"), ("records", "finished"), ("records", "covered"), ("runs", "finished")),
    ("audited", "*"),
)


class Store:
    """An open archive. A context manager; one Store belongs to one thread. It never judges what it keeps.

    Usually one per command: `with Store.open(path, create=True) as store: ...`.
    """

    def __init__(self, connection: Connection, settings: StoreSettings) -> None:
        self.connection = connection
        self.settings = settings
        self.articles = ArticleStore(connection)
        self.index = FingerprintIndex(connection)
        self.quotations = QuotationStore(connection)
        self.profile = "news"  # whose links are read; to be set before `links` is first asked for

    # A `check` may need none of these, so their modules are imported when they are first asked for.

    @cached_property
    def earlier(self) -> EarlierStore:
        """Texts that newer versions replaced, as far as these lack something of them."""
        from provenance.store.articles.earlier_store import EarlierStore

        return EarlierStore(self.connection)

    @cached_property
    def links(self) -> LinkStore:
        """Links of pairs of articles and their judgements."""
        return self.links_of(self.profile)

    def links_of(self, profile: str) -> LinkStore:
        """The links that audits with another profile recorded."""
        from provenance.store.findings.link_store import LinkStore

        return LinkStore(self.connection, profile)

    def moment(self) -> tuple[int, ...]:
        """Numbers of which one changes with every change of texts, of what is known about them, of links, of what
        audits covered and of what people said, and where another file takes the place of this one. Cheap to know;
        what is made of nothing else than these may be kept as long as they stay."""
        from zlib import crc32

        parts = (
            "(SELECT value FROM properties WHERE name = 'articles')",
            *(f"(SELECT seq FROM sqlite_sequence WHERE name = '{table}')" for table in _GROWING),  # noqa: S608
            *(f"(SELECT count({column}) FROM {table})" for table, column in _FILLED),  # noqa: S608
        )
        numbers = self.connection.row(f"SELECT {', '.join(parts)}")
        weights = crc32(self.weights.as_json().encode())  # they decide which record is the one of an audit
        return (*(int(number or 0) for number in numbers), weights, *self.connection.file)

    def link_moment(self) -> tuple[int, ...]:
        """The same for links as they are recorded: neither what people say changes it nor what audits look at."""
        return self._numbers(("judgements", "records", *_OF_ARTICLES))

    def article_moment(self) -> tuple[int, ...]:
        """The same for texts and what is known about them alone: an audit does not change it."""
        return self._numbers(_OF_ARTICLES)

    def _numbers(self, tables: tuple[str, ...]) -> tuple[int, ...]:
        parts = (
            "(SELECT value FROM properties WHERE name = 'articles')",
            *(f"(SELECT seq FROM sqlite_sequence WHERE name = '{table}')" for table in tables),  # noqa: S608
            "(SELECT count(undone) FROM corrections)",
            "(SELECT value FROM properties WHERE name = 'languages read to')",
        )
        numbers = self.connection.row(f"SELECT {', '.join(parts)}")
        return (*(int(number or 0) for number in numbers), *self.connection.file)

    @property
    def link_pages(self) -> LinkPages:
        """Pages of the links that readers of this profile see, by key."""
        from provenance.store.browsing.link_pages import LinkPages

        return LinkPages(self.connection, self.links.record)

    @cached_property
    def article_pages(self) -> ArticlePages:
        """Pages of articles, by key."""
        from provenance.store.browsing.article_pages import ArticlePages

        return ArticlePages(self.connection)

    @cached_property
    def passages(self) -> PassageStore:
        """The passages that pairs of texts share."""
        from provenance.store.findings.passage_store import PassageStore

        return PassageStore(self.connection)

    @cached_property
    def records(self) -> RecordStore:
        """The settings that links were recorded with."""
        from provenance.store.findings.record_store import RecordStore

        return RecordStore(self.connection)

    @cached_property
    def reviews(self) -> ReviewStore:
        """What people said about links, passages, publishers and set phrases."""
        from provenance.store.findings.review_store import ReviewStore

        return ReviewStore(self.connection)

    @property
    def reviewed(self) -> bool:
        """Whether anybody ever said anything of a link; that is cheap to know."""
        return self.connection.row("SELECT 1 FROM reviews LIMIT 1") is not None

    @cached_property
    def words(self) -> TextSearch:
        """Which texts hold given words in a row."""
        from provenance.store.index.text_search import TextSearch

        return TextSearch(self.connection)

    @cached_property
    def meanings(self) -> MeaningStore:
        """Sentences as codes, to compare texts by meaning."""
        from provenance.store.meanings.meaning_store import MeaningStore

        return MeaningStore(self.connection)

    @property
    def encoded(self) -> bool:
        """Whether any text has its sentences encoded; that is cheap to know."""
        return self.connection.row("SELECT 1 FROM meanings LIMIT 1") is not None

    @cached_property
    def runs(self) -> RunStore:
        """Runs of commands, and which texts audits have covered."""
        from provenance.store.findings.run_store import RunStore

        return RunStore(self.connection)

    @cached_property
    def weights(self) -> WeightsStore:
        """News weights that were fitted to labels of this archive."""
        from provenance.store.findings.weights_store import WeightsStore

        return WeightsStore(self.connection)

    @cached_property
    def detection(self) -> DetectionStore:
        """Which copies would be found, as `calibrate` measured it."""
        from provenance.store.findings.detection_store import DetectionStore

        return DetectionStore(self.connection)

    @cached_property
    def utterances(self) -> UtteranceStore:
        """The index of quotations: utterances by article, articles by speaker."""
        from provenance.store.findings.utterance_store import UtteranceStore

        return UtteranceStore(self.connection)

    @cached_property
    def upkeep(self) -> Upkeep:
        """Counts and sizes, and whether the archive holds together."""
        from provenance.store.upkeep import Upkeep

        return Upkeep(self.connection, self.profile)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        readonly: bool = False,
        settings: StoreSettings | None = None,
    ) -> Store:
        """Open the archive at `path`; a missing file is made only with `create`.

        A file of an older schema is upgraded after a backup copy beside it. With `readonly` every change is refused,
        and a file in a folder where nothing may be written can be read. Raises ArchiveError or one of its kinds,
        with a message that names the file and what to do.
        """
        chosen = settings or StoreSettings()
        path = Path(path)
        connection = open_connection(path, create=create, readonly=readonly, settings=chosen)
        try:
            if connection.value("PRAGMA user_version") != SCHEMA:
                if readonly or not (create or connection.value("PRAGMA application_id")):
                    connection.close()
                    return cls._upgraded(path, create=create, readonly=readonly, settings=chosen)
                from provenance.store.migrations import bring_up_to_date

                bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection, chosen)

    @classmethod
    def _upgraded(cls, path: Path, *, create: bool, readonly: bool, settings: StoreSettings) -> Store:
        """Upgrade a file of an older schema, then open it as asked. A file that holds nothing yet is left alone."""
        writing = open_connection(path, create=False, readonly=False, settings=settings)
        try:
            if not writing.value("PRAGMA application_id"):
                raise ArchiveError(f"{path} holds nothing yet; `provenance add PATH...` fills it")
            from provenance.store.migrations import bring_up_to_date

            bring_up_to_date(writing)
        finally:
            writing.close()
        return cls.open(path, create=create, readonly=readonly, settings=settings)

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self.connection.path

    @property
    def files(self) -> Sequence[Store]:
        """The files that this is made of: this one."""
        return (self,)

    @property
    def lost(self) -> Sequence[LostShard]:
        """Files that could not be read, where several are asked as one."""
        return ()

    def tell_lost(self, whom: Callable[[LostShard], None]) -> None:
        """Tell of every such file, those so far and those to come."""

    @property
    def reader(self) -> FileReader:
        """A picklable object that opens this archive for reading in another process."""
        return FileReader(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing that was reported as stored depends on it."""
        self.connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All changes inside, of any part of the store, or none; inside another transaction it joins that one.

        Raises ArchiveBusy when another process writes for longer than the settings allow.
        """
        return self.connection.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read inside is of one moment, whatever others write meanwhile; write nothing in it."""
        return self.connection.snapshot()

    def add(self, entries: Sequence[Entry], removed: RemovedFinder | None = None) -> list[Outcome]:
        """Store articles with their fingerprints in one transaction; one outcome per entry, in their order.

        The same text again changes nothing; a new text for a known id or URL becomes a new version and takes the
        place of the old one in the index. `removed` finds what the new text lacks, which stays findable; without it
        `provenance.ingest.earlier_texts` finds it later. Batches of about 2,000 articles are the cheapest. Raises
        SchemeMismatch when a fingerprint was made by another recipe than the archive's.
        """
        if not entries:
            return []
        from provenance.store.articles.article_writing import sort_out, write_articles

        with self.transaction():
            self.index.adopt_recipe(self.index.recipe or entries[0].fingerprint.signature.recipe)
            self.index.require_recipe(entries)
            batch = sort_out(self.connection, entries, self.settings.compression_level)
            write_articles(self.connection, batch)
            self.index.write(batch.numbers, batch.stored)
            self.words.write(batch.numbers, [entry.words for entry in batch.stored])
            if batch.renewed:
                from provenance.store.articles.earlier_writing import keep_removed

                keep_removed(self.connection, self.index.generation, batch.renewed, removed)
        return batch.outcomes

    def correct(self, identity: str, given: Mapping[str, str | PublicationTime | None], by: str) -> None:
        """Let given values of fields stand in the place of what was read, in every version of an article and those to
        come; raises NoSuchArticle."""
        from provenance.store.articles.article_corrections import correct

        with self.transaction():
            correct(self.connection, identity, given, by)

    def undo_correction(self, identity: str, by: str, *, everything: bool = False) -> list[str]:
        """Take the last edit of an article back, or all; the fields that change. Raises NoSuchArticle."""
        from provenance.store.articles.article_corrections import undo

        with self.transaction():
            return undo(self.connection, identity, by, everything=everything)

    def remove(self, identity: str, fold: Fold) -> None:
        """Remove an article with all its versions, links and quotations; raises NoSuchArticle.

        `fold` makes the folded words that were stored with a text: those of every version are taken out of the text
        search. They leave the file with `words.rewrite`, which is called once after many removals.
        Its postings no longer count from this moment; their bytes leave the file when runs are next merged. What is
        deleted is overwritten, so that a removed text cannot be read from the file.
        """
        from provenance.store.articles.article_writing import remove_article

        remove_article(self.connection, identity, fold)


class ArchiveReader(Protocol):
    """A way to read one archive from any process that works on it: plain data until it is opened."""

    def open(self) -> AbstractContextManager[Store]:
        """The archive, open for reading until the context ends."""
        ...


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads the archive from its file, for processes that see the same file system."""

    path: Path

    def open(self) -> AbstractContextManager[Store]:
        """See `ArchiveReader.open`."""
        return Store.open(self.path, readonly=True)
