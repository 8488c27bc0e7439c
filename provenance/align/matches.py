"""From pairs of word ranges to matches with offsets: borders, kind, shared runs and differences of each.

One call of a kernel draws all passages of two texts; here they become `Match` objects. This module decides nothing
about which passages there are, except for the limits that the caller set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from provenance.align.kernels.comparison import KINDS
from provenance.align.kernels.matches import Passages, drawn_passages
from provenance.align.prepared_text import NAME, NEGATION, NUMBER
from provenance.model import Difference, Match, Span

if TYPE_CHECKING:
    from provenance.align.prepared_text import PreparedText
    from provenance.config.align import AlignmentSettings

Array = NDArray[Any]

SORTS: dict[int, Literal["number", "name", "negation"]] = {NUMBER: "number", NAME: "name", NEGATION: "negation"}
MOST_DIFFERENCES = 20  # of one passage: more is no list to read

_CLOSE = frozenset(",;:.!?…)]}”’»—–-")  # before a word these belong to what came earlier
_OPEN = frozenset("([{“‘«„‚—–-")  # after a word these belong to what follows


def matches_of(
    a: PreparedText, b: PreparedText, ranges: Array, strengths: Sequence[float], settings: AlignmentSettings
) -> list[Match]:
    """The matches of pairs of word ranges, rows (A start, A end, B start, B end), above the limits that a person set.

    A range may give several matches, or none: see `provenance.align.kernels.borders`. `strengths` has one number per
    range, in nats.
    """
    if not len(ranges):
        return []
    drawn = drawn_passages(a.words, b.words, ranges, settings.min_words, settings.tighten)
    return [match for match in _matches(a, b, drawn, strengths) if match.score >= settings.min_score]


def match_of(
    a: PreparedText, b: PreparedText, ranges: tuple[int, int, int, int], strength: float, spans: tuple[Span, Span]
) -> Match:
    """The match of one pair of word ranges, whose borders stay where they are."""
    drawn = drawn_passages(a.words, b.words, np.array([ranges], np.int64), 0, False)
    return _matches(a, b, drawn, [strength], spans)[0]


def _matches(
    a: PreparedText,
    b: PreparedText,
    drawn: Passages,
    strengths: Sequence[float],
    spans: tuple[Span, Span] | None = None,
) -> list[Match]:
    runs = drawn.runs
    shared = list(zip(_spans(a, runs[:, 0], runs[:, 2]), _spans(b, runs[:, 1], runs[:, 2]), strict=True))
    changed = drawn.changes.tolist()
    found = []
    first_run = first_change = 0
    for row, score in zip(drawn.rows.tolist(), drawn.scores.tolist(), strict=True):
        origin, kind, start_a, end_a, start_b, end_b, last_run, last_change = row
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


def _spans(side: PreparedText, firsts: Array, sizes: Array) -> list[Span]:
    starts, ends = side.tokens.starts[firsts], side.tokens.ends[firsts + sizes - 1]
    return list(map(Span, starts.tolist(), ends.tolist()))


def span_of_words(side: PreparedText, start: int, end: int) -> Span:
    """The span of words [start, end) with the marks attached to it, up to white space or the next word.

    A mark that closes or parts is left to the words before it, one that opens or parts to those after it.
    """
    tokens, text = side.tokens, side.text
    first, last = int(tokens.starts[start]), int(tokens.ends[end - 1])
    limit = int(tokens.starts[end]) if end < len(tokens) else side.within.end
    word_end = last
    while last < limit and not text[last].isspace():
        last += 1
    while last > word_end and text[last - 1] in _OPEN:
        last -= 1
    limit = int(tokens.ends[start - 1]) if start > 0 else side.within.start
    while first > limit and not text[first - 1].isspace() and text[first - 1] not in _CLOSE:
        first -= 1
    return Span(first, last)


def differences(a: PreparedText, b: PreparedText, rows: Iterable[list[int]]) -> tuple[Difference, ...]:
    """What a rewriting changed that a reader should look at, from rows of `changes` in `kernels.matches`.

    In reading order, at most MOST_DIFFERENCES; words that differ in no letter or digit are none.
    """
    found: list[Difference] = []
    for (_, sort), group in groupby(rows, key=lambda row: (row[0], row[1])):
        words: tuple[list[int], list[int]] = ([], [])
        for _, _, which, word in group:
            words[which].append(word)
        one, other = _phrase(a, words[0]), _phrase(b, words[1])
        if _letters(one) != _letters(other):
            found.append(Difference(SORTS[sort], one, other))
            if len(found) == MOST_DIFFERENCES:
                break
    return tuple(found)


def _phrase(side: PreparedText, words: list[int]) -> str:
    """The text of some words: neighbours with the characters between them ("30,000"), others with a space."""
    parts: list[list[int]] = []
    for word in words:
        if parts and parts[-1][1] == word - 1 and side.tokens.starts[word] - side.tokens.ends[word - 1] <= 1:
            parts[-1][1] = word
        else:
            parts.append([word, word])
    return " ".join(side.text[side.tokens.starts[first] : side.tokens.ends[last]] for first, last in parts)


def _letters(phrase: str) -> str:
    return "".join(filter(str.isalnum, phrase.casefold()))
