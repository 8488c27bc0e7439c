"""MinHash signatures, shared shingles, lines as hashes, and the whole fingerprints of many texts in one call.

See `provenance.fingerprint.minhash`. These loops know hashes only.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.fingerprint.kernels import keys
from provenance.fingerprint.kernels.keys import Content, Pairing
from provenance.kernels import arrays, numbers, permuted
from provenance.text.kernels import words
from provenance.text.kernels.words import Characters, Words

LINE, PARAGRAPH = 3, 4  # of `provenance.text.tokens`: a border of LINE or more ends a segment, and so does the trait
SHORTEST = 3  # words: shorter lines ("By John Smith" has three) are too common to say anything
MARKS = 1 << 16  # places for the marks of some 500 runs, so that runs of another article rarely hit one by chance

Array = NDArray[Any]


class Permutations:
    """Permutation k maps a hash h of 32 bits to `factors[k] * h + offsets[k]` modulo 2^32; factors are odd."""

    def __init__(self, factors: Array, offsets: Array) -> None:
        self.factors, self.offsets = factors, offsets


class Fingerprints:
    """The fingerprints of many texts, to be filled in; see `provenance.fingerprint.minhash.Portion`.

    `signatures` has a row per text; the arrays of keys, positions and segments have room for one per code point, and
    their bounds are zeros, one more than texts.
    """

    def __init__(
        self,
        signatures: Array,
        keys: Array,
        positions: Array,
        key_bounds: Array,
        segments: Array,
        segment_bounds: Array,
    ) -> None:
        self.signatures, self.keys, self.positions, self.key_bounds = signatures, keys, positions, key_bounds
        self.segments, self.segment_bounds = segments, segment_bounds


def shingle_at(words: Array, place: int, count: int) -> Any:
    """The hash of `count` words in a row; the order of the words counts."""
    value = numbers.u64(count)
    for word in range(count):
        value = (value ^ words[place + word]) * numbers.u64(0x9E3779B97F4A7C15)
        value ^= value >> numbers.u64(29)
    return value


def shingles(words: Array, count: int, hashes: Array) -> int:
    """Write the hash of every shingle of `count` words, in text order, and return how many there are.

    A text of fewer words has one, made of all its words; a text without words none.
    """
    if len(words) == 0:
        return 0
    count = min(count, len(words))
    for place in range(len(words) - count + 1):
        hashes[place] = shingle_at(words, place, count)
    return len(words) - count + 1


def sign(words: Array, count: int, permutations: Permutations, spare: Array, values: Array) -> None:
    """Fill in the signature: the minimum of each permutation over all shingles of `count` words (upper 32 bits).

    `spare` has room for one number per word. A text without words has the highest number everywhere. All shingles are
    hashed first: then the lowest value of a permutation stays in a register of the processor (`permuted`).
    """
    size = len(words)
    if size > 0:
        count = min(count, size)
        size = size - count + 1
    for place in range(size):
        mixed = numbers.u32(shingle_at(words, place, count) >> numbers.u64(32))
        mixed ^= mixed >> numbers.u32(16)
        mixed = numbers.u32(mixed * numbers.u32(0x85EBCA6B))
        mixed ^= mixed >> numbers.u32(13)
        mixed = numbers.u32(mixed * numbers.u32(0xC2B2AE35))
        spare[place] = numbers.u32(mixed ^ (mixed >> numbers.u32(16)))
    permuted.lowest(permutations.factors, permutations.offsets, spare, size, values)


def fold_bands(signatures: Array, rows: int, keys: Array) -> None:
    """Write for each signature one key per band of `rows` values; the number of the band enters the key."""
    for text in range(signatures.shape[0]):
        for band in range(keys.shape[1]):
            key = numbers.mix(numbers.u64(band + 1))
            for row in range(rows):
                key = numbers.mix(key ^ numbers.u64(signatures[text, band * rows + row]))
            keys[text, band] = key


def count_shared(a: Array, b: Array) -> int:
    """How many values two ascending arrays without repetition have in common."""
    here, there, shared = 0, 0, 0
    while here < len(a) and there < len(b):
        if a[here] == b[there]:
            shared += 1
            here += 1
            there += 1
        elif a[here] < b[there]:
            here += 1
        else:
            there += 1
    return shared


def unlike(signatures: Array, alike: float, kept: Array) -> None:
    """Mark rows in order, except those that agree with a marked row in a part `alike` of their values or more."""
    size = signatures.shape[1]
    for row in range(signatures.shape[0]):
        kept[row] = True
        for before in range(row):
            if not kept[before]:
                continue
            agreeing = 0
            for place in range(size):
                agreeing += signatures[row, place] == signatures[before, place]
            if agreeing >= alike * size:
                kept[row] = False
                break


def cut(words: Array, borders: Array, traits: Array, starts: Array, ends: Array, hashes: Array) -> int:
    """Write the lines and sentences of SHORTEST words or more, and return how many there are.

    Segment i is the words `starts[i]` to `ends[i]`, whose hash is `hashes[i]`.
    """
    count, start = 0, 0
    for place in range(len(words)):
        if borders[place] >= LINE or traits[place] & PARAGRAPH:
            if place + 1 - start >= SHORTEST:
                hashes[count] = shingle_at(words, start, place + 1 - start)
                starts[count] = start
                ends[count] = place + 1
                count += 1
            start = place + 1
    return count


def holds(values: Array, start: int, end: int, value: Any) -> bool:
    """Whether `value` occurs in `values[start:end]`, which ascend."""
    limit = end
    while start < end:
        middle = (start + end) // 2
        if values[middle] < value:
            start = middle + 1
        else:
            end = middle
    return bool(start < limit and values[start] == value)


def share_values(
    values: Array, bounds: Array, common: Array, first: Array, second: Array, shared: Array, rare: Array
) -> int:
    """Count the values that the two stretches of each pair share, up to the first one that is not in `common`.

    Stretch i is `values[bounds[i]:bounds[i + 1]]`, ascending as `common` is; pair p has the stretches `first[p]` and
    `second[p]`. Fills `shared` (the counts) and `rare` (whether such a value was found), both zeros before. The
    values of the first stretch are marked in a table in which the values of the second are looked up; that takes a
    third of the time of merging both. Consecutive pairs with the same first stretch mark it once.
    """
    marks = arrays.full_i64(MARKS, -1)
    mask = numbers.u32(MARKS - 1)
    marked = -1
    for pair in range(len(first)):
        start, end = bounds[first[pair]], bounds[first[pair] + 1]
        if marked != first[pair]:
            marked = first[pair]
            for place in range(start, end):
                marks[values[place] & mask] = marked
        for place in range(bounds[second[pair]], bounds[second[pair] + 1]):
            value = values[place]
            if marks[value & mask] == marked and holds(values, start, end, value):
                shared[pair] += 1
                if not holds(common, 0, len(common), value):
                    rare[pair] = True
                    break
    return 0


def make_each(
    codes: Array,
    bounds: Array,
    characters: Characters,
    found: Words,
    shingle: int,
    permutations: Permutations,
    content: Content,
    pairing: Pairing,
    made: Fingerprints,
) -> int:
    """Fill in the fingerprints of many texts; text i is `codes[bounds[i]:bounds[i + 1]]`.

    `found` has room for the words of the longest one, and is used again for each.
    """
    spare = arrays.zeros_u32(len(found.starts))
    distances = arrays.empty_i32(len(found.starts))
    for text in range(len(bounds) - 1):
        count = words.scan(codes[bounds[text] : bounds[text + 1]], characters, found)
        hashes, stems = found.words[:count], found.stems[:count]
        starts, ends = found.starts[:count], found.ends[:count]
        sign(hashes, shingle, permutations, spare, made.signatures[text])
        mine, places = made.keys[made.key_bounds[text] :], made.positions[made.key_bounds[text] :]
        pairs = keys.pair_up(stems, starts, ends, content, pairing, mine, places, distances)
        made.key_bounds[text + 1] = made.key_bounds[text] + keys.keep_first(mine[:pairs], places[:pairs])
        cuts = made.segments[made.segment_bounds[text] :]
        cut_here = cut(hashes, found.borders[:count], found.traits[:count], starts, ends, cuts)
        made.segment_bounds[text + 1] = made.segment_bounds[text] + cut_here
    return 0


def sign_each(
    codes: Array,
    bounds: Array,
    characters: Characters,
    found: Words,
    shingle: int,
    permutations: Permutations,
    signatures: Array,
    digests: Array,
) -> int:
    """Fill in the signatures of many texts, and a hash of all words of each in their order (0 without words).

    Text i is `codes[bounds[i]:bounds[i + 1]]`; `found` has room for the words of the longest one.
    """
    spare = arrays.zeros_u32(len(found.starts))
    for text in range(len(bounds) - 1):
        count = words.scan(codes[bounds[text] : bounds[text + 1]], characters, found)
        hashes = found.words[:count]
        sign(hashes, shingle, permutations, spare, signatures[text])
        digest = numbers.u64(0)
        for place in range(count):
            digest = numbers.mix(digest ^ hashes[place])
        digests[text] = digest
    return 0
