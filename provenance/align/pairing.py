"""The sentence pass: short and heavily rewritten passages that are too small for block seeds.

Single sentences of two independent reports of one event look like derived ones: the shares of words that they have in
common overlap widely. A sentence pair is believed for one of two reasons only: it is strong by itself, or the two
texts correspond sentence by sentence as wholes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.align.likeness import sentence_pairs
from provenance.config.align import SentenceSettings

if TYPE_CHECKING:
    from provenance.align.sides import Side


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentence `a` of A beside sentence `b` of B: likeness 0..1 and information of the shared stems in nats."""

    a: int
    b: int
    likeness: float
    information: float

    @property
    def strength(self) -> float:
        """What ranks pairs of one text pair."""
        return self.likeness * self.information


def paired_sentences(a: Side, b: Side, settings: SentenceSettings) -> list[SentencePair]:
    """The sentence pairs believed, ascending in A then B; one sentence may stand in `most_partners` pairs."""
    if not len(a.units) or not len(b.units):
        return []
    candidates = candidate_pairs(a, b, settings)
    if not candidates:
        return []
    believed = [pair for pair in candidates if is_strong(pair, settings)]
    if correspondence(a, b, candidates) >= settings.correspondence:
        believed = candidates
    return sorted(limited(believed, settings.most_partners), key=lambda pair: (pair.a, pair.b))


def candidate_pairs(a: Side, b: Side, settings: SentenceSettings) -> list[SentencePair]:
    """All pairs with enough likeness and information, the strongest first."""
    pairs = sentence_pairs(a.units, b.units, settings.supported, settings.least_stems)
    found = [
        SentencePair(first, second, (cosine + dice) / 2, information)
        for first, second, cosine, dice, information in zip(
            pairs.a.tolist(),
            pairs.b.tolist(),
            pairs.cosine.tolist(),
            pairs.dice.tolist(),
            pairs.information.tolist(),
            strict=True,
        )
        if information >= settings.least_information
    ]
    return sorted(found, key=lambda pair: (-pair.strength, pair.a, pair.b))


def is_strong(pair: SentencePair, settings: SentenceSettings) -> bool:
    """Whether a pair needs no support."""
    return pair.likeness >= settings.strong and pair.information >= settings.strong_information


def correspondence(a: Side, b: Side, candidates: list[SentencePair]) -> float:
    """How far the texts correspond as wholes: geometric mean of the shares of words in sentences with a partner."""
    shares = []
    for units, paired in ((a.units, {pair.a for pair in candidates}), (b.units, {pair.b for pair in candidates})):
        sizes = units.words[1:] - units.words[:-1]
        shares.append(sum(int(sizes[sentence]) for sentence in paired) / int(units.words[-1]))
    return math.sqrt(shares[0] * shares[1])


def limited(ranked: list[SentencePair], most: int) -> list[SentencePair]:
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
