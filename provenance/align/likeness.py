"""The kernel that compares every sentence of one text with every sentence of another that shares words with it.

For each pair that is alike enough: the mean of the TF-ISF cosine of its stems and their Dice coefficient, and the
information of the shared stems in nats. Stop words are kept: they carry word choice. A stem informs by the lower of
two surprises: how rare it is among the sentences of both texts, and how rare it is in English. A name counts for
less: whoever reports an event has to name who took part.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.align.interning import rarest_first
from provenance.kernels import kernel

if TYPE_CHECKING:
    from provenance.align.units import Units

Array = NDArray[Any]

# So many (stem, sentence, sentence) meetings are added up at most, the rarest stems first; two articles need 10^4.
MEETINGS = 10_000_000
# What a name counts for beside other words of its rarity. Strength ranks the true pairs among all sentence pairs of
# the corpus, even pairs, with an average precision of .683 at .5, .695 at 0 and .660 at 1. Character F1 there is
# .953, .940 and .940: with no names left, too little speaks for a brief of a long article.
NAMES = 0.5


class Pairs(NamedTuple):
    """Sentence `a` of A beside sentence `b` of B, as parallel arrays.

    `likeness` is 0..1, `information` that of the shared stems in nats. `strength` is their product: what ranks pairs,
    information discounted by what the sentences do not share.
    """

    a: Array
    b: Array
    likeness: Array
    information: Array
    strength: Array


@kernel
def part_of(pairs: Pairs, chosen: Array) -> Pairs:
    """Some of the pairs, by their places or by a mask."""
    return Pairs(
        pairs.a[chosen], pairs.b[chosen], pairs.likeness[chosen], pairs.information[chosen], pairs.strength[chosen]
    )


@kernel
def near_best(pairs: Pairs, sentences_a: int, sentences_b: int, part: float) -> Array:
    """The places of pairs with this part of the strength of the best pair of one of their sentences, ascending."""
    of_a, of_b, strength = pairs.a, pairs.b, pairs.strength
    best_a, best_b = np.zeros(sentences_a), np.zeros(sentences_b)
    for pair in range(len(strength)):
        best_a[of_a[pair]] = max(best_a[of_a[pair]], strength[pair])
        best_b[of_b[pair]] = max(best_b[of_b[pair]], strength[pair])
    kept = np.empty(len(strength), np.int64)
    count = 0
    for pair in range(len(strength)):
        if strength[pair] >= part * min(best_a[of_a[pair]], best_b[of_b[pair]]):
            kept[count] = pair
            count += 1
    return kept[:count].copy()


@kernel
def places_in(stems: Array, others: Array) -> Array:
    """For each of the `stems` its place among the `others`, or -1; both ascend."""
    found = np.full(len(stems), -1, np.int64)
    other = 0
    for stem in range(len(stems)):
        while other < len(others) and others[other] < stems[stem]:
            other += 1
        if other < len(others) and others[other] == stems[stem]:
            found[stem] = other
    return found


@kernel
def sentences_with(offsets: Array, members: Array, stems: int) -> tuple[Array, Array, Array]:
    """For each stem t the sentences that hold it, `holders[begin[t]:begin[t + 1]]`, and its place in each."""
    begin = np.zeros(stems + 1, np.int64)
    for place in range(len(members)):
        begin[members[place] + 1] += 1
    for stem in range(stems):
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
def norms(offsets: Array, members: Array, weights: Array, factors: Array) -> Array:
    """The Euclidean length of each sentence's TF-ISF vector; 1 instead of 0."""
    lengths = np.ones(len(offsets) - 1)
    for sentence in range(len(lengths)):
        total = 0.0
        for place in range(offsets[sentence], offsets[sentence + 1]):
            total += (weights[place] * factors[members[place]]) ** 2
        if total > 0.0:
            lengths[sentence] = math.sqrt(total)
    return lengths


@kernel
def is_held(low_a: int, high_a: int, low_b: int, high_b: int, passages: Array) -> bool:
    """Whether a passage holds most of one of two ranges of words, and some of the other."""
    for index in range(len(passages)):
        shared_a = min(high_a, passages[index, 1]) - max(low_a, passages[index, 0])
        shared_b = min(high_b, passages[index, 3]) - max(low_b, passages[index, 2])
        if shared_a > 0 and shared_b > 0 and (2 * shared_a > high_a - low_a or 2 * shared_b > high_b - low_b):
            return True
    return False


@kernel
def what_stems_tell(a: Units, b: Units, in_b: Array, begin_b: Array) -> tuple[Array, Array, Array, Array]:
    """The TF-ISF factor of A's stems and of B's, the information of A's stems that are also B's, and how often those
    meet.

    All depend on nothing but how many sentences hold a stem: one logarithm for each number of them is enough.
    """
    sentences_a, sentences_b = len(a.words) - 1, len(b.words) - 1
    members, rarities_a, rarities_b, names_a, names_b = a.members, a.rarities, b.rarities, a.names, b.names
    in_both, in_one, in_other = np.zeros(sentences_a + sentences_b + 1), rareness(sentences_a), rareness(sentences_b)
    for count in range(1, len(in_both)):
        in_both[count] = math.log((sentences_a + sentences_b) / count)
    with_a = np.zeros(len(a.stems), np.int64)
    for place in range(len(members)):
        with_a[members[place]] += 1
    factors_a, factors_b = np.empty(len(a.stems)), np.empty(len(b.stems))
    for stem in range(len(b.stems)):
        factors_b[stem] = in_both[begin_b[stem + 1] - begin_b[stem]] * (NAMES if names_b[stem] else 1.0)
    information, meetings = np.zeros(len(a.stems)), np.zeros(len(a.stems), np.int64)
    for stem in range(len(a.stems)):
        other = in_b[stem]
        factors_a[stem] = in_both[with_a[stem]] * (NAMES if names_a[stem] else 1.0)
        if other >= 0:
            with_b = begin_b[other + 1] - begin_b[other]
            told = NAMES if names_a[stem] or names_b[other] else 1.0
            factors_a[stem] = factors_b[other] = told * in_both[with_a[stem] + with_b]
            rarity = min(rarities_a[stem], rarities_b[other])
            information[stem] = told * min(in_one[with_a[stem]], in_other[with_b], rarity)
            meetings[stem] = with_a[stem] * with_b
    return factors_a, factors_b, information, meetings


@kernel
def rareness(sentences: int) -> Array:
    """For each number of sentences out of so many, how surprising a stem is that so many hold, in nats."""
    surprises = np.empty(sentences + 1)
    for count in range(sentences + 1):
        surprises[count] = max(-math.log((count + 0.5) / (sentences + 1)), 0.0)
    return surprises


@kernel
def sentence_pairs(
    a: Units, b: Units, passages: Array, least_like: float, least_shared: int, least_strength: float
) -> Pairs:
    """All pairs with `least_shared` stems or more, a likeness of `least_like` and likeness times information of
    `least_strength`, that none of the `passages` holds; in no order, but always the same.

    `passages` are rows (A start, A end, B start, B end) in words; see `is_held`.
    """
    # Fields of a tuple are bound once: numba counts references at each use of one, and loops took 1.4 times as long.
    words_a, words_b, weights_a, weights_b = a.words, b.words, a.weights, b.weights
    offsets_a, offsets_b, members_a = a.offsets, b.offsets, a.members
    in_b = places_in(a.stems, b.stems)
    begin, holders, places = sentences_with(offsets_b, b.members, len(b.stems))
    factors_a, factors_b, information, meetings = what_stems_tell(a, b, in_b, begin)
    used = rarest_first(meetings, MEETINGS)
    norms_a, norms_b = (
        norms(offsets_a, members_a, weights_a, factors_a),
        norms(offsets_b, b.members, weights_b, factors_b),
    )
    sentences_b = len(words_b) - 1
    products, informed = np.zeros(sentences_b), np.zeros(sentences_b)
    shared = np.zeros(sentences_b, np.int32)
    met = np.empty(sentences_b, np.int64)
    room, count = 256, 0
    pairs = np.empty((2, room), np.int64)
    values = np.empty((3, room))
    for sentence in range(len(words_a) - 1):
        low_a, high_a = words_a[sentence], words_a[sentence + 1]
        size_a = offsets_a[sentence + 1] - offsets_a[sentence]
        if size_a < least_shared or held_with_all(low_a, high_a, words_b, passages):
            continue
        meeting = 0
        for place in range(offsets_a[sentence], offsets_a[sentence + 1]):
            stem = members_a[place]
            if not used[stem]:
                continue
            weight = factors_a[stem] * factors_a[stem] * weights_a[place]
            for index in range(begin[in_b[stem]], begin[in_b[stem] + 1]):
                other = holders[index]
                if shared[other] == 0:
                    met[meeting] = other
                    meeting += 1
                shared[other] += 1
                informed[other] += information[stem]
                products[other] += weight * weights_b[places[index]]
        for other in met[:meeting]:
            likeness = strength = 0.0
            if shared[other] >= least_shared:
                cosine = products[other] / (norms_a[sentence] * norms_b[other])
                dice = 2.0 * shared[other] / (size_a + offsets_b[other + 1] - offsets_b[other])
                likeness = (cosine + dice) / 2
                strength = likeness * informed[other]
            if (
                likeness >= least_like
                and strength >= least_strength
                and not is_held(low_a, high_a, words_b[other], words_b[other + 1], passages)
            ):
                if count == room:
                    pairs = np.concatenate((pairs, np.empty((2, room), np.int64)), axis=1)
                    values = np.concatenate((values, np.empty((3, room))), axis=1)
                    room *= 2
                pairs[0, count], pairs[1, count] = sentence, other
                values[0, count], values[1, count], values[2, count] = likeness, informed[other], strength
                count += 1
            products[other] = informed[other] = 0.0
            shared[other] = 0
    return Pairs(
        pairs[0, :count].copy(), pairs[1, :count].copy(),
        values[0, :count].copy(), values[1, :count].copy(), values[2, :count].copy(),
    )  # fmt: skip


@kernel
def held_with_all(low: int, high: int, words_b: Array, passages: Array) -> bool:
    """Whether a passage holds most of a range of A's words and some of every sentence of B."""
    for index in range(len(passages)):
        shared = min(high, passages[index, 1]) - max(low, passages[index, 0])
        if 2 * shared > high - low and passages[index, 2] < words_b[1] and passages[index, 3] > words_b[-2]:
            return True
    return False
