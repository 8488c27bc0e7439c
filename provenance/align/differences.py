"""What a rewriting changed that a reader should look at: numbers, names and negations.

Only places where the wording around agrees are looked at: the gaps between words matched in order. A number or name
counts as changed when both sides of a gap have one and neither stands anywhere in the other passage.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.align.comparison import Comparison, is_complete
from provenance.align.notable import NAME, NEGATION, NUMBER
from provenance.align.words import Words
from provenance.kernels import kernel
from provenance.model import Difference

if TYPE_CHECKING:
    from provenance.align.sides import Side

Array = NDArray[Any]

WHAT: dict[int, Literal["number", "name", "negation"]] = {NUMBER: "number", NAME: "name", NEGATION: "negation"}
MOST = 20  # differences of one passage: more is no list to read


def differences(a: Side, b: Side, rows: Iterable[list[int]]) -> tuple[Difference, ...]:
    """The differences that the `rows` of `changes` tell, as a reader sees them."""
    found: list[Difference] = []
    for (_, sort), group in groupby(rows, key=lambda row: (row[0], row[1])):
        words: tuple[list[int], list[int]] = ([], [])
        for _, _, which, word in group:
            words[which].append(word)
        one, other = _phrase(a, words[0]), _phrase(b, words[1])
        if _letters(one) != _letters(other):
            found.append(Difference(WHAT[sort], one, other))
            if len(found) == MOST:
                break
    return tuple(found)


@kernel
def changes(a: Words, b: Words, comparison: Comparison) -> Array:
    """The words that may be differences: rows (words matched in order before it, its sort, 0 in A and 1 in B, its
    number), ascending.

    A new number stands for an old one, a new negation for none: other words of a gap between matched ones are none.
    """
    if is_complete(comparison):
        return np.empty((0, 4), np.int64)
    (start_a, end_a), (start_b, end_b) = comparison.range_a, comparison.range_b
    in_a = changed_words(a.words, a.notable, start_a, end_a, comparison.a, b.words, start_b, end_b)
    in_b = changed_words(b.words, b.notable, start_b, end_b, comparison.b, a.words, start_a, end_a)
    rows = np.empty((len(in_a) + len(in_b), 4), np.int64)
    for index in range(len(rows)):
        which = int(index >= len(in_a))
        word = in_b[index - len(in_a)] if which else in_a[index]
        rows[index, 0] = np.searchsorted(comparison.b if which else comparison.a, word)
        rows[index, 1] = b.notable[word] if which else a.notable[word]
        rows[index, 2], rows[index, 3] = which, word
    rows = rows[np.argsort(4 * rows[:, 0] + rows[:, 1], kind="mergesort")]
    kept = np.zeros(len(rows), np.bool_)
    first = 0
    for index in range(len(rows)):
        if index + 1 < len(rows) and rows[index + 1, 0] == rows[first, 0] and rows[index + 1, 1] == rows[first, 1]:
            continue
        both = rows[first, 2] != rows[index, 2]
        kept[first : index + 1] = both != (rows[first, 1] == NEGATION)
        first = index + 1
    return rows[kept]


@kernel
def slot_of(word: Any, words: Array) -> Any:
    """The place of `word` in a hash table of words, or the free place where it would go."""
    mask = np.uint64(len(words) - 1)
    slot = word & mask
    while words[slot] != np.uint64(0) and words[slot] != word:
        slot = (slot + np.uint64(1)) & mask
    return slot


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
    return "".join(filter(str.isalnum, phrase.casefold()))
