"""The sentences of a text as sets of stems: what the sentence pass compares."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel
from provenance.model import Span
from provenance.text.tokens import CAPITALISED

if TYPE_CHECKING:
    from provenance.text.tokens import Tokens

Array = NDArray[Any]


class Units(NamedTuple):
    """Sentences in reading order, as arrays for kernels; sentence i holds words `words[i]` to `words[i + 1]`.

    `stems` are the distinct stems of the text, `rarities` how rare each is in English (nats), `names` which of them
    stand in names and never in lower case. The distinct stems of sentence i are numbers into `stems`,
    `members[offsets[i]:offsets[i + 1]]`; `weights` is 1 + ln of how often it holds each.
    """

    words: NDArray[np.int64]
    stems: NDArray[np.uint64]
    rarities: NDArray[np.float64]
    names: NDArray[np.bool_]
    offsets: NDArray[np.int64]
    members: NDArray[np.int32]
    weights: NDArray[np.float64]

    @property
    def sentences(self) -> int:
        """How many there are."""
        return len(self.words) - 1


def sentence_units(
    spans: Sequence[Span],
    tokens: Tokens,
    word_stems: NDArray[np.uint64],
    word_rarities: NDArray[np.float64],
    word_in_name: NDArray[np.bool_],
) -> Units:
    """The sentences that hold words to be matched, with their stems; the last three arrays go with `tokens`."""
    ends = np.searchsorted(tokens.starts, np.array([span.end for span in spans], np.int64)).astype(np.int64)
    starts = np.concatenate((np.zeros(1, np.int64), ends[:-1]))
    kept = np.flatnonzero(ends > starts)
    borders = np.concatenate((starts[kept], ends[kept][-1:])) if len(kept) else np.zeros(1, np.int64)
    stems, numbers = np.unique(word_stems, return_inverse=True)
    rarities = np.full(len(stems), np.inf)
    np.minimum.at(rarities, numbers, word_rarities)
    names = np.zeros(len(stems), bool)
    names[numbers[word_in_name]] = True
    names[numbers[tokens.traits & CAPITALISED == 0]] = False
    return Units(borders, stems, rarities, names, *sets_of_words(numbers, borders, len(stems)))


@kernel
def sets_of_words(numbers: Array, borders: Array, distinct: int) -> tuple[Array, Array, Array]:
    """For each range of words between `borders` its distinct numbers in order of appearance, and 1 + ln of how often
    it holds each."""
    sentences = len(borders) - 1
    offsets = np.zeros(sentences + 1, np.int64)
    members = np.empty(len(numbers), np.int32)
    counts = np.zeros(len(numbers), np.int32)
    place_of = np.full(distinct, -1, np.int64)
    size = 0
    for sentence in range(sentences):
        first = size
        for place in range(borders[sentence], borders[sentence + 1]):
            number = numbers[place]
            if place_of[number] < first:
                place_of[number] = size
                members[size] = number
                counts[size] = 0
                size += 1
            counts[place_of[number]] += 1
        offsets[sentence + 1] = size
    weights = np.empty(size)
    for place in range(size):
        weights[place] = 1.0 + math.log(counts[place])
    return offsets, members[:size].copy(), weights
