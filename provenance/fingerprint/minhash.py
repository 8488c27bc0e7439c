"""MinHash signatures of articles, equal to datasketch's "affine32" bit for bit, without importing datasketch.

datasketch brings scipy along, half a second of every start; the permutations are drawn here the same way and the
tests hold both side by side. A signature stands for the set of word shingles of a text. This module knows nothing
of archives; the keys that an index stores of a signature are made by `band_keys`.

The scheme: a shingle hash h is mixed with MurmurHash3's finaliser, permutation k maps it to a_k * h + b_k modulo 2^32
with odd a_k, and the signature keeps each permutation's minimum (datasketch 2, `MinHash`, scheme "affine32").
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.kernels import kernel
from provenance.text.tokens import Tokens

EMPTY = np.uint32(0xFFFFFFFF)  # every value of the signature of a text without words


@functools.cache
def permutations(count: int, seed: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Factors (odd) and offsets of the permutations, as `datasketch.MinHash(count, seed)` draws them."""
    generator = np.random.RandomState(seed)
    factors = generator.randint(0, 1 << 31, count, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    offsets = generator.randint(0, 1 << 32, count, dtype=np.uint32)
    return factors, offsets


def signature_values(tokens: Tokens, settings: FingerprintSettings) -> NDArray[np.uint32]:
    """The signature of a text: one value a permutation, all EMPTY for a text without words."""
    factors, offsets = permutations(settings.permutations, settings.seed)
    values = np.empty(settings.permutations, np.uint32)
    sign(tokens.words, settings.shingle, factors, offsets, values)
    return values


def shingle_hashes(tokens: Tokens, settings: FingerprintSettings) -> NDArray[np.uint64]:
    """The set of word shingles of a text, as ascending 64-bit hashes.

    A text shorter than one shingle has one, made of all its words; a text without words has none.
    """
    hashes = np.empty(max(1, len(tokens)), np.uint64)
    return distinct(hashes[: shingles(tokens.words, settings.shingle, hashes)])


def distinct(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The different values, ascending: what numpy's `unique` gives in six times the time for a text's values."""
    ascending: NDArray[np.uint64] = np.sort(values)
    first: NDArray[np.bool_] = np.append(True, ascending[1:] != ascending[:-1])[: len(ascending)]
    return ascending[first]


def jaccard_and_containment(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> tuple[float, tuple[float, float]]:
    """The true similarity of two shingle sets: Jaccard, and the share of A's and of B's set that the other holds.

    Arguments as `shingle_hashes` gives them; two texts of which one is empty are 0 similar.
    """
    shared = count_shared(a, b)
    union = len(a) + len(b) - shared
    if shared == 0:
        return 0.0, (0.0, 0.0)
    return shared / union, (shared / len(a), shared / len(b))


def estimated_jaccard(values: NDArray[np.uint32], others: NDArray[np.uint32]) -> NDArray[np.float64]:
    """For each row of `others` (a matrix of signatures) its estimated Jaccard similarity to `values`."""
    equal: NDArray[np.float64] = (others == values).mean(axis=1, dtype=np.float64)
    return np.where((others == EMPTY).all(axis=1), 0.0, equal)


def band_keys(values: NDArray[np.uint32], settings: FingerprintSettings) -> NDArray[np.uint64]:
    """One key a band, in band order; none for the signature of a text without words.

    Two signatures share key i exactly when they agree in the rows of band i (or, once in 2^64, by accident).
    """
    return band_keys_all(values[np.newaxis], settings)[0]


def band_keys_all(signatures: NDArray[np.uint32], settings: FingerprintSettings) -> list[NDArray[np.uint64]]:
    """`band_keys` of each row of a matrix of signatures, made in one pass."""
    keys = np.empty((len(signatures), settings.bands), np.uint64)
    fold_bands(signatures, settings.rows, keys)
    empty = (signatures == EMPTY).all(axis=1).tolist()
    return [row[:0] if without else row for row, without in zip(keys, empty, strict=True)]


@kernel
def mix(value: Any) -> Any:
    """Spread the bits of a 64-bit value (the finaliser of MurmurHash3)."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    value ^= value >> np.uint64(33)
    return value


@kernel
def shingle_at(words: NDArray[Any], place: int, size: int) -> Any:
    """The hash of `size` words in a row; the order of the words counts."""
    value = np.uint64(size)
    for word in range(size):
        value = (value ^ words[place + word]) * np.uint64(0x9E3779B97F4A7C15)
        value ^= value >> np.uint64(29)
    return value


@kernel
def shingles(words: NDArray[Any], size: int, hashes: NDArray[Any]) -> int:
    """Write the hash of every shingle, in text order, and return how many there are."""
    count = len(words)
    if count == 0:
        return 0
    size = min(size, count)
    for place in range(count - size + 1):
        hashes[place] = shingle_at(words, place, size)
    return count - size + 1


@kernel
def sign(words: NDArray[Any], size: int, factors: NDArray[Any], offsets: NDArray[Any], values: NDArray[Any]) -> None:
    """Fill `values` with the minimum of each permutation over all shingles (their upper 32 bits)."""
    limit = len(factors)
    for row in range(limit):
        values[row] = np.uint32(0xFFFFFFFF)
    count = len(words)
    if count == 0:
        return
    size = min(size, count)
    for place in range(count - size + 1):
        mixed = np.uint32(shingle_at(words, place, size) >> np.uint64(32))
        mixed ^= mixed >> np.uint32(16)
        mixed = np.uint32(mixed * np.uint32(0x85EBCA6B))
        mixed ^= mixed >> np.uint32(13)
        mixed = np.uint32(mixed * np.uint32(0xC2B2AE35))
        mixed = np.uint32(mixed ^ (mixed >> np.uint32(16)))
        for row in range(limit):
            values[row] = min(values[row], np.uint32(factors[row] * mixed + offsets[row]))


@kernel
def fold_bands(signatures: NDArray[Any], rows: int, keys: NDArray[Any]) -> None:
    """Write for each signature one key a band of `rows` values; the number of the band enters the key."""
    for text in range(len(signatures)):
        for band in range(keys.shape[1]):
            key = mix(np.uint64(band + 1))
            for row in range(rows):
                key = mix(key ^ np.uint64(signatures[text, band * rows + row]))
            keys[text, band] = key


@kernel
def count_shared(a: NDArray[Any], b: NDArray[Any]) -> int:
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
