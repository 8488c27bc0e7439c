"""Which part of a passage only one of the texts has: there a reader would end one passage and begin the next.

In a passage that keeps its words, a whole sentence with nothing but common words in common is new. Between two
sentences, new text also takes the clauses at its edges: what a sentence says after its last shared clause.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import EDITED, Comparison, compare
from provenance.kernels import kernel
from provenance.text import tokens as marks

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

# Character F1 of the corpus, even pairs, is .953 with these values. A sentence that shares CHANCE of its information
# or less is new (0: .952; in passages that keep few words it may be the other text in new words, and there this rule
# lost .005 on the odd pairs). Of two gaps the smaller is at most ONE_SIDED of the larger: two long gaps are one text
# in two wordings (.5: .952; 1 loses more of PAN's translated passages). NEW_TEXT 8: .952, 14: .951.
NEW_TEXT = 10  # words at least
CHANCE = 0.2
ONE_SIDED = 0.67
LEAST_INFORMATION = 0.3  # nats of a word, so that a sentence of common words informs at all


def compared(a: Side, b: Side, range_a: tuple[int, int], range_b: tuple[int, int]) -> Comparison:
    """The word diff of two ranges; where most words are kept, without sentences that share next to nothing."""
    comparison = compare(a, b, range_a, range_b)
    if comparison.complete or comparison.score < EDITED:
        return comparison
    kept = in_shared_sentences(a, range_a, comparison.a, comparison.moved_a)
    kept &= in_shared_sentences(b, range_b, comparison.b, comparison.moved_b)
    return comparison if kept.all() else replace(comparison, a=comparison.a[kept], b=comparison.b[kept])


def in_shared_sentences(side: Side, words: tuple[int, int], places: Array, moved: Array) -> NDArray[np.bool_]:
    """Which of the `places` stand in sentences with more than CHANCE of their information in shared words.

    Where the range is one sentence, all do.
    """
    found: NDArray[np.bool_] = of_shared_sentences(side.tokens.borders, side.rarities, *words, places, moved)
    return found


@kernel
def of_shared_sentences(borders: Array, rarities: Array, start: int, end: int, places: Array, moved: Array) -> Array:
    """The kernel of `in_shared_sentences`; `places` ascend."""
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


def split(a: Side, b: Side, whole: Comparison) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The ranges between places where one side has new text and the other has none, or much less."""
    parts = []
    start_a, start_b = whole.range_a[0], whole.range_b[0]
    for before in wide_gaps(whole.a, whole.b).tolist():
        gap_a = (int(whole.a[before]) + 1, int(whole.a[before + 1]))
        gap_b = (int(whole.b[before]) + 1, int(whole.b[before + 1]))
        smaller, larger = sorted((gap_a[1] - gap_a[0], gap_b[1] - gap_b[0]))
        if smaller > ONE_SIDED * larger:
            continue
        if smaller == 0:
            back = _slide(a, gap_a, start_a) if gap_a[1] > gap_a[0] else _slide(b, gap_b, start_b)
            gap_a, gap_b = (gap_a[0] - back, gap_a[1] - back), (gap_b[0] - back, gap_b[1] - back)
        new_a, new_b = new_text(a, gap_a, whole.moved_a), new_text(b, gap_b, whole.moved_b)
        if new_a is None and new_b is None:
            continue
        # A side without new text is cut at the strongest border in its gap.
        end_a, next_a = new_a or _cut(a, gap_a)
        end_b, next_b = new_b or _cut(b, gap_b)
        parts.append(((start_a, end_a), (start_b, end_b)))
        start_a, start_b = next_a, next_b
    parts.append(((start_a, whole.range_a[1]), (start_b, whole.range_b[1])))
    return [part for part in parts if part[0][1] > part[0][0] and part[1][1] > part[1][0]]


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


def _slide(side: Side, gap: tuple[int, int], first: int) -> int:
    """By how many words to move a gap back so that it begins after the strongest mark; word `first` stays before it.

    Where new text begins with the words that follow it ("The bridge ... The bridge"), a word diff may part it
    anywhere between them.
    """
    start, end = gap
    best, most = 0, side.tokens.borders[start - 1]
    for back in range(1, min(start - first, end - start + 1)):
        if side.word_stems[start - back] != side.word_stems[end - back]:
            break
        if side.tokens.borders[start - back - 1] > most:
            best, most = back, side.tokens.borders[start - back - 1]
    return best


def new_text(side: Side, gap: tuple[int, int], moved: Array) -> tuple[int, int] | None:
    """The clauses in a gap around the end of a sentence, if NEW_TEXT words or more and none shared; else None."""
    if not meets_border(side, gap):
        return None
    openings = np.flatnonzero(side.openings[gap[0] : gap[1] + 1]) + gap[0]
    if len(openings) < 2 or openings[-1] - openings[0] < NEW_TEXT:
        return None
    start, end = int(openings[0]), int(openings[-1])
    return None if np.any((moved >= start) & (moved < end)) else (start, end)


def meets_border(side: Side, words: tuple[int, int]) -> bool:
    """Whether a sentence ends in a range of words, or just before it."""
    return bool(np.any(side.tokens.borders[max(words[0] - 1, 0) : words[1]] >= marks.LINE))


def _cut(side: Side, gap: tuple[int, int]) -> tuple[int, int]:
    borders = side.tokens.borders[max(gap[0] - 1, 0) : gap[1]]
    strongest = int(np.argmax(borders)) + max(gap[0] - 1, 0) + 1 if len(borders) else gap[1]
    return strongest, strongest
