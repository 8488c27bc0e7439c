"""The second step of an audit: each pair worth it is aligned once, and the passages that it shares are stored.

A task carries its pairs and every article that they name. Each process keeps prepared articles on a workbench, which
saves time and never changes an answer. Nothing is judged here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from provenance.audit.earlier_pairs import EarlierPairs
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
from provenance.store import Store, written
from provenance.text.tokens import Tokens

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


@dataclass(frozen=True, slots=True)
class Aligned:
    """The pairs of texts that share passages: shape (n, 2), A's number and B's, ascending; and for each the row of
    `store.passages` that has them. `compared` counts the pairs that had to be aligned for it."""

    pairs: Numbers
    rows: Numbers
    compared: int

    def current(self, earlier: EarlierPairs) -> Numbers:
        """The pairs of current texts."""
        return self.pairs[~np.isin(self.pairs, list(earlier.texts)).any(axis=1)]


def align_pairs(
    store: Store,
    record: int,
    settings: Settings,
    engine: Engine,
    proposal: Proposal,
    report: Progress,
    *,
    again: bool = False,
) -> Aligned:
    """See that the passages of all proposed pairs are in the record; those that it has already are not aligned
    again, unless `again`.

    A is the article with the smaller id, so that a link reads the same in whatever order its articles came. What is
    aligned is stored as it comes, so that an audit that goes on after an interruption leaves it out.
    """
    proposed = np.concatenate([proposal.pairs, proposal.earlier.pairs])
    numbers, places = np.unique(proposed, return_inverse=True)
    places = places.reshape(proposed.shape)
    names = text_names(store, numbers.tolist(), proposal.earlier)
    pairs = numbers[_by_name(places, names)]
    languages = store.articles.languages(numbers.tolist())
    known_of = [
        (proposal.boilerplate[name], languages.get(at)) for name, at in zip(names, numbers.tolist(), strict=True)
    ]
    circumstances = circumstances_of(pairs, numbers, known_of)
    known = store.passages.known(record)
    held, at = known.of(pairs)
    held &= known.circumstances[at] == circumstances if len(known.rows) else False
    waiting = np.flatnonzero(~held) if not again else np.arange(len(pairs))
    if len(waiting):
        _align(store, record, settings, engine, pairs[waiting], circumstances[waiting], proposal, report)
        known = store.passages.known(record)
        _, at = known.of(pairs)
    linked = np.flatnonzero(known.linked[at]) if len(pairs) else np.empty(0, np.int64)
    return Aligned(pairs[linked], known.rows[at[linked]], len(waiting))


def _align(
    store: Store,
    record: int,
    settings: Settings,
    engine: Engine,
    pairs: Numbers,
    circumstances: Numbers,
    proposal: Proposal,
    report: Progress,
) -> None:
    """Align these pairs in an order that needs few preparations, and store what they share."""
    wanted = dict(zip(map(tuple, pairs.tolist()), circumstances.tolist(), strict=True))
    pairs = in_visit_order(pairs)
    numbers = np.unique(pairs[~np.isin(pairs, list(proposal.earlier.texts))]).tolist()
    read_quotations(store, store.articles.ids(numbers), engine, report)
    size = min(PAIRS_A_TASK, len(pairs) // FEWEST_TASKS + 1)
    parts = [pairs[start : start + size] for start in range(0, len(pairs), size)]
    tasks = (_task(store, part, proposal) for part in parts)
    rows: list[tuple[int, int, int, bytes | None]] = []
    aligned = 0
    for done, found in enumerate(engine.map_with(partial(comparer, settings), shared_passages, tasks), 1):
        for (a, b), content in zip(parts[done - 1].tolist(), found, strict=True):
            rows.append((a, b, wanted[a, b], content))
        aligned += len(found)
        report("comparing pairs", aligned, len(pairs))
        if done % TASKS_A_TRANSACTION == 0 or aligned == len(pairs):
            with store.transaction():
                store.passages.save(record, rows)
            rows = []


def text_names(store: Store, numbers: Sequence[int], earlier: EarlierPairs) -> list[str]:
    """The ids of texts, in the order of their numbers: of earlier texts their internal ids. Each sorts as the id of
    its article does among those of other articles."""
    internal = earlier.names(numbers)
    current = [number for number in numbers if number not in internal]
    names = {**internal, **dict(zip(current, store.articles.ids(current), strict=True))}
    return [names[number] for number in numbers]


def _by_name(places: Numbers, names: Sequence[str]) -> Numbers:
    """The places of each pair with the smaller name first; pairs ascend."""
    rank = np.empty(len(names), np.int64)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    turned = rank[places[:, 0]] > rank[places[:, 1]]
    oriented = np.where(turned[:, np.newaxis], places[:, ::-1], places)
    return oriented[np.lexsort(oriented.T[::-1])]


def circumstances_of(
    pairs: Numbers, numbers: Numbers, known_of: Sequence[tuple[tuple[Span, ...], str | None]]
) -> Numbers:
    """What the alignment of each pair depends on besides its texts, as a number: which parts of each are boilerplate,
    and its language."""
    told = [repr(spans if language in (None, "en") else (spans, language)) for spans, language in known_of]
    each = np.array(
        [int.from_bytes(hashlib.blake2b(one.encode(), digest_size=8).digest(), "big") for one in told],
        np.uint64,
    )
    places = np.searchsorted(numbers, pairs)
    mixed = each[places[:, 0]] * np.uint64(0x9E3779B97F4A7C15) + each[places[:, 1]] if len(pairs) else each[:0]
    return mixed.view(np.int64)


class Comparer:
    """A workbench that gets boilerplate and quotations from the task at hand, and keeps articles ready for the
    next."""

    def __init__(self, settings: Settings) -> None:
        self.bench = Workbench(settings, self._boilerplate, self._quotations)
        self._task: Parcel | None = None

    def links(self, task: PairTask) -> Iterator[Link | None]:
        """An unjudged link for each pair, in their order; None where they share no passage."""
        self._task = task.articles
        articles = list(task.articles.articles.values())
        for first, second in task.pairs.tolist():
            yield unjudged(self.bench, articles[first], articles[second])
        self._task = None

    def _boilerplate(
        self, articles: Sequence[Article], words: Sequence[Tokens] | None = None
    ) -> list[tuple[Span, ...]]:
        assert self._task is not None  # noqa: S101 (articles are made ready for the task at hand only)
        return self._task.boilerplate_of(articles)

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
def shared_passages(comparer: Comparer, task: PairTask) -> list[bytes | None]:
    """What each pair shares, in their order, as the archive keeps it: an unjudged link, None without any passage."""
    return [None if link is None else written(link).content for link in comparer.links(task)]


def unjudged(bench: Workbench, a: Article, b: Article) -> Link | None:
    """The passages that two articles share, as a link without a judgement; None without any."""
    passages = bench.passages(a, b)
    if not passages:
        return None
    link = Link(a.id, b.id, "undetermined", 0.0, 0.0, 0.0, passages)
    return with_similarity(link, bench.ready(a), bench.ready(b))


def _task(store: Store, pairs: Numbers, proposal: Proposal) -> PairTask:
    numbers, places = np.unique(pairs, return_inverse=True)
    names = text_names(store, numbers.tolist(), proposal.earlier)
    return PairTask(places.reshape(pairs.shape), parcel(store, names, proposal.boilerplate, proposal.earlier))
