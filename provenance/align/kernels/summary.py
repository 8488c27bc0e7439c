"""Runs of words that another text has unusually often, and how they spread there (see `provenance.align.summary`)."""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays

Array = NDArray[Any]

NO_CONTENT, CONTENT, MATCHED = (
    0,
    1,
    2,
)  # a word: too frequent or short to tell, informative, and also in the other text


def content_words(
    ids: Array, counts: Array, counts_other: Array, lengths: Array, highest_rate: float, shortest: int, kinds: Array
) -> None:
    """Set NO_CONTENT, CONTENT or MATCHED in `kinds` for each word of a text.

    `ids` are the numbers of its words, `lengths` their code points; `counts` and `counts_other` say how often each
    number occurs in this text and in the other. A content word has `shortest` code points or more, and at most
    `highest_rate` of the words of both texts are the same.
    """
    total = 0
    for word in range(len(counts)):
        total += counts[word] + counts_other[word]
    most = max(3.0, highest_rate * total)
    for place in range(len(ids)):
        word = ids[place]
        kinds[place] = NO_CONTENT
        if lengths[place] >= shortest and counts[word] + counts_other[word] <= most:
            kinds[place] = MATCHED if counts_other[word] > 0 else CONTENT


def elevated_runs(kinds: Array, rate: float, drop: float, least: float, ranges: Array, scores: Array) -> int:
    """Fill in the best runs of words with more matches than the text at large, as many as `ranges` has rows for.

    Returns how many. Each has (start, end) in words in `ranges` and a score of more than `least` nats in `scores`. A
    run ends where its score has fallen by `drop` below its highest or to 0; `rate` is the copy rate assumed.
    """
    matched = content = 0
    for place in range(len(kinds)):
        matched += kinds[place] == MATCHED
        content += kinds[place] != NO_CONTENT
    chance = min(max((matched + 2.0) / (content + 10.0), 0.02), 0.5)
    hit = math.log((chance + (1.0 - chance) * rate) / chance)
    miss = math.log(1.0 - rate)
    count, place, start, end = 0, 0, 0, 0
    current = highest = 0.0
    limit = len(kinds)
    while place <= limit:
        if place < limit and kinds[place] == MATCHED:
            current += hit
        elif place < limit and kinds[place] == CONTENT:
            current += miss
        if current > highest:
            highest, end = current, place + 1
        if current <= 0 or current < highest - drop or place == limit:
            if highest > least:
                count = keep_best(start, end, highest, ranges, scores, count)
                if start < end < place:
                    place = end - 1
            current = highest = 0.0
            start = end = place + 1
        place += 1
    return count


def keep_best(start: int, end: int, score: float, ranges: Array, scores: Array, count: int) -> int:
    """Append a run, or replace the worst where there is no room; returns how many runs there are afterwards."""
    slot = count
    if count == len(ranges):
        slot = 0
        for other in range(1, count):
            if scores[other] < scores[slot]:
                slot = other
        if score <= scores[slot]:
            return count
    else:
        count += 1
    ranges[slot, 0], ranges[slot, 1], scores[slot] = start, end, score
    return count


def smallest_window(words: Array, ids: Array, needed: int, known: int) -> int:
    """Length of the shortest range of `ids` that holds `needed` of the distinct `words`; all of it if none does.

    Words and ids are numbers below `known`.
    """
    wanted, inside = arrays.zeros_u8(known), arrays.zeros_i32(known)
    for at in range(len(words)):
        wanted[words[at]] = 1
    have, left, best = 0, 0, len(ids)
    for right in range(len(ids)):
        word = ids[right]
        if wanted[word]:
            inside[word] += 1
            have += inside[word] == 1
        while needed > 0 and have >= needed:
            best = min(best, right + 1 - left)
            first = ids[left]
            if wanted[first]:
                inside[first] -= 1
                have -= inside[first] == 0
            left += 1
    return best
