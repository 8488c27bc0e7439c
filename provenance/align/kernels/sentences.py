"""The sentences of a text as sets of stems: what `likeness` compares."""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels import wording
from provenance.kernels import arrays

Array = NDArray[Any]


class Units:
    """The sentences of a text in reading order, as sets of stems.

    Sentence i holds words `words[i]` to `words[i + 1]` (int64). `stems` (uint64) are the distinct stems of the text,
    ascending; `rarities` (nats) how rare each is in English; `names` (uint8) which of them occur in names and never
    in lower case. The distinct stems of sentence i are numbers into `stems`, `members[offsets[i]:offsets[i + 1]]`
    (int32, int64); `weights`, parallel to `members`, is 1 + ln of how often the sentence has the stem.
    `sentences` is how many there are.
    """

    def __init__(
        self,
        words: Array,
        stems: Array,
        rarities: Array,
        names: Array,
        offsets: Array,
        members: Array,
        weights: Array,
    ) -> None:
        self.words, self.stems, self.rarities, self.names = words, stems, rarities, names
        self.offsets, self.members, self.weights = offsets, members, weights
        self.sentences = len(words) - 1


def sentence_units(
    starts: Array,
    ends: Array,
    word_stems: Array,
    word_rarities: Array,
    word_in_name: Array,
    word_small: Array,
    order: Array,
) -> Units:
    """The sentences of a text that hold words.

    `starts` are the offsets of its words, `ends` the ends of its sentences; the next four are parallel to the words:
    hash of the stem, rarity in nats, whether it is part of a name, whether it is in lower case. `order` sorts the
    words by their stems.
    """
    borders = arrays.empty_i64(len(ends) + 1)
    sentences = sentence_borders(starts, ends, borders)
    numbers = arrays.empty_i64(len(order))
    units = Units.__new__(Units)
    number_stems(word_stems, word_rarities, word_in_name, word_small, order, numbers, units)
    units.words, units.sentences = borders[: sentences + 1], sentences
    collect_members(numbers, units)
    return units


def sentence_borders(starts: Array, ends: Array, borders: Array) -> int:
    """Fill in the number of the first word of each sentence that has words, and at the end the number of words;
    returns how many sentences have words."""
    count = word = 0
    borders[0] = 0
    for sentence in range(len(ends)):
        while word < len(starts) and starts[word] < ends[sentence]:
            word += 1
        if word > borders[count]:
            count += 1
            borders[count] = word
    return count


def number_stems(
    word_stems: Array,
    word_rarities: Array,
    word_in_name: Array,
    word_small: Array,
    order: Array,
    numbers: Array,
    units: Units,
) -> None:
    """Fill in the number of each word's stem, and the stems of `units`: ascending, each with the lowest rarity of its
    words and whether some of them are in names and none in small letters."""
    size = len(order)
    stems, rarities = arrays.zeros_u64(size), arrays.empty_f64(size)
    named, small = arrays.zeros_u8(size), arrays.zeros_u8(size)
    count = 0
    for place in range(size):
        word = order[place]
        if count == 0 or stems[count - 1] != word_stems[word]:
            stems[count], rarities[count] = word_stems[word], word_rarities[word]
            count += 1
        rarities[count - 1] = min(rarities[count - 1], word_rarities[word])
        named[count - 1] |= word_in_name[word]
        small[count - 1] |= word_small[word]
        numbers[word] = count - 1
    for stem in range(count):
        named[stem] = named[stem] != 0 and small[stem] == 0
    units.stems, units.rarities, units.names = stems[:count], rarities[:count], named[:count]


def collect_members(numbers: Array, units: Units) -> None:
    """Fill in the sets of `units`: of each sentence the distinct numbers of its words in order of appearance."""
    words, sentences = units.words, units.sentences
    offsets = arrays.empty_i64(sentences + 1)
    members = arrays.empty_i32(len(numbers))
    counts = arrays.zeros_i32(len(numbers))
    place_of = arrays.full_i64(len(units.stems), -1)
    size = 0
    offsets[0] = 0
    for sentence in range(sentences):
        first = size
        for place in range(words[sentence], words[sentence + 1]):
            number = numbers[place]
            if place_of[number] < first:
                place_of[number] = size
                members[size] = number
                size += 1
            counts[place_of[number]] += 1
        offsets[sentence + 1] = size
    weights = arrays.full_f64(size, 1.0)
    for place in range(size):
        if counts[place] > 1:
            weights[place] += math.log(counts[place])
    units.offsets, units.members, units.weights = offsets, members[:size], weights


def covered_sentences(units: Units, passages: Array, column: int) -> Array:
    """Which sentences are by more than half inside a passage of their text: 1 or 0 for each.

    Passages start at words `passages[:, column]` and end in the column after it.
    """
    words, count = units.words, units.sentences
    covered = arrays.zeros_u8(count)
    for passage in range(len(passages)):
        start, end = passages[passage, column], passages[passage, column + 1]
        first, last = (
            max(wording.place_among(words, start + 1) - 1, 0),
            min(wording.place_among(words, end), count),
        )
        for sentence in range(first, last):
            low, high = words[sentence], words[sentence + 1]
            if 2 * (min(high, end) - max(low, start)) > high - low:
                covered[sentence] = 1
    return covered


def passage_places(a: Units, b: Units, passages: Array) -> Array:
    """Rows of the sentences of A and of B in which passages begin and end, from rows of word ranges (A start, A end,
    B start, B end)."""
    places = arrays.empty_i64_table(2 * len(passages), 2)
    for passage in range(len(passages)):
        places[2 * passage, 0] = wording.place_among(a.words, passages[passage, 0] + 1) - 1
        places[2 * passage, 1] = wording.place_among(b.words, passages[passage, 2] + 1) - 1
        places[2 * passage + 1, 0] = wording.place_among(a.words, passages[passage, 1]) - 1
        places[2 * passage + 1, 1] = wording.place_among(b.words, passages[passage, 3]) - 1
    return places


def unit_columns(units: Units) -> tuple[Array, ...]:
    """The arrays of `units` for Python callers, in the order of its fields."""
    return (
        arrays.array(units.words), arrays.array(units.stems), arrays.array(units.rarities), arrays.array(units.names),
        arrays.array(units.offsets), arrays.array(units.members), arrays.array(units.weights),
    )  # fmt: skip
