"""Which archived articles are worth aligning with a text: two routes into the archive's index, one bounded list.

Near duplicates of the whole text come from the bands of its MinHash signature, shared passages from pairs of
neighbouring content words. Nothing is judged here: a candidate is a reason to look, no more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings, require_same_recipe
from provenance.fingerprint.keys import query_keys
from provenance.fingerprint.minhash import band_keys, estimated_jaccard, signature_values
from provenance.fingerprint.ranking import Ranking, question, rank
from provenance.model import Article, Candidate
from provenance.text.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from provenance.store import Store

RETRIEVAL = RetrievalSettings()


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates, the most promising first: near duplicates by estimated similarity, then the rest by shared keys.

    `truncated` counts articles that looked plausible and were left out by a limit (a lower bound: of a key that very
    many articles hold only the first holders are read). `unread` counts the postings that limits left unread.
    """

    candidates: tuple[Candidate, ...]
    truncated: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class _Near:
    """Partners by their signatures: article numbers and estimates, the most similar first."""

    articles: NDArray[np.int64]
    estimates: NDArray[np.float64]
    left_out: int


def candidates(
    store: Store,
    article: Article,
    settings: FingerprintSettings,
    exclude: Collection[str] = (),
    retrieval: RetrievalSettings = RETRIEVAL,
) -> Candidates:
    """Archived articles that may share text with the body of `article`, at most `retrieval.candidates` a route.

    `exclude` names archived articles to pass over (the article itself, when it is archived). Raises SchemeMismatch
    where the archive's fingerprints were made with other settings. Equal scores stand in the order of archiving.
    """
    if store.recipe is not None:
        require_same_recipe(store.recipe, settings.recipe)
    tokens = tokenise(article.text, article.body)
    near = _near_duplicates(store, tokens, settings, retrieval, len(exclude))
    passages = _passages(store, tokens, settings, retrieval, len(exclude))
    estimates = dict(zip(near.articles.tolist(), near.estimates.tolist(), strict=True))
    shared = dict(zip(passages.articles.tolist(), passages.shared.tolist(), strict=True))
    highest = int(passages.scores[0]) if len(passages.scores) else 1
    scores = {
        number: score / highest
        for number, score in zip(passages.articles.tolist(), passages.scores.tolist(), strict=True)
    }
    numbers = list(estimates) + [number for number in scores if number not in estimates]
    ids = store.ids(numbers)
    found = tuple(
        Candidate(
            article=name,
            score=1 + estimates[number] if number in estimates else scores[number],
            route=_route(number in estimates, number in scores),
            estimated_jaccard=estimates.get(number),
            shared_keys=shared.get(number, 0),
        )
        for number, name in zip(numbers, ids, strict=True)
        if name not in exclude
    )
    return Candidates(found, near.left_out + passages.left_out, passages.unread)


def _route(near: bool, passage: bool) -> Literal["near_duplicate", "passage", "both"]:
    if near and passage:
        return "both"
    return "near_duplicate" if near else "passage"


def _near_duplicates(
    store: Store, tokens: Tokens, settings: FingerprintSettings, retrieval: RetrievalSettings, spare: int
) -> _Near:
    values = signature_values(tokens, settings)
    keys = band_keys(values, settings)
    nothing = np.empty(0, np.int64)
    if not len(keys):
        return _Near(nothing, np.empty(0, np.float64), 0)
    postings = store.lookup("band", keys, retrieval.postings_a_band)
    unread = int(np.maximum(postings.frequencies - retrieval.postings_a_band, 0).max())
    articles, bands = np.unique(postings.articles, return_counts=True)
    # Partners of many bands first: at Jaccard .7 a pair shares 8 of 32 on average, at .5 two.
    articles = articles[np.lexsort((articles, -bands))[: 4 * retrieval.candidates + spare]]
    if not len(articles):
        return _Near(nothing, np.empty(0, np.float64), unread)
    estimates = estimated_jaccard(values, store.signatures(articles.tolist()))
    order = np.lexsort((articles, -estimates))
    order = order[estimates[order] >= retrieval.estimate]
    kept = order[: retrieval.candidates + spare]
    return _Near(articles[kept], estimates[kept], unread + len(order) - len(kept))


def _passages(
    store: Store, tokens: Tokens, settings: FingerprintSettings, retrieval: RetrievalSettings, spare: int
) -> Ranking:
    asked = question(*query_keys(tokens, settings, retrieval.distance))
    postings = store.lookup("passage", asked.keys, retrieval.postings_a_key)
    return rank(
        asked,
        postings.key_numbers,
        postings.articles,
        postings.positions,
        postings.frequencies,
        store.count(),
        replace(retrieval, candidates=retrieval.candidates + spare),
    )
