"""Recognises the publisher in a pasted text: masthead, "Published by ...", "Source: ...", copyright line, byline.

Only a name that calls itself a paper, a station or a magazine is taken ("Harbour Herald"), so that neither a person
nor a heading is one: without such a word nothing tells "Published by Jane Doe" from a publisher. A wrong guess is
worth less than none, because articles of one publisher are judged as self-reuse.
"""

from __future__ import annotations

import re

LONGEST = 90  # characters of a line that is looked at
_SURE = """
advertiser broadcaster bulletin chronicle courier dispatch examiner gazette gazettes herald inquirer enquirer
intelligencer journal magazine monitor news newspaper newspapers observer register sentinel telegraph telegram times
tribune weekly daily
"""
# Also surnames and common words: they need "The", "Daily" and the like, or a label before them.
_UNSURE = (
    "argus echo exchange express globe guardian independent leader mail mercury mirror post press record reporter"
)
_UNSURE += " review standard star sun today wire wireless world digest radio tv"
SURE, UNSURE = frozenset(_SURE.split()), frozenset(_UNSURE.split())
_BEFORE_UNSURE = frozenset(["daily", "evening", "morning", "sunday", "weekly"])
# First words of headings of sections and of phrases that end as names of papers do.
_SECTION = """
about all archive bad big book breaking business changing city crime desperate difficult district end family fake film
first good hard headline health in international last latest letters live local market medical modern more music my
national now old opening our personal police political politics press recent related science show sports strange tech
technology these top travel tough troubled uk us video war weather your
"""
_SECTIONS = frozenset(_SECTION.split())
_SMALL = frozenset(("of", "the", "and", "&", "for", "de", "la", "le", "el", "y", "on"))
_PLACES = frozenset(("angeles", "louis", "paris", "wales", "texas", "dallas", "athens", "naples"))
_NO_END = frozenset(".,:;!?")
_LABEL_LETTERS = "pPfFoOsSvV\u017f"  # an old s is one to a pattern that takes any case
_VERB = re.compile(r"(?:s|ed|ing)$")
_LABELLED = re.compile(
    r"(?:(?:first |originally )?published (?:by|in)|publisher|source|from|via)(?P<colon>[ \t]?:)?"
    r"[ \t]{1,9}(?P<name>\S.*)$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[ ,©(c)]{0,12}(?:(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?)?[ ,]{0,3}(?:by )?"
    r"(?P<name>[^\d.,;|]{3,60})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ ,]{1,3}(?:all rights|ltd|limited|inc\b|llc|plc|group\b)|[,;|]| [–—-] ", re.IGNORECASE
)  # what follows a name on its line
_BYLINE_REST = re.compile(r"(?:,| \||\||/| -| –| —| for| of| at)[ ]{1,3}(?P<name>[^,|/]{4,50})$")


def is_outlet(name: str, *, labelled: bool = False) -> bool:
    """Whether a whole line or phrase is the name of a paper, station or magazine; `labelled`: something says so."""
    if len(name) > 60 or name[-1:] in _NO_END:
        return False
    words = name.split()
    if not 2 <= len(words) <= 6:
        return False
    folded = [word.casefold().strip("'’\"“”()") for word in words]
    if not all(word[0].isupper() or word.casefold() in _SMALL for word in words) or words[0][0].islower():
        return False
    if not all(re.fullmatch(r"[\w&.'’-]+", word) for word in words) or any(map(str.isdigit, name)):
        return False
    named = folded[1:] if folded[0] == "the" else folded
    if named[0] in _SECTIONS and folded[0] != "the":
        return False
    if named[-1] in SURE:
        certain = True
    elif named[-1] in UNSURE:
        certain = labelled or folded[0] == "the" or named[0] in _BEFORE_UNSURE
    else:
        certain = named[0] in ("daily", "weekly") and len(named) == 2
    inner = named[1:-1]
    return certain and (
        labelled or (len(named) <= 3 and not any(_VERB.search(word) and word not in _PLACES for word in inner))
    )


def labelled_publisher(line: str) -> tuple[str, str] | None:
    """The publisher that a line says it names, and how it was got: "Published by Harbour Herald", "© 2025 ..."."""
    if len(line) > LONGEST:
        return None
    found = _LABELLED.match(line) if line[:1] in _LABEL_LETTERS else None
    if found and (found["colon"] or line[:1] in "PpFfOo"):
        name = _plain(found["name"])
        if is_outlet(name, labelled=True):
            return name, "line that names the publisher"
    return copyright_holder(line)


def copyright_holder(line: str) -> tuple[str, str] | None:
    """The paper that a copyright line names, and how it was got."""
    found = _COPYRIGHT.match(line) if line[:1] in "cC©(" and len(line) <= LONGEST else None
    name = _plain(found["name"]) if found else ""
    return (name, "copyright notice in the text") if is_outlet(name, labelled=True) else None


def outlet_in_byline(line: str) -> str | None:
    """The paper after the author in a byline: "By Jane Doe, Harbour Herald"."""
    found = _BYLINE_REST.search(line) if len(line) <= LONGEST and line[:3].lower() == "by " else None
    name = _plain(found["name"]) if found else ""
    return name if is_outlet(name) or (name.startswith("The ") and is_outlet(name, labelled=True)) else None


def _plain(name: str) -> str:
    """A name without what follows it on its line."""
    name = _AFTER.split(name, maxsplit=1)[0]
    return " ".join(name.split()).strip(" .").removeprefix("the ")
