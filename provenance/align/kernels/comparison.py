"""Compares two ranges of words: the word diff by stems, how much of the wording is shared, and in what kind.

In a passage that keeps its words, a whole sentence with nothing but common words in common is new text.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels import wording
from provenance.kernels import arrays
from provenance.model import PassageKind
from provenance.text import tokens

Array = NDArray[Any]

# Kinds, by the share of words of both passages that are matched in order: PAN's verbatim cases lie above .97, its
# round-trip translations around .6, its shuffled passages below .5.
VERBATIM_SHARE = 0.97
EDITED_SHARE = 0.6
VERBATIM, EDITED, PARAPHRASE, QUOTATION = 0, 1, 2, 3
INFORMATIVE = 1.5  # nats: words rarer than this may match out of order; "the" elsewhere in a passage shows nothing
IN_QUOTES = 0.5  # share of the shared words that are inside quotation marks, or belong to an utterance

# A sentence that shares CHANCE of its information or less is new text (character F1 of the corpus, even pairs, .953;
# with 0 .952). In passages that keep few words it may be the other text in new words: there this rule lost .005 on
# the odd pairs.
CHANCE = 0.2
LEAST_INFORMATION = 0.3  # nats of a word, so that a sentence of common words informs at all

KINDS: tuple[PassageKind, ...] = ("verbatim", "edited", "paraphrase", "quotation")  # by their numbers
LINE = tokens.LINE  # the least of the borders that end a sentence


class Words:
    """What is known of each word of a text, in reading order: parallel arrays.

    `words` and `stems` are hashes, `rarities` nats, `borders` what follows a word (`provenance.text.tokens`),
    `openings` whether a clause begins with it, `notable` its sort (`prepared_text.notable_words`), `quoted` and
    `uttered` whether it is in quotation marks, and in something that somebody is reported to have said. Hashes are
    uint64, `rarities` float64, all others uint8 or truth values.
    """

    def __init__(
        self,
        words: Array,
        stems: Array,
        rarities: Array,
        borders: Array,
        openings: Array,
        notable: Array,
        quoted: Array,
        uttered: Array,
    ) -> None:
        self.words, self.stems, self.rarities = words, stems, rarities
        self.borders, self.openings, self.notable = borders, openings, notable
        self.quoted, self.uttered = quoted, uttered


class Comparison:
    """Words matched between words [start_a, end_a) of A and [start_b, end_b) of B, as numbers of the texts' words.

    `a[i]` of A is matched with `b[i]` of B, ascending in both; so is `moved_a[i]` with `moved_b[i]`, out of order and
    ascending in A.
    """

    def __init__(
        self, start_a: int, end_a: int, start_b: int, end_b: int, a: Array, b: Array, moved_a: Array, moved_b: Array
    ) -> None:
        self.start_a, self.end_a, self.start_b, self.end_b = start_a, end_a, start_b, end_b
        self.a, self.b, self.moved_a, self.moved_b = a, b, moved_a, moved_b


def comparison_of(
    start_a: int, end_a: int, start_b: int, end_b: int, a: Array, b: Array, moved_a: Array, moved_b: Array
) -> Comparison:
    """A comparison of these fields, faster than by `Comparison(...)`, which makes Python's objects of all of them."""
    comparison = Comparison.__new__(Comparison)
    comparison.start_a, comparison.end_a, comparison.start_b, comparison.end_b = start_a, end_a, start_b, end_b
    comparison.a, comparison.b, comparison.moved_a, comparison.moved_b = a, b, moved_a, moved_b
    return comparison


def size_of(comparison: Comparison) -> int:
    """Words of both ranges together."""
    return comparison.end_a - comparison.start_a + comparison.end_b - comparison.start_b


def is_complete(comparison: Comparison) -> bool:
    """Whether every word of both ranges is matched in order."""
    return 2 * len(comparison.a) == size_of(comparison)


def score_of(comparison: Comparison) -> float:
    """Share of the words of both ranges that are matched; a word with another ending counts as matched."""
    return 2 * (len(comparison.a) + len(comparison.moved_a)) / size_of(comparison)


def compare(a: Words, b: Words, start_a: int, end_a: int, start_b: int, end_b: int) -> Comparison:
    """The word diff of two ranges of words, by stems."""
    stems_a, stems_b = a.stems[start_a:end_a], b.stems[start_b:end_b]
    most = min(len(stems_a), len(stems_b))
    places_a, places_b = arrays.empty_i64(most), arrays.empty_i64(most)
    count = wording.matched_in_order(stems_a, stems_b, wording.MOST_CELLS, places_a, places_b)
    informative = arrays.zeros_u8(len(stems_a))
    for place in range(len(stems_a)):
        if a.rarities[start_a + place] > INFORMATIVE:
            informative[place] = 1
    moved_a, moved_b = arrays.empty_i64(most - count), arrays.empty_i64(most - count)
    moved = wording.moved_words(stems_a, stems_b, informative, places_a, places_b, count, moved_a, moved_b)
    for at in range(count):
        places_a[at] += start_a
        places_b[at] += start_b
    for at in range(moved):
        moved_a[at] += start_a
        moved_b[at] += start_b
    return comparison_of(
        start_a, end_a, start_b, end_b, places_a[:count], places_b[:count], moved_a[:moved], moved_b[:moved]
    )


def compared(a: Words, b: Words, start_a: int, end_a: int, start_b: int, end_b: int) -> Comparison:
    """The word diff of two ranges; where most words are kept, without sentences that share next to nothing."""
    comparison = compare(a, b, start_a, end_a, start_b, end_b)
    if is_complete(comparison) or score_of(comparison) < EDITED_SHARE:
        return comparison
    dropped = arrays.zeros_u8(len(comparison.a))
    count = drop_unshared_sentences(a, start_a, end_a, comparison.a, comparison.moved_a, dropped)
    count += drop_unshared_sentences(b, start_b, end_b, comparison.b, comparison.moved_b, dropped)
    if count > 0:
        kept = 0
        for at in range(len(dropped)):
            if not dropped[at]:
                comparison.a[kept], comparison.b[kept] = comparison.a[at], comparison.b[at]
                kept += 1
        comparison.a, comparison.b = comparison.a[:kept], comparison.b[:kept]
    return comparison


def drop_unshared_sentences(side: Words, start: int, end: int, places: Array, moved: Array, dropped: Array) -> int:
    """Set in `dropped` which of the `places`, which ascend, are in sentences with CHANCE of their information or less
    in shared words; returns how many are set. Where the range is one sentence, none is."""
    shared = arrays.zeros_u8(end - start)
    for at in range(len(places)):
        shared[places[at] - start] = 1
    for at in range(len(moved)):
        shared[moved[at] - start] = 1
    following, first, count = 0, start, 0
    for place in range(start, end):
        if place + 1 < end and side.borders[place] < LINE:
            continue
        if first == start and place + 1 == end:
            break
        informed = information = 0.0
        for word in range(first, place + 1):
            information += side.rarities[word] + LEAST_INFORMATION
            if shared[word - start]:
                informed += side.rarities[word] + LEAST_INFORMATION
        is_new = informed / information <= CHANCE
        while following < len(places) and places[following] <= place:
            if is_new:
                dropped[following] = 1
                count += 1
            following += 1
        first = place + 1
    return count


def part_of(whole: Comparison, start_a: int, end_a: int, start_b: int, end_b: int) -> Comparison:
    """The part of a comparison that lies in two ranges inside its own."""
    if start_a == whole.start_a and end_a == whole.end_a and start_b == whole.start_b and end_b == whole.end_b:
        return whole
    most, most_moved = len(whole.a), len(whole.moved_a)
    a, b = arrays.empty_i64(most), arrays.empty_i64(most)
    moved_a, moved_b = arrays.empty_i64(most_moved), arrays.empty_i64(most_moved)
    count = inside(whole.a, whole.b, start_a, end_a, start_b, end_b, a, b)
    moved = inside(whole.moved_a, whole.moved_b, start_a, end_a, start_b, end_b, moved_a, moved_b)
    return comparison_of(start_a, end_a, start_b, end_b, a[:count], b[:count], moved_a[:moved], moved_b[:moved])


def inside(
    a: Array, b: Array, start_a: int, end_a: int, start_b: int, end_b: int, kept_a: Array, kept_b: Array
) -> int:
    """Keep the pairs of places that lie in two ranges of words; returns how many there are."""
    count = 0
    for at in range(len(a)):
        if start_a <= a[at] < end_a and start_b <= b[at] < end_b:
            kept_a[count], kept_b[count] = a[at], b[at]
            count += 1
    return count


def kind_of(a: Words, b: Words, comparison: Comparison) -> int:
    """QUOTATION where the shared words are in quotation marks on one side and an utterance on the other; else by how
    many are kept."""
    in_order, words = len(comparison.a), size_of(comparison)
    if in_order > 0 and words_in_quotes(a, b, comparison) >= IN_QUOTES * (in_order + len(comparison.moved_a)):
        return QUOTATION
    # A word with another ending is matched, but not verbatim.
    if 2 * equal_words(a, b, comparison) >= VERBATIM_SHARE * words:
        return VERBATIM
    if 2 * in_order >= EDITED_SHARE * words:
        return EDITED
    return PARAPHRASE


def words_in_quotes(a: Words, b: Words, comparison: Comparison) -> int:
    """How many shared words are in quotation marks on one side and in an utterance on the other.

    Counted with A as the quoting side and with B; the larger count is returned.
    """
    quoted_a = quoted_b = uttered_a = uttered_b = 0
    for at in range(len(comparison.a)):
        quoted_a += a.quoted[comparison.a[at]]
        quoted_b += b.quoted[comparison.b[at]]
        uttered_a += a.uttered[comparison.a[at]]
        uttered_b += b.uttered[comparison.b[at]]
    for at in range(len(comparison.moved_a)):
        quoted_a += a.quoted[comparison.moved_a[at]]
        quoted_b += b.quoted[comparison.moved_b[at]]
        uttered_a += a.uttered[comparison.moved_a[at]]
        uttered_b += b.uttered[comparison.moved_b[at]]
    return max(min(quoted_a, uttered_b), min(quoted_b, uttered_a))


def equal_words(a: Words, b: Words, comparison: Comparison) -> int:
    """How many words matched in order are the same to the letter."""
    equal = 0
    for at in range(len(comparison.a)):
        if a.words[comparison.a[at]] == b.words[comparison.b[at]]:
            equal += 1
    return equal
