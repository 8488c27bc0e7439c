"""Every link among archived articles: candidates, passages, judgement, each in portions that can be interrupted.

First the index is queried for candidates of every article, then each pair worth aligning is aligned once, and at last
the articles that share text are judged together. What is recorded is a function of the archive's articles and the
settings: the same after any sequence of commands as after one audit of the same articles. So all candidates are
looked for anew (a tenth of the work), because one article changes what is rare for all others; what was aligned
before is kept as it is, and so are portions of links in which nothing has changed. People's
reviews play no part here.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.audit.aligning import Aligned, align_pairs
from provenance.audit.cut_off import NOTHING_LEFT_OUT, CutOff
from provenance.audit.event_reporting import event_reports
from provenance.audit.portion_judging import judge_links
from provenance.audit.proposing import Proposal, propose
from provenance.audit.recording import record_digest, state, weights_digest
from provenance.comparison.weights_in_force import has_known_codes, meant_weights_in_force, weights_in_force
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.engines.in_process import InProcess
from provenance.events.network import Network
from provenance.ingest.earlier_texts import catch_up
from provenance.ingest.languages import fill_languages
from provenance.model.progress import Progress
from provenance.store import ArchiveReader, Store


@dataclass(frozen=True, slots=True)
class AuditSummary:
    """What an audit did: articles that none had covered before, pairs aligned, judgements added, and links that
    stayed as they were; and what limits left out."""

    articles: int
    pairs: int
    links: int
    kept: int
    cut_off: CutOff = NOTHING_LEFT_OUT


def audit(
    store: Store,
    settings: Settings,
    *,
    engine: Engine | None = None,
    reader: ArchiveReader | None = None,
    again: bool = False,
    on_progress: Progress | None = None,
) -> AuditSummary:
    """Find and record the links of all articles, in the record of these settings.

    `again` aligns and judges everything anew, whatever is recorded. Deterministic whatever the `engine`; without one
    all is done in this process. `reader` is how tasks reach the index where the archive's file is out of their reach.
    """
    fill_languages(store, on_progress)
    settings, engine, reader = settings.recorded, engine or InProcess(), reader or store.reader
    report = on_progress or (lambda _stage, _done, _total: None)
    digest = record_digest(settings, weights_digest(store))
    record = store.records.opened(settings.profile, digest, settings.as_json)
    numbers = store.articles.all_numbers()
    present = state(store, numbers)
    if store.records.covered(record) == present and not again:
        store.records.show(record)
        return AuditSummary(0, 0, 0, len(store.links.pairs()), CutOff(*store.records.cut_off(record)))
    new = len(store.runs.unaudited(digest))
    run = store.runs.unfinished("audit", digest) or store.runs.start("audit", digest, settings.as_json)
    store.records.unsettle(record)
    catch_up(store, settings.fingerprint)
    proposal = propose(store, reader, settings.fingerprint, engine, numbers, report)
    aligned = align_pairs(store, record, settings, engine, proposal, report, again=again)
    network = _network(store, engine, proposal, aligned, report)
    otherwise = _by_meaning(store, engine, settings, proposal, report)
    links, total = judge_links(
        store, reader, record, run, settings, engine, aligned, proposal, network, otherwise, report, again=again
    )
    with store.transaction():
        store.passages.tidy(record)
        store.runs.mark_audited(digest, numbers)
        store.runs.finish(run)
        store.records.finish(record, present, proposal.cut_off.counts)
        store.records.show(record)
    return AuditSummary(new, aligned.compared, links, max(0, total - links), proposal.cut_off)


def _network(store: Store, engine: Engine, proposal: Proposal, aligned: Aligned, report: Progress) -> Network:
    """How well all articles and their neighbours explain each other."""
    weights, meant = weights_in_force(store), meant_weights_in_force(store)
    linked = aligned.current(proposal.earlier)
    reports = event_reports(store, engine, proposal, linked, report, by_meaning=meant is not None)
    if meant is None:
        return Network(reports, weights)
    from provenance.events.meaning_network import MeantNetwork

    return MeantNetwork(reports, weights, meant)


def _by_meaning(
    store: Store, engine: Engine, settings: Settings, proposal: Proposal, report: Progress
) -> list[tuple[str, str]]:
    """The pairs that passages by meaning link: of essays, where the archive has codes that can be compared."""
    if settings.profile != "essay" or not has_known_codes(store):
        return []
    from provenance.audit.essays_by_meaning import pairs_by_meaning

    return pairs_by_meaning(store, engine, proposal, report)
