"""How well the reports of each event explain each other: the step of an audit between aligning and judging.

The neighbours of an article, which the index found for it, are the reports of its event as far as the archive holds
them. A task carries articles and their neighbours; what an article tells is worked out once per process. The answer
depends on the articles and their neighbours alone, never on how the work was cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.audit.parcels import Parcel, parcel
from provenance.audit.proposing import Proposal
from provenance.audit.visit_order import visit
from provenance.comparison.event_reports import SIBLINGS, Reporter
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.events.reports import Report
from provenance.model import Article, Span
from provenance.model.progress import Progress
from provenance.store import Store

if TYPE_CHECKING:
    from provenance.model.coded_text import CodedText

Numbers = NDArray[np.int64]

ARTICLES_A_TASK = 200


@dataclass(frozen=True, slots=True)
class ReportTask:
    """Articles with those that may explain each: ids, and flags that say which of them are siblings. `codes` are
    the encoded sentences of the articles, by id, where they are to explain by meaning, too."""

    asked: Sequence[tuple[str, tuple[str, ...], tuple[bool, ...]]]
    articles: Parcel
    codes: Mapping[str, CodedText] | None = None


def event_reports(
    store: Store, engine: Engine, proposal: Proposal, linked: Numbers, report: Progress, *, by_meaning: bool = False
) -> dict[str, Report]:
    """The report of every current article that has neighbours, by id.

    `linked` are pairs of numbers of articles that share passages: each is weighed as a source of the other even
    where it is not among the nearest. `by_meaning`: by the codes that the archive keeps, too.
    """
    numbers = np.unique(np.concatenate([proposal.neighbours[:, :2].ravel(), linked.ravel()]))
    names = store.articles.ids(numbers.tolist())
    asked = _asked(proposal.neighbours, linked, numbers, names)
    order = list(chain.from_iterable(visit({name: set(others) for name, (others, _) in asked.items()})))
    tasks = (
        _task(store, [(name, *asked[name]) for name in order[start : start + ARTICLES_A_TASK]], proposal, by_meaning)
        for start in range(0, len(order), ARTICLES_A_TASK)
    )
    found: dict[str, Report] = {}
    for part in engine.map_with(reporter, reports, tasks):
        found.update(part)
        report("weighing reports of one event", len(found), len(order))
    return {name: found[name] for name in sorted(found)}


def _asked(
    neighbours: Numbers, linked: Numbers, numbers: Numbers, names: Sequence[str]
) -> dict[str, tuple[tuple[str, ...], tuple[bool, ...]]]:
    """For each article the ids of those that may explain it, ascending, and which of these are siblings."""
    rank = np.argsort(np.argsort(np.array(names, object)))
    both = np.concatenate([neighbours, neighbours[:, [1, 0, 2]]])
    first, second = np.searchsorted(numbers, both[:, 0]), np.searchsorted(numbers, both[:, 1])
    order = np.lexsort((rank[second], -both[:, 2], first))
    first, second = first[order], second[order]
    begins = np.searchsorted(first, np.arange(len(numbers)))
    nearest = np.arange(len(first)) - begins[first] < SIBLINGS
    siblings: dict[int, set[int]] = {}
    for one, two in zip(first[nearest].tolist(), second[nearest].tolist(), strict=True):
        siblings.setdefault(one, set()).add(two)
    sources = {one: set(several) for one, several in siblings.items()}
    for low, high in np.searchsorted(numbers, linked).tolist():
        sources.setdefault(low, set()).add(high)
        sources.setdefault(high, set()).add(low)
    found = {}
    for one in sorted(sources, key=names.__getitem__):
        ordered = sorted(sources[one], key=names.__getitem__)
        near = siblings.get(one, set())
        found[names[one]] = (tuple(names[two] for two in ordered), tuple(two in near for two in ordered))
    return found


def _task(
    store: Store, asked: Sequence[tuple[str, tuple[str, ...], tuple[bool, ...]]], proposal: Proposal, by_meaning: bool
) -> ReportTask:
    names = sorted({name for one, others, _ in asked for name in (one, *others)})
    codes = None
    if by_meaning:
        numbers = store.articles.numbers(names).tolist()
        kept = store.meanings.of(numbers)
        codes = {name: kept[number] for name, number in zip(names, numbers, strict=True) if number in kept}
    return ReportTask(asked, parcel(store, names, proposal.boilerplate), codes)


class TaskReporter:
    """A reporter that gets boilerplate and codes from the task at hand."""

    def __init__(self) -> None:
        self._reporter: Reporter | None = None
        self._ignored: Mapping[str, tuple[Span, ...]] = {}
        self._codes: Mapping[str, CodedText] = {}

    def reports(self, task: ReportTask) -> list[tuple[str, Report]]:
        """The reports that the task asks for, in its order."""
        self._ignored, self._codes = task.articles.ignored, task.codes or {}
        texts = task.articles.articles
        reporter = self._reporter or self._new_reporter(by_meaning=task.codes is not None)
        self._reporter = reporter
        return [
            (name, reporter.report(texts[name], [texts[other] for other in others], siblings))
            for name, others, siblings in task.asked
        ]

    def _new_reporter(self, *, by_meaning: bool) -> Reporter:
        if not by_meaning:
            return Reporter(self._boilerplate)
        from provenance.comparison.meaning_reports import MeantReporter

        return MeantReporter(self._boilerplate, lambda article: self._codes.get(article.id))

    def _boilerplate(self, article: Article) -> tuple[Span, ...]:
        return self._ignored[article.id]


@contextmanager
def reporter() -> Iterator[TaskReporter]:
    """What each process measures with."""
    yield TaskReporter()


@uncollected()
def reports(reporter: TaskReporter, task: ReportTask) -> list[tuple[str, Report]]:
    """The reports of a task."""
    return reporter.reports(task)
