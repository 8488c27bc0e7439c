"""Sentences of two texts that say the same, in order: chains of units of one or two sentences on each side.

A unit is a pair of sentences that are each other's nearest, or of two neighbours and one where these are nearer than
either alone: translators and rewriters split and join sentences. A chain is units that follow each other on both
sides with little between. Only codes are compared here: no words are read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from provenance.config.meaning import ChainSettings
from provenance.meaning.codes import Codes, Cosines, all_cosines


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences `a` to `a_end` (excluded) of A beside those of B, and their cosine."""

    a: int
    a_end: int
    b: int
    b_end: int
    cosine: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Units in order on both sides; `score` adds up how far each is above `ChainSettings.least`."""

    units: tuple[Unit, ...]
    score: float

    @property
    def cosine(self) -> float:
        """The mean cosine of the units."""
        return sum(unit.cosine for unit in self.units) / len(self.units)


def chains(a: Codes, b: Codes, settings: ChainSettings, agrees: Callable[[Unit], bool]) -> list[Chain]:
    """Chains that score enough and no sentence in two of them, of units that `agrees` admits: ascending in A."""
    if not len(a) or not len(b):
        return []
    units = [unit for unit in _units(all_cosines(a, b), settings) if agrees(unit)]
    found: list[Chain] = []
    while units:
        chain = _best_chain(units, settings)
        if chain is None or chain.score < settings.enough:
            break
        found.append(chain)
        units = [unit for unit in units if not any(_meet(unit, taken) for taken in chain.units)]
    return sorted(found, key=lambda chain: (chain.units[0].a, chain.units[0].b))


def _units(cosines: Cosines, settings: ChainSettings) -> list[Unit]:
    """Mutual nearest sentences, each widened to two on one side where that is nearer by `settings.widened`."""
    alone = cosines.alone
    best_a, best_b = alone.max(axis=1), alone.max(axis=0)
    mutual = (alone == best_a[:, None]) & (alone == best_b[None, :]) & (alone >= settings.least - settings.widened)
    units: list[Unit] = []
    for i, j in zip(*np.nonzero(mutual), strict=True):
        unit = Unit(int(i), int(i) + 1, int(j), int(j) + 1, float(alone[i, j]))
        in_a, in_b = _around(i, cosines.two_to_one.shape[0]), _around(j, cosines.one_to_two.shape[1])
        wider = [Unit(at, at + 2, unit.b, unit.b_end, float(cosines.two_to_one[at, j])) for at in in_a]
        wider += [Unit(unit.a, unit.a_end, at, at + 2, float(cosines.one_to_two[i, at])) for at in in_b]
        best = max(wider, key=lambda one: one.cosine, default=unit)
        chosen = best if best.cosine >= unit.cosine + settings.widened else unit
        if chosen.cosine >= settings.least:
            units.append(chosen)
    units.sort(key=lambda unit: (-unit.cosine, unit.a + unit.b, unit.a))
    kept: list[Unit] = []
    for unit in units:
        if not any(_meet(unit, other) for other in kept):
            kept.append(unit)
    return sorted(kept, key=lambda unit: (unit.a, unit.b))


def _around(place: int, pairs: int) -> list[int]:
    """Which of so many pairs of neighbours have the sentence `place`."""
    return [at for at in (int(place) - 1, int(place)) if 0 <= at < pairs]


def _meet(one: Unit, other: Unit) -> bool:
    """Whether two units share a sentence on either side."""
    return (one.a < other.a_end and other.a < one.a_end) or (one.b < other.b_end and other.b < one.b_end)


def _best_chain(units: list[Unit], settings: ChainSettings) -> Chain | None:
    """The chain with the largest score; of equal ones that which ends first."""
    scores: list[float] = []
    before: list[int] = []
    for place, unit in enumerate(units):
        best, previous = 0.0, -1
        for earlier in range(place):
            other = units[earlier]
            gap_a, gap_b = unit.a - other.a_end, unit.b - other.b_end
            if 0 <= gap_a <= settings.gap and 0 <= gap_b <= settings.gap and scores[earlier] > best:
                best, previous = scores[earlier], earlier
        scores.append(round(best + unit.cosine - settings.least + settings.each, 9))
        before.append(previous)
    if not scores:
        return None
    at = max(range(len(units)), key=lambda place: (scores[place], -place))
    score, chain = scores[at], [units[at]]
    while before[at] >= 0:
        at = before[at]
        chain.append(units[at])
    return Chain(tuple(reversed(chain)), score)
