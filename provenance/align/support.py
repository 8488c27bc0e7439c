"""What stands near a sentence pair: weak pairs are believed for their neighbours, and faint ones for their order."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.correspondence import limited
from provenance.align.likeness import Pairs, part_of
from provenance.align.wording import longest_ascending
from provenance.kernels import kernel

Array = NDArray[Any]


@kernel
def with_neighbours(
    candidates: Pairs, believed: Array, places: Array, reach: int, least_near: float, least_adjoining: float
) -> Array:
    """Which candidates are believed, or stand near one that is or near a passage.

    `believed` is a mask, `places` rows of the sentences where passages begin and end. Near is at most `reach`
    sentences away in both texts, for a strength of `least_near`, or right before or after, for `least_adjoining`. One
    step only: what is believed for its neighbour supports nothing further.
    """
    of_a, of_b, strengths = candidates.a, candidates.b, candidates.strength
    columns = 1 + max(of_b.max(), places[:, 1].max() if len(places) > 0 else 0)
    # The anchors in reading order: the sentences of a row of the plane of both texts follow each other.
    anchors = np.sort(
        np.concatenate((of_a[believed] * columns + of_b[believed], places[:, 0] * columns + places[:, 1]))
    )
    found = believed.copy()
    around = max(reach, 1)
    for pair in range(len(of_a)):
        a, b, strength = of_a[pair], of_b[pair], strengths[pair]
        for row in range(max(a - around, 0), a + around + 1):
            low, high = row * columns + max(b - around, 0), row * columns + min(b + around, columns - 1)
            index = np.searchsorted(anchors, low)
            while index < len(anchors) and anchors[index] <= high:
                apart_a, apart_b = row - a, anchors[index] - row * columns - b
                near = 0 < max(abs(apart_a), abs(apart_b)) <= reach
                adjoins = apart_a == apart_b and abs(apart_a) == 1
                found[pair] |= (near and strength >= least_near) or (adjoins and strength >= least_adjoining)
                index += 1
    return found


@kernel
def passage_places(words_a: Array, words_b: Array, passages: Array) -> Array:
    """Rows of the sentences of A and of B in which passages begin and end, from rows of word ranges (A start, A end,
    B start, B end)."""
    places = np.empty((2 * len(passages), 2), np.int64)
    for passage in range(len(passages)):
        places[2 * passage, 0] = np.searchsorted(words_a, passages[passage, 0], side="right") - 1
        places[2 * passage, 1] = np.searchsorted(words_b, passages[passage, 2], side="right") - 1
        places[2 * passage + 1, 0] = np.searchsorted(words_a, passages[passage, 1] - 1, side="right") - 1
        places[2 * passage + 1, 1] = np.searchsorted(words_b, passages[passage, 3] - 1, side="right") - 1
    return places


@kernel
def followers(everything: Pairs, believed: Pairs, sentences_a: int, sentences_b: int) -> Array:
    """Which faint pairs stand between or beside believed ones; both the strongest first.

    Of two sentences without a partner, in the order of the pairs around them; or of one such sentence and the only
    partner of the sentence next to it, as where one sentence becomes two.
    """
    # For each sentence how many partners it has, and the last of them.
    partners_a, partners_b = np.zeros(sentences_a, np.int64), np.zeros(sentences_b, np.int64)
    partner_a, partner_b = np.zeros(sentences_a, np.int64), np.zeros(sentences_b, np.int64)
    for pair in range(len(believed.a)):
        a, b = believed.a[pair], believed.b[pair]
        partners_a[a] += 1
        partners_b[b] += 1
        partner_a[a], partner_b[b] = b, a
    fixed = part_of(believed, limited(believed, sentences_a, sentences_b, 1))
    along = np.argsort(fixed.a)
    along = along[longest_ascending(fixed.b[along])]
    size = len(along)  # of the pairs in order: their sentences, ascending in both texts
    ordered_a, ordered_b = np.empty(sentences_a, np.int64), np.empty(sentences_a, np.int64)
    ordered_a[:size], ordered_b[:size] = fixed.a[along], fixed.b[along]
    found = np.zeros(len(everything.a), np.bool_)
    for pair in range(len(everything.a)):
        a, b = everything.a[pair], everything.b[pair]
        if partners_a[a] + partners_b[b] > 1:
            continue
        if partners_a[a] + partners_b[b] == 1:
            apart = partner_a[a] - b if partners_a[a] == 1 else partner_b[b] - a
            if abs(apart) != 1:
                continue
        else:
            place = np.searchsorted(ordered_a[:size], a, side="right")
            if (place > 0 and ordered_b[place - 1] >= b) or (place < size and ordered_b[place] <= b):
                continue
            for index in range(size, place, -1):
                ordered_a[index], ordered_b[index] = ordered_a[index - 1], ordered_b[index - 1]
            ordered_a[place], ordered_b[place] = a, b
            size += 1
        found[pair] = True
        partners_a[a] += 1
        partners_b[b] += 1
        partner_a[a], partner_b[b] = b, a
    return found
