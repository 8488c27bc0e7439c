"""Loops over words that find the exact runs shared by two texts.

A shingle is six words in a row; a text counts with the first occurrence of each. Everything here is numbers and
arrays; `provenance.lineage.runs` gives them meaning.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays, numbers

Array = NDArray[Any]

SHINGLE = 6  # words: five of them pair half again as many unrelated posts, eight lose short quotations
JOINED_GAP = 4  # words on either side that may be changed inside one run
BOILERPLATE_BIT = 64  # of `provenance.lineage.texts`; kernels cannot see other modules' names


class TextArrays:
    """The words of N texts end to end; text t is `base[t]:base[t + 1]`.

    base: int64[N + 1], ascending. words: uint64[W], a hash per word. marks: uint8[W + N], one entry more per text
    than it has words: `marks[base[t] + t + i]` are bits about word i of text t and the gap before it.
    """

    def __init__(self, base: Array, words: Array, marks: Array) -> None:
        self.base, self.words, self.marks = base, words, marks


class Shingles:
    """One row per shingle, ascending by hash, then by place, once they are sorted.

    hashes: uint64[S]. places: int32[S], the first word, counted over all texts. owners: int32[S], the text.
    """

    def __init__(self, hashes: Array, places: Array, owners: Array) -> None:
        self.hashes, self.places, self.owners = hashes, places, owners


class ShingleGroups:
    """Which texts hold a shingle: group g has the members `begins[g]:begins[g + 1]`, ascending by text.

    begins: int64, one entry more than there are groups. member_text: int32, the text of each member. member: int32,
    the first word of its shingle, counted over all texts. group_of: int32[W], the group of the shingle that begins at
    each word, or -1.
    """

    def __init__(self, begins: Array, member_text: Array, member: Array, group_of: Array) -> None:
        self.begins, self.member_text, self.member, self.group_of = begins, member_text, member, group_of


class ShinglePairs:
    """One row per shingle and two texts a < b that hold it, ascending by key, then by place in A.

    keys: int64, a * N + b of N texts. left, right: int32, the first word of the shingle in A and in B.
    """

    def __init__(self, keys: Array, left: Array, right: Array) -> None:
        self.keys, self.left, self.right = keys, left, right


class FoundRuns:
    """One row per run of two texts, and what `passages.holders` says of it.

    text_a, text_b: int64[R]. bounds: int32[R, 4], start and end in A, then in B, in words. kept: uint8[R], 0 for
    signatures and credit lines. held_first: int64[R + 1], where the holders of each run begin.
    """

    def __init__(self, text_a: Array, text_b: Array, bounds: Array, kept: Array, held_first: Array) -> None:
        self.text_a, self.text_b, self.bounds = text_a, text_b, bounds
        self.kept, self.held_first = kept, held_first


class SharedRuns:
    """Runs of P pairs of texts, as in `provenance.lineage.runs.Runs`: pair p has the runs `first[p]:first[p + 1]`.

    pairs: int64[P, 2], text numbers. first: int64[P + 1]. bounds: int32[R, 4], start and end in A, then in B, in
    words. held_first: int64[R + 1] and held: int32, the stretches that hold run r: `held[held_first[r]:held_first[r +
    1]]`, those of A and of B first.
    """

    def __init__(self, pairs: Array, first: Array, bounds: Array, held_first: Array, held: Array) -> None:
        self.pairs, self.first, self.bounds = pairs, first, bounds
        self.held_first, self.held = held_first, held


def shingles(texts: TextArrays, found: Shingles) -> int:
    """Hash every six words in a row that hold no boilerplate into unsorted rows; return how many there are.

    `found` has room for one shingle per word.
    """
    base, words, marks = texts.base, texts.words, texts.marks
    hashes, places, owners = found.hashes, found.places, found.owners
    count = 0
    for text in range(len(base) - 1):
        clean = 0
        for place in range(base[text], base[text + 1]):
            clean = 0 if marks[place + text] & BOILERPLATE_BIT else clean + 1
            if clean < SHINGLE:
                continue
            value = numbers.u64(0)
            for step in range(place - SHINGLE + 1, place + 1):
                value = (value ^ words[step]) * numbers.u64(0x9E3779B97F4A7C15)
                value ^= value >> numbers.u64(29)
            hashes[count] = value
            places[count] = place - SHINGLE + 1
            owners[count] = text
            count += 1
    return count


def groups(found: Shingles, largest: int, into: ShingleGroups) -> int:
    """Groups of the sorted shingles that 2 to `largest` texts hold; returns how many there are.

    `into.group_of` is full of -1; `into.begins` has room for half as many groups as there are shingles, and one more.
    """
    hashes, places, owners = found.hashes, found.places, found.owners
    count, size, start = 0, 0, 0
    into.begins[0] = 0
    while start < len(hashes):
        end = start
        held = 0
        while end < len(hashes) and hashes[end] == hashes[start]:
            if end == start or owners[end] != owners[end - 1]:
                held += 1
            end += 1
        if 2 <= held <= largest:
            for at in range(start, end):
                if at == start or owners[at] != owners[at - 1]:
                    into.group_of[places[at]] = count
                    into.member_text[size] = owners[at]
                    into.member[size] = places[at]
                    size += 1
            count += 1
            into.begins[count] = size
        start = end
    return count


def mark_shared(groups: ShingleGroups, shared: Array) -> None:
    """Set `shared` (uint8[W]) for every word inside a shingle of a group."""
    for place in range(len(groups.group_of)):
        if groups.group_of[place] >= 0:
            for step in range(place, place + SHINGLE):
                shared[step] = 1


def pair_up(base: Array, groups: ShingleGroups, found: ShinglePairs) -> None:
    """Every shingle of every two texts that hold it; `found` has exactly as many rows.

    They are filled in by counting, text by text, so that no sorting is needed.
    """
    begins, member_text, member, group_of = groups.begins, groups.member_text, groups.member, groups.group_of
    keys, left, right = found.keys, found.left, found.right
    texts = len(base) - 1
    counts, touched, order = arrays.full_i64(texts, 0), arrays.empty_i64(texts), arrays.empty_i64(texts)
    size = 0
    for text in range(texts):
        used = 0
        for place in range(base[text], base[text + 1]):
            group = group_of[place]
            if group >= 0:
                for at in range(begins[group], begins[group + 1]):
                    other = member_text[at]
                    if other > text:
                        if counts[other] == 0:
                            touched[used] = other
                            used += 1
                        counts[other] += 1
        arrays.order_i64(touched[:used], order[:used])
        for at in range(used):
            other = touched[order[at]]
            number = counts[other]
            counts[other] = size
            size += number
        for place in range(base[text], base[text + 1]):
            group = group_of[place]
            if group >= 0:
                for at in range(begins[group], begins[group + 1]):
                    other = member_text[at]
                    if other > text:
                        row = counts[other]
                        keys[row] = text * texts + other
                        left[row] = place - base[text]
                        right[row] = member[at] - base[other]
                        counts[other] += 1
        for at in range(used):
            counts[touched[at]] = 0


def chain(found: ShinglePairs, pair: Array, bounds: Array) -> int:
    """Join shingles of two texts to maximal runs, and runs over small gaps; return the number of runs.

    pair: int64, the key of each run. bounds: int32[:, 4], its start and end in A, then in B, in words. Both have room
    for one run per row of `found`.
    """
    keys, left, right = found.keys, found.left, found.right
    done, start = 0, 0
    while start < len(keys):
        first, end = done, start
        while end < len(keys) and keys[end] == keys[start]:
            a, b = left[end], right[end]
            extended = False
            back = done - 1
            while back >= first and back >= done - 16:
                if bounds[back, 0] - bounds[back, 2] == a - b and a <= bounds[back, 1]:
                    bounds[back, 1] = a + SHINGLE
                    bounds[back, 3] = b + SHINGLE
                    extended = True
                    break
                back -= 1
            if not extended:
                pair[done] = keys[start]
                bounds[done, 0], bounds[done, 1], bounds[done, 2], bounds[done, 3] = a, a + SHINGLE, b, b + SHINGLE
                done += 1
            end += 1
        kept = first
        for run in range(first, done):
            if kept > first:
                last = kept - 1
                gap_a, gap_b = bounds[run, 0] - bounds[last, 1], bounds[run, 2] - bounds[last, 3]
                if 0 <= gap_a <= JOINED_GAP and 0 <= gap_b <= JOINED_GAP:
                    bounds[last, 1] = bounds[run, 1]
                    bounds[last, 3] = bounds[run, 3]
                    continue
                if gap_a < 0 and bounds[run, 1] <= bounds[last, 1]:
                    continue
            pair[kept] = pair[run]
            for column in range(4):
                bounds[kept, column] = bounds[run, column]
            kept += 1
        done = kept
        start = end
    return done


def number_stretches(base: Array, held: Array, numbers_of: Array, rows: Array) -> int:
    """Number the different rows (text, start, end) of `held` as they are met; returns how many there are.

    held: int32[H, 3]. Fills `numbers_of` (int32[H]), which row it is, and `rows` (int64[H]), where each was met
    first. Sorting all rows takes ten times as long.
    """
    latest = arrays.full_i32(base[len(base) - 1] + 1, -1)
    before = arrays.empty_i32(len(held))
    count = 0
    for row in range(len(held)):
        place, end = base[held[row, 0]] + held[row, 1], held[row, 2]
        number = latest[place]
        while number >= 0 and held[rows[number], 2] != end:
            number = before[number]
        if number < 0:
            number = count
            before[number] = latest[place]
            latest[place] = number
            rows[number] = row
            count += 1
        numbers_of[row] = number
    return count


def arranged(values: Array, starts: Array, sizes: Array, out: Array) -> None:
    """Stretches of `values` (int32), of the given starts and sizes (int64), end to end into `out`."""
    size = 0
    for part in range(len(starts)):
        for at in range(starts[part], starts[part] + sizes[part]):
            out[size] = values[at]
            size += 1
