"""How much later one date is than another, in units that both dates have: a day is never so many seconds after a day.

Between two moments: minutes, hours, days. Beside a day: whole days of the calendar. Beside a month or year: those.
Nothing here decides whether an order is sure.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime

from provenance.model import PublicationTime
from provenance.model.appearance import DAY, EAST, HOUR, WEST, appearance

MINUTE = 60.0


def later_words(one: PublicationTime, other: PublicationTime) -> str:
    """ "4 hours later", "2 days later", "the same day", "a month later": the second date beside the first, which it
    follows."""
    units = {time.precision for time in (one, other)}
    if "year" in units:
        return _counted(_begin(other).year - _begin(one).year, "year")
    if "month" in units:
        first, then = _begin(one), _begin(other)
        return _counted(12 * (then.year - first.year) + then.month - first.month, "month")
    ours, theirs = appearance(one), appearance(other)
    if ours is None or theirs is None:
        return "later"
    if "day" in units or any(DAY - 1 <= each.latest - each.earliest < math.inf for each in (ours, theirs)):
        return _counted((_begin(other).date() - _begin(one).date()).days, "day")
    if ours.zoned != theirs.zoned:  # the clock of one is not known
        return _at_least(theirs.earliest - ours.latest - (EAST if ours.zoned else WEST))
    return _exactly(theirs.earliest - one.earliest if math.isfinite(theirs.earliest) else other.latest - one.latest)


def _begin(time: PublicationTime) -> datetime:
    """The day or moment as it was written, in its own time zone where that is known."""
    try:
        return datetime.fromisoformat(time.written).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(time.earliest, UTC)


def _counted(number: int, unit: str) -> str:
    if number <= 0:
        return f"the same {unit}"
    return f"{'a' if number == 1 else number} {unit}{'' if number == 1 else 's'} later"


def _at_least(seconds: float) -> str:
    for size, unit in ((DAY, "day"), (HOUR, "hour")):
        if seconds >= size:
            number = math.floor(seconds / size)
            return f"at least {number} {unit}{'' if number == 1 else 's'} later"
    return "later"


def _exactly(seconds: float) -> str:
    if seconds < 1.5 * MINUTE:
        return "less than a minute later" if seconds < MINUTE else "a minute later"
    for size, unit in ((DAY, "day"), (HOUR, "hour")):
        if seconds >= 2 * size:
            return f"{round(seconds / size)} {unit}s later"
    return f"{round(seconds / MINUTE)} minutes later"
