"""From word numbers to code points: the span of a run of words with the marks that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Span

if TYPE_CHECKING:
    from provenance.align.sides import Side

_CLOSE = frozenset(",;:.!?…)]}”’»—–-")  # before a word these belong to what came earlier
_OPEN = frozenset("([{“‘«„‚—–-")  # after a word these belong to what follows


def span_of_words(side: Side, start: int, end: int) -> Span:
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
