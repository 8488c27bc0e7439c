"""From a pair of word ranges to a Match: the word diff, the score, the kind and what the rewriting changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.align import wording
from provenance.align.borders import span_of_words
from provenance.align.differences import differences
from provenance.kernels import kernel
from provenance.model import Match, PassageKind, Span

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

# Kinds, by the share of words of both passages that are matched in order: PAN's verbatim cases lie above .97, its
# round-trip translations around .6, its shuffled passages below .5.
VERBATIM = 0.97
EDITED = 0.6
TELLING = 1.5  # nats: words rarer than this may match out of order; "the" elsewhere in a passage shows nothing
IN_QUOTES = 0.5  # share of the shared words that stand inside quotation marks, or belong to an utterance


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words matched between two ranges, as numbers of the texts' words: in order, and moved ones."""

    range_a: tuple[int, int]
    range_b: tuple[int, int]
    a: Array
    b: Array
    moved_a: Array
    moved_b: Array

    @property
    def words(self) -> int:
        """Words of both ranges together."""
        return self.range_a[1] - self.range_a[0] + self.range_b[1] - self.range_b[0]

    @property
    def shorter(self) -> int:
        """Words of the shorter range."""
        return min(self.range_a[1] - self.range_a[0], self.range_b[1] - self.range_b[0])

    @property
    def complete(self) -> bool:
        """Whether every word of both ranges is matched in order."""
        return 2 * len(self.a) == self.words

    @property
    def score(self) -> float:
        """Share of the words of both ranges that are matched; a word with another ending counts as matched."""
        return 2 * (len(self.a) + len(self.moved_a)) / self.words

    def within(self, range_a: tuple[int, int], range_b: tuple[int, int]) -> Comparison:
        """The part of the comparison that lies in two ranges inside its own."""
        if (range_a, range_b) == (self.range_a, self.range_b):
            return self
        in_order = _inside(self.a, range_a) & _inside(self.b, range_b)
        moved = _inside(self.moved_a, range_a) & _inside(self.moved_b, range_b)
        return Comparison(
            range_a, range_b, self.a[in_order], self.b[in_order], self.moved_a[moved], self.moved_b[moved]
        )


def _inside(places: Array, words: tuple[int, int]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (places >= words[0]) & (places < words[1])
    return found


def compare(a: Side, b: Side, range_a: tuple[int, int], range_b: tuple[int, int]) -> Comparison:
    """The word diff of two ranges of words, by stems."""
    stems_a, stems_b = a.word_stems[slice(*range_a)], b.word_stems[slice(*range_b)]
    places_a, places_b = wording.matched_in_order(stems_a, stems_b)
    telling = a.rarities[slice(*range_a)] > TELLING
    moved_a, moved_b = wording.moved_words(stems_a, stems_b, telling, places_a, places_b)
    places_a, moved_a = places_a + range_a[0], moved_a + range_a[0]
    places_b, moved_b = places_b + range_b[0], moved_b + range_b[0]
    return Comparison(range_a, range_b, places_a, places_b, moved_a, moved_b)


def kind_of(a: Side, b: Side, comparison: Comparison) -> PassageKind:
    """Quotation where the shared words are in quotation marks on one side and an utterance on the other."""
    quoted, equal = in_quotes_and_equal(
        a.tokens.words, a.quoted, a.uttered, comparison.a, comparison.moved_a,
        b.tokens.words, b.quoted, b.uttered, comparison.b, comparison.moved_b,
    )  # fmt: skip
    if len(comparison.a) and quoted >= IN_QUOTES * (len(comparison.a) + len(comparison.moved_a)):
        return "quotation"
    # A word with another ending is matched, but not verbatim.
    if 2 * equal >= VERBATIM * comparison.words:
        return "verbatim"
    if 2 * len(comparison.a) >= EDITED * comparison.words:
        return "edited"
    return "paraphrase"


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


def match_of(
    a: Side, b: Side, comparison: Comparison, strength: float, spans: tuple[Span, Span] | None = None
) -> Match:
    """The finding for people: spans (with the marks that belong to them, unless given), score, shared stretches."""
    span_a, span_b = spans or (span_of_words(a, *comparison.range_a), span_of_words(b, *comparison.range_b))
    return Match(
        kind_of(a, b, comparison),
        span_a,
        span_b,
        round(min(1.0, comparison.score), 4),
        _shared(a, b, wording.runs(comparison.a, comparison.b, comparison.moved_a, comparison.moved_b)),
        ()
        if comparison.complete
        else differences(a, b, comparison.range_a, comparison.range_b, comparison.a, comparison.b),
        round(strength, 4),
    )


def _shared(a: Side, b: Side, runs: Array) -> tuple[tuple[Span, Span], ...]:
    """The spans of runs of words; see `provenance.align.wording.runs`."""
    return tuple(zip(_spans(a, runs[:, 0], runs[:, 2]), _spans(b, runs[:, 1], runs[:, 2]), strict=True))


def _spans(side: Side, firsts: Array, sizes: Array) -> Iterator[Span]:
    starts, ends = side.tokens.starts[firsts], side.tokens.ends[firsts + sizes - 1]
    return map(Span, starts.tolist(), ends.tolist())
