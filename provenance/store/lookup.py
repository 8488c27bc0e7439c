"""Looking keys up in the runs: which pages, which postings, how many there are in all.

A key that begins some page of a run is *long* there: the directory knows where its postings begin and how many there
are, so they are read only when they are wanted. All postings of another key stand inside one page, which must be read
to know whether there are any.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

Numbers = NDArray[np.int64]
Choice = Callable[[Numbers], NDArray[np.bool_]]  # frequencies, one a key -> whose postings are wanted


@dataclass(frozen=True, slots=True)
class _Found:
    """Postings of some of the keys in one run: parallel arrays, keys as their places among all, ascending."""

    keys: Numbers
    columns: Columns


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Where the postings of some of the keys stand in one run: parallel arrays."""

    keys: Numbers
    begins: Numbers
    lengths: Numbers

    def taken(self, which: NDArray[np.bool_] | slice) -> _Stretches:
        return _Stretches(self.keys[which], self.begins[which], self.lengths[which])


def look_up(
    connection: Connection,
    runs: Sequence[PostingsRun],
    retired: Numbers,
    keys: NDArray[np.uint64],
    cap: int,
    choose: Choice | None = None,
) -> Postings:
    """At most `cap` postings of each key, those of the earliest articles; the caller holds a snapshot.

    `choose` is told how many postings each key has and says which keys' postings are given; without it all are.
    """
    order = np.argsort(keys, kind="stable")
    answers = [_Answer(connection, run, retired, keys[order]) for run in runs]
    counts = np.zeros((len(runs) + 1, len(keys)), np.int64)
    for number, answer in enumerate(answers):
        counts[number + 1] = counts[number] + answer.counts
    frequencies = np.empty(len(keys), np.int64)
    frequencies[order] = counts[-1]
    wanted = np.ones(len(keys), np.bool_) if choose is None else choose(frequencies)[order]
    found = []
    for answer, before in zip(answers, counts, strict=False):
        found += answer.of(wanted, cap - before)
    if not found:
        nothing = np.empty(0, np.int64)
        return Postings(nothing, nothing, nothing, frequencies)
    key_numbers = order[np.concatenate([part.keys for part in found])]
    # Runs come in order of article, so a stable sort by key leaves each key's postings in order.
    place = np.argsort(key_numbers, kind="stable")
    place = place[_rank_within(key_numbers[place]) < cap]
    articles = np.concatenate([part.columns.articles for part in found])[place]
    positions = np.concatenate([part.columns.positions for part in found])[place]
    return Postings(key_numbers[place], articles, positions, frequencies)


def _rank_within(groups: Numbers) -> Numbers:
    """For ascending group numbers, how many of its group stand before each."""
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    return np.arange(len(groups)) - np.repeat(starts, np.diff(np.append(starts, len(groups))))


class _Answer:
    """What one run holds of ascending keys. `counts` has the true number of postings for each of them."""

    def __init__(self, connection: Connection, run: PostingsRun, retired: Numbers, keys: NDArray[np.uint64]) -> None:
        self._connection, self._run, self._retired = connection, run, retired
        before = np.searchsorted(run.first_keys, keys, "left")  # pages that begin with a smaller key
        until = np.searchsorted(run.first_keys, keys, "right")
        self._long = self._stretches(np.flatnonzero(before < until), before, until)
        self._read = self._read_short(keys, before - 1, np.flatnonzero((before == until) & (before > 0)))
        if len(retired):  # only the postings themselves tell how many of them still count
            self._read += self._read_long(self._long)
            self._long = self._long.taken(slice(0))
        read = [part.keys for part in self._read]
        self.counts = np.bincount(np.concatenate([self._long.keys[:0], *read]), minlength=len(keys))
        self.counts[self._long.keys] = self._long.lengths

    def of(self, wanted: NDArray[np.bool_], rest: Numbers) -> list[_Found]:
        """The postings of the wanted keys; of a long one no more than `rest` says."""
        found = [
            _Found(part.keys[chosen], part.columns.taken(chosen))
            for part in self._read
            for chosen in [wanted[part.keys]]
        ]
        lengths = np.minimum(self._long.lengths, rest[self._long.keys])
        cut = _Stretches(self._long.keys, self._long.begins, lengths)
        return found + self._read_long(cut.taken(wanted[cut.keys] & (lengths > 0)))

    def _stretches(self, long: Numbers, before: Numbers, until: Numbers) -> _Stretches:
        """Where the postings of long keys stand; `before` and `until` say which pages each key begins."""
        run, size = self._run, self._run.layout.page_postings
        before, last = before[long], until[long] - 1
        tails = np.where(before > 0, run.tails[before - 1], 0)
        return _Stretches(long, before * size - tails, tails + (last - before) * size + run.heads[last])

    def _read_short(self, keys: NDArray[np.uint64], pages: Numbers, asked: Numbers) -> list[_Found]:
        """The postings of the keys at the places `asked`, each of which can only be in its one of `pages`."""
        found = []
        for start in range(0, len(asked), PORTION):
            portion = asked[start : start + PORTION]
            table = read_table(self._connection, self._run, np.unique(pages[portion]))
            begins = np.searchsorted(table.keys, keys[portion], "left")
            lengths = np.searchsorted(table.keys, keys[portion], "right") - begins
            found.append(self._living(np.repeat(portion, lengths), table.taken(_ranges(begins, lengths))))
        return found

    def _read_long(self, stretches: _Stretches) -> list[_Found]:
        """The postings of these stretches."""
        size = self._run.layout.page_postings
        found = []
        for start in range(0, len(stretches.keys), PORTION):
            portion = stretches.taken(slice(start, start + PORTION))
            first, last = portion.begins // size, (portion.begins + portion.lengths - 1) // size
            pages = np.unique(_ranges(first, last - first + 1))
            places = _ranges(portion.begins, portion.lengths)
            table = read_table(self._connection, self._run, pages)
            within = np.searchsorted(pages, places // size) * size + places % size
            found.append(self._living(np.repeat(portion.keys, portion.lengths), table.taken(within)))
        return found

    def _living(self, keys: Numbers, columns: Columns) -> _Found:
        """Without the postings of retired articles."""
        if not len(self._retired):
            return _Found(keys, columns)
        return _Found(keys[~np.isin(columns.articles, self._retired)], without(columns, self._retired))


def _ranges(begins: Numbers, lengths: Numbers) -> Numbers:
    """The numbers of all ranges, one range after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(begins - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)
