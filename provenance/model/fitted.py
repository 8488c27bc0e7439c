"""What a fit of the news weights to a user's own labels gave: how good they are on pairs that they never saw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FitFigures:
    """What weights say of labelled pairs.

    `log_loss` is the mean of -ln of the probability of the truth. Of `derived` pairs the right source is asserted in
    `right` and the wrong one in `wrong_way`, of `others` a relation in `false` that is not theirs.
    """

    log_loss: float
    derived: int
    right: int
    wrong_way: int
    others: int
    false: int


@dataclass(frozen=True, slots=True)
class WeightsFit:
    """A fit: on `pairs` labelled pairs in `groups` that are joined by no label, from `source` (a file, or "reviews").

    `before` are the weights that ship and `after` the fitted ones, both on groups that were left out of the fit.
    `kept` says whether the fitted ones are used from now on: only where they are better, by their log loss.
    `without_reports` counts labelled pairs that the archive's index does not take for reports of one event, which
    these weights never judge.
    """

    fitted: str
    source: str
    pairs: int
    groups: int
    confidence: float
    before: FitFigures
    after: FitFigures
    kept: bool
    without_reports: int = 0
