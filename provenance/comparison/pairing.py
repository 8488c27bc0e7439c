"""The portions of work that an audit spreads over processes: candidates, outlines and quotations of articles, and
the passages of pairs.

Both take the path of the archive and plain numbers, open the archive for reading, and give plain data back, so that
any engine can run them anywhere the file can be read. What they keep between calls never changes an answer.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provenance.comparison.similarity import with_similarity
from provenance.comparison.workbench import Ignored, Workbench
from provenance.config.fingerprint import RetrievalSettings
from provenance.config.settings import Settings
from provenance.model import Article, Link, Span
from provenance.quotes import RULES, extract
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.retrieval.candidates import sightings
from provenance.retrieval.screening import EVIDENCE, Outline, outline
from provenance.store import Store, WrittenLink, quotations_to_bytes, written
from provenance.text.tokens import Tokens, tokenise

Numbers = NDArray[np.int64]

# An audit screens its candidates before it aligns them, so it may ask for them cheaply: pairs of content words up to
# 3 apart instead of 6 take half of the lookups.
AUDIT = RetrievalSettings(distance=3)


@dataclass(frozen=True, slots=True)
class Place:
    """What one process keeps open for one archive: the file, for reading, what finds boilerplate, and a workbench.

    `boilerplate` tells that of articles; it is looked for where `known`, which holds what it found by article and
    what tasks have told of, lacks it.
    """

    store: Store
    recogniser: Recogniser
    bench: Workbench
    known: dict[str, tuple[Span, ...]]
    boilerplate: Ignored

    @classmethod
    def at(cls, path: str, settings: Settings) -> Place:
        """Open the archive for reading, with nothing made ready."""
        store = Store.open(Path(path), readonly=True)
        recogniser = Recogniser(store, settings.fingerprint)
        known: dict[str, tuple[Span, ...]] = {}

        def boilerplate(articles: Sequence[Article], words: Sequence[Tokens] | None = None) -> list[tuple[Span, ...]]:
            new = [place for place, article in enumerate(articles) if article.id not in known]
            found = recogniser([articles[place] for place in new], words and [words[place] for place in new])
            known.update(zip((articles[place].id for place in new), found, strict=True))
            return [known[article.id] for article in articles]

        bench = Workbench(settings, boilerplate, lambda article: store.quotations.of(article.id, RULES))
        return cls(store, recogniser, bench, known, boilerplate)


@dataclass(frozen=True, slots=True)
class PairTask:
    """Pairs of article numbers to be aligned, shape (n, 2), and the boilerplate of each article by its number."""

    pairs: Numbers
    ignored: Mapping[int, tuple[Span, ...]]


_places: dict[tuple[str, Settings], Place] = {}


def place_of(path: str, settings: Settings) -> Place:
    """One place in a process at a time, until `let_go`."""
    key = path, settings
    if key not in _places:
        let_go()
        _places[key] = Place.at(path, settings)
    return _places[key]


def let_go() -> None:
    """Close what this process holds open; whoever hands out these portions of work calls it at the end."""
    while _places:
        _, place = _places.popitem()
        place.store.close()


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for circular references inside: these portions of work make none, and each search walks through all
    that is kept ready (a tenth of the time of aligning)."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@uncollected()
def candidate_pairs(path: str, settings: Settings, numbers: Numbers) -> Numbers:
    """Pairs of article numbers that may share text, for each of `numbers` with any other; shape (n, 3), ascending.

    Columns: the lower number, the higher one, and 1 where only a shared run of words makes it worth aligning.
    """
    store = place_of(path, settings).store
    names = store.articles.ids(numbers.tolist())
    articles = store.articles.get_known(names)
    asked = [articles[name] for name in names]
    rows = [np.empty((0, 3), np.int64)]
    for number, seen in zip(
        numbers.tolist(), sightings(store, asked, settings.fingerprint, [1] * len(asked), AUDIT), strict=True
    ):
        others = np.concatenate([seen.near, seen.ranked])
        thin = np.concatenate([np.zeros(len(seen.near), np.bool_), seen.evidence < EVIDENCE])
        rows.append(np.column_stack([np.minimum(others, number), np.maximum(others, number), thin]))
    pairs = np.concatenate(rows)
    return surest(pairs[pairs[:, 0] < pairs[:, 1]])


def surest(pairs: Numbers) -> Numbers:
    """Each pair of numbers once, ascending, of several rows (low, high, thin) that with the smallest last column."""
    pairs = pairs[np.lexsort(pairs.T[::-1])]
    first = np.ones(len(pairs), np.bool_)
    first[1:] = (pairs[1:, :2] != pairs[:-1, :2]).any(axis=1)
    return pairs[first]


@uncollected()
def outlines(path: str, settings: Settings, numbers: Numbers) -> list[Outline]:
    """The outline of each article, in the order of `numbers`."""
    place = place_of(path, settings)
    names = place.store.articles.ids(numbers.tolist())
    known = place.store.articles.get_known(names)
    articles = [known[name] for name in names]
    words = [tokenise(article.text, article.body) for article in articles]
    return [outline(*each) for each in zip(articles, words, place.recogniser(articles, words), strict=True)]


@uncollected()
def shared_passages(path: str, settings: Settings, task: PairTask) -> list[WrittenLink]:
    """A link that nobody has judged yet for each of the pairs that shares a passage, in their order."""
    place = place_of(path, settings)
    numbers = np.unique(task.pairs).tolist()
    names = dict(zip(numbers, place.store.articles.ids(numbers), strict=True))
    articles = place.store.articles.get_known(names.values())
    place.known.update((names[number], spans) for number, spans in task.ignored.items())
    links = [unjudged(place.bench, articles[names[low]], articles[names[high]]) for low, high in task.pairs.tolist()]
    return [written(link) for link in links if link is not None]


@uncollected()
def quotations(path: str, settings: Settings, names: Sequence[str]) -> list[bytes]:
    """What each article quotes, read anew, as the archive keeps it; in the order of the names."""
    articles = place_of(path, settings).store.articles.get_known(names)
    said = (extract(articles[name].text, articles[name].body) for name in names)
    return [quotations_to_bytes(each, RULES) for each in said]


def unjudged(bench: Workbench, a: Article, b: Article) -> Link | None:
    """The passages that two articles share, as a link without a judgement; None without any."""
    passages = bench.passages(a, b)
    if not passages:
        return None
    link = Link(a.id, b.id, "undetermined", 0.0, 0.0, 0.0, passages)
    return with_similarity(link, bench.ready(a), bench.ready(b))
