"""Writes the fitted weights of `provenance.lineage`: `python tests/evaluation/fit_lineage.py DATA`.

DATA holds `newsgroups/articles.jsonl` and `gold.jsonl`. Fitted on the half of the threads that is for development
only, so that the other half can be reported. Own-text probabilities of the fitting half are made out of fold (five
folds of threads), or the confidence of what is fitted on top of them falls apart.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from newsgroups import Labelled, Posts, cut_to_days, load, shifted_and_missing
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.events.linear import Logit, probabilities
from provenance.lineage import weights
from provenance.lineage.beliefs import inferred_order
from provenance.lineage.choice import BACKWARD, FORWARD
from provenance.lineage.credits import find_credits
from provenance.lineage.features import NAMING, Described, Features, describe, place_features
from provenance.lineage.fitting import fit_choice, fit_logit, fit_ownership
from provenance.lineage.runs import Runs, shared_runs
from provenance.lineage.texts import lay_out
from provenance.lineage.times import Times, times_of

Table = NDArray[np.float64]
FOLDS = 5
# Ridge of the conditional logits: 5, 10 and 15 differ by less than .003 in what is right, by five folds of threads on
# the fitting half; 10 and 15 are better calibrated.
RIDGE = 10.0
NOISE_SEEDS = (1, 2, 3)  # draws of shifted and missing dates that the "mixed" weights are fitted on
ABOUT = {
    "fitted_on": "20 Newsgroups, 9,851 dated posts with quote markers removed, gold relations from the quoted lines; "
    "the half of the threads whose first id has an even SHA-256",
    "by": "tests/evaluation/fit_lineage.py",
    "unit": "nats a unit of the named column",
}


def main(data: Path) -> None:
    """Fit everything and write `provenance/lineage/weights/*.json`."""
    settings = LineageSettings()
    posts = load(data)
    texts = lay_out(posts.articles, {})
    runs = shared_runs(texts, settings)
    places = place_features(texts, runs)
    credit = find_credits(texts, posts.articles, runs.pairs).one_sided
    times = times_of([posts.articles[name] for name in texts.ids], settings)
    labelled = posts.labelled(texts.ids, runs.pairs)
    own, probability = fit_own(runs, places, times, labelled)
    described = describe(texts, runs, places, probability)
    stamp = {**ABOUT, "fitted": datetime.datetime.now(datetime.UTC).date().isoformat()}
    write("own", {"about": {**stamp, "ridge": 20.0}, **weights.as_stored(own)})
    for name, states in states_of_dates(posts, texts.ids, times, settings).items():
        write(
            name,
            {
                "about": {**stamp, "ridge": RIDGE},
                **fit_regime(described, states, labelled, credit, settings),
            },
        )


def states_of_dates(
    posts: Posts, ids: tuple[str, ...], times: Times, settings: LineageSettings
) -> Mapping[str, list[Times]]:
    """The dates as each set of weights sees them."""
    noisy = [shifted_and_missing(posts.articles, seed) for seed in NOISE_SEEDS]
    day = cut_to_days(posts.articles)
    return {
        "dated": [times],
        "day": [times_of([day[name] for name in ids], settings)],
        "mixed": [times_of([each[name] for name in ids], settings) for each in noisy],
        "undated": [times.without()],
    }


def fit_own(runs: Runs, places: Table, times: Times, labelled: Labelled) -> tuple[weights.Ownership, Table]:
    """The ownership weights, and own-text probabilities of every place, out of fold where they were fitted."""
    rows, truth, weight = [], [], []
    for pair in np.flatnonzero(labelled.truth >= 0).tolist():
        for run in range(runs.first[pair], runs.first[pair + 1]):
            if runs.bounds[run, 1] - runs.bounds[run, 0] < 8:
                continue
            at = runs.held_first[run]
            right = labelled.truth[pair]
            if right >= 2:
                rows, truth, weight = [*rows, at, at + 1], [*truth, 0, 0], [*weight, 0.5, 0.5]
                continue
            holders = runs.holders(run)[:, 0]
            earliest = holders[np.argmin(np.nan_to_num(times.earliest[holders], nan=np.inf))]
            if earliest == runs.pairs[pair, right]:
                rows, truth, weight = [*rows, at + right, at + 1 - right], [*truth, 1, 0], [*weight, 1.0, 1.0]
    taken, is_own, counted = runs.held[np.array(rows)], np.array(truth, float), np.array(weight)
    thread = labelled.thread[runs.stretches[:, 0]]
    developing = (thread >= 0) & (thread % 2 == 0)
    use = developing[taken]
    fitted = fit_ownership(places[taken[use]], is_own[use], counted[use])
    probability = fitted.probability(places)
    for fold in range(FOLDS):
        inside = developing & (thread // 2 % FOLDS == fold)
        rest = use & ~inside[taken]
        part = fit_ownership(places[taken[rest]], is_own[rest], counted[rest])
        probability[inside] = part.probability(places[inside])
    return fitted, probability


def fit_regime(
    described: Described,
    states: list[Times],
    labelled: Labelled,
    credit: Table,
    settings: LineageSettings,
) -> dict[str, object]:
    """Weights for one state of the dates, as a file holds them."""
    rows = labelled.developing
    truth = np.tile(labelled.truth[rows], len(states))
    share = np.full(len(truth), 1 / len(states))
    plain = [described.features(times, settings.unseen, credit=credit) for times in states]
    first = fit_choice(stacked([each.of(rows) for each in plain]), truth, RIDGE, share)
    pairs = described.runs.pairs
    ordered = []
    for times, features in zip(states, plain, strict=True):
        believed = probabilities(first.utilities(features))
        order = inferred_order(described.same, pairs, believed[:, FORWARD], believed[:, BACKWARD])
        ordered.append(described.features(times, settings.unseen, order=order, credit=credit))
    second = fit_choice(stacked([each.of(rows) for each in ordered]), truth, RIDGE, share)
    common = plain[0].common
    kind = weights.Kind(common.mean(axis=0), np.maximum(common.std(axis=0), 0.05))
    return {
        "first": weights.as_stored(first),
        "second": weights.as_stored(second),
        "naming": weights.as_stored(fit_naming(ordered, labelled)),
        "kind": weights.as_stored(kind),
    }


def fit_naming(states: list[Features], labelled: Labelled) -> Logit:
    """Is the best third text the source, where there is a common one?"""
    values, truth = [], []
    for features in states:
        rows = labelled.developing[labelled.truth[labelled.developing] >= 2]
        rows = rows[features.third[rows] >= 0]
        values.append(features.naming[rows])
        truth += [float(features.third[row] in labelled.sources[row]) for row in rows.tolist()]
    weight = np.full(len(truth), 1 / len(states))
    return fit_logit(NAMING, np.concatenate(values), np.array(truth), weight)


def stacked(parts: list[Features]) -> Features:
    """Several descriptions of the same pairs one below the other."""
    return Features(*(np.concatenate([getattr(part, name) for part in parts]) for name in Features.__slots__))


def write(name: str, content: Mapping[str, object]) -> None:
    """One file of weights."""
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (weights.FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
