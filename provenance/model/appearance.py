"""When the words of an article appeared, as far as its dates can be believed: an interval, and what is surely before.

A date is believed as far as it deserves. The zero of a clock is no date. A crawler's time is only an upper end. A
midnight without more is a day. A day or hour without a time zone may be up to 10 hours earlier or 8 hours later than
it reads, beside a date that names its zone. The words of an article that was changed hours after it was published may
have come with the change; those of a live page came with the update that has them. Nothing here reads a clock.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from provenance.model.articles import Article, PublicationTime
from provenance.model.dated_parts import earlier_parts_of, parts_of
from provenance.model.live_pages import is_live
from provenance.model.text_parts import Span

HOUR = 3600.0
DAY = 24 * HOUR
# Where most news is published: between the clocks of Los Angeles (8 hours behind Greenwich) and Sydney (10 ahead).
EAST, WEST = 10 * HOUR, 8 * HOUR
# A change within this time belongs to the publication: publishing systems save a page several times.
SAME_PUBLICATION = HOUR
RESAVED = 7 * DAY
# An update of a live page may have been up before its time: it is renewed, and stamped again, while it is news.
RENEWED = HOUR
LIVE = DAY  # how long a live page is written of which neither the last change nor the updates are known
# The zero of Unix, also seen from zones west of it; of FILETIME, SQL Server, the Julian day, spreadsheets, old
# Macintoshes and FAT; the ends of calendars.
ZERO_DAYS = frozenset(
    date(*day)
    for day in (
        (1600, 12, 31),
        (1601, 1, 1),
        (1677, 9, 21),
        (1752, 12, 31),
        (1753, 1, 1),
        (1858, 11, 17),
        (1899, 12, 29),
        (1899, 12, 30),
        (1899, 12, 31),
        (1900, 1, 1),
        (1901, 12, 13),
        (1903, 12, 31),
        (1904, 1, 1),
        (1969, 12, 31),
        (1970, 1, 1),
        (1980, 1, 1),
        (2038, 1, 19),
        (2099, 12, 31),
        (2100, 1, 1),
        (2106, 2, 7),
    )
)
# 1980-01-01 00:00 UTC: west of Greenwich the zero of FAT is on the evening before, a day on which news did appear.
_ZERO_MOMENTS = frozenset(datetime(*day, tzinfo=UTC).timestamp() for day in ((1980, 1, 1),))
FIRST_YEAR, LAST_YEAR = 1400, 2199
_MIDNIGHT = re.compile(r".{10}[T ]00:00(?::00(?:\.0{1,9})?)?(Z|[+-]00:?00)?([+-][0-9:]{2,8})?")
_LAST_SECOND = re.compile(r".{10}[T ]23:59:59(?:\.9{1,9})?(Z|[+-]00:?00)?([+-][0-9:]{2,8})?")
_ZONED = re.compile(r".{10}[T ][0-9:.,]{4,20}[ ]?(?:Z|[+-][0-9]{2})")
_SEEN = re.compile(r"crawl|scrap|fetch|harvest|retriev|download|access|index|first seen|seen ?date|seen at")


@dataclass(frozen=True, slots=True)
class Appearance:
    """The interval in which words appeared, in seconds since 1970 UTC; `earliest` may be minus infinity.

    `zoned`: whether both ends are sure, or read off a clock whose time zone is not known.
    """

    earliest: float
    latest: float
    zoned: bool = True

    def surely_before(self, other: Appearance) -> bool:
        """Whether every moment of this interval lies before every moment of the other; never where they touch."""
        if self.zoned == other.zoned:
            return self.latest < other.earliest
        return self.widened().latest < other.widened().earliest

    def widened(self) -> Appearance:
        """The same in any time zone that it may have been meant in."""
        return self if self.zoned else Appearance(self.earliest - EAST, self.latest + WEST)

    def to(self, other: Appearance) -> Appearance:
        """From the beginning of this interval to the end of another (this one where the other ends sooner)."""
        return Appearance(self.earliest, max(self.latest, other.latest), self.zoned and other.zoned)


def is_zero(time: PublicationTime) -> bool:
    """Whether a time is the zero of a clock, database or spreadsheet, or the end of its calendar."""
    if not math.isfinite(time.earliest):
        return True
    if time.precision in ("month", "year"):
        return False
    if time.earliest in _ZERO_MOMENTS:
        return True
    try:
        begin = datetime.fromtimestamp(time.earliest, UTC).date()
        written = date.fromisoformat(time.written[:10])
    except (ValueError, OverflowError, OSError):
        return not FIRST_YEAR <= _year(time.earliest) <= LAST_YEAR
    return begin in ZERO_DAYS or written in ZERO_DAYS or not FIRST_YEAR <= begin.year <= LAST_YEAR


def is_upper_end(time: PublicationTime) -> bool:
    """Whether a time says when a program saw the article, which may have appeared long before."""
    return time.how != "given" and is_seen(time.how)


def is_seen(name: str) -> bool:
    """Whether a name ("crawled_at") is that of a time at which a program saw an article."""
    return _SEEN.search(name.lower().replace("_", " ")) is not None


def appearance(time: PublicationTime | None) -> Appearance | None:
    """The interval that one time allows; None where there is none to believe."""
    if time is None or is_zero(time):
        return None
    earliest, latest = time.earliest, max(time.earliest, time.latest)
    zoned = time.precision in ("second", "minute") and _ZONED.match(time.written) is not None
    zoned = zoned or (time.precision in ("second", "minute") and latest - earliest > 60)  # "ET": both offsets count
    whole = _MIDNIGHT.fullmatch(time.written) or _LAST_SECOND.fullmatch(time.written)
    if whole is not None and time.precision in ("second", "minute"):
        # A day that passed through a program; in "00:00:00Z" Greenwich comes from the program as well.
        day = datetime.fromtimestamp(earliest, UTC)
        first = earliest if time.written[11:16] == "00:00" else earliest - (DAY - 1)
        earliest, latest, zoned = first, first + DAY - 1, whole[2] is not None and day.utcoffset() is not None
    if is_upper_end(time):
        return Appearance(-math.inf, latest, zoned)
    return Appearance(earliest, latest, zoned)


def appeared(article: Article, spans: Sequence[Span] | None = None) -> Appearance | None:
    """When an article's words appeared, or those in `spans`; None where no date is believed.

    The words of a live page appeared with the updates that hold them, where these are known, else between its
    publication and its last change. So did those of any article that was changed hours or days later.
    """
    parts = _within(parts_of(article), spans)
    if parts is not None and spans is not None:
        return parts
    published = appearance(article.published)
    if published is None:
        return parts
    there_by = held_earlier(article, spans)
    if there_by is not None:
        return published.to(there_by)
    changed = last_change(article)
    if changed is not None:
        return published.to(changed)
    if parts is not None:
        return published.to(parts)
    if is_live(article):
        return Appearance(published.earliest, published.latest + LIVE, published.zoned)
    return published


def held_earlier(article: Article, spans: Sequence[Span] | None) -> Appearance | None:
    """When the archived version that had all words in `spans` was written; None where no version is known to."""
    return _within(earlier_parts_of(article), spans) if spans else None


def last_change(article: Article) -> Appearance | None:
    """When an article was changed last, where that was hours or days after its publication; None elsewhere.

    A change before the publication is a draft, or a mistake, and says nothing. One that is more than RESAVED later
    hides those before it and is rarely news; only live pages are written for that long.
    """
    published, changed = appearance(article.published), appearance(article.modified)
    if published is None or changed is None:
        return None
    between = changed.latest - published.latest
    if between < SAME_PUBLICATION or (between > RESAVED and not is_live(article)):
        return None
    return changed


def surely_before(a: Article, b: Article) -> bool:
    """Whether all words of `a` appeared before any of `b`; never with a date missing, equal or not believed."""
    one, other = appeared(a), appeared(b)
    return one is not None and other is not None and one.surely_before(other)


def known_by(article: Article, spans: Sequence[Span] | None = None) -> Appearance | None:
    """When an article, or its words in `spans`, became known, as is said of first and later holders: of a live page
    by its updates, of others by the publication, whatever was changed later. None where no date is believed."""
    return appeared(article, spans) if is_live(article) else appearance(article.published)


def by_time(article: Article, spans: Sequence[Span] | None = None) -> tuple[bool, float, float, str]:
    """A sorting key: articles by the end of the interval that their date allows, then undated ones, by id.

    A story of 06:40 comes before one of which only the day is known: that one may have been out since midnight, and
    nobody can say so.
    """
    found = known_by(article, spans)
    return (True, 0.0, 0.0, article.id) if found is None else (False, found.latest, found.earliest, article.id)


def precedes(one: Article, other: Article) -> bool:
    """Whether dates say that one article came before the other: it begins earlier and ends no later."""
    a, b = known_by(one), known_by(other)
    if a is None or b is None:
        return False
    return a.surely_before(b) if a.zoned != b.zoned else a.earliest < b.earliest and a.latest <= b.latest


def _within(parts: Iterable[tuple[Span, PublicationTime]], spans: Sequence[Span] | None) -> Appearance | None:
    """From the first to the last of the dated parts that hold any of `spans` (all of them for None); None where
    some of the spans are in none."""
    found: list[Appearance] = []
    held = [False] * len(spans or ())
    for part, time in parts:
        here = [n for n, span in enumerate(spans or ()) if span.overlap(part)]
        moment = appearance(time)
        if moment is not None and (spans is None or here):
            found.append(moment)
            for n in here:
                held[n] = True
    if not found or not all(held):
        return None
    return Appearance(
        min(each.earliest for each in found) - RENEWED,
        max(each.latest for each in found),
        all(each.zoned for each in found),
    )


def _year(seconds: float) -> float:
    return 1970 + seconds / (365.2425 * DAY)
