"""The sentence pass: short and heavily rewritten passages that are too small for block seeds.

Single sentences of two independent reports of one event look like derived ones: the shares of words that they have in
common overlap widely. So a sentence pair is believed for one of three reasons only: it is strong by itself, it stands
next to something believed, or what all these leave of the two texts corresponds sentence by sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import compare
from provenance.align.correspondence import corresponds, held_sentences
from provenance.align.likeness import sentence_pairs
from provenance.align.sentence_pair import SentencePair, limited
from provenance.align.support import followers, passage_places, with_neighbours
from provenance.config.align import SentenceSettings
from provenance.kernels import kernel

if TYPE_CHECKING:
    from provenance.align.rectangles import Rectangle
    from provenance.align.sides import Side

Array = NDArray[Any]

FAINT_LIKENESS = 0.15  # below it, sentences share little more than stop words
MOST_PAIRS = 60_000  # the strongest of longer lists: only texts that repeat their sentences a hundred times have more


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
    strong = [pair for pair in candidates if is_strong(a, b, pair, settings)]
    held_a[[pair.a for pair in strong]] = True
    held_b[[pair.b for pair in strong]] = True
    others = [pair for pair in candidates if not held_a[pair.a] and not held_b[pair.b]]
    if corresponds(held_a, held_b, others, settings):
        believed = candidates + followers(everything, candidates)
    else:
        believed = with_neighbours(candidates, strong, passage_places(a.units, b.units, passages), settings)
    return sorted(limited(believed, settings.most_partners), key=lambda pair: (pair.a, pair.b))


def candidate_pairs(
    a: Side, b: Side, passages: Sequence[Rectangle], settings: SentenceSettings
) -> list[SentencePair]:
    """All pairs outside passages that might count if the texts correspond, the strongest first.

    A pair much weaker than the best pairs of both its sentences is left out: it only shares the topic with them.
    """
    pairs = sentence_pairs(a.units, b.units, FAINT_LIKENESS, settings.least_stems)
    likeness = (pairs.cosine + pairs.dice) / 2
    strength = likeness * pairs.information
    kept = strength >= settings.faint
    if np.count_nonzero(kept) > MOST_PAIRS:
        kept[np.argsort(-strength, kind="stable")[MOST_PAIRS:]] = False
    if passages:
        places = [(each.a_start, each.a_end, each.b_start, each.b_end) for each in passages]
        kept &= ~held_pairs(pairs.a, pairs.b, a.units.words, b.units.words, np.array(sorted(places), np.int64))
    columns = (pairs.a, pairs.b, likeness, pairs.information)
    found = [SentencePair(*values) for values in zip(*(column[kept].tolist() for column in columns), strict=True)]
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


def is_strong(a: Side, b: Side, pair: SentencePair, settings: SentenceSettings) -> bool:
    """Whether a pair needs no neighbours: very alike, or with a long stretch word for word."""
    if pair.likeness >= settings.strong and pair.strength >= settings.strong_information:
        return True
    if pair.strength < settings.neighbour_information:
        return False
    around_a, around_b = _around(a, pair.a, settings.strong_run), _around(b, pair.b, settings.strong_run)
    return compare(a, b, around_a, around_b).longest_run >= settings.strong_run


def _around(side: Side, unit: int, words: int) -> tuple[int, int]:
    """A sentence and some words on both sides of it: a run goes on where one text parts its sentences elsewhere."""
    first, last = int(side.units.words[unit]), int(side.units.words[unit + 1])
    return max(0, first - words), min(len(side.tokens), last + words)


@kernel
def held_pairs(pairs_a: Array, pairs_b: Array, words_a: Array, words_b: Array, passages: Array) -> Array:
    """Which sentence pairs a passage holds: most of one of the sentences, and some of the other.

    `passages` are rows (A start, A end, B start, B end) in words, ascending.
    """
    held = np.zeros(len(pairs_a), np.bool_)
    for pair in range(len(pairs_a)):
        low_a, high_a = words_a[pairs_a[pair]], words_a[pairs_a[pair] + 1]
        low_b, high_b = words_b[pairs_b[pair]], words_b[pairs_b[pair] + 1]
        for index in range(len(passages)):
            if passages[index, 0] >= high_a:
                break
            shared_a = min(high_a, passages[index, 1]) - max(low_a, passages[index, 0])
            shared_b = min(high_b, passages[index, 3]) - max(low_b, passages[index, 2])
            if shared_a > 0 and shared_b > 0 and (2 * shared_a > high_a - low_a or 2 * shared_b > high_b - low_b):
                held[pair] = True
                break
    return held
