"""The sentences of a text as codes, by which texts are compared by meaning: made by encoders, kept by archives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model.text_parts import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class CodedText:
    """Encoded sentences, ascending, with a row of 64-bit numbers for each (`provenance.meaning.codes`): the first
    half of a row has the signs of its vector's values, the second half says which are large."""

    spans: tuple[Span, ...]
    codes: NDArray[np.uint64]
