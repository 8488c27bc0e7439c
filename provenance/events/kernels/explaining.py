"""Loops over what an article has in common with k others: what each explains that the other siblings do not.

Counts and weights are whole numbers; quotients are taken last, in one fixed order. Logarithms are left to the caller:
those of C libraries differ in the last bit.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.events.kernels import overlaps as pairs
from provenance.events.kernels.overlaps import Overlaps, Told
from provenance.kernels import arrays

Array = NDArray[Any]

FACT, PLAIN, HELD = 1, 2, 1  # as in `overlaps`; kernels cannot see other modules' names
FAMILIES, MEASURES = 4, 7  # of `Explaining.found`: columns of facts, plain words, runs of words, quotations; then
TOLD = 28  # those of sentences
SHARED, MARGIN, ABOVE, ALONE, EXCLUSIVE, FOREIGN, GAIN = range(7)
MEAN, TOLD_MARGIN, TOLD_ABOVE, VOTES, CLEAR, TOLD_FOREIGN = range(6)
BOTH, NEITHER, THEIRS, HERE = range(4)  # rows of `count_choices`
RUN_LEAST = 4  # words of the shortest run that counts


class Constants:
    """Numbers that `provenance.events.explaining` sets, each under the name that it has there in small letters."""

    def __init__(self, usual: float, unknown: int, clearly: float, elsewhere: float, lost: float) -> None:
        self.usual, self.unknown, self.clearly, self.elsewhere = usual, unknown, clearly, elsewhere
        self.lost = lost  # nats of what the other should have told and did not


class Siblings:
    """Which of the k others explain away: flags, uint8[k], and count, how many they are.

    own: int64[k], for each of the others the sibling that does not explain away what it shares: itself or one that
    has the same text; -1 where there is none. logs: float64[count + 1, 2], the nats of a word that f further siblings
    have, in row f: of an article without a sibling of its own, and of one with it.
    """

    def __init__(self, flags: Array, own: Array, count: int, logs: Array) -> None:
        self.flags, self.own, self.count, self.logs = flags, own, count, logs


def explain(
    told: Told, overlaps: Overlaps, means: Array, siblings: Siblings, constants: Constants, found: Array, spare: Array
) -> None:
    """Fill a row of `found` for each other article: MEASURES of each family, then the first six of sentences.

    In place of the logarithm of `alone` is what it is taken of. means: float64[k], those of the columns of
    `overlaps.near`. spare: float64[S, k], filled for each other with how much nearer than siblings on average it
    tells each sentence, ascending.
    """
    weights = arrays.zeros_i64(len(told.words))
    for family in range(2):
        trait = PLAIN if family else FACT
        for word in range(len(told.words)):
            weights[word] = told.weights[word] if told.traits[word] & trait else 0
        weigh_family(overlaps.words, weights, family * MEASURES, siblings, constants, found)
    weights = arrays.full_i64(max(len(told.grams), len(told.quoted)), constants.unknown)
    weigh_family(overlaps.grams, weights, 2 * MEASURES, siblings, constants, found)
    weigh_family(overlaps.quoted, weights, 3 * MEASURES, siblings, constants, found)
    if len(overlaps.near) > 0:
        weigh_sentences(overlaps.near, means, siblings, constants, found, spare)


def weigh_family(
    held: Array, weights: Array, first: int, siblings: Siblings, constants: Constants, found: Array
) -> None:
    """Fill MEASURES of one family, from column `first` on. held: uint8[N, k], weights: int64[N], 0 for what does not
    count."""
    flags, own, count, others = siblings.flags, siblings.own, siblings.count, held.shape[1]
    shared, foreign = arrays.zeros_i64(others), arrays.zeros_i64(others)
    by_holders = arrays.zeros_i64((count + 1) * others)  # weights that the other has and so many other siblings
    whole = 0
    for row in range(len(held)):
        weight = weights[row]
        whole += weight
        holders, here = 0, 0
        for j in range(others):
            if held[row, j] & HELD:
                here += 1
                if flags[j]:
                    holders += 1
        if weight == 0 or here == 0:
            continue
        for j in range(others):
            further = holders
            if own[j] >= 0 and held[row, own[j]] & HELD:
                further -= 1
            if held[row, j] & HELD:
                shared[j] += weight
                by_holders[further * others + j] += weight
            elif further > 0:
                foreign[j] += weight
    total = float(max(1, whole))
    parts, top, usual = arrays.zeros_f64(others), arrays.zeros_f64(others), arrays.zeros_f64(others)
    for j in range(others):
        parts[j] = shared[j] / total
    best_others(parts, siblings, constants.usual, top, usual)
    for j in range(others):
        exclusive = by_holders[j] / constants.unknown
        lacking = foreign[j] / total
        gain = 0.0
        for few in range(count + 1):
            gain += by_holders[few * others + j] * siblings.logs[few, 1 if own[j] >= 0 else 0]
        found[j, first + SHARED] = parts[j]
        found[j, first + MARGIN] = parts[j] - max(top[j], usual[j])
        found[j, first + ABOVE] = parts[j] - usual[j]
        found[j, first + ALONE] = exclusive
        found[j, first + EXCLUSIVE] = exclusive * constants.unknown / total
        found[j, first + FOREIGN] = lacking
        found[j, first + GAIN] = gain / total + lacking * constants.lost


def best_others(values: Array, siblings: Siblings, prior: float, top: Array, usual: Array) -> None:
    """Fill in for each of the others the largest of the values of the other siblings, 0 where there is none, and what
    these have on average, with one more of the value `prior`."""
    own, others = siblings.own, len(values)
    weighed = arrays.zeros_f64(others)
    best, second, which = 0.0, 0.0, -1
    for j in range(others):
        if not siblings.flags[j]:
            continue
        weighed[j] = values[j]
        if which < 0 or values[j] > best:
            best, second, which = values[j], best, j
        elif values[j] > second:
            second = values[j]
    total = pairs.added(weighed, 0, others)
    for j in range(others):
        count = siblings.count - 1 if own[j] >= 0 else siblings.count
        top[j] = second if own[j] == which else best
        usual[j] = (total - (weighed[own[j]] if own[j] >= 0 else 0.0) + prior) / (count + 1)


def weigh_sentences(
    near: Array, means: Array, siblings: Siblings, constants: Constants, found: Array, spare: Array
) -> None:
    """Fill the columns of sentences, from TOLD on, and `spare`."""
    flags, own, sentences, others = siblings.flags, siblings.own, len(near), near.shape[1]
    top, usual = arrays.zeros_f64(others), arrays.zeros_f64(others)
    votes, clear, foreign = arrays.zeros_i64(others), arrays.zeros_i64(others), arrays.zeros_i64(others)
    weighed = arrays.zeros_f64(others)
    for s in range(sentences):
        best, second, which = 0.0, 0.0, -1
        for j in range(others):
            weighed[j] = near[s, j] if flags[j] else 0.0
            if flags[j]:
                if which < 0 or near[s, j] > best:
                    best, second, which = near[s, j], best, j
                elif near[s, j] > second:
                    second = near[s, j]
        total = pairs.added(weighed, 0, others)
        for j in range(others):
            highest = second if own[j] == which else best
            if near[s, j] > highest:
                votes[j] += 1
            if near[s, j] > highest + constants.clearly:
                clear[j] += 1
            if near[s, j] < highest - constants.elsewhere:
                foreign[j] += 1
            count = siblings.count - 1 if own[j] >= 0 else siblings.count
            rest = total - (weighed[own[j]] if own[j] >= 0 else 0.0)
            spare[s, j] = near[s, j] - (rest / count if count > 0 else constants.usual)
    best_others(means, siblings, constants.usual, top, usual)
    for j in range(others):
        count = siblings.count - 1 if own[j] >= 0 else siblings.count
        found[j, TOLD + MEAN] = means[j]
        found[j, TOLD + TOLD_MARGIN] = means[j] - (top[j] if count > 0 else constants.usual)
        found[j, TOLD + TOLD_ABOVE] = means[j] - usual[j]
        found[j, TOLD + VOTES] = votes[j] / sentences - 1 / (count + 1)
        found[j, TOLD + CLEAR] = clear[j] / sentences
        found[j, TOLD + TOLD_FOREIGN] = foreign[j] / sentences
    sort_columns(spare)


def sort_columns(table: Array) -> None:
    """Sort the numbers of each column, ascending."""
    rows = len(table)
    column, order = arrays.zeros_f64(rows), arrays.empty_i64(rows)
    for j in range(table.shape[1]):
        for s in range(rows):
            column[s] = table[s, j]
        arrays.order_f64(column, order)
        for s in range(rows):
            table[s, j] = column[order[s]]


def count_choices(facts: Array, owners: Array, told_here: Array, siblings: Siblings, found: Array) -> None:
    """Count the facts that others choose of those that some other sibling tells; fills `found`, int64[4, k].

    facts: uint64, those of all others end to end, each of them ascending, and owners: int64, whose they are;
    told_here: uint64, this article's, ascending. Rows: facts that both tell, neither, only the other, only this one.
    """
    flags, own = siblings.flags, siblings.own
    others, at, mine, all_told, own_told = len(flags), 0, 0, 0, 0
    order = arrays.empty_i64(len(facts))
    arrays.order_u64(facts, order)
    alone, own_alone = arrays.zeros_i64(others), arrays.zeros_i64(others)  # that no other sibling tells
    while at < len(facts):
        fact = facts[order[at]]
        end, holders, last = at, 0, -1
        while end < len(facts) and facts[order[end]] == fact:
            if flags[owners[order[end]]]:
                holders += 1
                last = owners[order[end]]
            end += 1
        while mine < len(told_here) and told_here[mine] < fact:
            mine += 1
        told = mine < len(told_here) and told_here[mine] == fact
        if holders > 0:
            all_told += 1
            if told:
                own_told += 1
            for place in range(at, end):
                j = owners[order[place]]
                if holders > 1 or own[j] != last:
                    found[BOTH if told else THEIRS, j] += 1
            for j in range(others):
                if holders == 1 and own[j] == last:
                    alone[j] += 1
                    if told:
                        own_alone[j] += 1
        at = end
    for j in range(others):
        found[HERE, j] = own_told - own_alone[j] - found[BOTH, j]
        found[NEITHER, j] = all_told - alone[j] - found[BOTH, j] - found[THEIRS, j] - found[HERE, j]


def longest_runs(places: Array, held: Array, found: Array) -> None:
    """Fill in for each of the others the words of the longest run that it has of this article, RUN_LEAST at least.

    places: int64, the number of the run of three words that begins at each word, -1 for none; held: uint8[G, k].
    """
    for j in range(held.shape[1]):
        longest, length = 0, 0
        for place in range(len(places)):
            if places[place] >= 0 and held[places[place], j]:
                length += 1
                longest = max(longest, length)
            else:
                length = 0
        found[j] = max(RUN_LEAST, longest + 2)


def count_cuts(cuts: Array, quoted: Array, siblings: Siblings, found: Array) -> None:
    """Fill `found`, int64[2, k]: ends at which this article's quotation goes on beyond the other's, and ends that the
    two and no other sibling have in one place.

    cuts: int64[C, 2], the first and last run of each quotation; quoted: as in `Overlaps`.
    """
    flags, own = siblings.flags, siblings.own
    for cut in range(len(cuts)):
        for side in range(2):
            end = cuts[cut, side]
            holders = 0
            for j in range(len(flags)):
                if flags[j] and quoted[end, j] & (2 << side):
                    holders += 1
            for j in range(len(flags)):
                if not quoted[end, j] & HELD and quoted[cuts[cut, 1 - side], j] & HELD:
                    found[0, j] += 1
                further = holders
                if own[j] >= 0 and quoted[end, own[j]] & (2 << side):
                    further -= 1
                if quoted[end, j] & (2 << side) and further == 0:
                    found[1, j] += 1


def only_two(order: Array, held: Array, siblings: Siblings, found: Array) -> None:
    """Fill each row of `found`, int64[k, most], with the places in `order` (of numbers of words) of the first words
    that this one of the others and no other sibling has; -1 after the last."""
    flags, own, most = siblings.flags, siblings.own, found.shape[1]
    counts = arrays.zeros_i64(len(flags))
    for at in range(len(order)):
        holders = 0
        for j in range(len(flags)):
            if flags[j] and held[order[at], j]:
                holders += 1
        for j in range(len(flags)):
            further = holders
            if own[j] >= 0 and held[order[at], own[j]]:
                further -= 1
            if held[order[at], j] and further == 0 and counts[j] < most:
                found[j, counts[j]] = at
                counts[j] += 1
    for j in range(len(flags)):
        for at in range(counts[j], most):
            found[j, at] = -1
