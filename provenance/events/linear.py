"""Small linear models, as tables of numbers that anyone can read: a logit, and a softmax over several answers.

Every column is taken relative to its mean where the weights were fitted, so that a contribution of 0 means "as
usual". Sums run in a fixed order, one row at a time: a library of linear algebra changes the order of additions with
the number of rows. Nothing here knows what the columns mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Logit:
    """Log odds = intercept + sum of weight * (value - centre) over the named columns."""

    columns: tuple[str, ...]
    centre: Table
    weights: Table
    intercept: float

    def contributions(self, values: Table) -> Table:
        """What each column adds to the log odds of each row, in nats."""
        return np.asarray((values - self.centre) * self.weights)

    def log_odds(self, values: Table) -> Table:
        """One number per row of `values`."""
        return weighed(values - self.centre, self.weights) + self.intercept

    def probability(self, values: Table) -> Table:
        """The same as probabilities."""
        return sigmoid(self.log_odds(values))


@dataclass(frozen=True, slots=True)
class Softmax:
    """Probabilities of several answers: `weights[k]` and `intercepts[k]` make the utility of answer k, in nats."""

    columns: tuple[str, ...]
    centre: Table
    weights: Table
    intercepts: Table

    def probabilities(self, values: Table) -> Table:
        """`[row, answer]`; each row sums to 1."""
        return probabilities(np.einsum("rc,kc->rk", values - self.centre, self.weights) + self.intercepts)


def weighed(table: Table, weights: Table) -> Table:
    """`table @ weights`, each row summed by itself in a fixed order.

    A library of linear algebra changes the order of additions with the number of rows or threads, which gave 6 of
    26,745 links a reason of another weight.
    """
    return np.asarray(np.einsum("rc,c->r", table, weights))


def sigmoid(values: Table) -> Table:
    """Probabilities of log odds, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(np.asarray(values) / 2)))


def probabilities(utilities: Table) -> Table:
    """Softmax of each row."""
    powers = np.exp(utilities - utilities.max(axis=1, keepdims=True)) if len(utilities) else utilities
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
