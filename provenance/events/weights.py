"""The fitted weights of the verdict on news that ship, with what they were fitted on written beside them.

`weights/news.json` is written by `tests/evaluation/fit_events.py`. There are two states of a pair: `dated`, where it
is known which of the two appeared first, and `undated`, where wording has to say that, too; lengths have no part in
that. A file is read once and never changed by a run.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from provenance.events.linear import Logit, Softmax

FILE = Path(__file__).with_name("weights") / "news.json"
DIGITS = 6  # significant digits that are kept: the fits are not known better than that


@dataclass(frozen=True, slots=True)
class EventWeights:
    """`dated` and `undated` score "made from this one"; `reading` says what the scores of a whole event mean for a
    pair whose order is known, `reading_undated` for others; `direction` says which of two is the source by the
    difference of both orders. `about` says what all were fitted on."""

    dated: Logit
    undated: Logit
    reading: Softmax
    reading_undated: Softmax
    direction: Logit
    about: Mapping[str, Any]


@functools.cache
def shipped() -> EventWeights:
    """The weights in the package."""
    return from_stored(json.loads(FILE.read_text(encoding="utf-8")))


def from_stored(stored: Mapping[str, Any]) -> EventWeights:
    """Weights from the plain values of a file."""
    return EventWeights(
        logit_of(stored["dated"]),
        logit_of(stored["undated"]),
        softmax_of(stored["reading"]),
        softmax_of(stored["reading_undated"]),
        logit_of(stored["direction"]),
        stored["about"],
    )


def as_stored(weights: EventWeights) -> dict[str, Any]:
    """Weights as the plain values of a file, by the names of their columns."""
    return {
        "about": dict(weights.about),
        "dated": plain_logit(weights.dated),
        "undated": plain_logit(weights.undated),
        "reading": plain_softmax(weights.reading),
        "reading_undated": plain_softmax(weights.reading_undated),
        "direction": plain_logit(weights.direction),
    }


def logit_of(stored: Mapping[str, Any]) -> Logit:
    """A logit from the plain values of a file."""
    columns = tuple(stored["weights"])
    return Logit(
        columns,
        np.array([stored["centre"][name] for name in columns], np.float64),
        np.array([stored["weights"][name] for name in columns], np.float64),
        float(stored["intercept"]),
    )


def softmax_of(stored: Mapping[str, Any]) -> Softmax:
    """A softmax from the plain values of a file."""
    columns = tuple(stored["centre"])
    answers = [stored["answers"][name] for name in ANSWERS]
    return Softmax(
        columns,
        np.array([stored["centre"][name] for name in columns], np.float64),
        np.array([[answer["weights"][name] for name in columns] for answer in answers], np.float64),
        np.array([answer["intercept"] for answer in answers], np.float64),
    )


def plain_logit(logit: Logit) -> dict[str, Any]:
    """A logit as the plain values of a file."""
    return {
        "weights": _named(logit.columns, logit.weights.tolist()),
        "centre": _named(logit.columns, logit.centre.tolist()),
        "intercept": _rounded(logit.intercept),
    }


ANSWERS = ("same_event", "common_source", "derived")


def plain_softmax(softmax: Softmax) -> dict[str, Any]:
    """A softmax as the plain values of a file."""
    return {
        "centre": _named(softmax.columns, softmax.centre.tolist()),
        "answers": {
            name: {"weights": _named(softmax.columns, weights), "intercept": _rounded(intercept)}
            for name, weights, intercept in zip(
                ANSWERS, softmax.weights.tolist(), softmax.intercepts.tolist(), strict=True
            )
        },
    }


def _named(columns: tuple[str, ...], values: list[float]) -> dict[str, float]:
    return {name: _rounded(value) for name, value in zip(columns, values, strict=True)}


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
