"""Loops over words that find exact runs shared by two texts, and every text that holds a run.

Shingles are six words in a row; a text counts with the first occurrence of each. Everything here is numbers and
arrays; `provenance.lineage.runs` gives them meaning.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from provenance.kernels import kernel

SHINGLE = 6  # words: five of them pair half again as many unrelated posts, eight lose short quotations
JOINED_GAP = 4  # words on either side that may be changed inside one run
HELD = 0.6  # share of a run's shingles that makes a text its holder
SAMPLED = 24  # shingles of a long run that are looked at to find its holders
TAIL = 60  # words at the end of a text in which signatures stand
SHORT_CREDIT = 22  # words: a shorter run with an address in it is a credit line
BOILERPLATE_BIT, ADDRESS_BIT = 64, 32  # of `provenance.lineage.texts`; kernels cannot see other modules' names


@kernel
def shingles(words: Any, marks: Any, base: Any, hashes: Any, places: Any, owners: Any) -> int:
    """Hash every six words in a row that hold no boilerplate; return how many there are."""
    count = 0
    for text in range(len(base) - 1):
        clean = 0
        for place in range(base[text], base[text + 1]):
            clean = 0 if marks[place + text] & 64 else clean + 1
            if clean < 6:
                continue
            value = np.uint64(0)
            for step in range(place - 5, place + 1):
                value = (value ^ words[step]) * np.uint64(0x9E3779B97F4A7C15)
                value ^= value >> np.uint64(29)
            hashes[count] = value
            places[count] = place - 5
            owners[count] = text
            count += 1
    return count


@kernel
def groups(hashes: Any, places: Any, owners: Any, largest: int, group_of: Any, member_text: Any, member: Any) -> Any:
    """Shingles held by 2 to `largest` texts; input sorted by hash, then by place.

    Fills `group_of` at each member's place and the two member arrays; returns where each group's members begin.
    """
    begins = np.empty(len(hashes) // 2 + 2, np.int64)
    begins[0] = 0
    found, size = 0, 0
    start = 0
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
                    group_of[places[at]] = found
                    member_text[size] = owners[at]
                    member[size] = places[at]
                    size += 1
            found += 1
            begins[found] = size
        start = end
    return begins[: found + 1].copy()


@kernel
def pairings(
    base: Any, group_of: Any, begins: Any, member_text: Any, member: Any, keys: Any, left: Any, right: Any
) -> None:
    """For every shared shingle and every two texts a < b that hold it: key a * N + b and both places.

    Ascending by key, then by place in A: they are counted out text by text, so that nobody has to sort them.
    """
    texts = len(base) - 1
    counts = np.zeros(texts, np.int64)
    touched = np.empty(texts, np.int64)
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
        for other in np.sort(touched[:used]):
            counts[other], size = size, size + counts[other]
        for place in range(base[text], base[text + 1]):
            group = group_of[place]
            if group >= 0:
                for at in range(begins[group], begins[group + 1]):
                    other = member_text[at]
                    if other > text:
                        keys[counts[other]] = text * texts + other
                        left[counts[other]] = place - base[text]
                        right[counts[other]] = member[at] - base[other]
                        counts[other] += 1
        for at in range(used):
            counts[touched[at]] = 0


@kernel
def chain(keys: Any, left: Any, right: Any, pair: Any, bounds: Any) -> int:
    """Join shingle pairs, sorted by pair and place in A, to maximal runs and those over small gaps.

    `pair[r]` is the key and `bounds[r]` is (a0, a1, b0, b1). Returns the number of runs.
    """
    done = 0
    start = 0
    while start < len(keys):
        first = done
        end = start
        while end < len(keys) and keys[end] == keys[start]:
            a, b = left[end], right[end]
            extended = False
            back = done - 1
            while back >= first and back >= done - 16:
                if bounds[back, 0] - bounds[back, 2] == a - b and a <= bounds[back, 1]:
                    bounds[back, 1] = a + 6
                    bounds[back, 3] = b + 6
                    extended = True
                    break
                back -= 1
            if not extended:
                pair[done] = keys[start]
                bounds[done, 0], bounds[done, 1], bounds[done, 2], bounds[done, 3] = a, a + 6, b, b + 6
                done += 1
            end += 1
        kept = first
        for run in range(first, done):
            if kept > first:
                last = kept - 1
                gap_a = bounds[run, 0] - bounds[last, 1]
                gap_b = bounds[run, 2] - bounds[last, 3]
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


@kernel
def in_tail(length: int, start: int, end: int) -> bool:
    """Whether a stretch stands where signatures stand."""
    return length - end <= TAIL and start > 0.35 * length


@kernel
def holders(
    base: Any, marks: Any, group_of: Any, begins: Any, member_text: Any, member: Any, text_a: Any, text_b: Any,
    bounds: Any, kept: Any, held_first: Any,
) -> Any:  # fmt: skip
    """The texts that hold each run, with their stretch (text, start, end); A's and B's own stand first.

    `kept[r]` becomes False for signatures and credit lines.
    """
    texts = len(base) - 1
    counts = np.zeros(texts, np.int64)
    lowest, highest, middle = np.zeros(texts, np.int64), np.zeros(texts, np.int64), np.zeros(texts, np.int64)
    touched = np.empty(texts, np.int64)
    out = np.empty((1024, 3), np.int32)
    size = 0
    for run in range(len(bounds)):
        a, b = text_a[run], text_b[run]
        a0, a1, b0, b1 = bounds[run]
        length = a1 - a0
        seen, used = 0, 0
        stride = max(1, (length - 6) // SAMPLED)
        place = a0
        while place <= a1 - 6:
            group = group_of[base[a] + place]
            if group >= 0:
                both = False
                for at in range(begins[group], begins[group + 1]):
                    if member_text[at] == b:
                        both = True
                if both:
                    seen += 1
                    for at in range(begins[group], begins[group + 1]):
                        text = member_text[at]
                        where = member[at] - base[text]
                        if counts[text] == 0:
                            touched[used] = text
                            used += 1
                            lowest[text], highest[text] = where, where
                        counts[text] += 1
                        lowest[text] = min(lowest[text], where)
                        highest[text] = max(highest[text], where)
                        if counts[text] * 2 <= seen + 1:
                            middle[text] = where
            if place < a1 - 6:
                place = min(place + stride, a1 - 6)
            else:
                break
        while size + used + 2 > len(out):
            larger = np.empty((2 * len(out) + used, 3), np.int32)
            larger[:size] = out[:size]
            out = larger
        held_first[run] = size
        out[size, 0], out[size, 1], out[size, 2] = a, a0, a1
        out[size + 1, 0], out[size + 1, 1], out[size + 1, 2] = b, b0, b1
        size += 2
        tails = int(in_tail(base[a + 1] - base[a], a0, a1)) + int(in_tail(base[b + 1] - base[b], b0, b1))
        number = 2
        signature = tails == 2
        for at in range(used):
            text = touched[at]
            if counts[text] >= 0.6 * seen and text not in (a, b):
                start, end = lowest[text], highest[text] + 6
                words = base[text + 1] - base[text]
                if end - start > 3 * length + 10:
                    start = middle[text]
                    end = min(start + length, words)
                out[size, 0], out[size, 1], out[size, 2] = text, start, end
                size += 1
                number += 1
                tails += int(in_tail(words, start, end))
            counts[text] = 0
        if number >= 3 and tails >= 0.7 * number:
            signature = True
        credit = False
        if length < SHORT_CREDIT:
            for place in range(base[a] + a0, base[a] + a1):
                if marks[place + a] & 32:
                    credit = True
        kept[run] = not (signature or credit)
    held_first[len(bounds)] = size
    return out[:size]


@kernel
def number_stretches(base: Any, held: Any, numbers: Any, rows: Any) -> int:
    """Number the different rows (text, start, end) of `held` as they are met; returns how many there are.

    `numbers` says of each row which one it is, `rows` where each was met first. Sorting all rows takes ten times as
    long.
    """
    latest = np.full(base[-1] + 1, -1, np.int32)
    before = np.empty(len(held), np.int32)
    count = 0
    for row in range(len(held)):
        place, end = base[held[row, 0]] + held[row, 1], held[row, 2]
        number = latest[place]
        while number >= 0 and held[rows[number], 2] != end:
            number = before[number]
        if number < 0:
            number = count
            before[number], latest[place], rows[number] = latest[place], number, row
            count += 1
        numbers[row] = number
    return count


@kernel
def arranged(values: Any, starts: Any, sizes: Any) -> Any:
    """Stretches of `values`, of the given starts and sizes, one behind the other."""
    out = np.empty(sizes.sum(), values.dtype)
    size = 0
    for part in range(len(starts)):
        for at in range(starts[part], starts[part] + sizes[part]):
            out[size] = values[at]
            size += 1
    return out
