"""Writing the index: sorted runs of postings, merged in tiers as they pile up.

Each batch that is added writes one new run per namespace, sequentially. When runs of like size have piled up they are
merged into one, so that a posting is rewritten only a few times, sequentially, and a lookup meets few runs. Article
numbers only ever grow, so runs hold consecutive, disjoint ranges of them, and reading the runs in order gives each
key's postings in order of article. An article that was removed or replaced is *retired*: its postings stay in the
pages, are left out of every answer, and vanish when the runs that hold them are next merged. (What only a replaced
text has is in the namespace "earlier", where it stays until the article is removed.)
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from provenance.store.connection import Connection
from provenance.store.index.postings_pages import (
    NAMESPACES,
    Columns,
    Layout,
    Namespace,
    empty_columns,
    encode,
    joined,
    layout_for,
    merged_columns,
    sorted_columns,
    without,
)
from provenance.store.index.postings_runs import PostingsRun, load_retired, load_runs, run_sizes, slices_of
from provenance.store.index.postings_totals import PostingsBatch
from provenance.store.stored_values import row_checksum

# How many runs of one tier are merged into one: with 8 a posting was rewritten 6.3 times in 100 additions of 10,000
# articles, with 16 5.8 times; in one addition of a million, 3.5 and 2.8 times.
FAN = 16
FIRST_TIER = 4096  # postings below which a run belongs to the first tier; each further tier is FAN times larger
# After `settle` each run is more than this many times as large as all later ones together. By simulation 100
# additions of 10,000 articles leave, for 1 / 1.1 / 1.25 / 1.5 / 2, 3.2 / 3.1 / 3.0 / 2.8 / 2.5 runs on average and
# rewrite a posting 4.1 / 3.8 / 4.5 / 5.1 / 5.5 times: with 1, chance decides whether additions of like size are
# merged. In a real archive they take place at .74 of the first one's speed on average with 1.1, at .62 with 2.
SETTLED = 1.1


def append_run(
    connection: Connection,
    generation: int,
    numbers: Sequence[int],
    batch: PostingsBatch,
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
    """Replace neighbouring runs by one, a portion in memory at a time; the caller holds the transaction."""
    retired = load_retired(connection, namespace)
    last_position = max((1 << (8 * run.layout.position_width)) - 1 for run in runs)
    layout = layout_for(runs[0].layout.first_article, runs[-1].last_article, last_position)
    writer = RunWriter(connection, generation, namespace, layout, runs[-1].last_article)
    rest = empty_columns()
    for high, parts in slices_of(connection, runs):
        # What was left of the slice before comes first: its keys are smaller than all of this one.
        columns = merged_columns(joined([rest, *(without(part, retired) for part in parts)]))
        rest = writer.write(columns, last=False)
        # The pages that were just read make room for those written next, so a merge hardly needs more than it leaves.
        delete_pages_below(connection, runs, high)
    writer.write(rest, last=True)
    writer.finish()
    delete_runs(connection, runs)


class RunWriter:
    """Writes one run page by page, in ascending order of keys; the caller holds the transaction."""

    def __init__(
        self, connection: Connection, generation: int, namespace: Namespace, layout: Layout, last_article: int
    ) -> None:
        self._connection = connection
        self._place = (generation, namespace)
        self._layout = layout
        self._last_article = last_article
        self._first_page: int = connection.value("SELECT coalesce(max(page), 0) + 1 FROM pages")
        self._first_keys: list[NDArray[np.uint64]] = []
        self._checksums: list[int] = []
        self._heads: list[NDArray[np.int64]] = []
        self._tails: list[NDArray[np.int64]] = []  # of the page before each
        self._last_keys = np.empty(0, np.uint64)
        self._postings = 0

    def write(self, columns: Columns, *, last: bool) -> Columns:
        """Write the postings that fill whole pages, with `last` also the rest; returns the postings not written."""
        size = self._layout.page_postings
        count = len(columns) if last else len(columns) // size * size
        if count:
            pages = encode(columns.taken(slice(0, count)), self._layout)
            number = self._first_page + len(self._checksums)
            self._connection.many("INSERT INTO pages (page, content) VALUES (?, ?)", enumerate(pages, number))
            self._first_keys.append(columns.keys[0:count:size])
            self._checksums += map(crc32, pages)
            self._count_at_borders(columns.keys[:count])
            self._postings += count
        return columns.taken(slice(count, len(columns)))

    def _count_at_borders(self, keys: NDArray[np.uint64]) -> None:
        """Note heads and tails of the pages that these keys fill, and the tail of the page written before them."""
        size = self._layout.page_postings
        starts = np.arange(0, len(keys), size)
        first = keys[starts]
        self._heads.append(np.minimum(np.searchsorted(keys, first, "right") - starts, size))
        before = np.minimum(starts - np.searchsorted(keys, first, "left"), size)
        before[0] = np.count_nonzero(self._last_keys == first[0])
        self._tails.append(before)
        self._last_keys = keys[starts[-1] :]

    def finish(self) -> None:
        """Write the directory; nothing is written for a run without postings."""
        if not self._postings:
            return
        described = (
            *self._place,
            self._layout.first_article,
            self._last_article,
            self._postings,
            self._layout.article_width,
            self._layout.position_width,
            self._first_page,
            len(self._checksums),
            np.concatenate(self._first_keys).astype("<u8").tobytes(),
            np.array(self._checksums, "<u4").tobytes(),
            np.concatenate(self._heads).astype("<u2").tobytes(),
            np.append(np.concatenate(self._tails)[1:], 0).astype("<u2").tobytes(),
        )
        self._connection.run(
            "INSERT INTO runs_of_postings (generation, namespace, first_article, last_article, postings, "
            "article_width, position_width, first_page, pages, first_keys, checksums, heads, tails, checksum) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*described, row_checksum(described)),
        )


def delete_pages_below(connection: Connection, runs: list[PostingsRun], high: int) -> None:
    """Delete the pages whose keys all lie below `high`; the runs can then be read from there on only."""
    for run in runs:
        after = run.pages if high >= 1 << 64 else int(np.searchsorted(run.first_keys, np.uint64(high), "left")) - 1
        if after > 0:
            connection.run(
                "DELETE FROM pages WHERE page BETWEEN ? AND ?", (run.first_page, run.first_page + after - 1)
            )


def delete_runs(connection: Connection, runs: list[PostingsRun]) -> None:
    """Delete runs and their pages; the caller holds the transaction."""
    for run in runs:
        connection.run(
            "DELETE FROM pages WHERE page BETWEEN ? AND ?", (run.first_page, run.first_page + run.pages - 1)
        )
        connection.run("DELETE FROM runs_of_postings WHERE run = ?", (run.run,))


def delete_generation(connection: Connection, generation: int) -> None:
    """Delete one generation, even with a damaged directory; the caller holds the transaction.

    A damaged row may name pages of other runs, so only pages that no row names any longer are deleted.
    """
    connection.run("DELETE FROM runs_of_postings WHERE generation = ?", (generation,))
    connection.run(
        "DELETE FROM pages WHERE NOT EXISTS "
        "(SELECT 1 FROM runs_of_postings r WHERE page BETWEEN r.first_page AND r.first_page + r.pages - 1)"
    )
