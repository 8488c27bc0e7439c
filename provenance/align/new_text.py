"""Which part of a passage only one of the texts has: there a reader would end one passage and begin the next.

In a passage that keeps its words, a whole sentence with nothing but common words in common is new. Between two
sentences, new text also takes the clauses at its edges: what a sentence says after its last shared clause.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import EDITED_SHARE, Comparison, compare, is_complete, score_of
from provenance.align.words import Words
from provenance.kernels import kernel
from provenance.text import tokens as marks

Array = NDArray[Any]
Range = tuple[int, int]

# Character F1 of the corpus, even pairs, is .953 with these values. A sentence that shares CHANCE of its information
# or less is new (0: .952; in passages that keep few words it may be the other text in new words, and there this rule
# lost .005 on the odd pairs). Of two gaps the smaller is at most ONE_SIDED of the larger: two long gaps are one text
# in two wordings (.5: .952; 1 loses more of PAN's translated passages). NEW_TEXT 8: .952, 14: .951.
NEW_TEXT = 10  # words at least
CHANCE = 0.2
ONE_SIDED = 0.67
LEAST_INFORMATION = 0.3  # nats of a word, so that a sentence of common words informs at all


@kernel
def compared(a: Words, b: Words, range_a: Range, range_b: Range) -> Comparison:
    """The word diff of two ranges; where most words are kept, without sentences that share next to nothing."""
    comparison = compare(a, b, range_a, range_b)
    if is_complete(comparison) or score_of(comparison) < EDITED_SHARE:
        return comparison
    kept = of_shared_sentences(a.borders, a.rarities, *range_a, comparison.a, comparison.moved_a)
    kept &= of_shared_sentences(b.borders, b.rarities, *range_b, comparison.b, comparison.moved_b)
    if kept.all():
        return comparison
    return Comparison(
        range_a, range_b, comparison.a[kept], comparison.b[kept], comparison.moved_a, comparison.moved_b
    )


@kernel
def of_shared_sentences(borders: Array, rarities: Array, start: int, end: int, places: Array, moved: Array) -> Array:
    """Which of the `places`, which ascend, stand in sentences with more than CHANCE of their information in shared
    words; where the range is one sentence, all do."""
    shared = np.zeros(end - start, np.bool_)
    shared[places - start] = True
    shared[moved - start] = True
    kept = np.ones(len(places), np.bool_)
    following, first = 0, start
    for place in range(start, end):
        if place + 1 < end and borders[place] < marks.LINE:
            continue
        if first == start and place + 1 == end:
            break
        told = whole = 0.0
        for word in range(first, place + 1):
            whole += rarities[word] + LEAST_INFORMATION
            if shared[word - start]:
                told += rarities[word] + LEAST_INFORMATION
        while following < len(places) and places[following] <= place:
            kept[following] = told / whole > CHANCE
            following += 1
        first = place + 1
    return kept


@kernel
def split(a: Words, b: Words, whole: Comparison) -> list[tuple[Range, Range]]:
    """The ranges between places where one side has new text and the other has none, or much less."""
    parts = []
    start_a, start_b = whole.range_a[0], whole.range_b[0]
    for before in wide_gaps(whole.a, whole.b):
        gap_a = whole.a[before] + 1, whole.a[before + 1]
        gap_b = whole.b[before] + 1, whole.b[before + 1]
        size_a, size_b = gap_a[1] - gap_a[0], gap_b[1] - gap_b[0]
        if min(size_a, size_b) > ONE_SIDED * max(size_a, size_b):
            continue
        if min(size_a, size_b) == 0:
            back = slide(a, gap_a, start_a) if size_a > 0 else slide(b, gap_b, start_b)
            gap_a, gap_b = (gap_a[0] - back, gap_a[1] - back), (gap_b[0] - back, gap_b[1] - back)
        end_a, next_a = new_text(a, gap_a, whole.moved_a)
        end_b, next_b = new_text(b, gap_b, whole.moved_b)
        if next_a == end_a and next_b == end_b:
            continue
        # A side without new text is cut at the strongest border in its gap.
        if next_a == end_a:
            end_a = next_a = strongest_border(a, gap_a)
        if next_b == end_b:
            end_b = next_b = strongest_border(b, gap_b)
        if end_a > start_a and end_b > start_b:
            parts.append(((start_a, end_a), (start_b, end_b)))
        start_a, start_b = next_a, next_b
    if whole.range_a[1] > start_a and whole.range_b[1] > start_b:
        parts.append(((start_a, whole.range_a[1]), (start_b, whole.range_b[1])))
    return parts


@kernel
def wide_gaps(places_a: Array, places_b: Array) -> Array:
    """The numbers of the shared words that NEW_TEXT words or more of a text part from the next shared one."""
    found = np.empty(len(places_a), np.int64)
    count = 0
    for place in range(len(places_a) - 1):
        gap = max(places_a[place + 1] - places_a[place], places_b[place + 1] - places_b[place])
        if gap > NEW_TEXT:
            found[count] = place
            count += 1
    return found[:count].copy()


@kernel
def slide(side: Words, gap: Range, first: int) -> int:
    """By how many words to move a gap back so that it begins after the strongest mark; word `first` stays before it.

    Where new text begins with the words that follow it ("The bridge ... The bridge"), a word diff may part it
    anywhere between them.
    """
    start, end = gap
    stems, borders = side.stems, side.borders
    best, strongest = 0, borders[start - 1]
    for back in range(1, min(start - first, end - start + 1)):
        if stems[start - back] != stems[end - back]:
            break
        if borders[start - back - 1] > strongest:
            best, strongest = back, borders[start - back - 1]
    return best


@kernel
def new_text(side: Words, gap: Range, moved: Array) -> Range:
    """The clauses in a gap around the end of a sentence, if NEW_TEXT words or more and none shared; else (0, 0)."""
    if not meets_border(side, gap):
        return 0, 0
    start, end = gap
    last = min(end, len(side.openings) - 1)
    while start < last and not side.openings[start]:
        start += 1
    while last > start and not side.openings[last]:
        last -= 1
    if last - start < NEW_TEXT:
        return 0, 0
    for place in moved:
        if start <= place < last:
            return 0, 0
    return start, last


@kernel
def meets_border(side: Words, words: Range) -> bool:
    """Whether a sentence ends in a range of words, or just before it."""
    borders = side.borders
    for place in range(max(words[0] - 1, 0), words[1]):  # noqa: SIM110 # a kernel knows no generators
        if borders[place] >= marks.LINE:
            return True
    return False


@kernel
def strongest_border(side: Words, gap: Range) -> int:
    """The first word after the strongest border in a gap, or just before it."""
    first = max(gap[0] - 1, 0)
    if first == gap[1]:
        return gap[1]
    return first + int(np.argmax(side.borders[first : gap[1]])) + 1
