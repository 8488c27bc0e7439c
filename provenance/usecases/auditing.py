"""Every link among archived articles: candidates, passages, judgement, each in portions that can be interrupted.

First the index is asked for candidates of every article that no audit with these settings has covered, then each
pair that is worth it is aligned once, and at last the articles that share text are judged together. Passages are
stored as soon as they are proven, so that an interrupted audit goes on where it stopped; its run stays open until it
is finished. What a person has confirmed or rejected is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from provenance.audit.judging import judge_run
from provenance.audit.reviews import rejected_pairs
from provenance.audit.visit_order import in_visit_order
from provenance.comparison.known_quotations import read_quotations
from provenance.comparison.pairing import PairTask, candidate_pairs, let_go, outlines, shared_passages, surest
from provenance.config.settings import Settings
from provenance.engines import engine_for
from provenance.lineage.limits import at_confidence
from provenance.model import Link, Span
from provenance.model.progress import Progress
from provenance.model.spreading import Spread
from provenance.retrieval.screening import Outline, sharing
from provenance.store import Store, WrittenLink, link_from_bytes
from provenance.usecases.checking import strongest_first
from provenance.usecases.filters import Filters
from provenance.usecases.listing import without_text

Pair = tuple[str, str]
Numbers = NDArray[np.int64]

ARTICLES_A_TASK = 800  # .5 s of lookups: of 400 at a time each takes a fifth longer, for more read the same pages
# So many candidates are all aligned, in 3 seconds, as `check` does: screening only saves time. Through an audit the
# character F1 of `corpus/` is .956 so, .946 with screening.
FEW_PAIRS = 5_000
# About a second of alignment. Processes that take fewer pairs in turn make more of the same articles ready: 45,000 of
# 400 each, 42,000 of 1,600 (see `visit_order`). A small audit is cut so that no process waits long for the last one.
PAIRS_A_TASK = 1_600
FEWEST_TASKS = 20
TASKS_A_TRANSACTION = 2


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
    jobs: int = 1,
    again: bool = False,
    only: Sequence[str] = (),
    on_progress: Progress | None = None,
) -> AuditSummary:
    """Find and record the links of every article that is new to an audit with these settings.

    `again` looks at all articles, `only` at those named (against all others). Deterministic whatever `jobs`.
    """
    settings = settings.recorded
    report = on_progress or (lambda _stage, _done, _total: None)
    asked = _asked(store, settings, again, only)
    resumed = store.runs.unfinished("audit", settings.digest)
    if resumed is None and not len(asked):
        return AuditSummary(0, 0, 0, len(store.links.pairs()))
    run = resumed or store.runs.start("audit", settings.digest, settings.as_json)
    try:
        with engine_for(jobs) as engine:
            pairs, linked, ignored = 0, set[Pair](), dict[str, tuple[Span, ...]]()
            if len(asked):
                pairs, linked, ignored = _pair_up(store, run, settings, engine.map, asked, report)
            everybody = resumed is not None or len(asked) == store.articles.count()
            new = None if everybody else set(store.articles.ids(asked.tolist()))
            found = linked if everybody and resumed is None else None
            links, kept = judge_run(store, run, settings, new, found, ignored, engine.map, report)
    finally:
        let_go()
    store.runs.finish(run)
    return AuditSummary(len(asked), pairs, links, kept)


def recorded_links(store: Store, settings: Settings, filters: Filters) -> list[Link]:
    """Recorded links between articles that the filters admit, strongest first, read at the reporting confidence.

    A person's rejection hides a link.
    """
    return [*whole_links(store, settings, listed_links(store, settings, filters))]


def listed_links(store: Store, settings: Settings, filters: Filters) -> list[Link]:
    """The same without passages and evidence: of a hundred thousand links these are the larger part by far."""
    rejected = rejected_pairs(store)
    found = [link for link in store.links.iterate_bare() if frozenset((link.a, link.b)) not in rejected]
    if filters != Filters():
        rows = {row.id: without_text(row) for row in store.articles.listed()}
        found = [
            link
            for link in found
            if filters.admits(rows[link.a])
            and filters.admits(rows[link.b])
            and filters.admits_pair(rows[link.a], rows[link.b])
        ]
    least = settings.lineage.reporting_confidence
    return sorted((at_confidence(link, least) for link in found), key=strongest_first)


def whole_links(store: Store, settings: Settings, listed: Iterable[Link]) -> Iterator[Link]:
    """Each of the listed links with its passages and its evidence, one at a time; without those that are gone."""
    least = settings.lineage.reporting_confidence
    for link in listed:
        whole = store.links.between(link.a, link.b)
        if whole is not None:
            yield at_confidence(whole, least)


def _asked(store: Store, settings: Settings, again: bool, only: Sequence[str]) -> Numbers:
    if only:
        return np.sort(np.asarray(store.articles.numbers([store.articles.resolve(name) for name in only]), np.int64))
    return store.articles.all_numbers() if again else store.runs.unaudited(settings.digest)


def _cut(numbers: Numbers, size: int) -> Iterator[Numbers]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


def _pair_up(
    store: Store, run: int, settings: Settings, spread: Spread, asked: Numbers, report: Progress
) -> tuple[int, set[Pair], dict[str, tuple[Span, ...]]]:
    """Find and store the passages of all pairs of the articles asked about; returns how many pairs were aligned,
    those that share any, and the boilerplate of all articles in any pair, by id.

    Articles whose pairs are all stored are marked in the same transaction, so that an interrupted audit does not do
    them again.
    """
    find = partial(candidate_pairs, str(store.path), settings)
    found = []
    for done, part in enumerate(spread(find, _cut(asked, ARTICLES_A_TASK)), 1):
        found.append(part)
        report("finding candidates", min(done * ARTICLES_A_TASK, len(asked)), len(asked))
    pairs, ignored = _screened(store, settings, spread, surest(np.concatenate(found)), report)
    pairs, asked, complete = in_visit_order(asked, pairs)
    read_quotations(store, store.articles.ids(np.unique(pairs).tolist()), settings, spread, report)
    before = set(store.links.pairs())
    waiting: list[WrittenLink] = []
    linked: set[Pair] = set()
    marked = 0
    size = min(PAIRS_A_TASK, len(pairs) // FEWEST_TASKS + 1)
    tasks = (
        PairTask(part, {number: ignored[number] for number in np.unique(part).tolist()}) for part in _cut(pairs, size)
    )
    for done, links in enumerate(spread(partial(shared_passages, str(store.path), settings), tasks), 1):
        waiting += links
        linked |= {(link.a, link.b) for link in links}
        aligned = min(done * size, len(pairs))
        report("comparing pairs", aligned, len(pairs))
        if done % TASKS_A_TRANSACTION and aligned < len(pairs):
            continue
        done_with = int(np.searchsorted(complete, aligned, side="right"))
        with store.transaction():
            store.links.save_written(run, [link for link in waiting if not _known(store, link, before)])
            store.runs.mark_audited(settings.digest, asked[marked:done_with])
        waiting, marked = [], done_with
    store.runs.mark_audited(settings.digest, asked[marked:])
    return len(pairs), linked, dict(zip(store.articles.ids(list(ignored)), ignored.values(), strict=True))


def _screened(
    store: Store, settings: Settings, spread: Spread, pairs: Numbers, report: Progress
) -> tuple[Numbers, dict[int, tuple[Span, ...]]]:
    """The pairs worth aligning, shape (n, 2), and the boilerplate of every article in any pair, by its number."""
    numbers = np.unique(pairs[:, :2])
    read: list[Outline] = []
    for part in spread(partial(outlines, str(store.path), settings), _cut(numbers, ARTICLES_A_TASK)):
        read += part
        report("screening pairs", len(read), len(numbers))
    if len(pairs) > FEW_PAIRS:
        first, second = np.searchsorted(numbers, pairs[:, 0]), np.searchsorted(numbers, pairs[:, 1])
        pairs = pairs[(pairs[:, 2] == 0) | sharing(read, first, second)]
    return pairs[:, :2], dict(zip(numbers.tolist(), (each.ignored for each in read), strict=True))


def _known(store: Store, found: WrittenLink, before: Set[Pair]) -> bool:
    """Whether the archive has a link of these two texts with exactly these passages, judged or not.

    `before` are the pairs that were linked when the audit began to compare, each ascending.
    """
    if (min(found.a, found.b), max(found.a, found.b)) not in before:
        return False
    known = store.links.between(found.a, found.b)
    return known is not None and (known.a, known.passages) == (found.a, link_from_bytes(found.content).passages)
