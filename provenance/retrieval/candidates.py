"""Which archived articles are worth aligning with a text: routes into the archive's index, one bounded list.

Near duplicates of the whole text come from the bands of its MinHash signature, shared passages from pairs of
neighbouring content words; where sentences are encoded, texts that say the same in other words come from these
(`meaning_search`). Nothing is judged here: a candidate is a reason to look, no more.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings, require_same_recipe
from provenance.fingerprint.keys import Choice, Holders, Questions, Ranking, choose, key_weights, query_keys, rank
from provenance.fingerprint.minhash import band_keys, estimated_jaccard, signature_values
from provenance.model import Article, Candidate
from provenance.retrieval.earlier_texts import EarlierHits, earlier_hits
from provenance.retrieval.looked_up import Held
from provenance.text.tokens import tokenise

if TYPE_CHECKING:
    from provenance.model.coded_text import CodedText
    from provenance.store import Store

RETRIEVAL = RetrievalSettings()
# What a nat of evidence of shared keys adds to the likeness by meaning. The source is among the first 5 candidates
# for all 20 D5 and all 20 X1 of `newsroom`, and .95 of D1; with .05 D1 stays, and fewer sources come first; with no
# evidence .95 of D2. By evidence alone it is .55, .70 and .70.
EVIDENCE_BESIDE_MEANING = 0.02

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates, the most promising first: near duplicates by estimated similarity, then the rest by shared keys, or
    by meaning and shared keys together where the text was looked up by meaning.

    `truncated` counts plausible articles that a limit left out (a lower bound: of a key with very many holders only
    the first are read). `unread` counts the postings that limits left unread. `earlier` are numbers of texts that
    newer versions replaced and which may share what those lack, the most promising first.
    """

    candidates: tuple[Candidate, ...]
    truncated: int = 0
    unread: int = 0
    earlier: tuple[int, ...] = ()


def candidates(
    store: Store,
    article: Article,
    settings: FingerprintSettings,
    exclude: Collection[str] = (),
    retrieval: RetrievalSettings = RETRIEVAL,
    coded: CodedText | None = None,
) -> Candidates:
    """Archived articles that may share text with the body of `article`, at most `retrieval.candidates` a route.

    `exclude` names archived articles to pass over (the article itself, when it is archived). With `coded`, the
    article's encoded sentences, those that say the same in other words are candidates as well, at most
    `retrieval.by_meaning` beside the others. Raises SchemeMismatch
    where the archive's fingerprints were made with other settings. Equal scores are in the order of archiving.
    """
    return candidates_all(store, [article], settings, [exclude], retrieval, [coded])[0]


def candidates_all(
    store: Store,
    articles: Sequence[Article],
    settings: FingerprintSettings,
    exclude: Sequence[Collection[str]],
    retrieval: RetrievalSettings = RETRIEVAL,
    coded: Sequence[CodedText | None] = (),
) -> list[Candidates]:
    """`candidates` of each article, without the articles `exclude[i]` for article i.

    A page of the index is read once for all of them: a hundred articles cost a fourth of a hundred calls.
    """
    more = [len(passed_over) for passed_over in exclude]
    with store.snapshot():
        found = [_with_proven(store, each) for each in index_hits(store, articles, settings, more, retrieval)]
        alike = _by_meaning(store, coded, found, max(more, default=0) + retrieval.by_meaning)
        numbers = sorted(
            set(
                chain.from_iterable(
                    chain(one.near.tolist(), one.ranked.tolist(), two) for one, two in zip(found, alike, strict=True)
                )
            )
        )
        names = dict(zip(numbers, store.articles.ids(numbers), strict=True))
        earlier = earlier_hits(store, articles, settings, exclude, retrieval)
    return [
        _named(one, two, names, passed_over, texts)
        for one, two, passed_over, texts in zip(found, alike, exclude, earlier, strict=True)
    ]


def _with_proven(store: Store, found: IndexHits) -> IndexHits:
    """The same with those of the `faint` articles among the ranked ones that have a run of words of the text."""
    if not len(found.faint):
        return found
    from provenance.align.kernels.exact import shared_runs

    read = store.articles.packed(found.faint.tolist()).unpacked()
    proven = [len(shared_runs(tokenise(each.text, each.body).words, found.words)) > 0 for each in read]
    if not any(proven):
        return found
    kept = np.array(proven, np.bool_)
    scores = found.faint_scores[kept]
    return replace(
        found,
        ranked=np.concatenate((found.ranked, found.faint[kept])),
        scores=np.concatenate((found.scores, scores)),
        evidence=np.concatenate((found.evidence, scores / found.unit)),
        shared=np.concatenate((found.shared, np.ones(len(scores), np.int32))),
    )


def _by_meaning(
    store: Store, coded: Sequence[CodedText | None], found: Sequence[IndexHits], limit: int
) -> list[Mapping[int, float]]:
    """For each text how alike texts are that say the same, and those that the index found, by number."""
    if not any(coded):
        return [{} for _ in found]
    from provenance.retrieval.meaning_search import meaning_hits

    known = [[*one.near.tolist(), *one.ranked.tolist()] for one in found]
    hits = meaning_hits(store, coded, known, limit)
    return [dict(zip(one.numbers.tolist(), one.likeness.tolist(), strict=True)) for one in hits]


@dataclass(frozen=True, slots=True)
class IndexHits:
    """What both routes found for one text, by article numbers, each route's best first.

    `near` has the near duplicates with their `estimates` (Jaccard); `ranked` the articles that share passage keys,
    with their `scores`, their `evidence` (1 is the weight of a key that no other article has) and numbers of shared
    keys. `faint` are articles of so little evidence that only a shared run of words makes them candidates; `words`
    are the hashes of those of the text asked about. An evidence of 1 is a score of `unit`.
    """

    near: Numbers
    estimates: NDArray[np.float64]
    ranked: Numbers
    scores: Numbers
    evidence: NDArray[np.float64]
    shared: NDArray[np.int32]
    truncated: int
    unread: int
    words: Keys
    faint: Numbers
    faint_scores: Numbers
    unit: int


def index_hits(
    store: Held,
    articles: Sequence[Article],
    settings: FingerprintSettings,
    more: Sequence[int],
    retrieval: RetrievalSettings = RETRIEVAL,
) -> list[IndexHits]:
    """What both routes find for each article, at most `retrieval.candidates + more[i]` a route for article i.

    Raises SchemeMismatch as `candidates` does.
    """
    retrieval.validate()
    if store.index.recipe is not None:
        require_same_recipe(store.index.recipe, settings.recipe)
    tokens = [tokenise(article.text, article.body) for article in articles]
    values = [signature_values(each, settings) for each in tokens]
    asked = Questions.of([query_keys(each, settings, retrieval.distance) for each in tokens])
    limits = [retrieval.candidates + few for few in more]
    with store.snapshot():
        near = _near_duplicates(store, values, [band_keys(each, settings) for each in values], limits, retrieval)
        rankings = _rankings(store, asked, limits, retrieval)
        unit = max(1, int(key_weights(np.ones(1, np.int64), store.articles.count())[0]))
    return [
        IndexHits(
            numbers,
            estimates,
            ranking.articles,
            ranking.scores,
            ranking.scores / unit,
            ranking.shared,
            left_out + ranking.left_out,
            ranking.unread,
            own.words,
            ranking.faint[~np.isin(ranking.faint, numbers)],
            ranking.faint_scores[~np.isin(ranking.faint, numbers)],
            unit,
        )
        for (numbers, estimates, left_out), ranking, own in zip(near, rankings, tokens, strict=True)
    ]


def _near_duplicates(
    store: Held,
    values: Sequence[NDArray[np.uint32]],
    bands: Sequence[Keys],
    limits: Sequence[int],
    retrieval: RetrievalSettings,
) -> list[tuple[Numbers, NDArray[np.float64], int]]:
    """For each signature its partners, the most similar first, the estimates, and how many were left out."""
    keys, places = np.unique(np.concatenate([np.empty(0, np.uint64), *bands]), return_inverse=True)
    found = store.index.lookup("band", keys, retrieval.postings_a_band)
    bounds = np.searchsorted(found.key_numbers, np.arange(len(keys) + 1))
    partners, unread = [], []
    for mine, limit in zip(np.split(places, np.cumsum([len(each) for each in bands])), limits, strict=False):
        unread.append(int(np.maximum(found.frequencies[mine] - retrieval.postings_a_band, 0).max(initial=0)))
        held = [found.articles[bounds[key] : bounds[key + 1]] for key in mine.tolist()]
        numbers, shared = np.unique(np.concatenate([np.empty(0, np.int64), *held]), return_counts=True)
        # Partners of many bands first: at Jaccard .7 a pair shares 8 of 32 on average, at .5 two.
        best = np.lexsort((numbers, -shared))[: 3 * retrieval.candidates + limit]
        partners.append(numbers[best])
    everybody = np.unique(np.concatenate([np.empty(0, np.int64), *partners]))
    signatures = store.index.signatures(everybody)
    near = []
    for own, numbers, limit, missed in zip(values, partners, limits, unread, strict=True):
        theirs = signatures[np.searchsorted(everybody, numbers)]
        estimates = estimated_jaccard(own, theirs) if len(theirs) else np.empty(0, np.float64)
        order = np.lexsort((numbers, -estimates))
        order = order[estimates[order] >= retrieval.estimate]
        kept = order[:limit]
        near.append((numbers[kept], estimates[kept], missed + len(order) - len(kept)))
    return near


def _rankings(
    store: Held, asked: Questions, limits: Sequence[int], retrieval: RetrievalSettings
) -> Iterator[Ranking]:
    chosen: list[Choice] = []

    def wanted(frequencies: Numbers) -> NDArray[np.bool_]:
        """Which keys some text wants to be read."""
        chosen.append(choose(asked, frequencies, retrieval))
        answer = np.zeros(len(frequencies), np.bool_)
        answer[asked.numbers[chosen[0].occurrences]] = True
        return answer

    found = store.index.lookup("passage", asked.keys, retrieval.postings_a_key, wanted)
    bounds = np.searchsorted(found.key_numbers, np.arange(len(asked.keys) + 1))
    holders = Holders(bounds, found.articles, found.positions, found.frequencies)
    return rank(asked, chosen[0], holders, store.articles.count(), limits, retrieval)


def _named(
    found: IndexHits,
    alike: Mapping[int, float],
    names: Mapping[int, str],
    exclude: Collection[str],
    earlier: EarlierHits,
) -> Candidates:
    """One list of all routes, without the excluded articles."""
    estimates = dict(zip(found.near.tolist(), found.estimates.tolist(), strict=True))
    passages = dict(
        zip(
            found.ranked.tolist(),
            zip(
                (found.scores / max(1, int(found.scores.max(initial=1)))).tolist(),
                found.shared.tolist(),
                found.evidence.tolist(),
                strict=True,
            ),
            strict=True,
        )
    )
    numbers = [*dict.fromkeys([*estimates, *passages, *alike])]
    best = max(alike.values(), default=0.0)
    candidates = []
    for number in numbers:
        if names[number] in exclude:
            continue
        score, shared, evidence = passages.get(number, (0.0, 0, 0.0))
        candidates.append(
            Candidate(
                article=names[number],
                score=score_of(score, evidence, estimates.get(number), alike.get(number), best),
                route=_route(number in estimates, number in passages),
                estimated_jaccard=estimates.get(number),
                shared_keys=shared,
                evidence=evidence,
                likeness=alike.get(number),
            )
        )
    if alike:
        candidates.sort(key=lambda candidate: -candidate.score)
    texts = tuple(earlier.numbers.tolist())
    return Candidates(tuple(candidates), found.truncated + earlier.left_out, found.unread, texts)


def score_of(score: float, evidence: float, estimate: float | None, likeness: float | None, best: float) -> float:
    """The score of a candidate: above 1 for near duplicates; by meaning and evidence where it could be compared by
    meaning, and as much as the best of these times its relative score where only others could."""
    if estimate is not None:
        return 1 + estimate
    if likeness is not None:
        return min(max(likeness, 0.0) + EVIDENCE_BESIDE_MEANING * math.log1p(evidence), 1.0)
    return score * best if best > 0 else score


def _route(near: bool, passage: bool) -> Literal["near_duplicate", "passage", "both", "meaning"]:
    if near and passage:
        return "both"
    return "near_duplicate" if near else "passage" if passage else "meaning"
