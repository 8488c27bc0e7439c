"""Dates as news databases write them: the day of the week anywhere, an edition behind, in the article's language.

Nothing here decides which line is a date's.
"""

from __future__ import annotations

import re

from provenance.model import PublicationTime
from provenance.sources.times.date_words import WEEKDAYS
from provenance.sources.times.timestamps import find_time, has_digit

LONGEST = 200  # characters of a line with a date and an edition
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi jeudi lunes jueves"
    " mon tue tues wed thu thur thurs fri sat sun"
)
_NAMES = frozenset((*_DAYS.split(), *(day for day in WEEKDAYS if len(day) > 5)))
_WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
_GLUED = re.compile(r"(?<=[0-9]\.)(?=[^\W\d_])")  # "10.Dezember"
_UTC_BEFORE = re.compile(r"\b(?:UTC|GMT)[ ](?=[+-][0-9]{2}:)")  # "12:35 UTC +01:00"


def dated_line(line: str, how: str = "given") -> tuple[PublicationTime, str] | None:
    """The day or moment with which a line begins, and what comes after it (an edition); None where it begins
    otherwise."""
    text = " ".join(line.split())
    if not text or len(text) > LONGEST or not has_digit(text):
        return None
    text = _UTC_BEFORE.sub("", _GLUED.sub(" ", text))
    plain = _without_weekdays(text)
    found = find_time(plain, 0, how, whole=True)
    if found is None or found[0].precision == "year":
        return None
    rest = plain[found[1] :].strip(" ,;.-–")
    if found[0].precision == "month" and rest[:1].isdigit():
        return None
    return found[0], rest


def date_in(line: str, how: str = "given") -> tuple[PublicationTime, str] | None:
    """The first day or moment anywhere in a line, and what comes before it: "World, Friday, November 13, 2015"."""
    text = _UTC_BEFORE.sub("", _GLUED.sub(" ", " ".join(line.split()))[:LONGEST])
    plain = _without_weekdays(text)
    for word in re.finditer(r"(?<!\w)\w", plain):
        found = find_time(plain, word.start(), how)
        if found is not None and found[0].precision in ("day", "minute", "second"):
            return found[0], plain[: word.start()].strip(" ,;-–")
    return None


def _without_weekdays(text: str) -> str:
    """The text without days of the week, which stand before or behind the date."""

    def spaced(found: re.Match[str]) -> str:
        word = found.group().lower()
        return "" if word in _NAMES else found.group()

    plain = " ".join(_WORD.sub(spaced, text).split())
    return re.sub(r"^[ ,.]{1,4}|(?<= ),[ ]?", "", plain)
