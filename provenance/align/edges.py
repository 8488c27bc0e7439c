"""Text that two articles share only because of where they were printed: closing notes, appeals, mastheads.

The archive recognises a house's lines by how many hold them; this looks at two texts alone, so that the first two
articles with one footer are not reported as reuse either. Nothing here knows of archives or publishers.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.align.sides import Side
from provenance.model import Match, Span

# Words at the end of a text that may be a closing note; of 9,851 dated posts, runs that lie there in both texts were
# signatures (research prototype), and leaving them out lost 3 of 10,000 derived pairs. Never more than a quarter.
CLOSING_WORDS = 60
OPENING_WORDS = 12  # a byline or masthead line


def only_edges(matches: Sequence[Match], a: Side, b: Side) -> bool:
    """Whether all that two texts share stands in the closing, or in the opening, words of both; quotations never."""
    edges = [(_closing(a), _closing(b)), (_opening(a), _opening(b))]
    return all(match.kind != "quotation" and any(_inside(match, *edge) for edge in edges) for match in matches)


def _inside(match: Match, a: Span, b: Span) -> bool:
    return match.a.start >= a.start and match.a.end <= a.end and match.b.start >= b.start and match.b.end <= b.end


def _closing(side: Side) -> Span:
    """The last words of the body, to its end."""
    count = len(side.tokens)
    first = max(count - CLOSING_WORDS, count - count // 4)
    start = int(side.tokens.ends[first - 1]) if 0 < first <= count else side.within.end
    return Span(start, side.within.end)


def _opening(side: Side) -> Span:
    """The first words of the body, from its beginning."""
    count = len(side.tokens)
    last = min(OPENING_WORDS, count // 4)
    end = int(side.tokens.starts[last]) if last < count else side.within.start
    return Span(side.within.start, end)
