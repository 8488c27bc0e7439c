"""From pairs of word ranges to matches: one call of a kernel draws all passages of two texts, then come the objects
that people see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.align.borders import span_of_words
from provenance.align.comparison import (
    EDITED,
    PARAPHRASE,
    QUOTATION,
    VERBATIM,
    Comparison,
    compare,
    kind_of,
    score_of,
    shorter,
)  # fmt: skip
from provenance.align.differences import changes, differences
from provenance.align.tightening import tightened
from provenance.align.wording import runs
from provenance.align.words import Words
from provenance.kernels import kernel
from provenance.model import Match, PassageKind, Span

if TYPE_CHECKING:
    from provenance.align.sides import Side
    from provenance.config.align import AlignmentSettings

Array = NDArray[Any]

KINDS: dict[int, PassageKind] = {
    VERBATIM: "verbatim",
    EDITED: "edited",
    PARAPHRASE: "paraphrase",
    QUOTATION: "quotation",
}


class Passages(NamedTuple):
    """Passages of two texts, as parallel arrays.

    `ranges` are rows (A start, A end, B start, B end) in words, `origins` the number of the range that each was drawn
    from. The stretches of equal wording of all are rows of `runs` (`provenance.align.wording.runs`), those of passage
    i end at `runs_end[i]`; so do the rows of `changes` (`provenance.align.differences.changes`) at `changes_end[i]`.
    """

    ranges: Array
    origins: Array
    kinds: Array
    scores: Array
    runs: Array
    runs_end: Array
    changes: Array
    changes_end: Array


def matches_of(
    a: Side, b: Side, ranges: Array, strengths: Sequence[float], settings: AlignmentSettings
) -> list[Match]:
    """The matches of pairs of word ranges, rows (A start, A end, B start, B end), above the limits that a person set.

    A range may give several, or none: see `provenance.align.tightening`. `strengths` has one number a range, in nats.
    """
    if not len(ranges):
        return []
    drawn = drawn_passages(a.words, b.words, ranges, settings.min_words, settings.tighten)
    return [match for match in _matches(a, b, drawn, strengths) if match.score >= settings.min_score]


def match_of(a: Side, b: Side, ranges: tuple[int, int, int, int], strength: float, spans: tuple[Span, Span]) -> Match:
    """The match of one pair of word ranges as they are, with spans of its own."""
    drawn = drawn_passages(a.words, b.words, np.array([ranges], np.int64), 0, False)
    return _matches(a, b, drawn, [strength], spans)[0]


def _matches(
    a: Side, b: Side, drawn: Passages, strengths: Sequence[float], spans: tuple[Span, Span] | None = None
) -> list[Match]:
    shared = list(
        zip(_spans(a, drawn.runs[:, 0], drawn.runs[:, 2]), _spans(b, drawn.runs[:, 1], drawn.runs[:, 2]), strict=True)
    )
    changed = drawn.changes.tolist()
    columns = drawn.ranges, drawn.origins, drawn.kinds, drawn.scores, drawn.runs_end, drawn.changes_end
    found = []
    first_run = first_change = 0
    for (start_a, end_a, start_b, end_b), origin, kind, score, last_run, last_change in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        span_a, span_b = spans or (span_of_words(a, start_a, end_a), span_of_words(b, start_b, end_b))
        found.append(
            Match(
                KINDS[kind],
                span_a,
                span_b,
                round(min(1.0, score), 4),
                tuple(shared[first_run:last_run]),
                differences(a, b, changed[first_change:last_change]),
                round(strengths[origin], 4),
            )
        )
        first_run, first_change = last_run, last_change
    return found


def _spans(side: Side, firsts: Array, sizes: Array) -> list[Span]:
    starts, ends = side.tokens.starts[firsts], side.tokens.ends[firsts + sizes - 1]
    return list(map(Span, starts.tolist(), ends.tolist()))


@kernel
def drawn_passages(a: Words, b: Words, ranges: Array, least_words: int, tighten: bool) -> Passages:
    """The passages inside pairs of word ranges, those of a range after each other; without those that have fewer than
    `least_words` words on one side."""
    found = []
    origins = []
    for origin in range(len(ranges)):
        range_a, range_b = (ranges[origin, 0], ranges[origin, 1]), (ranges[origin, 2], ranges[origin, 3])
        for comparison in tightened(a, b, range_a, range_b) if tighten else [compare(a, b, range_a, range_b)]:
            if shorter(comparison) >= least_words:
                found.append(comparison)
                origins.append(origin)
    return laid_out(a, b, found, origins)


@kernel
def laid_out(a: Words, b: Words, found: list[Comparison], origins: list[int]) -> Passages:
    """Comparisons as the arrays of Passages."""
    count = len(found)
    ranges, scores = np.empty((count, 4), np.int64), np.empty(count)
    kinds, runs_end, changes_end = np.empty(count, np.uint8), np.empty(count, np.int64), np.empty(count, np.int64)
    stretches = [np.empty((0, 3), np.int64)]
    changed = [np.empty((0, 4), np.int64)]
    last_run = last_change = 0
    for passage, comparison in enumerate(found):
        ranges[passage, 0], ranges[passage, 1] = comparison.range_a
        ranges[passage, 2], ranges[passage, 3] = comparison.range_b
        kinds[passage], scores[passage] = kind_of(a, b, comparison), score_of(comparison)
        stretches.append(runs(comparison.a, comparison.b, comparison.moved_a, comparison.moved_b))
        changed.append(changes(a, b, comparison))
        last_run += len(stretches[-1])
        last_change += len(changed[-1])
        runs_end[passage], changes_end[passage] = last_run, last_change
    return Passages(
        ranges, np.array(origins), kinds, scores,
        stacked(stretches, last_run), runs_end, stacked(changed, last_change), changes_end,
    )  # fmt: skip


@kernel
def stacked(parts: list[Array], rows: int) -> Array:
    """Tables of equal width under each other, `rows` in all; the first part gives the width."""
    whole = np.empty((rows, parts[0].shape[1]), np.int64)
    row = 0
    for part in parts:
        whole[row : row + len(part)] = part
        row += len(part)
    return whole
