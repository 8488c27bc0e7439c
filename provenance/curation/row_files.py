"""Which format an input of rows has, by its first bytes, and the class that reads it."""

from __future__ import annotations

from provenance.config.files import SourceSettings
from provenance.curation.row_portions import RowFile
from provenance.curation.row_streams import PARQUET, RowStream, suffix_of
from provenance.errors import UnreadableInput

HEAD = 4096


def row_file(stream: RowStream, settings: SourceSettings | None = None) -> RowFile:
    """The reader of an input. Raises UnreadableInput, and MissingExtra for Parquet and zstd without pyarrow."""
    limit = (settings or SourceSettings()).largest_text
    with stream.opened() as opened:
        head = opened.peek(HEAD)[:HEAD]  # type: ignore[attr-defined]
    if head.startswith(PARQUET):
        from provenance.curation.parquet_rows import ParquetRows

        return ParquetRows.of(stream)
    suffix = suffix_of(stream.name)[0]
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if suffix == ".parquet":
        raise UnreadableInput(f"{stream.name}: it is no Parquet file")
    if begins == b"[" and suffix not in (".csv", ".tsv"):
        raise UnreadableInput(
            f"{stream.name}: it is one JSON document; `dedup` reads JSON Lines, one object per line"
            " (jq -c '.[]' makes them of it)"
        )
    if suffix in (".jsonl", ".ndjson") or begins == b"{":
        from provenance.curation.json_lines_rows import JsonLinesRows

        return JsonLinesRows(stream, limit)
    if suffix not in ("", ".csv", ".tsv", ".txt"):
        raise UnreadableInput(f"{stream.name}: `dedup` reads JSON Lines, CSV and Parquet, also packed (.gz, .zst)")
    from provenance.curation.table_rows import TableRows

    return TableRows.of(stream, limit)
