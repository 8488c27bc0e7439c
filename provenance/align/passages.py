"""The passage pass: block seeds, refinement, merging and acceptance of passages from about 150 characters on.

The method follows a measured prototype (plagdet .966 on PAN 2013's training corpus). What differs: background
rates are the lower of both texts' own, so that no text plays the suspicious one; overlaps are resolved by fitting
again; acceptance weighs both sides alike.
"""

from __future__ import annotations

import functools
import math

import numpy as np
from numpy.typing import NDArray

from provenance.align.chances import background_rates
from provenance.align.exact import long_runs
from provenance.align.interning import Vocabulary
from provenance.align.rectangles import Rectangle, merge
from provenance.align.refinement import Refinement
from provenance.align.search import search
from provenance.align.seeds import CELLS_A_ROW, seed_cells
from provenance.align.sides import Side
from provenance.config.align import PassageSettings

FEWEST_WORDS = 4  # of a text: below that there is nothing to seed
COPY_SCORE = 2.0  # nats for a word of a long copy: about what refinement gives the words of verbatim passages


def passage_rectangles(a: Side, b: Side, words: Vocabulary, settings: PassageSettings) -> list[Rectangle]:
    """The accepted passage pairs of two texts in word numbers, ascending in A; `words` are both texts' stems."""
    if min(len(a.tokens), len(b.tokens)) < FEWEST_WORDS or settings.most_tries == 0:
        return []
    given = long_runs(a.tokens.words, b.tokens.words)
    copies = [_copied(*run) for run in given.tolist()]
    grown = candidate_rectangles(a, b, words, settings, given)
    rectangles = merge(copies + grown, settings.merge_gap, settings.repeats)
    return [
        rectangle for rectangle in rectangles if acceptance(a, b, rectangle, settings) > settings.acceptance_limit
    ]


def candidate_rectangles(
    a: Side, b: Side, words: Vocabulary, settings: PassageSettings, given: NDArray[np.int64]
) -> list[Rectangle]:
    """What seeds lead to outside the `given` copies, before merging and acceptance, strongest seed first."""
    rows, columns, scores = seed_cells(
        words, settings.block, settings.highest_seed_chance, settings.least_seed, CELLS_A_ROW
    )
    if len(rows) == 0:
        return []
    order = np.lexsort((rows, rows + columns, -scores))
    bonus = _bonus(settings.border_bonus)
    blocks = (len(words.a) + len(words.b)) // settings.block
    found, side_scores = search(
        words.a,
        words.b,
        a.tokens.borders,
        b.tokens.borders,
        bonus,
        bonus,
        background_rates(words.counts_a, words.counts_b, len(words.a), len(words.b)),
        rows[order],
        columns[order],
        given,
        settings.most_tries + blocks // 2,
        settings.least_score,
        settings.repeats,
        _refinement(settings),
    )
    return [
        Rectangle(*map(int, borders), *map(float, both)) for borders, both in zip(found, side_scores, strict=True)
    ]


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


@functools.lru_cache(maxsize=8)
def _bonus(values: tuple[float, ...]) -> NDArray[np.float64]:
    return np.array(values, np.float64)


@functools.lru_cache(maxsize=8)
def _refinement(settings: PassageSettings) -> Refinement:
    return Refinement(*(getattr(settings, name) for name in Refinement._fields))
