"""Which candidate pairs an audit aligns: those that share a run of words beside boilerplate and set phrases.

Aligning two articles costs a hundred times as much as looking for a run of words in both, and four in five pairs that
the index proposes share nothing. A run that many articles hold ("is a member of the committee on") is a set phrase
between two articles that have little else in common and are far apart in time. A wire story that everybody ran is
shared as a whole, and a quotation that everybody used is shared within days. A pair without such a run is aligned
only for strong evidence of rewriting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.align.prepared_text import without
from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.kernels import minhash
from provenance.fingerprint.minhash import shingle_hashes
from provenance.model import Article, Span
from provenance.model.text_parts import union
from provenance.text.tokens import Tokens

Numbers = NDArray[np.int64]

# Of 112,167 candidate pairs among 4,000 press releases a sixth were aligned to learn what is lost: runs of 7 words
# outside boilerplate, or evidence of 3, keep 16 % of the pairs, .94 of the pairs that share any passage and .98 of
# the pairs that share two lines. (Runs of 8 anywhere or evidence of 1.6 kept 32 %, .87 and .97.) Of the newsgroups'
# gold pairs (development half) both keep .998.
RUN = FingerprintSettings(shingle=7)
EVIDENCE = 3.0
# These numbers drop 58,014 of the 221,096 pairs of 29,818 releases that are left, as sharing nothing but set phrases.
# Of 3,000 of these 1,281 had no passage and 82 were asserted at .8, most of them announcements of yearly grants.
COMMON = 10  # articles that hold a run, from which on it is common
PART = 0.1  # of the runs of the shorter article: two that share so much have more in common than phrases
APART = 30 * 86_400.0  # seconds between the earliest times of both; without a time nothing is a set phrase


@dataclass(frozen=True, slots=True)
class Outline:
    """What screening needs of an article: its boilerplate spans, the ascending hashes of its runs of words outside
    boilerplate, and its earliest publication time in seconds."""

    ignored: tuple[Span, ...]
    runs: NDArray[np.uint32]
    time: float | None


def outline(article: Article, tokens: Tokens, ignored: tuple[Span, ...]) -> Outline:
    """The outline of an article whose words and boilerplate are known; some 1.2 KB at 300 words."""
    kept = without(tokens, union(ignored, article.body)) if ignored else tokens
    # Half of a hash is enough: one pair of articles of 300 runs in 50,000 shares one by chance, and is aligned in
    # vain.
    runs = (shingle_hashes(kept, RUN) >> np.uint64(32)).astype(np.uint32)
    return Outline(ignored, runs, article.published.earliest if article.published else None)


def sharing(
    outlines: Sequence[Outline], first: Numbers, second: Numbers, common: NDArray[np.uint32] | None = None
) -> NDArray[np.bool_]:
    """For each pair of places in `outlines`, whether the two share a run that is more than a set phrase.

    `common` are the runs that too many articles have, ascending; None counts them among the outlines given.
    """
    runs = [each.runs for each in outlines]
    lengths = np.array([len(each) for each in runs], np.int64)
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
    together = np.concatenate([np.empty(0, np.uint32), *runs])
    common = values_of_many(together, COMMON) if common is None else common
    shared, rare = share_values(together, bounds, common, first, second)
    times = np.array([np.nan if each.time is None else each.time for each in outlines])
    apart = np.abs(times[first] - times[second]) > APART
    little = shared < PART * np.minimum(lengths[first], lengths[second])
    answer: NDArray[np.bool_] = rare | ((shared > 0) & ~(apart & little))
    return answer


def values_of_many(values: NDArray[np.uint32], limit: int) -> NDArray[np.uint32]:
    """The values that occur more than `limit` times, ascending."""
    ordered = np.sort(values)
    return np.unique(ordered[limit:][ordered[limit:] == ordered[: max(0, len(ordered) - limit)]])


def share_values(
    values: NDArray[np.uint32], bounds: Numbers, common: NDArray[np.uint32], first: Numbers, second: Numbers
) -> tuple[Numbers, NDArray[np.bool_]]:
    """For each pair of stretches: how many values both have, and whether one of these is not in `common`.

    Stretch i is `values[bounds[i]:bounds[i + 1]]`, ascending as `common` is. Counting ends at a value not in
    `common`.
    """
    shared, rare = np.zeros(len(first), np.int64), np.zeros(len(first), np.bool_)
    minhash.share_values(values, bounds, common, first, second, shared, rare)
    return shared, rare
