"""Publication times as intervals: which of two articles came first, where that is known, and by how much.

A day without an hour is an interval of 24 hours, a crawl time an upper end. Two intervals that overlap have no
order: a tie is no evidence. Nothing here guesses a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.model import Article, PublicationTime

HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Times:
    """Ends of the interval of each text, in seconds since 1970 UTC; NaN for a text without a date."""

    earliest: NDArray[np.float64]
    latest: NDArray[np.float64]

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which texts are dated."""
        return ~np.isnan(self.earliest)

    def without(self) -> Times:
        """The same texts with every date forgotten."""
        nothing = np.full(len(self.earliest), np.nan)
        return Times(nothing, nothing)

    def gap(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.float64]:
        """Signed seconds from the first text to the second of each pair, between the middles of their intervals.

        0 where the intervals overlap, NaN where a date is missing.
        """
        middle = (self.earliest + self.latest) / 2
        apart = (self.latest[first] < self.earliest[second]) | (self.latest[second] < self.earliest[first])
        gap = middle[second] - middle[first]
        return np.where(apart | np.isnan(gap), gap, 0.0)


def interval(time: PublicationTime | None, settings: LineageSettings) -> tuple[float, float] | None:
    """The ends of the interval in which an article appeared, in seconds; a crawl time is only its upper end."""
    if time is None:
        return None
    slack = settings.crawl_slack_hours * HOUR if "crawl" in time.how or "scrape" in time.how else 0.0
    return time.earliest - slack, time.latest


def times_of(articles: Sequence[Article], settings: LineageSettings) -> Times:
    """The intervals of articles, in the order given."""
    ends = [interval(article.published, settings) or (np.nan, np.nan) for article in articles]
    table = np.array(ends, np.float64).reshape(len(ends), 2)
    return Times(table[:, 0].copy(), table[:, 1].copy())


def chance_before(one: PublicationTime, two: PublicationTime) -> float:
    """Probability that a moment anywhere in the first interval lies before one anywhere in the second."""
    low, high = one.earliest, max(one.latest, one.earliest + 1e-3)
    start, end = two.earliest, max(two.latest, two.earliest + 1e-3)

    def area(moment: float) -> float:
        inside = min(max(moment, low), high) - low
        return inside * inside / (2 * (high - low)) + max(0.0, moment - high)

    return min(1.0, max(0.0, (area(end) - area(start)) / (end - start)))
