"""Passage keys of a text, and the loops that rank the articles that have them; see `provenance.fingerprint.keys`.

These loops know numbers only: the caller says which words are content, and what a key weighs.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays, numbers

LONGEST = 32  # letters: longer words weigh no more
# A key begins with 24 bits of the pair's rarer word, so that the keys of a text lie together in the index: querying
# one press release among 30,000 reads 355 pages of 4 KB instead of 739, in 5.8 ms of CPU instead of 9.0. The other
# 40 bits tell the pairs of one word apart.
LEAD = 0xFFFFFF0000000000

Array = NDArray[Any]


class Content:
    """Which words are content: those that weigh `least` or more.

    `stems` is a hash table (see `provenance.text.kernels.words`) with the `weights` beside it, in 1/32 nats.
    """

    def __init__(self, stems: Array, weights: Array, least: int) -> None:
        self.stems, self.weights, self.least = stems, weights, least


class Pairing:
    """Which content words make a pair: those at most `distance` content words and `gap` words apart.

    With `tile` above 0 only the heaviest pair of each tile of so many words is kept.
    """

    def __init__(self, distance: int, gap: int, tile: int) -> None:
        self.distance, self.gap, self.tile = distance, gap, tile


class Postings:
    """What the index has for the keys of one text.

    Key i occurs at word `places[i]` of the text, ascending, weighs `weights[i]` and has the postings `begins[i]` to
    `ends[i]` of the parallel arrays `articles` and `positions`, ascending by article.
    """

    def __init__(
        self, begins: Array, ends: Array, places: Array, weights: Array, articles: Array, positions: Array
    ) -> None:
        self.begins, self.ends, self.places, self.weights = begins, ends, places, weights
        self.articles, self.positions = articles, positions


class Hits:
    """The postings of a `Postings` again, grouped by article; filled in by `gather`, with room for n postings.

    Article k is number `articles[k]` and has the hits `first[k]` to `first[k + 1]`: word `here` of the text,
    ascending, is answered at word `there` of the article by a key that weighs `weights`. `first` has n + 1 zeros.
    """

    def __init__(self, articles: Array, first: Array, here: Array, there: Array, weights: Array) -> None:
        self.articles, self.first, self.here, self.there, self.weights = articles, first, here, there, weights


def keep_first(keys: Array, positions: Array) -> int:
    """Move the first occurrence of each key to the front, order kept; returns how many different keys there are."""
    size = 16
    while size < 2 * len(keys):
        size *= 2
    mask = numbers.u64(size - 1)
    seen = arrays.zeros_u64(size)
    count, zero = 0, False
    for place in range(len(keys)):
        key = keys[place]
        if key == 0:  # marks a free place in the table
            if zero:
                continue
            zero = True
        else:
            slot = key & mask
            while seen[slot] != 0 and seen[slot] != key:
                slot = (slot + numbers.u64(1)) & mask
            if seen[slot] == key:
                continue
            seen[slot] = key
        keys[count] = key
        positions[count] = positions[place]
        count += 1
    return count


def pair_up(
    stems: Array,
    starts: Array,
    ends: Array,
    content: Content,
    pairing: Pairing,
    keys: Array,
    positions: Array,
    distances: Array,
) -> int:
    """Write the pairs of a text's words (all, or one per tile) and return how many there are.

    A key is made of the word that the table calls rarer (of equally rare words, the one with the smaller hash), then
    the other; its position is the pair's first word, its distance 1 for content words that follow each other. Of a
    tile the heaviest pair is kept; of equally heavy pairs the one with the longer words, then the first: in languages
    whose words the table lacks, long words are the rarer ones.
    """
    places = arrays.scratch_i32(len(stems))
    heights = arrays.scratch_i32(len(stems))
    rarities = arrays.scratch_i32(len(stems))
    listed, weights, tile = content.stems, content.weights, pairing.tile
    words = 0
    mask = numbers.u64(len(listed) - 1)
    for place in range(len(stems)):
        slot = stems[place] & mask  # as `words.slot_of`, here because a call for each word takes twice the time
        while listed[slot] != 0 and listed[slot] != stems[place]:
            slot = (slot + numbers.u64(1)) & mask
        weight = weights[slot]
        if weight >= content.least:
            places[words] = place
            rarities[words] = weight
            heights[words] = weight * LONGEST + min(ends[place] - starts[place], LONGEST - 1)
            words += 1
    count = 0
    current, heaviest = -1, 0
    for first in range(words):
        start = places[first]
        if tile > 0 and start // tile != current:
            current = start // tile
            heaviest = 0
        for second in range(first + 1, min(words, first + 1 + pairing.distance)):
            end = places[second]
            if end - start > pairing.gap:
                break
            rarer, other = stems[start], stems[end]
            if rarer == other:
                continue
            ahead = rarities[second] - rarities[first]
            if ahead > 0 or (ahead == 0 and rarer > other):
                rarer, other = other, rarer
            if tile > 0:
                weight = heights[first] + heights[second]
                if weight <= heaviest:
                    continue
                if heaviest > 0:  # a heavier pair of the same tile replaces the one written before
                    count -= 1
                heaviest = weight
            lead = numbers.mix(rarer)
            pair = numbers.mix(lead + other * numbers.u64(0x9E3779B97F4A7C15))
            keys[count] = (lead & numbers.u64(LEAD)) | (pair >> numbers.u64(24))
            positions[count] = start
            distances[count] = second - first
            count += 1
    arrays.release(rarities)
    arrays.release(heights)
    arrays.release(places)
    return count


def mark_first(numbers: Array, parts: Array, opening: Array, keys: int, in_part: Array, in_text: Array) -> int:
    """Whether each occurrence is the first of its key in its part of a text (`in_part`), and in its text (`in_text`).

    Occurrence i has the key `numbers[i]` of `keys` different ones. Parts are numbered over all texts, ascending;
    `opening` is the number of the first part of the occurrence's text.
    """
    last = arrays.zeros_i64(keys)  # the part in which each key was met last
    for place in range(len(numbers)):
        key = numbers[place]
        in_part[place] = last[key] < parts[place]
        in_text[place] = last[key] < opening[place]
        last[key] = parts[place]
    return 0


def gather(asked: Postings, found: Hits) -> int:
    """Put all postings of a text's keys in the order of their articles; returns how many articles there are."""
    begins, ends, articles = asked.begins, asked.ends, asked.articles
    names, first = found.articles, found.first
    count = len(found.here)
    size = 16
    while size < 2 * count:
        size *= 2
    mask = numbers.u64(size - 1)
    table = arrays.full_i64(size, -1)
    owners = arrays.empty_i64(count)
    known, hit = 0, 0
    for one in range(len(begins)):
        for posting in range(begins[one], ends[one]):
            slot = numbers.mix(numbers.u64(articles[posting])) & mask
            while table[slot] >= 0 and names[table[slot]] != articles[posting]:
                slot = (slot + numbers.u64(1)) & mask
            if table[slot] < 0:
                table[slot] = known
                names[known] = articles[posting]
                known += 1
            owners[hit] = table[slot]
            first[table[slot] + 1] += 1
            hit += 1
    free = arrays.empty_i64(known)
    for name in range(known):
        free[name] = first[name]
        first[name + 1] += first[name]
    hit = 0
    for one in range(len(begins)):
        for posting in range(begins[one], ends[one]):
            place = free[owners[hit]]
            free[owners[hit]] += 1
            found.here[place] = asked.places[one]
            found.there[place] = asked.positions[posting]
            found.weights[place] = asked.weights[one]
            hit += 1
    return known


def add_up(first: Array, here: Array, there: Array, weights: Array, totals: Array, shared: Array) -> None:
    """Fill in the sum of the weights of each article (`totals`) and the number of places that it answers (`shared`).

    The first four arrays are fields of `Hits`; `totals` and `shared` are zeros. A place of the text counts once per
    article, with its first hit there.
    """
    for name in range(len(totals)):
        counted = first[name]
        for hit in range(first[name], first[name + 1]):
            if hit == first[name] or here[hit] != here[counted]:
                totals[name] += weights[hit]
                shared[name] += 1
                counted = hit
            elif there[hit] < there[counted]:
                totals[name] += weights[hit] - weights[counted]
                counted = hit


def densest(first: Array, here: Array, there: Array, weights: Array, best: Array, reach: int, scores: Array) -> None:
    """Fill in, for each article of `best`, the largest sum of weights within `reach` words of one hit, on both sides.

    `best` are places of articles in `Hits`; the first four arrays are fields of it.
    """
    for place in range(len(best)):
        begin, end = first[best[place]], first[best[place] + 1]
        left, right = begin, begin
        scores[place] = 0
        for hit in range(begin, end):
            while here[left] < here[hit] - reach:
                left += 1
            while right < end and here[right] <= here[hit] + reach:
                right += 1
            total = 0
            for other in range(left, right):
                if abs(there[other] - there[hit]) <= reach:
                    total += weights[other]
            scores[place] = max(scores[place], total)
