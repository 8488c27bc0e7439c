"""The articles of a batch in the order of their numbers, each with what was read of it, for an import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from provenance.batch.article_columns import COLUMNS, NUMBERED
from provenance.batch.blocks import Numbers, column, kinds
from provenance.batch.carrying import gathered
from provenance.batch.proposing import ARTICLES, numbered_block
from provenance.batch.results import READINGS
from provenance.engines.in_process import InProcess
from provenance.engines.kept_tables import KeptTables
from provenance.engines.local_tables import LocalFolder, LocalTables
from provenance.model.progress import Progress

_READ = ("quotations", "entry", "speakers", "boilerplate")
ROWS = pa.schema([*ARTICLES, *(READINGS.field(name) for name in _READ)])


def gather(folder: Path, beside: Path, numbers: Numbers, report: Progress) -> Sequence[tuple[str, int]]:
    """Write the rows of these articles (`numbers` ascend) into the folder `beside`; its groups of rows as (file,
    place in the file), ascending by number."""
    elsewhere = {name: folder / name for name in ("articles", "readings")}
    tables = LocalTables(beside, KeptTables(LocalFolder(beside), ""), InProcess(), report, elsewhere=elsewhere)
    tables.run(
        gathered(
            "imported",
            (
                ("articles", ARTICLES, NUMBERED, numbered_block),
                ("readings", READINGS, ("number", *_READ), numbered_block),
            ),
            partial(_joined, numbers=numbers),
            ROWS,
        )
    )
    found = []
    for path in sorted((beside / "imported").glob("part-*")):
        with pq.ParquetFile(path) as file:
            for group in range(file.num_row_groups):
                first = file.metadata.row_group(group).column(0).statistics.min
                found.append((first, str(path), group))
    return [(path, group) for _, path, group in sorted(found)]


def _joined(table: pa.Table, numbers: Numbers) -> Iterator[pa.RecordBatch]:
    articles, read = kinds(table, 2)
    mask = pa.array(np.isin(column(articles, "number"), numbers))
    columns = [articles.column(name).filter(mask) for name in ("number", *COLUMNS)]
    columns += [read.column(name).filter(mask) for name in _READ]  # either has each number once, in one order
    yield from pa.table(columns, schema=ROWS).combine_chunks().to_batches()
