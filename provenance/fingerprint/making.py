"""An article's fingerprint in one pass: signature, bands, passage keys and segment hashes of one text.

This is the work that `add` spreads over processes, so what goes in and comes out is small and plain: texts in, a few
arrays out. The result depends on the text and the settings alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.content import content_table
from provenance.fingerprint.keys import keep_first, least_weight, pair_up
from provenance.fingerprint.minhash import band_keys_all, permutations, sign
from provenance.fingerprint.segments import cut
from provenance.kernels import kernel
from provenance.model import Fingerprint, Signature, Span
from provenance.text import folding
from provenance.text.tokens import room_for, scan


@dataclass(frozen=True, slots=True)
class Made:
    """All that the archive indexes of one article.

    `bands` are the keys of the signature's LSH bands; `segments` the hashes of lines and sentences in text order.
    """

    fingerprint: Fingerprint
    bands: NDArray[np.uint64]
    segments: NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Portion:
    """The same for several articles, laid end to end, because a dozen arrays cross to another process sooner than
    thousands. Article i has `keys[key_bounds[i]:key_bounds[i + 1]]` and row i of `signatures`; the others alike.
    """

    signatures: NDArray[np.uint32]
    keys: NDArray[np.uint64]
    positions: NDArray[np.int32]
    key_bounds: NDArray[np.int64]
    segments: NDArray[np.uint64]
    segment_bounds: NDArray[np.int64]

    def unpacked(self, settings: FingerprintSettings) -> Iterator[Made]:
        """The articles one by one, as views into the arrays."""
        recipe = settings.recipe
        bands = band_keys_all(self.signatures, settings)
        keys, parts = _stretches(self.key_bounds), _stretches(self.segment_bounds)
        for values, mine, places, part in zip(self.signatures, bands, keys, parts, strict=True):
            made = Fingerprint(Signature(recipe, values), self.keys[places], self.positions[places])
            yield Made(made, mine, self.segments[part])


def _stretches(bounds: NDArray[np.int64]) -> Iterator[slice]:
    return itertools.starmap(slice, itertools.pairwise(bounds.tolist()))


def make_all(texts: Sequence[tuple[str, Span]], settings: FingerprintSettings) -> Portion:
    """Everything for each text and its body, in order: the portion of work that an engine hands out.

    The values of `signature_values`, `stored_keys` and `segments`, in one pass over all texts: to go into compiled
    code and out of it four times a text took a fifth of the time.
    """
    bodies = [body.of(text) for text, body in texts]
    ends = np.cumsum([len(body) for body in bodies], dtype=np.int64)
    codes = np.frombuffer("".join(bodies).encode("utf-32-le", "surrogatepass"), np.uint32)
    most = max((room_for(body) for body in bodies), default=0)
    signatures = np.empty((len(texts), settings.permutations), np.uint32)
    keys, positions = np.empty(len(codes), np.uint64), np.empty(len(codes), np.int32)
    hashes = np.empty(len(codes), np.uint64)
    key_bounds, segment_bounds = np.zeros(len(texts) + 1, np.int64), np.zeros(len(texts) + 1, np.int64)
    table = content_table()
    make_each(
        codes,
        ends,
        most,
        tuple(folding.table()),
        permutations(settings.permutations, settings.seed),
        settings.shingle,
        (table.stems, table.weights),
        (least_weight(settings), settings.gap, settings.tile),
        signatures,
        (keys, positions, key_bounds),
        (hashes, segment_bounds),
    )
    kept, cuts = slice(0, key_bounds[-1]), slice(0, segment_bounds[-1])
    return Portion(
        signatures, keys[kept].copy(), positions[kept].copy(), key_bounds, hashes[cuts].copy(), segment_bounds
    )


@kernel
def make_each(
    codes: NDArray[Any],
    ends: NDArray[Any],
    most: int,
    folding_table: Any,
    permutation: Any,
    shingle: int,
    content: Any,
    pairing: Any,
    signatures: NDArray[Any],
    found_keys: Any,
    found_segments: Any,
) -> None:
    """Fill the arrays of a portion; text i is `codes[ends[i - 1]:ends[i]]` and has at most `most` words."""
    kinds, letters, characters = folding_table
    factors, offsets = permutation
    listed, weights = content
    least, gap, tile = pairing
    keys, positions, key_bounds = found_keys
    hashes, segment_bounds = found_segments
    starts, stops = np.empty(most, np.int32), np.empty(most, np.int32)
    words, stems = np.empty(most, np.uint64), np.empty(most, np.uint64)
    borders, traits = np.empty(most, np.uint8), np.empty(most, np.uint8)
    spare, spare_too = np.empty(most, np.int32), np.empty(most, np.int32)
    begin = 0
    for text in range(len(ends)):
        count = scan(
            codes[begin : ends[text]], kinds, letters, characters, starts, stops, words, stems, borders, traits
        )
        begin = ends[text]
        sign(words[:count], shingle, factors, offsets, signatures[text])
        mine, places = keys[key_bounds[text] :], positions[key_bounds[text] :]
        sizes = stops[:count] - starts[:count]
        pairs = pair_up(stems[:count], sizes, listed, weights, least, 1, gap, tile, mine, places, spare)
        key_bounds[text + 1] = key_bounds[text] + keep_first(mine[:pairs], places[:pairs])
        cuts = hashes[segment_bounds[text] :]
        segment_bounds[text + 1] = segment_bounds[text] + cut(
            words[:count], borders[:count], traits[:count], spare, spare_too, cuts
        )
