"""The passages of one judgement as arrays of offsets and of words, so that they are counted over all pairs at once.

Asking for the words of one span after the other took a third of the time in which links are judged. Nothing here
says what the counts mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.lineage.texts import BOILERPLATE, SMALL, Texts
from provenance.model import Article, Passage

Pair = tuple[str, str]
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LaidPassages:
    """Passages of pairs of texts: those of pair p, whose number `row` tells, are `first[p]:first[p + 1]`.

    `both[p]` are the numbers of both texts, A first. Columns of `spans` are start and end in A, then in B, in
    characters; `words` are the same in words of each text, `scores` those of the matches. Stretches of equal wording
    of passage i are `equal_first[i]:equal_first[i + 1]` of `equal` (characters) and `equal_words`.
    """

    texts: Texts
    row: Mapping[Pair, int]
    both: NDArray[np.int64]
    first: NDArray[np.int64]
    spans: NDArray[np.int64]
    words: NDArray[np.int64]
    scores: Table
    equal_first: NDArray[np.int64]
    equal: NDArray[np.int64]
    equal_words: NDArray[np.int64]

    @property
    def equal_of_pair(self) -> NDArray[np.int64]:
        """Where the stretches of equal wording of each pair begin; the last entry is where all of them end."""
        return self.equal_first[self.first]

    def shares(self, articles: Mapping[str, Article]) -> Table:
        """Part of the body of A, of B inside the passages, a row a pair; 0 for an empty body."""
        return self._covered(self.first, self.spans, articles)

    def same_words(self, articles: Mapping[str, Article]) -> Table:
        """Part of the body of A, of B in stretches of equal wording, a row a pair."""
        return self._covered(self.equal_of_pair, self.equal, articles)

    def small_words(self) -> Table:
        """Words in A's, in B's passages that begin with a small letter, each passage counted by its score, a row a
        pair: names of people and institutions are not counted."""
        from provenance.lineage import passage_kernels

        found = np.zeros((len(self.both), 2))
        before = self.texts.words_before(SMALL)
        passage_kernels.count_words(self.texts.base, self.both, self.first, self.words, self.scores, before, found)
        return found

    def as_runs(self) -> dict[tuple[int, int], list[tuple[int, int, int, int]]]:
        """Passages as word ranges, by ascending text numbers; without empty ones and those that are boilerplate."""
        sides = np.repeat(self.both, np.diff(self.first), axis=0)
        before = self.texts.words_before(BOILERPLATE)
        low, high = (self.texts.base[sides[:, 0]] + self.words[:, column] for column in (0, 1))
        lengths = self.words[:, 1::2] - self.words[:, ::2]
        use = (lengths > 0).all(axis=1) & (2 * (before[high] - before[low]) <= lengths[:, 0])
        turned = sides[:, 0] > sides[:, 1]
        words = np.where(turned[:, None], self.words[:, [2, 3, 0, 1]], self.words)
        rows, used = [(a0, a1, b0, b1) for a0, a1, b0, b1 in words.tolist()], use.tolist()
        ends = self.first.tolist()
        return {
            (min(a, b), max(a, b)): [rows[at] for at in range(start, end) if used[at]]
            for (a, b), start, end in zip(self.both.tolist(), ends, ends[1:], strict=False)
        }

    def _covered(self, first: NDArray[np.int64], spans: NDArray[np.int64], articles: Mapping[str, Article]) -> Table:
        from provenance.lineage import passage_kernels

        bodies = np.array([articles[name].body for name in self.texts.ids], np.int64).reshape(-1, 2)
        found = np.zeros((len(self.both), 2), np.int64)
        passage_kernels.covered(self.both, first, spans, bodies, found)
        lengths = (bodies[:, 1] - bodies[:, 0])[self.both]
        return np.where(lengths > 0, found / np.maximum(1, lengths), 0.0)


def lay_passages(texts: Texts, passages: Mapping[Pair, Sequence[Passage]]) -> LaidPassages:
    """The passages of all pairs, in the orders given."""
    matches = [each.match for found in passages.values() for each in found]
    both = np.array([[texts.index[name] for name in pair] for pair in passages], np.int64).reshape(-1, 2)
    first = _bounds([len(found) for found in passages.values()])
    spans = _numbers(chain.from_iterable((*match.a, *match.b) for match in matches), len(matches))
    equal_first = _bounds([len(match.shared) for match in matches])
    stretches = chain.from_iterable(match.shared for match in matches)
    equal = _numbers(chain.from_iterable((*one, *two) for one, two in stretches), int(equal_first[-1]))
    sides = np.repeat(both, np.diff(first), axis=0)
    return LaidPassages(
        texts=texts,
        row={pair: row for row, pair in enumerate(passages)},
        both=both,
        first=first,
        spans=spans,
        words=_in_words(texts, sides, spans),
        scores=np.array([match.score for match in matches], np.float64),
        equal_first=equal_first,
        equal=equal,
        equal_words=_in_words(texts, np.repeat(sides, np.diff(equal_first), axis=0), equal),
    )


def _bounds(sizes: Sequence[int]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.array(sizes, np.int64))])


def _numbers(values: Any, rows: int) -> NDArray[np.int64]:
    return np.fromiter(values, np.int64, 4 * rows).reshape(-1, 4)


def _in_words(texts: Texts, sides: NDArray[np.int64], spans: NDArray[np.int64]) -> NDArray[np.int64]:
    """Columns (start, end in A, start, end in B) of `spans` as words of the texts `sides`."""
    parts = [texts.word_ranges(sides[:, side], spans[:, 2 * side : 2 * side + 2]) for side in (0, 1)]
    return np.concatenate(parts, axis=1)
