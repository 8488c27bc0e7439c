"""Fingerprints of articles and the candidates that they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Signature:
    """A MinHash signature and the recipe that made it; two are comparable only when `recipe` is equal."""

    recipe: str
    values: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """All that the archive stores to find one article again.

    `signature` finds near duplicates of the whole article; `keys` and `positions` (token numbers, ascending) find
    passages: parallel arrays, one entry for each key that the archive keeps.
    """

    signature: Signature
    keys: NDArray[np.uint64]
    positions: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An archived article worth aligning with the article asked about.

    `route` says what found it; `score` ranks candidates of one query and means nothing beyond it.
    `estimated_jaccard` comes from signatures; the true one is computed from the texts by the use cases.
    `evidence` can be compared between queries: 1 is the weight of one passage key that no other article holds.
    `likeness` is the mean cosine of the article's sentences with the nearest ones of the candidate, None where either
    has no encoded sentences.
    """

    article: str
    score: float
    route: Literal["near_duplicate", "passage", "both", "meaning"]
    estimated_jaccard: float | None = None
    shared_keys: int = 0
    evidence: float = 0.0
    likeness: float | None = None
