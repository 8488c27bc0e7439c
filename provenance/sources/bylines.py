"""Bylines: "By Jane Doe", "JANE DOE, Associated Press Writer", and lines that only name an agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.sources import agencies

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
_AGENCIES = "|".join(re.escape(mark) for mark in sorted(agencies.BY_MARK, key=lambda mark: (-len(mark), mark)))
_WITH_AGENCY = re.compile(rf"(?P<names>{_NAMES}?)(?:,| -| –| —|/)[ ]{{0,2}}(?P<agency>{_AGENCIES}){_ROLE}\.?$")
_AGENCY_LINE = re.compile(
    r"(?P<lead>/?[ ]?(?:[Ff]rom|FROM|[Bb]y|BY|[Ss]ource:|[-–—/]))?[ ]{0,2}"
    rf"\(?(?P<agency>{_AGENCIES})\)?{_ROLE}[ ]?[-–—]?\.?$"
)
_ROLE_LINE = re.compile(
    r"(?:[A-Z][\w’'-]{1,20} ){0,4}"
    r"(?:Staff Writer|Staff Reporter|Correspondent|Contributor|Columnist|STAFF WRITER)s?\.?$"
)
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
_GLUED = re.compile(r"By ((?:[A-Z][A-Z.'’-]*(?![a-z]))(?: (?:[A-Z][A-Z.'’-]*(?![a-z]))){1,3})")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a line says wrote the article."""

    author: str | None = None
    agency: str | None = None


def read(line: str) -> Byline | None:
    """What a whole line says as a byline, or None where it is none."""
    if len(line) > LONGEST:
        return None
    found = _AGENCY_LINE.fullmatch(line)
    if found:
        agency = agencies.named(found["agency"])
        return Byline() if agency in agencies.OUTLETS and not found["lead"] else Byline(None, agency)  # its masthead
    found = _BY.match(line)
    if found and _plausible(found["names"], found["rest"]):
        agency = _agency_in(found["rest"])
        people, agency_among = _people(_clean(found["names"]))
        return Byline(people, agency or agency_among)
    found = _WITH_AGENCY.fullmatch(line)
    if found and _plausible(found["names"], "") and len(found["names"].split()) > 1:
        return Byline(_people(_clean(found["names"]))[0], agencies.named(found["agency"]))
    return Byline() if _ROLE_LINE.fullmatch(line) else None


def glued(prefix: str) -> tuple[str, int] | None:
    """An author in capitals after "By" in a run-together head ("AffairsBy MARK NIESSEAssociated"), and its place."""
    found = _GLUED.search(prefix)
    return (_clean(found[1]), found.start()) if found else None


def _plausible(names: str, rest: str) -> bool:
    """Names, not the beginning of a sentence: no weekday first, no long rest, no full stop inside the rest."""
    first = names.split(maxsplit=1)[0].strip(".,").lower()
    if first in _NO_NAME or len(rest.split()) > 14:
        return False
    return not re.search(r"[a-z]{3}[.!?]\s+[A-Z]", rest) and not re.search(r"[a-z]{3,}\.$", rest)


def _people(names: str) -> tuple[str | None, str | None]:
    """The people among the names, and an agency among them; jobs ("Staff Writer", "Gazette Reporter") are neither.

    A single word is an agency: people sign with two names, agencies with one ("By Ukrinform and Jane Doe").
    """
    whole = agencies.named(names)
    if whole:
        return None, whole
    kept: list[str] = []
    agency: str | None = None
    for part in re.split(r"(?:, and |, | and | & | with |; )", names):
        of_agency = agencies.named(part) or _leading(part)
        if of_agency or _JOB.search(part):
            agency = agency or of_agency
        elif len(part.split()) > 1:
            kept.append(part)
        elif not kept and len(part) > 3:
            agency = agency or part
    return (" and ".join(kept) if len(kept) < 3 else ", ".join(kept[:-1]) + " and " + kept[-1]) or None, agency


def _agency_in(rest: str) -> str | None:
    rest = rest.strip(" ,|/•·()–—-.")
    for part in re.split(r"[,|/•·()–—-]| for | of ", rest):
        agency = agencies.named(part) or _leading(part.strip())
        if agency:
            return agency
    return None


def _leading(part: str) -> str | None:
    """The agency that a job title begins with ("Associated Press Writer", "CNN Supreme Court Reporter")."""
    words = part.split()
    for count in (3, 2, 1):
        if len(words) > count and " ".join(words[:count]) in agencies.BY_MARK:
            return agencies.BY_MARK[" ".join(words[:count])]
    return None


def _clean(names: str) -> str:
    return " ".join(names.split()).strip(" ,.;") or names
