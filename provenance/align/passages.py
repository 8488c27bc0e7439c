"""The passage pass: block seeds, refinement, merging and acceptance of passages from about 150 characters on.

The method follows a measured prototype (plagdet .966 on PAN 2013's training corpus). What differs: background
rates are the lower of both texts' own, so that no text plays the suspicious one; overlaps are resolved by fitting
again; acceptance weighs both sides alike.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from provenance.align.kernels.refinement import Refinement
from provenance.align.kernels.search import Growth, TextWords, grown_passages
from provenance.align.sides import Side
from provenance.config.align import PassageSettings
from provenance.kernels.signatures import made

FEWEST_WORDS = 4  # of a text: below that there is nothing to seed
COPY_SCORE = 2.0  # nats for a word of a long copy: about what refinement gives the words of verbatim passages


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A passage pair while it is still counted in words: a rectangle in the plane of two texts.

    Words `a_start` to `a_end` of A beside words `b_start` to `b_end` of B, and each side's score in nats.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_score: float
    b_score: float

    @property
    def score(self) -> float:
        """The mean of both sides."""
        return (self.a_score + self.b_score) / 2

    def exchanged(self) -> Rectangle:
        """The same seen from the other text."""
        return Rectangle(self.b_start, self.b_end, self.a_start, self.a_end, self.b_score, self.a_score)

    def joined(self, other: Rectangle) -> Rectangle:
        """The smallest rectangle around both; scores add up."""
        return Rectangle(
            min(self.a_start, other.a_start),
            max(self.a_end, other.a_end),
            min(self.b_start, other.b_start),
            max(self.b_end, other.b_end),
            self.a_score + other.a_score,
            self.b_score + other.b_score,
        )


def passage_rectangles(a: Side, b: Side, settings: PassageSettings) -> list[Rectangle]:
    """The accepted passage pairs of two texts, ascending in A."""
    if min(len(a.tokens), len(b.tokens)) < FEWEST_WORDS or settings.most_tries == 0:
        return []
    copies, found, scores = grown_passages(_words(a), _words(b), _growth(settings))
    rectangles = [_copied(*run) for run in copies.tolist()]
    rectangles += [Rectangle(*run, *both) for run, both in zip(found.tolist(), scores.tolist(), strict=True)]
    return [
        rectangle
        for rectangle in merge(rectangles, settings.merge_gap, settings.repeats)
        if acceptance(a, b, rectangle, settings) > settings.acceptance_limit
    ]


def _words(side: Side) -> TextWords:
    return made(TextWords, side.tokens.words, side.tokens.stems, side.tokens.borders)


@functools.lru_cache(maxsize=8)
def _growth(settings: PassageSettings) -> Growth:
    refinement = made(
        Refinement,
        settings.block,
        settings.first_window,
        settings.window_margin,
        settings.rounds,
        settings.trim,
        settings.drop,
        settings.first_copy_rate,
        settings.copy_rate_weight,
        settings.lowest_copy_rate,
        settings.highest_copy_rate,
        settings.repeat_factor,
        np.array(settings.border_bonus, np.float64),
    )
    return made(
        Growth,
        settings.highest_seed_chance,
        settings.least_seed,
        settings.most_tries,
        settings.least_score,
        settings.repeats,
        refinement,
    )


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


def merge(rectangles: Sequence[Rectangle], gap: int, keep_repeats: bool) -> list[Rectangle]:
    """Join rectangles that lie at most `gap` words apart on both sides, until none do; ascending in A.

    With `keep_repeats`, two uses of the same words stay two: one side shared by more than half, the other apart.
    """
    current = sorted(rectangles, key=_place)
    while True:
        merged = _merge_once(current, gap, keep_repeats)
        if len(merged) == len(current):
            return merged
        current = merged


def _merge_once(ordered: Sequence[Rectangle], gap: int, keep_repeats: bool) -> list[Rectangle]:
    done: list[Rectangle] = []
    reachable: list[Rectangle] = []
    for rectangle in ordered:
        done += [other for other in reachable if rectangle.a_start - other.a_end > gap]
        reachable = [other for other in reachable if rectangle.a_start - other.a_end <= gap]
        for place, other in enumerate(reachable):
            if _near(other, rectangle, gap) and not (keep_repeats and _repeated(other, rectangle)):
                reachable[place] = other.joined(rectangle)
                break
        else:
            reachable.append(rectangle)
    return sorted(done + reachable, key=_place)


def _place(rectangle: Rectangle) -> tuple[int, int, int, int]:
    return rectangle.a_start, rectangle.b_start, rectangle.a_end, rectangle.b_end


def _near(one: Rectangle, other: Rectangle, gap: int) -> bool:
    apart_a = max(one.a_start, other.a_start) - min(one.a_end, other.a_end)
    apart_b = max(one.b_start, other.b_start) - min(one.b_end, other.b_end)
    return apart_a <= gap and apart_b <= gap


def _repeated(one: Rectangle, other: Rectangle) -> bool:
    """Whether the two share most of one side and nothing of the other."""
    shared_a = min(one.a_end, other.a_end) - max(one.a_start, other.a_start)
    shared_b = min(one.b_end, other.b_end) - max(one.b_start, other.b_start)
    most_a = 2 * shared_a > min(one.a_end - one.a_start, other.a_end - other.a_start)
    most_b = 2 * shared_b > min(one.b_end - one.b_start, other.b_end - other.b_start)
    return (most_a and shared_b <= 0) or (most_b and shared_a <= 0)
