"""Answers as tables for pandas, polars and Arrow; none of them is needed for anything else.

A table is columns of plain values. Links are a list that is read when it is first used as one: a table of them is
made by SQL, in a tenth of the time and memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from provenance.errors import MissingExtra, UsageError
from provenance.model import Link
from provenance.model.schema import VIEWS
from provenance.store.browsing.view_reading import queried, view_rows
from provenance.usecases.filters import Filters

if TYPE_CHECKING:
    from provenance.config.settings import Settings
    from provenance.store import Store

ORDERS: Mapping[str, Sequence[str]] = {
    "v_links": ("a", "b"),
    "v_passages": ("a", "b", "passage"),
    "v_evidence": ("a", "b", "reason"),
    "v_quotations": ("article", "quotation"),
    "v_utterances": ("speaker", "text"),
    "v_articles": ("id",),
    "v_versions": ("article", "version"),
    "v_reviews": ("step",),
    "v_publishers": ("source", "taker"),
}


class Table(Sequence[Mapping[str, Any]]):
    """Rows with named columns: a sequence of dictionaries, or a data frame of whichever library is there."""

    def __init__(self, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        self.columns = list(columns)
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Mapping[str, Any]: ...

    @overload
    def __getitem__(self, place: slice) -> Table: ...

    def __getitem__(self, place: int | slice) -> Mapping[str, Any] | Table:
        if isinstance(place, slice):
            return Table(self.columns, self._rows[place])
        return dict(zip(self.columns, self._rows[place], strict=True))

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        for row in self._rows:
            yield dict(zip(self.columns, row, strict=True))

    def __repr__(self) -> str:
        return f"Table of {len(self):,} rows: {', '.join(self.columns)}"

    def values(self) -> Iterator[tuple[Any, ...]]:
        """The rows as tuples in the order of the columns, of which several may have one name."""
        return iter(self._rows)

    def to_dicts(self) -> list[Mapping[str, Any]]:
        """The rows as dictionaries."""
        return list(self)

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`; raises MissingExtra without pyarrow."""
        try:
            import pyarrow
        except ImportError as error:
            raise MissingExtra("tables of Arrow", "parquet") from error
        arrays = [_arrow(pyarrow, values) for values in self._values()]
        return pyarrow.Table.from_arrays(arrays, names=self.columns)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`; raises MissingExtra without pandas."""
        try:
            import pandas
        except ImportError as error:
            raise MissingExtra("data frames of pandas", "pandas") from error
        try:
            return self.to_arrow().to_pandas()
        except MissingExtra:
            return pandas.DataFrame(dict(zip(self.columns, self._values(), strict=True)), columns=self.columns)

    def to_polars(self) -> Any:
        """A `polars.DataFrame`; raises MissingExtra without polars."""
        try:
            import polars
        except ImportError as error:
            raise MissingExtra("data frames of polars", "polars") from error
        try:
            return polars.from_arrow(self.to_arrow())
        except MissingExtra:
            return polars.DataFrame(dict(zip(self.columns, self._values(), strict=True)), infer_schema_length=None)

    def _values(self) -> list[list[Any]]:
        return [[row[place] for row in self._rows] for place in range(len(self.columns))]


def _arrow(pyarrow: Any, values: list[Any]) -> Any:
    try:
        return pyarrow.array(values)
    except (pyarrow.ArrowException, UnicodeError, OverflowError):  # of two types, or with half of a character
        texts = [None if value is None else str(value).encode("utf-8", "replace").decode() for value in values]
        return pyarrow.array(texts, pyarrow.string())


def kinds_of(found: Table) -> dict[str, type]:
    """The columns with what their values are: whole numbers, numbers, or text."""
    kinds: dict[str, type] = {}
    for name, values in zip(found.columns, found._values(), strict=True):
        seen = {type(value) for value in values if value is not None}
        kinds[name] = int if seen == {int} else float if seen and seen <= {int, float} else str
    return kinds


def table(store: Store, name: str) -> Table:
    """All rows of a view, in the order of their ids; its name with or without "v_". Raises UsageError."""
    view = name if name.startswith("v_") else f"v_{name}"
    if view not in VIEWS:
        known = ", ".join(each.removeprefix("v_") for each in VIEWS)
        raise UsageError(f"there is no table {name!r}; there are {known}")
    columns, rows = view_rows(store.connection, view, ORDERS[view])
    return Table(columns, [*rows])


def sql(store: Store, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Table:
    """The answer to a statement that reads; see `queried`."""
    return Table(*queried(store.connection, statement, values))


class Links(Sequence[Link]):
    """Links, strongest first: a list that is read when it is first used, or a table that is not read at all."""

    def __init__(self, store: Store, settings: Settings, filters: Filters) -> None:
        self._store, self._settings, self._filters = store, settings, filters
        self._read: list[Link] | None = None

    def settle(self) -> None:
        """Read the list now: what it is read from is about to change, or to be closed."""
        _ = self._links

    @property
    def _links(self) -> list[Link]:
        if self._read is None:
            from provenance.usecases.recorded_links import recorded_links

            self._read = recorded_links(self._store, self._settings, self._filters)
        return self._read

    def __len__(self) -> int:
        return len(self._links)

    @overload
    def __getitem__(self, place: int) -> Link: ...

    @overload
    def __getitem__(self, place: slice) -> list[Link]: ...

    def __getitem__(self, place: int | slice) -> Link | list[Link]:
        return self._links[place]

    def __iter__(self) -> Iterator[Link]:
        return iter(self._links)

    def __eq__(self, other: object) -> bool:
        return self._links == (other._links if isinstance(other, Links) else other)

    __hash__ = None  # type: ignore[assignment]

    def __add__(self, other: Sequence[Link]) -> list[Link]:
        return [*self, *other]

    def __radd__(self, other: Sequence[Link]) -> list[Link]:
        return [*other, *self]

    def __repr__(self) -> str:
        return repr(self._links)

    def table(self) -> Table:
        """The links as rows, with what is known of both articles: the columns of the view `v_links`, in their order.

        Links that report one event are among them only where the filters ask for them, as in the list.
        """
        whole = table(self._store, "links")
        at = {name: place for place, name in enumerate(whole.columns)}
        profile, relation, a, b = at["profile"], at["relation"], at["a"], at["b"]
        plain = not self._filters.narrow and not self._filters.narrow_passages
        default = type(self._settings).of(self._settings.profile).lineage.reporting_confidence
        if plain and self._settings.lineage.reporting_confidence == default:
            event = self._filters.same_event
            rows = [
                row
                for row in whole._rows
                if row[profile] == self._settings.profile
                and (event or row[relation] != "same_event" or row[at["reviewed_at"]] is not None)
            ]
            verdict, share, sure = at["verdict"], at["share_a"], at["confidence"]
            rows.sort(
                key=lambda row: (
                    *(row[verdict] == "rejected", row[relation] == "same_event"),
                    *(-row[share], -row[sure], row[b], row[a]),
                )
            )
            return Table(whole.columns, rows)
        return self._narrowed(whole, at)

    def _narrowed(self, whole: Table, at: Mapping[str, int]) -> Table:
        """The rows of the listed links, as these say them."""
        from provenance.usecases.recorded_links import listed_links

        known = {
            (row[at["a"]], row[at["b"]]): row for row in whole._rows if row[at["profile"]] == self._store.profile
        }
        rows = []
        for link in listed_links(self._store, self._settings, self._filters):
            row = known.get((link.a, link.b))
            if row is None:
                continue
            said = {
                "relation": link.relation,
                "likeliest": link.likeliest,
                "source": link.source,
                "derived": link.derived,
                "confidence": link.confidence,
                "share_a": link.share_a,
                "share_b": link.share_b,
            }
            rows.append(tuple(said.get(name, row[place]) for name, place in at.items()))
        return Table(whole.columns, rows)

    def to_arrow(self) -> Any:
        """The same as a `pyarrow.Table`; raises MissingExtra without pyarrow."""
        return self.table().to_arrow()

    def to_pandas(self) -> Any:
        """The same as a `pandas.DataFrame`; raises MissingExtra without pandas."""
        return self.table().to_pandas()

    def to_polars(self) -> Any:
        """The same as a `polars.DataFrame`; raises MissingExtra without polars."""
        return self.table().to_polars()
