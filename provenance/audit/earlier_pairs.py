"""Earlier texts in an audit: pairs of a text that a newer version replaced with the current text of another article.

A passage that was taken out of an article is found there all the same. Earlier texts are few, so the pairs that the
index shows are all aligned. Pairs of two earlier texts are not looked at. Nothing is aligned or judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from provenance.audit.cut_off import NOTHING_LEFT_OUT, CutOff
from provenance.comparison.earlier_texts import OnlyRemoved, as_article, internal_id
from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings
from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.model import Article, EarlierText, Span
from provenance.model.packed import Packed
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.retrieval.earlier_texts import current_hits, earlier_hits
from provenance.store import ArchiveReader, Store

Numbers = NDArray[np.int64]
TEXTS_A_TASK = 200


@dataclass(frozen=True)
class EarlierPairs:
    """`pairs`: the number of an earlier text, then that of another article's current text; shape (n, 2), ascending.

    `texts` are those earlier texts by number, `boilerplate` by internal id what of each is not to be compared.
    `cut_off` is what limits left out."""

    pairs: Numbers = field(default_factory=lambda: np.empty((0, 2), np.int64))
    texts: Mapping[int, EarlierText] = field(default_factory=dict)
    boilerplate: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    cut_off: CutOff = NOTHING_LEFT_OUT

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The earlier texts as articles, by internal id."""
        return {article.id: article for article in map(as_article, self.texts.values())}

    def names(self, numbers: Sequence[int]) -> dict[int, str]:
        """The internal id of each of these numbers that is an earlier text's."""
        found = {number: self.texts[number] for number in numbers if number in self.texts}
        return {number: internal_id(text.article.id, text.version) for number, text in found.items()}


def earlier_pairs(
    store: Store,
    reader: ArchiveReader,
    settings: FingerprintSettings,
    retrieval: RetrievalSettings,
    engine: Engine,
    current: Iterator[Packed],
) -> EarlierPairs:
    """All pairs that the index shows, asked for from both sides; `current` are portions of all current texts."""
    if not store.index.holds("earlier"):
        return EarlierPairs()
    every = store.earlier.numbers()
    parts = [every[start : start + TEXTS_A_TASK] for start in range(0, len(every), TEXTS_A_TASK)]
    of_current = partial(_of_current, settings=settings, retrieval=retrieval)
    of_earlier = partial(_of_earlier, settings=settings, retrieval=retrieval)
    found = [
        *engine.map_with(reader.open, of_current, current),
        *engine.map_with(reader.open, of_earlier, iter(parts)),
    ]
    pairs = np.unique(np.concatenate([np.empty((0, 2), np.int64), *(rows for rows, _ in found)]), axis=0)
    cut_off = sum((missed for _, missed in found), NOTHING_LEFT_OUT)
    texts = {text.number: text for text in store.earlier.texts(np.unique(pairs[:, 0]).tolist())}
    pairs = pairs[np.isin(pairs[:, 0], list(texts))]
    ignored: dict[str, tuple[Span, ...]] = {}
    for part in engine.map_with(reader.open, partial(_kept, settings=settings), _portions(list(texts.values()))):
        ignored |= part
    return EarlierPairs(pairs, texts, ignored, cut_off)


def _portions(texts: Sequence[EarlierText]) -> Iterator[list[EarlierText]]:
    for start in range(0, len(texts), TEXTS_A_TASK):
        yield list(texts[start : start + TEXTS_A_TASK])


@uncollected()
def _of_current(
    archive: Store, task: Packed, settings: FingerprintSettings, retrieval: RetrievalSettings
) -> tuple[Numbers, CutOff]:
    articles = task.unpacked()
    with archive.snapshot():
        hits = earlier_hits(archive, articles, settings, [()] * len(articles), retrieval)
    numbers = archive.articles.numbers([article.id for article in articles]).tolist()
    rows = [(earlier, number) for number, hit in zip(numbers, hits, strict=True) for earlier in hit.numbers.tolist()]
    return np.array(rows, np.int64).reshape(-1, 2), CutOff.of(hit.left_out for hit in hits)


@uncollected()
def _of_earlier(
    archive: Store, task: Numbers, settings: FingerprintSettings, retrieval: RetrievalSettings
) -> tuple[Numbers, CutOff]:
    texts = archive.earlier.texts(task.tolist())
    with archive.snapshot():
        hits = current_hits(archive, texts, settings, retrieval)
    rows = [(text.number, number) for text, hit in zip(texts, hits, strict=True) for number in hit.numbers.tolist()]
    return np.array(rows, np.int64).reshape(-1, 2), CutOff.of(hit.left_out for hit in hits)


@uncollected()
def _kept(archive: Store, texts: Sequence[EarlierText], settings: FingerprintSettings) -> dict[str, tuple[Span, ...]]:
    """By internal id, what is not to be compared of each text: boilerplate, and what newer versions still have."""
    removed = {internal_id(text.article.id, text.version): text.spans for text in texts}
    finder = OnlyRemoved(Recogniser(archive, settings), removed)
    articles = [as_article(text) for text in texts]
    return dict(zip(removed, finder(articles), strict=True))
