"""An article's fingerprint in one pass: signature, bands, passage keys and segment hashes of one text.

This is the work that `add` spreads over processes, so what goes in and comes out is small and plain: texts in, arrays
out. The result depends on the text and the settings alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.keys import stored_keys
from provenance.fingerprint.minhash import band_keys, signature_values
from provenance.fingerprint.segments import segments
from provenance.model import Fingerprint, Signature, Span
from provenance.text.tokens import Tokens, tokenise


@dataclass(frozen=True, slots=True)
class Made:
    """All that the archive indexes of one article.

    `bands` are the keys of the signature's LSH bands; `segments` the hashes of lines and sentences in text order.
    """

    fingerprint: Fingerprint
    bands: NDArray[np.uint64]
    segments: NDArray[np.uint64]


def fingerprint(tokens: Tokens, settings: FingerprintSettings) -> Fingerprint:
    """Signature and stored passage keys of a text; a text without words has an empty set of keys."""
    keys, positions = stored_keys(tokens, settings)
    return Fingerprint(Signature(settings.recipe, signature_values(tokens, settings)), keys, positions)


def make(text: str, body: Span, settings: FingerprintSettings) -> Made:
    """Everything for one article; only the words inside `body` count."""
    tokens = tokenise(text, body)
    made = fingerprint(tokens, settings)
    return Made(made, band_keys(made.signature.values, settings), segments(tokens).hashes)


def make_all(texts: Sequence[tuple[str, Span]], settings: FingerprintSettings) -> list[Made]:
    """`make` for each text and body, in order: the portion of work that an engine hands out."""
    return [make(text, body, settings) for text, body in texts]
