"""Every pair of articles whose word shingles overlap by a Jaccard similarity of `threshold` or more, with no sketch.

Prefix filtering (Bayardo, Ma and Srikant 2007): of two sets that similar, the rarest elements must share one. Slow
and obviously right; what the fast ways are measured against.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.fingerprint.minhash import jaccard_and_containment

Pair = tuple[int, int]
ROUNDING = 1e-9  # 0.7 * 30 may come out above 21


def exact_pairs(shingles: Sequence[NDArray[np.uint64]], threshold: float) -> dict[Pair, float]:
    """Pairs of positions (low, high) with their exact Jaccard similarity."""
    elements, frequencies = np.unique(np.concatenate(shingles), return_counts=True)
    holders: dict[int, list[int]] = {}
    order = sorted(range(len(shingles)), key=lambda place: (len(shingles[place]), place))
    found: dict[Pair, float] = {}
    for place in order:
        mine = shingles[place]
        counts = frequencies[np.searchsorted(elements, mine)]
        rare = mine[np.lexsort((mine, counts))]
        prefix = rare[: len(rare) - math.ceil(threshold * len(rare) - ROUNDING) + 1].tolist() if len(rare) else []
        partners = {other for element in prefix for other in holders.get(element, ())}
        for other in partners:
            if len(shingles[other]) >= threshold * len(mine) - ROUNDING:
                jaccard, _ = jaccard_and_containment(mine, shingles[other])
                if jaccard >= threshold:
                    found[min(place, other), max(place, other)] = jaccard
        for element in prefix:
            holders.setdefault(element, []).append(place)
    return found
