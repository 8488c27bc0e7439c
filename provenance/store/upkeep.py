"""Counts and sizes of the archive, and whether it is consistent (`integrity`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from provenance.errors import ArchiveBusy
from provenance.model.progress import Progress
from provenance.store.articles.article_rows import CURRENT_VERSIONS
from provenance.store.connection import Connection
from provenance.store.findings.record_store import SHOWN, RecordStore
from provenance.store.index.postings_pages import NAMESPACES
from provenance.store.integrity import check_integrity
from provenance.store.records import Problem, Statistics
from provenance.store.stored_values import read_number, read_property


class Upkeep:
    """`store.upkeep`: counts and sizes of the archive, and whether it is consistent. It never changes anything."""

    def __init__(self, connection: Connection, profile: str = "news") -> None:
        self._connection = connection
        self._profile = profile

    def statistics(self) -> Statistics:
        """Counts and sizes, all of one moment."""
        with self._connection.snapshot():
            return self._statistics()

    def check_integrity(self, on_progress: Progress | None = None) -> list[Problem]:
        """Check everything stored against everything else; an empty list means that the archive is consistent."""
        with self._connection.snapshot():
            generation = read_number(self._connection, "generation", 1)
            return check_integrity(self._connection, generation, on_progress)

    def check_words(self, portions: Iterable[tuple[Sequence[int], Sequence[bytes]]]) -> list[Problem]:
        """Check the text search against all texts' folded words, see `check_words` of `text_search_integrity`."""
        from provenance.store.index.text_search_integrity import check_words

        return list(check_words(self._connection, portions))

    def write_anew(self, *, check_only: bool = False) -> None:
        """Write the whole file anew, without what was deleted from it, and empty its log: about 2 s per 100 MB.

        With `check_only` the log is merged and emptied, which shows whether nobody is in the way. Raises ArchiveBusy
        where another process reads or writes meanwhile.
        """
        if not check_only:
            self._connection.run("VACUUM")
        busy, *_ = self._connection.row("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise ArchiveBusy(f"{self._connection.path} is being read or written by another process; end that first")

    def _statistics(self) -> Statistics:
        value = self._connection.value
        generation = read_number(self._connection, "generation", 1)
        path = Path(self._connection.path)
        tables = f"FROM {CURRENT_VERSIONS}"
        runs = {
            namespace: self._connection.row(
                "SELECT coalesce(sum(postings), 0), "
                "coalesce(sum(postings * (8 + article_width + position_width) + length(first_keys) + "
                "length(checksums) + length(heads) + length(tails)), 0), count(*) "
                "FROM runs_of_postings WHERE generation = ? AND namespace = ?",
                (generation, namespace),
            )
            for namespace in NAMESPACES
        }
        return Statistics(
            articles=value("SELECT count(*) FROM articles"),
            versions=value("SELECT count(*) FROM versions"),
            characters=value(f"SELECT coalesce(sum(v.characters), 0) {tables}"),
            text_bytes=value("SELECT coalesce(sum(length(content)), 0) FROM texts"),
            file_bytes=path.stat().st_size,
            publishers=value(f"SELECT count(DISTINCT v.publisher) {tables}"),
            dated=value(f"SELECT count(v.published_earliest) {tables}"),
            languages=dict(
                self._connection.rows(
                    f"SELECT coalesce(v.language, '') AS code, count(*) AS n {tables} "
                    "GROUP BY code ORDER BY code = '', n DESC, code"
                )
            ),
            recipe=read_property(self._connection, f"recipe {generation}"),
            created=value("SELECT min(added) FROM versions"),
            postings={name: row[0] for name, row in runs.items()},
            index_bytes={name: row[1] for name, row in runs.items()},
            index_runs={name: row[2] for name, row in runs.items()},
            signature_bytes=value(
                "SELECT coalesce(sum(length(signature)), 0) FROM fingerprints WHERE generation = ?", (generation,)
            ),
            links=dict(
                self._connection.rows(
                    "SELECT relation, count(*) FROM judgements j "  # noqa: S608
                    "JOIN articles l ON l.article = j.low AND l.number = j.low_number "
                    "JOIN articles h ON h.article = j.high AND h.number = j.high_number "
                    f"WHERE j.current AND j.record = {SHOWN} AND relation IS NOT NULL "
                    "GROUP BY relation ORDER BY relation",
                    (self._profile,),
                )
            ),
            records=tuple(RecordStore(self._connection).all()),
            quotations_extracted=value("SELECT count(*) FROM quotations JOIN articles USING (number)"),
            reviews=value("SELECT count(*) FROM reviews"),
            runs=value("SELECT count(*) FROM runs"),
        )
