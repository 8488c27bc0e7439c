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
    ends = np.array([span.end for span in spans], np.int64)
    small = tokens.traits & CAPITALISED == 0
    order = np.argsort(word_stems)
    return Units(*arranged(tokens.starts, ends, word_stems, word_rarities, word_in_name, small, order))


@kernel
def arranged(
    starts: Array,
    ends: Array,
    word_stems: Array,
    word_rarities: Array,
    word_in_name: Array,
    word_small: Array,
    order: Array,
) -> tuple[Array, Array, Array, Array, Array, Array, Array]:
    """The arrays of Units, from where words start and sentences end; `order` sorts the words by their stems."""
    borders = sentence_borders(starts, ends)
    stems, rarities, names, numbers = distinct_stems(word_stems, word_rarities, word_in_name, word_small, order)
    offsets, members, weights = sets_of_words(numbers, borders, len(stems))
    return borders, stems, rarities, names, offsets, members, weights


@kernel
def sentence_borders(starts: Array, ends: Array) -> Array:
    """The number of the first word of each sentence that has any, and of the word after the last."""
    borders = np.zeros(len(ends) + 1, np.int64)
    count = word = 0
    for end in ends:
        while word < len(starts) and starts[word] < end:
            word += 1
        if word > borders[count]:
            count += 1
            borders[count] = word
    return borders[: count + 1].copy()


@kernel
def distinct_stems(
    word_stems: Array, word_rarities: Array, word_in_name: Array, word_small: Array, order: Array
) -> tuple[Array, Array, Array, Array]:
    """The stems of a text, ascending; the lowest rarity of the words of each; whether some are in names and none in
    small letters; the number of each word's stem."""
    stems, rarities = np.empty(len(order), np.uint64), np.empty(len(order))
    named, small = np.zeros(len(order), np.bool_), np.zeros(len(order), np.bool_)
    numbers = np.empty(len(order), np.int64)
    count = 0
    for word in order:
        if count == 0 or stems[count - 1] != word_stems[word]:
            stems[count], rarities[count] = word_stems[word], word_rarities[word]
            count += 1
        rarities[count - 1] = min(rarities[count - 1], word_rarities[word])
        named[count - 1] |= word_in_name[word]
        small[count - 1] |= word_small[word]
        numbers[word] = count - 1
    return stems[:count].copy(), rarities[:count].copy(), named[:count] & ~small[:count], numbers


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
    weights = np.ones(size)
    for place in range(size):
        if counts[place] > 1:
            weights[place] += math.log(counts[place])
    return offsets, members[:size].copy(), weights
