"""How much of a text is reused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.model import Span
from provenance.model.text_parts import union


def share(passages: Iterable[Span], within: Span, ignored: Sequence[Span] = ()) -> float:
    """The part of a body inside passages, 0..1 by code points; `ignored` spans count on neither side.

    An empty body has share 0.
    """
    left_out = union(ignored, within)
    countable = within.length - _total(left_out)
    if countable <= 0:
        return 0.0
    matched = union(passages, within)
    return (_total(matched) - _common(matched, left_out)) / countable


def _total(spans: Iterable[Span]) -> int:
    return sum(span.length for span in spans)


def _common(ones: Sequence[Span], others: Sequence[Span]) -> int:
    """Code points in both of two ascending lists of disjoint spans."""
    total = first = second = 0
    while first < len(ones) and second < len(others):
        total += ones[first].overlap(others[second])
        if ones[first].end <= others[second].end:
            first += 1
        else:
            second += 1
    return total
