"""From counts of found copies to probabilities that may be promised.

A longer copy is mostly found at least as often as a shorter one, and one that keeps more words at least as often as
one that keeps fewer. So what was found of harder forms also says something about an easier one: its bound is
the best lower bound that any rectangle of forms that ends at it gives, its own counts among them. Where the rule does
not hold (another pass of the aligner takes over at some length), the lower value goes for the harder form, too: a
probability never falls as copies grow or keep more words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

# Of the normal distribution: one bound in 100 lies above the true probability. The best of several bounds is taken,
# so that it happens more often: in 3 of 100 forms (tests/detection/test_bounds.py).
DEVIATIONS = 2.326

Form = tuple[int, float]  # words, part kept


def wilson_lower(found: int, planted: int, deviations: float = DEVIATIONS) -> float:
    """Lower end of Wilson's interval for a share (Wilson 1927), 0 without any trial."""
    if not planted:
        return 0.0
    share, square = found / planted, deviations**2
    middle = share + square / (2 * planted)
    spread = deviations * math.sqrt(share * (1 - share) / planted + square / (4 * planted**2))
    return max(0.0, (middle - spread) / (1 + square / planted))


def lower_bounds(counts: Mapping[Form, tuple[int, int]]) -> dict[Form, float]:
    """A lower bound of the probability for each form, from (found, planted) of all; monotone in both."""
    lengths = sorted({words for words, _ in counts})
    parts = sorted({kept for _, kept in counts})
    bounds: dict[Form, float] = {}
    for right in reversed(range(len(lengths))):
        for top in reversed(range(len(parts))):
            own = max(
                wilson_lower(*_total(counts, lengths[left : right + 1], parts[bottom : top + 1]))
                for left in range(right + 1)
                for bottom in range(top + 1)
            )
            easier = [bounds[lengths[right + 1], parts[top]]] if right + 1 < len(lengths) else []
            easier += [bounds[lengths[right], parts[top + 1]]] if top + 1 < len(parts) else []
            bounds[lengths[right], parts[top]] = min([own, *easier])
    return {form: bounds[form] for form in counts}


def _total(counts: Mapping[Form, tuple[int, int]], lengths: Sequence[int], parts: Sequence[float]) -> tuple[int, int]:
    cells = [counts.get((words, kept), (0, 0)) for words in lengths for kept in parts]
    return sum(found for found, _ in cells), sum(planted for _, planted in cells)
