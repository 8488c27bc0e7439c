"""Loops over runs and passages: who holds each, the words that they touch, how much they cover.

Everything here is numbers and arrays; `provenance.lineage.runs` and `passage_table` give them meaning.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays
from provenance.lineage.kernels.runs import FoundRuns, ShingleGroups, TextArrays

Array = NDArray[Any]

SHINGLE = 6  # words, as in `runs`
HELD = 0.6  # share of a run's shingles that makes a text its holder
SAMPLED = 24  # shingles of a long run that are looked at to find its holders
TAIL = 60  # words at the end of a text among which signatures occur
PROSE, MOSTLY_SMALL = (
    25,
    0.6,
)  # words of the shortest stretch of sentences that is no signature; part in small letters
SHORT_CREDIT = 22  # words: a shorter run with an address in it is a credit line
PARAGRAPH_BIT, LINE_BIT, SMALL_BIT, ADDRESS_BIT = (
    1,
    2,
    16,
    32,
)  # of `provenance.lineage.texts`, which kernels cannot see
COPIED_RUN = 8  # equal words in a row: fewer are a phrase ("citizenship question to the 2020 census")
ALIKE = 0.5  # part of a passage that another passage of the same text must cover to be about the same thing


def in_tail(length: int, start: int, end: int) -> bool:
    """Whether a stretch occurs where signatures do."""
    return length - end <= TAIL and start > 0.35 * length


class Tally:
    """How many of one run's shingles each text holds (`counts`), and where: first words counted in the text.

    All int64[N]. `touched` lists the texts with a count, in the order in which they are met; `last` has for each text
    the run in which it, or a copy of it, was counted last.
    """

    def __init__(self, texts: int) -> None:
        self.counts = arrays.full_i64(texts, 0)
        self.lowest, self.middle, self.highest = (
            arrays.full_i64(texts, 0), arrays.full_i64(texts, 0), arrays.full_i64(texts, 0),
        )  # fmt: skip
        self.touched, self.last = arrays.empty_i64(texts), arrays.full_i64(texts, -1)


def sample(base: Array, groups: ShingleGroups, runs: FoundRuns, run: int, tally: Tally) -> tuple[int, int]:
    """Count who holds shingles of a run; returns how many shingles were looked at, and how many texts hold one."""
    a, b, a0, a1 = runs.text_a[run], runs.text_b[run], runs.bounds[run, 0], runs.bounds[run, 1]
    seen, used = 0, 0
    stride = max(1, (a1 - a0 - SHINGLE) // SAMPLED)
    place = a0
    while place <= a1 - SHINGLE:
        group = groups.group_of[base[a] + place]
        if group >= 0:
            both = False
            for at in range(groups.begins[group], groups.begins[group + 1]):
                if groups.member_text[at] == b:
                    both = True
            if both:
                seen += 1
                for at in range(groups.begins[group], groups.begins[group + 1]):
                    text = groups.member_text[at]
                    where = groups.member[at] - base[text]
                    if tally.counts[text] == 0:
                        tally.touched[used] = text
                        used += 1
                        tally.lowest[text] = where
                        tally.highest[text] = where
                    tally.counts[text] += 1
                    tally.lowest[text] = min(tally.lowest[text], where)
                    tally.highest[text] = max(tally.highest[text], where)
                    if tally.counts[text] * 2 <= seen + 1:
                        tally.middle[text] = where
        if place == a1 - SHINGLE:
            break
        place = min(place + stride, a1 - SHINGLE)
    return seen, used


def is_prose(texts: TextArrays, text: int, start: int, end: int) -> bool:
    """Whether a stretch reads like sentences of an article: long, in small letters, in lines that nobody wrapped."""
    small, lines = 0, 0
    for place in range(texts.base[text] + start, texts.base[text] + end):
        if texts.marks[place + text] & SMALL_BIT:
            small += 1
        if texts.marks[place + text] & (LINE_BIT | PARAGRAPH_BIT):
            lines += 1
    length = end - start
    return length >= PROSE and small >= MOSTLY_SMALL * length and lines * PROSE <= length


def gather(
    texts: TextArrays, runs: FoundRuns, run: int, seen: int, used: int, tally: Tally, copies: Array, size: int,
    out: Array,
) -> int:  # fmt: skip
    """Append the holders of a run to the first `size` rows of `out`, and say whether it is kept; the new size."""
    base = texts.base
    a, b, a0, a1 = runs.text_a[run], runs.text_b[run], runs.bounds[run, 0], runs.bounds[run, 1]
    length = a1 - a0
    first = size
    for side in range(2):
        out[size, 0] = b if side else a
        out[size, 1], out[size, 2] = runs.bounds[run, 2 * side], runs.bounds[run, 2 * side + 1]
        size += 1
    for at in range(used):
        text = tally.touched[at]
        if tally.counts[text] >= HELD * seen and text not in (a, b):
            start, end = tally.lowest[text], tally.highest[text] + SHINGLE
            if end - start > 3 * length + 10:
                start = tally.middle[text]
                end = min(start + length, base[text + 1] - base[text])
            out[size, 0], out[size, 1], out[size, 2] = text, start, end
            size += 1
        tally.counts[text] = 0
    tails, counted, signature = 0, 0, False
    for at in range(first, size):
        text = out[at, 0]
        if tally.last[copies[text]] != run:
            tally.last[copies[text]] = run
            counted += 1
            tails += in_tail(base[text + 1] - base[text], out[at, 1], out[at, 2])
        if at == first + 1:
            signature = tails == counted and not is_prose(texts, a, a0, a1)
    if counted >= 3 and tails >= 0.7 * counted:
        signature = True
    credit = False
    if length < SHORT_CREDIT:
        for place in range(base[a] + a0, base[a] + a1):
            if texts.marks[place + a] & ADDRESS_BIT:
                credit = True
    runs.kept[run] = not (signature or credit)
    return size


def holders(texts: TextArrays, groups: ShingleGroups, runs: FoundRuns, copies: Array) -> Array:
    """The texts that hold each run, as rows (text, start, end) in words, A and B first.

    Fills `runs.kept` and `runs.held_first`. A text holds a run where it has enough of its shingles. copies: int64[N],
    one number for copies of one text, which count once where signatures are told by how many texts end with them.
    """
    tally = Tally(len(texts.base) - 1)
    out = arrays.empty_i32_table(1024, 3)
    size = 0
    for run in range(len(runs.bounds)):
        runs.held_first[run] = size
        seen, used = sample(texts.base, groups, runs, run, tally)
        if size + used + 2 > len(out):
            larger = arrays.empty_i32_table(2 * len(out) + used, 3)
            larger[:size] = out[:size]
            out = larger
        size = gather(texts, runs, run, seen, used, tally, copies, size, out)
    runs.held_first[len(runs.bounds)] = size
    return arrays.array(out[:size])


def holders_of_passages(
    passages: Array, beside: Array, begins: Array, covered: float, most: int, numbers_of: Array, found: Array
) -> int:
    """The number of holders of all passages; fills `numbers_of` (holders per passage), and `found` unless it is
    empty.

    passages: int64[:, 6], text A, text B, start and end in A, then in B. beside: int64[:, 5], the passages of text t,
    `begins[t]:begins[t + 1]`, as start, end, other text, start, end there. A third text holds a passage where one of
    `beside` leads to it over the part `covered` of the passage; `most` holders at most are counted per passage.
    """
    seen = arrays.full_i64(len(begins), -1)
    total = 0
    for row in range(len(passages)):
        first = total
        for side in range(2):
            text = passages[row, side]
            seen[text] = row
            if len(found):
                found[total, 0] = text
                found[total, 1], found[total, 2] = passages[row, 2 + 2 * side], passages[row, 3 + 2 * side]
            total += 1
        for side in range(2):
            text, start, end = passages[row, side], passages[row, 2 + 2 * side], passages[row, 3 + 2 * side]
            for other in range(begins[text], begins[text + 1]):
                common = min(end, beside[other, 1]) - max(start, beside[other, 0])
                if seen[beside[other, 2]] == row or common < covered * (end - start):
                    continue
                if total - first >= most:
                    break
                seen[beside[other, 2]] = row
                if len(found):
                    for column in range(3):
                        found[total, column] = beside[other, 2 + column]
                total += 1
        numbers_of[row] = total - first
    return total


class PassageArrays:
    """Passages, or stretches of equal wording, of P pairs of texts; pair p has the rows `first[p]:first[p + 1]`.

    both: int64[P, 2], the texts, A first. first: int64[P + 1]. spans, words: int64[:, 4], start and end in A, then in
    B, in characters and in words of each text.
    """

    def __init__(self, both: Array, first: Array, spans: Array, words: Array) -> None:
        self.both, self.first, self.spans, self.words = both, first, spans, words


class Sorting:
    """Room to sort the passages of one pair: as many numbers as the largest pair has."""

    def __init__(self, first: Array) -> None:
        most = 1
        for pair in range(len(first) - 1):
            most = max(most, first[pair + 1] - first[pair])
        self.keys, self.order = arrays.empty_i64(most), arrays.empty_i64(most)


def first_above(values: Array, low: int, high: int, limit: int) -> int:
    """The first place in `low:high` of ascending values (int32) with one above `limit`, or `high`."""
    while low < high:
        middle = (low + high) >> 1
        if values[middle] > limit:
            high = middle
        else:
            low = middle + 1
    return low


def word_ranges(base: Array, starts: Array, ends: Array, texts: Array, spans: Array, found: Array) -> None:
    """The half-open range of words of text `texts[i]` that the characters `spans[i]` touch, into `found[i]`.

    base: int64[N + 1], where the words of each text begin. starts, ends: int32, their offsets. spans, found:
    int64[:, 2].
    """
    for row in range(len(texts)):
        low, high = base[texts[row]], base[texts[row] + 1]
        first = first_above(ends, low, high, spans[row, 0]) - low
        last = first_above(starts, low, high, spans[row, 1] - 1) - low
        found[row, 0] = first
        found[row, 1] = max(first, last)


def sort_passages(passages: PassageArrays, pair: int, side: int, sorting: Sorting) -> int:
    """The passages of a pair by start and end on one side, into `sorting.order`; returns how many there are."""
    begin = passages.first[pair]
    number: int = passages.first[pair + 1] - begin
    for row in range(number):
        start, end = passages.spans[begin + row, 2 * side], passages.spans[begin + row, 2 * side + 1]
        sorting.keys[row] = (start << 32) + end
    arrays.order_i64(sorting.keys[:number], sorting.order[:number])
    return number


def covered(passages: PassageArrays, bodies: Array, found: Array) -> None:
    """Characters of both bodies inside the union of the passages of each pair, into `found` (int64[P, 2]).

    bodies: int64[N, 2], start and end of the body of each text.
    """
    sorting = Sorting(passages.first)
    for pair in range(len(passages.both)):
        for side in range(2):
            text = passages.both[pair, side]
            reached, end = bodies[text, 0], bodies[text, 1]
            number = sort_passages(passages, pair, side, sorting)
            for at in range(number):
                row = passages.first[pair] + sorting.order[at]
                start, stop = max(passages.spans[row, 2 * side], reached), min(passages.spans[row, 2 * side + 1], end)
                if stop > start:
                    found[pair, side] += stop - start
                    reached = stop


def count_words(base: Array, passages: PassageArrays, scores: Array, before: Array, found: Array) -> None:
    """Fill `found` (float64[P, 2]) with the words of a kind in the passages of each pair, times the passages' scores.

    scores: float64, one per passage. before: int64, how many words of the kind occur before each word of all texts.
    """
    words = passages.words
    for pair in range(len(passages.both)):
        for side in range(2):
            low = base[passages.both[pair, side]]
            for row in range(passages.first[pair], passages.first[pair + 1]):
                number = before[low + words[row, 2 * side + 1]] - before[low + words[row, 2 * side]]
                found[pair, side] += scores[row] * number


def copied_words(base: Array, equal: PassageArrays, before: Array, found: Array) -> None:
    """Fill `found` (int64[P, 2]) with the words of prose in stretches of `COPIED_RUN` or more equal words, per side.

    before: int64, how many words of prose occur before each word of all texts.
    """
    sorting = Sorting(equal.first)
    for pair in range(len(equal.both)):
        for side in range(2):
            low = base[equal.both[pair, side]]
            reached = 0
            number = sort_passages(equal, pair, side, sorting)
            for at in range(number):
                row = equal.first[pair] + sorting.order[at]
                begin, stop = equal.words[row, 2 * side], equal.words[row, 2 * side + 1]
                if stop - begin >= COPIED_RUN and stop > reached:
                    found[pair, side] += before[low + stop] - before[low + max(begin, reached)]
                    reached = stop


def other_holders(passages: PassageArrays, beside: Array, begins: Array, same: Array, found: Array) -> None:
    """Fill `found` (float64[P]) with how many further texts share a passage with one of the two texts of each pair.

    It is the mean over the passages, by length. beside: int64[:, 3], the passages of text t, `begins[t]:begins[t +
    1]`, as rows (start, end, other text). same: int64, one per text: copies of one text have one number and count as
    one.
    """
    both, spans = passages.both, passages.spans
    seen = arrays.full_i64(len(begins), -1)
    stamp = 0
    for pair in range(len(both)):
        total, weighed = 0, 0
        for row in range(passages.first[pair], passages.first[pair + 1]):
            most = 0
            for side in range(2):
                start, end = spans[row, 2 * side], spans[row, 2 * side + 1]
                seen[same[both[pair, 0]]] = stamp
                seen[same[both[pair, 1]]] = stamp
                number = 0
                for at in range(begins[both[pair, side]], begins[both[pair, side] + 1]):
                    common = min(end, beside[at, 1]) - max(start, beside[at, 0])
                    if common >= ALIKE * (end - start) and seen[same[beside[at, 2]]] != stamp:
                        seen[same[beside[at, 2]]] = stamp
                        number += 1
                most = max(most, number)
                stamp += 1
            total += most * (spans[row, 1] - spans[row, 0])
            weighed += spans[row, 1] - spans[row, 0]
        found[pair] = total / max(1, weighed)
