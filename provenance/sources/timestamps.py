"""Dates and times as newspapers, machines and mail write them, each with the interval that it allows.

A date becomes an interval: a bare day is any moment of that day in UTC, "6:35 PM ET" in March allows both summer and
standard time, a time without a zone is taken as UTC. What could be two different days ("03/04/2018") is no date
here. Nothing is ever filled in from the clock of this machine.
"""

from __future__ import annotations

import calendar
import functools
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from provenance.model import Precision, PublicationTime

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}
# Hours east of Greenwich. A pair is for a name with two offsets; "ET" and similar names depend on the season.
ZONES: dict[str, tuple[float, float]] = {
    name: (low, high)
    for low, high, names in (
        (0, 0, "Z UTC GMT WET"),
        (1, 1, "BST CET WEST"),
        (2, 2, "CEST EET SAST"),
        (3, 3, "EEST MSK EAT"),
        (8, 8, "HKT SGT AWST"),
        (9, 9, "JST KST"),
        (10, 10, "AEST"),
        (11, 11, "AEDT"),
        (1, 5.5, "IST"),
        (-3, -3, "BRT"),
        (-4, -4, "EDT AST"),
        (-5, -5, "EST CDT"),
        (-6, -6, "CST MDT"),
        (-7, -7, "MST PDT"),
        (-8, -8, "PST AKDT"),
        (-10, -10, "HST"),
        (-5, -4, "ET"),
        (-6, -5, "CT"),
        (-7, -6, "MT"),
        (-8, -7, "PT"),
    )
    for name in names.split()
}
SEASONAL = {"ET", "CT", "MT", "PT"}
AMERICAN = SEASONAL | {"EDT", "EST", "CDT", "CST", "MDT", "MST", "PDT", "PST", "AKDT", "HST"}

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_GAP = r"[ \t\u00a0\u202f]{0,4}"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])"
_YEAR = r"(?P<year>1[4-9][0-9]{2}|20[0-9]{2})"
_ZONE = (
    r"(?P<zone>[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]|(?:GMT|UTC)[+-][0-9]{1,2}|"
    + "|".join(sorted(ZONES, key=lambda name: (-len(name), name)))
    + ")"
)
_TIME = (
    r"(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-6][0-9])(?:\.[0-9]{1,9})?)?"
    rf"(?:{_GAP}(?P<half>[ap])\.?m\.?)?|{_GAP}(?P<half2>[ap])\.?m\.?)(?:{_GAP}\(?{_ZONE}\)?)?"
)
_WEEKDAY = rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?{_GAP},?{_GAP})?"
_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH}{_GAP}{_DAY}{_GAP},?{_GAP}{_YEAR}"
    rf"|{_DAY}{_GAP}(?:of )?-?{_MONTH}-?{_GAP},?{_GAP}{_YEAR})"
).replace("(?P<", "(?P<{0}")
_JOIN = rf"{_GAP}(?:[,|/·•]|at|-|–)?{_GAP}"


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
    r"(?:[T_ ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    rf"(?:{_GAP}{_ZONE}(?:\[[A-Za-z/_+-]+\])?)?)?)?)?",
)
_COMPACT = _form(
    "[12][0-9]{7}",
    r"(?P<year>[12][0-9]{3})(?P<monthnumber>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:T?(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})(?P<zone>Z)?)?",
)
_WRITTEN = (
    _form("[0-9]|[adfjmnostw][a-z]{2}", rf"{_DATE}(?:{_JOIN}{_TIME})?"),
    _form(rf"[0-9]{{1,2}}(?:[:.][0-5]|{_GAP}[ap])", rf"{_TIME}{_GAP},?(?:{_GAP}on)?{_GAP},?{_GAP}{_DATE}"),
    _form("[adfjmnos][a-z]{2}", rf"{_MONTH}{_GAP},?{_GAP}{_YEAR}(?![0-9])"),
    _form(
        "[12][0-9]{3}[/.]",
        rf"(?P<year>[12][0-9]{{3}})[/.](?P<monthnumber>[01]?[0-9])[/.]{_DAY}(?:{_JOIN}{_TIME})?",
    ),
    _form(
        "[0-9]{1,2}[/.-]",
        rf"(?P<first>[0-3]?[0-9])[/.-](?P<then>[0-3]?[0-9])[/.-]{_YEAR}(?:{_JOIN}{_TIME})?",
    ),
)
_LABEL = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|release[d]?|date)"
    r"(?:[ \t]{1,2}(?:on|at))?[ \t]{0,2}:?[ \t]{1,4})",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
LONGEST = 80  # characters; the longest form above, with label, weekday, seconds and zone, has 74


def parse_time(value: object, how: str = "given") -> PublicationTime | None:
    """The time that a whole value gives, or None where it is none.

    Takes text, `datetime.date`, `datetime.datetime` and numbers (seconds or milliseconds since 1970).
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return parse_time(value.isoformat(), how)
    if isinstance(value, date):
        return parse_time(value.isoformat(), how)
    if isinstance(value, int | float):
        return _from_epoch(float(value), how)
    return _parse_text(value, how) if isinstance(value, str) and len(value) <= 4 * LONGEST else None


@functools.lru_cache(maxsize=4096)  # articles of a day, or a run of the feed, share their date
def _parse_text(value: str, how: str) -> PublicationTime | None:
    text = value.strip()
    for form in (_ISO, _COMPACT):
        found = _compiled(form.pattern).fullmatch(text) if form.opening.match(text) else None
        if found:
            return _build(found, how)
    if re.fullmatch(r"[0-9]{10}(?:[0-9]{3})?(?:\.[0-9]{1,6})?", text):
        return _from_epoch(float(text), how)
    found_here = find_time(text, 0, how)
    if found_here is not None and not text[found_here[1] :].strip(" .\t\u00a0"):
        return found_here[0]
    return None


def has_digit(text: str) -> bool:
    """Whether a text can hold a date at all: every form has a digit."""
    return _DIGIT.search(text) is not None


def find_time(text: str, start: int = 0, how: str = "given") -> tuple[PublicationTime, int] | None:
    """The date that begins at `start` (a label such as "Updated:" may come first), and where it ends.

    Whatever is glued to its end ("July 16, 2025Clash Report") is left alone.
    """
    window = text[start : start + LONGEST]
    if not has_digit(window):  # as in most lines that are asked about
        return None
    label = _LABEL.match(window)
    begin = label.end() if label else 0
    for form in (_ISO, *_WRITTEN):
        found = _compiled(form.pattern).match(window, begin) if form.opening.match(window, begin) else None
        if found is None or (form is _ISO and found["day_1"] is None):
            continue
        time = _build(found, how)
        if time is not None:
            return time, start + found.end()
    return None


def _build(found: re.Match[str], how: str) -> PublicationTime | None:
    """Turn the parts of a match into an interval; None where they name no day of the calendar."""
    parts: dict[str, str] = {}
    for name, part in found.groupdict().items():
        if part is not None:
            parts.setdefault(name.split("_")[0], part)
    year = int(parts["year"])
    if "first" in parts:
        american = parts.get("zone", "").upper() in AMERICAN
        order = _month_and_day(int(parts["first"]), int(parts["then"]), american)
        if order is None:
            return None
        month, day = order
    else:
        month = MONTHS[parts["month"][:3].lower()] if "month" in parts else int(parts.get("monthnumber", 0))
        day = int(parts.get("day", 0))
    try:
        if "hour" in parts:
            return _moment(datetime(year, month, day), parts, how)  # noqa: DTZ001
        return _calendar(
            year, month if "month" in parts or "monthnumber" in parts or "first" in parts else None, day, how
        )
    except (ValueError, OverflowError):
        return None


def _month_and_day(first: int, then: int, american: bool) -> tuple[int, int] | None:
    """Month and day, where only one order is possible, both mean the same day, or the zone is American."""
    if first == then or then > 12 >= first or (american and first <= 12):
        return first, then
    if first > 12 >= then:
        return then, first
    return None


def _calendar(year: int, month: int | None, day: int, how: str) -> PublicationTime | None:
    if year < 1400:  # "0001-01-01" is what some databases write for no date
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
    if day.year < 1400:
        return None
    hour, minute, second = int(parts["hour"]), int(parts.get("minute", 0)), min(59, int(parts.get("second", 0)))
    half = (parts.get("half") or parts.get("half2") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    moment = day.replace(hour=hour, minute=minute, second=second)
    low, high = _offsets(parts.get("zone"), moment)
    shown = moment.isoformat(timespec="seconds" if "second" in parts else "minutes")
    if "zone" in parts and low == high:
        zone = timezone(timedelta(hours=low))
        shown = moment.replace(tzinfo=zone).isoformat(timespec="seconds" if "second" in parts else "minutes")
    seconds = moment.replace(tzinfo=UTC).timestamp()
    width = 0 if "second" in parts else 59
    return PublicationTime(
        shown, "second" if "second" in parts else "minute", seconds - high * 3600, seconds - low * 3600 + width, how
    )


def _offsets(zone: str | None, moment: datetime) -> tuple[float, float]:
    """The least and the greatest distance from Greenwich, in hours, that a zone name allows."""
    if zone is None:
        return 0.0, 0.0
    name = zone.upper()
    if name in ZONES:
        low, high = ZONES[name]
        if name in SEASONAL:  # clocks change in March or April and in October or November
            low, high = (
                (high, high) if 5 <= moment.month <= 9 else (low, low) if moment.month in (12, 1, 2) else (low, high)
            )
        return low, high
    signed = name.removeprefix("GMT").removeprefix("UTC").replace(":", "")
    sign = -1 if signed[0] == "-" else 1
    digits = signed[1:]
    hours = sign * (int(digits) if len(digits) <= 2 else int(digits[:-2]) + int(digits[-2:]) / 60)
    return hours, hours


def _from_epoch(seconds: float, how: str) -> PublicationTime | None:
    """Seconds or milliseconds since 1970; small numbers are years or row numbers, not times."""
    if 1e11 <= abs(seconds) < 1e13:
        seconds /= 1000
    if not 1e8 <= seconds < 1e11:
        return _calendar(int(seconds), None, 0, how) if 1400 <= seconds < 2200 and seconds == int(seconds) else None
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return PublicationTime(moment.isoformat(), "second", float(int(seconds)), float(int(seconds)), how)
