"""Models of `sentence-transformers`, for those who have that package and the model on their machine.

The model is loaded from a folder or from the package's own cache; nothing is fetched from the network.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from provenance.errors import UsageError
from provenance.meaning.encoder import Vectors

SAMPLE = ("The ferry leaves at nine.", "Die Fähre fährt um neun Uhr.")  # whose vectors tell versions of a model apart


def _model_at(model: str) -> Any:
    """The model of a folder or name; no bar on the terminal tells of loading it."""
    import sentence_transformers

    library = sys.modules.get("transformers")  # which that package loads, and which shows the bar
    if library is not None:
        library.utils.logging.disable_progress_bar()
    return sentence_transformers.SentenceTransformer(model, local_files_only=True)


class SentenceTransformerEncoder:
    """A model by the name or folder that `sentence-transformers` knows it by."""

    def __init__(self, model: str) -> None:
        self._model = model

    @cached_property
    def name(self) -> str:
        """The model, and what its vectors of two sentences are to two digits: weights have no version to read."""
        rounded = np.round(self.encode(SAMPLE), 2) + 0.0
        return f"{self._model} {hashlib.sha256(rounded.astype('<f4').tobytes()).hexdigest()[:8]}"

    @cached_property
    def _loaded(self) -> Any:
        try:
            return _model_at(self._model)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"sentence-transformers has no model {self._model!r} on this machine; fetch it first with that "
                f"package, or name its folder ({str(error).splitlines()[0][:200]})"
            ) from error

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        if not sentences:
            return np.zeros((0, 64), np.float32)
        found = self._loaded.encode(list(sentences), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, np.float32)
