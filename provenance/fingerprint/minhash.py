"""An article's fingerprint: its MinHash signature, and everything else that the archive indexes, made in one pass.

A signature describes the set of word shingles of a text. Signatures equal datasketch's "affine32" bit for bit without
importing datasketch, which brings scipy along, half a second of every start: the permutations are drawn here the same
way, and the tests hold both side by side. A shingle hash h is mixed with MurmurHash3's finaliser, permutation k maps
it to a_k * h + b_k modulo 2^32 with odd a_k, and the signature keeps each permutation's minimum (datasketch 2,
`MinHash`, scheme "affine32").

`make_all` is the work that `add` spreads over processes, so what goes in and comes out is small and plain: texts in,
a few arrays out. The result depends on the text and the settings alone; nothing here knows of archives.
"""

from __future__ import annotations

import functools
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.kernels import minhash
from provenance.fingerprint.kernels.keys import Pairing
from provenance.fingerprint.keys import content_words
from provenance.kernels.signatures import made
from provenance.model import Fingerprint, Signature, Span
from provenance.text.folded_text import folded_codes
from provenance.text.tokens import Tokens, characters, codes_of, most_words, room_for

EMPTY = np.uint32(0xFFFFFFFF)  # every value of the signature of a text without words


@functools.cache
def permutations(count: int, seed: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Factors (odd) and offsets of the permutations, as `datasketch.MinHash(count, seed)` draws them.

    datasketch asks `numpy.random.RandomState(seed)`, whose import takes 9 ms and 7 MB. Python has the same Mersenne
    Twister; only numpy's way from a seed to the first state (Knuth's, as in the twister's own `init_genrand`) is done
    here. The seed is that of a `FingerprintSettings`, 0 to 2^32 - 1.
    """
    state = [seed]
    for place in range(1, 624):
        state.append((1812433253 * (state[-1] ^ (state[-1] >> 30)) + place) & 0xFFFFFFFF)
    generator = random.Random()  # noqa: S311 (permutations, not secrets)
    generator.setstate((3, (*state, 624), None))
    drawn = np.array([generator.getrandbits(32) for _ in range(2 * count)], np.uint32)
    factors = (drawn[:count] & np.uint32(0x7FFFFFFF)) * np.uint32(2) + np.uint32(1)
    return factors, drawn[count:]


def signature_values(tokens: Tokens, settings: FingerprintSettings) -> NDArray[np.uint32]:
    """The signature of a text: one value per permutation, all EMPTY for a text without words."""
    values = np.empty(settings.permutations, np.uint32)
    spare = np.empty(len(tokens), np.uint32)
    minhash.sign(tokens.words, settings.shingle, _drawn(settings.permutations, settings.seed), spare, values)
    return values


@functools.cache
def _drawn(count: int, seed: int) -> minhash.Permutations:
    return made(minhash.Permutations, *permutations(count, seed))


def signatures_and_digests(
    texts: Sequence[str], settings: FingerprintSettings
) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """A row of `signature_values` per text, and a hash of all its words in their order; 0 for a text without words.

    Texts with the same words in the same order, whatever is between them, have the same hash.
    """
    signatures = np.empty((len(texts), settings.permutations), np.uint32)
    digests = np.empty(len(texts), np.uint64)
    minhash.sign_each(
        codes_of("".join(texts)),
        np.cumsum([0, *map(len, texts)], dtype=np.int64),
        characters(),
        room_for(max(map(most_words, texts), default=0))[0],
        settings.shingle,
        _drawn(settings.permutations, settings.seed),
        signatures,
        digests,
    )
    return signatures, digests


def shingle_hashes(tokens: Tokens, settings: FingerprintSettings) -> NDArray[np.uint64]:
    """The set of word shingles of a text, as ascending 64-bit hashes.

    A text shorter than one shingle has one, made of all its words; a text without words has none.
    """
    hashes = np.empty(max(1, len(tokens)), np.uint64)
    return distinct(hashes[: minhash.shingles(tokens.words, settings.shingle, hashes)])


def distinct(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The distinct values, ascending: `numpy.unique` in a sixth of its time, for as many values as a text has."""
    ascending: NDArray[np.uint64] = np.sort(values)
    first: NDArray[np.bool_] = np.append(True, ascending[1:] != ascending[:-1])[: len(ascending)]
    return ascending[first]


def jaccard_and_containment(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> tuple[float, tuple[float, float]]:
    """(Jaccard, (containment of A in B, of B in A)) of two shingle sets, exactly.

    Arguments are ascending hashes, as of `shingle_hashes`; where one set is empty all three are 0.
    """
    shared = minhash.count_shared(a, b)
    union = len(a) + len(b) - shared
    if shared == 0:
        return 0.0, (0.0, 0.0)
    return shared / union, (shared / len(a), shared / len(b))


def estimated_jaccard(values: NDArray[np.uint32], others: NDArray[np.uint32]) -> NDArray[np.float64]:
    """For each row of `others` (a matrix of signatures) its estimated Jaccard similarity to `values`."""
    equal: NDArray[np.float64] = (others == values).mean(axis=1, dtype=np.float64)
    return np.where((others == EMPTY).all(axis=1), 0.0, equal)


def band_keys(values: NDArray[np.uint32], settings: FingerprintSettings) -> NDArray[np.uint64]:
    """One key per band, in band order; none for the signature of a text without words.

    Two signatures share key i exactly when they agree in the rows of band i (or, once in 2^64, by accident).
    """
    return band_keys_all(values[np.newaxis], settings)[0]


def band_keys_all(signatures: NDArray[np.uint32], settings: FingerprintSettings) -> list[NDArray[np.uint64]]:
    """`band_keys` of each row of a matrix of signatures, made in one pass."""
    keys = np.empty((len(signatures), settings.bands), np.uint64)
    minhash.fold_bands(signatures, settings.rows, keys)
    empty = (signatures == EMPTY).all(axis=1).tolist()
    return [row[:0] if without else row for row, without in zip(keys, empty, strict=True)]


@dataclass(frozen=True, slots=True)
class Made:
    """All that the archive indexes of one article.

    `bands` are the keys of the signature's LSH bands; `segments` the hashes of lines and sentences in text order;
    `words` the folded words of the whole text, for text search.
    """

    fingerprint: Fingerprint
    bands: NDArray[np.uint64]
    segments: NDArray[np.uint64]
    words: bytes


@dataclass(frozen=True, slots=True)
class Portion:
    """`Made` of several articles, laid end to end: article i has `keys[key_bounds[i]:key_bounds[i + 1]]`, row i of
    `signatures`, and so on. A dozen arrays are sent to another process faster than thousands.
    """

    signatures: NDArray[np.uint32]
    keys: NDArray[np.uint64]
    positions: NDArray[np.int32]
    key_bounds: NDArray[np.int64]
    segments: NDArray[np.uint64]
    segment_bounds: NDArray[np.int64]
    words: tuple[bytes, ...] = ()

    def unpacked(self, settings: FingerprintSettings) -> Iterator[Made]:
        """The articles one by one, as views into the arrays."""
        recipe = settings.recipe
        bands = band_keys_all(self.signatures, settings)
        keys, parts = _stretches(self.key_bounds), _stretches(self.segment_bounds)
        for values, mine, places, part, words in zip(self.signatures, bands, keys, parts, self.words, strict=True):
            fingerprint = Fingerprint(Signature(recipe, values), self.keys[places], self.positions[places])
            yield Made(fingerprint, mine, self.segments[part], words)


def _stretches(bounds: NDArray[np.int64]) -> Iterator[slice]:
    return itertools.starmap(slice, itertools.pairwise(bounds.tolist()))


def make_all(texts: Sequence[tuple[str, Span]], settings: FingerprintSettings) -> Portion:
    """The fingerprints of (text, body) pairs, in order: one task of `add`.

    The same values as `signature_values`, `stored_keys` and `segments` give, in one call for all texts: entering and
    leaving compiled code four times per text took a fifth of the time.
    """
    bodies = [body.of(text) for text, body in texts]
    # The code points of the whole texts have those of the bodies: copying them is quicker than encoding them again.
    whole = codes_of("".join(text for text, _ in texts))
    begins = np.cumsum([0, *(len(text) for text, _ in texts)]).tolist()
    parts = [whole[at + body.start : at + body.end] for at, (_, body) in zip(begins, texts, strict=False)]
    codes = np.concatenate(parts) if len(parts) > 1 else parts[0] if parts else whole  # one long text is not copied
    portion = Portion(
        signatures=np.empty((len(texts), settings.permutations), np.uint32),
        keys=np.empty(len(codes), np.uint64),
        positions=np.empty(len(codes), np.int32),
        key_bounds=np.zeros(len(texts) + 1, np.int64),
        segments=np.empty(len(codes), np.uint64),
        segment_bounds=np.zeros(len(texts) + 1, np.int64),
    )
    minhash.make_each(
        codes,
        np.cumsum([0, *map(len, bodies)], dtype=np.int64),
        characters(),
        room_for(max(map(most_words, bodies), default=0))[0],
        settings.shingle,
        _drawn(settings.permutations, settings.seed),
        content_words(settings),
        made(Pairing, 1, settings.gap, settings.tile),
        made(
            minhash.Fingerprints,
            *(getattr(portion, field.name) for field in fields(portion) if field.name != "words"),
        ),
    )
    kept, cuts = slice(0, portion.key_bounds[-1]), slice(0, portion.segment_bounds[-1])
    return replace(
        portion,
        keys=portion.keys[kept].copy(),
        positions=portion.positions[kept].copy(),
        segments=portion.segments[cuts].copy(),
        words=tuple(folded_codes(whole, [text for text, _ in texts])),
    )
