"""Parquet, a batch of rows at a time; needs the optional package pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from provenance.errors import MissingExtra
from provenance.model import Article, Note, SkippedInput
from provenance.sources import rows
from provenance.sources.column_guess import longest_text
from provenance.sources.readers import Request, Result, Source
from provenance.sources.times.date_order import ReadRow, in_one_order, without_clues

BATCH = 256  # rows held at a time; news articles of 5 kB make that about 1 MB
# Values that Python has no form for: a date after the year 9999, a moment in a time zone that nobody knows.
NO_FORM = (ValueError, OverflowError, LookupError)


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield an article or a skipped row for every row; ids default to `<stem>:<row>`."""
    try:
        import pyarrow.parquet  # noqa: F401 (whether it is there)
    except ImportError:
        yield SkippedInput(source.name, str(MissingExtra("reading Parquet", "parquet")), "no-reader")
        return
    if not source.stream.seekable():
        yield SkippedInput(source.name, "Parquet cannot be read from a stream; name the file", "no-reader")
        return
    yield from in_one_order(_rows(source, request), partial(_again, source, request) if source.again else None)


def _again(source: Source, request: Request) -> Iterator[ReadRow]:
    assert source.again is not None  # noqa: S101 (asked by the caller)
    with source.again() as stream:
        yield from _rows(replace(source, stream=stream), without_clues(request))


def _rows(source: Source, request: Request) -> Iterator[ReadRow]:
    import pyarrow as arrow
    from pyarrow import parquet as tables

    number = 0
    try:
        table = tables.ParquetFile(source.stream)
        missing = rows.missing_columns(table.schema_arrow.names, request, source.name)
        guessed = None
        if missing is not None:
            guessed = None if "text" in request.mapping else _guessed(table)
            if guessed is None:
                yield ReadRow(missing)
                return
            request = replace(request, mapping={**request.mapping, "text": guessed})
        for batch in table.iter_batches(batch_size=BATCH):
            for row in _plain(batch):
                number += 1
                where = f"{source.name} row {number}"
                found = rows.read_row(row, where, f"{source.stem}:{number}", source.name, request)
                yield found if guessed is None else _told(found, guessed, where, first=number == 1)
    except (arrow.ArrowException, OSError, EOFError, ValueError, io.UnsupportedOperation) as error:
        reason = " ".join(str(error).split())[:200]
        where = f"{source.name} after row {number}"
        yield ReadRow(SkippedInput(where, f"it is no readable Parquet file ({reason})", "broken-stream"))
        return
    if number == 0:
        yield ReadRow(SkippedInput(source.name, "it has no rows", "empty"))


def _guessed(table: Any) -> str | None:
    """The column with the texts by the first rows, where no name is known."""
    return next((longest_text(_plain(batch)) for batch in table.iter_batches(batch_size=BATCH)), None)


def _told(found: ReadRow, column: str, where: str, *, first: bool) -> ReadRow:
    """The article with the guess said, and noted on the first of the file."""
    if not isinstance(found.result, Article):
        return found
    guesses = {**found.result.guesses, "text": f'column "{column}", the longest text of its rows'}
    reason = f'its text is taken from "{column}", the longest text of its rows; to name another: --map text=COLUMN'
    notes = (*found.result.notes, Note(where, reason, "column-guessed")) if first else found.result.notes
    return found._replace(result=replace(found.result, guesses=guesses, notes=notes))


def _plain(batch: Any) -> list[dict[str, Any]]:
    try:
        return list(batch.to_pylist())
    except NO_FORM:
        names = batch.schema.names
        return [dict(zip(names, map(_value, row), strict=True)) for row in zip(*batch.columns, strict=True)]


def _value(scalar: Any) -> Any:
    """What Python makes of a value; where it can make nothing, the number that is stored and its type, as text. A
    moment in a time zone that nobody knows is one all the same: what is stored is UTC."""
    import pyarrow as arrow

    try:
        return scalar.as_py()
    except LookupError:
        if getattr(scalar.type, "tz", "UTC") != "UTC":
            return _value(scalar.cast(arrow.timestamp(scalar.type.unit, "UTC")))
    except (ValueError, OverflowError):
        pass
    return f"{getattr(scalar, 'value', '?')} ({scalar.type})"
