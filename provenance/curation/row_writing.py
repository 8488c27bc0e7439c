"""Rows that are kept, into one file: as they were where the format is the input's, else turned into the other format.

A file appears under its name when it is complete. JSON Lines and CSV may be packed (`.gz`, `.zst`).
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from provenance.curation.json_lines_rows import LinePortion, with_value
from provenance.curation.row_portions import BrokenRow, Portion, RowFile
from provenance.curation.row_streams import suffix_of
from provenance.curation.row_values import Changed, as_cell, as_object, as_written, with_text
from provenance.curation.table_rows import Record, TablePortion, TableRows
from provenance.errors import MissingExtra, UnreadableInput, UsageError
from provenance.sources.row_keys import Place

FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet"}


class Writer(Protocol):
    """Takes portions in order; `places` are the rows that are kept. Returns how many could not be written."""

    def write(self, portion: Portion, places: Sequence[int], changed: Changed) -> int:
        """Write these rows of a portion."""
        ...


def format_of(output: str, inputs: Sequence[RowFile]) -> str:
    """The format of an output: by its suffix; of `-` that of the first input, JSON Lines for Parquet.

    Raises UsageError for a suffix that cannot be written.
    """
    if output == "-":
        first = inputs[0].format if inputs else "jsonl"
        return "jsonl" if first == "parquet" else first
    suffix, packed = suffix_of(output)
    if suffix not in FORMATS or (packed and suffix == ".parquet"):
        raise UsageError(
            f"{output}: the name must end in .jsonl, .csv, .tsv or .parquet, which says how to write it;"
            " .jsonl and .csv may be followed by .gz or .zst"
        )
    return FORMATS[suffix]


@contextmanager
def writer(output: str, inputs: Sequence[RowFile], columns: Sequence[str], schema: Any) -> Iterator[Writer]:
    """Writes to a file, or to standard output for `-`. `columns` are all that rows have, for CSV; `schema` is
    Arrow's, for Parquet. Raises UsageError, UnreadableInput and MissingExtra.
    """
    kind = format_of(output, inputs)
    with _complete(output) as path, _opened(path, suffix_of(output)[1]) as stream:
        if kind == "jsonl":
            yield _JsonLines(stream)
        elif kind == "csv":
            yield _Table(stream, inputs, columns, "\t" if suffix_of(output)[0] == ".tsv" else ",")
        else:
            from provenance.curation.parquet_writing import ParquetWriting

            with ParquetWriting(stream, schema) as parquet:
                yield parquet


@contextmanager
def _complete(output: str) -> Iterator[Path | None]:
    if output == "-":
        yield None
        return
    from provenance.files.whole import whole_file

    try:
        with whole_file(Path(output)) as partial:
            yield partial
    except OSError as error:
        raise UnreadableInput(f"{output} cannot be written: {error.strerror or error}") from error


@contextmanager
def _opened(path: Path | None, packed: str) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with path.open("wb") as raw:
        if packed == ".gz":
            with gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
                yield cast("BinaryIO", file)
        elif packed == ".zst":
            try:
                import pyarrow
            except ImportError as error:
                raise MissingExtra("writing files packed with zstd", "parquet") from error
            with pyarrow.CompressedOutputStream(pyarrow.PythonFile(raw, mode="w"), "zstd") as file:
                yield cast("BinaryIO", file)
        else:
            yield raw


class _JsonLines:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, portion: Portion, places: Sequence[int], changed: Changed) -> int:
        """See `Writer`."""
        if isinstance(portion, LinePortion):
            kept = [_line(portion, place, changed) for place in places]
        else:
            rows = portion.values(places)
            kept = [
                None if isinstance(row, BrokenRow) else as_object(with_text(row, changed.get(place))).encode()
                for place, row in zip(places, rows, strict=True)
            ]
        written = [line for line in kept if line is not None]
        if written:
            self._stream.write(b"\n".join(written) + b"\n")
        return len(kept) - len(written)


def _line(portion: LinePortion, place: int, changed: Changed) -> bytes | None:
    line = portion.lines[place]
    if line is None or place not in changed:
        return line
    text, where = changed[place]
    if not where.steps:
        try:
            return with_value(line, where.key, text)
        except (ValueError, IndexError):
            pass
    (row,) = portion.values([place])
    return line if isinstance(row, BrokenRow) else as_object(with_text(row, changed[place])).encode()


class _Table:
    def __init__(self, stream: BinaryIO, inputs: Sequence[RowFile], columns: Sequence[str], delimiter: str) -> None:
        self._stream, self._delimiter = stream, delimiter
        self._columns = list(columns)
        first = inputs[0] if inputs else None
        self._as_they_were = isinstance(first, TableRows) and all(
            isinstance(one, TableRows) and (one.columns, one.delimiter) == (first.columns, first.delimiter)
            for one in inputs
        )
        if self._as_they_were and isinstance(first, TableRows):
            self._delimiter = first.delimiter
            self._put([_ended(first.header)])
        else:
            self._put([self._record([as_cell(column) for column in self._columns])])

    def _put(self, records: Sequence[str]) -> None:
        self._stream.write("".join(records).encode("utf-8", "surrogateescape"))

    def _record(self, fields: Sequence[str]) -> str:
        record = io.StringIO()
        csv.writer(record, delimiter=self._delimiter, lineterminator="\n").writerow(fields)
        return record.getvalue()

    def write(self, portion: Portion, places: Sequence[int], changed: Changed) -> int:
        """See `Writer`."""
        if self._as_they_were and isinstance(portion, TablePortion):
            records = ((place, portion.records[place]) for place in places)
            self._put(
                [
                    self._record(_changed(portion, record, changed[place]))
                    if place in changed
                    else _ended(record.written)
                    for place, record in records
                ]
            )
            return 0
        rows = [
            (place, row)
            for place, row in zip(places, as_written(portion, places), strict=True)
            if not isinstance(row, BrokenRow)
        ]
        made = (with_text(row, changed.get(place)) for place, row in rows)
        self._put([self._record([as_cell(row.get(column)) for column in self._columns]) for row in made])
        return len(places) - len(rows)


def _changed(portion: TablePortion, record: Record, change: tuple[str, Place]) -> list[str]:
    text, where = change
    return [
        text if at < len(portion.columns) and portion.columns[at] == where.key else field
        for at, field in enumerate(record.fields)
    ]


def _ended(written: str) -> str:
    return written if written.endswith("\n") else written + "\n"
