"""Which numbers are connected by pairs, found by any engine in a few rounds over all pairs, none of which holds them.

In a round each number hands its larger neighbours to the least number that it knows, then its smaller ones (the
alternating large and small stars of Kiveris et al. 2014, "Connected components in MapReduce and beyond"), until
nothing changes: some log2 of the longest path. Pairs that fit are joined at once.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import Numbers, column, distinct_rows, group_of
from provenance.engines.tables import Given, Step, Tables

PAIRS = pa.schema([("low", pa.int64()), ("high", pa.int64())])
GROUPS = pa.schema([("number", pa.int64()), ("group", pa.int64())])
AT_ONCE = 1_000_000  # pairs that the process which started the batch joins by itself: 200 MB
ROUNDS = 60


def labelled(tables: Tables, pairs: str, name: str) -> None:
    """Make the table `name`: every number of the table `pairs` (low, high), and the least number that it is connected
    with."""
    if tables.total(pairs) <= AT_ONCE:
        found = tables.collect(pairs, ("low", "high"))
        tables.put(name, _joined(column(found, "low"), column(found, "high")))
        return
    present, size = pairs, (-1, -1)
    for at in range(ROUNDS):
        large, small = f"{name}_large{at}", f"{name}_small{at}"
        tables.run(_star(large, present, larger=True))
        tables.run(_star(small, large, larger=False))
        now = tables.total(small), tables.total(small, "low")
        tables.forget([large] if present == pairs else [large, present])
        present = small
        if now == size:
            break
        size = now
    tables.run(_named(name, present))
    tables.forget([present])


def _joined(low: Numbers, high: Numbers) -> pa.Table:
    """The groups of pairs that are at hand, by union-find with halved paths."""
    numbers = np.unique(np.concatenate([low, high]))
    parents = list(range(len(numbers)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for one, two in zip(np.searchsorted(numbers, low).tolist(), np.searchsorted(numbers, high).tolist(), strict=True):
        a, b = root(one), root(two)
        parents[max(a, b)] = min(a, b)
    groups = numbers[[root(place) for place in range(len(numbers))]] if len(numbers) else numbers
    return pa.table([pa.array(numbers, pa.int64()), pa.array(groups, pa.int64())], schema=GROUPS)


def _star(name: str, table: str, *, larger: bool) -> Step:
    give = _both_ways if larger else _upwards
    columns = pa.schema([("at", pa.int64()), ("other", pa.int64())])
    given = Given(table, ("low", "high"), give)
    return Step(name, (given,), columns, ("other",), _large if larger else _small, PAIRS)


def _both_ways(batch: pa.RecordBatch) -> pa.RecordBatch:
    low, high = column(batch, "low"), column(batch, "high")
    ends = [pa.array(np.concatenate([low, high])), pa.array(np.concatenate([high, low]))]
    return pa.RecordBatch.from_arrays(ends, ["at", "other"])


def _upwards(batch: pa.RecordBatch) -> pa.RecordBatch:
    low, high = column(batch, "low"), column(batch, "high")
    return pa.RecordBatch.from_arrays(
        [pa.array(np.maximum(low, high)), pa.array(np.minimum(low, high))], ["at", "other"]
    )


def _large(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """The larger neighbours of each number, with the least of all."""
    at, other = column(table, "at"), column(table, "other")
    starts, sizes = group_of(at)
    least = np.repeat(np.minimum(at[starts], other[starts]), sizes)
    kept = other > at
    yield _pairs(least[kept], other[kept])


def _small(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """The smaller neighbours of each number and itself, with the least of them."""
    at, other = column(table, "at"), column(table, "other")
    starts, sizes = group_of(at)
    least = other[starts]
    rest = other != np.repeat(least, sizes)
    yield _pairs(np.concatenate([least, np.repeat(least, sizes)[rest]]), np.concatenate([at[starts], other[rest]]))


def _pairs(low: Numbers, high: Numbers) -> pa.RecordBatch:
    low, high = distinct_rows(low, high)
    different = low != high
    return pa.RecordBatch.from_arrays([pa.array(low[different]), pa.array(high[different])], schema=PAIRS)


def _named(name: str, table: str) -> Step:
    columns = pa.schema([("at", pa.int64()), ("group", pa.int64())])
    return Step(name, (Given(table, ("low", "high"), _members),), columns, ("group",), _least, GROUPS)


def _members(batch: pa.RecordBatch) -> pa.RecordBatch:
    low, high = column(batch, "low"), column(batch, "high")
    ends = [pa.array(np.concatenate([high, low])), pa.array(np.concatenate([low, low]))]
    return pa.RecordBatch.from_arrays(ends, ["at", "group"])


def _least(table: pa.Table) -> Iterator[pa.RecordBatch]:
    at, group = column(table, "at"), column(table, "group")
    starts, _ = group_of(at)
    yield pa.RecordBatch.from_arrays([pa.array(at[starts]), pa.array(group[starts])], schema=GROUPS)
