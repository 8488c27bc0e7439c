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

from provenance.align.correspondence import corresponds, held_sentences
from provenance.align.likeness import Pairs, near_best, sentence_pairs
from provenance.align.sentence_pair import SentencePair, limited
from provenance.align.support import followers, passage_places, with_neighbours
from provenance.align.wording import longest_run, matched_in_order
from provenance.config.align import SentenceSettings

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
    if not a.units.sentences or not b.units.sentences:
        return []
    everything = candidate_pairs(a, b, passages, settings)
    candidates = _objects(everything.part(are_candidates(everything, settings)))
    if not candidates:
        return []
    held_a = held_sentences(a.units, [(passage.a_start, passage.a_end) for passage in passages])
    held_b = held_sentences(b.units, [(passage.b_start, passage.b_end) for passage in passages])
    strong = [pair for pair in candidates if is_strong(a, b, pair, settings)]
    held_a[[pair.a for pair in strong]] = True
    held_b[[pair.b for pair in strong]] = True
    others = [pair for pair in candidates if not held_a[pair.a] and not held_b[pair.b]]
    if corresponds(held_a, held_b, others, settings):
        believed = candidates + followers(_objects(everything), candidates)
    else:
        believed = with_neighbours(candidates, strong, passage_places(a.units, b.units, passages), settings)
    return sorted(limited(believed, settings.most_partners), key=lambda pair: (pair.a, pair.b))


def candidate_pairs(a: Side, b: Side, passages: Sequence[Rectangle], settings: SentenceSettings) -> Pairs:
    """All pairs outside passages that might count if the texts correspond, the strongest first.

    A pair much weaker than the best pairs of both its sentences is left out: it only shares the topic with them.
    """
    places = sorted((each.a_start, each.a_end, each.b_start, each.b_end) for each in passages)
    held = np.array(places, np.int64).reshape(-1, 4)
    pairs = sentence_pairs(a.units, b.units, held, FAINT_LIKENESS, settings.least_stems, settings.faint)
    kept = near_best(pairs, a.units.sentences, b.units.sentences, settings.near_best)
    order = np.lexsort((pairs.b[kept], pairs.a[kept], -pairs.strength[kept]))[:MOST_PAIRS]
    return pairs.part(kept[order])


def are_candidates(pairs: Pairs, settings: SentenceSettings) -> NDArray[np.bool_]:
    """Which pairs have what a pair needs at all, unless it follows others."""
    found: NDArray[np.bool_] = (
        (pairs.likeness >= settings.supported)
        & (pairs.information >= settings.least_information)
        & (pairs.strength >= settings.least_strength)
    )
    return found


def is_strong(a: Side, b: Side, pair: SentencePair, settings: SentenceSettings) -> bool:
    """Whether a pair needs no neighbours: very alike, or with a long stretch word for word."""
    if pair.likeness >= settings.strong and pair.strength >= settings.strong_information:
        return True
    if pair.strength < settings.neighbour_information:
        return False
    around_a, around_b = _around(a, pair.a, settings.strong_run), _around(b, pair.b, settings.strong_run)
    in_order = matched_in_order(a.word_stems[slice(*around_a)], b.word_stems[slice(*around_b)])
    return int(longest_run(*in_order)) >= settings.strong_run


def _around(side: Side, unit: int, words: int) -> tuple[int, int]:
    """A sentence and some words on both sides of it: a run goes on where one text parts its sentences elsewhere."""
    first, last = int(side.units.words[unit]), int(side.units.words[unit + 1])
    return max(0, first - words), min(len(side.tokens), last + words)


def _objects(pairs: Pairs) -> list[SentencePair]:
    columns = (pairs.a, pairs.b, pairs.likeness, pairs.information)
    return [SentencePair(*values) for values in zip(*(column.tolist() for column in columns), strict=True)]
