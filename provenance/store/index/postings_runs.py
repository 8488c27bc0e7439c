"""Which runs of postings there are, and reading their pages. Writing them is `postings_writing`.

The directory of a run is one row. For each page it has the first key, the checksum, and the numbers of postings of
its first key and of the next page's first key. So it says which page has a key, and how often a key occurs that
begins a page, without reading any page. Every page that is read is checked against its checksum: a damaged index
gives an error, never a wrong answer.
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
from provenance.store.index.postings_pages import Columns, Layout, Namespace, PageTable, joined, merged_columns
from provenance.store.stored_values import row_checksum

PAGES = 1024  # pages per statement at most (4 MiB)
PORTION = 1 << 18  # postings that are merged or scanned at a time: 6 MB as columns, whatever the index holds


@dataclass(frozen=True, slots=True)
class PostingsRun:
    """The directory of one run; each array has one value per page, in the order of pages.

    `heads[p]` counts the postings on page p of its own first key, `tails[p]` the postings on page p of the first key
    of page p + 1.
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


def load_retired(connection: Connection, namespace: Namespace) -> NDArray[np.int64]:
    """Numbers of texts whose postings in this namespace may still be in the pages and no longer count, ascending.

    They are those of removed and replaced texts. In "earlier" a replaced text counts: only removed ones do not.
    """
    if namespace == "earlier":
        return connection.numbers(
            "SELECT number FROM retired r WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.number = r.number) "
            "ORDER BY number"
        )
    return connection.numbers("SELECT number FROM retired ORDER BY number")


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
    """The pages `which` (ascending numbers within the run), each checked by its checksum; raises DamagedArchive."""
    pages: list[bytes] = []
    for start in range(0, len(which), PAGES):
        portion = which[start : start + PAGES]
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
    """The pages `which` (ascending numbers within the run) as a table."""
    size = run.layout.page_postings
    count = len(which) * size
    if len(which) and which[-1] == run.pages - 1:
        count -= run.pages * size - run.postings
    return PageTable(_read_pages(connection, run, which), run.layout, count)


def scan_runs(connection: Connection, runs: list[PostingsRun]) -> Iterator[Columns]:
    """All postings of these runs in order, in portions; no key is in two of the portions."""
    for _, parts in slices_of(connection, runs):
        yield merged_columns(joined(parts)) if len(parts) > 1 else parts[0]


def slices_of(connection: Connection, runs: list[PostingsRun]) -> Iterator[tuple[int, list[Columns]]]:
    """Range of keys by range of keys: the key that the range goes up to, and the postings that each run has in it."""
    for low, high in key_slices(runs, PORTION):
        yield high, [read_range(connection, run, low, high) for run in runs]


def key_slices(runs: list[PostingsRun], portion: int) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) that together cover all keys; in each, these runs have about `portion` postings in all."""
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
