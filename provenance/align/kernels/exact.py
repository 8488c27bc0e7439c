"""Which words of two texts are equal: common numbers for them, and long stretches that are equal word for word.

All later steps work on these small numbers and never on hashes. Long equal stretches are found here and not from
seeds: whole copies need none, and texts that repeat themselves (one word 200,000 times) have none. They grow from the
common beginning and end of the texts, and from shingles that occur once in B.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays, numbers

Array = NDArray[Any]

LONG = 200  # words: shorter copies are found by seeds, with softer borders,
HALF, SHORT = 0.5, 20  # unless they are this part of a text and so many words: in so short a text no word is rare
SHINGLE = 8  # words


class Vocabulary:
    """Two texts as word numbers.

    `a` and `b` (int32, one per word of the text) number the distinct words of both texts 0, 1, ... in the order of
    their first appearance, A first; `counts_a` and `counts_b` (int32, one per number) say how often each text has it.
    """

    def __init__(self, a: Array, b: Array, counts_a: Array, counts_b: Array) -> None:
        self.a, self.b, self.counts_a, self.counts_b = a, b, counts_a, counts_b


def vocabulary(hashes_a: Array, hashes_b: Array) -> Vocabulary:
    """Number the distinct hashes of both texts."""
    size_a, size_b = len(hashes_a), len(hashes_b)
    capacity = 16
    while capacity < 2 * (size_a + size_b):
        capacity *= 2
    keys = arrays.zeros_u64(capacity)
    known_as = arrays.full_i32(capacity, -1)
    words = Vocabulary.__new__(Vocabulary)
    words.a, words.b = arrays.empty_i32(size_a), arrays.empty_i32(size_b)
    known = number_words(hashes_a, words.a, keys, known_as, 0)
    known = number_words(hashes_b, words.b, keys, known_as, known)
    words.counts_a, words.counts_b = arrays.zeros_i32(known), arrays.zeros_i32(known)
    count_words(words.a, words.counts_a)
    count_words(words.b, words.counts_b)
    return words


def vocabulary_columns(words: Vocabulary) -> tuple[Array, ...]:
    """The arrays of `words` for Python callers, in the order of its fields."""
    return arrays.array(words.a), arrays.array(words.b), arrays.array(words.counts_a), arrays.array(words.counts_b)


def number_words(hashes: Array, ids: Array, keys: Array, known_as: Array, known: int) -> int:
    """Fill `ids` with the number of each hash; returns how many distinct hashes are known afterwards.

    `keys` and `known_as` are a hash table of the `known` ones seen before, free where `known_as` is -1.
    """
    mask = len(keys) - 1
    for place in range(len(hashes)):
        value = hashes[place]
        slot = first_slot(value, mask)
        while known_as[slot] >= 0 and keys[slot] != value:
            slot = (slot + 1) & mask
        if known_as[slot] < 0:
            known_as[slot] = known
            keys[slot] = value
            known += 1
        ids[place] = known_as[slot]
    return known


def count_words(ids: Array, counts: Array) -> None:
    """Add up in `counts` how often each number occurs."""
    for place in range(len(ids)):
        counts[ids[place]] += 1


def first_slot(value: Any, mask: int) -> int:
    """The first slot to try for a hash, in a table of `mask` + 1 slots."""
    return int(numbers.i64((value ^ (value >> numbers.u64(29))) & numbers.u64(mask)))


def rarest_first(meetings: Array, most: int) -> Array:
    """`[t]`: whether word t is compared: every word that meets at all, or only the rarest, up to `most` meetings."""
    size = len(meetings)
    used = arrays.zeros_u8(size)
    total = numbers.i64(0)
    for word in range(size):
        used[word] = meetings[word] > 0
        total += meetings[word]
    if total > most:
        order = arrays.empty_i64(size)
        arrays.order_i64(meetings, order)
        total = numbers.i64(0)
        for place in range(size):
            total += meetings[order[place]]
            if total > most:
                used[order[place]] = 0
    return used


def long_runs(a: Array, b: Array) -> Array:
    """Rows (A start, A end, B start, B end) of long shared stretches, longest first, then ascending in A and B.

    Long is LONG words, or SHORT ones that make HALF of the shorter text, or all of two equal texts. No stretch meets
    a longer one on either side. `a` and `b` are hashes of words.
    """
    runs = runs_of_words(a, b)
    kept = arrays.empty_i64_table(len(runs), 4)
    order = arrays.empty_i64(len(runs))
    order_runs(runs, order)
    count = 0
    for place in range(len(runs)):
        run = order[place]
        if not meets_any(runs, run, kept, count):
            for column in range(4):
                kept[count, column] = runs[run, column]
            count += 1
    return kept[:count]


def shared_runs(a: Array, b: Array) -> Array:
    """Rows (A start, A end, B start, B end) of the widest equal stretches of SHINGLE words and more around shingles
    that occur once in B, ascending in A as they are met; stretches may overlap. `a` and `b` are hashes of words."""
    starts_a, starts_b = arrays.empty_i64(len(a)), arrays.empty_i64(len(a))
    count = common_shingles(a, b, starts_a, starts_b) if min(len(a), len(b)) >= SHINGLE else 0
    runs = arrays.empty_i64_table(count, 4)
    return runs[: extended(a, b, starts_a, starts_b, count, SHINGLE, runs, 0)] if count else runs


def order_runs(runs: Array, order: Array) -> None:
    """Fill `order` with the places of the stretches: longest first, then ascending in A, then in B."""
    for place in range(len(runs)):
        back = place
        while back > 0 and comes_before(runs, place, order[back - 1]):
            order[back] = order[back - 1]
            back -= 1
        order[back] = place


def comes_before(runs: Array, one: int, other: int) -> bool:
    """Whether stretch `one` is longer than the `other`, or as long and earlier in A, then in B."""
    length, other_length = runs[one, 1] - runs[one, 0], runs[other, 1] - runs[other, 0]
    if length != other_length:
        return bool(length > other_length)
    if runs[one, 0] != runs[other, 0]:
        return bool(runs[one, 0] < runs[other, 0])
    return bool(runs[one, 2] < runs[other, 2])


def meets_any(runs: Array, run: int, kept: Array, count: int) -> bool:
    """Whether a stretch shares words with one of the `kept` ones, on either side."""
    for index in range(count):
        if min(runs[run, 1], kept[index, 1]) > max(runs[run, 0], kept[index, 0]):
            return True
        if min(runs[run, 3], kept[index, 3]) > max(runs[run, 2], kept[index, 2]):
            return True
    return False


def runs_of_words(a: Array, b: Array) -> Array:
    """The rows of `long_runs` in any order, including stretches that overlap a longer one."""
    shorter = min(len(a), len(b))
    head, tail = common_ends(a, b)
    if head == len(a) == len(b):
        runs = arrays.empty_i64_table(1 if head else 0, 4)
        if head:
            runs[0, 0], runs[0, 1], runs[0, 2], runs[0, 3] = 0, head, 0, head
        return runs
    least = min(LONG, max(SHORT, HALF * shorter))
    starts_a, starts_b = arrays.empty_i64(len(a)), arrays.empty_i64(len(a))
    count = common_shingles(a, b, starts_a, starts_b) if shorter >= least else 0
    runs = arrays.empty_i64_table(count + 2, 4)
    found = 0
    if head >= least:
        runs[found, 0], runs[found, 1], runs[found, 2], runs[found, 3] = 0, head, 0, head
        found += 1
    if tail >= least:
        runs[found, 0], runs[found, 1] = len(a) - tail, len(a)
        runs[found, 2], runs[found, 3] = len(b) - tail, len(b)
        found += 1
    return runs[: extended(a, b, starts_a, starts_b, count, least, runs, found)]


def common_ends(a: Array, b: Array) -> tuple[int, int]:
    """How many words the texts share at their beginnings, and at their ends (without counting a word twice)."""
    shorter = min(len(a), len(b))
    head = tail = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    while tail < shorter - head and a[len(a) - 1 - tail] == b[len(b) - 1 - tail]:
        tail += 1
    return head, tail


def common_shingles(a: Array, b: Array, starts_a: Array, starts_b: Array) -> int:
    """Fill in the places (in A, in B) of shingles of A that occur once in B, ascending in A; returns how many.

    Shingles are compared by hash only; `extended` compares the words.
    """
    size = 16
    while size < 2 * len(b):
        size *= 2
    mask = size - 1
    keys = arrays.zeros_u64(size)
    places = arrays.full_i64(size, -1)  # -1: free, -2: the shingle occurs in B more than once
    hashes = arrays.zeros_u64(max(len(a), len(b)))
    for place in range(shingles(b, hashes)):
        value = hashes[place]
        slot = first_slot(value, mask)
        while places[slot] != -1 and keys[slot] != value:
            slot = (slot + 1) & mask
        places[slot] = place if places[slot] == -1 else -2
        keys[slot] = value
    count = 0
    for place in range(shingles(a, hashes)):
        value = hashes[place]
        slot = first_slot(value, mask)
        while places[slot] != -1 and keys[slot] != value:
            slot = (slot + 1) & mask
        if places[slot] >= 0:
            starts_a[count], starts_b[count] = place, places[slot]
            count += 1
    return count


def shingles(words: Array, hashes: Array) -> int:
    """Fill in a rolling hash (Rabin and Karp's) of each SHINGLE words in a row; returns how many there are."""
    base = numbers.u64(0x9E3779B97F4A7C15)
    leaving = numbers.u64(1)
    for _ in range(SHINGLE):
        leaving = leaving * base
    value = numbers.u64(0)
    for place in range(len(words)):
        value = value * base + words[place]
        if place >= SHINGLE:
            value = value - leaving * words[place - SHINGLE]
        if place >= SHINGLE - 1:
            hashes[place - SHINGLE + 1] = value
    return max(len(words) - SHINGLE + 1, 0)


def extended(
    a: Array, b: Array, starts_a: Array, starts_b: Array, count: int, least: float, runs: Array, found: int
) -> int:
    """Add to the `found` rows of `runs` the widest equal stretch around each pair of places, each stretch once, where
    it has `least` words; returns how many rows there are afterwards."""
    reached = arrays.full_i64(len(a) + len(b) + 1, -1)  # for each diagonal, where in A its last stretch ended
    for index in range(count):
        place_a, place_b = starts_a[index], starts_b[index]
        diagonal = place_b - place_a + len(a)
        if place_a < reached[diagonal] or a[place_a] != b[place_b]:
            continue
        low_a, low_b = place_a, place_b
        while low_a > 0 and low_b > 0 and a[low_a - 1] == b[low_b - 1]:
            low_a -= 1
            low_b -= 1
        while place_a < len(a) and place_b < len(b) and a[place_a] == b[place_b]:
            place_a += 1
            place_b += 1
        reached[diagonal] = place_a
        if place_a - low_a >= least:
            runs[found, 0], runs[found, 1], runs[found, 2], runs[found, 3] = low_a, place_a, low_b, place_b
            found += 1
    return found
