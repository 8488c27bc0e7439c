"""The index: sorted runs of postings, merged in tiers as they pile up.

Each batch that is added writes one new run a namespace, sequentially. When runs of like size have piled up they are
merged into one, so that writing a posting costs a few sequential rewrites in all and a lookup meets few runs.
Article numbers only ever grow, so runs hold consecutive, disjoint ranges of them, and reading the runs in order
gives each key's postings in order of article. An article that was removed or replaced is *retired*: its postings
stay in the pages, are left out of every answer, and vanish when the runs that hold them are next merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.store.connection import Connection
from provenance.store.directory import (
    PostingsRun,
    RunWriter,
    delete_pages_below,
    delete_runs,
    key_slices,
    load_runs,
    read_range,
    run_sizes,
)
from provenance.store.pages import Columns, empty_columns, joined, layout_for, merged_columns, sorted_columns
from provenance.store.records import Namespace
from provenance.store.totals import Batch

NAMESPACES: tuple[Namespace, ...] = ("passage", "band", "paragraph")
# So many runs of one tier are merged into one: with 8 a posting of 100 additions of 10,000 articles was rewritten 6.3
# times, with 16 it is 5.8, and 2.8 instead of 3.5 times when a million come at once.
FAN = 16
FIRST_TIER = 4096  # postings; all smaller runs are of the first tier, each further tier is FAN times larger
# After `settle` each run is more than so many times as large as all later ones together. By simulation 100 additions
# of 10,000 articles leave, for 1 / 1.1 / 1.25 / 1.5 / 2, 3.2 / 3.1 / 3.0 / 2.8 / 2.5 runs on average and rewrite a
# posting 4.1 / 3.8 / 4.5 / 5.1 / 5.5 times: at 1 chance decides whether additions of like size are merged. In a real
# archive they take place at .74 of the first one's speed on average with 1.1, at .62 with 2.
SETTLED = 1.1
PORTION = 1 << 18  # postings that are merged or scanned at a time: 6 MB as columns, whatever the index holds


def append_run(
    connection: Connection,
    generation: int,
    numbers: Sequence[int],
    batch: Batch,
) -> None:
    """Write the postings of texts with these ascending numbers, and merge what has piled up."""
    if not len(batch.keys):
        return
    columns = sorted_columns(batch.keys, np.repeat(np.array(numbers, np.int64), batch.counts), batch.positions)
    layout = layout_for(numbers[0], numbers[-1], int(batch.positions.max()))
    writer = RunWriter(connection, generation, batch.namespace, layout, numbers[-1])
    writer.write(columns, last=True)
    writer.finish()
    _merge_tiers(connection, generation, batch.namespace)


def _tier(postings: int) -> int:
    tier, size = 0, FIRST_TIER
    while postings >= size:
        tier, size = tier + 1, size * FAN
    return tier


def _merge_tiers(connection: Connection, generation: int, namespace: Namespace) -> None:
    while True:
        tiers = [_tier(size) for size in run_sizes(connection, generation, namespace)]
        piled = 0
        while piled < len(tiers) and tiers[-1 - piled] <= tiers[-1]:
            piled += 1
        if piled < FAN:
            return
        merge(connection, generation, namespace, load_runs(connection, generation, namespace)[-piled:])


def settle(connection: Connection, generation: int) -> None:
    """Merge so far that few runs are left: what a bulk addition does once at its end."""
    for namespace in NAMESPACES:
        runs = load_runs(connection, generation, namespace)
        later = 0
        first = len(runs)
        for place in range(len(runs) - 1, -1, -1):
            if later and runs[place].postings <= SETTLED * later:
                first = place
            later += runs[place].postings
        if len(runs) - first > 1:
            merge(connection, generation, namespace, runs[first:])


def compact(connection: Connection, generation: int) -> None:
    """Merge every namespace into one run without the postings of retired articles, and forget those."""
    for namespace in NAMESPACES:
        runs = load_runs(connection, generation, namespace)
        if runs:
            merge(connection, generation, namespace, runs)
    connection.run("DELETE FROM retired")


def merge(connection: Connection, generation: int, namespace: Namespace, runs: list[PostingsRun]) -> None:
    """Replace neighbouring runs by one, in memory bounded by PORTION; the caller holds the transaction."""
    retired = load_retired(connection)
    last_position = max((1 << (8 * run.layout.position_width)) - 1 for run in runs)
    layout = layout_for(runs[0].layout.first_article, runs[-1].last_article, last_position)
    writer = RunWriter(connection, generation, namespace, layout, runs[-1].last_article)
    rest = empty_columns()
    for high, parts in _slices(connection, runs):
        # What was left of the slice before comes first: its keys are smaller than all of this one.
        columns = merged_columns(joined([rest, *(without(part, retired) for part in parts)]))
        rest = writer.write(columns, last=False)
        # The pages that were just read make room for those written next, so a merge hardly needs more than it leaves.
        delete_pages_below(connection, runs, high)
    writer.write(rest, last=True)
    writer.finish()
    delete_runs(connection, runs)


def scan_runs(connection: Connection, runs: list[PostingsRun]) -> Iterator[Columns]:
    """All postings of these runs in order, in portions; a key's postings are never parted."""
    for _, parts in _slices(connection, runs):
        yield merged_columns(joined(parts)) if len(parts) > 1 else parts[0]


def _slices(connection: Connection, runs: list[PostingsRun]) -> Iterator[tuple[int, list[Columns]]]:
    """What each run holds of one range of keys after the other, with the key that the range goes up to."""
    for low, high in key_slices(runs, PORTION):
        yield high, [read_range(connection, run, low, high) for run in runs]


def load_retired(connection: Connection) -> NDArray[np.int64]:
    """Article numbers whose postings no longer count, ascending."""
    return connection.numbers("SELECT number FROM retired ORDER BY number")


def without(columns: Columns, retired: NDArray[np.int64]) -> Columns:
    """The postings of articles that are not retired."""
    if not len(retired) or not len(columns):
        return columns
    place = np.minimum(np.searchsorted(retired, columns.articles), len(retired) - 1)
    return columns.taken(retired[place] != columns.articles)
