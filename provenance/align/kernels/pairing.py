"""Which sentence pairs are accepted: the sentence pass, for passages that are too small for block seeds.

Two independent reports of one event have single sentences that are as alike as a sentence and its rewriting. So a
sentence pair is accepted for one of three reasons only: it is strong by itself; it is next to an accepted one; or the
sentences that are left of both texts then correspond as a whole, in order.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels import likeness, sentences, wording
from provenance.align.kernels.likeness import Pairs
from provenance.align.kernels.sentences import Units
from provenance.kernels import arrays

Array = NDArray[Any]

FAINT_LIKENESS = 0.15  # below it, sentences share little more than stop words
MOST_PAIRS = 60_000  # the strongest of longer lists: only texts that repeat their sentences a hundred times have more


class PairingSettings:
    """The fields of `provenance.config.align.SentenceSettings`: strengths in nats, likeness 0..1."""

    def __init__(
        self,
        strong: float,
        strong_information: float,
        strong_run: int,
        supported: float,
        least_stems: int,
        least_information: float,
        least_strength: float,
        faint: float,
        near_best: float,
        reach: int,
        neighbour_information: float,
        adjoining_strength: float,
        ordered_strength: float,
        least_pairs: int,
        most_partners: int,
    ) -> None:
        self.strong, self.strong_information, self.strong_run = strong, strong_information, strong_run
        self.supported, self.least_stems, self.least_information = supported, least_stems, least_information
        self.least_strength, self.faint, self.near_best, self.reach = least_strength, faint, near_best, reach
        self.neighbour_information, self.adjoining_strength = neighbour_information, adjoining_strength
        self.ordered_strength, self.least_pairs, self.most_partners = ordered_strength, least_pairs, most_partners


def paired_words(
    a: Units, b: Units, stems_a: Array, stems_b: Array, passages: Array, settings: PairingSettings
) -> tuple[Array, Array]:
    """The sentence pairs accepted, ascending in A then B: rows (A start, A end, B start, B end) in words, int64, and
    their strengths in nats.

    `stems_a` and `stems_b` are the hashed stems of the words of both texts; `passages` are rows of the same form, the
    passages found already. Both texts have a sentence.
    """
    pairs = accepted_pairs(a, b, stems_a, stems_b, passages, settings)
    ranges = arrays.empty_i64_table(len(pairs.a), 4)
    for pair in range(len(pairs.a)):
        ranges[pair, 0], ranges[pair, 1] = a.words[pairs.a[pair]], a.words[pairs.a[pair] + 1]
        ranges[pair, 2], ranges[pair, 3] = b.words[pairs.b[pair]], b.words[pairs.b[pair] + 1]
    return arrays.array(ranges), arrays.array(pairs.strength)


def accepted_pairs(
    a: Units, b: Units, stems_a: Array, stems_b: Array, passages: Array, settings: PairingSettings
) -> Pairs:
    """The pairs of `paired_words`."""
    everything = likeness.sentence_pairs(a, b, passages, FAINT_LIKENESS, settings.least_stems, settings.faint)
    first = candidates_among(everything, settings)
    if len(first) == 0:  # of most texts on different topics
        return likeness.part_of(everything, first)
    everything = likeness.part_of(everything, strongest_first(everything, a.sentences, b.sentences, settings))
    candidates = likeness.part_of(everything, candidates_among(everything, settings))
    size = len(candidates.a)
    if size == 0:
        return candidates
    covered_a, covered_b = sentences.covered_sentences(a, passages, 0), sentences.covered_sentences(b, passages, 2)
    strong = arrays.zeros_u8(size)
    for pair in range(size):
        if is_strong(a, b, stems_a, stems_b, candidates, pair, settings):
            strong[pair] = 1
            covered_a[candidates.a[pair]] = 1
            covered_b[candidates.b[pair]] = 1
    others = arrays.empty_i64(size)
    count = 0
    for pair in range(size):
        if not covered_a[candidates.a[pair]] and not covered_b[candidates.b[pair]]:
            others[count] = pair
            count += 1
    if corresponds(covered_a, covered_b, likeness.part_of(candidates, others[:count]), settings):
        faint = followers(everything, candidates, a.sentences, b.sentences)
        accepted = joined(candidates, likeness.part_of(everything, faint))
    else:
        places = sentences.passage_places(a, b, passages)
        accepted = likeness.part_of(candidates, with_neighbours(candidates, strong, places, settings))
    kept = limited(accepted, a.sentences, b.sentences, settings.most_partners)
    reading_order(accepted, b.sentences, kept)
    return likeness.part_of(accepted, kept)


def strongest_first(pairs: Pairs, sentences_a: int, sentences_b: int, settings: PairingSettings) -> Array:
    """The places of the pairs that might count if the texts correspond, the strongest first, equal ones in reading
    order.

    A pair much weaker than the best pairs of both its sentences is left out: it only shares the topic with them.
    """
    kept = likeness.near_best(pairs, sentences_a, sentences_b, settings.near_best)
    reading_order(pairs, sentences_b, kept)
    size = len(kept)
    weakness, order = arrays.empty_f64(size), arrays.empty_i64(size)
    for at in range(size):
        weakness[at] = -pairs.strength[kept[at]]
    arrays.order_f64(weakness, order)
    size = min(size, MOST_PAIRS)
    for at in range(size):
        order[at] = kept[order[at]]
    return order[:size]


def reading_order(pairs: Pairs, sentences_b: int, places: Array) -> None:
    """Sort the places of some pairs by reading order: ascending in A, then in B."""
    size = len(places)
    keys, order = arrays.empty_i64(size), arrays.empty_i64(size)
    for at in range(size):
        keys[at] = pairs.a[places[at]] * sentences_b + pairs.b[places[at]]
    arrays.order_i64(keys, order)
    for at in range(size):
        order[at] = places[order[at]]
    for at in range(size):
        places[at] = order[at]


def candidates_among(pairs: Pairs, settings: PairingSettings) -> Array:
    """Places of the pairs that reach the least likeness, information and strength of the settings, ascending."""
    kept = arrays.empty_i64(len(pairs.a))
    count = 0
    for pair in range(len(pairs.a)):
        if (
            pairs.likeness[pair] >= settings.supported
            and pairs.information[pair] >= settings.least_information
            and pairs.strength[pair] >= settings.least_strength
        ):
            kept[count] = pair
            count += 1
    return kept[:count]


def is_strong(
    a: Units, b: Units, stems_a: Array, stems_b: Array, pairs: Pairs, pair: int, settings: PairingSettings
) -> bool:
    """Whether a pair needs no neighbours: very alike, or with a long stretch word for word.

    Some words on both sides of a sentence count: a run goes on where one text parts its sentences elsewhere.
    """
    if pairs.likeness[pair] >= settings.strong and pairs.strength[pair] >= settings.strong_information:
        return True
    if pairs.strength[pair] < settings.neighbour_information:
        return False
    more, of_a, of_b = settings.strong_run, pairs.a[pair], pairs.b[pair]
    start_a, end_a = max(0, a.words[of_a] - more), min(len(stems_a), a.words[of_a + 1] + more)
    start_b, end_b = max(0, b.words[of_b] - more), min(len(stems_b), b.words[of_b + 1] + more)
    most = min(end_a - start_a, end_b - start_b)
    places_a, places_b = arrays.empty_i64(most), arrays.empty_i64(most)
    count = wording.matched_in_order(
        stems_a[start_a:end_a], stems_b[start_b:end_b], wording.MOST_CELLS, places_a, places_b
    )
    return wording.longest_run(places_a[:count], places_b[:count]) >= settings.strong_run


def joined(ones: Pairs, others: Pairs) -> Pairs:
    """The pairs of `ones`, then the pairs of `others`."""
    size = len(ones.a)
    whole = size + len(others.a)
    a, b, alike = arrays.empty_i64(whole), arrays.empty_i64(whole), arrays.empty_f64(whole)
    information, strength = arrays.empty_f64(whole), arrays.empty_f64(whole)
    for at in range(size):
        a[at], b[at], alike[at] = ones.a[at], ones.b[at], ones.likeness[at]
        information[at], strength[at] = ones.information[at], ones.strength[at]
    for at in range(len(others.a)):
        a[size + at], b[size + at], alike[size + at] = others.a[at], others.b[at], others.likeness[at]
        information[size + at], strength[size + at] = others.information[at], others.strength[at]
    return likeness.made_pairs(a, b, alike, information, strength)


def corresponds(covered_a: Array, covered_b: Array, candidates: Pairs, settings: PairingSettings) -> bool:
    """Whether the texts correspond as wholes outside the sentences covered, so that every pair there is accepted.

    The candidates, the strongest first and none of a covered sentence, must be many and strong for the shorter text,
    and keep their order more or less, as a rewriting does.
    """
    single = likeness.part_of(candidates, limited(candidates, len(covered_a), len(covered_b), 1))
    if len(single.a) < settings.least_pairs:
        return False
    return ordered_strength(covered_a, covered_b, single) >= settings.ordered_strength


def ordered_strength(covered_a: Array, covered_b: Array, single: Pairs) -> float:
    """Mean strength per uncovered sentence of the shorter text, times the part of the pairs that are in order.

    No sentence is in two of the pairs. Without pairs it is 0.
    """
    size = len(single.a)
    if size == 0:
        return 0.0
    free_a = free_b = 0
    for sentence in range(len(covered_a)):
        free_a += not covered_a[sentence]
    for sentence in range(len(covered_b)):
        free_b += not covered_b[sentence]
    total = 0.0
    for pair in range(size):
        total += single.strength[pair]
    return total * (len(in_order(single)) / size) / max(1, min(free_a, free_b))


def in_order(single: Pairs) -> Array:
    """Places of the longest sequence of pairs that ascends in both texts; no sentence is in two of the pairs."""
    size = len(single.a)
    along, partners, kept = arrays.empty_i64(size), arrays.empty_i64(size), arrays.empty_i64(size)
    arrays.order_i64(single.a, along)
    for at in range(size):
        partners[at] = single.b[along[at]]
    count = wording.longest_ascending(partners, kept)
    for at in range(count):
        kept[at] = along[kept[at]]
    return kept[:count]


def limited(ranked: Pairs, sentences_a: int, sentences_b: int, most: int) -> Array:
    """The places of the pairs, in their order, without those of a sentence that has `most` partners already."""
    used_a, used_b = arrays.zeros_i64(sentences_a), arrays.zeros_i64(sentences_b)
    kept = arrays.empty_i64(len(ranked.a))
    count = 0
    for pair in range(len(ranked.a)):
        if used_a[ranked.a[pair]] < most and used_b[ranked.b[pair]] < most:
            used_a[ranked.a[pair]] += 1
            used_b[ranked.b[pair]] += 1
            kept[count] = pair
            count += 1
    return kept[:count]


def with_neighbours(candidates: Pairs, strong: Array, places: Array, settings: PairingSettings) -> Array:
    """The places of the strong candidates, and of those near a strong one or near a border of a passage; ascending.

    `strong[i]` is 1 where candidate i is strong; `places` are rows of the sentences where passages begin and end.
    Near is at most `reach` sentences away in both texts, with a strength of `neighbour_information`, or right before
    or after, with `adjoining_strength`. One step only: a candidate accepted for its neighbour supports no others.
    """
    size, columns = len(candidates.a), 1
    for pair in range(size):
        columns = max(columns, candidates.b[pair] + 1)
    for passage in range(len(places)):
        columns = max(columns, places[passage, 1] + 1)
    # Anchors are numbered in reading order: sentence of A times columns, plus sentence of B.
    keys, order = arrays.empty_i64(size + len(places)), arrays.empty_i64(size + len(places))
    number = 0
    for pair in range(size):
        if strong[pair]:
            keys[number] = candidates.a[pair] * columns + candidates.b[pair]
            number += 1
    for passage in range(len(places)):
        keys[number] = places[passage, 0] * columns + places[passage, 1]
        number += 1
    arrays.order_i64(keys[:number], order[:number])
    anchors = arrays.empty_i64(number)
    for at in range(number):
        anchors[at] = keys[order[at]]
    kept = arrays.empty_i64(size)
    count = 0
    for pair in range(size):
        if strong[pair] or has_near(anchors, columns, candidates, pair, settings):
            kept[count] = pair
            count += 1
    return kept[:count]


def has_near(anchors: Array, columns: int, candidates: Pairs, pair: int, settings: PairingSettings) -> bool:
    """Whether a pair is near an anchor and strong enough for that; `anchors` are ascending numbers A * columns +
    B."""
    a, b, strength = candidates.a[pair], candidates.b[pair], candidates.strength[pair]
    around = max(settings.reach, 1)
    for row in range(max(a - around, 0), a + around + 1):
        last = row * columns + min(b + around, columns - 1)
        index = wording.place_among(anchors, row * columns + max(b - around, 0))
        while index < len(anchors) and anchors[index] <= last:
            apart_a, apart_b = row - a, anchors[index] - row * columns - b
            near = 0 < max(abs(apart_a), abs(apart_b)) <= settings.reach
            if near and strength >= settings.neighbour_information:
                return True
            if apart_a == apart_b and abs(apart_a) == 1 and strength >= settings.adjoining_strength:
                return True
            index += 1
    return False


def followers(everything: Pairs, accepted: Pairs, sentences_a: int, sentences_b: int) -> Array:
    """The places in `everything` of faint pairs between or beside accepted ones; both lists have the strongest first.

    Such a pair has two sentences without a partner, and keeps the order of the pairs around it; or it has one such
    sentence and the only partner of the sentence next to it, as where one sentence becomes two.
    """
    # For each sentence how many partners it has, and the last of them.
    partners_a, partners_b = arrays.zeros_i64(sentences_a), arrays.zeros_i64(sentences_b)
    partner_a, partner_b = arrays.zeros_i64(sentences_a), arrays.zeros_i64(sentences_b)
    for pair in range(len(accepted.a)):
        a, b = accepted.a[pair], accepted.b[pair]
        partners_a[a] += 1
        partners_b[b] += 1
        partner_a[a], partner_b[b] = b, a
    fixed = likeness.part_of(accepted, limited(accepted, sentences_a, sentences_b, 1))
    along = in_order(fixed)
    size = len(along)  # of the pairs in order: their sentences, ascending in both texts
    ordered_a, ordered_b = arrays.empty_i64(sentences_a), arrays.empty_i64(sentences_a)
    for at in range(size):
        ordered_a[at], ordered_b[at] = fixed.a[along[at]], fixed.b[along[at]]
    found = arrays.empty_i64(len(everything.a))
    count = 0
    for pair in range(len(everything.a)):
        a, b = everything.a[pair], everything.b[pair]
        if partners_a[a] + partners_b[b] > 1:
            continue
        if partners_a[a] + partners_b[b] == 1:
            apart = partner_a[a] - b if partners_a[a] == 1 else partner_b[b] - a
            if abs(apart) != 1:
                continue
        else:
            place = wording.place_among(ordered_a[:size], a + 1)
            if (place > 0 and ordered_b[place - 1] >= b) or (place < size and ordered_b[place] <= b):
                continue
            for index in range(size, place, -1):
                ordered_a[index], ordered_b[index] = ordered_a[index - 1], ordered_b[index - 1]
            ordered_a[place], ordered_b[place] = a, b
            size += 1
        found[count] = pair
        count += 1
        partners_a[a] += 1
        partners_b[b] += 1
        partner_a[a], partner_b[b] = b, a
    return found[:count]
