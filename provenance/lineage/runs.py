"""Which stretches of words two texts share exactly, and which further texts hold the same stretch.

Holders are what direction is told by: a passage that a third text held earlier says nothing about two later ones.
Runs are computed here from the texts themselves, so that a judgement is the same however its candidates were found.
Signatures and credit lines are left out. Nothing here weighs evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.lineage.spare_passages import Spare, spare_runs
from provenance.lineage.texts import Texts

# Shared shingles times pairs of texts, and times holders of each: the newsgroup posts have .6 and 18 million. An
# archive full of copies or forms has far more, and then the largest groups are left out until it fits: 420 releases
# of one senator took 1.7 GB with 3 and 150 million and take .75 GB so.
MOST_PAIRINGS, MOST_HOLDINGS = 3_000_000, 40_000_000
LEAST_KEPT = 10  # words that must be left of a pair's runs without signatures and credit lines


@dataclass(frozen=True, slots=True)
class Runs:
    """Pairs of texts (`pairs[p]` = two text numbers, ascending), pair p with runs `first[p]:first[p + 1]`.

    `bounds[r]` is (a0, a1, b0, b1) in words. Run r is held by the stretches `held[held_first[r]:held_first[r + 1]]`,
    those of the pair itself first: rows of `stretches` (text, start, end), which ascend. Many runs are held by the
    same ones. `shared` marks every word inside a shared shingle. `exact[p]` is False where runs are passages found
    otherwise, in pairs that share no exact ones.
    """

    pairs: NDArray[np.int64]
    exact: NDArray[np.bool_]
    first: NDArray[np.int64]
    bounds: NDArray[np.int32]
    held_first: NDArray[np.int64]
    held: NDArray[np.int32]
    stretches: NDArray[np.int32]
    shared: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.pairs)

    def holders(self, run: int) -> NDArray[np.int32]:
        """The stretches that hold a run, as rows (text, start, end)."""
        return self.stretches[self.held[self.held_first[run] : self.held_first[run + 1]]]


@dataclass(frozen=True, slots=True)
class RawRuns:
    """Runs before any is left out: `pair[r]` is a * N + b for texts a < b of N, ascending; the rest as in `Runs`.

    `held` are rows (text, start, end). `kept[r]` is False for signatures and credit lines.
    """

    pair: NDArray[np.int64]
    bounds: NDArray[np.int32]
    kept: NDArray[np.bool_]
    held_first: NDArray[np.int64]
    held: NDArray[np.int32]
    shared: NDArray[np.bool_]


def raw_runs(texts: Texts, settings: LineageSettings) -> RawRuns:
    """Exact runs of all pairs of texts that share `settings.run_words` words or more."""
    from provenance.lineage import run_kernels

    hashes, places, owners = _shingles(texts)
    group_of = np.full(len(texts.words), -1, np.int32)
    member_text, member = np.empty(len(hashes), np.int32), np.empty(len(hashes), np.int32)
    largest = _affordable(hashes, owners, settings.largest_group)
    begins = run_kernels.groups(hashes, places, owners, largest, group_of, member_text, member)
    del hashes, places, owners
    sizes = np.diff(begins)
    total = int((sizes * (sizes - 1) // 2).sum())
    keys, left, right = np.empty(total, np.int64), np.empty(total, np.int32), np.empty(total, np.int32)
    run_kernels.pairings(texts.base, group_of, begins, member_text, member, keys, left, right)
    pair, bounds = np.empty(total, np.int64), np.empty((total, 4), np.int32)
    count = run_kernels.chain(keys, left, right, pair, bounds)
    del keys, left, right
    pair, bounds = _long_enough(pair[:count], bounds[:count], settings.run_words)
    text_a, text_b = pair // max(1, len(texts)), pair % max(1, len(texts))
    kept, held_first = np.ones(len(pair), np.bool_), np.zeros(len(pair) + 1, np.int64)
    held = run_kernels.holders(
        texts.base, texts.marks, group_of, begins, member_text, member, text_a, text_b, bounds, kept, held_first
    )
    shared = np.zeros(len(texts.words) + run_kernels.SHINGLE, np.bool_)
    for step in range(run_kernels.SHINGLE):
        shared[np.flatnonzero(group_of >= 0) + step] = True
    return RawRuns(pair, bounds, kept, held_first, held, shared[: len(texts.words)])


def shared_runs(
    texts: Texts,
    settings: LineageSettings,
    spare: Spare | None = None,
) -> Runs:
    """Runs of all pairs of texts that share `settings.run_words` words or more, signatures and credit lines left out.

    `spare` gives, for pairs of text numbers (ascending), passages found otherwise (in words); they serve as runs of
    those pairs that share no exact ones.
    """
    return _assembled(texts, raw_runs(texts, settings), spare or {})


def _shingles(texts: Texts) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Shingle hashes sorted, with the place (in all words) and the text of each."""
    from provenance.lineage import run_kernels

    room = len(texts.words)
    hashes, places, owners = np.empty(room, np.uint64), np.empty(room, np.int32), np.empty(room, np.int32)
    count = run_kernels.shingles(texts.words, texts.marks, texts.base, hashes, places, owners)
    order = np.argsort(hashes[:count], kind="stable")
    return hashes[order], places[order], owners[order]


def _affordable(hashes: NDArray[Any], owners: NDArray[Any], largest: int) -> int:
    """The largest size of a group of texts with one shingle that stays within the limits; input sorted by hash."""
    if not len(hashes):
        return largest
    new = np.concatenate([[True], (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])])
    group = np.cumsum(np.concatenate([[True], hashes[1:] != hashes[:-1]])) - 1
    sizes = np.bincount(group, new).astype(np.int64)
    counts = np.bincount(np.minimum(sizes, largest + 1), minlength=largest + 2)[: largest + 1].astype(np.float64)
    size = np.arange(largest + 1)
    pairings = np.cumsum(counts * size * (size - 1) / 2)
    holdings = np.cumsum(counts * size * size * (size - 1) / 2)
    fitting = (pairings <= MOST_PAIRINGS) & (holdings <= MOST_HOLDINGS)
    return max(2, int(np.flatnonzero(fitting)[-1]))


def _long_enough(pair: NDArray[Any], bounds: NDArray[Any], least: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Only the runs of pairs that share `least` words in all."""
    if not len(pair):
        return pair, bounds
    _, inverse = np.unique(pair, return_inverse=True)
    words = np.bincount(inverse, bounds[:, 1] - bounds[:, 0])
    keep = words[inverse] >= least
    return pair[keep], bounds[keep]


def _assembled(texts: Texts, raw: RawRuns, spare: Spare) -> Runs:
    """Drop signatures and credit lines, drop pairs with too little left, add the spare passages of the others."""
    from provenance.lineage import run_kernels

    pair, bounds, kept, shared = raw.pair, raw.bounds, raw.kept, raw.shared
    count = max(1, len(texts))
    sizes = np.diff(raw.held_first)
    _, inverse = np.unique(pair, return_inverse=True)
    words = np.bincount(inverse, kept * (bounds[:, 1] - bounds[:, 0]), minlength=1)
    use = kept & (words[inverse] >= LEAST_KEPT)
    present = set(pair[use].tolist())
    unmatched = {key: rows for key, rows in spare.items() if rows and key[0] * count + key[1] not in present}
    missing = _without(unmatched, pair[~use], bounds[~use], count)
    held, pair, bounds, sizes = raw.held[np.repeat(use, sizes)], pair[use], bounds[use], sizes[use]
    del raw
    if missing:
        pairs_too, bounds_too, sizes_too, held_too = spare_runs(missing, spare, count)
        pair, bounds = np.concatenate([pair, pairs_too]), np.concatenate([bounds, bounds_too])
        sizes, held = np.concatenate([sizes, sizes_too]), np.concatenate([held, held_too])
        for (a, b), rows in missing.items():
            for a0, a1, b0, b1 in rows:
                shared[texts.base[a] + a0 : texts.base[a] + a1] = True
                shared[texts.base[b] + b0 : texts.base[b] + b1] = True
    held, stretches = _numbered(texts, held)
    order = np.argsort(pair, kind="stable")
    held = run_kernels.arranged(held, (np.cumsum(sizes) - sizes)[order], sizes[order])
    pair, bounds, sizes = pair[order], bounds[order], sizes[order]
    keys, first = np.unique(pair, return_index=True)
    return Runs(
        pairs=np.stack([keys // count, keys % count], axis=1),
        exact=~np.isin(keys, [a * count + b for a, b in missing]),
        first=np.append(first, len(pair)).astype(np.int64),
        bounds=bounds,
        held_first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        held=held,
        stretches=stretches,
        shared=shared,
    )


def _numbered(texts: Texts, held: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """For each row (text, start, end) which of the different rows it is; and the different rows, ascending."""
    from provenance.lineage import run_kernels

    numbers, rows = np.empty(len(held), np.int32), np.empty(len(held), np.int64)
    different = held[rows[: run_kernels.number_stretches(texts.base, held, numbers, rows)]]
    order = np.lexsort(different.T[::-1])
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order))
    return places[numbers], different[order]


def _without(spare: Spare, pair: NDArray[Any], bounds: NDArray[Any], count: int) -> Spare:
    """Passages that are not half made of dropped runs (signatures, credit lines)."""
    keys = {a * count + b: (a, b) for a, b in spare}
    dropped: dict[int, list[tuple[int, int]]] = {}
    asked = np.isin(pair, list(keys))
    for key, (a0, a1, _, _) in zip(pair[asked].tolist(), bounds[asked].tolist(), strict=True):
        dropped.setdefault(key, []).append((a0, a1))
    found = {}
    for key, both in keys.items():
        gone = dropped.get(key, ())
        left = [
            row
            for row in spare[both]
            if 2 * sum(max(0, min(row[1], end) - max(row[0], start)) for start, end in gone) < row[1] - row[0]
        ]
        if left:
            found[both] = left
    return found
