"""The sentence pass: short and heavily rewritten passages that are too small for block seeds.

Single sentences of two independent reports of one event look like derived ones: the shares of words that they have in
common overlap widely. So a sentence pair is believed for one of three reasons only: it is strong by itself, it stands
next to something believed, or what is left of the two texts corresponds sentence by sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.align.comparison import compare
from provenance.align.correspondence import corresponds, held_sentences
from provenance.align.likeness import sentence_pairs
from provenance.align.sentence_pair import SentencePair, limited
from provenance.align.support import followers, passage_places, with_neighbours
from provenance.config.align import SentenceSettings

if TYPE_CHECKING:
    from provenance.align.rectangles import Rectangle
    from provenance.align.sides import Side
    from provenance.align.units import Units

FAINT_LIKENESS = 0.15  # below it, sentences share little more than stop words


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


def _inside(a: Units, b: Units, pair: SentencePair, passage: Rectangle) -> bool:
    """Whether a passage holds most of one of the sentences and meets the other."""
    low_a, high_a = int(a.words[pair.a]), int(a.words[pair.a + 1])
    low_b, high_b = int(b.words[pair.b]), int(b.words[pair.b + 1])
    shared_a = min(high_a, passage.a_end) - max(low_a, passage.a_start)
    shared_b = min(high_b, passage.b_end) - max(low_b, passage.b_start)
    if shared_a <= 0 or shared_b <= 0:
        return False
    return 2 * shared_a > high_a - low_a or 2 * shared_b > high_b - low_b
