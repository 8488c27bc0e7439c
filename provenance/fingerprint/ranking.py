"""Which archived articles answer a query's passage keys best: a pure kernel over looked-up postings.

Rare keys weigh more (the square of the inverse document frequency), and an article is as good as its densest
neighbourhood: keys that lie close together on both sides speak of a copied passage, the same keys scattered over two
long texts speak of a common subject. A long query is asked in parts, each with its own budget of postings, so that a
short borrowed passage is not outweighed by the rest of the text.

It knows nothing of SQL: the caller looks up how frequent the keys are, lets `choose` say whose postings are worth
reading, and gives them to `rank` as arrays. Weights are whole numbers, so that neither the order of additions nor the
machine changes a rank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import RetrievalSettings
from provenance.kernels import kernel

# In an archive of fewer articles how many hold a key tells nothing of its rarity: of two articles both may hold all.
FEW = 50
PLAUSIBLE = 4  # shared keys: fewer are found between unrelated long texts
# Share of an article's other matching keys that is added to its densest neighbourhood.
ELSEWHERE = 8  # one eighth: the exact share hardly matters, it parts articles whose best neighbourhoods are equal


@dataclass(frozen=True, slots=True)
class Question:
    """The passage keys of one text, ready to be looked up.

    `keys` ascend without repetition; occurrence i asks `keys[numbers[i]]` at token `positions[i]`, ascending, and its
    two words are `distances[i]` content words apart.
    """

    keys: NDArray[np.uint64]
    numbers: NDArray[np.int32]
    positions: NDArray[np.int32]
    distances: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Choice:
    """The occurrences of a question that are weighed; `unread` counts the postings that limits leave unread."""

    occurrences: NDArray[np.int64]
    unread: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Articles by their internal numbers, best first, with parallel scores and counts of shared keys.

    `unread` counts the postings that a cap or budget left unread, `left_out` the articles beyond the limit that share
    at least PLAUSIBLE keys.
    """

    articles: NDArray[np.int64]
    scores: NDArray[np.int64]
    shared: NDArray[np.int32]
    unread: int
    left_out: int = 0


def question(keys: NDArray[np.uint64], positions: NDArray[np.int32], distances: NDArray[np.int32]) -> Question:
    """What to look up for the keys that `query_keys` gives."""
    unique, numbers = np.unique(keys, return_inverse=True)
    return Question(unique, numbers.astype(np.int32), positions, distances)


def rank(
    asked: Question,
    chosen: Choice,
    key_numbers: NDArray[np.int64],
    articles: NDArray[np.int64],
    positions: NDArray[np.int64],
    frequencies: NDArray[np.int64],
    archived: int,
    settings: RetrievalSettings,
) -> Ranking:
    """The archived articles that answer `asked`, best first, at most `settings.candidates`.

    `key_numbers`, `articles` and `positions` are parallel: one posting each, key numbers ascending (numbers of
    `asked.keys`), at most `settings.postings_a_key` of each chosen key; those of others are ignored. `frequencies`
    counts all postings of each asked key. `archived` is the number of articles that the archive holds. Equal scores
    stand in the order of their numbers.
    """
    first = np.searchsorted(key_numbers, np.arange(len(asked.keys) + 1)).astype(np.int64)
    weights = key_weights(frequencies, archived)
    article, here, there, weight = gather(asked, chosen.occurrences, first, articles, positions, weights)
    names, local = np.unique(article, return_inverse=True)
    hit = (local, here, there, weight)
    totals, shared = np.zeros(len(names), np.int64), np.zeros(len(names), np.int32)
    add_up(*hit, totals, shared)
    best = np.lexsort((names, -totals))[: settings.reranked]
    best = best[totals[best] > 0]
    scores: NDArray[np.int64] = densest(*hit, best.astype(np.int64), len(names), settings.neighbourhood)
    scores += totals[best] // ELSEWHERE
    enough = scores >= settings.evidence * int(key_weights(np.ones(1, np.int64), archived)[0])
    best, scores = best[enough], scores[enough]
    order = np.lexsort((names[best], -totals[best], -scores))
    left_out = int((shared[best][order[settings.candidates :]] >= PLAUSIBLE).sum())
    order = order[: settings.candidates]
    return Ranking(names[best][order], scores[order], shared[best][order], chosen.unread, left_out)


def key_weights(frequencies: NDArray[np.int64], archived: int) -> NDArray[np.int64]:
    """ln((N + 1) / df) squared, in 1/1024; a key that more articles hold than there are weighs the least.

    Of fewer than FEW articles as many are assumed.
    """
    nats = np.log((max(archived, FEW) + 1) / np.maximum(frequencies, 1))
    weights: NDArray[np.int64] = np.maximum(np.rint(1024 * np.maximum(nats, 0) ** 2), 1).astype(np.int64)
    return weights


def choose(asked: Question, frequencies: NDArray[np.int64], settings: RetrievalSettings) -> Choice:
    """The occurrences to weigh, when each of `asked.keys` has so many postings.

    In each part of the text a key counts once, where it stands first; rare keys go first until the part's budget of
    postings is spent.
    """
    looked_up = np.minimum(frequencies, settings.postings_a_key)
    parts = asked.positions // settings.part
    _, once = np.unique(parts.astype(np.int64) * len(asked.keys) + asked.numbers, return_index=True)
    sizes = looked_up[asked.numbers[once]]
    once, sizes = once[sizes > 0], sizes[sizes > 0]
    order = np.lexsort((once, frequencies[asked.numbers[once]], parts[once]))
    once, sizes = once[order], sizes[order]
    spent = np.cumsum(sizes)
    starts = np.searchsorted(parts[once], parts[once])
    before = spent - sizes
    within = spent - before[starts] <= settings.postings_a_part
    return Choice(once[within].astype(np.int64), int((frequencies - looked_up).sum() + sizes[~within].sum()))


Hits = tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]


def gather(
    asked: Question,
    chosen: NDArray[np.int64],
    first: NDArray[np.int64],
    articles: NDArray[np.int64],
    positions: NDArray[np.int64],
    weights: NDArray[np.int64],
) -> Hits:
    """All postings of the chosen occurrences: article, place in the query, place in the article, weight.

    Ordered by article, then place in the query, then place in the article. The farther apart the two words stand in
    the query, the less a pair says: neighbours count whole, at distance 2 two thirds, at 3 half, at d 2 / (1 + d).
    """
    keys = asked.numbers[chosen]
    sizes = first[keys + 1] - first[keys]
    of = np.repeat(np.arange(len(chosen)), sizes)
    within = np.arange(len(of)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    posting = first[keys][of] + within
    here, there, article = asked.positions[chosen][of], positions[posting], articles[posting]
    weight = weights[keys] * 2 // (1 + asked.distances[chosen])
    order = np.lexsort((there, here, article))
    return article[order], here[order], there[order], weight[of][order]


@kernel
def add_up(
    article: NDArray[Any],
    here: NDArray[Any],
    there: NDArray[Any],
    weight: NDArray[Any],
    totals: NDArray[Any],
    shared: NDArray[Any],
) -> None:
    """Sum the weights of each article; a key that an article repeats counts once for each place of the query."""
    for hit in range(len(article)):
        if hit > 0 and article[hit] == article[hit - 1] and here[hit] == here[hit - 1]:
            continue
        totals[article[hit]] += weight[hit]
        shared[article[hit]] += 1


@kernel
def densest(
    article: NDArray[Any],
    here: NDArray[Any],
    there: NDArray[Any],
    weight: NDArray[Any],
    best: NDArray[Any],
    names: int,
    reach: int,
) -> NDArray[Any]:
    """For each article of `best` the largest sum of weights within `reach` words of one hit, on both sides."""
    begins = np.zeros(names + 1, np.int64)
    for hit in range(len(article)):
        begins[article[hit] + 1] += 1
    for name in range(names):
        begins[name + 1] += begins[name]
    scores = np.zeros(len(best), np.int64)
    for place in range(len(best)):
        begin, end = begins[best[place]], begins[best[place] + 1]
        left, right = begin, begin
        for hit in range(begin, end):
            while here[left] < here[hit] - reach:
                left += 1
            while right < end and here[right] <= here[hit] + reach:
                right += 1
            total = np.int64(0)
            for other in range(left, right):
                if abs(there[other] - there[hit]) <= reach:
                    total += weight[other]
            scores[place] = max(scores[place], total)
    return scores
