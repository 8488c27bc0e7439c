"""The library's main class: one object with one method per question. Each method calls its use case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from provenance.config.settings import Settings
from provenance.model import (
    Addition,
    Article,
    ArticleView,
    Cluster,
    Findings,
    LineageView,
    Link,
    ListedArticle,
    QuotationRow,
    SkippedInput,
    TraceView,
    VersionsView,
)
from provenance.model.progress import Progress
from provenance.store import Store
from provenance.store.shards.shard_files import names_several
from provenance.usecases.archive_care import ArchiveCare
from provenance.usecases.filters import Filters
from provenance.usecases.several_files import answered

if TYPE_CHECKING:
    from provenance.config.fetching import FetchSettings
    from provenance.config.files import StoreSettings
    from provenance.engines import Engine
    from provenance.sources.addresses.address_reader import Memory
    from provenance.sources.given_values import Given
    from provenance.sources.times.timestamps import DateOrder
    from provenance.usecases.auditing import AuditSummary
    from provenance.usecases.clustering import Keep
    from provenance.usecases.given_articles import Inputs


class Archive(ArchiveCare):
    """An archive file. Reading methods never change it; a missing file is made only with `create`. A pattern
    (`shards/*.db`) or a list of files (`all.shards`) is several that are asked as one (`store/shards`).

    Methods that take `engine` run their work on it, wherever that is; `jobs` is short for an engine of this machine.
    `file` says how the file itself is used.
    One job, the default, is this process; more (0: one per processor) start fresh interpreters, so a script that asks
    for them keeps its own work under `if __name__ == "__main__":`.
    """

    def __init__(
        self,
        path: str | Path = "provenance.db",
        *,
        settings: Settings | None = None,
        create: bool = True,
        readonly: bool = False,
        file: StoreSettings | None = None,
    ) -> None:
        self.settings = settings or Settings.of()
        self.path = Path(path)
        kind: type[Store] = Store
        if names_several(self.path):
            from provenance.store.shards.joined_store import ShardedStore

            kind = ShardedStore
        self.store = kind.open(self.path, create=create and not readonly, readonly=readonly, settings=file)
        self.store.profile = self.settings.profile
        self._unread = []
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def tell_of_lost_files(self, whom: Callable[[str], None]) -> None:
        """Call `whom` with a line for people for every file that is left out because it cannot be read, where several
        are asked as one: now for those that are left out already, and whenever it happens."""
        self.store.tell_lost(lambda lost: whom(lost.why))

    def close(self) -> None:
        """Close the file."""
        if self._closed:
            return
        self._closed = True
        try:
            self._settle()
            connections = [each.connection.raw for each in self.store.files]
            if any(raw.total_changes and not raw.in_transaction for raw in connections):
                self._carry_reviews()
        finally:
            self.store.close()

    def add(
        self,
        paths: Inputs,
        *,
        rename: Mapping[str, str] | None = None,
        dates: DateOrder | None = None,
        given: Given | None = None,
        jobs: int = 1,
        engine: Engine | None = None,
        list_left_out: bool = True,
        on_progress: Progress | None = None,
        fetching: FetchSettings | None = None,
    ) -> Addition:
        """Read articles from files, folders, addresses (http://, https://) or "-" and keep them; or keep articles,
        rows (dictionaries) or the rows of a data frame. What was skipped or not used is listed, or without
        `list_left_out` only counted by kind. `given` values of fields win over those read (`given_values`)."""
        from provenance.config.fetching import FetchSettings
        from provenance.engines import given_or_local
        from provenance.sources import read
        from provenance.usecases.adding import add
        from provenance.usecases.given_articles import as_paths, given_inputs

        self._settle()
        with given_or_local(engine, jobs) as chosen:
            spread = chosen.map if chosen.jobs > 1 else None
            inputs = given_inputs(paths, rename, dates)
            if inputs is None:
                asked = as_paths(paths)
                inputs = read(asked, rename, spread=spread, dates=dates, fetching=fetching or FetchSettings())
            return add(
                self.store,
                inputs,
                self.settings.fingerprint,
                given=given,
                engine=chosen,
                list_left_out=list_left_out,
                on_progress=on_progress,
            )

    def check(
        self,
        paths: Sequence[str | Path],
        *,
        filters: Filters | None = None,
        rename: Mapping[str, str] | None = None,
        dates: DateOrder | None = None,
        given: Given | None = None,
        add: bool = False,
        fetching: FetchSettings | None = None,
        memory: Memory | None = None,
    ) -> Iterator[Findings | SkippedInput]:
        """Compare each article with the archive as it is then; `add` archives each after it was checked. `given`
        values of fields win over those read (`given_values`)."""
        from provenance.config.fetching import FetchSettings
        from provenance.sources import read

        fetched = fetching or FetchSettings()
        inputs = read(paths, rename, dates=dates, fetching=fetched, memory=memory)
        yield from self._checked(inputs, filters, given, add=add)

    def check_articles(
        self,
        articles: Inputs,
        *,
        filters: Filters | None = None,
        rename: Mapping[str, str] | None = None,
        dates: DateOrder | None = None,
        add: bool = False,
    ) -> Iterator[Findings | SkippedInput]:
        """`check` for articles, rows (dictionaries) or the rows of a data frame."""
        from provenance.usecases.given_articles import require_inputs

        yield from self._checked(require_inputs(articles, rename, dates), filters, None, add=add)

    def _checked(
        self, inputs: Iterable[Article | SkippedInput], filters: Filters | None, given: Given | None, *, add: bool
    ) -> Iterator[Findings | SkippedInput]:
        from provenance.usecases.checking import checker
        from provenance.usecases.narrowing import narrowed_findings

        self._settle()
        check_one = checker(self.store, self.settings)
        asked = (filters or Filters()).at(self.settings.lineage.reporting_confidence)
        for article in inputs:
            if isinstance(article, SkippedInput):
                yield article
                continue
            if given:
                from provenance.sources.given_values import with_given

                article = with_given(article, given)
            try:
                findings = narrowed_findings(answered(check_one, article), asked)
            except Exception as error:
                error.add_note(f"while checking {article.id!r} of {article.origin or 'an input'}")
                raise
            if add:
                from provenance.usecases.adding import add as keep

                keep(self.store, [article], self.settings.fingerprint, given=given)
            yield findings  # after it is stored: what was printed is there, whatever ends the process

    def compare(self, a: str, b: str, *, filters: Filters | None = None) -> Findings:
        """Two archived articles beside each other, with what people said of their link; they must be two."""
        from provenance.audit.reviews import Reviews
        from provenance.errors import UsageError
        from provenance.usecases.comparing import GIVEN_TWICE, compare
        from provenance.usecases.public_quotations import with_recorded

        one, other = self.article(a), self.article(b)
        if one.id == other.id:
            raise UsageError(f"{one.id}: {GIVEN_TWICE}")
        found = compare(one, other, self.settings, filters, Reviews(self.store))
        return with_recorded(found, self.store, self.settings)

    def audit(
        self,
        *,
        jobs: int = 1,
        engine: Engine | None = None,
        again: bool = False,
        on_progress: Progress | None = None,
    ) -> AuditSummary:
        """Find and record every link; what an audit with these settings has recorded already is kept, unless
        `again`."""
        from provenance.engines import given_or_local
        from provenance.usecases.auditing import audit

        self._settle()
        with given_or_local(engine, jobs) as chosen:
            return audit(self.store, self.settings, engine=chosen, again=again, on_progress=on_progress)

    def lineage(self, name: str, *, filters: Filters | None = None) -> LineageView:
        """Where one article comes from and what came of it."""
        from provenance.usecases.ancestry import lineage

        return answered(lambda: lineage(self.store, self.resolve(name), self.settings, filters or Filters()))

    def trace(self, passage: str, *, limit: int | None = None) -> TraceView:
        """Every appearance of a passage, the earliest known first; with `limit` the first so many."""
        from provenance.usecases.tracing import trace

        return answered(trace, self.store, passage, self.settings, limit=limit)

    def trace_in(self, name: str, start: int, end: int, *, limit: int | None = None) -> TraceView:
        """The same for a part of an archived article."""
        from provenance.usecases.tracing import trace_in

        return answered(lambda: trace_in(self.store, self.article(name), start, end, self.settings, limit=limit))

    def unsearchable(self) -> int:
        """How many texts the text search lacks: those of an older archive, or all where SQLite has no FTS5."""
        return self.store.words.left()

    def index_words(self, on_progress: Progress | None = None) -> int:
        """Let the text search have every text; returns how many it lacked. Nothing where SQLite has no FTS5."""
        from provenance.retrieval.word_for_word import index_words

        return sum(index_words(each, on_progress) for each in self.store.files)

    def quotes(
        self,
        names: Sequence[str] = (),
        *,
        reused: bool = False,
        altered: bool = False,
        speaker: str | None = None,
        on_progress: Progress | None = None,
    ) -> list[QuotationRow]:
        """Quotations of the named articles (all without names) with first appearance and later use."""
        from provenance.usecases.quoting import quotations

        articles = [self.store.articles.resolve(name) for name in names]
        return quotations(
            self.store,
            articles,
            self.settings,
            reused=reused,
            altered=altered,
            speaker=speaker,
            on_progress=on_progress,
        )

    def report(
        self,
        names: Sequence[str] = (),
        *,
        filters: Filters | None = None,
        limit: int | None = 200,
        on_progress: Progress | None = None,
    ) -> Iterator[tuple[Findings, LineageView] | SkippedInput]:
        """The content of a report on archived articles, or on files and folders; without names, on the first `limit`
        (None: all) of `sharing`."""
        from provenance.usecases.reporting import entries

        return entries(self.store, names, self.settings, filters or Filters(), on_progress, limit)

    def sharing(self, filters: Filters | None = None) -> list[str]:
        """The ids of the articles with a recorded link, derived ones and those that share most first."""
        from provenance.usecases.reporting import sharing

        return sharing(self.store, self.settings, filters)

    def article(self, name: str) -> Article:
        """An archived article by id, unique prefix, path or address."""
        return answered(lambda: self.store.articles.get(self.resolve(name)))

    def resolve(self, name: str) -> str:
        """The id of an archived article that is named by id, unique prefix, path or address."""
        return answered(self.store.articles.resolve, name)

    def text(self, identifier: str) -> str:
        """The newest text of an archived article."""
        return self.store.articles.get(identifier).text

    def named(self, links: Iterable[Link]) -> dict[str, Article]:
        """The articles that links and their evidence name, by id, with the earlier versions that passages are in."""
        from provenance.usecases.earlier_versions import with_versions

        links = list(links)
        known = self.store.articles.get_known(sorted({name for link in links for name in link.named}))
        return with_versions(self.store, known, links)

    def clusters(
        self, *, threshold: float = 0.7, keep: Keep = "earliest", on_progress: Progress | None = None
    ) -> list[Cluster]:
        """Groups of articles with an exact Jaccard similarity of at least `threshold` to the one that is kept."""
        from provenance.usecases.clustering import clusters

        return clusters(
            self.store, self.settings.fingerprint, threshold=threshold, keep=keep, on_progress=on_progress
        )

    def deduplicate(
        self,
        output: str | Path,
        *,
        threshold: float = 0.7,
        keep: Keep = "earliest",
        on_progress: Progress | None = None,
    ) -> tuple[int, int]:
        """Write the archive with one article kept of each group; how many were kept, and how many left out."""
        from provenance.reports.row_files import rows_to
        from provenance.usecases.deduplicating import deduplicate

        return deduplicate(
            self.store,
            rows_to(Path(output)),
            self.settings.fingerprint,
            threshold=threshold,
            keep=keep,
            on_progress=on_progress,
        )

    def export(self, output: str | Path, *, signatures: bool = False, format: str | None = None) -> int:  # noqa: A002
        """Write all articles, or their signatures as datasketch reads them; how many rows were written."""
        from provenance.reports.row_files import rows_to
        from provenance.usecases.exporting import export

        return export(self.store, rows_to(Path(output), format), self.settings.fingerprint, signatures=signatures)

    def listed(self, filters: Filters | None = None) -> list[ListedArticle]:
        """The archived articles that the filters admit, by id."""
        from provenance.usecases.listing import list_articles

        return answered(list_articles, self.store, filters)

    def show(self, name: str, version: int | None = None) -> ArticleView:
        """One archived article, in its newest version or in one counted from 1."""
        from provenance.usecases.listing import show

        return answered(show, self.store, name, version)

    def versions(self, name: str) -> VersionsView:
        """Every text that an archived article had, oldest first, with what each changed of the one before."""
        from provenance.usecases.listing import versions

        return answered(versions, self.store, name)
