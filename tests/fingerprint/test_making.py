"""All that is indexed of several texts, made in one pass, against what is made of each text by itself."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.boilerplate import segments
from provenance.fingerprint.keys import stored_keys
from provenance.fingerprint.minhash import band_keys, make_all, signature_values
from provenance.model import Span
from provenance.text.tokens import tokenise

WORDS = ["the", "harbour", "dredger", "mayor", "said", "12", "naïve", "東京", "\n\n", ". ", ", ", "\ud800"]
bodies = st.tuples(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.integers(0, 9), st.integers(0, 9))


@settings(max_examples=60)
@given(st.lists(bodies, max_size=6), st.integers(1, 7), st.integers(1, 8))
def test_a_portion_is_made_as_each_of_its_texts(drawn: list[tuple[str, int, int]], shingle: int, tile: int) -> None:
    chosen = FingerprintSettings(shingle=shingle, tile=tile)
    texts = [
        (text, Span(min(skip, len(text)), max(min(skip, len(text)), len(text) - cut))) for text, skip, cut in drawn
    ]
    made = list(make_all(texts, chosen).unpacked(chosen))
    assert len(made) == len(texts)
    for (text, body), one in zip(texts, made, strict=True):
        words = tokenise(text, body)
        values = signature_values(words, chosen)
        keys, positions = stored_keys(words, chosen)
        assert np.array_equal(one.fingerprint.signature.values, values)
        assert np.array_equal(one.bands, band_keys(values, chosen))
        assert np.array_equal(one.fingerprint.keys, keys)
        assert np.array_equal(one.fingerprint.positions, positions)
        assert np.array_equal(one.segments, segments(words).hashes)
