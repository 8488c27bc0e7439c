"""How much of a text is reused, and exact overlap of two texts by shingles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.model import Match, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from provenance.text.tokens import Tokens


def share(matches: Iterable[Match], within: Span, ignored: Sequence[Span] = ()) -> float:
    """The part of A's body inside matched passages, 0..1 by code points; `ignored` spans count on neither side.

    For the share of B hand over `match.exchanged()` of each. An empty body has share 0.
    """
    left_out = union(ignored, within)
    countable = within.length - _total(left_out)
    if countable <= 0:
        return 0.0
    matched = union((match.a for match in matches), within)
    return (_total(matched) - _common(matched, left_out)) / countable


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


def exact_jaccard(a: Tokens, b: Tokens, shingle_words: int = 5) -> tuple[float, float, float]:
    """Jaccard coefficient of the sets of shingles of folded words, and the part of A's, of B's that both hold.

    A text with fewer words than a shingle is one shingle; one without words has none, and every figure is 0.
    """
    import numpy as np

    shingles_a, shingles_b = _shingles(a, shingle_words), _shingles(b, shingle_words)
    common = len(np.intersect1d(shingles_a, shingles_b, assume_unique=True))
    if common == 0:
        return 0.0, 0.0, 0.0
    return (
        common / (len(shingles_a) + len(shingles_b) - common),
        common / len(shingles_a),
        common / len(shingles_b),
    )


def _shingles(tokens: Tokens, size: int) -> NDArray[np.uint64]:
    """The distinct hashes of `size` successive words: 64 bits, so that no two of a text collide in practice."""
    import numpy as np

    words = tokens.words
    size = min(size, len(words))
    if size == 0:
        return np.empty(0, np.uint64)
    count = len(words) - size + 1
    hashes = np.zeros(count, np.uint64)
    for place in range(size):
        hashes = (hashes ^ words[place : place + count]) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes)


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
