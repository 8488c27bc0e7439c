"""What a rewriting changed that a reader should look at: numbers, names and negations.

Only places where the wording around agrees are looked at: the gaps between words matched in order. A number or name
counts as changed when both sides of a gap have one and neither stands anywhere in the other passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.align.notable import NAME, NEGATION, NUMBER
from provenance.kernels import kernel
from provenance.model import Difference
from provenance.text.stems import slot_of

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

MOST = 20  # differences of one passage: more is no list to read


def differences(
    a: Side, b: Side, range_a: tuple[int, int], range_b: tuple[int, int], places_a: Array, places_b: Array
) -> tuple[Difference, ...]:
    """The differences between two ranges of words, `places_a` and `places_b` being matched in order."""
    of_a, of_b = _by_gap(a, range_a, places_a, b, range_b), _by_gap(b, range_b, places_b, a, range_a)
    found: list[Difference] = []
    for gap in sorted({*of_a, *of_b}):
        found += _between(a, b, of_a.get(gap, ()), of_b.get(gap, ()))
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _by_gap(
    side: Side, words: tuple[int, int], matched: Array, other: Side, other_words: tuple[int, int]
) -> dict[int, list[int]]:
    """The words that may be differences, by how many words are matched in order before them."""
    found = changed_words(side.tokens.words, side.notable, *words, matched, other.tokens.words, *other_words)
    gaps: dict[int, list[int]] = defaultdict(list)
    if len(found):
        for gap, word in zip(np.searchsorted(matched, found).tolist(), found.tolist(), strict=True):
            gaps[gap].append(word)
    return gaps


@kernel
def changed_words(
    words: Array, sorts: Array, start: int, end: int, matched: Array, others: Array, other_start: int, other_end: int
) -> Array:
    """The notable words in [start, end) that are not `matched`, and, unless negations, stand nowhere in the other
    range; ascending as `matched` is."""
    found = np.empty(end - start, np.int64)
    count = 0
    following = 0
    known = np.zeros(0, np.uint64)  # a table of the other range's words, made for the first number or name
    for place in range(start, end):
        if following < len(matched) and matched[following] == place:
            following += 1
            continue
        if sorts[place] == 0:
            continue
        if sorts[place] != NEGATION:
            if len(known) == 0:
                size = 16
                while size < 2 * (other_end - other_start):
                    size *= 2
                known = np.zeros(size, np.uint64)
                for other in range(other_start, other_end):
                    known[slot_of(others[other], known)] = others[other]
            if known[slot_of(words[place], known)] == words[place]:
                continue
        found[count] = place
        count += 1
    return found[:count].copy()


def _between(a: Side, b: Side, words_a: Sequence[int], words_b: Sequence[int]) -> list[Difference]:
    found: list[Difference] = []
    kinds: tuple[tuple[Literal["number", "name"], int], ...] = (("number", NUMBER), ("name", NAME))
    for what, sort in kinds:
        new_a, new_b = _of_sort(a, words_a, sort), _of_sort(b, words_b, sort)
        if new_a and new_b and _letters(_phrase(a, new_a)) != _letters(_phrase(b, new_b)):
            found.append(Difference(what, _phrase(a, new_a), _phrase(b, new_b)))
    negated_a, negated_b = _of_sort(a, words_a, NEGATION), _of_sort(b, words_b, NEGATION)
    if bool(negated_a) != bool(negated_b):
        found.append(Difference("negation", _phrase(a, negated_a), _phrase(b, negated_b)))
    return found


def _of_sort(side: Side, words: Sequence[int], sort: int) -> list[int]:
    return [word for word in words if side.notable[word] == sort]


def _phrase(side: Side, words: list[int]) -> str:
    """The text of words, neighbours with what stands between them ("30,000"), others parted by spaces."""
    parts: list[list[int]] = []
    for word in words:
        if parts and parts[-1][1] == word - 1 and side.tokens.starts[word] - side.tokens.ends[word - 1] <= 1:
            parts[-1][1] = word
        else:
            parts.append([word, word])
    return " ".join(side.text[side.tokens.starts[first] : side.tokens.ends[last]] for first, last in parts)


def _letters(phrase: str) -> str:
    return "".join(character for character in phrase.casefold() if character.isalnum())
