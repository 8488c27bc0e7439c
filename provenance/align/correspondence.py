"""Whether two texts correspond as wholes, sentence by sentence, outside what is believed already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.align.sentence_pair import SentencePair, limited
from provenance.align.wording import longest_ascending
from provenance.config.align import SentenceSettings

if TYPE_CHECKING:
    from provenance.align.units import Units


def corresponds(
    held_a: NDArray[np.bool_],
    held_b: NDArray[np.bool_],
    candidates: Sequence[SentencePair],
    settings: SentenceSettings,
) -> bool:
    """Whether the texts correspond as wholes outside what is held, so that every pair there is believed.

    The candidates, none of a held sentence, must be many and strong for the shorter text, and keep their order more
    or less, as a rewriting does.
    """
    return (
        len(limited(candidates, 1)) >= settings.least_pairs
        and ordered_strength(held_a, held_b, candidates) >= settings.ordered_strength
    )


def ordered_strength(
    held_a: NDArray[np.bool_], held_b: NDArray[np.bool_], candidates: Sequence[SentencePair]
) -> float:
    """Strength of pairs for each sentence of the shorter text that is not held, times the part of them in order.

    `candidates` are the strongest first; each sentence counts once. Without candidates it is 0.
    """
    single = limited(candidates, 1)
    if not single:
        return 0.0
    order = np.array([pair.b for pair in sorted(single, key=lambda pair: pair.a)], np.int64)
    in_order = len(longest_ascending(order)) / len(single)
    sentences = max(1, min(int(np.count_nonzero(~held_a)), int(np.count_nonzero(~held_b))))
    return sum(pair.strength for pair in single) * in_order / sentences


def held_sentences(units: Units, ranges: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which sentences lie by more than half inside one of the word ranges."""
    held = np.zeros(units.sentences, bool)
    for start, end in ranges:
        first = int(np.searchsorted(units.words, start, side="right")) - 1
        last = int(np.searchsorted(units.words, end))
        for sentence in range(max(first, 0), min(last, units.sentences)):
            low, high = int(units.words[sentence]), int(units.words[sentence + 1])
            held[sentence] |= 2 * (min(high, end) - max(low, start)) > high - low
    return held
