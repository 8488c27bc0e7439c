"""The news weights fitted to labels of this archive's own articles: `evaluate links --fit`.

Whole groups of labelled articles are left out in turn and judged by weights that never saw them, beside the weights
that ship; only better ones are stored. Where labels say little, the fitted weights stay as those that ship. What is
stored names its source and date, and later audits write a record of their own with it. Reviews that rest on habits
(publishers, set phrases) are no labels: they say what is not to be shown, not what happened.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

import numpy as np

from provenance.audit.event_reporting import event_reports
from provenance.audit.proposing import propose
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.engines.in_process import InProcess
from provenance.errors import UsageError
from provenance.events.fitting import LabelledEvent, Truth, fit_events, folds
from provenance.events.network import Network
from provenance.events.reports import Chances
from provenance.events.weights import EventWeights, as_stored, shipped
from provenance.model import Link, ReviewStep
from provenance.model.fitted import FitFigures, WeightsFit
from provenance.model.progress import Progress
from provenance.store import Store

Pair = tuple[str, str]

CONFIDENCE = 0.8  # from which on an assertion counts in the figures of a fit
FOLDS = 10
FEWEST_GROUPS, FEWEST_PAIRS = 4, 10
LEAST = 1e-6  # probability that a log loss counts at least: one certain mistake is not to decide a fit


def fit_weights(
    store: Store,
    settings: Settings,
    labels: Mapping[Pair, Truth],
    source: str,
    *,
    engine: Engine | None = None,
    on_progress: Progress | None = None,
) -> WeightsFit:
    """Fit the weights to labels (pairs of archived ids, ascending), judge them on groups left out, keep better ones.

    Raises UsageError where there are too few labels, or none of pairs of which nothing was taken.
    """
    report = on_progress or (lambda _stage, _done, _total: None)
    events, missed = labelled_events(store, settings, labels, engine or InProcess(), report)
    _refuse_too_few(events, labels, missed)
    today = datetime.now(UTC).date().isoformat()
    pairs = sum(len(event.truth) for event in events)
    about = {"fitted": today, "fitted_on": source, "pairs": pairs, "groups": len(events), "around": shipped().about}
    before, after = _left_out(events, report)
    kept = after.log_loss < before.log_loss
    if kept:
        store.weights.write(as_stored(fit_events(events, about, shipped())) | {"figures": asdict(after)})
    return WeightsFit(today, source, pairs, len(events), CONFIDENCE, before, after, kept, missed)


def forget_weights(store: Store) -> bool:
    """Go back to the weights that ship; whether there were others."""
    fitted = bool(store.weights.as_json())
    if fitted:
        store.weights.write(None)
    return fitted


def reviewed_labels(steps: Iterable[ReviewStep]) -> dict[Pair, Truth]:
    """What people's words on links say of pairs, by ids ascending: the last verdict that nobody took back.

    A rejected link is one of which nothing was taken; a confirmed one is what it was shown as.
    """
    found: dict[Pair, Truth] = {}
    for step in steps:
        if step.subject.about != "link" or step.said not in ("confirmed", "rejected"):
            continue
        one, two = sorted(step.subject.names)
        truth = Truth("same_event") if step.said == "rejected" else _confirmed(step.link)
        found.pop((one, two), None)
        if truth is not None:
            found[one, two] = truth
    return dict(sorted(found.items()))


def _confirmed(link: Link | None) -> Truth | None:
    if link is None:
        return None
    if link.source is not None:
        return Truth("derived", link.source)
    if link.relation == "common_source" and link.common_source is not None:
        return Truth("common_source", sources=frozenset([link.common_source]))
    return Truth("same_event") if link.relation == "same_event" else None


def labelled_events(
    store: Store, settings: Settings, labels: Mapping[Pair, Truth], engine: Engine, report: Progress
) -> tuple[list[LabelledEvent], int]:
    """The labelled articles in groups that no label joins, with their reports as an audit makes them; and how many
    labelled pairs no report compares."""
    names = sorted({name for pair in labels for name in pair})
    numbers = store.articles.known_numbers(names)
    linked = np.array([sorted((numbers[one], numbers[two])) for one, two in labels], np.int64).reshape(-1, 2)
    everything = store.articles.all_numbers()
    proposal = propose(store, store.reader, settings.fingerprint, engine, everything, report)
    reports = event_reports(store, engine, proposal, linked, report)
    events, missed = [], 0
    for group, members in _groups(labels).items():
        of_group = {pair: truth for pair, truth in labels.items() if pair[0] in members}
        truth = {
            (one, two): known
            for (one, two), known in of_group.items()
            if (one in reports and two in reports[one].sources) or (two in reports and one in reports[two].sources)
        }
        missed += len(of_group) - len(truth)
        # Third texts that both come from take part in the judgement though no label may name them.
        around = {*members, *(name for known in truth.values() for name in known.sources)}
        if truth:
            chosen = {name: reports[name] for name in sorted(around) if name in reports}
            events.append(LabelledEvent(group, chosen, truth, whole=False))
    return events, missed


def _groups(labels: Mapping[Pair, Truth]) -> dict[str, set[str]]:
    """Groups of articles that labels join, by their first id: through pairs and through what both come from."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for (one, two), truth in labels.items():
        for other in (two, *sorted(truth.sources)):
            first, second = sorted((root(one), root(other)))
            parent[second] = first
    found: dict[str, set[str]] = {}
    for name in sorted(parent):
        found.setdefault(root(name), set()).add(name)
    return found


def _refuse_too_few(events: Sequence[LabelledEvent], labels: Mapping[Pair, Truth], missed: int) -> None:
    truths = [truth for event in events for truth in event.truth.values()]
    derived = sum(truth.relation == "derived" for truth in truths)
    if len(events) >= FEWEST_GROUPS and derived >= FEWEST_PAIRS and len(truths) - derived >= FEWEST_PAIRS:
        return
    raise UsageError(
        f"too few labels to fit weights to: {derived:,} pairs of which one was made from the other and "
        f"{len(truths) - derived:,} others, in {len(events):,} groups that share no article (of {len(labels):,} "
        f"labels, {missed:,} are of articles that the index does not take for reports of one event). It takes "
        f"{FEWEST_PAIRS} of each in {FEWEST_GROUPS} groups: label all pairs of an event, the independent ones too"
    )


def _left_out(events: Sequence[LabelledEvent], report: Progress) -> tuple[FitFigures, FitFigures]:
    """The figures of the weights that ship and of fitted ones, each pair judged by what never saw its group."""
    ships, fitted = [], []
    parts = folds((event.group for event in events), min(FOLDS, len(events)))
    for number, held in enumerate(parts):
        report("fitting with groups left out", number, len(parts))
        refitted = fit_events([event for event in events if event.group not in held], {}, shipped())
        for event in (event for event in events if event.group in held):
            ships += _judged(event, shipped())
            fitted += _judged(event, refitted)
    return _figures(ships), _figures(fitted)


def _judged(event: LabelledEvent, weights: EventWeights) -> list[tuple[Pair, Truth, Chances]]:
    known = {pair: truth for pair, truth in sorted(event.truth.items()) if event.answer(*pair)[0] >= 0}
    chances = Network(event.reports, weights).chances(known)
    return [(pair, truth, chances[pair]) for pair, truth in known.items()]


def _figures(judged: Sequence[tuple[Pair, Truth, Chances]]) -> FitFigures:
    loss, derived, right, wrong, others, false = 0.0, 0, 0, 0, 0, 0
    for pair, truth, chances in judged:
        ways = {pair[0]: chances.forward, pair[1]: chances.backward}
        told = {"common_source": chances.common, "same_event": chances.same}
        if truth.source is not None:
            told["derived"] = ways.pop(truth.source)
            derived += 1
            right += told["derived"] >= CONFIDENCE
            wrong += max(ways.values()) >= CONFIDENCE
        else:
            others += 1
            accused = [*ways.values(), *([chances.common] if truth.relation == "same_event" else [])]
            false += max(accused) >= CONFIDENCE
        loss -= math.log(max(LEAST, told[truth.relation]))
    return FitFigures(round(loss / max(1, len(judged)), 6), derived, right, wrong, others, false)
