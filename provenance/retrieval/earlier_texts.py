"""Which texts that newer versions replaced may share with an article what those versions lack, and the other way.

Keys of what is gone have a part of the index of their own, so that current texts are found and weighed as if there
had never been an earlier version. An article is never proposed for its own earlier texts. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings
from provenance.fingerprint.keys import (
    PLAUSIBLE,
    AskedKeys,
    Choice,
    Holders,
    Questions,
    Ranking,
    choose,
    key_weights,
    query_keys,
    rank,
)
from provenance.model import Article, EarlierText, Span
from provenance.text.tokens import tokenise

if TYPE_CHECKING:
    from provenance.store import Namespace, Store

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class EarlierHits:
    """Texts by number, the most promising first, with their `evidence` (1 is the weight of a key that no other text
    has) and numbers of `shared` keys. `left_out` counts plausible ones that a limit left out."""

    numbers: Numbers
    evidence: NDArray[np.float64]
    shared: NDArray[np.int32]
    left_out: int = 0

    def taken(self, which: NDArray[np.bool_]) -> EarlierHits:
        """The hits that a mask names."""
        return EarlierHits(self.numbers[which], self.evidence[which], self.shared[which], self.left_out)


def earlier_hits(
    store: Store,
    articles: Sequence[Article],
    settings: FingerprintSettings,
    exclude: Sequence[Collection[str]],
    retrieval: RetrievalSettings,
) -> list[EarlierHits]:
    """For each article the earlier texts that may share with it what newer versions lack.

    Its own earlier texts are left out, and those of the articles `exclude[i]`. All earlier texts of at most
    `retrieval.candidates` articles are given, `retrieval.reranked` at most. An archive without earlier texts costs
    nothing. The caller holds a snapshot and has made sure of the recipe.
    """
    if not store.index.holds("earlier"):
        return [_NOTHING] * len(articles)
    keys = [query_keys(tokenise(each.text, each.body), settings, retrieval.distance) for each in articles]
    rankings = _rankings(store, keys, "earlier", retrieval)
    return [
        _of_others(store, ranking, {each.id, *passed_over}, retrieval.candidates)
        for each, passed_over, ranking in zip(articles, exclude, rankings, strict=True)
    ]


def current_hits(
    store: Store, texts: Sequence[EarlierText], settings: FingerprintSettings, retrieval: RetrievalSettings
) -> list[EarlierHits]:
    """For each earlier text the numbers of current texts, of other articles, that may share what newer versions lack
    of it; at most `retrieval.candidates`. The caller holds a snapshot and has made sure of the recipe."""
    keys = [_keys_of(each.article.text, each.spans, settings, retrieval.distance) for each in texts]
    rankings = list(_rankings(store, keys, "passage", retrieval))
    own = store.articles.known_numbers({each.article.id for each in texts})
    hits = []
    for each, ranking in zip(texts, rankings, strict=True):
        found = _hits(store, ranking)
        found = found.taken(found.numbers != own.get(each.article.id, 0))
        hits.append(_cut(found, np.arange(len(found.numbers)) < retrieval.candidates))
    return hits


def _keys_of(text: str, spans: Sequence[Span], settings: FingerprintSettings, distance: int) -> AskedKeys:
    """The keys to ask for these stretches, each by itself."""
    none = np.empty(0, np.int32)
    keys, positions, distances, words = [np.empty(0, np.uint64)], [none], [none], 0
    for span in spans:
        tokens = tokenise(text, span)
        mine, places, apart = query_keys(tokens, settings, distance)
        keys.append(mine)
        positions.append(places + np.int32(words))
        distances.append(apart)
        words += len(tokens)
    return np.concatenate(keys), np.concatenate(positions).astype(np.int32), np.concatenate(distances)


def _rankings(
    store: Store, texts: Sequence[AskedKeys], namespace: Namespace, retrieval: RetrievalSettings
) -> Iterator[Ranking]:
    """The texts that hold keys of each text, best first. A key weighs as much as it is rare in all of the archive."""
    asked = Questions.of(texts)
    chosen: list[Choice] = []

    def wanted(frequencies: Numbers) -> NDArray[np.bool_]:
        chosen.append(choose(asked, frequencies, retrieval))
        answer = np.zeros(len(frequencies), np.bool_)
        answer[asked.numbers[chosen[0].occurrences]] = True
        return answer

    found = store.index.lookup(namespace, asked.keys, retrieval.postings_a_key, wanted)
    frequencies = found.frequencies
    if namespace == "earlier":
        held = np.flatnonzero(frequencies)
        current = store.index.lookup("passage", asked.keys[held], 1, _none)
        frequencies = frequencies.copy()
        frequencies[held] += current.frequencies
    bounds = np.searchsorted(found.key_numbers, np.arange(len(asked.keys) + 1))
    holders = Holders(bounds, found.articles, found.positions, frequencies)
    # What was taken out is often one sentence, and one that many copied has common keys: several of them are enough.
    open_to_all = replace(retrieval, evidence=0.0)
    limits = [retrieval.reranked] * len(texts)
    for ranking in rank(asked, chosen[0], holders, store.articles.count(), limits, open_to_all):
        least = retrieval.evidence * _unit(store)
        kept = (ranking.scores >= least) | (ranking.shared >= PLAUSIBLE)
        yield Ranking(
            ranking.articles[kept], ranking.scores[kept], ranking.shared[kept], ranking.unread, ranking.left_out
        )


def _none(frequencies: Numbers) -> NDArray[np.bool_]:
    """No posting is wanted, only how many there are."""
    return np.zeros(len(frequencies), np.bool_)


def _unit(store: Store) -> int:
    return max(1, int(key_weights(np.ones(1, np.int64), store.articles.count())[0]))


def _hits(store: Store, ranking: Ranking) -> EarlierHits:
    return EarlierHits(ranking.articles, ranking.scores / _unit(store), ranking.shared, ranking.left_out)


def _of_others(store: Store, ranking: Ranking, exclude: Collection[str], most: int) -> EarlierHits:
    """The earlier texts behind what the index names, of the `most` best articles that are not excluded."""
    found = _hits(store, ranking)
    numbers, owners = store.earlier.replaced_by(found.numbers)
    excluded = store.articles.keys(exclude)
    found = replace(found, numbers=numbers)
    present = (numbers > 0) & ~np.isin(owners, np.array(excluded, np.int64))
    found, owners = found.taken(present), owners[present]
    _, first, which = np.unique(owners, return_index=True, return_inverse=True)
    best = np.zeros(len(first), np.bool_)
    best[np.argsort(first)[:most]] = True  # the articles whose best text comes first
    return _cut(found, best[which])


def _cut(found: EarlierHits, kept: NDArray[np.bool_]) -> EarlierHits:
    """The hits within a limit; those that are left out are counted."""
    missed = int((found.shared[~kept] >= PLAUSIBLE).sum())
    return replace(found.taken(kept), left_out=found.left_out + missed)


_NOTHING = EarlierHits(np.empty(0, np.int64), np.empty(0, np.float64), np.empty(0, np.int32))
