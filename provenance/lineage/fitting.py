"""Fits the weights of the judgement from links whose truth is known: Newton's method in plain numpy.

Used in two places: to write the weights that ship (from labelled posts), and inside a judgement, to refit the
weights for wording on an archive's own dated links when the shipped ones disagree with its dates. Penalties are
ridge, on standardised columns. Nothing here reads or writes a file.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from provenance.events.linear import Logit, probabilities, sigmoid, weighed
from provenance.lineage.choice import Choice, Ownership, expand, expanded_columns, knots_of
from provenance.lineage.features import COMMON, DIRECTION, Features

Table = NDArray[np.float64]

STEPS = 60
CLOSE = 1e-7
FEW_COLUMNS = 64
DATED_COLUMNS = (
    "inferred_order",
    "date_order",
    "date_gap",
    "date_missing",
    "first_known_source",
    "first_known_derived",
)


def fit_logit(
    columns: tuple[str, ...], values: Table, truth: Table, weight: Table | None = None, ridge: float = 1.0
) -> Logit:
    """Ridge logistic regression of `truth` (0 or 1) on standardised columns; `weight` counts each row."""
    weight = np.ones(len(truth)) if weight is None else weight
    centre, scale = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.hstack([(values - centre) / scale, np.ones((len(values), 1))])
    penalty = np.full(design.shape[1], ridge)
    penalty[-1] = 1e-6
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = sigmoid(weighed(design, found))
        slope = weighed(design.T, weight * (truth - chance)) - penalty * found
        curve = _curvature(design, weight * chance * (1 - chance) + 1e-9) + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        found = found + step / max(1.0, float(np.abs(step).max()) / 2)
        if float(np.abs(step).max()) < CLOSE:
            break
    return Logit(columns, centre, found[:-1] / scale, float(found[-1]))


def _curvature(design: Table, weight: Table) -> Table:
    """`design.T @ diag(weight) @ design`.

    Inside a judgement, where there are few columns, not by a library of linear algebra: it starts threads for this,
    which took a hundred times as long (.1 s for 3,000 rows) where other processes use the cores.
    """
    heavy = design * weight[:, None]
    return np.einsum("rc,rk->ck", heavy, design) if design.shape[1] <= FEW_COLUMNS else heavy.T @ design


def fit_choice(
    features: Features, truth: NDArray[np.int64], ridge: float = 5.0, weight: Table | None = None
) -> Choice:
    """Conditional logit of the four alternatives; `truth` is the number of the right one for each pair."""
    weight = np.ones(len(truth)) if weight is None else weight
    directions, commons = len(DIRECTION), len(COMMON)
    scale = np.sqrt(((features.forward**2).mean(axis=0) + (features.backward**2).mean(axis=0)) / 2) + 1e-9
    scale[scale < 1e-6] = 1.0
    centre, spread = features.common.mean(axis=0), features.common.std(axis=0) + 1e-9
    constant = COMMON.index("one")
    centre[constant], spread[constant] = 0.0, 1.0
    spread[spread < 1e-6] = 1.0
    common = (features.common - centre) / spread
    design = np.zeros((len(truth), 4, directions + 2 * commons))
    design[:, 0, :directions] = features.forward / scale
    design[:, 1, :directions] = features.backward / scale
    design[:, 2, directions : directions + commons] = common
    design[:, 3, directions + commons :] = common
    found = np.zeros(design.shape[2])
    right = np.zeros((len(truth), 4))
    right[np.arange(len(truth)), truth] = 1
    flat = design.reshape(-1, design.shape[2])
    for _ in range(STEPS):
        chance = probabilities(design @ found)
        slope = flat.T @ ((right - chance) * weight[:, None]).reshape(-1) - ridge * found
        mean = np.einsum("pa,pan->pn", chance, design)
        curve = (flat * (chance * weight[:, None]).reshape(-1)[:, None]).T @ flat - (mean * weight[:, None]).T @ mean
        step = np.linalg.solve(curve + ridge * np.eye(len(found)), slope)
        found = found + step / max(1.0, float(np.abs(step).max()) / 2)
        if float(np.abs(step).max()) < CLOSE:
            break
    return Choice(
        direction_columns=DIRECTION,
        common_columns=COMMON,
        direction=found[:directions] / scale,
        named=found[directions : directions + commons] / spread,
        unseen=found[directions + commons :] / spread,
        centre=centre,
    )


def fit_direction(
    features: Features, rows: NDArray[np.bool_], forward: NDArray[np.bool_], ridge: float = 20.0
) -> Table:
    """Direction weights from links whose order is known by date alone, over the columns that wording fills.

    `forward[p]` says that A of pair p came first; only the pairs of `rows` are used. Dates themselves get no weight.
    """
    wording = [column for column, name in enumerate(DIRECTION) if name not in DATED_COLUMNS]
    difference = (features.forward - features.backward)[rows][:, wording]
    truth = forward[rows].astype(np.float64)
    values, both = np.vstack([difference, -difference]), np.concatenate([truth, 1 - truth])
    names = tuple(DIRECTION[column] for column in wording)
    found = fit_logit(names, values, both, np.full(len(both), 0.5), ridge)
    direction = np.zeros(len(DIRECTION))
    direction[wording] = found.weights
    return direction


def fit_ownership(places: Table, truth: Table, weight: Table, ridge: float = 20.0) -> Ownership:
    """Fit the logit that tells from place features whether a wording is its text's own (`truth` 1) or taken (0)."""
    knots, centre = knots_of(places), places.mean(axis=0)
    columns = expanded_columns(knots)
    return Ownership(knots, centre, fit_logit(columns, expand(places, knots, centre), truth, weight, ridge))
