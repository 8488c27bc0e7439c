"""SQL over the tables that a finished batch left: views, and one statement that reads them (extra `duckdb`).

The statements that make the views are plain DuckDB and need nothing of this program. A query runs in memory; it can
read the tables of the batch, and no other file, and can write nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from provenance.errors import MissingExtra, UsageError
from provenance.usecases.batching import TABLES
from provenance.usecases.finished_batches import Source
from provenance.usecases.query_values import different_names, plain

if TYPE_CHECKING:
    import duckdb

AT_ONCE = 1000  # rows that are fetched at a time
# What an import alone reads: bytes that only this program understands.
BYTES = {"links": ("judgement", "refers", "alignment"), "signatures": ("signature",)}
# Passages and links with what people want to see beside them.
MORE = {
    "passage_words": (
        "SELECT p.*, substr(x.text, p.a_start + 1, p.a_end - p.a_start) AS a_words,"
        " substr(y.text, p.b_start + 1, p.b_end - p.b_start) AS b_words"
        " FROM passages p JOIN articles x ON x.id = p.a JOIN articles y ON y.id = p.b"
    ),
    "who_took_from_whom": (
        "SELECT y.publisher AS source_publisher, x.publisher AS derived_publisher, count(*) AS links"
        " FROM links l JOIN articles x ON x.id = l.derived JOIN articles y ON y.id = l.source"
        " WHERE l.relation = 'derived' GROUP BY ALL"
    ),
}


def view_statements(source: Source) -> list[str]:
    """The statements of DuckDB that make a view per table, without bytes that nobody reads, and the views `MORE`."""
    made = []
    for table in TABLES:
        if table == "readings":
            continue
        columns = f"* EXCLUDE ({', '.join(BYTES[table])})" if table in BYTES else "*"
        files = ", ".join(_quoted(str(path.absolute())) for path in source.parts(table))
        made.append(f"CREATE VIEW {table} AS SELECT {columns} FROM read_parquet([{files}])")  # noqa: S608 - all quoted
    return [*made, *(f"CREATE VIEW {name} AS {select}" for name, select in MORE.items())]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class BatchQuery:
    """One statement over the views of a batch. `columns` are the names of its columns, each once."""

    columns: Sequence[str]

    def __init__(self, folder: Path, statement: str) -> None:
        """Raises UnreadableInput for a folder without a finished batch, UsageError for a statement that DuckDB
        refuses or that does more than read, MissingExtra without DuckDB."""
        try:
            import duckdb
        except ImportError:
            raise MissingExtra("SQL over a batch", "duckdb") from None
        source = Source(folder)
        self._error = duckdb.Error
        self._connection: duckdb.DuckDBPyConnection = duckdb.connect(":memory:")
        try:
            for each in view_statements(source):
                self._connection.execute(each)
            self._restrict(source)
            self._require_reading(statement)
            self._found = self._connection.execute(statement)
        except duckdb.Error as error:
            self._connection.close()
            raise UsageError(f"DuckDB refuses the statement: {_said(error)}") from None
        except BaseException:
            self._connection.close()
            raise
        self.columns = different_names([each[0] for each in self._found.description or ()])

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows by column, as values that JSON has: times as ISO 8601, bytes as hexadecimal digits."""
        try:
            while rows := self._found.fetchmany(AT_ONCE):
                for row in rows:
                    yield dict(zip(self.columns, map(plain, row), strict=True))
        except self._error as error:
            raise UsageError(f"DuckDB gave the statement up: {_said(error)}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def _restrict(self, source: Source) -> None:
        """Leave no file in reach but the tables, and nothing that could change that."""
        allowed = ", ".join(_quoted(str(path.absolute())) for table in TABLES for path in source.parts(table))
        self._connection.execute(f"SET allowed_paths = [{allowed}]")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def _require_reading(self, statement: str) -> None:
        import duckdb

        found = self._connection.extract_statements(statement)
        if len(found) != 1:
            raise UsageError(f"name one statement of SQL, not {len(found)}")
        if found[0].type != duckdb.StatementType.SELECT:  # EXPLAIN ANALYZE COPY ... would write
            raise UsageError("only statements that read are run: SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE")


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
