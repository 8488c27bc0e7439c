"""The part of `Archive` that answers with lists of links and with tables."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from provenance.config.settings import Settings
from provenance.model import Link
from provenance.store import Store
from provenance.usecases.filters import Filters

if TYPE_CHECKING:
    from provenance.model import QuotationRow
    from provenance.model.schema import View
    from provenance.usecases.tables import Links, Table


class ArchiveTables(ABC):
    """Links and tables of an open archive."""

    store: Store
    settings: Settings
    _unread: list[ref[Links]]

    def links(self, filters: Filters | None = None) -> Links:
        """Recorded links that the filters admit, strongest first: a list that is read when it is first used, and that
        gives a table (`to_pandas`, `to_polars`, `to_arrow`) without being read."""
        from provenance.usecases.tables import Links

        found = Links(self.store, self.settings, filters or Filters())
        self._unread.append(ref(found))
        return found

    def listed_links(self, filters: Filters | None = None) -> list[Link]:
        """The same links without their passages and evidence, for archives with very many."""
        from provenance.usecases.recorded_links import listed_links

        return listed_links(self.store, self.settings, filters or Filters())

    def whole_links(self, listed: Iterable[Link], filters: Filters | None = None) -> Iterator[Link]:
        """The listed links with passages and evidence, read one at a time; `filters` are those of the list."""
        from provenance.usecases.recorded_links import whole_links

        return whole_links(self.store, self.settings, listed, filters)

    def table(self, name: str) -> Table:
        """A view of the archive as a table: links, passages, evidence, quotations, utterances, articles, versions,
        reviews or publishers; `provenance schema` says what a row of each is."""
        from provenance.usecases.tables import table

        self._read_quotations(name)
        return table(self.store, name)

    def export_table(self, name: str, output: str | Path, *, format: str | None = None) -> int:  # noqa: A002
        """Write a table (see `table`) as JSONL, CSV or Parquet; how many rows were written."""
        from provenance.reports.row_files import row_format, rows_to
        from provenance.usecases.tables import kinds_of

        row_format(output, format)
        found = self.table(name)
        return rows_to(output, format)(found, kinds_of(found))

    def sql(self, statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> Table:
        """The answer to a statement of SQL that reads. Raises UsageError for one that is wrong or would write."""
        from provenance.usecases.tables import sql

        return sql(self.store, statement, values)

    def views(self) -> tuple[View, ...]:
        """The views that SQL can rely on, with what a row of each is."""
        from provenance.store.browsing.view_reading import views

        return views(self.store.connection)

    def view_statements(self) -> tuple[str, ...]:
        """The SQL that made them."""
        from provenance.store.browsing.view_reading import statements

        return statements(self.store.connection)

    def _read_quotations(self, name: str) -> None:
        """Quotations are read when they are first asked for."""
        if name.removeprefix("v_") in ("quotations", "utterances") and self.store.connection.writable:
            self.quotes()

    @abstractmethod
    def quotes(self, names: Sequence[str] = ()) -> list[QuotationRow]:
        """Of the class that has this as a base."""

    def _settle(self) -> None:
        """Let every list of links that somebody holds be as it was when it was asked for."""
        held, self._unread = self._unread, []
        for each in held:
            links = each()
            if links is not None:
                links.settle()

    def _carry_reviews(self) -> None:
        """Let SQL views say what people said, too."""
        from provenance.usecases.browsing.reviewed_rows import renew_reviewed_rows

        for each in self.store.files:
            renew_reviewed_rows(each)
