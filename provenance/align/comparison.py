"""Kernels that compare two ranges of words: the word diff, how much of the wording is shared, and in what kind."""

from __future__ import annotations

from typing import Any, NamedTuple

from numpy.typing import NDArray

from provenance.align.wording import matched_in_order, moved_words
from provenance.align.words import Words
from provenance.kernels import kernel

Array = NDArray[Any]

# Kinds, by the share of words of both passages that are matched in order: PAN's verbatim cases lie above .97, its
# round-trip translations around .6, its shuffled passages below .5.
VERBATIM_SHARE = 0.97
EDITED_SHARE = 0.6
VERBATIM, EDITED, PARAPHRASE, QUOTATION = range(4)
TELLING = 1.5  # nats: words rarer than this may match out of order; "the" elsewhere in a passage shows nothing
IN_QUOTES = 0.5  # share of the shared words that stand inside quotation marks, or belong to an utterance


class Comparison(NamedTuple):
    """Words matched between two ranges, as numbers of the texts' words: in order, and moved ones."""

    range_a: tuple[int, int]
    range_b: tuple[int, int]
    a: Array
    b: Array
    moved_a: Array
    moved_b: Array


@kernel
def size(comparison: Comparison) -> int:
    """Words of both ranges together."""
    (start_a, end_a), (start_b, end_b) = comparison.range_a, comparison.range_b
    return end_a - start_a + end_b - start_b


@kernel
def shorter(comparison: Comparison) -> int:
    """Words of the shorter range."""
    (start_a, end_a), (start_b, end_b) = comparison.range_a, comparison.range_b
    return min(end_a - start_a, end_b - start_b)


@kernel
def is_complete(comparison: Comparison) -> bool:
    """Whether every word of both ranges is matched in order."""
    return 2 * len(comparison.a) == size(comparison)


@kernel
def score_of(comparison: Comparison) -> float:
    """Share of the words of both ranges that are matched; a word with another ending counts as matched."""
    return 2 * (len(comparison.a) + len(comparison.moved_a)) / size(comparison)


@kernel
def compare(a: Words, b: Words, range_a: tuple[int, int], range_b: tuple[int, int]) -> Comparison:
    """The word diff of two ranges of words, by stems."""
    start_a, end_a = range_a
    start_b, end_b = range_b
    stems_a, stems_b = a.stems[start_a:end_a], b.stems[start_b:end_b]
    places_a, places_b = matched_in_order(stems_a, stems_b)
    telling = a.rarities[start_a:end_a] > TELLING
    moved_a, moved_b = moved_words(stems_a, stems_b, telling, places_a, places_b)
    return Comparison(range_a, range_b, places_a + start_a, places_b + start_b, moved_a + start_a, moved_b + start_b)


@kernel
def part_of(comparison: Comparison, range_a: tuple[int, int], range_b: tuple[int, int]) -> Comparison:
    """The part of a comparison that lies in two ranges inside its own."""
    in_order = inside(comparison.a, range_a) & inside(comparison.b, range_b)
    moved = inside(comparison.moved_a, range_a) & inside(comparison.moved_b, range_b)
    return Comparison(
        range_a,
        range_b,
        comparison.a[in_order],
        comparison.b[in_order],
        comparison.moved_a[moved],
        comparison.moved_b[moved],
    )


@kernel
def inside(places: Array, words: tuple[int, int]) -> Array:
    """Which places lie in a range of words."""
    return (places >= words[0]) & (places < words[1])


@kernel
def kind_of(a: Words, b: Words, comparison: Comparison) -> int:
    """QUOTATION where the shared words are in quotation marks on one side and an utterance on the other; else by how
    many are kept."""
    quoted, equal = in_quotes_and_equal(
        a.words, a.quoted, a.uttered, comparison.a, comparison.moved_a,
        b.words, b.quoted, b.uttered, comparison.b, comparison.moved_b,
    )  # fmt: skip
    in_order, words = len(comparison.a), size(comparison)
    if in_order > 0 and quoted >= IN_QUOTES * (in_order + len(comparison.moved_a)):
        return QUOTATION
    # A word with another ending is matched, but not verbatim.
    if 2 * equal >= VERBATIM_SHARE * words:
        return VERBATIM
    if 2 * in_order >= EDITED_SHARE * words:
        return EDITED
    return PARAPHRASE


@kernel
def in_quotes_and_equal(
    words_a: Array,
    quoted_a: Array,
    uttered_a: Array,
    places_a: Array,
    moved_a: Array,
    words_b: Array,
    quoted_b: Array,
    uttered_b: Array,
    places_b: Array,
    moved_b: Array,
) -> tuple[int, int]:
    """How many shared words stand in quotation marks on one side and in an utterance on the other, whichever way is
    less; and how many in order are the same to the letter."""
    marked_a = marked_b = told_a = told_b = equal = 0
    for place in range(len(places_a)):
        equal += words_a[places_a[place]] == words_b[places_b[place]]
    for of_a, of_b in ((places_a, places_b), (moved_a, moved_b)):
        for place in range(len(of_a)):
            marked_a += quoted_a[of_a[place]]
            marked_b += quoted_b[of_b[place]]
            told_a += uttered_a[of_a[place]]
            told_b += uttered_b[of_b[place]]
    return max(min(marked_a, told_b), min(marked_b, told_a)), equal
