"""Every link among archived articles: candidates, passages, judgement, each in portions that can be interrupted.

First the index is queried for candidates of every article that no audit with these settings has covered, then each
pair worth aligning is aligned once, and at last the articles that share text are judged together. Passages are
stored as soon as they are proven, so that an interrupted audit goes on where it stopped; its run stays open until it
is finished. What a person has confirmed or rejected is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.audit.aligning import Pair, align_pairs
from provenance.audit.portion_judging import judge_run
from provenance.audit.proposing import Proposal, propose
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.engines.in_process import InProcess
from provenance.model.progress import Progress
from provenance.store import ArchiveReader, Store

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AuditSummary:
    """What an audit did: articles looked at, pairs aligned, links judged anew, and links that stayed as they were."""

    articles: int
    pairs: int
    links: int
    kept: int


def audit(
    store: Store,
    settings: Settings,
    *,
    engine: Engine | None = None,
    reader: ArchiveReader | None = None,
    again: bool = False,
    only: Sequence[str] = (),
    on_progress: Progress | None = None,
) -> AuditSummary:
    """Find and record the links of every article that is new to an audit with these settings.

    `again` looks at all articles, `only` at those named (against all others). Deterministic whatever the `engine`;
    without one all is done in this process. `reader` is how tasks reach the index where the archive's file is out of
    their reach.
    """
    settings, engine, reader = settings.recorded, engine or InProcess(), reader or store.reader
    report = on_progress or (lambda _stage, _done, _total: None)
    asked = _asked(store, settings, again, only)
    resumed = store.runs.unfinished("audit", settings.digest)
    if resumed is None and not len(asked):
        return AuditSummary(0, 0, 0, len(store.links.pairs()))
    run = resumed or store.runs.start("audit", settings.digest, settings.as_json)
    proposal, linked = Proposal(np.empty((0, 2), np.int64), {}), set[Pair]()
    if len(asked):
        proposal = propose(store, reader, settings.fingerprint, engine, asked, report)
        linked = align_pairs(store, run, settings, engine, asked, proposal, report)
    everybody = resumed is not None or len(asked) == store.articles.count()
    new = None if everybody else set(store.articles.ids(asked.tolist()))
    found = linked if everybody and resumed is None else None
    links, kept = judge_run(store, reader, run, settings, engine, new, found, proposal.boilerplate, report)
    store.runs.finish(run)
    return AuditSummary(len(asked), len(proposal.pairs), links, kept)


def _asked(store: Store, settings: Settings, again: bool, only: Sequence[str]) -> Numbers:
    if only:
        return np.sort(np.asarray(store.articles.numbers([store.articles.resolve(name) for name in only]), np.int64))
    return store.articles.all_numbers() if again else store.runs.unaudited(settings.digest)
