"""Which row of those that repeat each other is kept, and for which row each of the others is left out.

A group is a star: every row that is left out was compared with the one that is kept. Rows are never joined because
both resemble a third one, so that no chain of weak similarities joins texts that differ.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.curation.contained_rows import ContainedRows
from provenance.curation.row_pairs import RowPairs
from provenance.curation.sketching import Sketched


@dataclass(frozen=True, slots=True)
class RowGroups:
    """`kept_by[row]` is the row that is kept instead: itself where it is kept, or one of the reference.

    `similarity[row]` is their exact Jaccard similarity. `containment[row]` is the part of the shorter one that the
    longer one has, where one of them being inside the other is why the row is left out, else 0; `inside[row]` says
    that the row is the shorter one. `left_out` says which rows of the inputs are left out.
    """

    kept_by: NDArray[np.int64]
    similarity: NDArray[np.float64]
    containment: NDArray[np.float64]
    inside: NDArray[np.bool_]

    @property
    def left_out(self) -> NDArray[np.bool_]:
        """Which rows are left out."""
        left_out: NDArray[np.bool_] = self.kept_by != np.arange(len(self.kept_by))
        return left_out


def grouped(rows: Sketched, pairs: RowPairs, reference: int, contained: ContainedRows) -> RowGroups:
    """The groups of all rows; rows from number `reference` on are a reference and always kept.

    The row with the lowest rank, of equal ones the first, leads: it is kept, and the rows that resemble it and are in
    no earlier group are left out. Rows that resemble one of the reference are left out before that, and then those
    that are `contained` in one or contain one.
    """
    total = len(rows.ranks)
    kept_by, similarity = np.arange(total), np.ones(total)
    used = np.flatnonzero(pairs.stands >= 0)
    # Of each text, the row that would be kept: of a reference, else by rank.
    order = used[np.lexsort((used, rows.ranks[used], used < reference))]
    texts, first = np.unique(pairs.stands[order], return_index=True)
    best, rank = np.full(total, -1, np.int64), np.zeros(total)
    best[texts], rank[texts] = order[first], rows.ranks[order[first]]
    leader, likeness, share, inside = led(texts, best, rank, best >= reference, pairs, contained)
    stands = pairs.stands[used]
    kept_by[used] = best[leader[stands]]
    similarity[used] = likeness[stands]
    kept_by[reference:] = np.arange(reference, total)
    return RowGroups(kept_by, similarity, *_of_rows(used, stands, share, inside))


def led(
    texts: NDArray[np.int64],
    best: NDArray[np.int64],
    rank: NDArray[np.float64],
    known: NDArray[np.bool_],
    pairs: RowPairs,
    contained: ContainedRows,
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """The leader of each of these texts, how similar that is, and what is contained of them, as `RowGroups` says.

    By text: `best` is the row of it that would be kept, with its rank; `known` says that it is one of a reference.
    Only the texts that are connected by pairs with a text bear on it.
    """
    total = len(best)
    leader, likeness = np.full(total, -1, np.int64), np.ones(total)
    leader[known] = np.flatnonzero(known)
    neighbours = _Neighbours(pairs, total)
    for text in np.unique(np.concatenate([pairs.first, pairs.second])).tolist():
        if known[text]:
            continue
        others, jaccard = neighbours.of(text)
        in_reference = known[others]
        if in_reference.any():
            nearest = np.lexsort((others[in_reference], -jaccard[in_reference]))[0]
            leader[text], likeness[text] = others[in_reference][nearest], jaccard[in_reference][nearest]
    share, inside = np.zeros(total), np.zeros(total, bool)
    for text, match, alike, part, shorter in contained.best():
        if leader[text] < 0:
            leader[text], likeness[text], share[text], inside[text] = match, alike, part, shorter
    free = texts[leader[texts] < 0]
    for text in free[np.lexsort((best[free], rank[free]))].tolist():
        if leader[text] >= 0:
            continue
        leader[text] = text
        others, jaccard = neighbours.of(text)
        mine = leader[others] < 0
        leader[others[mine]], likeness[others[mine]] = text, jaccard[mine]
    return leader, likeness, share, inside


def _of_rows(
    used: NDArray[np.int64], stands: NDArray[np.int64], share: NDArray[np.float64], inside: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """What is known of texts, of the rows that have them."""
    shares, insides = np.zeros(len(share)), np.zeros(len(inside), bool)
    shares[used], insides[used] = share[stands], inside[stands]
    return shares, insides


class _Neighbours:
    """The texts that resemble a text, and how much."""

    def __init__(self, pairs: RowPairs, total: int) -> None:
        both = np.concatenate([pairs.first, pairs.second])
        order = np.argsort(both, kind="stable")
        self._others = np.concatenate([pairs.second, pairs.first])[order]
        self._jaccard = np.concatenate([pairs.jaccard, pairs.jaccard])[order]
        self._bounds = np.searchsorted(both[order], np.arange(total + 1))

    def of(self, text: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Their numbers and Jaccard similarities."""
        part = slice(self._bounds[text], self._bounds[text + 1])
        return self._others[part], self._jaccard[part]
