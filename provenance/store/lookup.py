"""Looking keys up in the runs: which pages, which postings, how many there are in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.store.connection import Connection
from provenance.store.directory import PostingsRun, read_table
from provenance.store.index import without
from provenance.store.pages import Columns
from provenance.store.records import Postings

# Keys that are looked up at a time; each may need a page of its own, so this bounds memory to some 20 MB.
PORTION = 4096


@dataclass(frozen=True, slots=True)
class _Found:
    """Postings of one run for a portion of keys; `counts` has the true number for each key of the portion."""

    keys: NDArray[np.int64]  # places in the portion, ascending
    columns: Columns
    counts: NDArray[np.int64]


def look_up(
    connection: Connection,
    runs: Sequence[PostingsRun],
    retired: NDArray[np.int64],
    keys: NDArray[np.uint64],
    cap: int,
) -> Postings:
    """At most `cap` postings of each key, those of the earliest articles; the caller holds a snapshot."""
    order = np.argsort(keys, kind="stable")
    ascending = keys[order]
    numbers: list[NDArray[np.int64]] = []
    columns: list[Columns] = []
    frequencies = np.zeros(len(keys), np.int64)
    for start in range(0, len(keys), PORTION):
        portion = ascending[start : start + PORTION]
        asked = order[start : start + PORTION]
        for run in runs:
            found = _in_run(connection, run, retired, portion, cap)
            frequencies[asked] += found.counts
            if len(found.keys):
                numbers.append(asked[found.keys])
                columns.append(found.columns)
    if not numbers:
        nothing = np.empty(0, np.int64)
        return Postings(nothing, nothing, nothing, frequencies)
    key_numbers = np.concatenate(numbers)
    # Runs come in order of article, so a stable sort by key leaves each key's postings in order.
    place = np.argsort(key_numbers, kind="stable")
    place = place[_rank_within(key_numbers[place]) < cap]
    articles = np.concatenate([part.articles for part in columns])[place]
    positions = np.concatenate([part.positions for part in columns])[place]
    return Postings(key_numbers[place], articles, positions, frequencies)


def _rank_within(groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """For ascending group numbers, how many of its group stand before each."""
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    return np.arange(len(groups)) - np.repeat(starts, np.diff(np.append(starts, len(groups))))


def _in_run(
    connection: Connection, run: PostingsRun, retired: NDArray[np.int64], keys: NDArray[np.uint64], cap: int
) -> _Found:
    """`keys` ascend. Each key's postings are one stretch of the run; stretches longer than `cap` are cut."""
    first = np.maximum(np.searchsorted(run.first_keys, keys, "left") - 1, 0)
    last = np.maximum(np.searchsorted(run.first_keys, keys, "right") - 1, 0)
    size = run.layout.page_postings
    # A stretch may begin at the end of its first page. With retired articles about, all of it must be read to know
    # what is left of it.
    enough = last if len(retired) else np.minimum(last, first + 1 + (cap - 1) // size)
    which = _pages(first, enough, last)
    table = read_table(connection, run, which)
    begin = np.searchsorted(table.keys, keys, "left")
    end = np.searchsorted(table.keys, keys, "right")
    # From places among the pages that were read to places in the whole run.
    counts = _place(end, which, size) - _place(begin, which, size)
    counts[begin == end] = 0
    lengths = end - begin if len(retired) else np.minimum(end - begin, cap)
    stretch = np.repeat(np.arange(len(keys)), lengths)
    offsets = np.repeat(begin - np.cumsum(lengths) + lengths, lengths)
    found = table.taken(offsets + np.arange(len(offsets)))
    if not len(retired):
        return _Found(stretch, found, counts)
    alive = ~np.isin(found.articles, retired)
    stretch, found = stretch[alive], without(found, retired)
    return _Found(stretch, found, np.bincount(stretch, minlength=len(keys)).astype(np.int64))


def _pages(first: NDArray[np.int64], enough: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pages first..enough and the last of every key, ascending, each once."""
    lengths = enough - first + 1
    offsets = np.repeat(first - np.cumsum(lengths) + lengths, lengths)
    return np.unique(np.concatenate([offsets + np.arange(len(offsets)), last]))


def _place(within: NDArray[np.int64], which: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Places in the run of places in the pages `which`; the end of a page counts as its end, not the next's start."""
    page = np.minimum(np.maximum(within - 1, 0) // size, len(which) - 1)
    places: NDArray[np.int64] = which[page] * size + (within - page * size)
    return places
