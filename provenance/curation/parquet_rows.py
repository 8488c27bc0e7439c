"""Parquet as rows: batches of Arrow, whose types reach the writer untouched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.curation.row_portions import BrokenRow, Row
from provenance.curation.row_streams import RowStream
from provenance.errors import MissingExtra, UnreadableInput

BATCH = 1000  # rows held at a time; news articles of 5 kB make that about 5 MB


@dataclass(frozen=True, slots=True)
class BatchPortion:
    """A batch of Arrow."""

    batch: Any

    def __len__(self) -> int:
        return int(self.batch.num_rows)

    def values(self, places: Sequence[int] | None = None) -> list[Row | BrokenRow]:
        """See `Portion.values`."""
        batch = self.batch if places is None else self.batch.take(list(places))
        rows: list[Row | BrokenRow] = list(without_nanoseconds(batch).to_pylist())
        return rows


@dataclass(frozen=True, slots=True)
class ParquetRows:
    """A Parquet file."""

    stream: RowStream
    columns: tuple[str, ...]
    schema: Any
    format: str = "parquet"

    @classmethod
    def of(cls, stream: RowStream) -> ParquetRows:
        """The file with its schema read; raises MissingExtra without pyarrow, UnreadableInput."""
        try:
            from pyarrow import ArrowException, parquet
        except ImportError as error:
            raise MissingExtra("reading Parquet", "parquet") from error
        try:
            schema = parquet.read_schema(stream.path)
        except (ArrowException, OSError, ValueError) as error:
            raise UnreadableInput(f"{stream.name}: {_reason(error)}") from None
        return cls(stream, tuple(schema.names), schema)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.stream.name

    def portions(self) -> Iterator[BatchPortion]:
        """See `RowFile.portions`."""
        from pyarrow import ArrowException, parquet

        try:
            with parquet.ParquetFile(self.stream.path) as file:
                for batch in file.iter_batches(batch_size=BATCH):
                    yield BatchPortion(batch)
        except (ArrowException, OSError, ValueError) as error:
            raise UnreadableInput(f"{self.stream.name}: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    return f"it is no readable Parquet file ({' '.join(str(error).split())[:200]})"


def without_nanoseconds(batch: Any) -> Any:
    """The batch with times that Python can hold: Arrow makes nanoseconds with pandas only."""
    import pyarrow

    for place, column in enumerate(batch.schema):
        if pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns":
            kind = pyarrow.timestamp("us", column.type.tz)
            batch = batch.set_column(place, column.name, batch.column(place).cast(kind, safe=False))
    return batch
