"""Of the near duplicates of one article an audit compares the nearest and the earliest, where there are very many.

Thousands of articles that fill in one form are near duplicates of each other, and so are the versions of a story that
everybody ran. Each has as many as the index hands out. To compare it with all of these says no more than to compare
it with those that are most like it, of which it may be a version, and with the earliest, of which all may be. What is
left out is counted. Nothing is read or judged here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from provenance.model import PublicationTime
from provenance.retrieval.candidates import IndexHits
from provenance.retrieval.looked_up import Described, Held

Numbers = NDArray[np.int64]

# As many as reports explain an event: from there on one more seldom tells anything. 1,000 articles of one form are
# 11,950 pairs with this, 42,282 without.
NEAREST = 15
EARLIEST = 3


def without_crowds(archive: Held, own: Numbers, hits: Sequence[IndexHits]) -> list[IndexHits]:
    """What the index found for each of these articles, without near duplicates that are neither among the NEAREST of
    an article nor among the EARLIEST of those found for it; `truncated` counts them, too."""
    others = [found.near[found.near != number] for number, found in zip(own.tolist(), hits, strict=True)]
    crowds = [each for each in others if len(each) > NEAREST]
    if not crowds:
        return list(hits)
    described = archive.articles.listed_by_number(np.unique(np.concatenate(crowds)).tolist())
    return [
        _kept(found, near, described) if len(near) > NEAREST else found
        for found, near in zip(hits, others, strict=True)
    ]


def _kept(found: IndexHits, near: Numbers, described: Mapping[int, Described]) -> IndexHits:
    times = np.array([_earliest(described[number].published) for number in near.tolist()])
    first = near[np.lexsort((near, times))][:EARLIEST]
    dropped = np.setdiff1d(near[NEAREST:], first)
    near_kept, kept, faint_kept = (~np.isin(each, dropped) for each in (found.near, found.ranked, found.faint))
    return replace(
        found,
        near=found.near[near_kept],
        estimates=found.estimates[near_kept],
        ranked=found.ranked[kept],
        scores=found.scores[kept],
        evidence=found.evidence[kept],
        shared=found.shared[kept],
        faint=found.faint[faint_kept],
        faint_scores=found.faint_scores[faint_kept],
        truncated=found.truncated + len(dropped),
    )


def _earliest(time: PublicationTime | None) -> float:
    return np.inf if time is None else -np.inf if np.isnan(time.earliest) else float(time.earliest)
