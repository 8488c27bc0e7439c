"""The two portions of work that an audit spreads over processes: candidates of articles, passages of pairs.

Both take the path of the archive and plain numbers, open the archive for reading, and give plain data back, so that
any engine can run them anywhere the file can be read. What they keep between calls never changes an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings
from provenance.fingerprint.minhash import count_shared
from provenance.model import Article, Link, Quotation, Span
from provenance.quotes import RULES
from provenance.store import Store
from provenance.usecases.boilerplate import Recogniser
from provenance.usecases.candidates import candidates_all
from provenance.usecases.settings import Settings
from provenance.usecases.similarity import with_similarity
from provenance.usecases.workbench import Workbench

Numbers = NDArray[np.int64]

# An audit's time is that of aligning, so it asks for more evidence than a check, unless a run of words proves that
# aligning is worth it. On newsgroup posts PLAIN alone keeps one candidate in three and .993 of the gold pairs, with
# the others that share a run .998. Pairs of content words up to 3 apart instead of 6 take half of the lookups.
AUDIT = RetrievalSettings(distance=3)
PLAIN = 1.6
RUN = FingerprintSettings(shingle=8)


_places: dict[tuple[str, Settings], tuple[Store, Workbench]] = {}


def _place(path: str, settings: Settings) -> tuple[Store, Workbench]:
    """The archive, open for reading, and a workbench: one of each in a process, until `let_go`."""
    key = path, settings
    if key not in _places:
        let_go()
        store = Store.open(Path(path), readonly=True)
        said = partial(store.quotations, rules=RULES)
        _places[key] = store, Workbench(settings, Recogniser(store, settings.fingerprint), said)
    return _places[key]


def let_go() -> None:
    """Close what this process holds open; whoever hands out these portions of work calls it at the end."""
    while _places:
        _, (store, _) = _places.popitem()
        store.close()


def candidate_pairs(path: str, settings: Settings, numbers: Numbers) -> Numbers:
    """Pairs of article numbers that may share text, for each of `numbers` with any other; shape (n, 3), ascending.

    Columns: the lower number, the higher one, and 1 where only a shared run of words makes it worth aligning.
    """
    store, _ = _place(path, settings)
    names = store.ids(numbers.tolist())
    articles = store.articles(names)
    asked = [articles[name] for name in names]
    found = candidates_all(store, asked, settings.fingerprint, [(name,) for name in names], AUDIT)
    known = store.known_numbers({candidate.article for each in found for candidate in each.candidates})
    pairs: dict[tuple[int, int], int] = {}
    for number, each in zip(numbers.tolist(), found, strict=True):
        for candidate in each.candidates:
            other = known[candidate.article]
            pair = min(number, other), max(number, other)
            thin = int(candidate.route == "passage" and candidate.evidence < PLAIN)
            pairs[pair] = min(thin, pairs.get(pair, 1))
    return np.array([(*pair, thin) for pair, thin in sorted(pairs.items())], np.int64).reshape(-1, 3)


def shared_passages(path: str, settings: Settings, pairs: Numbers) -> list[Link]:
    """A link that nobody has judged yet for each of `candidate_pairs` that shares a passage, in their order."""
    store, bench = _place(path, settings)
    numbers = np.unique(pairs[:, :2]).tolist()
    names = dict(zip(numbers, store.ids(numbers), strict=True))
    articles = store.articles(names.values())
    links = []
    for low, high, thin in pairs.tolist():
        a, b = articles[names[low]], articles[names[high]]
        if thin and not count_shared(bench.runs(a, RUN), bench.runs(b, RUN)):
            continue
        link = unjudged(bench, a, b)
        if link is not None:
            links.append(link)
    return links


def quotations(path: str, settings: Settings, names: Sequence[str]) -> list[tuple[Quotation, ...]]:
    """What each article quotes, in the order of the names."""
    store, bench = _place(path, settings)
    articles = store.articles(names)
    return [bench.quotations(articles[name]) for name in names]


def boilerplate(path: str, settings: Settings, names: Sequence[str]) -> list[tuple[Span, ...]]:
    """The boilerplate of each article, in the order of the names."""
    store, bench = _place(path, settings)
    articles = store.articles(names)
    return [bench.boilerplate(articles[name]) for name in names]


def unjudged(bench: Workbench, a: Article, b: Article) -> Link | None:
    """The passages that two articles share, as a link without a judgement; None without any."""
    passages = bench.passages(a, b)
    if not passages:
        return None
    link = Link(a.id, b.id, "undetermined", 0.0, 0.0, 0.0, passages)
    return with_similarity(link, bench.ready(a), bench.ready(b))
