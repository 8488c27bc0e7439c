"""The probabilities of every relation of two texts that share runs, from wording, dates and credits together.

The state of a pair's dates chooses the weights: both known to the hour or better (`dated`), to the day (`day`), some
missing or shifted (`mixed`), none (`undated`). Where dates are missing, the weights for wording are checked before
they are trusted: on the archive's own dated links, or else by how similar the texts are to those that the weights
were fitted on. Weights of one kind of text can be confidently wrong about another. Nothing here is put into words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.events.linear import probabilities, weighed
from provenance.lineage import weights
from provenance.lineage.choice import BACKWARD, FORWARD, Choice
from provenance.lineage.features import COMMON, DIRECTION, Described, Features
from provenance.lineage.times import Times
from provenance.lineage.wording_check import Check, WordingSample, checked, refitted_direction
from provenance.model.appearance import HOUR

Table = NDArray[np.float64]

BROAD = 12 * HOUR  # an interval this long is a day, not a time
RIDGE = 0.3  # pull of every text towards 0 in `inferred_order`; .1 to 1 differ by less than .002 on newsgroup posts
CLIPPED = 3.0  # log odds that one pair contributes at most
STEPS = 200
_THIRD_FIRST, _THIRD_HELD = COMMON.index("third_first"), COMMON.index("third_held")


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What is believed of P pairs, one row per pair.

    `utilities[p, k]` is the utility of alternative k of `choice` (four), in nats. `third[p]` is the best third text
    (-1: none), `naming[p]` the probability that it is the source if there is a common one, `third_held[p]` the part
    of the shared words that it holds, `third_first[p]` the part of which it is the earliest known holder.
    `contributions[p, j]` is what column j of `features.DIRECTION` adds to "A is the source" against "B is", in nats.
    `regime[p]` is the number of the weights in `weights.REGIMES` that were applied; `ordered[p]` says whether dates
    give an order.
    """

    utilities: Table
    naming: Table
    third: NDArray[np.int64]
    third_first: Table
    third_held: Table
    contributions: Table
    regime: NDArray[np.int64]
    ordered: NDArray[np.bool_]
    check: Check


@dataclass(frozen=True, slots=True)
class _Applied:
    """One set of weights applied to every pair."""

    features: Features
    choice: Choice
    utilities: Table
    naming: Table

    def of(self, rows: NDArray[np.bool_]) -> _Applied:
        """The same for some of the pairs."""
        return _Applied(self.features.of(rows), self.choice, self.utilities[rows], self.naming[rows])


def believe(
    described: Described, times: Times, credit: Table, settings: LineageSettings, check: Check | None = None
) -> Beliefs:
    """Judge every pair of `described`; `credit` is +1 where only B names A, -1 where only A names B.

    `check` says whether the weights for wording hold; without it they are checked on these pairs.
    """
    pairs = described.runs.pairs
    applied = {"undated": _apply(described, times.without(), credit, "undated", settings)}
    if check is None:
        check = checked(_sample(applied["undated"], described, times), settings)
    regime = _regimes(pairs, times, check)
    if check.verdict == "refitted":
        applied["undated"] = _refitted(applied["undated"], pairs, times, check, settings)
    for number in np.unique(regime).tolist():
        name = weights.REGIMES[number]
        if name not in applied:
            applied[name] = _apply(described, times, credit, name, settings)
    base = applied["undated"]
    beliefs = Beliefs(
        utilities=base.utilities.copy(),
        naming=base.naming.copy(),
        third=base.features.third.copy(),
        third_first=base.features.common[:, _THIRD_FIRST].copy(),
        third_held=base.features.common[:, _THIRD_HELD].copy(),
        contributions=_contributions(base, base.features),
        regime=regime,
        ordered=np.nan_to_num(times.gap(pairs[:, 0], pairs[:, 1])) != 0,
        check=check,
    )
    for name, part in applied.items():
        rows = regime == weights.REGIMES.index(name)
        beliefs.utilities[rows] = part.utilities[rows]
        beliefs.naming[rows] = part.naming[rows]
        beliefs.third_first[rows] = part.features.common[rows, _THIRD_FIRST]
        beliefs.third_held[rows] = part.features.common[rows, _THIRD_HELD]
        beliefs.third[rows] = part.features.third[rows]
        beliefs.contributions[rows] = _contributions(part, base.features)[rows]
    return beliefs


def _apply(
    described: Described, times: Times, credit: Table, name: weights.Regime, settings: LineageSettings
) -> _Applied:
    """Apply one set of weights twice: alone, and with the order of texts that the first answers suggest."""
    using = weights.regime(name)
    features = described.features(times, settings.unseen, credit=credit)
    first = probabilities(using.first.utilities(features))
    order = inferred_order(described.same, described.runs.pairs, first[:, FORWARD], first[:, BACKWARD])
    features = described.features(times, settings.unseen, order=order, credit=credit)
    naming = using.naming.probability(features.naming) * (features.third >= 0)
    return _Applied(features, using.second, using.second.utilities(features), naming)


def _contributions(part: _Applied, wording: Features) -> Table:
    """Nats of each column; what dates add to ownership is counted with the dates."""
    parts = (part.features.forward - part.features.backward) * part.choice.direction
    owned = [column for column, name in enumerate(DIRECTION) if name.startswith("owned")]
    alone = (wording.forward - wording.backward)[:, owned] * part.choice.direction[owned]
    parts[:, DIRECTION.index("date_order")] += parts[:, owned].sum(axis=1) - alone.sum(axis=1)
    parts[:, owned] = alone
    return np.asarray(parts)


def wording_sample(
    described: Described, times: Times, credit: Table, rows: NDArray[np.bool_], settings: LineageSettings
) -> WordingSample:
    """Some of the pairs of `described` (`rows`) as wording alone sees them, for a check on several judgements' links;
    those that are no use for it are left out."""
    return _sample(_apply(described, times.without(), credit, "undated", settings), described, times, rows)


def _sample(
    wording: _Applied, described: Described, times: Times, rows: NDArray[np.bool_] | None = None
) -> WordingSample:
    """The pairs on which wording is checked.

    Only pairs with exact runs are used, because the weights were fitted on these: other passages of the newsgroup
    posts contradict dates so often that exact dates looked shifted. Of several copies of a text one is counted.
    """
    runs = described.runs
    used = runs.exact & (described.same[runs.pairs] == runs.pairs).all(axis=1)
    asked = np.ones(len(runs), np.bool_) if rows is None else rows
    used &= asked
    wording, pairs = wording.of(used), runs.pairs[used]
    texts = np.unique(runs.pairs[asked])
    names = (described.texts.ids[text] for text in texts.tolist())
    dated = dict(zip(names, times.known[texts].tolist(), strict=True))
    return WordingSample(wording.features, wording.utilities, times.gap(pairs[:, 0], pairs[:, 1]), dated)


def _regimes(pairs: NDArray[np.int64], times: Times, check: Check) -> NDArray[np.int64]:
    """Which weights are applied to each pair: numbers in `weights.REGIMES`."""
    known = times.known
    both = known[pairs].all(axis=1)
    if not both.any():
        return np.full(len(pairs), weights.REGIMES.index("undated"))
    broad = (np.nan_to_num(times.latest - times.earliest) >= BROAD)[pairs].any(axis=1)
    broad &= ~times.with_own(pairs)
    regime = np.where(broad, weights.REGIMES.index("day"), weights.REGIMES.index("dated"))
    regime[~both] = weights.REGIMES.index("mixed" if check.trusted else "undated")
    if check.trusted and (check.shifted or not check.dated):
        regime[:] = weights.REGIMES.index("mixed")
    return np.asarray(regime)


def _refitted(
    wording: _Applied, pairs: NDArray[np.int64], times: Times, check: Check, settings: LineageSettings
) -> _Applied:
    """The pairs under weights for wording fitted on dated links: those of the check, or else their own."""
    if check.direction is not None:
        direction = np.array(check.direction, np.float64)
    else:
        direction = refitted_direction(wording.features, times.gap(pairs[:, 0], pairs[:, 1]), settings)
    choice = Choice(
        DIRECTION, wording.choice.common_columns, direction, wording.choice.named, wording.choice.unseen,
        wording.choice.centre,
    )  # fmt: skip
    shipped = wording.utilities
    utilities = shipped.copy()
    middle = shipped[:, :2].mean(axis=1)
    difference = weighed(wording.features.forward - wording.features.backward, direction) / 2
    utilities[:, FORWARD], utilities[:, BACKWARD] = middle + difference, middle - difference
    return _Applied(wording.features, choice, utilities, wording.naming)


def inferred_order(
    same: NDArray[np.int64], pairs: NDArray[np.int64], forward: NDArray[np.float64], backward: NDArray[np.float64]
) -> NDArray[np.float64]:
    """A number for each text of `same` such that sources have lower numbers than the texts that derive from them.

    Directions of single pairs contradict each other; the numbers that fit all of them best (ridge least squares over
    the log odds of direction) let sure pairs settle unsure ones.

    `forward[p]` is the probability that the second text of pair p derives from the first, `backward[p]` the reverse.
    Copies of one text (equal numbers in `same`) weigh as much as one together, and pairs of copies say nothing.
    Solved by conjugate gradients; texts in no pair get 0.
    """
    count = len(same)
    part = 1 / np.bincount(same, minlength=count)[same]
    first, second = pairs[:, 0], pairs[:, 1]
    wanted = np.clip(np.log((forward + 0.01) / (backward + 0.01)), -CLIPPED, CLIPPED)
    weight = (forward + backward + 0.02) * part[first] * part[second] * (same[first] != same[second])
    target = np.bincount(second, weight * wanted, count) - np.bincount(first, weight * wanted, count)
    diagonal = RIDGE * part + np.bincount(first, weight, count) + np.bincount(second, weight, count)

    def applied(values: NDArray[np.float64]) -> NDArray[np.float64]:
        crossed = np.bincount(first, weight * values[second], count) + np.bincount(
            second, weight * values[first], count
        )
        return diagonal * values - crossed

    places: NDArray[np.float64] = np.zeros(count)
    residual: NDArray[np.float64] = np.asarray(target, np.float64)
    step = residual / diagonal
    measure = float(residual @ step)
    for _ in range(STEPS):
        if measure < 1e-12:
            break
        image = applied(step)
        length = measure / float(step @ image)
        places = places + length * step
        residual = residual - length * image
        scaled = residual / diagonal
        renewed = float(residual @ scaled)
        step = scaled + renewed / measure * step
        measure = renewed
    return places
