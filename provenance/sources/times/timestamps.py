"""Dates and times as newspapers, machines and mail write them, each with the interval that it allows.

A date becomes an interval: a bare day is any moment of that day in UTC, "6:35 PM ET" in March allows both summer and
standard time, a time without a zone is taken as UTC. What could be two different days ("03/04/2018") is a date only
where the order is said; with dots ("3.4.2018") the day comes first. The zero of a clock or of a spreadsheet stands
for no date. Nothing is ever filled in from the clock of this machine.
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal, NamedTuple

from provenance.model import Precision, PublicationTime
from provenance.model.appearance import FIRST_YEAR, LAST_YEAR, ZERO_DAYS, is_zero
from provenance.sources.times.date_words import from_east, in_english, in_western_digits
from provenance.sources.times.time_zones import AMERICAN, ZONES, offsets

DateOrder = Literal["day-first", "month-first", "iso"]  # of dates in numbers only
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_GAP = r"[ \t\u00a0\u202f]{0,12}"  # words of other languages leave their length in spaces
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])"
_YEAR = r"(?P<year>1[4-9][0-9]{2}|20[0-9]{2})"
_ZONE = (
    r"(?P<zone>(?:GMT|UTC)?[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]|(?:GMT|UTC)[+-][0-9]{1,2}|"
    + "|".join(sorted(ZONES, key=lambda name: (-len(name), name)))
    + ")"
)
_TIME = (
    r"(?P<hour>[0-2]?[0-9])(?:(?:[:.]|[ ]?h[ ]?)(?P<minute>[0-5][0-9])(?::(?P<second>[0-6][0-9])(?:\.[0-9]{1,9})?"
    rf"|\.(?P<second2>[0-6][0-9])\.[0-9]{{3,9}})?(?:{_GAP}(?P<half>[ap])\.?[ ]?m\.?)?"
    rf"|{_GAP}(?P<half2>[ap])\.?m\.?|[ ]?h(?![a-z]))(?:{_GAP}\(?{_ZONE}\)?)?"
)
_WEEKDAY = rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?{_GAP},?{_GAP})?"
_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH}{_GAP}{_DAY}{_GAP},?{_GAP}{_YEAR}"
    rf"|{_DAY}\.?{_GAP}(?:of )?-?{_MONTH}-?{_GAP},?{_GAP}{_YEAR})"
).replace("(?P<", "(?P<{0}")
_JOIN = rf"{_GAP}(?:[,|/·•:]|at|-|–)?{_GAP}"
_NAMED_DAY = _WEEKDAY.replace("(?:(?:mon", "(?:(?P<weekday>mon")
_NUMBERS = (
    rf"{_NAMED_DAY}(?P<first>[0-3]?[0-9])(?P<separator>[/.-])[ ]?(?P<then>[0-3]?[0-9])[/.-][ ]?"
    rf"(?:{_YEAR}|(?P<shortyear>[0-9]{{2}}))(?![0-9])"
)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which names occur more than once, compiled at its first use (1 to 6 ms) with numbered names."""
    seen: dict[str, int] = {}

    def rename(found: re.Match[str]) -> str:
        name = found[1].rstrip("0123456789")
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}_{seen[name]}>"

    return re.compile(re.sub(r"\(\?P<(?:\{0\})?(\w+)>", rename, pattern), re.IGNORECASE | re.ASCII)


class _Form(NamedTuple):
    """One way of writing a date: how all such dates begin (quick to compile and to match), and the whole pattern."""

    opening: re.Pattern[str]
    pattern: str


def _form(opening: str, pattern: str) -> _Form:
    return _Form(re.compile(opening, re.IGNORECASE | re.ASCII), pattern)


_ISO = _form(
    "[0-9]{4}",
    r"(?P<year>[0-9]{4})(?:-(?P<monthnumber>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:[T_ ](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    rf"(?:{_GAP}{_ZONE}(?:\[[A-Za-z/_+-]+\])?)?)?)?)?",
)
_COMPACT = _form(
    "[12][0-9]{7}",
    r"(?P<year>[12][0-9]{3})(?P<monthnumber>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:T?(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})(?P<zone>Z)?)?",
)
_YEAR_AND_MONTH = _form("[12][0-9]{3}/", r"(?P<year>[12][0-9]{3})/(?P<monthnumber>[01]?[0-9])(?![0-9/])")
# How forms begin, so that few lines compile or try the long patterns: "24 June", "June", "Tuesday".
_IN_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ON_DAY = "mon|tue|wed|thu|fri|sat|sun"
_DAY_OF = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_WRITTEN = (
    _form(rf"{_DAY_OF}\.?{_GAP}(?:of )?-?(?:{_IN_MONTH})|{_IN_MONTH}|{_ON_DAY}", rf"{_DATE}(?:{_JOIN}{_TIME})?"),
    _form(rf"[0-9]{{1,2}}(?:[:.][0-5]|{_GAP}[ap])", rf"{_TIME}{_GAP},?(?:{_GAP}on)?{_GAP},?{_GAP}{_DATE}"),
    _form(_IN_MONTH, rf"{_MONTH}{_GAP},?{_GAP}{_YEAR}(?![0-9])"),
    _form(
        "[12][0-9]{3}[/.-]",
        rf"(?P<year>[12][0-9]{{3}})[/.-][ ]?(?P<monthnumber>[01]?[0-9])[/.-][ ]?{_DAY}\.?(?:{_JOIN}{_TIME})?",
    ),
    _form(rf"[0-9]{{1,2}}[/.-]|{_ON_DAY}", rf"{_NUMBERS}(?:{_JOIN}{_TIME})?"),
    _form(r"[0-9]{1,2}[:.h ]", rf"{_TIME}{_JOIN}{_NUMBERS}"),
    _form(  # ctime, Java, Twitter, date(1)
        rf"{_DAY_OF}{_GAP}(?:{_IN_MONTH})|{_IN_MONTH}|{_ON_DAY}",
        rf"{_WEEKDAY}(?:{_MONTH}{_GAP}{_DAY}|{_DAY}{_GAP}{_MONTH}){_GAP},?{_GAP}{_TIME}{_GAP},?{_GAP}{_YEAR}"
        rf"(?:{_GAP}{_ZONE})?",
    ),
    _YEAR_AND_MONTH,
    _form("[0-9]{1,2}[. ]{0,2}[adfjmnos]", rf"{_DAY}\.?{_GAP}{_MONTH}{_GAP}(?P<shortyear>[0-9]{{2}})(?![0-9])"),
    _form(  # the log of a web server; RFC 850 and Oracle
        rf"{_DAY_OF}[/-](?:{_IN_MONTH})|{_ON_DAY}",
        rf"{_WEEKDAY}{_DAY}(?:/{_MONTH}/{_YEAR}|-{_MONTH}-(?P<shortyear>[0-9]{{2}})(?![0-9]))(?:{_JOIN}{_TIME})?",
    ),
)
_FORMS = (_ISO, *_WRITTEN)
# Each of these begins with a digit, or with the name of a month or of a weekday; few lines that are asked about do.
_DIGITS = frozenset("0123456789")
_FIRST_LETTERS = frozenset((*MONTHS, "mon", "tue", "wed", "thu", "fri", "sat", "sun"))
_LABEL = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|release[d]?|date)"
    r"(?:[ \t]{1,2}(?:on|at))?[ \t]{0,2}:?[ \t]{1,4})",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]|[一二三四五六七八九十]月")
_TAIL = re.compile(
    r"[\s.,)]{0,9}(?:\([^()]{0,60}\)|UTC|GMT|[A-Z]{3,4}|h|hrs?|Uhr|uur|d|[A-Z][a-z]{2,5}day)?[\s.)]{0,9}"
)
_EPOCH = re.compile(r"(?:/Date\()?([0-9]{10}(?:[0-9]{3}){0,3}(?:\.[0-9]{1,9})?)(?:[+-][0-9]{4})?(?:\)/)?")
LONGEST = 80  # characters; the longest form above, with label, weekday, seconds and zone, has 74


def parse_time(
    value: object, how: str = "given", order: DateOrder | None = None, *, placeholders: bool = False
) -> PublicationTime | None:
    """The time that a whole value gives, or None where it is none, or could be two and `order` does not say which.

    A day that stands for no date ("1970-01-01") is one only with `placeholders`.
    Takes text, `datetime.date`, `datetime.datetime` and numbers (seconds or smaller parts of one since 1970).
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, Mapping):  # as databases export dates: {"$date": ...}
        value = value.get("$date", value.get("$numberLong"))
        value = value.get("$numberLong") if isinstance(value, Mapping) else value
    if isinstance(value, datetime | date):
        return parse_time(value.isoformat(), how, placeholders=placeholders)
    if isinstance(value, int | float):
        try:
            return _from_epoch(float(value), how, placeholders)
        except OverflowError:  # a whole number of hundreds of digits
            return None
    return (
        _parse_text(value, how, order, placeholders) if isinstance(value, str) and len(value) <= 4 * LONGEST else None
    )


@functools.lru_cache(maxsize=4096)  # articles of a day, or a run of the feed, share their date
def _parse_text(value: str, how: str, order: DateOrder | None, placeholders: bool = False) -> PublicationTime | None:
    text = value.strip() if value.isascii() else in_western_digits(value).strip()
    for form in (_ISO, _COMPACT):
        found = _compiled(form.pattern).fullmatch(text) if form.opening.match(text) else None
        if found:
            return _build(found, how, order, placeholders)
    if number := _EPOCH.fullmatch(text):
        return _from_epoch(float(number[1]), how, placeholders)
    found_here = find_time(text, 0, how, order, whole=True, placeholders=placeholders)
    if found_here is not None and _TAIL.fullmatch(text, found_here[1]):
        return found_here[0]
    return None


def has_digit(text: str) -> bool:
    """Whether a text can hold a date at all: every form has a digit, or a Chinese numeral of a month."""
    return _DIGIT.search(text) is not None


def find_time(
    text: str,
    start: int = 0,
    how: str = "given",
    order: DateOrder | None = None,
    *,
    whole: bool = False,
    placeholders: bool = False,
) -> tuple[PublicationTime, int] | None:
    """The date that begins at `start` (a label such as "Updated:" may come first), and where it ends.

    Whatever is glued to its end ("July 16, 2025Clash Report") is left alone. In a text (not `whole`), a date in
    another language has a day and a year has four digits: "Mars 2020" is a rover, "12.5.20" a number.
    """
    window = text[start : start + LONGEST]
    if not window.isascii():
        window = in_western_digits(window)
    if not has_digit(window):  # as in most lines that are asked about
        return None
    label = _LABEL.match(window)
    begin = label.end() if label else 0
    found = _first_form(window, begin, how, order, whole, placeholders)
    if found is not None:
        return found[0], start + found[1]
    if not window.isascii() and (east := from_east(window, begin)) is not None:
        time = _parse_text(east[0], how, None)
        return (time, start + east[1]) if time is not None and (whole or time.precision != "month") else None
    english = in_english(window[begin:])
    if english is None:
        return None
    found = _first_form(english, len(english) - len(english.lstrip()), how, order, whole, placeholders)
    if found is None or (not whole and found[0].precision in ("month", "year")):
        return None
    rest = len(english) - len(english[found[1] :].lstrip())  # words that were left out are part of the date
    return found[0], start + begin + len(window[begin : begin + rest].rstrip())


def _first_form(
    window: str, begin: int, how: str, order: DateOrder | None, whole: bool, placeholders: bool
) -> tuple[PublicationTime, int] | None:
    if window[begin : begin + 1] not in _DIGITS and window[begin : begin + 3].lower() not in _FIRST_LETTERS:
        return None
    for form in _FORMS:
        found = _compiled(form.pattern).match(window, begin) if form.opening.match(window, begin) else None
        if found is None or (form is _ISO and found["day_1"] is None):
            continue
        if not whole and (found.groupdict().get("shortyear_1") or form is _YEAR_AND_MONTH):
            continue
        time = _build(found, how, order, placeholders)
        if time is not None:
            return time, found.end()
    return None


def _build(
    found: re.Match[str], how: str, order: DateOrder | None, placeholders: bool = False
) -> PublicationTime | None:
    """Turn the parts of a match into an interval; None where they name no day, or one that stands for no date."""
    parts: dict[str, str] = {}
    for name, part in found.groupdict().items():
        if part is not None:
            parts.setdefault(name.split("_")[0], part)
    year = _year(parts)
    if "first" in parts:
        if order == "iso":
            return None
        american = parts.get("zone", "").upper() in AMERICAN
        known = "day-first" if parts["separator"] == "." else "month-first" if american else order
        pair = _month_and_day(int(parts["first"]), int(parts["then"]), known or _by_weekday(parts, year))
        if pair is None:
            return None
        month, day = pair
    else:
        month = MONTHS[parts["month"][:3].lower()] if "month" in parts else int(parts.get("monthnumber", 0))
        day = int(parts.get("day", 0))
    if parts.get("day") in ("0", "00"):
        return None
    try:
        if not placeholders and day and month and date(year, month, day) in ZERO_DAYS:
            return None
        if "hour" in parts:
            time = _moment(datetime(year, month, day), parts, how)  # noqa: DTZ001
            return None if time is None or (is_zero(time) and not placeholders) else time
        return _calendar(
            year, month if "month" in parts or "monthnumber" in parts or "first" in parts else None, day, how
        )
    except (ValueError, OverflowError):
        return None


def _year(parts: Mapping[str, str]) -> int:
    """The year; of two digits those after 68 are of the last century, as in POSIX."""
    if "year" in parts:
        return int(parts["year"])
    return int(parts["shortyear"]) + (1900 if int(parts["shortyear"]) > 68 else 2000)


def _month_and_day(first: int, then: int, order: str | None) -> tuple[int, int] | None:
    """Month and day, where only one order is possible, both mean the same day, or the order is known."""
    if first == then or then > 12 >= first or (order == "month-first" and first <= 12):
        return first, then
    if first > 12 >= then or (order == "day-first" and then <= 12):
        return then, first
    return None


def _by_weekday(parts: Mapping[str, str], year: int) -> DateOrder | None:
    """The order in which the day of the week that is written with a date is right; None where both or neither is."""
    if "weekday" not in parts:
        return None
    first, then = int(parts["first"]), int(parts["then"])
    named = parts["weekday"][:3].lower()
    right: list[DateOrder] = []
    orders: tuple[tuple[DateOrder, int, int], ...] = (("day-first", then, first), ("month-first", first, then))
    for order, month, day in orders:
        try:
            if _DAYS[date(year, month, day).weekday()] == named:
                right.append(order)
        except ValueError:
            continue
    return right[0] if len(right) == 1 else None


def _calendar(year: int, month: int | None, day: int, how: str) -> PublicationTime | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:  # "0001-01-01" is what some databases write for no date
        return None
    if month is None:
        first, last, written = date(year, 1, 1), date(year, 12, 31), f"{year}"
    elif not day:
        first = date(year, month, 1)
        last, written = date(year, month, calendar.monthrange(year, month)[1]), f"{year}-{month:02}"
    else:
        first = last = date(year, month, day)
        written = first.isoformat()
    precision: Precision = "year" if month is None else "day" if day else "month"
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp()
    end = datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp() + 86399
    return PublicationTime(written, precision, begin, end, how)


def _moment(day: datetime, parts: dict[str, str], how: str) -> PublicationTime | None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    hour, minute, second = int(parts["hour"]), int(parts.get("minute", 0)), min(59, int(parts.get("second", 0)))
    half = (parts.get("half") or parts.get("half2") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    moment = day.replace(hour=hour, minute=minute, second=second)
    low, high = offsets(parts.get("zone"), moment)
    shown = moment.isoformat(timespec="seconds" if "second" in parts else "minutes")
    if "zone" in parts and low == high:
        zone = timezone(timedelta(hours=low))
        shown = moment.replace(tzinfo=zone).isoformat(timespec="seconds" if "second" in parts else "minutes")
    seconds = moment.replace(tzinfo=UTC).timestamp()
    width = 0 if "second" in parts else 59
    return PublicationTime(
        shown, "second" if "second" in parts else "minute", seconds - high * 3600, seconds - low * 3600 + width, how
    )


def _from_epoch(seconds: float, how: str, placeholders: bool = False) -> PublicationTime | None:
    """Seconds or smaller parts of one since 1970; small numbers are years or row numbers, not times."""
    for size in (1e18, 1e15, 1e12):  # billionths, millionths, thousandths of a second; 1e11 thousandths are in 1973
        if size / 10 <= seconds < size * 10:
            seconds /= size / 1e9
    if not 1e8 <= seconds < 1e11:
        return _calendar(int(seconds), None, 0, how) if 1400 <= seconds < 2200 and seconds == int(seconds) else None
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    if moment.year > LAST_YEAR:
        return None
    time = PublicationTime(moment.isoformat(), "second", float(int(seconds)), float(int(seconds)), how)
    return None if is_zero(time) and not placeholders else time
