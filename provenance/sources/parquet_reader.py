"""Parquet, a batch of rows at a time; needs the optional package pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from provenance.errors import MissingExtra
from provenance.model import SkippedInput
from provenance.sources import rows
from provenance.sources.readers import Request, Result, Source

BATCH = 256  # rows held at a time; news articles of 5 kB make that about 1 MB


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield an article or a skipped row for every row; ids default to `<stem>:<row>`."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet as tables
    except ImportError:
        yield SkippedInput(source.name, str(MissingExtra("reading Parquet", "parquet")), "no-reader")
        return
    if not source.stream.seekable():
        yield SkippedInput(source.name, "Parquet cannot be read from a stream; name the file", "no-reader")
        return
    number = 0
    try:
        table = tables.ParquetFile(source.stream)
        key = request.mapping.get("text", "text")
        if key not in table.schema_arrow.names:
            names = ", ".join(repr(name[:40]) for name in table.schema_arrow.names[:12])
            reason = f'it has no column "{key}" among {names}; name the one with the text: --map text=COLUMN'
            yield SkippedInput(source.name, reason, "no-column")
            return
        for batch in table.iter_batches(batch_size=BATCH):
            for row in _plain(batch):
                number += 1
                where = f"{source.name} row {number}"
                yield rows.read_row(row, where, f"{source.stem}:{number}", source.name, request)
    except (arrow.ArrowException, OSError, EOFError, ValueError, io.UnsupportedOperation) as error:
        reason = " ".join(str(error).split())[:200]
        yield SkippedInput(
            f"{source.name} after row {number}", f"it is no readable Parquet file ({reason})", "broken-stream"
        )
        return
    if number == 0:
        yield SkippedInput(source.name, "it has no rows", "empty")


def _plain(batch: Any) -> list[dict[str, Any]]:
    return list(batch.to_pylist())
