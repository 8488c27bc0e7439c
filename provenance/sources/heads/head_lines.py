"""Recognises the lines above a story: headlines, mastheads, and datelines.

A headline is recognised by its letters, its end, and the line after it. Datelines are "KYIV (Reuters) -", "DECATUR,
Ill. —", "MOSCOW, July 16. /TASS/.". Which line of a text is asked about is decided in `text_clues`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.model import PublicationTime, Span
from provenance.model.agencies import AGENCY_BY_MARK
from provenance.sources.heads.bylines import agency_named, compiled
from provenance.sources.heads.outer_lines import WINDOW
from provenance.sources.times.timestamps import find_time

MOST_HEADLINE_WORDS = 30
_FOLD = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]?$|[.!?][\"”’')\]]\.$")  # of three characters at most
_CONTINUES = re.compile(  # of five
    r"[,;:–—-]$|\b(?:a|an|and|as|at|but|by|for|from|in|is|of|on|or|that|the|to|was|were|which|with)$"
)
LONGEST_DATELINE = 160  # characters of a dateline, dash included
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?P<date>(?:{_MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH})(?:,? (?:1[4-9]|20)[0-9]{{2}})?)"
_WORD = r"[^\W\d_a-zß-ÿ][\w.'’-]{0,20}"  # begins with a capital
_PARTICLE = r"(?:of|de|del|la|le|el|al|the|upon|sur|am|an|and|do|da|dos|in)"
_WITHIN = rf"(?:, ?{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{0,3}}){{0,2}}"  # ", Republic of Meghanar"
_PLACE = rf"(?P<place>{_WORD}(?:[ /-]{{1,2}}(?:{_WORD}|{_PARTICLE})){{0,4}}{_WITHIN})"
_DASH = r"[ \t\u00a0]{0,3}(?:--?-?|–|—|―|_|:)[ \t\u00a0]{0,4}"
_MARKED_DATELINE = (
    rf"(?:{_PLACE})?(?:[,.]? ?{_DAY}[.,]?)?[ \t\u00a0]{{0,2}}"
    rf"(?:\((?P<mark>[^()\n]{{2,40}})\)|/(?P<slash>[A-Z][\w. -]{{1,30}})/\.?)(?P<dash>{_DASH})?"
)
_CAPITALS = r"[A-Z][A-Z.'’]{1,20}"
_IN_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ.'’")  # what follows the first letter of a word in capitals
_ANY_DASH = re.compile("[-–—―]")
_BARE_DATELINE = (
    rf"(?P<place>{_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}}{_WITHIN})(?:, ?{_DAY})?"
    rf"(?:[ \t\u00a0]{{0,3}}(?:--|—|―|–)|[ \t\u00a0]-)[ \t\u00a0]{{0,4}}(?=[\"“‘'(]?[A-Z0-9$])"
)
_DATED_DATELINE = (
    rf"(?P<place>{_WORD}(?:[ -](?:{_WORD}|{_PARTICLE})){{0,3}}), "
    rf"(?P<date>(?:{_MONTH} [0-9]{{1,2}}, |[0-9]{{1,2}} {_MONTH} )20[0-9]{{2}})"
    rf"(?:[ \t\u00a0]{{0,3}}(?:--|—|―|–)|[ \t\u00a0]-)[ \t\u00a0]{{0,4}}(?=\S)"
)
_IN_BRACKETS = rf"\((?:{'|'.join(re.escape(mark) for mark in sorted(AGENCY_BY_MARK))})\)"
_DATELINE_ANYWHERE = (
    rf"[A-Z]{{3}}[A-Z.'’ ]{{0,30}}(?:, [A-Z][A-Za-z. ]{{1,25}})?(?:, {_MONTH} [0-9]{{1,2}})? ?"
    rf"{_IN_BRACKETS}[ \t\u00a0]{{0,3}}[-–—_]{{1,3}}"
)
# Two letters of a state or party ("Portland (Ore.) -", "Cruz (R-Texas)") are put in brackets as agencies are.
_NO_AGENCY = (
    r"[RDI]-|(?:AS|As|FOR|For|BY|By|EMBARGOED|UPDATED?)\b|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Maine|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb"
    r"|Nev|Ore|Oregon|Pa|Tenn|Tex|Texas|Utah|Vt|Va|Wash|Wis|Wyo|UK|US|USA)\b|.*(?:[Pp]hoto|file|FILE)"
)


# Headlines ------------------------------------------------------------------------------------------------------


def repeats_title(line: str, title: str) -> bool:
    """Whether a line repeats a title, case and punctuation aside."""
    folded = _FOLD.sub("", line).casefold()
    return bool(folded) and folded == _FOLD.sub("", title).casefold()


def may_be_headline(line: str) -> bool:
    """Whether a line could be a headline at all: 3 to 30 words (2 are a name) that do not stop in mid-sentence."""
    words = line.split()
    if len(words) > 20 and _ends_sentence(line):
        return False
    if not 3 <= len(words) <= MOST_HEADLINE_WORDS or len(line) > 220:
        return False
    return not _CONTINUES.search(line, max(0, len(line) - 5))


def in_capitals(line: str) -> bool:
    """Three words or more of which nearly every letter is a capital."""
    if len(line.split(maxsplit=2)) < 3:
        return False
    letters = list(filter(str.isalpha, line))
    return sum(map(str.isupper, letters)) > 0.85 * len(letters) > 0


def is_masthead(line: str) -> bool:
    """One to four words in capitals: the name of a paper above a headline, where one follows."""
    if not 4 <= len(line) <= 40 or line != line.upper():
        return False
    words = line.split()
    return len(words) <= 4 and all(w.isalpha() or w == "&" for w in words)


def in_title_case(line: str) -> bool:
    """Most words of four letters or more begin with a capital, and there are at least three of them."""
    words = [word.strip("\"'“”‘’().,:;!?-—–") for word in line.split()]
    long = [word for word in words if len(word) >= 4 and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def is_headline(line: str, apart: bool, following: str | None) -> bool:
    """Whether the line shows by itself that it is a headline. `apart`: a blank line comes before `following`."""
    if following is None or not may_be_headline(line) or len(following) < 0.8 * len(line):
        return False
    if in_capitals(line) or in_title_case(line):
        return True
    if _ends_sentence(line) or len(line.split()) > 20 or line[0].islower():
        return False
    # A wrapped paragraph's first line has no full stop either, but its next line is as short.
    return (apart and len(following) > 60) or len(following) >= max(160, 1.5 * len(line))


def _ends_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line, max(0, len(line) - 3)) is not None


def title_of(line: str) -> str:
    """The title that a headline gives: one line, without the full stop that some collections add."""
    title = " ".join(line.split())
    return title[:-1] if title.endswith(".") and not title.endswith("..") and "." not in title[-5:-1] else title


# Datelines ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline ends (the article's first word) and what it names."""

    end: int
    agency: str | None = None
    published: PublicationTime | None = None


def dateline_at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at `start`, or None."""
    window = text[start : start + LONGEST_DATELINE]
    if ("(" in window or "/" in window) and (found := compiled(_MARKED_DATELINE).match(window)):
        mark = (found["mark"] or found["slash"]).strip()
        known = agency_named(mark)
        certain = known is not None and (found["place"] is None or bool(found["dash"]) or _shouts(found["place"]))
        named = bool(found["dash"]) and found["place"] is not None and _is_name(mark) and _shouts(found["place"])
        if (certain and (found["dash"] or found["slash"] or found["place"])) or named:
            return Dateline(start + _skip(window, found.end()), known or mark, _day(found["date"]))
    if not _ANY_DASH.search(window):
        return None
    found = compiled(_BARE_DATELINE).match(window) if window[:1].isupper() and window[1:2] in _IN_CAPITALS else None
    if found is None and ", " in window and "20" in window:
        found = compiled(_DATED_DATELINE).match(window)
    if found is not None:
        return Dateline(start + found.end(), None, _day(found["date"]))
    return None


def dateline_further_on(text: str, start: int, within: int = 400) -> int | None:
    """Where a dateline with an agency's mark begins a little later, glued on ("WriterHONOLULU (AP) _")."""
    window = text[start : start + within]
    if "(" not in window or not compiled(_IN_BRACKETS).search(window):
        return None
    found = compiled(_DATELINE_ANYWHERE).search(window)
    return start + found.start() if found else None


def marked_brackets(text: str, span: Span) -> list[int]:
    """Where the marks of known agencies are in brackets with a dash behind them, near the start of the span."""
    if text.find("(", span.start, span.end) < 0:
        return []
    end = min(span.end, span.start + WINDOW)
    return [found.start() for found in compiled(_IN_BRACKETS + _DASH).finditer(text, span.start, end)]


def _skip(window: str, place: int) -> int:
    while place < len(window) and window[place] in " \t\u00a0":
        place += 1
    return place


def _shouts(place: str) -> bool:
    """Whether the first word of a place is in capitals, as in datelines."""
    first = place.split(maxsplit=1)[0].rstrip(",")
    return len(first) > 2 and first == first.upper()


def _is_name(mark: str) -> bool:
    words = mark.split()
    return (
        0 < len(words) <= 5
        and not compiled(_NO_AGENCY).match(mark)
        and all(word[:1].isupper() or word == "of" for word in words)
    )


def _day(written: str | None) -> PublicationTime | None:
    found = find_time(written, 0, "dateline in the text") if written else None
    return found[0] if found and found[0].precision == "day" else None
