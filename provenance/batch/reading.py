"""Inputs of a batch, read file by file with the readers of `add`, and admitted under the rules of `add`.

A file is read by one task, since what its first rows show (the order of day and month, the encoding) holds for all of
it. An id or address that occurs twice with different texts is kept where it occurs first, in the order of the files
and their rows: a rule that looks at those rows alone that share a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Values
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from provenance.batch.article_columns import ARTICLE, article_row
from provenance.batch.blocks import column
from provenance.engines.tables import Given, InputFile, Mapping, Step, Tables
from provenance.ingest.admission import where
from provenance.ingest.placing import named_after_file, says
from provenance.model import Article, SkippedInput
from provenance.sources import inputs
from provenance.sources.times.timestamps import DateOrder

ROWS = pa.schema(
    [
        ("row", pa.int64()),
        *ARTICLE,
        ("by_file", pa.bool_()),
        ("content", pa.int64()),
        ("where", pa.string()),
        ("reason", pa.string()),
        ("kind", pa.string()),
    ]
)
SKIPPED = pa.schema([("where", pa.string()), ("reason", pa.string()), ("kind", pa.string()), ("note", pa.bool_())])
FILE = 1 << 36  # rows that a file may have; a row's number is that of its file times this, plus its place
AT_ONCE = 500  # articles per batch


def files_of(paths: Sequence[str], tables: Tables) -> tuple[list[InputFile], list[SkippedInput]]:
    """The files of these inputs in the order in which `add` reads them, and what is none, with the reason."""
    files: list[InputFile] = []
    skipped: list[SkippedInput] = []
    for path in paths:
        if "://" in path:
            files += tables.listed(path)
            continue
        for found in inputs.files(path):
            if isinstance(found, SkippedInput):
                skipped.append(found)
            else:
                about = found.path.stat()
                files.append(InputFile(str(found.path), about.st_size, about.st_mtime_ns))
    return files, skipped


def reading(mapping: Values[str, str], dates: DateOrder | None) -> Mapping:
    """The mapping from files to rows: `_steps/rows`, articles and the reasons why there is none."""
    make = partial(_read, mapping=dict(mapping), dates=dates)
    return Mapping("_steps/rows", "files", ("file", "path", "content"), make, ROWS)


def _read(batch: pa.RecordBatch, mapping: dict[str, str], dates: DateOrder | None) -> Iterator[pa.RecordBatch]:
    for given in batch.to_pylist():
        waiting: list[dict[str, Any]] = []
        first = True
        for place, result in enumerate(_results(given, mapping, dates)):
            row = given["file"] * FILE + 2 * place
            if isinstance(result, SkippedInput):
                waiting.append({"row": row, "where": result.where, "reason": result.reason, "kind": result.kind})
            else:
                by_file = named_after_file(result)
                content = says(result) - 2**63 if by_file and first else None
                first = first and not by_file
                values = {**article_row(result), "by_file": by_file, "content": content}
                if _is_writable(values):
                    waiting.append({"row": row, **values, "where": where(result)})
                    waiting += [
                        {"row": row + 1, "where": note.where, "reason": note.reason, "kind": note.kind}
                        for note in result.notes
                    ]
                else:
                    reason = "it holds half of a surrogate pair, which is no character; write it anew"
                    waiting.append({"row": row, "where": where(result), "reason": reason, "kind": "undecodable"})
            if len(waiting) >= AT_ONCE:
                yield pa.RecordBatch.from_pylist(waiting, schema=ROWS)
                waiting = []
        if waiting:
            yield pa.RecordBatch.from_pylist(waiting, schema=ROWS)


def _results(
    given: Values[str, Any], mapping: dict[str, str], dates: DateOrder | None
) -> Iterator[Article | SkippedInput]:
    """What the readers make of a file that the worker opens, or whose bytes were carried to it."""
    if given["content"] is None:
        yield from inputs.read([given["path"]], mapping, dates=dates)
        return
    yield from inputs.read_bytes(given["path"], given["content"], mapping, dates=dates)


def _is_writable(values: Values[str, Any]) -> bool:
    try:
        "".join(value for value in values.values() if isinstance(value, str)).encode()
    except UnicodeEncodeError:
        return False
    return True


def skipped() -> Step:
    """The step that makes `skipped`: inputs and rows that gave no article, and notes on those that did."""
    columns = pa.schema(
        [
            ("at", pa.int64()),
            ("refused", pa.int8()),
            ("row", pa.int64()),
            *(ROWS.field(name) for name in ("where", "reason", "kind")),
        ]
    )
    told = Given("_steps/rows", ("row", "where", "reason", "kind"), _told)
    refused = Given("_steps/refused", ("row", "reason"), _told)
    unlisted = Given("_steps/unlisted", ("row", "where", "reason", "kind"), _told)
    return Step("skipped", (told, refused, unlisted), columns, ("refused", "row"), _said, SKIPPED)


def _told(batch: pa.RecordBatch) -> pa.RecordBatch:
    row = column(batch, "row")
    refused = np.full(len(row), "where" not in batch.schema.names, np.int8)
    return pa.RecordBatch.from_arrays(
        [pa.array(row - row % 2), pa.array(refused), *batch.columns], ["at", "refused", *batch.schema.names]
    )


def _said(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """Reasons of rows that gave none, notes on articles that were admitted, and articles that were refused."""
    rows = table.to_pylist()
    refused = {row["at"]: row["reason"] for row in rows if row["refused"]}
    said = []
    for row in rows:
        if row["refused"]:
            continue
        if row["reason"] is None:
            if refused.get(row["at"]):
                said.append((row["where"], refused[row["at"]], "twice", False))
        elif row["row"] % 2 == 0 or row["at"] not in refused:
            said.append((row["where"], row["reason"], row["kind"], bool(row["row"] % 2)))
    yield pa.RecordBatch.from_pylist([dict(zip(SKIPPED.names, each, strict=True)) for each in said], schema=SKIPPED)


def unlisted(found: Sequence[SkippedInput]) -> pa.Table:
    """What is no file among the inputs, as rows; those of files follow them."""
    rows = [
        {"row": 2 * place - FILE, "where": one.where, "reason": one.reason, "kind": one.kind}
        for place, one in enumerate(found)
    ]
    return pa.Table.from_pylist(
        rows, schema=pa.schema([ROWS.field(name) for name in ("row", "where", "reason", "kind")])
    )
