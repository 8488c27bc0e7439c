"""From pairs of word ranges to matches with offsets: borders, kind, shared runs and differences of each.

One call of a kernel draws all passages of two texts; here they become `Match` objects. This module decides nothing
about which passages there are, except for the limits that the caller set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
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

_WITHIN_NUMBERS = frozenset(".,:")
# Before a word these belong to what came earlier, and after a word the others to what follows.
_CLOSE = frozenset(",;:.!?…)]}”’»—–-、。，．：；！？｡､）］｝」』】〕〉》・،؛؟۔।॥")
_OPEN = frozenset("([{“‘«„‚—–-（［｛「『【〔〈《¿¡")


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
    parted = parted_numbers(a, b, runs)
    changed = drawn.changes.tolist()
    found = []
    first_run = first_change = 0
    for row, score in zip(drawn.rows.tolist(), drawn.scores.tolist(), strict=True):
        origin, kind, start_a, end_a, start_b, end_b, last_run, last_change = row
        equal, changes = shared[first_run:last_run], changed[first_change:last_change]
        if any(first_run <= run < last_run for run in parted):
            equal, changes = whole_numbers(a, b, runs, range(first_run, last_run), changes)
        span_a, span_b = spans or (span_of_words(a, start_a, end_a), span_of_words(b, start_b, end_b))
        found.append(
            Match(
                KINDS[kind],
                span_a,
                span_b,
                round(min(1.0, score), 4),
                tuple(equal),
                differences(a, b, changes),
                round(strengths[origin], 4),
            )
        )
        first_run, first_change = last_run, last_change
    return found


def _spans(side: PreparedText, firsts: Array, sizes: Array) -> list[Span]:
    starts, ends = side.tokens.starts[firsts], side.tokens.ends[firsts + sizes - 1]
    return list(map(Span, starts.tolist(), ends.tolist()))


def parted_numbers(a: PreparedText, b: PreparedText, runs: Array) -> list[int]:
    """The rows of `runs` that begin or end within a number that is not the same number in both texts, ascending."""
    ends = np.stack((runs[:, :2], runs[:, :2] + runs[:, 2:] - 1), 1)  # run, its first and last word, text
    one, other = ends[:, :, 0], ends[:, :, 1]
    numbers = (a.notable[one] == NUMBER) | (b.notable[other] == NUMBER)
    found = {run for run, end in np.argwhere(numbers).tolist() if not _same_number(a, b, *ends[run, end].tolist())}
    return sorted(found)


def whole_numbers(
    a: PreparedText, b: PreparedText, runs: Array, of_passage: range, changes: list[list[int]]
) -> tuple[list[tuple[Span, Span]], list[list[int]]]:
    """The shared spans of a passage without parts of numbers that differ, and its rows of `changes` with these.

    "10" is no shared word of "10.80" and "10.85": words of a text are cut at points, numbers are not.
    """
    rows: list[list[int]] = runs[of_passage.start : of_passage.stop].tolist()
    before = [0, *accumulate(size for _, _, size in rows)]
    kept, found = [], list(changes)
    for place, (start_a, start_b, size) in enumerate(rows):
        first, last = 0, size
        while first < last and not _same_number(a, b, start_a + first, start_b + first):
            first += 1
        while last > first and not _same_number(a, b, start_a + last - 1, start_b + last - 1):
            last -= 1
        if first < last:
            kept.append([start_a + first, start_b + first, last - first])
        moved = any((row[0] < start_a) != (row[1] < start_b) for row in rows if row[0] != start_a)
        for word in () if moved else (*range(first), *range(last, size)):
            gap = before[place] + (word if word < first else word + 1)
            found += [[gap, NUMBER, 0, start_a + word], [gap, NUMBER, 1, start_b + word]]
    table = np.array(kept, np.int64).reshape(-1, 3)
    spans = zip(_spans(a, table[:, 0], table[:, 2]), _spans(b, table[:, 1], table[:, 2]), strict=True)
    return list(spans), sorted(found)


def _same_number(a: PreparedText, b: PreparedText, one: int, other: int) -> bool:
    """Whether two equal words are the same number as a whole; words that are part of no number are."""
    first, second = _word(a, one), _word(b, other)
    whole, part = _whole(a.text, first), _whole(b.text, second)
    return (whole, part) == (first, second) or whole.of(a.text) == part.of(b.text)


def _word(side: PreparedText, word: int) -> Span:
    return Span(int(side.tokens.starts[word]), int(side.tokens.ends[word]))


def _whole(text: str, word: Span) -> Span:
    """The number that a word is part of: digits with single points, commas or colons between them; else the word."""
    start, end = word
    while start > 1 and text[start].isdigit() and text[start - 1] in _WITHIN_NUMBERS and text[start - 2].isdigit():
        start -= 1
        while start > 0 and text[start - 1].isdigit():
            start -= 1
    while (
        end + 1 < len(text) and text[end - 1].isdigit() and text[end] in _WITHIN_NUMBERS and text[end + 1].isdigit()
    ):
        end += 2
        while end < len(text) and text[end].isdigit():
            end += 1
    return Span(start, end)


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
        difference = Difference(SORTS[sort], one, other)
        # A number of which one part is equal in both has a gap on each side of that part.
        if _letters(one) != _letters(other) and not (sort == NUMBER and found[-1:] == [difference]):
            found.append(difference)
            if len(found) == MOST_DIFFERENCES:
                break
    return tuple(found)


def _phrase(side: PreparedText, words: list[int]) -> str:
    """The text of some words, numbers as wholes: neighbours with the characters between them, others with a space."""
    parts: list[list[int]] = []
    for word in words:
        start, end = _whole(side.text, _word(side, word))
        if parts and start - parts[-1][1] <= 1:
            parts[-1][1] = max(end, parts[-1][1])
        else:
            parts.append([start, end])
    return " ".join(side.text[start:end] for start, end in parts)


def _letters(phrase: str) -> str:
    return "".join(filter(str.isalnum, phrase.casefold()))
