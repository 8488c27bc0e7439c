"""The passage pass: block seeds, refinement, merging and acceptance of passages from about 150 characters on.

The method follows a measured prototype (plagdet .966 on PAN 2013's training corpus). What differs: background
rates are the lower of both texts' own, so that no text plays the suspicious one; overlaps are resolved by fitting
again; acceptance weighs both sides alike.
"""

from __future__ import annotations

import functools
import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.align.chances import background_rates
from provenance.align.exact import long_runs
from provenance.align.interning import Vocabulary, intern
from provenance.align.rectangles import Rectangle, merge
from provenance.align.refinement import Refinement
from provenance.align.search import search
from provenance.align.seeds import CELLS_A_ROW, seed_cells
from provenance.align.sides import Side
from provenance.config.align import PassageSettings
from provenance.kernels import kernel

Array = NDArray[Any]

FEWEST_WORDS = 4  # of a text: below that there is nothing to seed
COPY_SCORE = 2.0  # nats for a word of a long copy: about what refinement gives the words of verbatim passages


class Growth(NamedTuple):
    """The settings of `PassageSettings`, in its words, as the kernels need them."""

    highest_seed_chance: float
    least_seed: float
    most_tries: int
    least_score: float
    repeats: bool
    border_bonus: Array
    refinement: Refinement


def passage_rectangles(a: Side, b: Side, settings: PassageSettings) -> list[Rectangle]:
    """The accepted passage pairs of two texts, ascending in A."""
    if min(len(a.tokens), len(b.tokens)) < FEWEST_WORDS or settings.most_tries == 0:
        return []
    one, other = a.tokens, b.tokens
    given, found, scores = grown_passages(
        one.words, other.words, one.stems, other.stems, one.borders, other.borders, _growth(settings)
    )
    rectangles = [_copied(*run) for run in given.tolist()]
    rectangles += [Rectangle(*run, *both) for run, both in zip(found.tolist(), scores.tolist(), strict=True)]
    return [
        rectangle
        for rectangle in merge(rectangles, settings.merge_gap, settings.repeats)
        if acceptance(a, b, rectangle, settings) > settings.acceptance_limit
    ]


@functools.lru_cache(maxsize=8)
def _growth(settings: PassageSettings) -> Growth:
    return Growth(
        settings.highest_seed_chance,
        settings.least_seed,
        settings.most_tries,
        settings.least_score,
        settings.repeats,
        np.array(settings.border_bonus, np.float64),
        Refinement(*(getattr(settings, name) for name in Refinement._fields)),
    )


@kernel
def grown_passages(
    words_a: Array,
    words_b: Array,
    stems_a: Array,
    stems_b: Array,
    borders_a: Array,
    borders_b: Array,
    settings: Growth,
) -> tuple[Array, Array, Array]:
    """Long copies, what seeds lead to outside of them, strongest seed first, and both side scores of the latter; as
    rows (A start, A end, B start, B end) in words, before merging and acceptance."""
    copies = long_runs(words_a, words_b)
    a, b, counts_a, counts_b = intern(stems_a, stems_b)
    refinement, bonus = settings.refinement, settings.border_bonus
    rows, columns, scores = seed_cells(
        Vocabulary(a, b, counts_a, counts_b),
        refinement.block, settings.highest_seed_chance, settings.least_seed, CELLS_A_ROW,
    )  # fmt: skip
    if len(rows) == 0:
        return copies, np.empty((0, 4), np.int64), np.empty((0, 2))
    order = np.argsort(rows + columns, kind="mergesort")
    order = order[np.argsort(-scores[order], kind="mergesort")]
    found, side_scores = search(
        a, b, borders_a, borders_b, bonus, bonus, background_rates(counts_a, counts_b, len(a), len(b)),
        rows[order], columns[order], copies, settings.most_tries + (len(a) + len(b)) // refinement.block // 2,
        settings.least_score, settings.repeats, refinement,
    )  # fmt: skip
    return copies, found, side_scores


def acceptance(a: Side, b: Side, rectangle: Rectangle, settings: PassageSettings) -> float:
    """Log odds that a passage pair is reuse: like a BLAST E-value, it weighs score and size against text sizes."""
    characters_a = int(a.tokens.ends[rectangle.a_end - 1] - a.tokens.starts[rectangle.a_start])
    characters_b = int(b.tokens.ends[rectangle.b_end - 1] - b.tokens.starts[rectangle.b_start])
    bias, of_score, of_size, of_texts = settings.acceptance
    return (
        bias
        + of_score * math.log(rectangle.score)
        + of_size * math.log(characters_a * characters_b)
        + of_texts * math.log(len(a.tokens) * len(b.tokens))
    )


def _copied(a_start: int, a_end: int, b_start: int, b_end: int) -> Rectangle:
    score = COPY_SCORE * (a_end - a_start)
    return Rectangle(a_start, a_end, b_start, b_end, score, score)
