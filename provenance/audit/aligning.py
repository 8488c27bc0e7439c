"""The second step of an audit: each pair worth it is aligned once, and the passages that it shares are stored.

A task carries its pairs and every article that they name. Each process keeps prepared articles on a workbench, which
saves time and never changes an answer. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from provenance.audit.parcels import Parcel, parcel
from provenance.audit.proposing import Proposal
from provenance.audit.visit_order import in_visit_order
from provenance.comparison.known_quotations import read_quotations
from provenance.comparison.workbench import Workbench, with_similarity
from provenance.config.settings import Settings
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.model import Article, Link, Quotation, Span
from provenance.model.progress import Progress
from provenance.store import Store, WrittenLink, link_from_bytes, written
from provenance.text.tokens import Tokens

Pair = tuple[str, str]
Numbers = NDArray[np.int64]

# Pairs per task: about a second of alignment. With smaller tasks several processes prepare the same article: 45,000
# preparations with 400 pairs per task, 42,000 with 1,600 (see `visit_order`). A small audit has smaller tasks, so
# that no process waits long for the last one.
PAIRS_A_TASK = 1_600
FEWEST_TASKS = 20
TASKS_A_TRANSACTION = 2


@dataclass(frozen=True, slots=True)
class PairTask:
    """Pairs to be aligned, shape (n, 2): each row has two places in the articles of the task."""

    pairs: Numbers
    articles: Parcel


def align_pairs(
    store: Store,
    run: int,
    settings: Settings,
    engine: Engine,
    asked: Numbers,
    proposal: Proposal,
    report: Progress,
) -> set[Pair]:
    """Store the passages of all proposed pairs; returns the pairs that share any, as (A, B) of their links.

    The articles `asked` whose pairs are all stored are marked as audited in the same transaction, so that an audit
    that goes on after an interruption leaves them out.
    """
    pairs, asked, complete = in_visit_order(asked, proposal.pairs)
    read_quotations(store, store.articles.ids(np.unique(pairs).tolist()), engine, report)
    before = set(store.links.pairs())
    waiting: list[WrittenLink] = []
    linked: set[Pair] = set()
    marked = 0
    size = min(PAIRS_A_TASK, len(pairs) // FEWEST_TASKS + 1)
    tasks = (_task(store, pairs[start : start + size], proposal) for start in range(0, len(pairs), size))
    for done, links in enumerate(engine.map_with(partial(comparer, settings), shared_passages, tasks), 1):
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
    return linked


class Comparer:
    """A workbench that gets boilerplate and quotations from the task at hand, and keeps articles ready for the
    next."""

    def __init__(self, settings: Settings) -> None:
        self.bench = Workbench(settings, self._boilerplate, self._quotations)
        self._task: Parcel | None = None

    def links(self, task: PairTask) -> Iterator[Link]:
        """An unjudged link for each pair that shares a passage, in the order of the pairs."""
        self._task = task.articles
        articles = list(task.articles.articles.values())
        for first, second in task.pairs.tolist():
            link = unjudged(self.bench, articles[first], articles[second])
            if link is not None:
                yield link
        self._task = None

    def _boilerplate(
        self, articles: Sequence[Article], words: Sequence[Tokens] | None = None
    ) -> list[tuple[Span, ...]]:
        assert self._task is not None  # noqa: S101 (articles are made ready for the task at hand only)
        return [self._task.ignored[article.id] for article in articles]

    def _quotations(self, article: Article) -> tuple[Quotation, ...] | None:
        assert self._task is not None  # noqa: S101
        return self._task.quotations(article.id)


@contextmanager
def comparer(settings: Settings) -> Iterator[Comparer]:
    """What each process compares with."""
    comparer = Comparer(settings)
    try:
        yield comparer
    finally:
        comparer.bench.forget()


@uncollected()
def shared_passages(comparer: Comparer, task: PairTask) -> list[WrittenLink]:
    """The links of the pairs that share a passage, in their order, as the archive keeps them."""
    return [written(link) for link in comparer.links(task)]


def unjudged(bench: Workbench, a: Article, b: Article) -> Link | None:
    """The passages that two articles share, as a link without a judgement; None without any."""
    passages = bench.passages(a, b)
    if not passages:
        return None
    link = Link(a.id, b.id, "undetermined", 0.0, 0.0, 0.0, passages)
    return with_similarity(link, bench.ready(a), bench.ready(b))


def _task(store: Store, pairs: Numbers, proposal: Proposal) -> PairTask:
    numbers, places = np.unique(pairs, return_inverse=True)
    names = store.articles.ids(numbers.tolist())
    return PairTask(places.reshape(pairs.shape), parcel(store, names, proposal.boilerplate))


def _known(store: Store, found: WrittenLink, before: Set[Pair]) -> bool:
    """Whether the archive has a link of these two texts with exactly these passages, judged or not.

    `before` are the pairs that were linked when the audit began to compare, each ascending.
    """
    if (min(found.a, found.b), max(found.a, found.b)) not in before:
        return False
    known = store.links.between(found.a, found.b)
    return known is not None and (known.a, known.passages) == (found.a, link_from_bytes(found.content).passages)
