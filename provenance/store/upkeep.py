"""Looking after the file: counts and sizes, and whether it holds together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from provenance.model import ListedArticle
from provenance.model.progress import Progress
from provenance.store import index
from provenance.store.connection import Connection
from provenance.store.integrity import check_integrity
from provenance.store.listing import listed, listed_by_number, metadata_keys
from provenance.store.properties import read_number, read_property
from provenance.store.records import Problem, Statistics


class Upkeep:
    """The part of `Store` that describes the archive as a whole."""

    connection: Connection

    def statistics(self) -> Statistics:
        """Counts and sizes, of one moment."""
        with self.connection.snapshot():
            return self._statistics()

    def check_integrity(self, on_progress: Progress | None = None) -> list[Problem]:
        """Hold everything stored against everything else; an empty list means that all is well.

        `on_progress` is told what is checked, how far it is and how far it goes.
        """
        with self.connection.snapshot():
            generation = read_number(self.connection, "generation", 1)
            return check_integrity(self.connection, generation, on_progress)

    def listed(self) -> Iterator[ListedArticle]:
        """Every article without its text, ordered by id."""
        return listed(self.connection)

    def listed_by_number(self, numbers: Sequence[int]) -> dict[int, ListedArticle]:
        """Articles without their texts by the numbers of their current texts; unknown numbers are left out."""
        return listed_by_number(self.connection, numbers)

    def metadata_keys(self) -> list[str]:
        """The names of further keys that articles have, ascending."""
        return metadata_keys(self.connection)

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read inside is of one moment, whatever others write meanwhile; write nothing in it."""
        return self.connection.snapshot()

    def _statistics(self) -> Statistics:
        value = self.connection.value
        generation = read_number(self.connection, "generation", 1)
        path = Path(self.connection.path)
        tables = "FROM articles a JOIN versions v ON v.number = a.number"
        runs = {
            namespace: self.connection.row(
                "SELECT coalesce(sum(postings), 0), "
                "coalesce(sum(postings * (8 + article_width + position_width) + length(first_keys) + "
                "length(checksums) + length(heads) + length(tails)), 0), count(*) "
                "FROM runs_of_postings WHERE generation = ? AND namespace = ?",
                (generation, namespace),
            )
            for namespace in index.NAMESPACES
        }
        return Statistics(
            articles=value("SELECT count(*) FROM articles"),
            versions=value("SELECT count(*) FROM versions"),
            characters=value(f"SELECT coalesce(sum(v.characters), 0) {tables}"),
            text_bytes=value("SELECT coalesce(sum(length(content)), 0) FROM texts"),
            file_bytes=path.stat().st_size,
            publishers=value(f"SELECT count(DISTINCT v.publisher) {tables}"),
            dated=value(f"SELECT count(v.published_earliest) {tables}"),
            recipe=read_property(self.connection, f"recipe {generation}"),
            created=value("SELECT min(added) FROM versions"),
            postings={name: row[0] for name, row in runs.items()},
            index_bytes={name: row[1] for name, row in runs.items()},
            index_runs={name: row[2] for name, row in runs.items()},
            signature_bytes=value(
                "SELECT coalesce(sum(length(signature)), 0) FROM fingerprints WHERE generation = ?", (generation,)
            ),
            links=dict(
                self.connection.rows(
                    "SELECT relation, count(*) FROM judgements j "
                    "JOIN articles l ON l.article = j.low AND l.number = j.low_number "
                    "JOIN articles h ON h.article = j.high AND h.number = j.high_number "
                    "WHERE j.current AND relation IS NOT NULL GROUP BY relation ORDER BY relation"
                )
            ),
            quotations_extracted=value("SELECT count(*) FROM quotations JOIN articles USING (number)"),
            reviews=value("SELECT count(*) FROM reviews"),
            runs=value("SELECT count(*) FROM runs"),
        )
