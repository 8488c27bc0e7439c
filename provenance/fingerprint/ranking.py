"""Which archived articles answer a query's passage keys best: a pure kernel over looked-up postings.

Rare keys weigh more (the square of the inverse document frequency), and an article is as good as its densest
neighbourhood: keys that lie close together on both sides speak of a copied passage, the same keys scattered over two
long texts speak of a common subject. A long query is asked in parts, each with its own budget of postings, so that a
short borrowed passage is not outweighed by the rest of the text.

It knows nothing of SQL: the caller looks up how frequent the keys of one or many texts are, lets `choose` say whose
postings are worth reading, and gives them to `rank` as arrays. Weights are whole numbers, so that neither the order
of additions nor the machine changes a rank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import RetrievalSettings
from provenance.fingerprint.keys import AskedKeys
from provenance.fingerprint.ranking_kernels import add_up, densest, gather, mark_first

# In an archive of fewer articles how many hold a key tells nothing of its rarity: of two articles both may hold all.
FEW = 50
PLAUSIBLE = 4  # shared keys: fewer are found between unrelated long texts
# Share of an article's other matching keys that is added to its densest neighbourhood.
ELSEWHERE = 8  # one eighth: the exact share hardly matters, it parts articles whose best neighbourhoods are equal


@dataclass(frozen=True, slots=True)
class Questions:
    """The passage keys of some texts, ready to be looked up together.

    `keys` ascend without repetition. Occurrence i asks `keys[numbers[i]]` at token `positions[i]`, and its two words
    are `distances[i]` content words apart. Text t has the occurrences `bounds[t]` to `bounds[t + 1]`, ascending by
    position.
    """

    keys: NDArray[np.uint64]
    numbers: NDArray[np.int64]
    positions: NDArray[np.int32]
    distances: NDArray[np.int32]
    bounds: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[AskedKeys]) -> Questions:
        """What to look up for the keys that `query_keys` gives for each text."""
        none = np.empty(0, np.int32)
        unique, numbers = np.unique(
            np.concatenate([none.astype(np.uint64), *(keys for keys, _, _ in texts)]), return_inverse=True
        )
        return cls(
            unique,
            numbers,
            np.concatenate([none, *(positions for _, positions, _ in texts)]),
            np.concatenate([none, *(distances for _, _, distances in texts)]),
            np.cumsum([0, *(len(keys) for keys, _, _ in texts)]),
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """The occurrences that are weighed, ascending; `unread` counts for each text the postings that limits leave
    unread."""

    occurrences: NDArray[np.int64]
    unread: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Holders:
    """The postings of the keys of some questions, as they were looked up.

    Those of key k are `bounds[k]` to `bounds[k + 1]` of the parallel arrays, ascending by article; `frequencies`
    counts all postings of each key.
    """

    bounds: NDArray[np.int64]
    articles: NDArray[np.int64]
    positions: NDArray[np.int64]
    frequencies: NDArray[np.int64]


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


def rank(
    asked: Questions,
    chosen: Choice,
    holders: Holders,
    archived: int,
    limits: Sequence[int],
    settings: RetrievalSettings,
) -> Iterator[Ranking]:
    """For each text the archived articles that answer it, best first, at most `limits[t]` for text t.

    `holders` has at most `settings.postings_a_key` postings of each chosen key; those of others are ignored.
    `archived` is the number of articles that the archive holds. Equal scores stand in the order of their numbers.
    """
    numbers = asked.numbers[chosen.occurrences]
    begins, ends = holders.bounds[numbers], holders.bounds[numbers + 1]
    positions = asked.positions[chosen.occurrences]
    # The farther apart the two words stand in the query, the less a pair says: neighbours count whole, at distance 2
    # two thirds, at 3 half, at d 2 / (1 + d).
    weights = key_weights(holders.frequencies[numbers], archived) * 2 // (1 + asked.distances[chosen.occurrences])
    least = settings.evidence * int(key_weights(np.ones(1, np.int64), archived)[0])
    cuts = np.searchsorted(chosen.occurrences, asked.bounds).tolist()
    for start, end, limit, unread in zip(cuts, cuts[1:], limits, chosen.unread.tolist(), strict=False):
        mine = slice(start, end)
        names, first, here, there, weight = gather(
            begins[mine], ends[mine], positions[mine], weights[mine], holders.articles, holders.positions
        )
        totals, shared = add_up(first, here, there, weight)
        best = _largest(totals, names, settings.reranked)
        scores = densest(first, here, there, weight, best, settings.neighbourhood) + totals[best] // ELSEWHERE
        best, scores = best[scores >= least], scores[scores >= least]
        order = np.lexsort((names[best], -totals[best], -scores))
        left_out = int((shared[best][order[limit:]] >= PLAUSIBLE).sum())
        order = order[:limit]
        yield Ranking(names[best][order], scores[order], shared[best][order], unread, left_out)


def _largest(totals: NDArray[np.int64], names: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """The places of the `count` largest totals, of equal ones those of the smallest names; in any order."""
    if len(totals) <= count:
        return np.arange(len(totals))
    least = np.partition(totals, len(totals) - count)[len(totals) - count]
    sure, even = np.flatnonzero(totals > least), np.flatnonzero(totals == least)
    return np.concatenate([sure, even[np.argsort(names[even])[: count - len(sure)]]])


def key_weights(frequencies: NDArray[np.int64], archived: int) -> NDArray[np.int64]:
    """ln((N + 1) / df) squared, in 1/1024; a key that more articles hold than there are weighs the least.

    Of fewer than FEW articles as many are assumed.
    """
    nats = np.log((max(archived, FEW) + 1) / np.maximum(frequencies, 1))
    weights: NDArray[np.int64] = np.maximum(np.rint(1024 * np.maximum(nats, 0) ** 2), 1).astype(np.int64)
    return weights


def choose(asked: Questions, frequencies: NDArray[np.int64], settings: RetrievalSettings) -> Choice:
    """The occurrences to weigh, when each of `asked.keys` has so many postings.

    In each part of a text a key counts once, where it stands first; rare keys go first until the part's budget of
    postings is spent.
    """
    looked_up = np.minimum(frequencies, settings.postings_a_key)
    parts, opening = _parts(asked, settings.part)
    in_part, in_text = mark_first(asked.numbers, parts, opening, len(asked.keys))
    once = np.flatnonzero(in_part & (looked_up[asked.numbers] > 0))
    once = once[np.lexsort((frequencies[asked.numbers[once]], parts[once]))]
    sizes = looked_up[asked.numbers[once]]
    spent = np.cumsum(sizes)
    starts = np.searchsorted(parts[once], parts[once])
    within = spent - (spent - sizes)[starts] <= settings.postings_a_part
    unread = np.where(in_text, (frequencies - looked_up)[asked.numbers], 0)
    unread[once[~within]] += sizes[~within]
    sums = np.append(0, np.cumsum(unread))[asked.bounds]
    return Choice(np.sort(once[within]), sums[1:] - sums[:-1])


def _parts(asked: Questions, length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each occurrence the number of its part of `length` words, ascending over all texts from 1 on, and that of
    the first part of its text."""
    begins = np.diff(asked.positions // length, prepend=-1) != 0
    sizes = np.diff(asked.bounds)
    openings = asked.bounds[:-1][sizes > 0]
    begins[openings] = True
    parts = np.cumsum(begins)
    return parts, np.repeat(parts[openings], sizes[sizes > 0])
