"""Several copies of one text count as one holder of what it holds: being reprinted makes a text no second witness.

A copy has the same words in its body. For a pair of texts, copies of either are no third texts, except one that was
certainly published before the one in the pair: both may come from that. Of the copies of a third text the earliest
known one counts, and a text's neighbours are counted without its own copies. Every copy keeps its links; nothing here
weighs evidence.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from provenance.lineage.runs import Runs
from provenance.lineage.times import Times

Numbers = NDArray[np.int64]


def has_copies(same: Numbers) -> bool:
    """Whether any two texts have the same words."""
    return bool((same != np.arange(len(same))).any())


def unordered(same: Numbers, times: Times) -> Numbers:
    """`same` without the copies that were certainly published before or after the text that they are copies of."""
    apart = (times.latest < times.earliest[same]) | (times.latest[same] < times.earliest)
    return np.where(apart, np.arange(len(same)), same)


def one_holder_a_text(runs: Runs, same: Numbers, times: Times) -> Runs:
    """The runs with the copies of a text counted as one of their holders; pairs and bounds stay as they are."""
    sizes = np.diff(runs.held_first)
    run = np.repeat(np.arange(len(sizes)), sizes)
    pair = np.repeat(np.arange(len(runs)), np.diff(runs.first))[run]
    holder = runs.stretches[runs.held, 0].astype(np.int64)
    ends = runs.pairs[pair]
    own = (holder[:, None] == ends).any(axis=1)
    copied = same[holder][:, None] == same[ends]
    earlier = times.latest[holder][:, None] < times.earliest[ends]  # never where a date is missing
    third = ~own & ~(copied & ~earlier).any(axis=1)
    kept = own | (third & _first_of_each(run, same[holder], holder, third, times))
    count = np.add.reduceat(kept, runs.held_first[:-1]) if len(sizes) else np.empty(0, np.int64)
    return replace(
        runs,
        held_first=np.concatenate([np.zeros(1, np.int64), np.cumsum(count)]).astype(np.int64),
        held=runs.held[kept],
    )


def held_beyond_copies(runs: Runs, same: Numbers) -> NDArray[np.bool_]:
    """Whether each stretch holds a run of two texts that are no copies of each other."""
    apart = same[runs.pairs[:, 0]] != same[runs.pairs[:, 1]]
    of_runs = np.repeat(apart, np.diff(runs.first))
    found = np.zeros(len(runs.stretches), np.bool_)
    found[runs.held[np.repeat(of_runs, np.diff(runs.held_first))]] = True
    return found


def _first_of_each(
    run: Numbers, group: Numbers, holder: Numbers, asked: NDArray[np.bool_], times: Times
) -> NDArray[np.bool_]:
    """Whether each row has the holder of its run that is the earliest known of its group; `asked` are looked at."""
    rank = np.empty(len(times.latest), np.int64)
    rank[np.lexsort((np.arange(len(rank)), times.earliest, times.latest))] = np.arange(len(rank))  # NaN comes last
    rows = np.flatnonzero(asked)
    order = rows[np.lexsort((rank[holder[rows]], group[rows], run[rows]))]
    new = _changes(run[order], group[order])
    chosen = holder[order][new][np.cumsum(new) - 1] if len(order) else order
    found = np.zeros(len(run), np.bool_)
    found[order] = holder[order] == chosen
    return found


def _changes(*columns: Numbers) -> NDArray[np.bool_]:
    """Whether a row differs from the one before it."""
    new = np.ones(len(columns[0]), np.bool_)
    new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return new


def neighbours_kept(text: Numbers, other: Numbers, same: Numbers, order: Numbers) -> NDArray[np.bool_]:
    """Which of the rows (text, other text) count as a neighbour: no copy of the text, and one copy of another text,
    the first in `order`."""
    kept = np.zeros(len(text), np.bool_)
    rows = order[same[text[order]] != same[other[order]]]
    key = text[rows] * (len(same) + 1) + same[other[rows]]
    _, first = np.unique(key, return_index=True)
    kept[rows[first]] = True
    return kept
