"""Every sentence of one text beside every sentence of another that shares words with it.

Each pair that is alike enough gets a likeness (the mean of the TF-ISF cosine and the Dice coefficient of its stems)
and the information of its shared stems in nats. Stop words are kept: they carry word choice. The information of a
stem is the lower of two surprisals: its rarity among the sentences of both texts, and its rarity in English. A name
counts for less: whoever reports an event has to name who took part.
"""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels import exact
from provenance.align.kernels.sentences import Units
from provenance.kernels import arrays

Array = NDArray[Any]

# Most (stem, sentence, sentence) triples that are added up, the rarest stems first; two articles need 10^4.
MEETINGS = 10_000_000
# What a name counts for beside other words of its rarity. Strength ranks the true pairs among all sentence pairs of
# the corpus, even pairs, with an average precision of .683 at .5, .695 at 0 and .660 at 1. Character F1 there is
# .953, .940 and .940: with no names left, too little speaks for a brief of a long article.
NAMES = 0.5


class Pairs:
    """Sentence `a` of A beside sentence `b` of B (int64), as parallel arrays.

    `likeness` is 0..1, `information` (of the shared stems) in nats. Pairs are ranked by `strength`, the product of
    both: information, discounted by what the sentences do not share.
    """

    def __init__(self, a: Array, b: Array, likeness: Array, information: Array, strength: Array) -> None:
        self.a, self.b, self.likeness, self.information, self.strength = a, b, likeness, information, strength


class SharedStems:
    """What two texts' stems have in common.

    Of stem t of A: `in_b[t]` is its number in B or -1, `information[t]` what it adds, in nats, to two sentences that
    share it, `used[t]` whether it is compared at all. `factors_a` and `factors_b` are the TF-ISF factors of the stems
    of each text. Stem t of B is in sentences `holders[begin[t]:begin[t + 1]]` of B, at `places` of its `members`.
    """

    def __init__(self, in_b: Array, begin: Array, holders: Array, places: Array) -> None:
        self.in_b, self.begin, self.holders, self.places = in_b, begin, holders, places
        self.factors_a = self.factors_b = self.information = arrays.zeros_f64(0)
        self.used = arrays.zeros_u8(0)


def pair_columns(pairs: Pairs) -> tuple[Array, ...]:
    """The arrays of `pairs` for Python callers, in the order of its fields."""
    return (
        arrays.array(pairs.a), arrays.array(pairs.b), arrays.array(pairs.likeness),
        arrays.array(pairs.information), arrays.array(pairs.strength),
    )  # fmt: skip


def part_of(pairs: Pairs, places: Array) -> Pairs:
    """`pairs[places]`, in the order of `places`."""
    size = len(places)
    a, b, likeness = arrays.empty_i64(size), arrays.empty_i64(size), arrays.empty_f64(size)
    information, strength = arrays.empty_f64(size), arrays.empty_f64(size)
    for place in range(size):
        pair = places[place]
        a[place], b[place], likeness[place] = pairs.a[pair], pairs.b[pair], pairs.likeness[pair]
        information[place], strength[place] = pairs.information[pair], pairs.strength[pair]
    return made_pairs(a, b, likeness, information, strength)


def made_pairs(a: Array, b: Array, likeness: Array, information: Array, strength: Array) -> Pairs:
    """`Pairs` of these arrays, faster than by `Pairs(...)`, which makes Python objects of all of them."""
    pairs = Pairs.__new__(Pairs)
    pairs.a, pairs.b, pairs.likeness, pairs.information, pairs.strength = a, b, likeness, information, strength
    return pairs


def near_best(pairs: Pairs, sentences_a: int, sentences_b: int, part: float) -> Array:
    """Places, ascending, of the pairs as strong as `part` of the best pair of either of their sentences."""
    of_a, of_b, strength = pairs.a, pairs.b, pairs.strength
    best_a, best_b = arrays.zeros_f64(sentences_a), arrays.zeros_f64(sentences_b)
    for pair in range(len(strength)):
        best_a[of_a[pair]] = max(best_a[of_a[pair]], strength[pair])
        best_b[of_b[pair]] = max(best_b[of_b[pair]], strength[pair])
    kept = arrays.empty_i64(len(strength))
    count = 0
    for pair in range(len(strength)):
        if strength[pair] >= part * min(best_a[of_a[pair]], best_b[of_b[pair]]):
            kept[count] = pair
            count += 1
    return kept[:count]


def sentence_pairs(
    a: Units, b: Units, passages: Array, least_like: float, least_shared: int, least_strength: float
) -> Pairs:
    """All pairs with `least_shared` stems or more, a likeness of `least_like` and likeness times information of
    `least_strength`, that none of the `passages` holds; in no order, but always the same.

    `passages` are rows (A start, A end, B start, B end) in words (int64); see `is_covered`.
    """
    words_a, words_b, offsets_a, offsets_b, members_a = a.words, b.words, a.offsets, b.offsets, a.members
    weights_a, weights_b = a.weights, b.weights
    stems = shared_stems(a, b)
    in_b, begin, holders, places = stems.in_b, stems.begin, stems.holders, stems.places
    factors_a, information, used = stems.factors_a, stems.information, stems.used
    norms_a, norms_b = norms(a, factors_a), norms(b, stems.factors_b)
    products, informed = arrays.zeros_f64(b.sentences), arrays.zeros_f64(b.sentences)
    shared, met = arrays.zeros_i32(b.sentences), arrays.empty_i64(b.sentences)
    room, count = 256, 0
    found_a, found_b, likeness = arrays.empty_i64(room), arrays.empty_i64(room), arrays.empty_f64(room)
    informations, strengths = arrays.empty_f64(room), arrays.empty_f64(room)
    for sentence in range(a.sentences):
        low_a, high_a = words_a[sentence], words_a[sentence + 1]
        size_a = offsets_a[sentence + 1] - offsets_a[sentence]
        if size_a < least_shared or is_covered_with_all(low_a, high_a, words_b, passages):
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
        if count + meeting > room:
            while room < count + meeting:
                room *= 2
            found_a, found_b, likeness = longer(found_a, room), longer(found_b, room), longer_floats(likeness, room)
            informations, strengths = longer_floats(informations, room), longer_floats(strengths, room)
        for index in range(meeting):
            other = met[index]
            if shared[other] >= least_shared:
                cosine = products[other] / (norms_a[sentence] * norms_b[other])
                dice = 2.0 * shared[other] / (size_a + offsets_b[other + 1] - offsets_b[other])
                alike = (cosine + dice) / 2
                strength = alike * informed[other]
                if (
                    alike >= least_like
                    and strength >= least_strength
                    and not is_covered(low_a, high_a, words_b[other], words_b[other + 1], passages)
                ):
                    found_a[count], found_b[count] = sentence, other
                    likeness[count], informations[count], strengths[count] = alike, informed[other], strength
                    count += 1
            products[other] = 0.0
            informed[other] = 0.0
            shared[other] = 0
    return made_pairs(found_a[:count], found_b[:count], likeness[:count], informations[:count], strengths[:count])


def longer(values: Array, room: int) -> Array:
    """The same whole numbers with room for more."""
    moved = arrays.empty_i64(room)
    for place in range(len(values)):
        moved[place] = values[place]
    return moved


def longer_floats(values: Array, room: int) -> Array:
    """The same floats with room for more."""
    moved = arrays.empty_f64(room)
    for place in range(len(values)):
        moved[place] = values[place]
    return moved


def shared_stems(a: Units, b: Units) -> SharedStems:
    """Which stems of two texts are the same, and the information of each.

    Both depend only on how many sentences have a stem, so one logarithm per such number is enough.
    """
    stems_a, stems_b = len(a.stems), len(b.stems)
    stems = SharedStems.__new__(SharedStems)
    in_b = arrays.empty_i64(stems_a)
    fill_places_in(a.stems, b.stems, in_b)
    fill_holders(b, stems)
    begin_b = stems.begin
    with_a = arrays.zeros_i64(stems_a)
    members = a.members
    for place in range(len(members)):
        with_a[members[place]] += 1
    in_both = arrays.zeros_f64(a.sentences + b.sentences + 1)
    for count in range(1, a.sentences + b.sentences + 1):
        in_both[count] = math.log((a.sentences + b.sentences) / count)
    in_one, in_other = surprisals(a.sentences), surprisals(b.sentences)
    factors_a, factors_b = arrays.empty_f64(stems_a), arrays.empty_f64(stems_b)
    for stem in range(stems_b):
        factors_b[stem] = in_both[begin_b[stem + 1] - begin_b[stem]] * (NAMES if b.names[stem] else 1.0)
    information, meetings = arrays.zeros_f64(stems_a), arrays.zeros_i64(stems_a)
    for stem in range(stems_a):
        other = in_b[stem]
        if other < 0:
            factors_a[stem] = in_both[with_a[stem]] * (NAMES if a.names[stem] else 1.0)
            continue
        with_b = begin_b[other + 1] - begin_b[other]
        counts_for = NAMES if a.names[stem] or b.names[other] else 1.0
        factors_a[stem] = factors_b[other] = counts_for * in_both[with_a[stem] + with_b]
        rarity = min(a.rarities[stem], b.rarities[other])
        information[stem] = counts_for * min(in_one[with_a[stem]], in_other[with_b], rarity)
        meetings[stem] = with_a[stem] * with_b
    stems.in_b, stems.factors_a, stems.factors_b, stems.information = in_b, factors_a, factors_b, information
    stems.used = exact.rarest_first(meetings, MEETINGS)
    return stems


def fill_places_in(stems: Array, others: Array, found: Array) -> None:
    """Fill in for each of the `stems` its place among the `others`, or -1; both ascend."""
    other = 0
    for stem in range(len(stems)):
        while other < len(others) and others[other] < stems[stem]:
            other += 1
        found[stem] = other if other < len(others) and others[other] == stems[stem] else -1


def fill_holders(units: Units, stems: SharedStems) -> None:
    """Fill in for each stem of B the sentences that have it and its places there."""
    offsets, members, size = units.offsets, units.members, len(units.stems)
    begin = arrays.zeros_i64(size + 1)
    for place in range(len(members)):
        begin[members[place] + 1] += 1
    for stem in range(size):
        begin[stem + 1] += begin[stem]
    following = arrays.empty_i64(size)
    for stem in range(size):
        following[stem] = begin[stem]
    holders, places = arrays.empty_i64(len(members)), arrays.empty_i64(len(members))
    for sentence in range(units.sentences):
        for place in range(offsets[sentence], offsets[sentence + 1]):
            stem = members[place]
            holders[following[stem]] = sentence
            places[following[stem]] = place
            following[stem] += 1
    stems.begin, stems.holders, stems.places = begin, holders, places


def surprisals(sentences: int) -> Array:
    """`[k]`: surprisal, in nats, of a stem that occurs in k of n sentences (n is `sentences`)."""
    found = arrays.empty_f64(sentences + 1)
    for count in range(sentences + 1):
        found[count] = max(-math.log((count + 0.5) / (sentences + 1)), 0.0)
    return found


def norms(units: Units, factors: Array) -> Array:
    """The Euclidean length of each sentence's TF-ISF vector; 1 instead of 0."""
    offsets, members, weights = units.offsets, units.members, units.weights
    lengths = arrays.full_f64(units.sentences, 1.0)
    for sentence in range(units.sentences):
        total = 0.0
        for place in range(offsets[sentence], offsets[sentence + 1]):
            value = weights[place] * factors[members[place]]
            total += value * value
        if total > 0.0:
            lengths[sentence] = math.sqrt(total)
    return lengths


def is_covered(low_a: int, high_a: int, low_b: int, high_b: int, passages: Array) -> bool:
    """Whether a passage holds most of one of two ranges of words, and some of the other."""
    for index in range(len(passages)):
        shared_a = min(high_a, passages[index, 1]) - max(low_a, passages[index, 0])
        shared_b = min(high_b, passages[index, 3]) - max(low_b, passages[index, 2])
        if shared_a > 0 and shared_b > 0 and (2 * shared_a > high_a - low_a or 2 * shared_b > high_b - low_b):
            return True
    return False


def is_covered_with_all(low: int, high: int, words_b: Array, passages: Array) -> bool:
    """Whether a passage holds most of a range of A's words and some of every sentence of B."""
    last = words_b[len(words_b) - 2]
    for index in range(len(passages)):
        shared = min(high, passages[index, 1]) - max(low, passages[index, 0])
        if 2 * shared > high - low and passages[index, 2] < words_b[1] and passages[index, 3] > last:
            return True
    return False
