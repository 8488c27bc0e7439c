"""Fits the weights of the verdict on news where sentences are encoded: see `fitting`, whose labels these are, too.

The same two models, with the measures by meaning beside those by words, and a small model of its own for reports in
two languages, since words say nothing of these. Used to write the weights that ship and to score them on events left
out. Nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from provenance.events.fitting import (
    ANSWERS,
    BEFORE,
    FOLDS,
    INDEPENDENT,
    PRIOR,
    SCORED,
    LabelledEvent,
    fit_logit,
    fit_softmax,
    folds,
    signs_of,
    without_times,
)
from provenance.events.linear import Logit, Softmax
from provenance.events.meaning_network import READ, MeantNetwork, all_columns
from provenance.events.meaning_overlaps import MEANT
from provenance.events.meaning_weights import MeantWeights
from provenance.events.reports import in_order
from provenance.events.weights import EventWeights

# Sentences by their words are left to those by their codes: .830 of newsroom's direct pairs with either, and fewer
# columns.
BY_WORDS = tuple(name for name in (*SCORED, *BEFORE) if "told_" not in name)
# What an independent pair counts in the second model: with 1.5, as where words alone decide, .815 of the direct pairs
# are right at .8 in audits and .0013 of the independent ones asserted, with 1.25 .820 and .0026.
INDEPENDENT_READ = 1.25
SIZES = ("size_ratio", "size_others")
DATED, CROSSING = (*BY_WORDS, *MEANT), (*MEANT, *SIZES)


def undated(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns that have a meaning where it is not known which of two appeared first."""
    return tuple(name for name in columns if not name.startswith(("early_", "size_ratio")))


def fit_meant(events: Sequence[LabelledEvent], weights: EventWeights, about: Mapping[str, Any]) -> MeantWeights:
    """Weights for all states of a pair, of events whose reports are encoded; `about` is kept beside them. `weights`
    judge pairs of which one report is not."""
    bare = [without_times(each) for each in events]
    return MeantWeights(
        dated=fit_score(events, DATED, abroad=False),
        undated=fit_score(bare, undated(DATED), abroad=False),
        crossing=fit_score(events, CROSSING, abroad=True),
        crossing_undated=fit_score(bare, undated(CROSSING), abroad=True),
        reading=fit_reading(events, weights, dated=True),
        reading_undated=fit_reading(bare, weights, dated=False),
        about=about,
    )


def fit_dated(events: Sequence[LabelledEvent], weights: EventWeights, about: Mapping[str, Any]) -> MeantWeights:
    """Weights for pairs of which it is known which appeared first, in half of the time: they stand in for others,
    too, so that only archives with dates are judged by them."""
    dated = fit_score(events, DATED, abroad=False)
    crossing = fit_score(events, CROSSING, abroad=True)
    reading = fit_reading(events, weights, dated=True)
    return MeantWeights(dated, dated, crossing, crossing, reading, reading, about)


def fit_score(events: Sequence[LabelledEvent], columns: tuple[str, ...], *, abroad: bool) -> Logit:
    """The first model, of sources in the same language or `abroad` in another one. Without any such pair nothing is
    weighed."""
    rows, truth, weight = [], [], []
    for event in events:
        for derived, report in event.reports.items():
            if report.meant is None:
                continue
            for source, measures, meant in zip(report.sources, report.measures, report.meant, strict=True):
                if (source in report.abroad) is not abroad or np.isnan(meant[0]):
                    continue
                if source not in event.reports or in_order(event.reports[source].time, report.time) < 0:
                    continue
                answer, known = event.answer(source, derived)
                made = answer == ANSWERS.index("derived") and known.source == source
                if answer < 0 or (made and not known.direct):
                    continue
                rows.append(np.concatenate([measures, meant]))
                truth.append(made)
                weight.append(event.weight * (1.0 if made else INDEPENDENT))
    if not any(truth):
        return Logit(columns, np.zeros(len(columns)), np.zeros(len(columns)), 0.0)
    table = all_columns(np.array(rows, np.float64), columns)
    return fit_logit(
        columns, table, np.array(truth, np.float64), np.array(weight), PRIOR, [signs_of(name) for name in columns]
    )


def fit_reading(events: Sequence[LabelledEvent], weights: EventWeights, *, dated: bool) -> Softmax:
    """The second model, on scores that were made out of fold."""
    rows, answers, weight = [], [], []
    for held in folds({event.group for event in events}, FOLDS):
        first = _scoring([event for event in events if event.group not in held], dated=dated)
        for event in (event for event in events if event.group in held):
            network = MeantNetwork(event.reports, weights, first)
            for one, two in combinations(sorted(event.reports), 2):
                answer, _ = event.answer(one, two)
                read = network.reading(one, two)
                if answer >= 0 and read.meant:
                    rows.append(read.values)
                    answers.append(answer)
                    weight.append(event.weight * (1.0 if answer else INDEPENDENT_READ))
    return fit_softmax(READ, np.array(rows, np.float64), np.array(answers), np.array(weight))


def _scoring(events: Sequence[LabelledEvent], *, dated: bool) -> MeantWeights:
    """Weights that can score and nothing else."""
    nothing = Softmax(READ, np.zeros(len(READ)), np.zeros((3, len(READ))), np.zeros(3))
    home, crossing = (DATED, CROSSING) if dated else (undated(DATED), undated(CROSSING))
    one, two = fit_score(events, home, abroad=False), fit_score(events, crossing, abroad=True)
    return MeantWeights(one, one, two, two, nothing, nothing, {})
