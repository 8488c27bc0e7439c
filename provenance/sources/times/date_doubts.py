"""Why a value is no date: the zero of a clock, two possible days, or nothing of the kind; and the order that dates of
a file show.

Nothing here chooses between two days: that takes another date of the same file, or a person.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime, timedelta

from provenance.model import PublicationTime
from provenance.sources.times.timestamps import LONGEST, DateOrder, parse_time

_ZERO = re.compile(
    r"(?:0000|0001|1900)[-/.](?:00|01|1|0)[-/.](?:00|01|1|0)(?![0-9]).{0,30}|0{1,20}(?:\.0{1,6})?|-1|9999[-/].{0,30}"
)
# A clock that shows a time before this program was made is wrong, and must not make every date one of the future.
MADE = datetime(2026, 11, 30, tzinfo=UTC).timestamp()
AHEAD = 2 * 86400.0  # seconds: the clocks of the world differ by 26 hours, and tomorrow's paper has tomorrow's date
_NEGATIVE = re.compile(r"-[0-9]{9,18}")
# Days since the end of 1899, from 1954 on; with the time of day behind the point.
_DAY_NUMBER = re.compile(r"[2-6][0-9]{4}(?:\.[0-9]{1,12})?")
_IN_NUMBERS = re.compile(r"(?<![0-9/.-])([0-9]{1,2})[/-]([0-9]{1,2})[/-](?:[0-9]{4}|[0-9]{2})(?![0-9])")
# What programs write where they have no date: nothing was given, so there is nothing to tell.
MISSING = frozenset(
    ("", "-", "--", "?", "n/a", "na", "nan", "nat", "nil", "none", "null", "undated", "unknown", "\\n")
)


def is_missing(value: object) -> bool:
    """Whether a value says that there is none."""
    return value is None or value != value or (isinstance(value, str) and value.strip().lower() in MISSING)  # noqa: PLR0124


def shown_order(value: object) -> DateOrder | None:
    """The order that a date in numbers shows by itself: day first for "13/01/2025"."""
    found = _IN_NUMBERS.search(value) if isinstance(value, str) and len(value) <= LONGEST else None
    if found is None:
        return None
    first, then = int(found[1]), int(found[2])
    if 12 < first <= 31 and 1 <= then <= 12:
        return "day-first"
    return "month-first" if 12 < then <= 31 and 1 <= first <= 12 else None


def doubt(value: object) -> tuple[str, str]:
    """What is wrong with a value that `parse_time` takes for no date: a kind of note, and words for people."""
    if is_placeholder(value):
        return "date-placeholder", "stands for no date: it is the zero of a clock or the end of a calendar"
    if isinstance(value, str) and (found := parse_time(value)) is not None and is_future(found):
        return "date-future", "is in the future: no text can have appeared then"
    if isinstance(value, str) and _DAY_NUMBER.fullmatch(value.strip()):
        day = (datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=int(float(value)))).date()
        return "date-number", f"looks like the number of a day in a spreadsheet; write it as {day}, if it is that"
    if isinstance(value, str) and parse_time(value, "", "day-first") is not None:
        return "date-ambiguous", "could be two different days: add --dates day-first or --dates month-first"
    return "date-none", "is no date; write it as 2025-07-16"


def is_future(moment: PublicationTime, now: float | None = None) -> bool:
    """Whether a time is later than AHEAD from now (seconds since 1970; the clock's, where none is given)."""
    clock = max(time.time(), MADE) if now is None else now
    return moment.earliest > clock + AHEAD


def is_placeholder(value: object) -> bool:
    """Whether a value is the zero of a clock, database or spreadsheet, or the end of its calendar."""
    if isinstance(value, bool) or value is None:
        return False
    text = str(value.isoformat() if isinstance(value, datetime | date) else value).strip()
    if len(text) > LONGEST:
        return False
    if _ZERO.fullmatch(text) or _NEGATIVE.fullmatch(text):
        return True
    return parse_time(text) is None and parse_time(text, placeholders=True) is not None
