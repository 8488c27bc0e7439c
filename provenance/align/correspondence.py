"""Whether two texts correspond as wholes, sentence by sentence, outside the passages found already."""

from __future__ import annotations

import math
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
