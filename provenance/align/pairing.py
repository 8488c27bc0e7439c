"""The sentence pass: short and heavily rewritten passages that are too small for block seeds.

Single sentences of two independent reports of one event look like derived ones: the shares of words that they have in
common overlap widely. So a sentence pair is believed for one of three reasons only: it is strong by itself, it stands
next to something believed, or what is left of the two texts corresponds sentence by sentence.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import compare
from provenance.align.likeness import sentence_pairs
from provenance.align.wording import longest_ascending
from provenance.config.align import SentenceSettings

if TYPE_CHECKING:
    from provenance.align.rectangles import Rectangle
    from provenance.align.sides import Side
    from provenance.align.units import Units

FAINT_LIKENESS = 0.15  # below it, sentences share little more than stop words


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentence `a` of A beside sentence `b` of B: likeness 0..1 and information of the shared stems in nats."""

    a: int
    b: int
    likeness: float
    information: float

    @property
    def strength(self) -> float:
        """What ranks pairs: information in nats, discounted by what the sentences do not share."""
        return self.likeness * self.information


def paired_sentences(
    a: Side, b: Side, passages: Sequence[Rectangle], settings: SentenceSettings
) -> list[SentencePair]:
    """The sentence pairs believed that `passages` do not hold already, ascending in A then B."""
    if not len(a.units) or not len(b.units):
        return []
    everything = candidate_pairs(a, b, passages, settings)
    candidates = [pair for pair in everything if is_candidate(pair, settings)]
    if not candidates:
        return []
    held_a = held_sentences(a.units, [(passage.a_start, passage.a_end) for passage in passages])
    held_b = held_sentences(b.units, [(passage.b_start, passage.b_end) for passage in passages])
    if corresponds(a.units, b.units, held_a, held_b, candidates, settings):
        believed = candidates + followers(everything, candidates)
    else:
        strong = [pair for pair in candidates if is_strong(a, b, pair, settings)]
        believed = with_neighbours(candidates, strong, passage_places(a.units, b.units, passages), settings)
    return sorted(limited(believed, settings.most_partners), key=lambda pair: (pair.a, pair.b))


def candidate_pairs(
    a: Side, b: Side, passages: Sequence[Rectangle], settings: SentenceSettings
) -> list[SentencePair]:
    """All pairs outside passages that might count if the texts correspond, the strongest first.

    A pair much weaker than the best pairs of both its sentences is left out: it only shares the topic with them.
    """
    pairs = sentence_pairs(a.units, b.units, FAINT_LIKENESS, settings.least_stems)
    found = [
        SentencePair(first, second, (cosine + dice) / 2, information)
        for first, second, cosine, dice, information in zip(
            pairs.a.tolist(),
            pairs.b.tolist(),
            pairs.cosine.tolist(),
            pairs.dice.tolist(),
            pairs.information.tolist(),
            strict=True,
        )
        if (cosine + dice) / 2 * information >= settings.faint
    ]
    found = [pair for pair in found if not any(_inside(a.units, b.units, pair, passage) for passage in passages)]
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for pair in found:
        best_a[pair.a] = max(best_a.get(pair.a, 0.0), pair.strength)
        best_b[pair.b] = max(best_b.get(pair.b, 0.0), pair.strength)
    found = [pair for pair in found if pair.strength >= settings.near_best * min(best_a[pair.a], best_b[pair.b])]
    return sorted(found, key=lambda pair: (-pair.strength, pair.a, pair.b))


def is_candidate(pair: SentencePair, settings: SentenceSettings) -> bool:
    """Whether a pair has what a pair needs at all, unless it follows others."""
    return (
        pair.likeness >= settings.supported
        and pair.information >= settings.least_information
        and pair.strength >= settings.least_strength
    )


def followers(everything: Sequence[SentencePair], believed: Sequence[SentencePair]) -> list[SentencePair]:
    """Faint pairs that stand between or beside believed ones.

    Of two sentences without a partner, in the order of the pairs around them; or of one such sentence and a partner
    of the sentence next to it, as where one sentence becomes two.
    """
    partners_a = _partners((pair.a, pair.b) for pair in believed)
    partners_b = _partners((pair.b, pair.a) for pair in believed)
    fixed = sorted(limited(believed, 1), key=lambda pair: pair.a)
    kept = [fixed[index] for index in longest_ascending(np.array([pair.b for pair in fixed], np.int64))]
    found: list[SentencePair] = []
    for pair in everything:
        of_a, of_b = partners_a.get(pair.a, []), partners_b.get(pair.b, [])
        if of_a and of_b:
            continue
        if of_a or of_b:
            near = any(abs(other - pair.b) == 1 for other in of_a) or any(abs(other - pair.a) == 1 for other in of_b)
            if not near:
                continue
        else:
            place = bisect.bisect(kept, pair.a, key=lambda each: each.a)
            before, after = kept[max(place - 1, 0) : place], kept[place : place + 1]
            if any(each.b >= pair.b for each in before) or any(each.b <= pair.b for each in after):
                continue
            kept.insert(place, pair)
        found.append(pair)
        partners_a.setdefault(pair.a, []).append(pair.b)
        partners_b.setdefault(pair.b, []).append(pair.a)
    return found


def _partners(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def is_strong(a: Side, b: Side, pair: SentencePair, settings: SentenceSettings) -> bool:
    """Whether a pair needs no neighbours: very alike, or with a long stretch word for word."""
    if pair.likeness >= settings.strong and pair.strength >= settings.strong_information:
        return True
    if pair.strength < settings.neighbour_information:
        return False
    words_a, words_b = a.units.words, b.units.words
    range_a = (int(words_a[pair.a]), int(words_a[pair.a + 1]))
    range_b = (int(words_b[pair.b]), int(words_b[pair.b + 1]))
    return compare(a, b, range_a, range_b).longest_run >= settings.strong_run


def with_neighbours(
    candidates: Sequence[SentencePair],
    believed: Sequence[SentencePair],
    places: Sequence[tuple[int, int]],
    settings: SentenceSettings,
) -> list[SentencePair]:
    """The believed pairs and those that stand near one of them, or near a passage, strongest first.

    `places` are the sentences where passages begin and end. One step only: what is believed for its neighbour
    supports nothing further.
    """
    reach = settings.reach
    anchors = [(pair.a, pair.b) for pair in believed] + list(places)
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for anchor in anchors:
        cells.setdefault((anchor[0] // (reach + 1), anchor[1] // (reach + 1)), []).append(anchor)
    kept = set(believed)
    found = []
    for pair in candidates:
        supported = pair.strength >= settings.neighbour_information and _has_anchor(pair, cells, reach)
        if pair in kept or supported:
            found.append(pair)
    return found


def _has_anchor(pair: SentencePair, cells: dict[tuple[int, int], list[tuple[int, int]]], reach: int) -> bool:
    row, column = pair.a // (reach + 1), pair.b // (reach + 1)
    return any(
        0 < max(abs(anchor[0] - pair.a), abs(anchor[1] - pair.b)) <= reach
        for near_row in (row - 1, row, row + 1)
        for near_column in (column - 1, column, column + 1)
        for anchor in cells.get((near_row, near_column), ())
    )


def held_sentences(units: Units, ranges: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which sentences lie by more than half inside one of the word ranges."""
    held = np.zeros(len(units), bool)
    for start, end in ranges:
        first = int(np.searchsorted(units.words, start, side="right")) - 1
        last = int(np.searchsorted(units.words, end))
        for sentence in range(max(first, 0), min(last, len(units))):
            low, high = int(units.words[sentence]), int(units.words[sentence + 1])
            held[sentence] |= 2 * (min(high, end) - max(low, start)) > high - low
    return held


def corresponds(
    a: Units,
    b: Units,
    held_a: NDArray[np.bool_],
    held_b: NDArray[np.bool_],
    candidates: Sequence[SentencePair],
    settings: SentenceSettings,
) -> bool:
    """Whether the texts correspond outside passages as wholes, so that every candidate is believed.

    The pairs, each sentence counted once, must keep their order more or less, as a rewriting does. And either most
    words of both texts stand in paired sentences, or the pairs are many and strong for the shorter text.
    """
    single = limited(candidates, 1)
    order = np.array([pair.b for pair in sorted(single, key=lambda pair: pair.a)], np.int64)
    in_order = len(longest_ascending(order)) / len(single)
    if in_order < settings.least_order:
        return False
    if correspondence(a, b, held_a, held_b, candidates) >= settings.correspondence:
        return True
    if len(single) < settings.least_pairs:
        return False
    sentences = max(1, min(int(np.count_nonzero(~held_a)), int(np.count_nonzero(~held_b))))
    return sum(pair.strength for pair in single) * in_order / sentences >= settings.ordered_strength


def correspondence(
    a: Units, b: Units, held_a: NDArray[np.bool_], held_b: NDArray[np.bool_], candidates: Sequence[SentencePair]
) -> float:
    """Geometric mean of the shares of words, outside passages, that stand in paired sentences."""
    shares = []
    for units, held, paired in (
        (a, held_a, {pair.a for pair in candidates}),
        (b, held_b, {pair.b for pair in candidates}),
    ):
        sizes = np.where(held, 0, np.diff(units.words))
        total = int(sizes.sum())
        shares.append(int(sizes[sorted(paired)].sum()) / total if total else 0.0)
    return math.sqrt(shares[0] * shares[1])


def passage_places(a: Units, b: Units, passages: Sequence[Rectangle]) -> list[tuple[int, int]]:
    """The sentence pairs in which passages begin and end."""
    places = []
    for passage in passages:
        for word_a, word_b in ((passage.a_start, passage.b_start), (passage.a_end - 1, passage.b_end - 1)):
            places.append(
                (
                    int(np.searchsorted(a.words, word_a, side="right")) - 1,
                    int(np.searchsorted(b.words, word_b, side="right")) - 1,
                )
            )
    return places


def _inside(a: Units, b: Units, pair: SentencePair, passage: Rectangle) -> bool:
    """Whether a passage holds most of one of the sentences and meets the other."""
    low_a, high_a = int(a.words[pair.a]), int(a.words[pair.a + 1])
    low_b, high_b = int(b.words[pair.b]), int(b.words[pair.b + 1])
    shared_a = min(high_a, passage.a_end) - max(low_a, passage.a_start)
    shared_b = min(high_b, passage.b_end) - max(low_b, passage.b_start)
    if shared_a <= 0 or shared_b <= 0:
        return False
    return 2 * shared_a > high_a - low_a or 2 * shared_b > high_b - low_b


def limited(ranked: Sequence[SentencePair], most: int) -> list[SentencePair]:
    """The pairs in their order, without those of a sentence that has `most` partners already."""
    used_a: dict[int, int] = {}
    used_b: dict[int, int] = {}
    kept = []
    for pair in ranked:
        if used_a.get(pair.a, 0) < most and used_b.get(pair.b, 0) < most:
            used_a[pair.a] = used_a.get(pair.a, 0) + 1
            used_b[pair.b] = used_b.get(pair.b, 0) + 1
            kept.append(pair)
    return kept
