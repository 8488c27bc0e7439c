"""Draws all passages of two texts in one call: their borders, kinds, shared runs of words, and what changed in them.

Changes worth a reader's attention are numbers, names and negations. They are looked for in the gaps between words
matched in order, where the wording around them agrees. A number or name counts as changed when both sides of a gap
have one and neither occurs anywhere in the other passage.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.align import prepared_text
from provenance.align.kernels import borders, wording
from provenance.align.kernels import comparison as comparing
from provenance.align.kernels.comparison import Comparison, Words
from provenance.kernels import arrays, numbers
from provenance.text import tokens

Array = NDArray[Any]

NUMBER, NAME, NEGATION = prepared_text.NUMBER, prepared_text.NAME, prepared_text.NEGATION
COLON, CAPITALISED, NUMERIC, PARAGRAPH = tokens.COLON, tokens.CAPITALISED, tokens.NUMERIC, tokens.PARAGRAPH


class Passages:
    """Passages of two texts, ordered by the pair of ranges that they were drawn from.

    `rows` (int64), one per passage: the row of `ranges` that it was drawn from; its kind (`comparison.KINDS`);
    A start, A end, B start, B end in words; where its rows end in `runs`; where they end in `changes`. `scores`, one
    per passage, is 0..1. `runs` are stretches of equal wording (`wording.runs`), `changes` words that may be
    differences (the function of that name).
    """

    rows: Array
    scores: Array
    runs: Array
    changes: Array


def drawn_passages(a: Words, b: Words, ranges: Array, least_words: int, tighten: bool) -> Passages:
    """The passages inside pairs of word ranges, rows (A start, A end, B start, B end); without those that have fewer
    than `least_words` words on one side."""
    found: list[Comparison] = []
    ends = arrays.empty_i64(len(ranges))  # how many were found up to each range
    for origin in range(len(ranges)):
        start_a, end_a, start_b, end_b = ranges[origin, 0], ranges[origin, 1], ranges[origin, 2], ranges[origin, 3]
        if tighten:
            tight = borders.tightened(a, b, start_a, end_a, start_b, end_b)
        else:
            tight = [comparing.compare(a, b, start_a, end_a, start_b, end_b)]
        for comparison in tight:
            words_a, words_b = comparison.end_a - comparison.start_a, comparison.end_b - comparison.start_b
            if min(words_a, words_b) >= least_words:
                found.append(comparison)
        ends[origin] = len(found)
    return described(a, b, found, ends)


def described(a: Words, b: Words, found: list[Comparison], ends: Array) -> Passages:
    """Comparisons as the arrays of Passages; the comparisons of range i end at `ends[i]`."""
    most_runs = most_changes = 0
    for comparison in found:
        most_runs += len(comparison.a) + len(comparison.moved_a)
        most_changes += comparing.size_of(comparison) - 2 * len(comparison.a)
    count = len(found)
    rows, scores = arrays.empty_i64_table(count, 8), arrays.empty_f64(count)
    runs, changed = arrays.empty_i64_table(most_runs, 3), arrays.empty_i64_table(most_changes, 4)
    origin = last_run = last_change = 0
    for passage in range(count):
        comparison = found[passage]
        while ends[origin] <= passage:
            origin += 1
        last_run = wording.runs(comparison.a, comparison.b, comparison.moved_a, comparison.moved_b, runs, last_run)
        last_change = changes(a, b, comparison, changed, last_change)
        rows[passage, 0], rows[passage, 1] = origin, comparing.kind_of(a, b, comparison)
        rows[passage, 2], rows[passage, 3] = comparison.start_a, comparison.end_a
        rows[passage, 4], rows[passage, 5] = comparison.start_b, comparison.end_b
        rows[passage, 6], rows[passage, 7] = last_run, last_change
        scores[passage] = comparing.score_of(comparison)
    passages = Passages.__new__(Passages)
    passages.rows, passages.scores = arrays.array(rows), arrays.array(scores)
    passages.runs, passages.changes = arrays.array(runs[:last_run]), arrays.array(changed[:last_change])
    return passages


def changes(a: Words, b: Words, comparison: Comparison, found: Array, first: int) -> int:
    """The words that may be differences: rows (words matched in order before it, its sort, 0 in A and 1 in B, its
    number), ascending.

    A number or name needs one to replace on the other side of its gap, a negation does not. The rows are put into
    `found` from row `first` on, which needs room for one per unmatched word; returns the row after the last.
    """
    if comparing.is_complete(comparison):
        return first
    size = comparing.size_of(comparison) - 2 * len(comparison.a)
    changed = arrays.empty_i64_table(size, 3)  # words matched before it, its sort, its number; those of A come first
    in_a = changed_words(
        a, comparison.start_a, comparison.end_a, comparison.a, b, comparison.start_b, comparison.end_b, changed, 0
    )
    count = changed_words(
        b, comparison.start_b, comparison.end_b, comparison.b, a, comparison.start_a, comparison.end_a, changed, in_a
    )
    keys, order = arrays.empty_i64(count), arrays.empty_i64(count)
    for row in range(count):
        keys[row] = 4 * changed[row, 0] + changed[row, 1]
    arrays.order_i64(keys, order)
    last, low = first, 0
    while low < count:  # words of one sort in one gap
        high = low + 1
        while high < count and keys[order[high]] == keys[order[low]]:
            high += 1
        both = order[low] < in_a <= order[high - 1]
        if both != (changed[order[low], 1] == NEGATION):
            for at in range(low, high):
                row = order[at]
                found[last, 0], found[last, 1], found[last, 3] = changed[row, 0], changed[row, 1], changed[row, 2]
                found[last, 2] = 0 if row < in_a else 1
                last += 1
        low = high
    return last


def changed_words(
    side: Words,
    start: int,
    end: int,
    matched: Array,
    other: Words,
    other_start: int,
    other_end: int,
    found: Array,
    first: int,
) -> int:
    """The notable words in [start, end) that are not `matched`, and, unless negations, occur nowhere in the other
    range; ascending as `matched` is.

    Rows (words matched before it, its sort, its number), put into `found` from row `first` on; returns the row after
    the last.
    """
    count, following = first, 0
    size = 0  # of a table of the other range's words, made for the first number or name
    known = arrays.zeros_u64(0)
    for place in range(start, end):
        if following < len(matched) and matched[following] == place:
            following += 1
            continue
        sort = side.notable[place]
        if sort == 0:
            continue
        if sort != NEGATION:
            if size == 0:
                size = 16
                while size < 2 * (other_end - other_start):
                    size *= 2
                known = arrays.zeros_u64(size)
                for at in range(other_start, other_end):
                    known[slot_among(known, other.words[at])] = other.words[at]
            if known[slot_among(known, side.words[place])] == side.words[place]:
                continue
        found[count, 0], found[count, 1], found[count, 2] = following, sort, place
        count += 1
    return count


def slot_among(known: Array, word: Any) -> Any:
    """Where a table of hashes with open addressing holds a word, or is free for it; the size is a power of 2."""
    last = numbers.u64(len(known) - 1)
    slot = word & last
    while known[slot] != 0 and known[slot] != word:
        slot = (slot + numbers.u64(1)) & last
    return slot


def sorts_of_words(
    words: Array, lengths: Array, borders: Array, traits: Array, negations: Array, sorts: Array, single: Array
) -> int:
    """Set the sort of each notable word; find the words of one letter that are a negation after an apostrophe only.

    `lengths` are code points, `negations` hashes; `sorts` holds zeros. The numbers of the words of one letter are put
    into `single`; returns how many there are.
    """
    possible = numbers.u64(0)  # bit i: a negation's hash ends in i, which few other words' do
    for each in range(len(negations)):
        possible |= numbers.u64(1) << (negations[each] & numbers.u64(63))
    count = 0
    for place in range(len(words)):
        if traits[place] & NUMERIC:
            sorts[place] = NUMBER
        elif traits[place] & CAPITALISED and place > 0:
            begins = borders[place - 1] >= COLON or traits[place - 1] & PARAGRAPH
            sorts[place] = 0 if begins else NAME
        if not possible >> (words[place] & numbers.u64(63)) & numbers.u64(1):
            continue
        for each in range(len(negations)):
            if words[place] == negations[each]:
                if lengths[place] > 1:
                    sorts[place] = NEGATION
                else:
                    single[count] = place
                    count += 1
    return count
