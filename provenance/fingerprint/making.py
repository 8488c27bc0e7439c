"""An article's fingerprint in one pass: signature, bands, passage keys and segment hashes of one text.

This is the work that `add` spreads over processes, so what goes in and comes out is small and plain: texts in, a few
arrays out. The result depends on the text and the settings alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.keys import stored_keys
from provenance.fingerprint.minhash import band_keys_all, signature_values
from provenance.fingerprint.segments import segments
from provenance.model import Fingerprint, Signature, Span
from provenance.text.tokens import Tokens, tokenise

NO_KEYS = np.empty(0, np.uint64)


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
        for row, values in enumerate(self.signatures):
            mine = slice(self.key_bounds[row], self.key_bounds[row + 1])
            made = Fingerprint(Signature(recipe, values), self.keys[mine], self.positions[mine])
            parts = slice(self.segment_bounds[row], self.segment_bounds[row + 1])
            yield Made(made, bands[row], self.segments[parts])


def fingerprint(tokens: Tokens, settings: FingerprintSettings) -> Fingerprint:
    """Signature and stored passage keys of a text; a text without words has an empty set of keys."""
    keys, positions = stored_keys(tokens, settings)
    return Fingerprint(Signature(settings.recipe, signature_values(tokens, settings)), keys, positions)


def make_all(texts: Sequence[tuple[str, Span]], settings: FingerprintSettings) -> Portion:
    """Everything for each text and its body, in order: the portion of work that an engine hands out."""
    signatures = np.empty((len(texts), settings.permutations), np.uint32)
    keys, positions, hashes = [NO_KEYS], [np.empty(0, np.int32)], [NO_KEYS]
    for row, (text, body) in enumerate(texts):
        tokens = tokenise(text, body)
        signatures[row] = signature_values(tokens, settings)
        kept, places = stored_keys(tokens, settings)
        keys.append(kept)
        positions.append(places)
        hashes.append(segments(tokens).hashes)
    return Portion(
        signatures,
        np.concatenate(keys),
        np.concatenate(positions),
        _bounds(keys),
        np.concatenate(hashes),
        _bounds(hashes),
    )


def _bounds(parts: Sequence[NDArray[np.uint64]]) -> NDArray[np.int64]:
    """Where each part after the first, which is empty, begins and ends when all are laid end to end."""
    return np.cumsum([len(part) for part in parts])
