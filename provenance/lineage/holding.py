"""How much of what two articles share is prose copied word for word, and how many others share it with them.

Everybody who writes about an event quotes the same statements and tells the same facts. Copied prose shows that one
text was written with the other, or with a common source, at hand; a quotation or a fact that ten articles hold shows
no such thing about any two of them. Counts only: what the counts weigh is for `judging` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.lineage.laid_passages import LaidPassages
from provenance.lineage.texts import SMALL
from provenance.model import Quotation

MOST_PASSAGES = 256  # of one text that are looked at: a house's template stands in thousands of pairs


@dataclass(frozen=True, slots=True)
class Holding:
    """Counts of each pair of one judgement, in the order of its passages.

    `copied_words` are words of prose that both texts have in stretches of `passage_kernels.COPIED_RUN` equal ones, of
    the text with fewer; prose is what stands in no quotation marks, and names and numbers are not counted.
    `other_holders` is how many further articles share a passage with one of the two: the mean over passages, by their
    lengths.
    """

    copied_words: NDArray[np.int64]
    other_holders: NDArray[np.float64]


def holding_of(passages: LaidPassages, quotations: Mapping[str, Sequence[Quotation]]) -> Holding:
    """Counted over the passages of all pairs; `quotations` by id."""
    from provenance.lineage import passage_kernels

    texts, both = passages.texts, passages.both
    copied = np.zeros((len(both), 2), np.int64)
    passage_kernels.copied_words(
        texts.base, both, passages.equal_of_pair, passages.equal, passages.equal_words,
        _prose_before(passages, quotations), copied,
    )  # fmt: skip
    others = np.zeros(len(both))
    passage_kernels.other_holders(both, passages.first, passages.spans, *_by_text(passages), others)
    return Holding(copied.min(axis=1), others)


def _prose_before(passages: LaidPassages, quotations: Mapping[str, Sequence[Quotation]]) -> NDArray[np.int64]:
    """How many words of prose stand before each word of all texts."""
    texts = passages.texts
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


def _by_text(passages: LaidPassages) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The passages of each text as rows (start, end, other text), ascending, and where those of each text begin."""
    sides = np.repeat(passages.both, np.diff(passages.first), axis=0)
    text, other = sides.T.reshape(-1), sides[:, ::-1].T.reshape(-1)
    start, end = (np.concatenate([passages.spans[:, column], passages.spans[:, column + 2]]) for column in (0, 1))
    order = np.lexsort((other, end, start, text))
    counts = np.bincount(text, minlength=len(passages.texts))
    rank = np.arange(len(text)) - np.repeat(np.cumsum(counts) - counts, counts)
    order = order[rank < MOST_PASSAGES]
    begins = np.concatenate([[0], np.cumsum(np.minimum(counts, MOST_PASSAGES))])
    return np.stack([start, end, other], axis=1)[order], begins
