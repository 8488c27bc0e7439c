"""The fitted and argued weights that ship, each file with what it was fitted on, when and how.

Files lie in `provenance/lineage/weights`; `tests/evaluation/fit_lineage.py` writes the fitted ones. A file is read
once and never changed by a run: what a run refits on an archive's own links lives and dies with that run.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.events.linear import Logit
from provenance.lineage.choice import Choice, Ownership, expanded_columns
from provenance.lineage.features import COMMON, DIRECTION, OWN

FOLDER = Path(__file__).with_name("weights")
DIGITS = 6  # significant digits that are kept: the fits are not known better than that

Regime = Literal["dated", "day", "mixed", "undated"]
REGIMES: tuple[Regime, ...] = ("dated", "day", "mixed", "undated")


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of texts that weights were fitted on: mean and spread of the columns COMMON over their pairs."""

    mean: NDArray[np.float64]
    spread: NDArray[np.float64]

    def distance(self, common: NDArray[np.float64]) -> float:
        """How far the means of other pairs are from these, in spreads (root mean square over columns)."""
        moved = (common.mean(axis=0) - self.mean) / self.spread
        return float(np.sqrt((moved**2).mean()))


@dataclass(frozen=True, slots=True)
class RegimeWeights:
    """Weights for one state of the dates: before (`first`) and after (`second`) an order of the texts is known, the
    logit that says whether the best third text is the source, and the kind of texts that all were fitted on."""

    name: Regime
    first: Choice
    second: Choice
    naming: Logit
    kind: Kind
    about: Mapping[str, Any]


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return content


@functools.cache
def ownership() -> Ownership:
    """The logit for ownership, from how a passage sits in its text."""
    stored = _read("own")
    knots = tuple((str(name), float(value)) for name, value in stored["knots"])
    columns = expanded_columns(knots)
    return Ownership(knots, _ordered(stored["centre"], OWN), _logit(stored["logit"], columns))


@functools.cache
def regime(name: Regime) -> RegimeWeights:
    """Weights for one state of the dates."""
    stored = _read(name)
    return RegimeWeights(
        name=name,
        first=_choice(stored["first"]),
        second=_choice(stored["second"]),
        naming=_logit(stored["naming"], tuple(stored["naming"]["weights"])),
        kind=Kind(_ordered(stored["kind"]["mean"], COMMON), _ordered(stored["kind"]["spread"], COMMON)),
        about=stored["about"],
    )


@functools.cache
def news() -> Mapping[str, float]:
    """Argued weights, in nats, of what news articles show and newsgroup posts do not; the file says why."""
    return {name: float(entry["weight"]) for name, entry in _read("news")["weights"].items()}


def _ordered(stored: Mapping[str, float], columns: tuple[str, ...]) -> NDArray[np.float64]:
    return np.array([stored[name] for name in columns], np.float64)


def _logit(stored: Mapping[str, Any], columns: tuple[str, ...]) -> Logit:
    return Logit(
        columns, _ordered(stored["centre"], columns), _ordered(stored["weights"], columns), float(stored["intercept"])
    )


def _choice(stored: Mapping[str, Any]) -> Choice:
    return Choice(
        direction_columns=DIRECTION,
        common_columns=COMMON,
        direction=_ordered(stored["direction"], DIRECTION),
        named=_ordered(stored["named"], COMMON),
        unseen=_ordered(stored["unseen"], COMMON),
        centre=_ordered(stored["centre"], COMMON),
    )


def as_stored(part: Choice | Logit | Kind | Ownership) -> dict[str, Any]:
    """Weights as the plain values of a file, by the names of their columns."""
    if isinstance(part, Choice):
        return {
            "direction": _named(DIRECTION, part.direction),
            "named": _named(COMMON, part.named),
            "unseen": _named(COMMON, part.unseen),
            "centre": _named(COMMON, part.centre),
        }
    if isinstance(part, Logit):
        return {
            "weights": _named(part.columns, part.weights),
            "centre": _named(part.columns, part.centre),
            "intercept": _rounded(part.intercept),
        }
    if isinstance(part, Kind):
        return {"mean": _named(COMMON, part.mean), "spread": _named(COMMON, part.spread)}
    return {
        "knots": [list(knot) for knot in part.knots],
        "centre": _named(OWN, part.centre),
        "logit": as_stored(part.logit),
    }


def _named(columns: tuple[str, ...], values: NDArray[np.float64]) -> dict[str, float]:
    return {name: _rounded(value) for name, value in zip(columns, values.tolist(), strict=True)}


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
