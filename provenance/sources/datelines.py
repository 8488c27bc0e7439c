"""Datelines: "KYIV (Reuters) -", "DECATUR, Ill. —", "MOSCOW, July 16. /TASS/.", and lines that are a date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.model import PublicationTime
from provenance.sources import agencies
from provenance.sources.timestamps import find_time

LONGEST = 160  # characters of a dateline, dash included
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?P<date>(?:{_MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH})(?:,? (?:1[4-9]|20)[0-9]{{2}})?)"
_WORD = r"[^\W\d_a-zß-ÿ][\w.'’-]{0,20}"  # begins with a capital
_PARTICLE = r"(?:of|de|del|la|le|el|al|the|upon|sur|am|an|and|do|da|dos|in)"
_PLACE = rf"(?P<place>{_WORD}(?:[ /-]{{1,2}}(?:{_WORD}|{_PARTICLE})){{0,4}}(?:, ?{_WORD}(?: {_WORD}){{0,3}}){{0,2}})"
_DASH = r"[ \t\u00a0]{0,3}(?:--?-?|–|—|―|_|:)[ \t\u00a0]{0,4}"
_MARKED = re.compile(
    rf"(?:{_PLACE})?(?:[,.]? ?{_DAY}[.,]?)?[ \t\u00a0]{{0,2}}"
    rf"(?:\((?P<mark>[^()\n]{{2,40}})\)|/(?P<slash>[A-Z][\w. -]{{1,30}})/\.?)(?P<dash>{_DASH})?"
)
_CAPITALS = r"[A-Z][A-Z.'’]{1,20}"
_ANY_DASH = re.compile("[-–—―]")
_BARE = re.compile(
    rf"(?P<place>{_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}}(?:, ?{_WORD}(?: {_WORD}){{0,2}}){{0,2}})(?:, ?{_DAY})?"
    rf"(?:[ \t\u00a0]{{0,3}}(?:--|—|―|–)|[ \t\u00a0]-)[ \t\u00a0]{{0,4}}(?=[\"“‘'(]?[A-Z0-9$])"
)
_DATED = re.compile(
    rf"(?P<place>{_WORD}(?:[ -](?:{_WORD}|{_PARTICLE})){{0,3}}), "
    rf"(?P<date>(?:{_MONTH} [0-9]{{1,2}}, |[0-9]{{1,2}} {_MONTH} )20[0-9]{{2}})"
    rf"(?:[ \t\u00a0]{{0,3}}(?:--|—|―|–)|[ \t\u00a0]-)[ \t\u00a0]{{0,4}}(?=\S)"
)
_IN_BRACKETS = rf"\((?:{'|'.join(re.escape(mark) for mark in sorted(agencies.BY_MARK))})\)"
_ANYWHERE = re.compile(
    rf"[A-Z]{{3}}[A-Z.'’ ]{{0,30}}(?:, [A-Z][A-Za-z. ]{{1,25}})?(?:, {_MONTH} [0-9]{{1,2}})? ?"
    rf"{_IN_BRACKETS}[ \t\u00a0]{{0,3}}[-–—_]{{1,3}}"
)
_BRACKETED = re.compile(_IN_BRACKETS)
# Two letters of a state or party ("Portland (Ore.) -", "Cruz (R-Texas)") stand in brackets as agencies do.
_NO_AGENCY = re.compile(
    r"[RDI]-|(?:AS|As|FOR|For|BY|By|EMBARGOED|UPDATED?)\b|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Maine|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb"
    r"|Nev|Ore|Oregon|Pa|Tenn|Tex|Texas|Utah|Vt|Va|Wash|Wis|Wyo|UK|US|USA)\b|.*(?:[Pp]hoto|file|FILE)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline ends (the article's first word) and what it names."""

    end: int
    agency: str | None = None
    published: PublicationTime | None = None


def at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at `start`, or None."""
    window = text[start : start + LONGEST]
    if ("(" in window or "/" in window) and (found := _MARKED.match(window)):
        mark = (found["mark"] or found["slash"]).strip()
        known = agencies.named(mark)
        certain = known is not None and (found["place"] is None or bool(found["dash"]) or _shouts(found["place"]))
        named = bool(found["dash"]) and found["place"] is not None and _is_name(mark) and _shouts(found["place"])
        if (certain and (found["dash"] or found["slash"] or found["place"])) or named:
            return Dateline(start + _skip(window, found.end()), known or mark, _day(found["date"]))
    if not _ANY_DASH.search(window):
        return None
    found = _BARE.match(window) or _DATED.match(window)
    if found is not None:
        return Dateline(start + found.end(), None, _day(found["date"]))
    return None


def further_on(text: str, start: int, within: int = 400) -> int | None:
    """Where a dateline with an agency's mark begins a little later, glued on ("WriterHONOLULU (AP) _")."""
    window = text[start : start + within]
    found = _ANYWHERE.search(window) if _BRACKETED.search(window) else None
    return start + found.start() if found else None


def _skip(window: str, place: int) -> int:
    while place < len(window) and window[place] in " \t\u00a0":
        place += 1
    return place


def _shouts(place: str) -> bool:
    """Whether the first word of a place is in capitals, as datelines have it."""
    first = place.split(maxsplit=1)[0].rstrip(",")
    return len(first) > 2 and first == first.upper()


def _is_name(mark: str) -> bool:
    words = mark.split()
    return (
        0 < len(words) <= 5
        and not _NO_AGENCY.match(mark)
        and all(word[:1].isupper() or word == "of" for word in words)
    )


def _day(written: str | None) -> PublicationTime | None:
    found = find_time(written, 0, "dateline in the text") if written else None
    return found[0] if found and found[0].precision == "day" else None
