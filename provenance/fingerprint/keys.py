"""Keys that survive rewriting: unordered pairs of neighbouring content words.

Rewriting breaks nearly every run of words, but it seldom parts two content words that stand beside each other, and
it keeps one pair of a sentence more often than all of them. So the archive stores few pairs (the heaviest of each
tile of words) and a query asks all of its own: what the archive chose need not be what the query would choose.

The module knows nothing of archives. Words of equal stem make no pair, words between content words are ignored, and
positions are token numbers of the pair's first word.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.content import SCALE, ContentTable, content_table
from provenance.fingerprint.minhash import mix
from provenance.kernels import kernel
from provenance.text.tokens import Tokens

LONGEST = 32  # letters: longer words weigh no more
# A key begins with bits of the pair's rarer word, so that the keys of a text lie together in the index: a press
# release asks 355 pages of 4 KB among 30,000 others, not 739, in 5.8 ms of CPU instead of 9.0. The other 40 bits
# tell the pairs of one word apart.
LEAD_BITS = np.uint64(24)
LEAD = np.uint64(0xFFFFFF0000000000)

StoredKeys = tuple[NDArray[np.uint64], NDArray[np.int32]]
AskedKeys = tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]


def least_weight(settings: FingerprintSettings) -> int:
    """The weight that makes a word content, in the units of the content table."""
    return round(settings.content_idf * SCALE)


def stored_keys(tokens: Tokens, settings: FingerprintSettings, table: ContentTable | None = None) -> StoredKeys:
    """The keys that the archive keeps, and their positions: the heaviest pair of each tile, ascending positions.

    A key that a text repeats is kept where it stands first, so that the length of a posting list is the number of
    articles that hold the key.
    """
    keys, positions, _ = _keys(tokens, settings, table, 1, settings.tile)
    count = keep_first(keys, positions)
    return keys[:count].copy(), positions[:count].copy()


def query_keys(
    tokens: Tokens, settings: FingerprintSettings, distance: int = 1, table: ContentTable | None = None
) -> AskedKeys:
    """All keys of a text, their positions, ascending, and their distances; a key stands as often as it is repeated.

    Two content words that follow each other are at distance 1; pairs up to `distance` are asked.
    """
    return _keys(tokens, settings, table, distance, 0)


def _keys(
    tokens: Tokens, settings: FingerprintSettings, table: ContentTable | None, distance: int, tile: int
) -> AskedKeys:
    words = content_table() if table is None else table
    room = len(tokens) * distance
    keys, positions, distances = np.empty(room, np.uint64), np.empty(room, np.int32), np.empty(room, np.int32)
    least = least_weight(settings)
    letters = tokens.ends - tokens.starts
    read = (tokens.stems, letters, words.stems, words.weights)
    count = pair_up(*read, least, distance, settings.gap, tile, keys, positions, distances)
    return keys[:count], positions[:count], distances[:count]


@kernel
def keep_first(keys: NDArray[Any], positions: NDArray[Any]) -> int:
    """Move the first occurrence of each key to the front, order kept; returns how many different keys there are."""
    size = 16
    while size < 2 * len(keys):
        size *= 2
    mask = np.uint64(size - 1)
    seen = np.zeros(size, np.uint64)
    count, zero = 0, False
    for place in range(len(keys)):
        key = keys[place]
        if key == np.uint64(0):  # marks a free place in the table
            if zero:
                continue
            zero = True
        else:
            slot = key & mask
            while seen[slot] != np.uint64(0) and seen[slot] != key:
                slot = (slot + np.uint64(1)) & mask
            if seen[slot] == key:
                continue
            seen[slot] = key
        keys[count] = key
        positions[count] = positions[place]
        count += 1
    return count


@kernel
def pair_up(
    stems: NDArray[Any],
    letters: NDArray[Any],
    listed: NDArray[Any],
    weights: NDArray[Any],
    least: int,
    distance: int,
    gap: int,
    tile: int,
    keys: NDArray[Any],
    positions: NDArray[Any],
    distances: NDArray[Any],
) -> int:
    """Write the pairs (all for `tile` 0, else one a tile) and return how many there are.

    A key is made of the word that the table calls rarer (of equally rare ones, that of the smaller hash), then the
    other. Of a tile the heaviest pair is kept, of equally heavy ones that with the longer words, of those the first:
    where the table knows no word, as in most languages, long words are the rarer ones.
    """
    places = np.empty(len(stems), np.int32)
    heights = np.empty(len(stems), np.int32)
    idfs = np.empty(len(stems), np.int32)
    content = 0
    mask = np.uint64(len(listed) - 1)
    for place in range(len(stems)):
        slot = stems[place] & mask  # as `slot_of`, here because a call with arrays for each word takes twice the time
        while listed[slot] != np.uint64(0) and listed[slot] != stems[place]:
            slot = (slot + np.uint64(1)) & mask
        weight = weights[slot]
        if weight >= least:
            places[content] = place
            idfs[content] = weight
            heights[content] = weight * LONGEST + min(letters[place], LONGEST - 1)
            content += 1
    count = 0
    current, heaviest = -1, 0
    for first in range(content):
        start = places[first]
        if tile > 0 and start // tile != current:
            current = start // tile
            heaviest = 0
        for second in range(first + 1, min(content, first + 1 + distance)):
            end = places[second]
            if end - start > gap:
                break
            rarer, other = stems[start], stems[end]
            if rarer == other:
                continue
            ahead = idfs[second] - idfs[first]
            if ahead > 0 or (ahead == 0 and rarer > other):
                rarer, other = other, rarer
            if tile > 0:
                weight = heights[first] + heights[second]
                if weight <= heaviest:
                    continue
                if heaviest > 0:  # a heavier pair of the same tile replaces the one written before
                    count -= 1
                heaviest = weight
            lead = mix(rarer)
            pair = mix(lead + other * np.uint64(0x9E3779B97F4A7C15))
            keys[count] = (lead & LEAD) | (pair >> LEAD_BITS)
            positions[count] = start
            distances[count] = second - first
            count += 1
    return count
