"""The rows of files as a table: what is compared of each, and what it is called. Rows themselves are read again.

A file is read by one task. A row's number is that of its file times FILE, plus its place, so that numbers ascend in
the order in which `dedup` reads rows; rows from the number `reference` on are those of a reference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import batch_of, column
from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.row_files import row_file
from provenance.curation.row_portions import BrokenRow, Portion, RowFile
from provenance.curation.row_streams import RowStream, has_rows, streams
from provenance.curation.rows_read_again import label_of
from provenance.curation.sketching import TEXT, Reading, sketch
from provenance.engines.tables import Given, InputFile, Step, Tables
from provenance.engines.tables import Mapping as TableMapping
from provenance.errors import UnreadableInput, UsageError
from provenance.files.temporary import temporary_folder

FILE = 1 << 36  # rows that a file may have
READ = ("file", "path", "content")
# `named` is the id of a row, `begins` the beginning of its text; `digest` and `signature` are of its words.
ROWS = pa.schema(
    [
        ("number", pa.int64()),
        ("state", pa.int8()),
        ("rank", pa.float64()),
        ("digest", pa.int64()),
        ("signature", pa.binary()),
        ("text", pa.string()),
        ("named", pa.string()),
        ("begins", pa.string()),
        ("reason", pa.string()),
    ]
)
# Of each file: rows by state, and how many have a rank that is a number.
COUNTS = pa.schema([("file", pa.int64()), ("state", pa.int8()), ("rows", pa.int64()), ("ranked", pa.int64())])


def files_of(inputs: Sequence[str], tables: Tables) -> list[InputFile]:
    """The files of rows among these inputs, in the order in which `dedup` reads them. Raises UsageError for standard
    input, UnreadableInput for what is not there."""
    found: list[InputFile] = []
    for each in map(str, inputs):
        if each == "-":
            raise UsageError("standard input is read by no worker: name files")
        if "://" in each:
            listed = tables.listed(each)
            rows = [file for file in listed if len(listed) == 1 or has_rows(file.path)]
            if not rows:
                raise UnreadableInput(f"{each}: none of its files is one of rows by its name")
            found += rows
            continue
        for stream in streams([each], Path()):
            about = stream.path.stat()
            found.append(InputFile(str(stream.path), about.st_size, about.st_mtime_ns))
    return found


def reading(asked: Reading, recipe: FingerprintSettings) -> TableMapping:
    """The mapping from files to `_steps/rows`."""
    return TableMapping("_steps/rows", "files", READ, partial(_read, asked=asked, recipe=recipe), ROWS)


@contextmanager
def opened(given: Mapping[str, object]) -> Iterator[RowFile]:
    """A file that the worker opens, or whose bytes were carried to it."""
    name, content = str(given["path"]), given["content"]
    if content is None:
        yield row_file(RowStream(name, Path(name)))
        return
    with temporary_folder("rows") as folder:
        path = folder / "content"
        path.write_bytes(content)  # type: ignore[arg-type]
        yield row_file(RowStream(name, path))


def numbered(given: Mapping[str, object], file: RowFile) -> Iterator[tuple[int, Portion]]:
    """The portions of a file, each with the number of its first row."""
    first = int(str(given["file"])) * FILE
    for portion in file.portions():
        yield first, portion
        first += len(portion)


def _read(batch: pa.RecordBatch, asked: Reading, recipe: FingerprintSettings) -> Iterator[pa.RecordBatch]:
    for given in batch.to_pylist():
        with opened(given) as file:
            for first, portion in numbered(given, file):
                yield _portion(first, portion, asked, recipe)


def _portion(first: int, portion: Portion, asked: Reading, recipe: FingerprintSettings) -> pa.RecordBatch:
    made = sketch(portion, asked, recipe)
    reasons = dict(made.broken)
    texts: list[str | None] = []
    labels: list[tuple[str | None, str | None]] = []
    for row in portion.values():
        found = None if isinstance(row, BrokenRow) else asked.text(row)
        texts.append(found and _writable(found[0]))
        label = (
            (None, None) if found is None or isinstance(row, BrokenRow) else _label(label_of(row, found[0], asked))
        )
        if found is None and not isinstance(row, BrokenRow):
            label = (_writable(asked.identity(row)), None)
        labels.append(label)
    return batch_of(
        ROWS,
        {
            "number": np.arange(first, first + len(portion)),
            "state": made.states.astype(np.int8),
            "rank": made.ranks,
            "digest": made.digests.view(np.int64),
            "signature": [row.astype("<u4").tobytes() for row in made.signatures],
            "text": texts,
            "named": pa.array([named for named, _ in labels], pa.string()),
            "begins": pa.array([begins for _, begins in labels], pa.string()),
            "reason": pa.array([_writable(reasons.get(place)) for place in range(len(portion))], pa.string()),
        },
    )


def _label(data: bytes) -> tuple[str | None, str | None]:
    named, begins = json.loads(data)
    return _writable(named), _writable(begins)


def _writable(text: str | None) -> str | None:
    """The text as UTF-8 can hold it: a lone surrogate is no letter, and splits no word."""
    return None if text is None else text.encode("utf-8", "replace").decode()


def counts() -> Step:
    """The step that makes `_steps/counts`."""
    given = Given("_steps/rows", ("number", "state", "rank"), _by_file)
    columns = pa.schema([("at", pa.int64()), *(field for field in COUNTS if field.name != "file")])
    return Step("_steps/counts", (given,), columns, ("state",), _added, COUNTS)


def _by_file(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _counted(
        column(batch, "number") // FILE,
        column(batch, "state"),
        np.ones(batch.num_rows, np.int64),
        ((column(batch, "state") == TEXT) & np.isfinite(batch.column("rank").to_numpy())).astype(np.int64),
    )


def _added(table: pa.Table) -> Iterator[pa.RecordBatch]:
    made = _counted(*(column(table, name) for name in ("at", "state", "rows", "ranked")))
    yield made.rename_columns(COUNTS.names)


def _counted(at: np.ndarray, state: np.ndarray, rows: np.ndarray, ranked: np.ndarray) -> pa.RecordBatch:
    whole = pa.table({"at": at, "state": pa.array(state, pa.int8()), "rows": rows, "ranked": ranked})
    found = whole.group_by(["at", "state"]).aggregate([("rows", "sum"), ("ranked", "sum")])
    names = ("at", "state", "rows_sum", "ranked_sum")
    return pa.RecordBatch.from_arrays(
        [found.column(name).combine_chunks() for name in names], ["at", "state", "rows", "ranked"]
    )
