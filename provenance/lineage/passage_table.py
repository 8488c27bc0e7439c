"""The passages of one judgement as a table, and what is counted over all pairs at once: coverage and copied prose.

Everybody who writes about an event quotes the same statements and reports the same facts. Copied prose shows that one
text was written with the other, or with a common source, at hand; a quotation or a fact that ten articles hold shows
no such thing about any two of them. This module only counts; `judging` weighs. All spans are converted to words at
once: one after the other took a third of the time in which links are judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.kernels.signatures import made
from provenance.lineage.kernels import passages as kernels
from provenance.lineage.texts import BOILERPLATE, SMALL, Texts
from provenance.model import Article, Passage, Quotation

Pair = tuple[str, str]
Table = NDArray[np.float64]

MOST_PASSAGES = 256  # of one text that are looked at: the template of a publisher occurs in thousands of pairs


@dataclass(frozen=True, slots=True)
class PassageTable:
    """One row per passage; pair p has the rows `first[p]:first[p + 1]`, and `row` gives the p of two ids.

    `both[p]` are the numbers of the two texts, A first. Columns of `spans` are start and end in A, then in B, in
    characters; `words` has the same in words of each text, `scores` the scores of the matches. Passage i has the
    stretches of equal wording `equal_first[i]:equal_first[i + 1]` of `equal` (characters) and `equal_words`.
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

    def as_arrays(self) -> kernels.PassageArrays:
        """The passages as kernels take them."""
        return made(kernels.PassageArrays, self.both, self.first, self.spans, self.words)

    def equal_as_arrays(self) -> kernels.PassageArrays:
        """The stretches of equal wording of each pair as kernels take them."""
        return made(kernels.PassageArrays, self.both, self.equal_first[self.first], self.equal, self.equal_words)

    def shares(self, articles: Mapping[str, Article]) -> Table:
        """`[p]`: (part of A's body, part of B's body) inside the passages of pair p, 0 to 1; 0 for an empty body."""
        return self._covered(self.as_arrays(), articles)

    def same_words(self, articles: Mapping[str, Article]) -> Table:
        """`[p]`: (part of A's body, part of B's body) in stretches of equal wording."""
        return self._covered(self.equal_as_arrays(), articles)

    def small_words(self) -> Table:
        """`[p]`: (words of A, words of B) in passages that begin with a small letter, weighted by the passages'
        scores.

        So names of people and institutions are not counted.
        """
        found = np.zeros((len(self.both), 2))
        before = self.texts.words_before(SMALL)
        kernels.count_words(self.texts.base, self.as_arrays(), self.scores, before, found)
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

    def _covered(self, passages: kernels.PassageArrays, articles: Mapping[str, Article]) -> Table:
        bodies = np.array([articles[name].body for name in self.texts.ids], np.int64).reshape(-1, 2)
        found = np.zeros((len(self.both), 2), np.int64)
        kernels.covered(passages, bodies, found)
        lengths = (bodies[:, 1] - bodies[:, 0])[self.both]
        return np.where(lengths > 0, found / np.maximum(1, lengths), 0.0)


def tabulate(texts: Texts, passages: Mapping[Pair, Sequence[Passage]]) -> PassageTable:
    """The passages of all pairs, in the orders given."""
    matches = [each.match for found in passages.values() for each in found]
    both = np.array([[texts.index[name] for name in pair] for pair in passages], np.int64).reshape(-1, 2)
    first = _bounds([len(found) for found in passages.values()])
    spans = _numbers(chain.from_iterable((*match.a, *match.b) for match in matches), len(matches))
    equal_first = _bounds([len(match.shared) for match in matches])
    stretches = chain.from_iterable(match.shared for match in matches)
    equal = _numbers(chain.from_iterable((*one, *two) for one, two in stretches), int(equal_first[-1]))
    sides = np.repeat(both, np.diff(first), axis=0)
    return PassageTable(
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


@dataclass(frozen=True, slots=True)
class SharedProse:
    """Counts per pair, in the order of the table.

    `copied_words` are words of prose that both texts have in stretches of `COPIED_RUN` equal words or more (see the
    kernels), in the text with fewer of them; prose is text outside quotation marks, without names and numbers.
    `other_holders` is how many further articles share a passage with one of the two, copies of one text counted once:
    the mean over passages, by length.
    """

    copied_words: NDArray[np.int64]
    other_holders: NDArray[np.float64]


def shared_prose(
    table: PassageTable, quotations: Mapping[str, Sequence[Quotation]], same: NDArray[np.int64] | None = None
) -> SharedProse:
    """Counted over the passages of all pairs; `quotations` by id. `same` says which texts are copies of one
    (`copies.same_texts`), None that none are."""
    same = np.arange(len(table.texts), dtype=np.int64) if same is None else same
    copied = np.zeros((len(table.both), 2), np.int64)
    prose = _prose_before(table.texts, quotations)
    kernels.copied_words(table.texts.base, table.equal_as_arrays(), prose, copied)
    others = np.zeros(len(table.both))
    kernels.other_holders(table.as_arrays(), *_by_text(table), same, others)
    return SharedProse(copied.min(axis=1), others)


def _bounds(sizes: Sequence[int]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.array(sizes, np.int64))])


def _numbers(values: Any, rows: int) -> NDArray[np.int64]:
    return np.fromiter(values, np.int64, 4 * rows).reshape(-1, 4)


def _in_words(texts: Texts, sides: NDArray[np.int64], spans: NDArray[np.int64]) -> NDArray[np.int64]:
    """Columns (start, end in A, start, end in B) of `spans` as words of the texts `sides`."""
    parts = [texts.word_ranges(sides[:, side], spans[:, 2 * side : 2 * side + 2]) for side in (0, 1)]
    return np.concatenate(parts, axis=1)


def _prose_before(texts: Texts, quotations: Mapping[str, Sequence[Quotation]]) -> NDArray[np.int64]:
    """How many words of prose occur before each word of all texts."""
    marks = [
        (texts.index[name], *mark)
        for name, found in quotations.items()
        if name in texts.index
        for each in found
        for mark in each.marks
    ]
    quoted = np.array(marks, np.int64).reshape(-1, 3)
    prose = texts.marked(SMALL)
    ranges = texts.word_ranges(quoted[:, 0], quoted[:, 1:]) + texts.base[quoted[:, :1]]
    for first, last in ranges.tolist():
        prose[first:last] = False
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(prose)])


def _by_text(table: PassageTable) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The passages of each text as rows (start, end, other text), ascending, and where those of each text begin."""
    sides = np.repeat(table.both, np.diff(table.first), axis=0)
    text, other = sides.T.reshape(-1), sides[:, ::-1].T.reshape(-1)
    start, end = (np.concatenate([table.spans[:, column], table.spans[:, column + 2]]) for column in (0, 1))
    order = np.lexsort((other, end, start, text))
    counts = np.bincount(text, minlength=len(table.texts))
    rank = np.arange(len(text)) - np.repeat(np.cumsum(counts) - counts, counts)
    order = order[rank < MOST_PASSAGES]
    begins = np.concatenate([[0], np.cumsum(np.minimum(counts, MOST_PASSAGES))])
    return np.stack([start, end, other], axis=1)[order], begins
