"""Death notices: whoever places them fills in one form, so that one person's is no source of another person's.

A funeral home says of everybody when the visitation is and where gifts may go, at its own address, with its own
name. Too few numbers and names differ for `align.templates`, since those of the home are the same each time. Two
notices of one person are looked at as any two texts. Only English notices are known here.
"""

from __future__ import annotations

import functools
import re

from provenance.model import Span

HEAD = 400  # characters of the body in which the person is named
OPENING = 120  # characters in which a name with an age is the person's; further on, numbers are of houses
LEAST = 4  # different turns of such notices in a text: a news story of a death and a funeral has one or two
_TURNS = re.compile(
    r"\b(?P<died>passed away|entered (?:into )?(?:eternal )?rest|went to be with|departed this life)"
    r"|\b(?P<kin>(?:is|are|was) survived by|survivors include|leaves behind|leaves to cherish)"
    r"|\b(?P<before>preceded in death|predeceased)"
    r"|\b(?P<home>funeral (?:home|directors?|parlou?r)|mortuary|crematorium|chapel of rest)"
    r"|\b(?P<visit>visitation|calling hours|viewing will|friends may call|family will receive)"
    r"|\b(?P<service>(?:funeral|memorial|graveside|committal) (?:service|mass)|celebration of life|mass of christian"
    r" burial)"
    r"|\b(?P<burial>burial|interment|inurnment|entombment|cremation)"
    r"|\b(?P<gifts>in lieu of flowers|memorial (?:contributions|donations|gifts)|donations may be)"
    r"|\b(?P<order>arrangements|entrusted to|in the care of)"
    r"|\b(?P<words>condolences|guest ?book)",
    re.IGNORECASE,
)
# Of each turn words without which it does not occur: looking for them takes a fifteenth of the pattern's time.
_NEEDED = (
    ("passed away", "entered ", "went to be with", "departed this life"),
    ("survived by", "survivors include", "leaves behind", "leaves to cherish"),
    ("preceded in death", "predeceased"),
    ("funeral ", "mortuary", "crematorium", "chapel of rest"),
    ("visitation", "calling hours", "viewing will", "friends may call", "family will receive"),
    ("funeral ", "memorial ", "graveside ", "committal ", "celebration of life", "mass of christian"),
    ("burial", "interment", "inurnment", "entombment", "cremation"),
    ("in lieu of flowers", "memorial ", "donations may be"),
    ("arrangements", "entrusted to", "in the care of"),
    ("condolences", "guest book", "guestbook"),
)
_NAME = r"[^\W\d_a-zß-ÿ][\w’'.-]{0,30}"
_NICKNAME = r"(?: [(\"“][^()\"“”\n]{1,20}[)\"”])?"
_RUN = rf"(?P<name>{_NAME}(?:{_NICKNAME} (?:(?:de|la|van|von) ){{0,2}}{_NAME}){{1,5}})"
_AGED = re.compile(rf"\b{_RUN},? (?:aged? )?\d{{1,3}}\b")
_FIRST = re.compile(_RUN)
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "rev", "sister", "father", "obituary", "the", "of"))
_WORD = re.compile(r"[^\W\d_]{2,}")


def of_two_people(a: tuple[str, Span], b: tuple[str, Span]) -> bool:
    """Whether two articles, each (text, body), are notices of the death of different people."""
    one, two = (_person(*each) for each in (a, b))
    return one is not None and two is not None and one != two


@functools.lru_cache(maxsize=1024)  # an audit judges the links of one article one after the other
def _person(text: str, body: Span) -> tuple[str, str] | None:
    """The first and last name of who died, in a notice of a death; None for any other text."""
    folded = text[body.start : body.end].casefold().replace("i\u0307", "i").replace("\u0131", "i")
    if sum(any(map(folded.__contains__, words)) for words in _NEEDED) < LEAST:
        return None
    turns = {found.lastgroup for found in _TURNS.finditer(text, *body)}
    if len(turns) < LEAST:
        return None
    head = body.start, min(body.end, body.start + HEAD)
    found = _AGED.search(text, head[0], min(head[1], head[0] + OPENING)) or _FIRST.search(text, *head)
    words = [word for word in _WORD.findall(found["name"].casefold()) if word not in _TITLES] if found else []
    return (words[0], words[-1]) if words else None
