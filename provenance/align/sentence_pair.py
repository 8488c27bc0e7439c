"""A sentence of one text beside a sentence of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentence `a` of A beside sentence `b` of B: likeness 0..1 and information of the shared stems in nats."""

    a: int
    b: int
    likeness: float
    information: float

    @property
    def strength(self) -> float:
        """What ranks pairs: information in nats, discounted by what the sentences do not share."""
        return self.likeness * self.information


def limited(ranked: Sequence[SentencePair], most: int) -> list[SentencePair]:
    """The pairs in their order, without those of a sentence that has `most` partners already."""
    used_a: dict[int, int] = {}
    used_b: dict[int, int] = {}
    kept = []
    for pair in ranked:
        if used_a.get(pair.a, 0) < most and used_b.get(pair.b, 0) < most:
            used_a[pair.a] = used_a.get(pair.a, 0) + 1
            used_b[pair.b] = used_b.get(pair.b, 0) + 1
            kept.append(pair)
    return kept
