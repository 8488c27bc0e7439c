"""Passage keys, which survive rewriting, and the ranking of the archived articles that share keys with a text.

A passage key is an unordered pair of neighbouring content words. Rewriting breaks nearly every run of words, but it
seldom parts two content words that are beside each other, and more often keeps one pair of a sentence than all of
them. So the archive stores few pairs (the heaviest of each tile of words), while a query asks for all of its pairs
and need not choose the ones that the archive chose. Words of equal stem make no pair, words between content words are
ignored, and a position is the token number of the pair's first word.

Rare keys weigh more (the square of the inverse document frequency), and an article is as good as its densest
neighbourhood: keys that lie close together on both sides suggest a copied passage, the same keys scattered over two
long texts a common subject. A long query is asked in parts, each with its own budget of postings, so that a short
borrowed passage is not outweighed by the rest of the text.

Nothing here knows of SQL: the caller looks up how frequent the keys of one or many texts are, calls `choose` to learn
which postings are worth reading, and gives these to `rank` as arrays. Weights are whole numbers, so that neither the
order of additions nor the machine changes a rank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings
from provenance.fingerprint.kernels import keys as loops
from provenance.kernels.signatures import made
from provenance.text.common_words import SCALE, ContentTable, content_table
from provenance.text.tokens import Tokens

Numbers = NDArray[np.int64]
StoredKeys = tuple[NDArray[np.uint64], NDArray[np.int32]]
AskedKeys = tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]

# In archives of fewer articles the number of holders does not show how rare a key is: of two articles both may hold
# it.
FEW = 50
PLAUSIBLE = 4  # shared keys: fewer are found between unrelated long texts
# One eighth of an article's other matching keys is added to its densest neighbourhood. The exact share hardly
# matters: it decides between articles whose best neighbourhoods are equal.
ELSEWHERE = 8


def content_words(settings: FingerprintSettings, table: ContentTable | None = None) -> loops.Content:
    """Which words count as content, as the kernels read it."""
    words = content_table() if table is None else table
    return made(loops.Content, words.stems, words.weights, round(settings.content_idf * SCALE))


def stored_keys(tokens: Tokens, settings: FingerprintSettings, table: ContentTable | None = None) -> StoredKeys:
    """The keys that the archive keeps, and their positions: the heaviest pair of each tile, ascending positions.

    A key that a text repeats is kept where it occurs first, so that the length of a posting list is the number of
    articles that hold the key.
    """
    keys, positions, _ = _keys(tokens, settings, table, 1, settings.tile)
    count = loops.keep_first(keys, positions)
    return keys[:count].copy(), positions[:count].copy()


def query_keys(
    tokens: Tokens, settings: FingerprintSettings, distance: int = 1, table: ContentTable | None = None
) -> AskedKeys:
    """(keys, positions, distances) of all pairs of a text, by ascending position; a repeated key occurs each time.

    Two content words that follow each other have distance 1; pairs up to `distance` are included.
    """
    return _keys(tokens, settings, table, distance, 0)


def _keys(
    tokens: Tokens, settings: FingerprintSettings, table: ContentTable | None, distance: int, tile: int
) -> AskedKeys:
    room = len(tokens) * distance
    keys, positions, distances = np.empty(room, np.uint64), np.empty(room, np.int32), np.empty(room, np.int32)
    pairing = made(loops.Pairing, distance, settings.gap, tile)
    content = content_words(settings, table)
    count = loops.pair_up(tokens.stems, tokens.starts, tokens.ends, content, pairing, keys, positions, distances)
    return keys[:count], positions[:count], distances[:count]


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
    """Which occurrences of keys are worth looking up.

    `occurrences` are numbers of occurrences in `Questions`, ascending; `unread[t]` counts the postings of text t that
    are left unread because of limits.
    """

    occurrences: NDArray[np.int64]
    unread: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Holders:
    """The postings of the keys of some questions, as they were looked up.

    Key k has the postings `bounds[k]` to `bounds[k + 1]` of the parallel arrays, ascending by article;
    `frequencies[k]` counts all of its postings, read or not.
    """

    bounds: NDArray[np.int64]
    articles: NDArray[np.int64]
    positions: NDArray[np.int64]
    frequencies: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Articles by their internal numbers, best first, with parallel scores and counts of shared keys.

    `unread` counts the postings that a cap or budget left unread, `left_out` the articles beyond the limit that share
    at least PLAUSIBLE keys. `faint` are further articles, best first, and `faint_scores` their scores: so few keys
    are chance as often as not, and only a run of words that both texts have makes them worth more than that.
    """

    articles: NDArray[np.int64]
    scores: NDArray[np.int64]
    shared: NDArray[np.int32]
    unread: int
    left_out: int = 0
    faint: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    faint_scores: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))


def rank(
    asked: Questions,
    chosen: Choice,
    holders: Holders,
    archived: int,
    limits: Sequence[int],
    settings: RetrievalSettings,
) -> Iterator[Ranking]:
    """For each text the archived articles that answer it, best first, at most `limits[t]` for text t.

    `holders` has at most `settings.postings_a_key` postings of each chosen key; postings of other keys are ignored.
    `archived` is the number of articles in the archive. Articles with equal scores are in the order of their
    numbers.
    """
    numbers = asked.numbers[chosen.occurrences]
    begins, ends = holders.bounds[numbers], holders.bounds[numbers + 1]
    sizes = ends - begins
    positions = asked.positions[chosen.occurrences].astype(np.int64)
    # The farther apart the two words are in the query, the less a pair says: neighbours count whole, pairs at
    # distance 2 two thirds, at 3 half, at d 2 / (1 + d).
    weights = key_weights(holders.frequencies[numbers], archived) * 2 // (1 + asked.distances[chosen.occurrences])
    unit = int(key_weights(np.ones(1, np.int64), archived)[0])
    evidence, faint = settings.evidence * unit, settings.faint * unit
    found = (np.ascontiguousarray(holders.articles), np.ascontiguousarray(holders.positions))
    cuts = np.searchsorted(chosen.occurrences, asked.bounds).tolist()
    spread = _spread(asked)
    texts = zip(cuts, cuts[1:], limits, chosen.unread.tolist(), spread, strict=False)
    for start, end, limit, unread, words in texts:
        least = 0 if words <= settings.short else evidence
        mine = slice(start, end)
        asks = (begins[mine], ends[mine], positions[mine], weights[mine])
        names, hits = _gathered(made(loops.Postings, *asks, *found), int(sizes[mine].sum()))
        totals, shared = np.zeros(len(names), np.int64), np.zeros(len(names), np.int32)
        loops.add_up(*hits, totals, shared)
        best = _largest(totals, names, settings.reranked)
        scores = np.empty(len(best), np.int64)
        loops.densest(*hits, best, settings.neighbourhood, scores)
        scores += totals[best] // ELSEWHERE
        best, scores = best[scores >= min(least, faint)], scores[scores >= min(least, faint)]
        order = np.lexsort((names[best], -totals[best], -scores))
        sure = int((scores >= least).sum())
        rest = order[sure : sure + settings.most_faint]
        order = order[:sure]
        left_out = int((shared[best][order[limit:]] >= PLAUSIBLE).sum())
        order = order[:limit]
        yield Ranking(
            names[best][order],
            scores[order],
            shared[best][order],
            unread,
            left_out,
            names[best][rest],
            scores[rest],
        )


def _spread(asked: Questions) -> list[int]:
    """Over how many words the keys of each text are spread; 0 without keys."""
    firsts, lasts = asked.bounds[:-1], asked.bounds[1:] - 1
    return [
        int(asked.positions[last] - asked.positions[first]) + 1 if last >= first else 0
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)
    ]


def _gathered(asked: loops.Postings, count: int) -> tuple[Numbers, tuple[Numbers, Numbers, Numbers, Numbers]]:
    """The articles that `count` postings name, and the arrays `first`, `here`, `there` and `weights` of `Hits`."""
    names, first = np.empty(count, np.int64), np.zeros(count + 1, np.int64)
    here, there, weights = np.empty(count, np.int64), np.empty(count, np.int64), np.empty(count, np.int64)
    found = loops.gather(asked, made(loops.Hits, names, first, here, there, weights))
    return names[:found], (first[: found + 1], here, there, weights)


def _largest(totals: NDArray[np.int64], names: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """The places of the `count` largest totals, in any order; ties go to the smaller names."""
    if len(totals) <= count:
        return np.arange(len(totals))
    least = np.partition(totals, len(totals) - count)[len(totals) - count]
    sure, even = np.flatnonzero(totals > least), np.flatnonzero(totals == least)
    return np.concatenate([sure, even[np.argsort(names[even])[: count - len(sure)]]])


def key_weights(frequencies: NDArray[np.int64], archived: int) -> NDArray[np.int64]:
    """ln((N + 1) / df) squared, in 1/1024, for N archived articles (at least FEW) of which df hold the key.

    A key that more articles hold than there are weighs 1.
    """
    nats = np.log((max(archived, FEW) + 1) / np.maximum(frequencies, 1))
    weights: NDArray[np.int64] = np.maximum(np.rint(1024 * np.maximum(nats, 0) ** 2), 1).astype(np.int64)
    return weights


def choose(asked: Questions, frequencies: NDArray[np.int64], settings: RetrievalSettings) -> Choice:
    """The occurrences to look up; `frequencies[k]` is the number of postings of `asked.keys[k]`.

    In each part of a text a key counts once, where it occurs first; rare keys go first until the part's budget of
    postings is spent.
    """
    looked_up = np.minimum(frequencies, settings.postings_a_key)
    parts, opening = _parts(asked, settings.part)
    in_part, in_text = np.empty(len(parts), np.bool_), np.empty(len(parts), np.bool_)
    loops.mark_first(asked.numbers, parts, opening, len(asked.keys), in_part, in_text)
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
    """For each occurrence the number of its part, and the number of the first part of its text.

    Parts are `length` words long and numbered over all texts, from 1 on.
    """
    begins = np.diff(asked.positions // length, prepend=-1) != 0
    sizes = np.diff(asked.bounds)
    openings = asked.bounds[:-1][sizes > 0]
    begins[openings] = True
    parts = np.cumsum(begins)
    return parts, np.repeat(parts[openings], sizes[sizes > 0])
