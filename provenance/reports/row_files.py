"""Rows as a file: JSONL, CSV or Parquet, written as a stream; the file is complete or does not appear.

The contents of rows are decided by use cases (`provenance.usecases.exporting`).
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

from provenance.errors import MissingExtra, UnreadableInput, UsageError
from provenance.reports.characters import clean, plain_json

FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a cell begins with that a spreadsheet runs
PARQUET_ROWS = 2000  # rows per group, some 10 MB in memory
STDOUT = "-"
ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet"}
PACKED = ".gz"

Row = Mapping[str, Any]
# Names of columns in their order; what their values are, where they are more than text, for Parquet.
Columns = Sequence[str] | Mapping[str, type]


def rows_to(path: str | Path, format: str | None = None) -> Callable[[Iterable[Row], Columns], int]:  # noqa: A002
    """A function that writes rows with `write_rows` to this file."""
    return partial(write_rows, Path(path), format=format)


def row_format(path: str | Path, format: str | None = None) -> str:  # noqa: A002
    """The format of a file of rows: the one given, or by its name; of standard output JSON Lines.

    Raises UsageError for a name whose ending cannot be written.
    """
    name = Path(path).name.casefold()
    if format is not None or name == STDOUT:
        return format or "jsonl"
    bare = name.removesuffix(PACKED)
    ending = next((each for each in ENDINGS if bare.endswith(each)), None)
    if ending is None or (ending == ".parquet" and bare != name):
        raise UsageError(
            f"{path}: the name must end in .jsonl, .csv or .parquet, which says how to write it (also .tsv,"
            " .jsonl.gz, .csv.gz); - is standard output"
        )
    return ENDINGS[ending]


def write_rows(path: Path, rows: Iterable[Row], columns: Columns, format: str | None = None) -> int:  # noqa: A002
    """Write rows in the format that the name asks for, or the one given; returns how many.

    `columns` are all names that rows may have, in the order of a CSV or Parquet file; JSONL leaves out empty values.
    Rows without columns are signatures, whose lists only JSONL can hold. `-` is standard output, as JSONL; as CSV
    it has no character there that a terminal obeys.
    The file appears under its name when it is complete. Raises UsageError for an unknown ending, MissingExtra
    for Parquet without pyarrow, UnreadableInput where the file cannot be written.
    """
    kind = row_format(path, format)
    if not columns and kind != "jsonl":
        raise UsageError(f"{path}: signatures are written as JSONL; let the name end in .jsonl")
    if kind == "jsonl":
        return _write(path, lambda file: _json_lines(file, rows))
    if kind in ("csv", "tsv"):
        shown = str(path) == STDOUT  # a terminal obeys control characters, and a cell cannot escape them as JSON does
        delimiter = "\t" if kind == "tsv" else ","
        return _write(path, lambda file: _csv(file, rows, list(columns), delimiter, _shown if shown else str))
    if str(path) == STDOUT:
        raise UsageError("Parquet is not written to standard output; name a file")
    return _parquet(path, rows, columns)


def _write(path: Path, writing: Callable[[IO[str]], int]) -> int:
    if str(path) == STDOUT:
        count = writing(sys.stdout)
        sys.stdout.flush()
        return count
    with _complete(path) as partial:
        if path.name.casefold().endswith(PACKED):
            with (
                partial.open("wb") as raw,
                gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed,
                _as_text(packed) as file,
            ):
                return writing(file)
        with partial.open("w", encoding="utf-8", newline="") as file:
            return writing(file)


def _as_text(stream: Any) -> Any:
    import io

    return io.TextIOWrapper(stream, "utf-8", newline="")


@contextmanager
def _complete(path: Path) -> Iterator[Path]:
    """A temporary file beside the named one, which replaces it when everything went well."""
    from provenance.files.whole import whole_file

    try:
        with whole_file(path) as partial:
            yield partial
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be written: {error.strerror or error}") from error


def _json_lines(file: IO[str], rows: Iterable[Row]) -> int:
    count = 0
    for row in rows:
        file.write(_json({key: value for key, value in row.items() if value is not None}) + "\n")
        count += 1
    return count


def _json(row: Row) -> str:
    return plain_json(json.dumps(row, ensure_ascii=False))


def _csv(
    file: IO[str], rows: Iterable[Row], columns: Sequence[str], delimiter: str, as_shown: Callable[[str], str]
) -> int:
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerow([as_shown(as_cell(column)) for column in columns])
    count = 0
    for row in rows:
        writer.writerow([as_shown(as_cell(row.get(column))) for column in columns])
        count += 1
    return count


def as_cell(value: Any) -> str:
    """Nothing for None; text as a spreadsheet shows it and does not run it: an apostrophe says that it is no formula.

    `provenance.sources.table_reader` takes it away again, so that a file that was written is read as it was.
    """
    text = "" if value is None else _plain(value)
    return f"'{text}" if isinstance(value, str) and text and text.lstrip("'")[:1] in FORMULAS else text


def _shown(cell: str) -> str:
    """The cell without characters that a terminal obeys; its lines stay lines."""
    return cell if cell.isprintable() else "\n".join(map(clean, cell.split("\n")))


def _plain(value: Any) -> str:
    """Text that UTF-8 can hold: lone surrogates become the replacement character; lists become JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def _parquet(path: Path, rows: Iterable[Row], columns: Columns) -> int:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("writing Parquet", "parquet") from error
    kinds = columns if isinstance(columns, Mapping) else dict.fromkeys(columns, str)
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema([(_plain(column), types[kind]) for column, kind in kinds.items()])
    count = 0
    with _complete(path) as partial, pyarrow.parquet.ParquetWriter(partial, schema) as writer:
        for portion in _portions(rows):
            values = [
                [None if row.get(c) is None else _plain(row[c]) if kind is str else row[c] for row in portion]
                for c, kind in kinds.items()
            ]
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
