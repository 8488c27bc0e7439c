"""From word numbers to code points: the span of a run of words with the marks that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Span

if TYPE_CHECKING:
    from provenance.align.sides import Side


def span_of_words(side: Side, start: int, end: int) -> Span:
    """The span of words [start, end): with marks attached before and after, up to white space or the next word."""
    tokens, text = side.tokens, side.text
    first, last = int(tokens.starts[start]), int(tokens.ends[end - 1])
    limit = int(tokens.starts[end]) if end < len(tokens) else side.within.end
    while last < limit and not text[last].isspace():
        last += 1
    limit = int(tokens.ends[start - 1]) if start > 0 else side.within.start
    while first > limit and not text[first - 1].isspace():
        first -= 1
    return Span(first, last)
