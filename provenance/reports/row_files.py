"""Rows as a file: JSONL, CSV or Parquet, written as a stream; the file is complete or does not appear.

The contents of rows are decided by use cases (`provenance.usecases.exporting`).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

from provenance.errors import MissingExtra, UnreadableInput, UsageError

FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a cell begins with that a spreadsheet runs
PARQUET_ROWS = 2000  # rows per group, some 10 MB in memory

Row = Mapping[str, Any]


def rows_to(path: str | Path) -> Callable[[Iterable[Row], Sequence[str]], int]:
    """A function that writes rows with `write_rows` to this file."""
    return partial(write_rows, Path(path))


def write_rows(path: Path, rows: Iterable[Row], columns: Sequence[str]) -> int:
    """Write rows in the format that the file's name asks for; returns how many.

    `columns` are all names that rows may have, in the order of a CSV or Parquet file; JSONL leaves out empty values.
    Rows without columns are signatures, whose lists only JSONL can hold.
    The file appears under its name when it is complete. Raises UsageError for an unknown ending, MissingExtra
    for Parquet without pyarrow, UnreadableInput where the file cannot be written.
    """
    name = path.name.casefold()
    if not columns and not name.endswith((".jsonl", ".ndjson")):
        raise UsageError(f"{path}: signatures are written as JSONL; let the name end in .jsonl")
    if name.endswith((".jsonl", ".ndjson")):
        return _write(path, lambda file: _json_lines(file, rows))
    if name.endswith(".csv"):
        return _write(path, lambda file: _csv(file, rows, columns))
    if name.endswith(".parquet"):
        return _parquet(path, rows, columns)
    raise UsageError(f"{path}: the name must end in .jsonl, .csv or .parquet, which says how to write it")


def _write(path: Path, writing: Any) -> int:
    with _complete(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        count: int = writing(file)
    return count


@contextmanager
def _complete(path: Path) -> Iterator[Path]:
    """A temporary file beside the named one, which replaces it when everything went well."""
    partial = path.with_name(path.name + ".partial")
    try:
        try:
            yield partial
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be written: {error.strerror or error}") from error


def _json_lines(file: IO[str], rows: Iterable[Row]) -> int:
    count = 0
    for row in rows:
        file.write(_json({key: value for key, value in row.items() if value is not None}) + "\n")
        count += 1
    return count


def _json(row: Row) -> str:
    written = json.dumps(row, ensure_ascii=False)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates have no UTF-8, but JSON can escape them
        return json.dumps(row)
    return written


def _csv(file: IO[str], rows: Iterable[Row], columns: Sequence[str]) -> int:
    writer = csv.writer(file)
    writer.writerow([_cell(_plain(column)) for column in columns])
    count = 0
    for row in rows:
        writer.writerow(["" if row.get(column) is None else _cell(_plain(row[column])) for column in columns])
        count += 1
    return count


def _cell(text: str) -> str:
    """The text as a spreadsheet shows it and does not run it: an apostrophe says that what follows is no formula.

    `provenance.sources.table_reader` takes it away again, so that a file that was written is read as it was.
    """
    return f"'{text}" if text.lstrip("'")[:1] in FORMULAS and text else text


def _plain(value: Any) -> str:
    """Text that UTF-8 can hold: lone surrogates become the replacement character; lists become JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def _parquet(path: Path, rows: Iterable[Row], columns: Sequence[str]) -> int:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("writing Parquet", "parquet") from error
    schema = pyarrow.schema([(_plain(column), pyarrow.string()) for column in columns])
    count = 0
    with _complete(path) as partial, pyarrow.parquet.ParquetWriter(partial, schema) as writer:
        for portion in _portions(rows):
            values = [[None if row.get(c) is None else _plain(row[c]) for row in portion] for c in columns]
            writer.write_table(pyarrow.table(dict(zip(schema.names, values, strict=True)), schema=schema))
            count += len(portion)
    return count


def _portions(rows: Iterable[Row]) -> Iterator[list[Row]]:
    portion: list[Row] = []
    for row in rows:
        portion.append(row)
        if len(portion) == PARQUET_ROWS:
            yield portion
            portion = []
    if portion:
        yield portion
