"""The rows that are kept, with their columns: files are read once more, and what is left out is taken away.

The columns and types are those that one file of the same rows would have (`parquet_writing.schema_of`): those of
Parquet inputs, of other rows by their values. Rows are carried as Arrow, or as JSON where they are no Parquet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import BLOCK, Numbers, batch_of, blocks, column, kinds
from provenance.batch.carrying import gathered
from provenance.curation.parquet_rows import BatchPortion
from provenance.curation.parquet_writing import fitting, joined_type, type_of
from provenance.curation.row_portions import BrokenRow, Portion
from provenance.curation.row_values import as_object
from provenance.curation.tables.leaders import LEFT_OUT
from provenance.curation.tables.row_table import FILE, READ, numbered, opened
from provenance.engines.tables import Given, InputFile, Mapping, Step, Tables
from provenance.errors import UnreadableInput

# Rows of one block and one portion: their `places` from the number `first` on, and what they are, as Arrow's stream
# or as lines of JSON; `columns` are the names that rows of the portion have, in the order in which they occur.
CONTENTS = pa.schema(
    [
        ("first", pa.int64()),
        ("places", pa.list_(pa.int32())),
        ("arrow", pa.bool_()),
        ("content", pa.binary()),
        ("columns", pa.list_(pa.string())),
    ]
)
KEPT = pa.schema([*CONTENTS, ("schema", pa.binary())])
# Of each file: the columns of its rows, and their types, as schemas of Arrow.
TYPES = pa.schema(
    [("file", pa.int64()), ("arrow", pa.bool_()), ("schema", pa.binary()), ("columns", pa.list_(pa.string()))]
)


def keep(tables: Tables, files: Sequence[InputFile]) -> None:
    """Make `rows` of these files, from `_steps/left_out`. Raises UnreadableInput where columns of one name have types
    that do not go together."""
    tables.read(Mapping("_steps/contents", "files", READ, _contents, CONTENTS), files)
    tables.run(
        gathered(
            "_steps/kept",
            (
                ("_steps/contents", CONTENTS, CONTENTS.names, _first_block),
                ("_steps/left_out", LEFT_OUT, ("number",), _block),
            ),
            _kept,
            KEPT,
            order=("first", "number"),
        )
    )
    tables.run(_types())
    schema = _schema(tables.collect("_steps/types", TYPES.names))
    tables.run(Mapping("rows", "_steps/kept", ("arrow", "content"), partial(_rows, schema=schema), schema))


def _contents(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    for given in batch.to_pylist():
        with opened(given) as file:
            for first, portion in numbered(given, file):
                yield from _portion(first, portion)


def _portion(first: int, portion: Portion) -> Iterator[pa.RecordBatch]:
    """The rows of a portion, block by block: those that can be read."""
    start = first
    while start < first + len(portion):
        end = min(first + len(portion), (start // BLOCK + 1) * BLOCK)
        places = list(range(start - first, end - first))
        if isinstance(portion, BatchPortion):
            content, columns = _stream(portion.batch.slice(places[0], len(places))), portion.batch.schema.names
        else:
            rows = list(zip(places, portion.values(places), strict=True))
            whole = [(place, row) for place, row in rows if not isinstance(row, BrokenRow)]
            places = [place for place, _ in whole]
            content = "\n".join(as_object(row) for _, row in whole).encode()
            columns = list(dict.fromkeys(str(name) for _, row in whole for name in row))
        made = {
            "first": [start],
            "places": pa.array([[place + first - start for place in places]], pa.list_(pa.int32())),
            "arrow": [isinstance(portion, BatchPortion)],
            "content": [content],
            "columns": pa.array([columns], pa.list_(pa.string())),
        }
        yield batch_of(CONTENTS, made)
        start = end


def _stream(batch: Any) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        for each in batch.to_batches() if isinstance(batch, pa.Table) else [batch]:
            stream.write_batch(each)
    found: bytes = sink.getvalue().to_pybytes()
    return found


def _first_block(batch: pa.RecordBatch) -> Numbers:
    return blocks(column(batch, "first"))


def _block(batch: pa.RecordBatch) -> Numbers:
    return blocks(column(batch, "number"))


def _kept(table: pa.Table) -> Iterator[pa.RecordBatch]:
    contents, out = kinds(table, 2)
    left_out = column(out, "number")
    for row in contents.select(CONTENTS.names).to_pylist():
        stays = ~np.isin(row["first"] + np.array(row["places"], np.int64), left_out)
        if row["arrow"]:
            with pa.ipc.open_stream(row["content"]) as stream:
                rows = stream.read_all().filter(pa.array(stays))
            row["content"], schema = _stream(rows), rows.schema
        else:
            lines = row["content"].split(b"\n") if row["places"] else []
            lines = [line for line, stay in zip(lines, stays.tolist(), strict=True) if stay]
            row["content"] = b"\n".join(lines)
            values = [json.loads(line) for line in lines]
            schema = pa.schema([(name, type_of([each.get(name) for each in values])) for name in row["columns"]])
        row["schema"] = schema.serialize().to_pybytes()
        yield pa.RecordBatch.from_pylist([row], schema=KEPT)


def _types() -> Step:
    columns = pa.schema([("at", pa.int64()), *KEPT])
    given = Given("_steps/kept", ("first", "arrow", "schema", "columns"), _by_file)
    return Step("_steps/types", (given,), columns, ("first",), _of_file, TYPES, single=True)


def _by_file(batch: pa.RecordBatch) -> pa.RecordBatch:
    at = pa.array(column(batch, "first") // FILE)
    return pa.RecordBatch.from_arrays([at, *batch.columns], ["at", *batch.schema.names])


def _of_file(table: pa.Table) -> Iterator[pa.RecordBatch]:
    rows = table.select(["at", "arrow", "schema", "columns"]).to_pylist()
    columns = list(dict.fromkeys(name for row in rows for name in row["columns"]))
    schema = _read_schema(rows[0]["schema"]) if rows[0]["arrow"] else _joined_schema(rows)
    yield pa.RecordBatch.from_pylist(
        [{"file": rows[0]["at"], "arrow": rows[0]["arrow"], "schema": _bytes(schema), "columns": columns}],
        schema=TYPES,
    )


def _joined_schema(rows: Sequence[dict[str, Any]]) -> pa.Schema:
    types: dict[str, Any] = {}
    for row in rows:
        for field in _read_schema(row["schema"]):
            types[field.name] = joined_type(types.get(field.name), field.type)
    return pa.schema(list(types.items()))


def _schema(types: pa.Table) -> pa.Schema:
    """The schema of all rows, of those of each file."""
    rows = sorted(types.to_pylist(), key=lambda row: int(row["file"]))
    known = [_read_schema(row["schema"]) for row in rows if row["arrow"]]
    try:
        schema = pa.unify_schemas(known, promote_options="permissive") if known else pa.schema([])
    except pa.ArrowException as error:
        raise UnreadableInput(f"columns of one name have different types ({' '.join(str(error).split())})") from None
    others = _joined_schema([row for row in rows if not row["arrow"]])
    for name in dict.fromkeys(name for row in rows for name in row["columns"]):
        if name not in schema.names:
            found = others.field(name).type if name in others.names else pa.null()
            schema = schema.append(pa.field(name, pa.string() if found == pa.null() else found))
    return pa.schema([(field.name, plain_type(field.type)) for field in schema])


def plain_type(kind: Any) -> Any:
    """A type that every engine has: Spark knows no unsigned numbers, half floats, times of day and nanoseconds."""
    from pyarrow import types

    if types.is_unsigned_integer(kind):
        return {8: pa.int16(), 16: pa.int32(), 32: pa.int64(), 64: pa.decimal128(20, 0)}[kind.bit_width]
    if types.is_float16(kind):
        return pa.float32()
    if types.is_null(kind) or types.is_time(kind):
        return pa.string()
    if types.is_timestamp(kind):
        return pa.timestamp("us", kind.tz and "UTC")
    if types.is_dictionary(kind):
        return plain_type(kind.value_type)
    if types.is_large_string(kind) or types.is_string_view(kind):
        return pa.string()
    if types.is_large_binary(kind) or types.is_binary_view(kind) or types.is_fixed_size_binary(kind):
        return pa.binary()
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        return pa.list_(plain_type(kind.value_type))
    if types.is_struct(kind):
        return pa.struct([(field.name, plain_type(field.type)) for field in kind])
    return kind


def _cast(table: pa.Table, schema: pa.Schema) -> pa.Table:
    columns = [
        pa.nulls(len(table), field.type)
        if field.name not in table.column_names
        else table.column(field.name).cast(field.type, safe=not pa.types.is_timestamp(field.type))
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def _read_schema(data: bytes) -> pa.Schema:
    return pa.ipc.read_schema(pa.py_buffer(data))


def _bytes(schema: pa.Schema) -> bytes:
    found: bytes = schema.serialize().to_pybytes()
    return found


def _rows(batch: pa.RecordBatch, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for arrow, content in zip(batch.column("arrow").to_pylist(), batch.column("content").to_pylist(), strict=True):
        if arrow:
            with pa.ipc.open_stream(content) as stream:
                table = _cast(stream.read_all(), schema)
        else:
            rows = [fitting(json.loads(line), schema) for line in content.split(b"\n") if line]
            table = pa.Table.from_pylist(rows, schema=schema)
        yield from table.combine_chunks().to_batches()
