"""The sentence pass: short and heavily rewritten passages that are too small for block seeds.

Single sentences of two independent reports of one event look like derived ones: the shares of words that they have in
common overlap widely. So a sentence pair is believed for one of three reasons only: it is strong by itself, it stands
next to something believed, or what all these leave of the two texts corresponds sentence by sentence.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.align.correspondence import corresponds, held_sentences, limited
from provenance.align.likeness import Pairs, near_best, part_of, sentence_pairs
from provenance.align.support import followers, passage_places, with_neighbours
from provenance.align.wording import longest_run, matched_in_order
from provenance.config.align import SentenceSettings
from provenance.kernels import kernel

if TYPE_CHECKING:
    from provenance.align.sides import Side
    from provenance.align.units import Units

Array = NDArray[Any]

FAINT_LIKENESS = 0.15  # below it, sentences share little more than stop words
MOST_PAIRS = 60_000  # the strongest of longer lists: only texts that repeat their sentences a hundred times have more


class Belief(NamedTuple):
    """The settings of `SentenceSettings`, in its words, as the kernels need them."""

    strong: float
    strong_information: float
    strong_run: int
    supported: float
    least_stems: int
    least_information: float
    least_strength: float
    faint: float
    near_best: float
    reach: int
    neighbour_information: float
    adjoining_strength: float
    ordered_strength: float
    least_pairs: int
    most_partners: int


def paired_sentences(a: Side, b: Side, passages: Array, settings: SentenceSettings) -> tuple[Array, Array]:
    """Where the sentence pairs stand that are believed and that no passage holds already, ascending in A then B, and
    their strengths in nats.

    Rows (A start, A end, B start, B end) in words, as the `passages` are.
    """
    if not a.units.sentences or not b.units.sentences:
        return np.empty((0, 4), np.int64), np.empty(0)
    return paired_words(a.units, b.units, a.word_stems, b.word_stems, passages, _belief(settings))


@functools.lru_cache(maxsize=8)
def _belief(settings: SentenceSettings) -> Belief:
    return Belief(*(getattr(settings, name) for name in Belief._fields))


@kernel
def paired_words(
    a: Units, b: Units, stems_a: Array, stems_b: Array, passages: Array, settings: Belief
) -> tuple[Array, Array]:
    """The kernel of `paired_sentences`."""
    pairs = believed_pairs(a, b, stems_a, stems_b, passages, settings)
    ranges = np.empty((len(pairs.a), 4), np.int64)
    ranges[:, 0], ranges[:, 1] = a.words[pairs.a], a.words[pairs.a + 1]
    ranges[:, 2], ranges[:, 3] = b.words[pairs.b], b.words[pairs.b + 1]
    return ranges, pairs.strength


@kernel
def believed_pairs(a: Units, b: Units, stems_a: Array, stems_b: Array, passages: Array, settings: Belief) -> Pairs:
    """The sentence pairs believed, ascending in A then B; `stems_a`, `stems_b` are the stems of the words of both
    texts."""
    sentences_a, sentences_b = len(a.words) - 1, len(b.words) - 1
    everything = candidate_pairs(a, b, passages, settings)
    candidates = part_of(everything, are_candidates(everything, settings))
    if len(candidates.a) == 0:
        return candidates
    strong = np.zeros(len(candidates.a), np.bool_)
    for pair in range(len(strong)):
        strong[pair] = is_strong(a.words, b.words, stems_a, stems_b, candidates, pair, settings)
    held_a = held_sentences(a.words, passages[:, 0], passages[:, 1])
    held_b = held_sentences(b.words, passages[:, 2], passages[:, 3])
    held_a[candidates.a[strong]] = True
    held_b[candidates.b[strong]] = True
    others = part_of(candidates, ~held_a[candidates.a] & ~held_b[candidates.b])
    if corresponds(held_a, held_b, others, settings.least_pairs, settings.ordered_strength):
        fainter = part_of(everything, followers(everything, candidates, sentences_a, sentences_b))
        believed = joined(candidates, fainter)
    else:
        places = passage_places(a.words, b.words, passages)
        near = with_neighbours(
            candidates, strong, places, settings.reach, settings.neighbour_information, settings.adjoining_strength
        )
        believed = part_of(candidates, near)
    believed = part_of(believed, limited(believed, sentences_a, sentences_b, settings.most_partners))
    return part_of(believed, np.argsort(believed.a * sentences_b + believed.b))


@kernel
def candidate_pairs(a: Units, b: Units, passages: Array, settings: Belief) -> Pairs:
    """All pairs outside passages that might count if the texts correspond, the strongest first.

    A pair much weaker than the best pairs of both its sentences is left out: it only shares the topic with them.
    """
    pairs = sentence_pairs(a, b, passages, FAINT_LIKENESS, settings.least_stems, settings.faint)
    sentences_a, sentences_b = len(a.words) - 1, len(b.words) - 1
    pairs = part_of(pairs, near_best(pairs, sentences_a, sentences_b, settings.near_best))
    pairs = part_of(pairs, np.argsort(pairs.a * sentences_b + pairs.b))
    return part_of(pairs, np.argsort(-pairs.strength, kind="mergesort")[:MOST_PAIRS])


@kernel
def are_candidates(pairs: Pairs, settings: Belief) -> Array:
    """Which pairs have what a pair needs at all, unless it follows others."""
    return (
        (pairs.likeness >= settings.supported)
        & (pairs.information >= settings.least_information)
        & (pairs.strength >= settings.least_strength)
    )


@kernel
def is_strong(
    words_a: Array, words_b: Array, stems_a: Array, stems_b: Array, pairs: Pairs, pair: int, settings: Belief
) -> bool:
    """Whether a pair needs no neighbours: very alike, or with a long stretch word for word."""
    if pairs.likeness[pair] >= settings.strong and pairs.strength[pair] >= settings.strong_information:
        return True
    if pairs.strength[pair] < settings.neighbour_information:
        return False
    around_a = with_words_around(words_a, pairs.a[pair], stems_a, settings.strong_run)
    around_b = with_words_around(words_b, pairs.b[pair], stems_b, settings.strong_run)
    places_a, places_b = matched_in_order(around_a, around_b)
    return longest_run(places_a, places_b) >= settings.strong_run


@kernel
def with_words_around(words: Array, sentence: int, stems: Array, more: int) -> Array:
    """The stems of a sentence and of some words on both sides of it: a run goes on where one text parts its sentences
    elsewhere."""
    return stems[max(0, words[sentence] - more) : min(len(stems), words[sentence + 1] + more)]


@kernel
def joined(ones: Pairs, others: Pairs) -> Pairs:
    """Both lists after each other."""
    return Pairs(
        np.concatenate((ones.a, others.a)),
        np.concatenate((ones.b, others.b)),
        np.concatenate((ones.likeness, others.likeness)),
        np.concatenate((ones.information, others.information)),
        np.concatenate((ones.strength, others.strength)),
    )
