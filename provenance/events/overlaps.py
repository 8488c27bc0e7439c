"""What an article and each of several others have in common: words, runs of words, quotations, sentences.

The walks along ascending numbers are in `kernels/overlaps`. Nothing here is weighed or decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.events.kernels import overlaps as kernel
from provenance.events.kernels.overlaps import Overlaps
from provenance.events.telling import Telling
from provenance.kernels.signatures import made


class Beside(NamedTuple):
    """What an article and each of k others have in common, as arrays and as the kernels take them.

    `words`, `grams` and `quoted` say for each of the article's whether the other has it, too (uint8, a column for
    each other one; of quoted runs also where they begin and end quotations there); `near` has for each sentence the
    largest cosine with a sentence of the other or two neighbouring ones. `back` has a row for each other one: the
    parts of its facts, plain words and runs of words that this article tells, too, and the mean of the same cosines
    the other way.
    """

    words: NDArray[np.uint8]
    grams: NDArray[np.uint8]
    quoted: NDArray[np.uint8]
    near: NDArray[np.float64]
    back: NDArray[np.float64]
    laid_out: Overlaps


def told_alike(article: Telling, others: Sequence[Telling]) -> NDArray[np.float64]:
    """How far each other article tells the same: the mean, 0 to 1, of the parts that the two share of each other's
    content words outside quotation marks, and of each other's names and figures, by rarity."""
    mine = article.laid_out
    return np.array([kernel.told_alike(mine, each.laid_out) for each in others], np.float64)


def share_grams(one: Telling, other: Telling, least: int) -> bool:
    """Whether two articles have so many runs of three words outside quotation marks in common."""
    return bool(kernel.share_grams(one.laid_out, other.laid_out, least))


def beside(article: Telling, others: Sequence[Telling]) -> Beside:
    """What the article and each of the others have in common."""
    many = len(others)
    words, grams, quoted = (
        np.zeros((len(each), many), np.uint8) for each in (article.words, article.grams, article.quoted)
    )
    near, back = np.zeros((len(article.sentences) - 1, many)), np.zeros((many, 4))
    found = made(Overlaps, words, grams, quoted, near, back)
    for column, each in enumerate(others):
        kernel.lay_side_by_side(article.laid_out, each.laid_out, column, found)
    return Beside(words, grams, quoted, near, back, found)
