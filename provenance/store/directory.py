"""Which runs of postings there are, and the reading of their pages.

The directory of a run is one row: of each page its first key, its checksum, and how many postings the keys have that
stand on both sides of its borders. It tells in which page a key is, and of a key that begins a page how often it
occurs, without reading any. Every page that is read is held against its checksum: a damaged index gives an error,
never a wrong answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DamagedArchive
from provenance.store.connection import Connection
from provenance.store.names import row_checksum
from provenance.store.pages import Columns, Layout, PageTable, encode
from provenance.store.records import Namespace

# One statement asks for so many pages at most (4 MiB).
PORTION = 1024


@dataclass(frozen=True, slots=True)
class PostingsRun:
    """The directory of one run; all arrays have one number a page.

    `heads` counts a page's postings of its first key, `tails` those of the key that the next page begins with.
    """

    run: int
    layout: Layout
    last_article: int
    postings: int
    first_page: int
    first_keys: NDArray[np.uint64]
    checksums: NDArray[np.uint32]
    heads: NDArray[np.uint16]
    tails: NDArray[np.uint16]

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self.first_keys)


def load_runs(connection: Connection, generation: int, namespace: Namespace) -> list[PostingsRun]:
    """The runs of one namespace, ascending by the article numbers they hold, which never overlap."""
    rows = connection.rows(
        "SELECT generation, namespace, first_article, last_article, postings, article_width, position_width, "
        "first_page, pages, first_keys, checksums, heads, tails, run, checksum FROM runs_of_postings "
        "WHERE generation = ? AND namespace = ? ORDER BY first_article",
        (generation, namespace),
    )
    return [_run(connection, row) for row in rows]


def run_sizes(connection: Connection, generation: int, namespace: Namespace) -> list[int]:
    """The number of postings of each run, in the order of `load_runs`, which reads everything about them."""
    rows = connection.rows(
        "SELECT postings FROM runs_of_postings WHERE generation = ? AND namespace = ? ORDER BY first_article",
        (generation, namespace),
    )
    return [postings for (postings,) in rows]


def _run(connection: Connection, row: tuple[Any, ...]) -> PostingsRun:
    *described, run, checksum = row
    if row_checksum(described) != checksum:
        raise _damaged(connection)
    _, _, first, last, postings, article_width, position_width, first_page, _, keys, sums, heads, tails = described
    return PostingsRun(
        run,
        Layout(first, article_width, position_width),
        last,
        postings,
        first_page,
        np.frombuffer(keys, "<u8").astype(np.uint64, copy=False),
        np.frombuffer(sums, "<u4").astype(np.uint32, copy=False),
        np.frombuffer(heads, "<u2").astype(np.uint16, copy=False),
        np.frombuffer(tails, "<u2").astype(np.uint16, copy=False),
    )


def _damaged(connection: Connection) -> DamagedArchive:
    return DamagedArchive(
        f"{connection.path}: the index is damaged, the articles are not concerned; `provenance reindex` rebuilds it"
    )


def _read_pages(connection: Connection, run: PostingsRun, which: NDArray[np.int64]) -> list[bytes]:
    """The asked pages (ascending numbers within the run), each proven by its checksum; raises DamagedArchive."""
    pages: list[bytes] = []
    for start in range(0, len(which), PORTION):
        portion = which[start : start + PORTION]
        if int(portion[-1]) - int(portion[0]) + 1 == len(portion):
            found = connection.rows(
                "SELECT content FROM pages WHERE page BETWEEN ? AND ? ORDER BY page",
                (run.first_page + int(portion[0]), run.first_page + int(portion[-1])),
            )
        else:
            asked = json.dumps((portion + run.first_page).tolist())
            # The order is that of the list, or the checksums would not fit; `WHERE page IN` takes a third more time.
            found = connection.rows("SELECT content FROM json_each(?) CROSS JOIN pages ON page = value", (asked,))
        pages += [content for (content,) in found]
        if len(found) != len(portion):
            raise _damaged(connection)
    if [*map(crc32, pages)] != run.checksums[which].tolist():
        raise _damaged(connection)
    return pages


def read_range(connection: Connection, run: PostingsRun, low: int, high: int) -> Columns:
    """The run's postings with low <= key < high (`high` may be 2**64)."""
    first = max(0, int(np.searchsorted(run.first_keys, np.uint64(low), "left")) - 1)
    end = run.pages if high >= 1 << 64 else int(np.searchsorted(run.first_keys, np.uint64(high), "left"))
    table = read_table(connection, run, np.arange(first, max(first, end), dtype=np.int64))
    begin = int(np.searchsorted(table.keys, np.uint64(low), "left"))
    stop = len(table.keys) if high >= 1 << 64 else int(np.searchsorted(table.keys, np.uint64(high), "left"))
    return table.between(begin, stop)


def read_table(connection: Connection, run: PostingsRun, which: NDArray[np.int64]) -> PageTable:
    """The asked pages (ascending numbers within the run) as a table."""
    size = run.layout.page_postings
    count = len(which) * size
    if len(which) and which[-1] == run.pages - 1:
        count -= run.pages * size - run.postings
    return PageTable(_read_pages(connection, run, which), run.layout, count)


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
        """Write what fills whole pages, and with `last` the rest too; returns what was not written."""
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
        """Heads and tails of pages that are filled with these keys, and the tail of the page written before them."""
        size = self._layout.page_postings
        starts = np.arange(0, len(keys), size)
        first = keys[starts]
        self._heads.append(np.minimum(np.searchsorted(keys, first, "right") - starts, size))
        before = np.minimum(starts - np.searchsorted(keys, first, "left"), size)
        before[0] = np.count_nonzero(self._last_keys == first[0])
        self._tails.append(before)
        self._last_keys = keys[starts[-1] :]

    def finish(self) -> None:
        """Write the directory; a run without postings leaves no trace."""
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
    """Delete what one generation holds, also where its directory is damaged; the caller holds the transaction.

    A damaged row may name pages of others, so those go that no row names any longer.
    """
    connection.run("DELETE FROM runs_of_postings WHERE generation = ?", (generation,))
    connection.run(
        "DELETE FROM pages WHERE NOT EXISTS "
        "(SELECT 1 FROM runs_of_postings r WHERE page BETWEEN r.first_page AND r.first_page + r.pages - 1)"
    )


def key_slices(runs: list[PostingsRun], portion: int) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) that cover all keys, each holding about `portion` postings of these runs together."""
    if not runs:
        return
    total = sum(run.postings for run in runs)
    largest = max(runs, key=lambda run: run.postings)
    low = 0
    if total > portion:
        step = max(1, largest.pages * portion // total)
        for key in largest.first_keys[step::step].tolist():
            if key > low:
                yield low, key
                low = key
    yield low, 1 << 64
