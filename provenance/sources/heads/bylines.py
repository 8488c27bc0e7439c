"""Recognises bylines, and news agencies by their marks.

The marks occur in datelines, bylines and sign-offs. Outlets that mark their own copy in the dateline ("(CNN) -") are
listed too, because a copy of it credits them. Bylines are "By Jane Doe", "JANE DOE, Associated Press Writer", and
lines that only name an agency. Where in a text they are looked for is decided in `text_clues`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from provenance.model.agencies import AGENCY_BY_MARK, OUTLETS, calls_itself_agency
from provenance.model.nobody import is_nobody
from provenance.sources.heads.foreign_bylines import names_in_byline

# Marks of two capitals are also initials, states and words; they count only in a dateline or byline.
LONG_AGENCY_MARKS = tuple(sorted((m for m in AGENCY_BY_MARK if len(m) > 4), key=lambda mark: (-len(mark), mark)))
_MARK_WORD = re.compile(r"[^\W_]+")
_FIRST_WORDS = frozenset(_MARK_WORD.findall(mark)[0] for mark in AGENCY_BY_MARK)

LONGEST = 150  # characters; the longest byline of the events articles has 93
_PARTICLES = "de|del|della|di|da|la|le|van|von|der|den|bin|ibn|al|el|dos|do|y|e"
_NAME_WORD = rf"(?:[^\W\d_a-zß-ÿ][\w.'’-]{{0,24}}|{_PARTICLES})"
_NAME = rf"{_NAME_WORD}(?:[ \u00a0]{_NAME_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:, and |, | and | & | with |; ){_NAME}){{0,5}}"
_BY = re.compile(
    rf"(?:(?:Written|Reported|Reporting|Story|Posted|Words)[ ])?(?:By|BY|by)[: ][ \t\u00a0]{{0,80}}"
    rf"(?P<names>{_NAMES})"
    r"(?P<rest>$|\.$|[ \t\u00a0]{0,3}[,|/•·(@–—-].*$| (?:for|in|of|at) .*$)"
)
_ROLE = (
    r"(?:[ ](?:Staff|Senior|Chief|White House|Political|Business|Science|Sports|Medical|National|Writers?"
    r"|Correspondent|Reporter|Editor|Columnist|Bureau)){0,4}"
)
_AGENCY_MARKS = "|".join(re.escape(mark) for mark in sorted(AGENCY_BY_MARK, key=lambda mark: (-len(mark), mark)))
_WITH_AGENCY = rf"(?P<names>{_NAMES}?)(?:,| -| –| —|/)[ ]{{0,2}}(?P<agency>{_AGENCY_MARKS}){_ROLE}\.?$"
_AGENCY_LINE = (
    r"(?P<lead>/?[ ]?(?:[Ff]rom|FROM|[Bb]y|BY|[Ss]ource:|[-–—/]))?[ ]{0,2}"
    rf"\(?(?P<agency>{_AGENCY_MARKS})\)?{_ROLE}[ ]?[-–—]?\.?$"
)
_ROLE_LINE = re.compile(
    r"(?:[A-Z][\w’'-]{1,20} ){0,4}"
    r"(?:Staff Writer|Staff Reporter|Correspondent|Contributor|Columnist|STAFF WRITER)s?\.?$"
)
# "Senior Reporter", "Health editor, The Coast Post": a line below a name.
_JOB_LINE = re.compile(
    r"(?=[A-Z])(?:[^\W\d_][\w’'&/-]{1,20} ){0,4}"
    r"(?i:reporter|editor|writer|correspondent|columnist|contributor|producer|journalist|photographer)s?"
    r"(?:(?:, | at | for | of )[A-Z][\w .'’&-]{0,50})?\.?$"
)
_NAMES_ALONE = re.compile(_NAMES)
_JOB = re.compile(
    r"\b(?:Reporter|Editor|Writer|Correspondent|Columnist|Contributor|Producer|Staff|Professor|Director|Wife|Husband"
    r"|Chief|President|Special|News|Times|Post|Press|Journal|Tribune|Herald|Magazine)\b",
    re.IGNORECASE,
)
_NO_NAME_TEXT = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
 september october november december the this that these those his her their its our my your
"""
_NO_NAME = frozenset(_NO_NAME_TEXT.split())
_SPECIAL = re.compile(r"Special (?:to|for) (?:[Tt]he )?[A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,5}\.?")
_SLASH = re.compile(rf"(?P<names>{_NAME}) ?/ ?(?P<agency>[^\W\d_][\w.'’ -]{{1,59}})")
# "By Jane Doe in Norrvik and Per Aas in Osterby": the places are no part of the names.
_PLACES = re.compile(r" in [A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,2}(?= and [A-Z]|, [A-Z]|$)")
_GLUED = re.compile(r"By ((?:[A-Z][A-Z.'’-]*(?![a-z]))(?: (?:[A-Z][A-Z.'’-]*(?![a-z]))){1,3})")


def agency_named(mark: str) -> str | None:
    """The agency of a mark or name; a name that calls itself a news agency is its own."""
    mark = mark.strip().strip(".,;:()/").strip()
    if mark in AGENCY_BY_MARK:
        return AGENCY_BY_MARK[mark]
    return mark.removeprefix("The ") if mark[:1].isupper() and calls_itself_agency(mark) else None


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a line says wrote the article."""

    author: str | None = None
    agency: str | None = None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled at its first use: those with all agencies take 1 to 6 ms, and few articles need them."""
    return re.compile(pattern)


_marked: dict[str, re.Pattern[str]] = {}  # the patterns that a line with an agency's mark has asked for


def _with_mark(pattern: str, line: str) -> re.Match[str] | None:
    """Match a whole line with a pattern that no line without an agency's mark can match."""
    ready = _marked.get(pattern)
    if ready is None:
        if _FIRST_WORDS.isdisjoint(_MARK_WORD.findall(line)):
            return None
        ready = _marked[pattern] = compiled(pattern)
    return ready.fullmatch(line)


def read_byline(line: str) -> Byline | None:
    """What a whole line says as a byline, or None where it is none."""
    if len(line) > LONGEST:
        return None
    found = _with_mark(_AGENCY_LINE, line)
    if found:
        agency = agency_named(found["agency"])
        return Byline() if agency in OUTLETS and not found["lead"] else Byline(None, agency)  # its masthead
    if line.startswith("Special ") and _SPECIAL.fullmatch(line):
        return Byline()
    found = _SLASH.fullmatch(line) if "/" in line else None
    if found and agency_named(found["agency"]) and _plausible(found["names"], ""):
        return Byline(_people(_clean(found["names"]))[0], agency_named(found["agency"]))
    line = _PLACES.sub("", line) if line[:3].lower() == "by " and " in " in line else line
    found = _BY.match(line)
    if found and _plausible(found["names"], found["rest"]):
        agency = _agency_in(found["rest"])
        people, agency_among = _people(_clean(found["names"]))
        return Byline(people, agency or agency_among)
    names = names_in_byline(line)
    if names is not None and _plausible(names, ""):
        people, agency_among = _people(_clean(names))
        return Byline(people, agency_among)
    found = _with_mark(_WITH_AGENCY, line)
    if found and _plausible(found["names"], "") and len(found["names"].split()) > 1:
        return Byline(_people(_clean(found["names"]))[0], agency_named(found["agency"]))
    return Byline() if _ROLE_LINE.fullmatch(line) else None


def byline_above(line: str, before: str) -> Byline | None:
    """Who wrote the article where a name has a line of its own and `line`, below it, is only a job; else None."""
    if len(line) > LONGEST or len(before) > LONGEST or len(before.split()) < 2 or not _JOB_LINE.match(line):
        return None
    if not _NAMES_ALONE.fullmatch(before) or _JOB.search(before) or not _plausible(before, ""):
        return None
    author, agency = _people(_clean(before))
    return Byline(author, agency) if author else None


def glued_author(prefix: str) -> tuple[str, int] | None:
    """An author in capitals after "By" in a run-together head ("AffairsBy MARK NIESSEAssociated"), and its place."""
    found = _GLUED.search(prefix)
    return (_clean(found[1]), found.start()) if found else None


def _plausible(names: str, rest: str) -> bool:
    """Whether these are names and not the beginning of a sentence: no weekday first, a short rest without a full
    stop."""
    first = names.split(maxsplit=1)[0].strip(".,").lower()
    if first in _NO_NAME or len(rest.split()) > 14:
        return False
    return not re.search(r"[a-z]{3}[.!?]\s+[A-Z]", rest) and not re.search(r"[a-z]{3,}\.$", rest)


def _people(names: str) -> tuple[str | None, str | None]:
    """The people among the names, and an agency among them; jobs ("Staff Writer", "Gazette Reporter") are neither.

    A single word that is no agency's mark is a person of one name ("By Suhasini"), unless it names nobody ("By
    Admin") or the others have two names ("By Ukraina and Jane Doe").
    """
    whole = agency_named(names)
    if whole:
        return None, whole
    kept: list[str] = []
    single: list[str] = []
    agency: str | None = None
    for part in re.split(r"(?:, and |, | and | & | with |; )", names):
        of_agency = agency_named(part) or _leading(part)
        if of_agency or _JOB.search(part) or is_nobody(part):
            agency = agency or of_agency
        elif len(part.split()) > 1:
            kept.append(part)
        else:
            single.append(part)
    if single and kept:
        agency = agency or next((part for part in single if len(part) > 3), None)
    elif single and not agency:
        kept = single
    return (" and ".join(kept) if len(kept) < 3 else ", ".join(kept[:-1]) + " and " + kept[-1]) or None, agency


def _agency_in(rest: str) -> str | None:
    rest = rest.strip(" ,|/•·()–—-.")
    for part in re.split(r"[,|/•·()–—-]| for | of ", rest):
        agency = agency_named(part) or _leading(part.strip())
        if agency:
            return agency
    return None


def _leading(part: str) -> str | None:
    """The agency that a job title begins with ("Associated Press Writer", "CNN Supreme Court Reporter")."""
    words = part.split()
    for count in (3, 2, 1):
        if len(words) > count and " ".join(words[:count]) in AGENCY_BY_MARK:
            return AGENCY_BY_MARK[" ".join(words[:count])]
    return None


def _clean(names: str) -> str:
    return " ".join(names.split()).strip(" ,.;") or names
