"""Looking keys up in the runs: which pages, which postings, how many there are in all. Nothing is written here.

A key that begins some page of a run is *long* there: the directory says where its postings begin and how many there
are, so they are read only when they are wanted. All postings of any other key are on one page, which must be read to
know whether there are any.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from provenance.store.connection import Connection
from provenance.store.index.postings_pages import Columns, without
from provenance.store.index.postings_runs import PostingsRun, read_table

# Keys looked up at a time: each may need a page of its own, so this bounds memory to about 20 MB.
PORTION = 4096
# Seeking one border of a retired article in one key's postings takes a fortieth of the time of reading one page of
# them: 10 retired articles of 100,000 cost 8 ms per text looked up; reading everything costs 90.
SEEK = 40

Numbers = NDArray[np.int64]
Choice = Callable[[Numbers], NDArray[np.bool_]]  # frequencies[k] of key k -> whether its postings are wanted


@dataclass(frozen=True, slots=True)
class Postings:
    """Where the keys of a lookup occur in the archive: parallel arrays, ascending by key number, article, position.

    `key_numbers[i]` is an index into the array of asked keys, `articles[i]` an article number, `positions[i]` a token
    number for passage keys, an ordinal for paragraphs, 0 for bands. `frequencies[k]` counts all
    postings of asked key k, however many were returned.
    """

    key_numbers: NDArray[np.int64]
    articles: NDArray[np.int64]
    positions: NDArray[np.int64]
    frequencies: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class FoundPostings:
    """Postings of some keys in one run: parallel arrays; a key is given by its index among all keys."""

    keys: Numbers
    columns: Columns

    def numbered_from(self, first: int) -> FoundPostings:
        """The same with the article numbers of a file whose articles are numbered from `first` on among others."""
        return FoundPostings(self.keys, replace(self.columns, articles=self.columns.articles + first))


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Where the postings of some keys are in one run: parallel arrays of key (its index), first place, length."""

    keys: Numbers
    begins: Numbers
    lengths: Numbers

    def taken(self, which: NDArray[np.bool_] | slice) -> _Stretches:
        return _Stretches(self.keys[which], self.begins[which], self.lengths[which])

    def repeated(self, times: int) -> _Stretches:
        return _Stretches(*(np.repeat(part, times) for part in (self.keys, self.begins, self.lengths)))


def look_up(
    connection: Connection,
    runs: Sequence[PostingsRun],
    retired: Numbers,
    keys: NDArray[np.uint64],
    cap: int,
    choose: Choice | None = None,
) -> Postings:
    """At most `cap` postings of each key, of the earliest articles; the caller holds a snapshot.

    `choose` is given the number of postings of each key and says which keys' postings are wanted; without it all are.
    """
    asked = KeyLookup(connection, runs, retired, keys)
    wanted = np.ones(len(keys), np.bool_) if choose is None else choose(asked.frequencies)
    return merged([asked.postings(wanted, np.full(len(keys), cap, np.int64))], asked.frequencies, cap)


class KeyLookup:
    """The keys of a lookup in the runs of one file: how many postings each has there, then those that are wanted.

    `frequencies[k]` counts all postings of key k. The caller holds a snapshot from before the first step until after
    the second; several files are looked up by doing each step for all of them (`merged` puts them together).
    """

    def __init__(
        self, connection: Connection, runs: Sequence[PostingsRun], retired: Numbers, keys: NDArray[np.uint64]
    ) -> None:
        self._order = np.argsort(keys, kind="stable")
        self._answers = [_Answer(connection, run, retired, keys[self._order]) for run in runs]
        self._before = np.zeros((len(runs) + 1, len(keys)), np.int64)
        for number, answer in enumerate(self._answers):
            self._before[number + 1] = self._before[number] + answer.counts
        self.frequencies = np.empty(len(keys), np.int64)
        self.frequencies[self._order] = self._before[-1]

    def postings(self, wanted: NDArray[np.bool_], rest: Numbers) -> list[FoundPostings]:
        """The postings of the wanted keys, ascending by article for each; of key k about `rest[k]` of the earliest
        articles, and no fewer as long as there are any."""
        found = []
        for answer, before in zip(self._answers, self._before, strict=False):
            found += answer.of(wanted[self._order], rest[self._order] - before)
        return [FoundPostings(self._order[part.keys], part.columns) for part in found]


def merged(files: Sequence[Sequence[FoundPostings]], frequencies: Numbers, cap: int) -> Postings:
    """At most `cap` postings of each key of one or more files, whose article numbers ascend from file to file."""
    found = [part for parts in files for part in parts]
    if not found:
        nothing = np.empty(0, np.int64)
        return Postings(nothing, nothing, nothing, frequencies)
    key_numbers = np.concatenate([part.keys for part in found])
    # Runs come in order of article, so a stable sort by key leaves each key's postings in order.
    place = np.argsort(key_numbers, kind="stable")
    place = place[_rank_within(key_numbers[place]) < cap]
    articles = np.concatenate([part.columns.articles for part in found])[place]
    positions = np.concatenate([part.columns.positions for part in found])[place]
    return Postings(key_numbers[place], articles, positions, frequencies)


def _rank_within(groups: Numbers) -> Numbers:
    """For ascending group numbers: how many of its own group come before each."""
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    return np.arange(len(groups)) - np.repeat(starts, np.diff(np.append(starts, len(groups))))


class _Answer:
    """The postings of ascending keys in one run. `counts[k]` is how many valid postings key k has, read or not."""

    def __init__(self, connection: Connection, run: PostingsRun, retired: Numbers, keys: NDArray[np.uint64]) -> None:
        self._connection, self._run = connection, run
        # Runs hold disjoint ranges of articles, so that articles retired from one make no other slower.
        first, end = np.searchsorted(retired, (run.layout.first_article, run.last_article + 1))
        self._retired = retired[first:end]
        before = np.searchsorted(run.first_keys, keys, "left")  # pages that begin with a smaller key
        until = np.searchsorted(run.first_keys, keys, "right")
        self._long = self._stretches(np.flatnonzero(before < until), before, until)
        self._read = self._read_short(keys, before - 1, np.flatnonzero((before == until) & (before > 0)))
        read = [part.keys for part in self._read]
        self.counts = np.bincount(np.concatenate([self._long.keys[:0], *read]), minlength=len(keys))
        self._gone = self._retired_of(self._long)
        self.counts[self._long.keys] = self._long.lengths - self._gone

    def of(self, wanted: NDArray[np.bool_], rest: Numbers) -> list[FoundPostings]:
        """The postings of the wanted keys; of a long key k no more than `rest[k]`."""
        found = [
            FoundPostings(part.keys[chosen], part.columns.taken(chosen))
            for part in self._read
            for chosen in [wanted[part.keys]]
        ]
        rest = rest[self._long.keys]
        cut = _Stretches(self._long.keys, self._long.begins, np.minimum(self._long.lengths, rest + self._gone))
        return found + self._read_long(cut.taken(wanted[cut.keys] & (rest > 0)))

    def _stretches(self, long: Numbers, before: Numbers, until: Numbers) -> _Stretches:
        """Where the postings of long keys are; key k begins the pages from `before[k]` up to `until[k]`."""
        run, size = self._run, self._run.layout.page_postings
        before, last = before[long], until[long] - 1
        tails = np.where(before > 0, run.tails[before - 1], 0)
        return _Stretches(long, before * size - tails, tails + (last - before) * size + run.heads[last])

    def _read_short(self, keys: NDArray[np.uint64], pages: Numbers, asked: Numbers) -> list[FoundPostings]:
        """The postings of the keys with the indexes `asked`; those of key k can only be on page `pages[k]`."""
        found = []
        for start in range(0, len(asked), PORTION):
            portion = asked[start : start + PORTION]
            table = read_table(self._connection, self._run, np.unique(pages[portion]))
            begins = np.searchsorted(table.keys, keys[portion], "left")
            lengths = np.searchsorted(table.keys, keys[portion], "right") - begins
            found.append(self._living(np.repeat(portion, lengths), table.taken(_ranges(begins, lengths))))
        return found

    def _read_long(self, stretches: _Stretches) -> list[FoundPostings]:
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

    def _retired_of(self, stretches: _Stretches) -> Numbers:
        """How many postings of each stretch are of retired articles; few of these are sought, many counted."""
        gone = np.zeros(len(stretches.keys), np.int64)
        if not len(self._retired):
            return gone
        borders = np.union1d(self._retired, self._retired + 1)
        pages = stretches.lengths // self._run.layout.page_postings + 2
        seek = len(borders) * len(pages) < SEEK * int(pages.sum())
        portions = np.cumsum(np.full(len(pages), len(borders)) if seek else pages) // PORTION
        for portion in np.unique(portions):
            which = portions == portion
            part = stretches.taken(which)
            gone[which] = self._sought(part, borders) if seek else part.lengths - self._alive(part)
        return gone

    def _sought(self, stretches: _Stretches, borders: Numbers) -> Numbers:
        """The same, from the places in each stretch where the retired articles begin and end."""
        below = self._below(stretches.repeated(len(borders)), np.tile(borders, len(stretches.keys)))
        places = below.reshape(-1, len(borders))
        after, at = np.searchsorted(borders, self._retired + 1), np.searchsorted(borders, self._retired)
        held: Numbers = (places[:, after] - places[:, at]).sum(axis=1)
        return held

    def _alive(self, stretches: _Stretches) -> Numbers:
        """How many postings of each stretch still count, by reading all of them."""
        read = [part.keys for part in self._read_long(stretches)]
        return np.bincount(np.concatenate([stretches.keys[:0], *read]), minlength=len(self.counts))[stretches.keys]

    def _below(self, stretches: _Stretches, articles: Numbers) -> Numbers:
        """For each stretch the place of its first posting that is of the given article or a later one.

        The articles of a key are spread more or less evenly, so the search begins at the place that this would give,
        and goes on from there in growing steps.
        """
        run, size = self._run, self._run.layout.page_postings
        low, high = stretches.begins.copy(), stretches.begins + stretches.lengths
        share = (articles - run.layout.first_article) / (run.last_article + 1 - run.layout.first_article)
        place = np.minimum(low + (share * stretches.lengths).astype(np.int64), high - 1)
        undecided, step = np.arange(len(low)), size
        while len(undecided):
            for start in range(0, len(undecided), PORTION):
                part = undecided[start : start + PORTION]
                pages, rows = np.unique(place[part] // size, return_inverse=True)
                first = pages[rows] * size
                table = read_table(self._connection, run, pages)
                left, right = np.maximum(low[part], first), np.minimum(high[part], first + size)
                found = first + table.below(rows, left - first, right - first, articles[part])
                down, up = (found == left) & (left > low[part]), (found == right) & (right < high[part])
                low[part] = np.where(down, low[part], np.where(up, right, found))
                high[part] = np.where(up, high[part], np.where(down, left, found))
                middle = (low[part] + high[part]) // 2
                place[part] = np.where(down, np.maximum(middle, left - step), np.minimum(middle, right + step - size))
            undecided, step = undecided[low[undecided] < high[undecided]], step * 2
        return low

    def _living(self, keys: Numbers, columns: Columns) -> FoundPostings:
        """These postings without those of retired articles."""
        if not len(self._retired):
            return FoundPostings(keys, columns)
        return FoundPostings(keys[~np.isin(columns.articles, self._retired)], without(columns, self._retired))


def _ranges(begins: Numbers, lengths: Numbers) -> Numbers:
    """The whole numbers of all ranges [begins[i], begins[i] + lengths[i]), one range after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(begins - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)
