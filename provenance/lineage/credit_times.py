"""Whether a credit speaks of something earlier than the article that it might credit: "told the Post last week".

What an outlet was told or reported before an article of it appeared is not in that article: to say so is no credit of
it. Only a time of the telling or of the report counts ("Last week, he said in an interview with the Post", "the Post
reported in May"), none of what is told ("told the Post that he had resigned last week"). Times are read in English
only.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta

from provenance.lineage.credit_grammar import Manner
from provenance.model import Article, Span
from provenance.model.appearance import DAY, known_by

BEFORE, AFTER = 200, 80  # characters around a name that are looked at
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_MONTH = "|".join((*_MONTHS, r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\."))
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10, "several": 2, "some": 2, "many": 2}
# Days that so many days, weeks ... ago are at least: "two weeks ago" may be eleven days, "a year ago" ten months.
_AGO = {"day": (1, 0), "week": (7, 3), "month": (30, 15), "year": (365, 60)}
_TIME = (
    r"(?:(?:on|in|late|early|as|back|since|from) ){0,2}"
    r"(?:(?P<last>last|the previous|the prior) (?P<unit>week|month|year)"
    rf"|(?:last )?(?P<day>{'|'.join(_DAYS)})(?: (?:morning|afternoon|evening|night))?"
    rf"|(?:(?<=in )|(?<=since )|(?<=from )|last )(?P<month>{_MONTH})(?:,? (?P<of>(?:19|20)\d\d))?"
    rf"|(?P<named>{_MONTH}) (?P<date>\d{{1,2}})(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?"
    r"|(?P<only>(?:19|20)\d\d)|(?P<yesterday>yesterday)"
    r"|(?:(?P<count>\w{1,8}) )?(?P<units>day|week|month|year)s? (?:ago|earlier|before))(?!\w)"
)
# Right behind the name: "the Post last week", "the Post in an interview published Sunday", "the Post last year".
_BEHIND = re.compile(
    r"['’]?s?,?(?: (?:in|for) (?:an?|his|her|their)(?: \w{1,15}){0,2} (?:interview|story|article|report))?"
    r"(?: (?:reported|wrote|revealed|disclosed|said|report|story|article|interview|piece|investigation))?"
    rf",?(?: (?:that was |that had )?(?:first )?(?:published|broadcast|aired|printed|posted|conducted))? {_TIME}",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"{_TIME},? ", re.IGNORECASE)  # at the beginning of the sentence
# Right before the words that credit: "reported last week by the Post", "said in May in an interview with the Post".
_CLOSE = re.compile(
    rf"\b(?:reported|published|revealed|disclosed|broadcast|stor(?:y|ies)|reports?|articles?|interviews?|investigation"
    rf"|said|asserted|responded|replied) {_TIME},?(?: (?:by|in|on|with|to|from|telling)| in an? (?:[\w-]{{1,15}} )?"
    rf"(?:interview|conversation|report|article|story)(?: with| in| by| to)?)?(?: (?:the|a|an|its))? ?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?][\"”’')]{0,2} ")
# What begins the rest of the sentence where the leading time is that of a report: the outlet itself.
_NOTHING_BUT_IT = re.compile(r"(?:the |a |an )?$", re.IGNORECASE)


def speaks_of_earlier(article: Article, place: Span, manner: Manner, source: Article) -> bool:
    """Whether the credit at `place` says that the outlet was told or reported it before `source` appeared."""
    now, then = known_by(article), known_by(source)
    if now is None or then is None or article.language not in (None, "en"):
        return False
    found = _stated(article, place, manner)
    if found is None:
        return False
    last = _last_day(found, datetime.fromtimestamp(now.latest, UTC).date())
    if last is None:
        return False
    end = datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp() + DAY
    return end <= then.widened().earliest


def _stated(article: Article, place: Span, manner: Manner) -> re.Match[str] | None:
    """The time that is given to the telling or the report."""
    text, body = article.text, article.body
    behind = text[place.end : min(body.end, place.end + AFTER)].partition("\n")[0]
    found = _BEHIND.match(behind)
    if found is not None:
        return found
    before = text[max(body.start, place.start - BEFORE) : place.start].rpartition("\n")[2]
    found = _CLOSE.search(before[-110:])
    if found is not None:
        return found
    begin = max((each.end() for each in _ENDS.finditer(before)), default=0)
    if not begin and place.start - len(before) > body.start and text[place.start - len(before) - 1] != "\n":
        return None  # the sentence begins further ahead
    found = _LEADING.match(before, begin)
    if found is None or (manner == "report" and not _NOTHING_BUT_IT.match(before, found.end())):
        return None
    return found


def _last_day(stated: re.Match[str], today: date) -> date | None:
    """The last day that a time may mean in an article of a day; None where it may mean that day or is none."""
    try:
        if stated["last"]:
            first = {
                "week": today - timedelta(days=today.weekday()),
                "month": today.replace(day=1),
                "year": today.replace(month=1, day=1),
            }[stated["unit"].lower()]
            return first - timedelta(days=1)
        if stated["day"]:
            return today - timedelta(days=(today.weekday() - _DAYS.index(stated["day"].lower())) % 7)
        if stated["month"] or stated["named"]:
            return _in_month(stated, today)
        if stated["only"]:
            return min(today, date(int(stated["only"]), 12, 31))
        if stated["yesterday"]:
            return today - timedelta(days=1)
        number = _number(stated["count"])
        if number is None:
            return None
        days, slack = _AGO[stated["units"].lower()]
        return today - timedelta(days=number * days - slack)
    except (ValueError, OverflowError):
        return None


def _in_month(stated: re.Match[str], today: date) -> date:
    name = (stated["month"] or stated["named"]).lower()[:3]
    month = next(number for number, each in enumerate(_MONTHS, 1) if each.startswith(name))
    written = stated["of"] or stated["year"]
    year = int(written) if written else today.year - (month > today.month)
    day = int(stated["date"] or calendar.monthrange(year, month)[1])
    return min(today, date(year, month, day))


def _number(word: str | None) -> int | None:
    """How many "two" and "12" are; "weeks ago" without a number are two; None for another word."""
    if word is None:
        return 2
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else _NUMBERS.get(word.lower())
