"""Blocks of articles with neighbouring numbers, and arrays for what the steps of a batch have in common.

The articles of a block are looked up, made ready and judged by one task. What a task needs of other articles is
carried to its block once, however many of its articles need it. Results depend on no block.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

# Articles per block. With more, fewer postings and articles are carried to two blocks; memory grows: 400 press
# releases and all they are compared with take some 60 MB.
BLOCK = 400


def blocks(numbers: Numbers) -> Numbers:
    """The block of each article number."""
    return numbers // BLOCK


def column(table: pa.Table | pa.RecordBatch, name: str) -> Numbers:
    """A column of whole numbers without nulls."""
    found = table.column(name)
    values: Numbers = (found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found).to_numpy(
        zero_copy_only=False
    )
    return values


def lists(table: pa.Table | pa.RecordBatch, name: str) -> tuple[Any, Numbers]:
    """The values of a column of lists, one after the other, and the length of each list (0 for null)."""
    found = table.column(name)
    if isinstance(found, pa.ChunkedArray):
        found = found.combine_chunks()
    lengths = found.value_lengths().fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    return found.flatten().to_numpy(zero_copy_only=False), lengths


def list_array(values: NDArray[Any], lengths: Numbers) -> pa.ListArray:
    """A column of lists of these lengths."""
    bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(bounds), pa.array(values))


def ranges(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers of several ranges, one range after the other."""
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()), dtype=np.int64)


def batch_of(schema: pa.Schema, columns: dict[str, Any]) -> pa.RecordBatch:
    """A batch with the columns that are given, in the order of the schema; others are left out."""
    fields = [field for field in schema if field.name in columns]
    return pa.RecordBatch.from_arrays(
        [
            columns[field.name]
            if isinstance(columns[field.name], pa.Array)
            else pa.array(columns[field.name], field.type)
            for field in fields
        ],
        schema=pa.schema(fields),
    )


def kinds(table: pa.Table, count: int) -> list[pa.Table]:
    """The rows of each kind, 0 to `count` - 1, of a table that is ordered by its column `kind`."""
    found = column(table, "kind")
    borders = np.searchsorted(found, np.arange(count + 1)).tolist()
    return [table.slice(start, end - start) for start, end in pairwise(borders)]


def group_of(values: Numbers) -> tuple[Numbers, Numbers]:
    """Of ascending values: where each different one begins, and how often it occurs."""
    starts = np.flatnonzero(np.diff(values, prepend=values[0] - 1)) if len(values) else np.empty(0, np.int64)
    return starts, np.diff(np.append(starts, len(values)))


def distinct_rows(*columns: Numbers) -> Sequence[Numbers]:
    """The different rows of parallel columns, ascending by the first, then the second, and so on."""
    order = np.lexsort(columns[::-1])
    ordered = [each[order] for each in columns]
    first = np.zeros(len(order), np.bool_)
    first[:1] = True
    for each in ordered:
        first[1:] |= each[1:] != each[:-1]
    return [each[first] for each in ordered]
