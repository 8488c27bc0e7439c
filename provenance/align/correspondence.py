"""Whether two texts correspond as wholes, sentence by sentence, outside what is believed already."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.likeness import Pairs, part_of
from provenance.align.wording import longest_ascending
from provenance.kernels import kernel

Array = NDArray[Any]


@kernel
def corresponds(
    held_a: Array, held_b: Array, candidates: Pairs, least_pairs: int, least_ordered_strength: float
) -> bool:
    """Whether the texts correspond as wholes outside the sentences held, so that every pair there is believed.

    The candidates, the strongest first and none of a held sentence, must be many and strong for the shorter text, and
    keep their order more or less, as a rewriting does.
    """
    single = part_of(candidates, limited(candidates, len(held_a), len(held_b), 1))
    return len(single.a) >= least_pairs and ordered_strength(held_a, held_b, single) >= least_ordered_strength


@kernel
def ordered_strength(held_a: Array, held_b: Array, single: Pairs) -> float:
    """Strength of pairs for each sentence of the shorter text that is not held, times the part of them in order.

    No sentence is in two of the pairs. Without pairs it is 0.
    """
    if len(single.a) == 0:
        return 0.0
    in_order = len(longest_ascending(single.b[np.argsort(single.a)])) / len(single.a)
    sentences = max(1, min(int(np.count_nonzero(~held_a)), int(np.count_nonzero(~held_b))))
    total = 0.0
    for strength in single.strength:
        total += strength
    return total * in_order / sentences


@kernel
def limited(ranked: Pairs, sentences_a: int, sentences_b: int, most: int) -> Array:
    """The places of the pairs, in their order, without those of a sentence that has `most` partners already."""
    of_a, of_b = ranked.a, ranked.b
    used_a, used_b = np.zeros(sentences_a, np.int64), np.zeros(sentences_b, np.int64)
    kept = np.empty(len(of_a), np.int64)
    count = 0
    for pair in range(len(of_a)):
        if used_a[of_a[pair]] < most and used_b[of_b[pair]] < most:
            used_a[of_a[pair]] += 1
            used_b[of_b[pair]] += 1
            kept[count] = pair
            count += 1
    return kept[:count].copy()


@kernel
def held_sentences(words: Array, starts: Array, ends: Array) -> Array:
    """Which sentences lie by more than half inside one of the ranges of words; sentence i holds words `words[i]` to
    `words[i + 1]`."""
    held = np.zeros(len(words) - 1, np.bool_)
    for start, end in zip(starts, ends):  # noqa: B905 # numba knows no strict
        first = np.searchsorted(words, start, side="right") - 1
        last = np.searchsorted(words, end)
        for sentence in range(max(first, 0), min(last, len(held))):
            low, high = words[sentence], words[sentence + 1]
            held[sentence] |= 2 * (min(high, end) - max(low, start)) > high - low
    return held
