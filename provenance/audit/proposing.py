"""The first step of an audit: which pairs of articles are worth aligning, and which parts are boilerplate.

Both need the archive's index, which is too large to send to other processes: tasks carry the articles, and each
process opens the index once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.audit.crowds import without_crowds
from provenance.audit.cut_off import NOTHING_LEFT_OUT, CutOff
from provenance.audit.earlier_pairs import EarlierPairs, earlier_pairs
from provenance.audit.one_text import FEW_COPIES, StandIns, pairs_of_copies, stand_ins, with_stand_ins
from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.model import Span
from provenance.model.packed import Packed
from provenance.model.progress import Progress
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.retrieval.candidates import IndexHits, index_hits, score_of
from provenance.retrieval.looked_up import Held
from provenance.retrieval.screening import EVIDENCE, Outline, outline, sharing
from provenance.store import ArchiveReader, Store
from provenance.text.tokens import tokenise

if TYPE_CHECKING:
    from provenance.retrieval.meaning_search import MeaningHits

Numbers = NDArray[np.int64]

ARTICLES_A_TASK = 800  # .5 s of lookups; with 400 each lookup takes a fifth longer, as fewer share the pages read
# Up to so many candidate pairs are all aligned, as `check` does, which takes 3 seconds: screening only saves time.
# The character F1 of an audit of `corpus/` is .956 without screening, .946 with it.
FEW_PAIRS = 5_000
# An audit screens its candidates before it aligns them, so that a cheaper query is enough: pairs of content words up
# to 3 apart instead of 6 take half of the lookups.
AUDIT = RetrievalSettings(distance=3)
NEAR_DUPLICATE = 1000.0  # evidence of a near duplicate: more than any passage has
# Why a pair is not simply aligned: little shows in the index, so that a shared run of words must, in an audit of many
# pairs or (where next to nothing does) in any; or nothing does, and only meaning brings the two together.
THIN, FAINT, BY_MEANING = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """`pairs`: article numbers of the pairs worth aligning, shape (n, 2), the lower first, ascending, each pair once.
    `neighbours`: rows (low, high, evidence) of all candidate pairs, those that are not worth aligning as well, each
    once; evidence in thousandths of the weight of a key that one article has. `earlier`: pairs of an earlier text and
    a current one. `boilerplate`: the spans not to be compared of every text
    in any of these pairs, by id (earlier texts: by internal id). `cut_off`: what limits left out."""

    pairs: Numbers
    boilerplate: dict[str, tuple[Span, ...]]
    neighbours: Numbers = field(default_factory=lambda: np.empty((0, 3), np.int64))
    earlier: EarlierPairs = field(default_factory=EarlierPairs)
    cut_off: CutOff = NOTHING_LEFT_OUT


@dataclass(frozen=True, slots=True)
class LookupTask:
    """Articles to be looked up in the index, with their numbers."""

    numbers: Numbers
    articles: Packed


def propose(
    store: Store,
    reader: ArchiveReader,
    settings: FingerprintSettings,
    engine: Engine,
    asked: Numbers,
    report: Progress,
) -> Proposal:
    """The pairs worth aligning of each of the articles `asked` (ascending numbers) with any other."""
    found = [np.empty((0, 4), np.int64)]
    cut_off = NOTHING_LEFT_OUT
    find = partial(candidate_pairs, settings=settings)
    for done, (part, missed) in enumerate(engine.map_with(reader.open, find, _tasks(store, asked)), 1):
        found.append(part)
        cut_off += missed
        report("finding candidates", min(done * ARTICLES_A_TASK, len(asked)), len(asked))
    copied = stand_ins(*store.articles.of_common_texts(FEW_COPIES))
    candidates = np.concatenate([with_stand_ins(np.concatenate(found), copied), rows_of_copies(copied)])
    cut_off += CutOff(copies=copied.passed_over)
    pairs = surest(candidates[:, :3])
    neighbours = strongest(candidates[candidates[:, 2] != FAINT][:, [0, 1, 3]])
    numbers = np.unique(pairs[:, :2])  # of those that only meaning brings together, too: they may explain each other
    pairs = pairs[pairs[:, 2] != BY_MEANING]
    read: list[Outline] = []
    for outlined in engine.map_with(partial(recogniser, reader, settings), outlines, _tasks(store, numbers)):
        read += outlined
        report("screening pairs", len(read), len(numbers))
    least = THIN if np.count_nonzero(pairs[:, 2] != FAINT) > FEW_PAIRS else FAINT
    first, second = np.searchsorted(numbers, pairs[:, 0]), np.searchsorted(numbers, pairs[:, 1])
    pairs = pairs[(pairs[:, 2] < least) | sharing(read, first, second)]
    names = store.articles.ids(numbers.tolist())
    ignored = dict(zip(names, (each.ignored for each in read), strict=True))
    current = (task.articles for task in _tasks(store, asked))
    earlier = earlier_pairs(store, reader, settings, AUDIT, engine, current)
    others = set(store.articles.ids(np.unique(earlier.pairs[:, 1]).tolist())) - ignored.keys()
    ignored |= boilerplate_of(store, reader, settings, engine, sorted(others))
    return Proposal(pairs[:, :2], {**ignored, **earlier.boilerplate}, neighbours, earlier, cut_off + earlier.cut_off)


@uncollected()
def candidate_pairs(archive: Held, task: LookupTask, settings: FingerprintSettings) -> tuple[Numbers, CutOff]:
    """Pairs of the task's articles with any others that may share text: rows of numbers, shape (n, 4).

    Columns: the lower article number, the higher one, THIN or FAINT where the index shows so little (`EVIDENCE`) that
    only a shared run of words makes the pair worth aligning, BY_MEANING where it shows nothing, and the evidence in
    thousandths, by which the pairs of an article are ranked. With them, what the limit on
    candidates left out.
    """
    asked = task.articles.unpacked()
    rows = [np.empty((0, 4), np.int64)]
    hits = without_crowds(archive, task.numbers, index_hits(archive, asked, settings, [1] * len(asked), AUDIT))
    alike = _by_meaning(archive, task.numbers.tolist(), hits) if isinstance(archive, Store) else [None] * len(asked)
    for number, found, near in zip(task.numbers.tolist(), hits, alike, strict=True):
        others = np.concatenate([found.near, found.ranked])
        thin = np.concatenate([np.zeros(len(found.near), np.int64), np.where(found.evidence < EVIDENCE, THIN, 0)])
        shown = np.concatenate([found.estimates * NEAR_DUPLICATE, found.evidence])
        if near is not None:
            others, thin, shown = ranked_by_meaning(others, thin, shown, near)
        faint = found.faint[~np.isin(found.faint, others)]
        others = np.concatenate([others, faint])
        thin = np.concatenate([thin, np.full(len(faint), FAINT)])
        shown = np.concatenate([shown, np.zeros(len(faint))])
        thousandths = np.rint(shown * 1000).astype(np.int64)
        rows.append(np.column_stack([np.minimum(others, number), np.maximum(others, number), thin, thousandths]))
    pairs = np.concatenate(rows)
    return pairs[pairs[:, 0] < pairs[:, 1]], CutOff.of(found.truncated for found in hits)


def rows_of_copies(copied: StandIns) -> Numbers:
    """Rows as `candidate_pairs` gives them of all copies of one text and the earliest that have it."""
    pairs = pairs_of_copies(copied)
    same = np.full(len(pairs), round(NEAR_DUPLICATE * 1000), np.int64)
    return np.column_stack([pairs, np.zeros(len(pairs), np.int64), same])


def _by_meaning(archive: Store, numbers: Sequence[int], hits: Sequence[IndexHits]) -> Sequence[MeaningHits | None]:
    """What is near each article by meaning, with what the index found; None where the archive has no codes at all."""
    if not archive.encoded:
        return [None] * len(numbers)
    from provenance.retrieval.meaning_search import meaning_hits

    codes = archive.meanings.of(numbers)
    known = [[*found.near.tolist(), *found.ranked.tolist()] for found in hits]
    return meaning_hits(archive, [codes.get(number) for number in numbers], known, AUDIT.by_meaning + 1)


def ranked_by_meaning(
    others: Numbers, thin: Numbers, shown: NDArray[np.float64], near: MeaningHits
) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """The candidates of an article with those that only meaning found, and all of their evidence as scores that rank
    both (`retrieval.candidates.score_of`). `thin` is BY_MEANING for the new ones."""
    likeness = dict(zip(near.numbers.tolist(), near.likeness.tolist(), strict=True))
    new = np.array(sorted(likeness.keys() - set(others.tolist())), np.int64)
    evidence = np.concatenate([shown, np.zeros(len(new))])
    others = np.concatenate([others, new])
    best, most = max(likeness.values(), default=0.0), max(1.0, float(shown.max(initial=0.0)))
    scores = [
        score_of(
            each / most,
            each,
            each / NEAR_DUPLICATE if each >= NEAR_DUPLICATE / 2 else None,
            likeness.get(other),
            best,
        )
        for other, each in zip(others.tolist(), evidence.tolist(), strict=True)
    ]
    return others, np.concatenate([thin, np.full(len(new), BY_MEANING)]), np.array(scores, np.float64)


def surest(pairs: Numbers) -> Numbers:
    """Rows (low, high, thin), each pair once, ascending; of several rows of a pair the one with the least `thin`."""
    pairs = pairs[np.lexsort(pairs.T[::-1])]
    first = np.ones(len(pairs), np.bool_)
    first[1:] = (pairs[1:, :2] != pairs[:-1, :2]).any(axis=1)
    return pairs[first]


def strongest(pairs: Numbers) -> Numbers:
    """Rows (low, high, evidence), each pair once, ascending, with the largest evidence."""
    pairs = pairs[np.lexsort((-pairs[:, 2], pairs[:, 1], pairs[:, 0]))]
    first = np.ones(len(pairs), np.bool_)
    first[1:] = (pairs[1:, :2] != pairs[:-1, :2]).any(axis=1)
    return pairs[first]


@uncollected()
def outlines(recognise: Recogniser, task: LookupTask) -> list[Outline]:
    """The outline of each of the task's articles."""
    articles = task.articles.unpacked()
    words = [tokenise(article.text, article.body) for article in articles]
    return [outline(*each) for each in zip(articles, words, recognise(articles, words), strict=True)]


@uncollected()
def boilerplate_spans(recognise: Recogniser, task: LookupTask) -> list[tuple[Span, ...]]:
    """The boilerplate of each of the task's articles."""
    return recognise(task.articles.unpacked())


def boilerplate_of(
    store: Store, reader: ArchiveReader, settings: FingerprintSettings, engine: Engine, names: Sequence[str]
) -> dict[str, tuple[Span, ...]]:
    """The boilerplate of archived articles by id."""
    numbers = store.articles.numbers(names)
    spans = engine.map_with(partial(recogniser, reader, settings), boilerplate_spans, _tasks(store, numbers))
    return dict(zip(names, chain.from_iterable(spans), strict=True))


@contextmanager
def recogniser(reader: ArchiveReader, settings: FingerprintSettings) -> Iterator[Recogniser]:
    """What finds boilerplate, over an index that is opened for it."""
    with reader.open() as archive:
        yield Recogniser(archive, settings)


def _tasks(store: Store, numbers: Numbers) -> Iterator[LookupTask]:
    for start in range(0, len(numbers), ARTICLES_A_TASK):
        part = numbers[start : start + ARTICLES_A_TASK]
        yield LookupTask(part, store.articles.packed(part.tolist()))
