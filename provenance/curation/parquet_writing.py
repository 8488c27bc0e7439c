"""Rows into Parquet: batches of Arrow as they are, other rows with the types that their values have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.typing import NDArray

from provenance.curation.parquet_rows import BatchPortion, ParquetRows
from provenance.curation.row_portions import BrokenRow, Portion, RowFile
from provenance.curation.row_values import Changed, as_text, with_text
from provenance.curation.sketching import chosen_rows
from provenance.errors import MissingExtra, UnreadableInput

GROUP_ROWS, GROUP_BYTES = 20_000, 32_000_000  # of a row group


def schema_of(files: Sequence[RowFile], kept: NDArray[np.bool_], columns: Sequence[str]) -> Any:
    """The schema of an output: that of Parquet inputs, of other rows by their values (text for what is of two types).

    Rows that are no Parquet are read once more. Raises MissingExtra, and UnreadableInput for inputs whose columns of
    one name have types that do not go together.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtra("writing Parquet", "parquet") from error
    known = [file.schema for file in files if isinstance(file, ParquetRows)]
    try:
        schema = pyarrow.unify_schemas(known, promote_options="permissive") if known else pyarrow.schema([])
    except pyarrow.ArrowException as error:
        raise UnreadableInput(f"columns of one name have different types ({' '.join(str(error).split())})") from None
    if all(isinstance(file, ParquetRows) for file in files):
        return schema
    types: dict[str, Any] = {}
    for _, portion, places in chosen_rows(files, kept):
        if isinstance(portion, BatchPortion):
            continue
        rows = [row for row in portion.values(places) if not isinstance(row, BrokenRow)]
        for column in columns:
            values = [row.get(column) for row in rows]
            types[column] = joined_type(types.get(column), type_of(values))
    for column in columns:
        if column not in schema.names:
            found = types.get(column)
            schema = schema.append(
                pyarrow.field(column, pyarrow.string() if found is None or found == pyarrow.null() else found)
            )
    return schema


def type_of(values: list[Any]) -> Any:
    """The type of Arrow that has these values; text for what is of two types."""
    import pyarrow

    try:
        return pyarrow.array(values).type
    except (pyarrow.ArrowException, ValueError, TypeError, OverflowError):
        return pyarrow.string()


def joined_type(one: Any, other: Any) -> Any:
    """The type that has the values of both; text where only text has."""
    import pyarrow

    if one is None or one == other:
        return other
    try:
        schemas = [pyarrow.schema([("x", kind)]) for kind in (one, other)]
        return pyarrow.unify_schemas(schemas, promote_options="permissive").field("x").type
    except pyarrow.ArrowException:
        return pyarrow.string()


class ParquetWriting:
    """Writes portions as row groups; see `Writer`."""

    def __init__(self, stream: BinaryIO, schema: Any) -> None:
        from pyarrow import parquet

        self._schema = schema
        self._writer = parquet.ParquetWriter(stream, schema)
        self._waiting: list[Any] = []

    def write(self, portion: Portion, places: Sequence[int], changed: Changed) -> int:
        """See `Writer`."""
        import pyarrow

        lost = 0
        if isinstance(portion, BatchPortion) and not any(where.steps for _, where in changed.values()):
            table = _retold(pyarrow.Table.from_batches([portion.batch.take(list(places))]), places, changed)
        else:
            rows = portion.values(places)
            made = [
                fitting(with_text(row, changed.get(place)), self._schema)
                for place, row in zip(places, rows, strict=True)
                if not isinstance(row, BrokenRow)
            ]
            lost = len(places) - len(made)
            table = pyarrow.Table.from_pylist(made, schema=self._schema)
        self._waiting.append(_with_columns(table, self._schema))
        rows_waiting = sum(table.num_rows for table in self._waiting)
        if rows_waiting >= GROUP_ROWS or sum(table.nbytes for table in self._waiting) >= GROUP_BYTES:
            self._flush()
        return lost

    def _flush(self) -> None:
        import pyarrow

        if self._waiting:
            self._writer.write_table(pyarrow.concat_tables(self._waiting))
            self._waiting = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
        self._writer.close()


def _retold(table: Any, places: Sequence[int], changed: Changed) -> Any:
    """The table with the texts that changed; all other columns stay as they are."""
    import pyarrow

    for key in sorted({where.key for _, where in changed.values()}):
        at = table.schema.get_field_index(key)
        values = table.column(at).to_pylist()
        for row, place in enumerate(places):
            if place in changed and changed[place][1].key == key:
                values[row] = changed[place][0]
        table = table.set_column(at, table.schema.field(at), pyarrow.array(values, table.schema.field(at).type))
    return table


def fitting(row: Mapping[str, Any], schema: Any) -> dict[str, Any]:
    """The row with text where the column is text."""
    import pyarrow

    return {
        field.name: as_text(value)
        if pyarrow.types.is_string(field.type) and value is not None and not isinstance(value, str)
        else value
        for field in schema
        for value in (row.get(field.name),)
    }


def _with_columns(table: Any, schema: Any) -> Any:
    """The table with the columns of the schema, in its order and types; nothing where it has none."""
    import pyarrow

    if table.schema.equals(schema):
        return table.replace_schema_metadata(schema.metadata)
    columns = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pyarrow.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pyarrow.Table.from_arrays(columns, schema=schema)
