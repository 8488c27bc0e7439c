"""Loops over two articles taken apart: which words, runs of words and quotations both have, how near sentences are.

Each article is a record of ascending numbers, so that what two have in common is found in one walk along both. Counts
and weights are whole numbers; quotients are taken last, in one fixed order. Nothing here is weighed or decided.
"""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays

Array = NDArray[Any]

FACT, PLAIN = 1, 2  # of `provenance.events.telling`; kernels cannot see other modules' names
HELD = 1  # of `Overlaps.quoted`: the other article has it, too (2 and 4: it begins, it ends a quotation there)
# Columns of `Overlaps.back`: the parts of what the other article tells that this one tells, too, and the mean cosine
# of its sentences with the nearest here.
BACK_FACTS, BACK_WORDS, BACK_GRAMS, BACK_SENTENCES = range(4)
UNROLLED, BLOCK = 8, 128  # numbers that `added` adds side by side, and beyond which it halves them


class Told:
    """What one article tells; W content words, S sentences, G and Q runs of words outside and inside quotation marks.

    words: uint64[W], grams: uint64[G] and quoted: uint64[Q], ascending. weights: int64[W]. traits: uint8[W], FACT and
    PLAIN. totals: int64[2], the weights of all facts and of all plain words. starts: int64[S + 1], inside: int64 and
    repeated: uint8, the different words of sentence s by their numbers, `inside[starts[s]:starts[s + 1]]`, and
    whether the next sentence has each, too. begins: int64[W + 1] and sentences: int64, the ascending sentences that
    have word w, `sentences[begins[w]:begins[w + 1]]`. squares: float64[S], the sums of the squared weights of a
    sentence's different words; masses: float64[S], those of all its words. ends: uint8[Q], 1 for the first run of a
    quotation and 2 for the last.
    """

    def __init__(
        self, words: Array, weights: Array, traits: Array, totals: Array, starts: Array, inside: Array,
        repeated: Array, begins: Array, sentences: Array, squares: Array, masses: Array, grams: Array, quoted: Array,
        ends: Array,
    ) -> None:  # fmt: skip
        self.words, self.weights, self.traits, self.totals = words, weights, traits, totals
        self.starts, self.inside, self.repeated = starts, inside, repeated
        self.begins, self.sentences, self.squares, self.masses = begins, sentences, squares, masses
        self.grams, self.quoted, self.ends = grams, quoted, ends


class Overlaps:
    """What one article and each of k others have in common; zeros before, filled by `lay_side_by_side`.

    words: uint8[W, k], grams: uint8[G, k] and quoted: uint8[Q, k]: what the other has, too. near: float64[S, k], for
    each sentence the largest cosine with a sentence of the other or two neighbouring ones. back: float64[k, 4].
    """

    def __init__(self, words: Array, grams: Array, quoted: Array, near: Array, back: Array) -> None:
        self.words, self.grams, self.quoted, self.near, self.back = words, grams, quoted, near, back


def index_sentences(
    told: Array, bounds: Array, weights: Array, starts: Array, inside: Array, repeated: Array, begins: Array,
    sentences: Array, squares: Array, masses: Array,
) -> int:  # fmt: skip
    """Fill the fields of `Told` that speak of sentences, all of them zeros before; returns how many entries of
    `inside`, `repeated` and `sentences` are used.

    told: int64, the words of each sentence by their numbers in reading order, sentence s at
    `told[bounds[s]:bounds[s + 1]]`.
    """
    entry = arrays.full_i64(len(weights), -1)  # where in `inside` a word was seen last
    used = 0
    for sentence in range(len(bounds) - 1):
        starts[sentence] = used
        for at in range(bounds[sentence], bounds[sentence + 1]):
            word = told[at]
            masses[sentence] += weights[word] * weights[word]
            if entry[word] < starts[sentence]:
                squares[sentence] += weights[word] * weights[word]
                begins[word + 1] += 1
                if sentence > 0 and entry[word] >= starts[sentence - 1]:
                    repeated[entry[word]] = 1
                entry[word] = used
                inside[used] = word
                used += 1
    starts[len(bounds) - 1] = used
    place = entry  # from here on: where in `sentences` the next one with a word is written
    for word in range(len(weights)):
        place[word] = begins[word]
        begins[word + 1] += begins[word]
    for sentence in range(len(bounds) - 1):
        for at in range(starts[sentence], starts[sentence + 1]):
            word = inside[at]
            sentences[place[word]] = sentence
            place[word] += 1
    return used


def told_alike(one: Told, other: Told) -> float:
    """How far two articles tell the same, 0 to 1: the mean of the parts that they share of each other's plain words
    and of each other's facts, by weight."""
    plain, facts, plain_there, facts_there = 0, 0, 0, 0
    i, j = 0, 0
    while i < len(one.words) and j < len(other.words):
        if one.words[i] < other.words[j]:
            i += 1
        elif one.words[i] > other.words[j]:
            j += 1
        else:
            if one.traits[i] & PLAIN:
                plain += one.weights[i]
            if one.traits[i] & FACT:
                facts += one.weights[i]
            if other.traits[j] & PLAIN:
                plain_there += other.weights[j]
            if other.traits[j] & FACT:
                facts_there += other.weights[j]
            i += 1
            j += 1
    found = part(plain, one.totals[1]) + part(facts, one.totals[0])
    found += part(plain_there, other.totals[1])
    found += part(facts_there, other.totals[0])
    return found / 4


def part(some: int, total: int) -> float:
    """What part of a total some of it is; 0 of nothing."""
    return some / max(1, total)


def share_grams(one: Told, other: Told, least: int) -> bool:
    """Whether two articles have so many runs of words outside quotation marks in common."""
    i, j, found = 0, 0, 0
    while i < len(one.grams) and j < len(other.grams) and found < least:
        if one.grams[i] < other.grams[j]:
            i += 1
        elif one.grams[i] > other.grams[j]:
            j += 1
        else:
            found += 1
            i += 1
            j += 1
    return found >= least


def share_runs(one: Told, other: Told, least: int) -> bool:
    """Whether two articles have so many runs of words in common, those inside quotation marks among them."""
    quoted = min(len(one.quoted), len(other.quoted))
    found = in_common(one.grams, other.grams, least - quoted)
    if found + quoted < least:
        return False
    return found + in_common(one.quoted, other.quoted, least - found) >= least


def in_common(one: Array, other: Array, least: int) -> int:
    """How many numbers two ascending lists have in common; counting ends where `least` cannot be reached."""
    i, j, found = 0, 0, 0
    while i < len(one) and j < len(other) and found + min(len(one) - i, len(other) - j) >= least:
        if one[i] < other[j]:
            i += 1
        elif one[i] > other[j]:
            j += 1
        else:
            found += 1
            i += 1
            j += 1
    return found


def lay_side_by_side(mine: Told, other: Told, column: int, into: Overlaps) -> None:
    """Fill column `column` of the overlaps of `mine` with what the other article has in common with it."""
    places = arrays.full_i64(len(mine.words), -1)  # of my words among those of the other
    plain, facts = 0, 0
    i, j = 0, 0
    while i < len(mine.words) and j < len(other.words):
        if mine.words[i] < other.words[j]:
            i += 1
        elif mine.words[i] > other.words[j]:
            j += 1
        else:
            into.words[i, column] = HELD
            places[i] = j
            if other.traits[j] & PLAIN:
                plain += other.weights[j]
            if other.traits[j] & FACT:
                facts += other.weights[j]
            i += 1
            j += 1
    into.back[column, BACK_FACTS] = part(facts, other.totals[0])
    into.back[column, BACK_WORDS] = part(plain, other.totals[1])
    into.back[column, BACK_GRAMS] = part(mark_grams(mine, other, column, into), len(other.grams))
    mark_quoted(mine, other, column, into)
    into.back[column, BACK_SENTENCES] = compare_sentences(mine, other, places, column, into)


def mark_grams(mine: Told, other: Told, column: int, into: Overlaps) -> int:
    """Mark the runs of words that the other has, too; returns how many these are."""
    i, j, found = 0, 0, 0
    while i < len(mine.grams) and j < len(other.grams):
        if mine.grams[i] < other.grams[j]:
            i += 1
        elif mine.grams[i] > other.grams[j]:
            j += 1
        else:
            into.grams[i, column] = HELD
            found += 1
            i += 1
            j += 1
    return found


def mark_quoted(mine: Told, other: Told, column: int, into: Overlaps) -> None:
    """Mark the quoted runs that the other has, too, and those that begin or end a quotation there."""
    i, j = 0, 0
    while i < len(mine.quoted) and j < len(other.quoted):
        if mine.quoted[i] < other.quoted[j]:
            i += 1
        elif mine.quoted[i] > other.quoted[j]:
            j += 1
        else:
            into.quoted[i, column] = HELD | other.ends[j] << 1
            i += 1
            j += 1


def compare_sentences(mine: Told, other: Told, places: Array, column: int, into: Overlaps) -> float:
    """Fill the column of `near`; returns the mean over the other's sentences of the same cosines the other way.

    `places` has the number of each of my words among the other's, -1 for those that it lacks.
    """
    here, there = len(mine.squares), len(other.squares)
    # Squares of the common words of this sentence and each there; of those that the next one there, the next one
    # here has, too, which count once where two neighbours are taken together.
    common, twice_there = arrays.zeros_i64(there), arrays.zeros_i64(there)
    twice_here, before, twice_before = arrays.zeros_i64(there), arrays.zeros_i64(there), arrays.zeros_i64(there)
    nearest = arrays.zeros_f64(there)
    for s in range(here):
        for at in range(mine.starts[s], mine.starts[s + 1]):
            word = mine.inside[at]
            if places[word] >= 0:
                square = mine.weights[word] * mine.weights[word]
                low, high = other.begins[places[word]], other.begins[places[word] + 1]
                for k in range(low, high):
                    t = other.sentences[k]
                    common[t] += square
                    if mine.repeated[at]:
                        twice_here[t] += square
                    if k + 1 < high and other.sentences[k + 1] == t + 1:
                        twice_there[t] += square
        best, own = 0.0, max(1.0, mine.squares[s])
        for t in range(there):
            if common[t] > 0:
                best = max(best, cosine(common[t], own, other.masses[t]))
                nearest[t] = max(nearest[t], cosine(common[t], mine.masses[s], other.squares[t]))
            if t + 1 < there:
                both = common[t] + common[t + 1] - twice_there[t]
                if both > 0:
                    best = max(best, cosine(both, own, other.masses[t + 1] + other.masses[t]))
            both = common[t] + before[t] - twice_before[t]
            if s > 0 and both > 0:
                nearest[t] = max(nearest[t], cosine(both, mine.masses[s] + mine.masses[s - 1], other.squares[t]))
        into.near[s, column] = best
        for t in range(there):
            before[t], twice_before[t] = common[t], twice_here[t]
            common[t], twice_there[t], twice_here[t] = 0, 0, 0
    return added(nearest, 0, there) / there if there > 0 else 0.0


def cosine(common: int, one: float, other: float) -> float:
    """The cosine of two sentences by the squares of their common words and of each one's words."""
    root: float = math.sqrt(max(1.0, one) * max(1.0, other))
    return common / root


def added(values: Array, begin: int, end: int) -> float:
    """The sum of `values[begin:end]`, pairwise as numpy's: less is lost than by adding one after the other."""
    count = end - begin
    total: float = 0.0
    if count < UNROLLED:
        for at in range(begin, end):
            total += values[at]
        return total
    if count > BLOCK:
        half = count // 2
        half -= half % UNROLLED
        return added(values, begin, begin + half) + added(values, begin + half, end)
    a, b, c, d = values[begin], values[begin + 1], values[begin + 2], values[begin + 3]
    e, f, g, h = values[begin + 4], values[begin + 5], values[begin + 6], values[begin + 7]
    at = begin + UNROLLED
    while at + UNROLLED <= end:
        a += values[at]
        b += values[at + 1]
        c += values[at + 2]
        d += values[at + 3]
        e += values[at + 4]
        f += values[at + 5]
        g += values[at + 6]
        h += values[at + 7]
        at += UNROLLED
    total = ((a + b) + (c + d)) + ((e + f) + (g + h))
    while at < end:
        total += values[at]
        at += 1
    return total
