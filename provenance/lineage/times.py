"""Publication times as intervals: which of two articles came first, where that is known, and by how much.

A day without an hour is an interval of 24 hours, a crawl time an upper end (`provenance.model.appearance` says what
is believed of a date). Two intervals that overlap have no order: a tie is no evidence. A date never makes a link, it
only orders one. Nothing here guesses a date.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.model import Article, PublicationTime
from provenance.model.appearance import (
    DAY,
    EAST,
    HOUR,
    WEST,
    Appearance,
    appearance,
    held_earlier,
    known_by,
    last_change,
)
from provenance.model.dated_parts import time_of
from provenance.model.live_pages import is_live
from provenance.model.text_parts import Span

# Chance that words which make up little of an article came with its last change, if that was within a day of its
# publication. Argued: most changes are corrections, and those that add what others report come within hours.
CHANGED = 0.25
# Hours that a clock of unknown zone may be ahead of Greenwich, each as likely; half of all programs write its time.
CLOCKS = (-8, -7, -6, -5, -4, *(0,) * 10, 1, 1, 2, 3, 5.5, 8, 9, 10)
# A chance below this leaves the order of the dates as it is.
HARDLY = 0.05
# Dates that are read off a page are now and then those of something else. Argued, not measured: how likely a date is
# that of the publication, by the words that `PublicationTime.how` has for it, the first that fits.
TRUST: tuple[tuple[str, float], ...] = (
    ("date in the address", 0.98),
    ("line beside the headline", 0.97),
    ("HTML time element", 0.97),
    ("HTML element", 0.97),
    ("dateline in the text", 0.97),
    ("date line in the text", 0.97),
    ("dateCreated", 0.97),
    ("notice at the end", 0.9),
)


@dataclass(frozen=True, slots=True)
class Times:
    """Ends of the interval of each text, in seconds since 1970 UTC; NaN for a text without a date.

    `earliest` is minus infinity where only an upper end is known. `zoned` as in `Appearance`. `apart` has, for pairs
    of texts (the lower number first) whose shared words have times of their own, the gap from the first to the
    second.
    """

    earliest: NDArray[np.float64]
    latest: NDArray[np.float64]
    zoned: NDArray[np.bool_] | None = None
    apart: Mapping[tuple[int, int], float] = field(default_factory=dict)

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

        0 where the intervals overlap, NaN where a date is missing. Of an interval without a beginning the end counts.
        """
        middle = (np.where(np.isinf(self.earliest), self.latest, self.earliest) + self.latest) / 2
        early, late = self.earliest, self.latest
        if self.zoned is None or self.zoned.all() or not self.zoned.any():
            apart = (late[first] < early[second]) | (late[second] < early[first])
        else:  # a clock of unknown zone beside one that names its zone
            mixed = self.zoned[first] != self.zoned[second]
            widening = [np.where(mixed & ~self.zoned[each], 1.0, 0.0) for each in (first, second)]
            ends = [late[each] + WEST * wide for each, wide in zip((first, second), widening, strict=True)]
            begins = [early[each] - EAST * wide for each, wide in zip((first, second), widening, strict=True)]
            apart = (ends[0] < begins[1]) | (ends[1] < begins[0])
        gap = middle[second] - middle[first]
        gap = np.where(apart | np.isnan(gap), gap, 0.0)
        return self._with_own_times(gap, first, second) if self.apart else gap

    def with_own(self, pairs: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which pairs share words whose time is known in itself."""
        if not self.apart:
            return np.zeros(len(pairs), np.bool_)
        return np.array([bool(self.apart.get((min(a, b), max(a, b)))) for a, b in pairs.tolist()], np.bool_)

    def _with_own_times(
        self, gap: NDArray[np.float64], first: NDArray[np.int64], second: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        for row, (one, two) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
            own = self.apart.get((min(one, two), max(one, two)))
            if own is not None and not math.isnan(gap[row]):
                gap[row] = own if one < two else -own
        return gap


def interval(time: PublicationTime | None, settings: LineageSettings) -> tuple[float, float] | None:
    """The ends of the interval that a date allows, in seconds; a crawler may have come `crawl_slack_hours` late."""
    found = appearance(time)
    if found is None:
        return None
    if math.isinf(found.earliest):
        return found.latest - settings.crawl_slack_hours * HOUR, found.latest
    return found.earliest, found.latest


def times_of(articles: Sequence[Article], settings: LineageSettings) -> Times:
    """The intervals of articles, in the order given: of live pages from the first to the last word, of others that of
    their publication; what a later change means depends on what two of them share (`shared_words_apart`)."""
    found = [known_by(article) for article in articles]
    table = np.array(
        [(each.earliest, each.latest) if each else (np.nan, np.nan) for each in found], np.float64
    ).reshape(len(found), 2)
    zoned = np.array([each is None or each.zoned for each in found], np.bool_)
    return Times(table[:, 0].copy(), table[:, 1].copy(), zoned)


def has_own_times(article: Article) -> bool:
    """Whether words of an article may have appeared at other times than the article."""
    return is_live(article) or last_change(article) is not None


def with_own_times(
    times: Times,
    articles: Sequence[Article],
    passages: Mapping[tuple[int, int], Sequence[tuple[Span, Span]]],
    settings: LineageSettings,
) -> Times:
    """The same with the times of the words that pairs share, where either text has_own_times.

    `passages` has the places in both texts by pair of their numbers; either number may be the lower one.
    """
    own = [has_own_times(article) for article in articles]
    apart = {}
    for (one, two), places in passages.items():
        if own[one] or own[two]:
            shared = ([each[0] for each in places], [each[1] for each in places])
            gap = shared_words_apart(pair_times(articles[one], articles[two], shared, settings))
            apart[min(one, two), max(one, two)] = gap if one < two else -gap
    return replace(times, apart=apart) if apart else times


@dataclass(frozen=True, slots=True)
class PairTimes:
    """When the words that A and B share appeared in each; `a_first` is the chance that they were in A first.

    `ordered` says whether that is sure. `a_time` and `b_time` are the dates behind it, that of an update where the
    words are in one; `changed` is the last change of an article (side 0 or 1) that may have brought the words. `live`
    says that one of them is a live page.
    """

    a: Appearance | None
    b: Appearance | None
    a_time: PublicationTime | None
    b_time: PublicationTime | None
    a_first: float
    ordered: bool
    changed: tuple[PublicationTime | None, PublicationTime | None] = (None, None)
    live: bool = False

    @property
    def open(self) -> bool:
        """Whether one is a live page that was written before and after the other appeared."""
        return self.live and not self.ordered


def pair_times(
    a: Article,
    b: Article,
    shared: tuple[Sequence[Span], Sequence[Span]],
    settings: LineageSettings | None = None,
) -> PairTimes:
    """The times of the words that two articles share at these places."""
    settings = settings or LineageSettings()
    times = [_dated(article, spans) for article, spans in zip((a, b), shared, strict=True)]
    one, two = (known_by(article, spans) for article, spans in zip((a, b), shared, strict=True))
    if one is None or two is None:
        return PairTimes(one, two, times[0], times[1], 0.5, ordered=False)
    chance = chance_first(one, two, settings)
    ordered = one.surely_before(two) or two.surely_before(one)
    live = is_live(a) or is_live(b)
    changed: list[PublicationTime | None] = [None, None]
    for side, (article, mine, other) in enumerate(((a, one, two), (b, two, one))):
        later = _came_later(article, shared[side], mine, other)
        if later > 0:
            changed[side] = article.modified
        if later >= HARDLY:
            ordered = False
            chance = chance * (1 - later) if side == 0 else chance + (1 - chance) * later
    return PairTimes(one, two, times[0], times[1], chance, ordered, (changed[0], changed[1]), live)


def shared_words_apart(found: PairTimes) -> float:
    """Signed seconds from A's words to B's, as `Times.gap`."""
    if not found.ordered or found.a is None or found.b is None:
        return 0.0
    middles = [(max(each.earliest, each.latest - DAY) + each.latest) / 2 for each in (found.a, found.b)]
    return middles[1] - middles[0]


def _dated(article: Article, spans: Sequence[Span]) -> PublicationTime | None:
    time = time_of(article, spans)
    return time if appearance(time) else None


def _came_later(article: Article, spans: Sequence[Span], mine: Appearance, other: Appearance) -> float:
    """Chance that the words came into an article with a change after the other's words had appeared.

    It falls with the share of the article that they make up, because an article is rarely written anew, and with the
    days between publication and change: news is developed within hours, later changes are corrections.
    """
    changed = last_change(article)
    earlier = held_earlier(article, spans)
    if earlier is not None and earlier.surely_before(other):
        return 0.0
    if changed is None or is_live(article) or not mine.surely_before(other) or changed.surely_before(other):
        return 0.0
    between = max(changed.latest - mine.latest, HOUR)
    remaining = min(1.0, max(0.0, changed.latest - other.latest) / between)
    share = min(1.0, sum(span.length for span in spans) / max(1, article.body.length))
    return CHANGED * min(1.0, DAY / between) * (1 - share) * remaining


def chance_first(one: Appearance, two: Appearance, settings: LineageSettings) -> float:
    """Probability that a moment of the first interval lies before one of the second.

    The mean over time zones where one is unknown. An interval without a beginning ended `crawl_slack_hours` late in
    half of the cases.
    """
    if one.zoned != two.zoned:
        moved, other = (two, one) if one.zoned else (one, two)
        chances = [
            chance_first(_moved(moved, -hours * HOUR), replace(other, zoned=False), settings) for hours in CLOCKS
        ]
        chance = sum(chances) / len(chances)
        return 1 - chance if one.zoned else chance
    open_ends = [math.isinf(each.earliest) for each in (one, two)]
    if all(open_ends):
        return 0.5
    if any(open_ends):
        slack = max(settings.crawl_slack_hours, 1e-9) * HOUR
        crawled, other = (one, two) if open_ends[0] else (two, one)
        middle = (other.earliest + other.latest) / 2
        before = 1.0 if crawled.latest <= middle else slack / (slack + crawled.latest - middle)
        return before if open_ends[0] else 1 - before
    return _chance((one.earliest, one.latest), (two.earliest, two.latest))


def _moved(one: Appearance, seconds: float) -> Appearance:
    return Appearance(one.earliest + seconds, one.latest + seconds, zoned=False)


def chance_before(one: PublicationTime, two: PublicationTime) -> float:
    """Probability that a moment anywhere in the first interval lies before one anywhere in the second."""
    return _chance((one.earliest, one.latest), (two.earliest, two.latest))


def chance_a_first(a: Article, b: Article, settings: LineageSettings | None = None) -> float:
    """Probability that what article A says appeared before what B says, by their dates alone; .5 where one has none.

    Live pages count from their first to their last word, later changes as they may have brought what is shared, and
    every date as far as the way it was got deserves.
    """
    found = pair_times(a, b, ((), ()), settings)
    return 0.5 + (found.a_first - 0.5) * trust(a) * trust(b)


def trust(article: Article) -> float:
    """How likely the date of an article is that of its publication, by the way it was got: 1 where it was given."""
    how = article.published.how if article.published else ""
    return 1.0 if how == "given" else next((value for words, value in TRUST if words in how), 1.0)


def _chance(one: tuple[float, float], two: tuple[float, float]) -> float:
    low, high = one[0], max(one[1], one[0] + 1e-3)
    start, end = two[0], max(two[1], two[0] + 1e-3)

    def area(moment: float) -> float:
        inside = min(max(moment, low), high) - low
        return inside * inside / (2 * (high - low)) + max(0.0, moment - high)

    return min(1.0, max(0.0, (area(end) - area(start)) / (end - start)))
