"""Which stretches of words two texts share exactly, and which further texts have the same stretch (its *holders*).

Direction depends on the holders: a passage that a third text had earlier says nothing about two later ones.
Runs are computed here from the texts themselves, so that a judgement is the same however its candidates were found.
Signatures and credit lines are left out. Passages that alignment found serve as the runs of those pairs that share no
exact ones. Nothing here weighs evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.kernels.signatures import made
from provenance.lineage.kernels import passages as passage_kernels
from provenance.lineage.kernels import runs as kernels
from provenance.lineage.texts import Texts, lay_out
from provenance.model import Article, Match, Passage, PassageKind, Span

Array = NDArray[Any]
# Passages that alignment found, by pairs of text numbers (ascending): start and end in A, then in B, in words.
Aligned = Mapping[tuple[int, int], Sequence[tuple[int, int, int, int]]]

# Limits on the pairs of texts summed over shared shingles, and on these pairs times their holders. The newsgroup
# posts have .6 and 18 million. An archive full of copies or forms has far more; then the largest groups are left out
# until it fits: 420 releases of one senator took 1.7 GB with limits of 3 and 150 million and take .75 GB with these.
MOST_PAIRINGS, MOST_HOLDINGS = 3_000_000, 40_000_000
LEAST_KEPT = 10  # words that must be left of a pair's runs without signatures and credit lines
COVERED = 0.6  # part of an aligned passage that another must cover in the same text to lead to a holder of it
# Holders of one aligned passage that are looked at, the first by id: what more texts hold than this is a form that is
# filled in again and again. Among 420 releases of one senator 15,000 pairs had 6 million holders without a limit.
MOST_HOLDERS = 40
# Parts of the shorter and of the longer one that two copies of one text share, where some sentences were cut out.
COPIED, LEFT = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Runs:
    """Pairs of texts (`pairs[p]` = two text numbers, ascending); pair p has the runs `first[p]:first[p + 1]`.

    `bounds[r]` is (A start, A end, B start, B end) in words. The holders of run r are the rows
    `held[held_first[r]:held_first[r + 1]]` of `stretches` (text, start, end), the pair itself first; `stretches`
    ascend, and many runs share one. `shared` marks every word inside a shared shingle. `exact[p]` is False where runs
    are aligned passages, in pairs that share no exact ones. `shared_apart` leaves out the words
    that only copies of one text share.
    """

    pairs: NDArray[np.int64]
    exact: NDArray[np.bool_]
    first: NDArray[np.int64]
    bounds: NDArray[np.int32]
    held_first: NDArray[np.int64]
    held: NDArray[np.int32]
    stretches: NDArray[np.int32]
    shared: NDArray[np.bool_]
    shared_apart: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.pairs)

    def holders(self, run: int) -> NDArray[np.int32]:
        """The stretches that hold a run, as rows (text, start, end)."""
        return self.stretches[self.held[self.held_first[run] : self.held_first[run + 1]]]

    def as_arrays(self) -> kernels.SharedRuns:
        """What kernels take."""
        return made(kernels.SharedRuns, self.pairs, self.first, self.bounds, self.held_first, self.held)


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
    shared_apart: NDArray[np.bool_]


def raw_runs(texts: Texts, settings: LineageSettings, same: NDArray[np.int64] | None = None) -> RawRuns:
    """Exact runs of all pairs of texts that share `settings.run_words` words or more.

    `same` has one number for copies of one text, None where there are none.
    """
    begins, member_text, member, group_of = _groups(texts, settings.largest_group)
    groups = made(kernels.ShingleGroups, begins, member_text, member, group_of)
    sizes = np.diff(begins)
    pair, bounds = _chained(texts, groups, int((sizes * (sizes - 1) // 2).sum()))
    pair, bounds = _long_enough(pair, bounds, settings.run_words)
    count = max(1, len(texts))
    kept, held_first = np.ones(len(pair), np.bool_), np.zeros(len(pair) + 1, np.int64)
    found = made(kernels.FoundRuns, pair // count, pair % count, bounds, kept, held_first)
    held = passage_kernels.holders(texts.as_arrays(), groups, found, nearly_one(texts, pair, bounds))
    shared = np.zeros(len(texts.words), np.bool_)
    kernels.mark_shared(groups, shared)
    apart = shared.copy()
    if same is not None:
        beyond = _without_copies(begins, member_text, group_of, same)
        apart[:] = False
        kernels.mark_shared(made(kernels.ShingleGroups, begins, member_text, member, beyond), apart)
    return RawRuns(pair, bounds, kept, held_first, held, shared, apart)


def nearly_one(texts: Texts, pair: NDArray[Any], bounds: NDArray[Any]) -> NDArray[np.int64]:
    """`[t]`: the lowest number of a text that is one with text t but for some words or sentences (COPIED of the
    shorter one's words, LEFT of the longer one's), through further ones, too; `pair` and `bounds` as in `RawRuns`."""
    same, count = np.arange(len(texts), dtype=np.int64), max(1, len(texts))
    if not len(pair):
        return same
    pairs, inverse = np.unique(pair, return_inverse=True)
    lengths = np.diff(texts.base)[np.stack([pairs // count, pairs % count])]
    shared = np.stack([np.bincount(inverse, bounds[:, end] - bounds[:, end - 1]) for end in (1, 3)]) / lengths
    for key in pairs[(shared.min(axis=0) >= LEFT) & (shared.max(axis=0) >= COPIED)].tolist():
        one, two = sorted((same[key // count], same[key % count]))
        same[same == two] = one
    return same


def shared_runs(
    texts: Texts, settings: LineageSettings, aligned: Aligned | None = None, same: NDArray[np.int64] | None = None
) -> Runs:
    """Runs of all pairs of texts that share `settings.run_words` words or more, signatures and credit lines left out.

    Pairs without exact runs have their `aligned` passages as runs; `same` as for `raw_runs`.
    """
    return _assembled(texts, raw_runs(texts, settings, same), aligned or {})


def exact_passages(
    articles: Mapping[str, Article],
    settings: LineageSettings | None = None,
    boilerplate: Mapping[str, Sequence[Span]] | None = None,
) -> dict[tuple[str, str], tuple[Passage, ...]]:
    """Exact shared runs of every two articles, under ascending pairs of ids, each ascending in the first article.

    They need neither candidates nor an aligner, and so find pairs that both miss. Pairs that share twelve words or
    more include .9997 of the derived and all of the common-source pairs of the newsgroup posts. Signatures, footers
    and credit lines are among the runs: `judge` decides what they mean. A run joins stretches over gaps of up to four
    words, so its ends are equal and its inside may differ in places; `score` is the part that is equal. Ten thousand
    posts take about three seconds.
    """
    texts = lay_out(articles, boilerplate or {})
    raw = raw_runs(texts, settings or LineageSettings())
    found: dict[tuple[str, str], list[Passage]] = {}
    for key, (a0, a1, b0, b1) in zip(raw.pair.tolist(), raw.bounds.tolist(), strict=True):
        a, b = divmod(key, max(1, len(texts)))
        equal = texts.equal_part((a, a0, a1), (b, b0, b1))
        kind: PassageKind = "verbatim" if equal == 1 else "edited"
        match = Match(kind, texts.span_of(a, a0, a1), texts.span_of(b, b0, b1), equal)
        found.setdefault((texts.ids[a], texts.ids[b]), []).append(Passage(match))
    return {pair: tuple(passages) for pair, passages in sorted(found.items())}


def _groups(texts: Texts, largest: int) -> tuple[Array, Array, Array, Array]:
    """The columns of `kernels.ShingleGroups`."""
    room = len(texts.words)
    hashes, places, owners = np.empty(room, np.uint64), np.empty(room, np.int32), np.empty(room, np.int32)
    count = kernels.shingles(texts.as_arrays(), made(kernels.Shingles, hashes, places, owners))
    order = np.argsort(hashes[:count], kind="stable")
    hashes, places, owners = hashes[order], places[order], owners[order]
    begins, group_of = np.empty(count // 2 + 2, np.int64), np.full(room, -1, np.int32)
    member_text, member = np.empty(count, np.int32), np.empty(count, np.int32)
    into = made(kernels.ShingleGroups, begins, member_text, member, group_of)
    largest = _affordable(hashes, owners, largest)
    found = kernels.groups(made(kernels.Shingles, hashes, places, owners), largest, into)
    return begins[: found + 1].copy(), member_text, member, group_of


def _without_copies(begins: Array, member_text: Array, group_of: Array, same: NDArray[np.int64]) -> NDArray[np.int32]:
    """`group_of` without the groups of shingles that only the copies of one text have: nobody else shares these."""
    if len(begins) < 2:
        return group_of
    holders = same[member_text[: begins[-1]]]
    alone = np.minimum.reduceat(holders, begins[:-1]) == np.maximum.reduceat(holders, begins[:-1])
    return np.where(np.append(alone, False)[group_of], np.int32(-1), group_of)


def _chained(texts: Texts, groups: kernels.ShingleGroups, total: int) -> tuple[Array, Array]:
    """Pair and bounds of every run; `total` is how many pairs of shingles the groups have."""
    found = made(
        kernels.ShinglePairs, np.empty(total, np.int64), np.empty(total, np.int32), np.empty(total, np.int32)
    )
    kernels.pair_up(texts.base, groups, found)
    pair, bounds = np.empty(total, np.int64), np.empty((total, 4), np.int32)
    count = kernels.chain(found, pair, bounds)
    return pair[:count], bounds[:count]


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


def _assembled(texts: Texts, raw: RawRuns, aligned: Aligned) -> Runs:
    """Drop signatures and credit lines, drop pairs with too little left, add the aligned passages of the others."""
    pair, bounds, kept = raw.pair, raw.bounds, raw.kept
    marked = raw.shared, raw.shared_apart
    count = max(1, len(texts))
    sizes = np.diff(raw.held_first)
    _, inverse = np.unique(pair, return_inverse=True)
    words = np.bincount(inverse, kept * (bounds[:, 1] - bounds[:, 0]), minlength=1)
    use = kept & (words[inverse] >= LEAST_KEPT)
    present = set(pair[use].tolist())
    unmatched = {key: rows for key, rows in aligned.items() if rows and key[0] * count + key[1] not in present}
    missing = _without(unmatched, pair[~use], bounds[~use], count)
    held, pair, bounds, sizes = raw.held[np.repeat(use, sizes)], pair[use], bounds[use], sizes[use]
    del raw
    if missing:
        pairs_too, bounds_too, sizes_too, held_too = aligned_runs(missing, aligned, count)
        pair, bounds = np.concatenate([pair, pairs_too]), np.concatenate([bounds, bounds_too])
        sizes, held = np.concatenate([sizes, sizes_too]), np.concatenate([held, held_too])
        for (a, b), rows in missing.items():
            for a0, a1, b0, b1 in rows:
                for shared in marked:
                    shared[texts.base[a] + a0 : texts.base[a] + a1] = True
                    shared[texts.base[b] + b0 : texts.base[b] + b1] = True
    held, stretches = _numbered(texts, held)
    order = np.argsort(pair, kind="stable")
    arranged = np.empty(len(held), np.int32)
    kernels.arranged(held, (np.cumsum(sizes) - sizes)[order], sizes[order], arranged)
    pair, bounds, sizes = pair[order], bounds[order], sizes[order]
    keys, first = np.unique(pair, return_index=True)
    return Runs(
        pairs=np.stack([keys // count, keys % count], axis=1),
        exact=~np.isin(keys, [a * count + b for a, b in missing]),
        first=np.append(first, len(pair)).astype(np.int64),
        bounds=bounds,
        held_first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        held=arranged,
        stretches=stretches,
        shared=marked[0],
        shared_apart=marked[1],
    )


def _numbered(texts: Texts, held: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """For each row (text, start, end) which of the different rows it is; and the different rows, ascending."""
    numbers, rows = np.empty(len(held), np.int32), np.empty(len(held), np.int64)
    different = held[rows[: kernels.number_stretches(texts.base, held, numbers, rows)]]
    order = np.lexsort(different.T[::-1])
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order))
    return places[numbers], different[order]


def _without(aligned: Aligned, pair: NDArray[Any], bounds: NDArray[Any], count: int) -> Aligned:
    """The passages of which dropped runs (signatures, credit lines) cover less than half."""
    keys = {a * count + b: (a, b) for a, b in aligned}
    dropped: dict[int, list[tuple[int, int]]] = {}
    asked = np.isin(pair, list(keys))
    for key, (a0, a1, _, _) in zip(pair[asked].tolist(), bounds[asked].tolist(), strict=True):
        dropped.setdefault(key, []).append((a0, a1))
    found = {}
    for key, both in keys.items():
        gone = dropped.get(key, ())
        left = [
            row
            for row in aligned[both]
            if 2 * sum(max(0, min(row[1], end) - max(row[0], start)) for start, end in gone) < row[1] - row[0]
        ]
        if left:
            found[both] = left
    return found


def aligned_runs(missing: Aligned, aligned: Aligned, count: int) -> tuple[Array, Array, Array, Array]:
    """The passages of `missing` as runs, by pair; a pair (a, b) of `count` texts is the number a * count + b.

    `aligned` are all passages, those of `missing` included. A rewritten passage has no shingles by which its holders
    could be found: its holders are A, B, and the texts with a passage of A or B that covers the part COVERED of it
    there, MOST_HOLDERS in all. Returns pair, bounds, how many holders each has, and the holders as rows
    (text, start, end).
    """
    found = [
        (a, b, *row)
        for (a, b), rows in sorted(missing.items())
        for row in sorted(set(rows))
        if row[1] > row[0] and row[3] > row[2]
    ]
    passages = np.array(found, np.int64).reshape(-1, 6)
    beside, begins = _from_both_sides(aligned, count)
    sizes = np.zeros(len(passages), np.int64)
    nothing = np.empty((0, 3), np.int32)
    total = passage_kernels.holders_of_passages(passages, beside, begins, COVERED, MOST_HOLDERS, sizes, nothing)
    holders = np.empty((total, 3), np.int32)
    passage_kernels.holders_of_passages(passages, beside, begins, COVERED, MOST_HOLDERS, sizes, holders)
    return passages[:, 0] * count + passages[:, 1], passages[:, 2:].astype(np.int32), sizes, holders


def _from_both_sides(aligned: Aligned, count: int) -> tuple[Array, Array]:
    """Each passage from both sides, by text: (start, end, other text, start, end there); and where texts begin."""
    found = [(a, b, *row) for (a, b), rows in sorted(aligned.items()) for row in rows]
    here = np.array(found, np.int64).reshape(-1, 6)
    both = np.stack([here, here[:, [1, 0, 4, 5, 2, 3]]], axis=1).reshape(-1, 6)
    both = both[np.argsort(both[:, 0], kind="stable")]
    return both[:, [2, 3, 1, 4, 5]].copy(), np.searchsorted(both[:, 0], np.arange(count + 1))
