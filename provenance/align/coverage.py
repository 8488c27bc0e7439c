"""How much of a text is reused, and which shared text is no reuse: closing notes, appeals, mastheads.

The archive recognises the footer lines of a publisher by how many articles have them. This module looks at two texts
alone, so that the first two articles with the same footer are not reported as reuse either. It knows nothing of
archives or publishers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.model import Match, Span
from provenance.model.text_parts import overlap, union

if TYPE_CHECKING:
    from provenance.align.prepared_text import PreparedText

# Words at the end of a text that may be a closing note; of 9,851 dated posts, runs that lie there in both texts were
# signatures (research prototype), and leaving them out lost 3 of 10,000 derived pairs. Never more than a quarter.
CLOSING_WORDS = 60
OPENING_WORDS = 12  # a byline or masthead line
# Words in small letters that make an opening line a sentence and no byline: of 97 pairs of posts that share no more
# than their first line, all but one of the 24 with so many are replies that quote it, the others names and greetings.
SENTENCE_WORDS = 5


def share(passages: Iterable[Span], within: Span, ignored: Sequence[Span] = ()) -> float:
    """The part of a body inside passages, 0..1 by code points; `ignored` spans count on neither side.

    An empty body has share 0.
    """
    left_out = union(ignored, within)
    countable = within.length - _total(left_out)
    if countable <= 0:
        return 0.0
    matched = union(passages, within)
    return (_total(matched) - overlap(matched, left_out)) / countable


def _total(spans: Iterable[Span]) -> int:
    return sum(span.length for span in spans)


def only_edges(matches: Sequence[Match], a: PreparedText, b: PreparedText) -> bool:
    """Whether every passage is in the closing words of both texts, or is a byline or masthead at an edge of both.

    A passage that is a quotation never is.
    """
    return all(match.kind != "quotation" and _is_edge(match, a, b) for match in matches)


def _is_edge(match: Match, a: PreparedText, b: PreparedText) -> bool:
    if _inside(match.a, [_closing(a)]) and _inside(match.b, [_closing(b)]):
        return True
    at_edges = _inside(match.a, [_closing(a), _opening(a)]) and _inside(match.b, [_closing(b), _opening(b)])
    return at_edges and not _is_sentence(match, a)


def _inside(span: Span, edges: Sequence[Span]) -> bool:
    return any(edge.start <= span.start and span.end <= edge.end for edge in edges)


def _closing(side: PreparedText) -> Span:
    """The last words of the body, to its end."""
    count = len(side.tokens)
    first = max(count - CLOSING_WORDS, count - count // 4)
    start = int(side.tokens.ends[first - 1]) if 0 < first <= count else side.within.end
    return Span(start, side.within.end)


def _opening(side: PreparedText) -> Span:
    """The first words of the body, from its beginning."""
    count = len(side.tokens)
    last = min(OPENING_WORDS, count // 4)
    end = int(side.tokens.starts[last]) if last < count else side.within.start
    return Span(side.within.start, end)


def _is_sentence(match: Match, a: PreparedText) -> bool:
    import numpy as np

    from provenance.text.tokens import CAPITALISED, NUMERIC

    first = int(np.searchsorted(a.tokens.ends, match.a.start, "right"))
    last = int(np.searchsorted(a.tokens.starts, match.a.end, "left"))
    small = (a.tokens.traits[first:last] & (CAPITALISED | NUMERIC)) == 0
    return int(np.count_nonzero(small)) >= SENTENCE_WORDS
