"""Where something stands in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range `[start, end)` of Unicode code points in an article's text as it was read."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Number of code points that both spans hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def union(spans: Iterable[Span], within: Span) -> list[Span]:
    """The spans cut to `within`, ascending, overlapping and touching ones joined, empty ones left out."""
    joined: list[Span] = []
    for span in sorted(spans):
        start, end = max(span.start, within.start), min(span.end, within.end)
        if start >= end:
            continue
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Span(start, end))
    return joined
