"""The fitted weights of the verdict on news where sentences are encoded, with what they were fitted on beside them.

A second set beside that of `weights`: with it nothing changes for archives without codes. Reports in one language are
scored by words and meaning together, reports in two by meaning alone. Codes of another encoder have other cosines, so
the weights name the one that they were fitted with. `weights/news_meaning.json` is written by
`tests/evaluation/fit_meaning.py`; it is read once and never changed by a run.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from provenance.events.linear import Logit, Softmax
from provenance.events.weights import logit_of, plain_logit, plain_softmax, softmax_of

FILE = Path(__file__).with_name("weights") / "news_meaning.json"


@dataclass(frozen=True, slots=True)
class MeantWeights:
    """`dated` and `undated` score "made from this one" in one language, `crossing` and `crossing_undated` across two;
    `reading` says what the scores of a whole event mean for a pair whose order is known, `reading_undated` for
    others. `about` says what all were fitted on, and with which encoder."""

    dated: Logit
    undated: Logit
    crossing: Logit
    crossing_undated: Logit
    reading: Softmax
    reading_undated: Softmax
    about: Mapping[str, Any]

    def fits(self, encoder: str | None) -> bool:
        """Whether the codes of this encoder are those that the weights were fitted with."""
        return encoder is not None and encoder == self.about.get("encoder")

    def logit(self, *, dated: bool, abroad: bool) -> Logit:
        """What scores a source, which may be in another language."""
        if abroad:
            return self.crossing if dated else self.crossing_undated
        return self.dated if dated else self.undated


@functools.cache
def shipped() -> MeantWeights:
    """The weights in the package."""
    return from_stored(json.loads(FILE.read_text(encoding="utf-8")))


def from_stored(stored: Mapping[str, Any]) -> MeantWeights:
    """Weights from the plain values of a file."""
    return MeantWeights(
        logit_of(stored["dated"]),
        logit_of(stored["undated"]),
        logit_of(stored["crossing"]),
        logit_of(stored["crossing_undated"]),
        softmax_of(stored["reading"]),
        softmax_of(stored["reading_undated"]),
        stored["about"],
    )


def as_stored(weights: MeantWeights) -> dict[str, Any]:
    """Weights as the plain values of a file, by the names of their columns."""
    return {
        "about": dict(weights.about),
        "dated": plain_logit(weights.dated),
        "undated": plain_logit(weights.undated),
        "crossing": plain_logit(weights.crossing),
        "crossing_undated": plain_logit(weights.crossing_undated),
        "reading": plain_softmax(weights.reading),
        "reading_undated": plain_softmax(weights.reading_undated),
    }
