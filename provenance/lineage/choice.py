"""A conditional logit over what two texts that share passages can be to each other, and plain logits beside it.

The alternatives are: B derives from A, A derives from B, a common source that is archived, a common source that
nobody has seen. Both directions share one set of weights, so exchanging the texts exchanges the answer. Weights come
from `provenance.lineage.weights`; nothing here knows what the columns mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.lineage.features import Features

Table = NDArray[np.float64]

FORWARD, BACKWARD, NAMED, UNSEEN = range(4)


@dataclass(frozen=True, slots=True)
class Logit:
    """Log odds = intercept + sum of weight * (value - centre) over the named columns."""

    columns: tuple[str, ...]
    centre: Table
    weights: Table
    intercept: float

    def log_odds(self, values: Table) -> Table:
        """One number a row of `values`."""
        return weighed(values - self.centre, self.weights) + self.intercept

    def probability(self, values: Table) -> Table:
        """The same as probabilities."""
        return sigmoid(self.log_odds(values))


@dataclass(frozen=True, slots=True)
class Choice:
    """Weights of the four alternatives: `direction` for both directions, `named` and `unseen` for common sources.

    Columns of the common sources are taken relative to `centre`.
    """

    direction_columns: tuple[str, ...]
    common_columns: tuple[str, ...]
    direction: Table
    named: Table
    unseen: Table
    centre: Table

    def utilities(self, features: Features) -> Table:
        """A row a pair, a column an alternative, in nats."""
        common = features.common - self.centre
        columns = (
            weighed(features.forward, self.direction),
            weighed(features.backward, self.direction),
            weighed(common, self.named),
            weighed(common, self.unseen),
        )
        return np.stack(columns, axis=1)


def weighed(table: Table, weights: Table) -> Table:
    """`table @ weights`, each row summed alone and in one order: a library of linear algebra adds up in another order
    when it has more rows or threads, and of 26,745 links 6 had a reason of another weight for that."""
    return np.asarray(np.einsum("rc,c->r", table, weights))


def sigmoid(values: Table) -> Table:
    """Probabilities of log odds, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(np.asarray(values) / 2)))


def probabilities(utilities: Table) -> Table:
    """Softmax of each row."""
    powers = np.exp(utilities - utilities.max(axis=1, keepdims=True)) if len(utilities) else utilities
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
