"""Kernels that compare every sentence of one text with every sentence of another that shares words with it.

For each pair that is alike enough: the TF-ISF cosine of its stems, their Dice coefficient, how many stems are shared,
and the information of the shared stems in nats. Stop words are kept: they carry word choice. A stem informs by the
lower of two surprises: how rare it is among the sentences of both texts, and how rare it is in English.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.align.interning import intern
from provenance.kernels import kernel

if TYPE_CHECKING:
    from provenance.align.units import Units

Array = NDArray[Any]

# So many (stem, sentence, sentence) meetings are added up at most, the rarest stems first; two articles need 10^4.
MEETINGS = 10_000_000


class Pairs(NamedTuple):
    """Sentence pairs as parallel arrays, ascending in A then B."""

    a: Array
    b: Array
    cosine: Array
    dice: Array
    shared: Array
    information: Array


def sentence_pairs(a: Units, b: Units, least_like: float, least_shared: int) -> Pairs:
    """All pairs that share `least_shared` stems and whose mean of cosine and Dice is at least `least_like`."""
    types_a, types_b, _, _ = intern(a.stems, b.stems)
    known = max(int(types_a.max(initial=-1)), int(types_b.max(initial=-1))) + 1
    members_a, members_b = types_a[a.members].astype(np.int64), types_b[b.members].astype(np.int64)
    with_a, with_b = np.bincount(members_a, minlength=known), np.bincount(members_b, minlength=known)
    rarities = np.full(known, np.inf)
    np.minimum.at(rarities, types_a, a.rarities)
    np.minimum.at(rarities, types_b, b.rarities)
    weights = np.log((len(a) + len(b)) / np.maximum(with_a + with_b, 1))
    densest = np.maximum((with_a + 0.5) / (len(a) + 1), (with_b + 0.5) / (len(b) + 1))
    information = np.minimum(np.maximum(-np.log(densest), 0.0), rarities)
    meetings = with_a.astype(np.int64) * with_b
    used = meetings > 0
    if meetings.sum() > MEETINGS:
        order = np.argsort(meetings, kind="stable")
        used[order[np.cumsum(meetings[order]) > MEETINGS]] = False
    return Pairs(
        *alike(
            a.offsets, members_a, a.counts, b.offsets, members_b, b.counts,
            weights, information, used, least_like, least_shared,
        )
    )  # fmt: skip


@kernel
def norms(offsets: Array, members: Array, counts: Array, weights: Array) -> Array:
    """The Euclidean length of each sentence's TF-ISF vector; 1 instead of 0."""
    lengths = np.ones(len(offsets) - 1)
    for sentence in range(len(offsets) - 1):
        total = 0.0
        for place in range(offsets[sentence], offsets[sentence + 1]):
            total += ((1.0 + math.log(counts[place])) * weights[members[place]]) ** 2
        if total > 0.0:
            lengths[sentence] = math.sqrt(total)
    return lengths


@kernel
def sentences_with(offsets: Array, members: Array, known: int) -> tuple[Array, Array, Array]:
    """For each stem t the sentences that hold it, `holders[begin[t]:begin[t + 1]]`, and its place in each."""
    begin = np.zeros(known + 1, np.int64)
    for place in range(len(members)):
        begin[members[place] + 1] += 1
    for stem in range(known):
        begin[stem + 1] += begin[stem]
    following = begin[:-1].copy()
    holders = np.empty(len(members), np.int64)
    places = np.empty(len(members), np.int64)
    for sentence in range(len(offsets) - 1):
        for place in range(offsets[sentence], offsets[sentence + 1]):
            stem = members[place]
            holders[following[stem]] = sentence
            places[following[stem]] = place
            following[stem] += 1
    return begin, holders, places


@kernel
def alike(
    offsets_a: Array,
    members_a: Array,
    counts_a: Array,
    offsets_b: Array,
    members_b: Array,
    counts_b: Array,
    weights: Array,
    information: Array,
    used: Array,
    least_like: float,
    least_shared: int,
) -> tuple[Array, Array, Array, Array, Array, Array]:
    """The arrays of Pairs."""
    norms_a, norms_b = (
        norms(offsets_a, members_a, counts_a, weights),
        norms(offsets_b, members_b, counts_b, weights),
    )
    begin, holders, places = sentences_with(offsets_b, members_b, len(weights))
    sentences_b = len(offsets_b) - 1
    products, informed = np.zeros(sentences_b), np.zeros(sentences_b)
    shared = np.zeros(sentences_b, np.int32)
    met = np.empty(sentences_b, np.int64)
    room, count = 256, 0
    pairs = np.empty((room, 2), np.int64)
    values = np.empty((room, 4))
    for sentence in range(len(offsets_a) - 1):
        size_a = offsets_a[sentence + 1] - offsets_a[sentence]
        if size_a < least_shared:
            continue
        meeting = 0
        for place in range(offsets_a[sentence], offsets_a[sentence + 1]):
            stem = members_a[place]
            if not used[stem]:
                continue
            weight = weights[stem] * weights[stem] * (1.0 + math.log(counts_a[place]))
            for index in range(begin[stem], begin[stem + 1]):
                other = holders[index]
                if shared[other] == 0:
                    met[meeting] = other
                    meeting += 1
                shared[other] += 1
                informed[other] += information[stem]
                products[other] += weight * (1.0 + math.log(counts_b[places[index]]))
        for other in np.sort(met[:meeting]):
            cosine = products[other] / (norms_a[sentence] * norms_b[other])
            dice = 2.0 * shared[other] / (size_a + offsets_b[other + 1] - offsets_b[other])
            if shared[other] >= least_shared and cosine + dice >= 2.0 * least_like:
                if count == room:
                    room *= 2
                    pairs = np.concatenate((pairs, np.empty((room - count, 2), np.int64)))
                    values = np.concatenate((values, np.empty((room - count, 4))))
                pairs[count, 0], pairs[count, 1] = sentence, other
                values[count, 0], values[count, 1] = cosine, dice
                values[count, 2], values[count, 3] = shared[other], informed[other]
                count += 1
            products[other] = informed[other] = 0.0
            shared[other] = 0
    pairs, values = pairs[:count], values[:count]
    return pairs[:, 0], pairs[:, 1], values[:, 0], values[:, 1], values[:, 2], values[:, 3]
