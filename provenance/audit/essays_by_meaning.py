"""Pairs of essays that say the same in other words and share no passage: a step of an audit of essays.

In news two reports of one event say much the same, so there such pairs are no links (`comparison.meaning_passages`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.audit.parcels import Parcel, parcel
from provenance.audit.proposing import Proposal
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.model.coded_text import CodedText
from provenance.model.progress import Progress
from provenance.store import Store

Pair = tuple[str, str]

PAIRS_A_TASK = 2_000  # .3 s of comparing


@dataclass(frozen=True, slots=True)
class EssayTask:
    """Pairs of ids, ascending, whose texts and encoded sentences are there."""

    pairs: Sequence[Pair]
    articles: Parcel
    codes: Mapping[str, CodedText]


def pairs_by_meaning(store: Store, engine: Engine, proposal: Proposal, report: Progress) -> list[Pair]:
    """Those of all candidate pairs, ids ascending, that have passages by meaning; ascending."""
    rows = proposal.neighbours[:, :2].tolist()
    found: list[Pair] = []
    for done, some in enumerate(engine.map(sharing_meaning, _tasks(store, rows, proposal)), 1):
        found += some
        report("comparing by meaning", min(done * PAIRS_A_TASK, len(rows)), len(rows))
    return sorted(found)


def _tasks(store: Store, rows: Sequence[Sequence[int]], proposal: Proposal) -> Iterator[EssayTask]:
    for start in range(0, len(rows), PAIRS_A_TASK):
        part = rows[start : start + PAIRS_A_TASK]
        numbers = sorted({number for pair in part for number in pair})
        names = dict(zip(numbers, store.articles.ids(numbers), strict=True))
        kept = store.meanings.of(numbers)
        pairs = [(min(names[a], names[b]), max(names[a], names[b])) for a, b in part if a in kept and b in kept]
        articles = parcel(store, sorted({name for pair in pairs for name in pair}), proposal.boilerplate)
        yield EssayTask(pairs, articles, {names[number]: each for number, each in kept.items()})


@uncollected()
def sharing_meaning(task: EssayTask) -> list[Pair]:
    """The pairs of a task that have passages by meaning."""
    from provenance.comparison.meaning_passages import said_otherwise

    texts, codes = task.articles.articles, task.codes
    return [(a, b) for a, b in task.pairs if said_otherwise(texts[a], texts[b], codes[a], codes[b], (), essay=True)]
