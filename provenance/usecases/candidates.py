"""Which archived articles are worth aligning with a text: two routes into the archive's index, one bounded list.

Near duplicates of the whole text come from the bands of its MinHash signature, shared passages from pairs of
neighbouring content words. Nothing is judged here: a candidate is a reason to look, no more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings, require_same_recipe
from provenance.fingerprint.keys import query_keys
from provenance.fingerprint.minhash import band_keys, estimated_jaccard, signature_values
from provenance.fingerprint.ranking import Choice, Question, Ranking, choose, key_weights, question, rank
from provenance.model import Article, Candidate
from provenance.text.tokens import tokenise

if TYPE_CHECKING:
    from provenance.store import Namespace, Store

RETRIEVAL = RetrievalSettings()

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates, the most promising first: near duplicates by estimated similarity, then the rest by shared keys.

    `truncated` counts articles that looked plausible and were left out by a limit (a lower bound: of a key that very
    many articles hold only the first holders are read). `unread` counts the postings that limits left unread.
    """

    candidates: tuple[Candidate, ...]
    truncated: int = 0
    unread: int = 0


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
    return candidates_all(store, [article], settings, [exclude], retrieval)[0]


def candidates_all(
    store: Store,
    articles: Sequence[Article],
    settings: FingerprintSettings,
    exclude: Sequence[Collection[str]],
    retrieval: RetrievalSettings = RETRIEVAL,
) -> list[Candidates]:
    """`candidates` of each article, `exclude[i]` passed over for article i; a page of the index is read once for all.

    A hundred articles at a time cost a fourth of a hundred calls.
    """
    retrieval.validate()
    if store.recipe is not None:
        require_same_recipe(store.recipe, settings.recipe)
    asked = [_ask(article, settings, retrieval) for article in articles]
    with store.snapshot():
        near = _near_duplicates(store, asked, exclude, retrieval)
        passages = _passages(store, asked, exclude, retrieval)
        numbers = [part.articles for part in near] + [part.articles for part in passages]
        found = sorted(set(chain.from_iterable(part.tolist() for part in numbers)))
        names = dict(zip(found, store.ids(found), strict=True))
        unit = int(key_weights(np.ones(1, np.int64), store.count())[0])
    return [_merged(*routes, names, unit) for routes in zip(near, passages, exclude, strict=True)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the index is asked about one text."""

    values: NDArray[np.uint32]
    bands: Keys
    passages: Question


@dataclass(frozen=True, slots=True)
class _Near:
    """Partners by their signatures: article numbers and estimates, the most similar first."""

    articles: Numbers
    estimates: NDArray[np.float64]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Answers:
    """The postings of many texts' keys, each key looked up once; `bounds[k]` is where those of key k begin."""

    keys: Keys
    bounds: Numbers
    articles: Numbers
    positions: Numbers
    frequencies: Numbers

    @classmethod
    def of(
        cls,
        store: Store,
        namespace: Namespace,
        asked: Sequence[Keys],
        cap: int,
        choice: Callable[[Keys, Numbers], NDArray[np.bool_]] | None = None,
    ) -> _Answers:
        keys = np.unique(np.concatenate([np.empty(0, np.uint64), *asked]))
        found = store.lookup(namespace, keys, cap, None if choice is None else partial(choice, keys))
        bounds = np.searchsorted(found.key_numbers, np.arange(len(keys) + 1))
        return cls(keys, bounds, found.articles, found.positions, found.frequencies)

    def to(self, keys: Keys) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """For some of the keys: key numbers among them, articles, positions; and frequencies, one a key."""
        places = np.searchsorted(self.keys, keys)
        starts, sizes = self.bounds[places], self.bounds[places + 1] - self.bounds[places]
        numbers = np.repeat(np.arange(len(keys)), sizes)
        within = np.arange(len(numbers)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        postings = starts[numbers] + within
        return numbers, self.articles[postings], self.positions[postings], self.frequencies[places]


def _ask(article: Article, settings: FingerprintSettings, retrieval: RetrievalSettings) -> _Asked:
    tokens = tokenise(article.text, article.body)
    values = signature_values(tokens, settings)
    passages = question(*query_keys(tokens, settings, retrieval.distance))
    return _Asked(values, band_keys(values, settings), passages)


def _near_duplicates(
    store: Store, asked: Sequence[_Asked], exclude: Sequence[Collection[str]], retrieval: RetrievalSettings
) -> list[_Near]:
    answers = _Answers.of(store, "band", [one.bands for one in asked], retrieval.postings_a_band)
    partners, unread = [], []
    for one, passed_over in zip(asked, exclude, strict=True):
        _, articles, _, frequencies = answers.to(one.bands)
        unread.append(int(np.maximum(frequencies - retrieval.postings_a_band, 0).max(initial=0)))
        numbers, shared = np.unique(articles, return_counts=True)
        # Partners of many bands first: at Jaccard .7 a pair shares 8 of 32 on average, at .5 two.
        best = np.lexsort((numbers, -shared))[: 4 * retrieval.candidates + len(passed_over)]
        partners.append(numbers[best])
    everybody = np.unique(np.concatenate([np.empty(0, np.int64), *partners]))
    signatures = store.signatures(everybody.tolist())
    near = []
    for one, passed_over, numbers, missed in zip(asked, exclude, partners, unread, strict=True):
        mine = signatures[np.searchsorted(everybody, numbers)]
        estimates = estimated_jaccard(one.values, mine) if len(mine) else np.empty(0, np.float64)
        order = np.lexsort((numbers, -estimates))
        order = order[estimates[order] >= retrieval.estimate]
        kept = order[: retrieval.candidates + len(passed_over)]
        near.append(_Near(numbers[kept], estimates[kept], missed + len(order) - len(kept)))
    return near


def _passages(
    store: Store, asked: Sequence[_Asked], exclude: Sequence[Collection[str]], retrieval: RetrievalSettings
) -> list[Ranking]:
    chosen: list[Choice] = []

    def choice(keys: Keys, frequencies: Numbers) -> NDArray[np.bool_]:
        """Which keys some article wants to be read."""
        wanted = np.zeros(len(keys), np.bool_)
        for one in asked:
            places = np.searchsorted(keys, one.passages.keys)
            chosen.append(choose(one.passages, frequencies[places], retrieval))
            wanted[places[one.passages.numbers[chosen[-1].occurrences]]] = True
        return wanted

    questions = [one.passages.keys for one in asked]
    answers = _Answers.of(store, "passage", questions, retrieval.postings_a_key, choice)
    archived = store.count()
    return [
        rank(
            one.passages,
            picked,
            *answers.to(one.passages.keys),
            archived,
            replace(retrieval, candidates=retrieval.candidates + len(passed_over)),
        )
        for one, picked, passed_over in zip(asked, chosen, exclude, strict=True)
    ]


def _merged(near: _Near, passages: Ranking, exclude: Collection[str], names: dict[int, str], unit: int) -> Candidates:
    """One list of both routes, without the excluded articles; `unit` weighs a key that one article holds."""
    evidence = dict(zip(passages.articles.tolist(), (passages.scores / max(unit, 1)).tolist(), strict=True))
    estimates = dict(zip(near.articles.tolist(), near.estimates.tolist(), strict=True))
    shared = dict(zip(passages.articles.tolist(), passages.shared.tolist(), strict=True))
    highest = max(1, int(passages.scores.max(initial=1)))
    scores = dict(zip(passages.articles.tolist(), (passages.scores / highest).tolist(), strict=True))
    numbers = [*estimates, *(number for number in scores if number not in estimates)]
    found = tuple(
        Candidate(
            article=names[number],
            score=1 + estimates[number] if number in estimates else scores[number],
            route=_route(number in estimates, number in scores),
            estimated_jaccard=estimates.get(number),
            shared_keys=shared.get(number, 0),
            evidence=evidence.get(number, 0.0),
        )
        for number in numbers
        if names[number] not in exclude
    )
    return Candidates(found, near.left_out + passages.left_out, passages.unread)


def _route(near: bool, passage: bool) -> Literal["near_duplicate", "passage", "both"]:
    if near and passage:
        return "both"
    return "near_duplicate" if near else "passage"
