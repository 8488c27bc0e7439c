"""By which names prose calls an outlet, and where in a text such a name is that outlet and nothing else.

"The Valley Post" may be the Valley Post, the Post once it was named in full, or valleypost.com. A name of one word is
also a person's, a place or a common word: it counts only where no other word with a capital is before it, in the
whole text ("Vicente Fox", "President Fox"). A name that goes on is another name: "Valley Post Office".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.languages.news_words import CATALOGUE
from provenance.lineage.agencies import Agencies
from provenance.lineage.credit_grammar import AFTER, BEFORE, Manner, has_cue, manner_of
from provenance.model import Article, Span

LONGEST = 80  # characters of a publisher's name that is looked for
_SITE = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<label>[\w-]{2,40})(?P<rest>(?:\.[a-z0-9-]{2,20}){1,3})(?:/\S*)?", re.I
)
_ENDINGS = frozenset(("com", "org", "net", "info", "news", "media", "press", "example", "online", "edu", "gov"))
# Papers and what else calls itself by its last word: "the Times".
_SHORTENED = frozenset(
    [
        "Times",
        "Post",
        "Herald",
        "Gazette",
        "Courier",
        "Tribune",
        "Journal",
        "Guardian",
        "Chronicle",
        "Telegraph",
        "Standard",
        "Observer",
        "Mail",
        "Star",
        "Sun",
        "Globe",
        "Dispatch",
        "Ledger",
        "Examiner",
        "Mirror",
        "Independent",
        "Inquirer",
        "Record",
        "Register",
        "Sentinel",
        "Bulletin",
        "Echo",
        "Express",
        "Mercury",
        "Argus",
        "Beacon",
        "Citizen",
        "News",
        "Press",
        "Review",
        "Monitor",
        "Advertiser",
        "Republic",
    ]
)
# A word with a capital behind a name that leaves it the same outlet.
STILL_IT = frozenset(
    [
        "Channel",
        "Digital",
        "Magazine",
        "Online",
        "Sunday",
        "Network",
        "Radio",
        "TV",
        "Television",
        "International",
        "Website",
        "Weekend",
        "Newspaper",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
_NEXT = re.compile(r"[ \u00a0]([^\W\d_a-zß-ÿ][\w]{0,30})")
_PREVIOUS = re.compile(r"(?:^|[\s(\"“«‘'])(?P<word>[^\W\d_][\w.'’-]{0,30})[ \u00a0]$")
_ENDS = re.compile(r"(?:[.!?:;]|^|\n)[\s\"“”«‘’'(]{0,4}$")
NO_NAMES = frozenset(
    [
        "The",
        "A",
        "An",
        "And",
        "But",
        "As",
        "By",
        "In",
        "On",
        "At",
        "For",
        "From",
        "To",
        "With",
        "When",
        "While",
        "After",
        "Before",
        "If",
        "That",
        "This",
        "Its",
        "Their",
        "His",
        "Her",
        "Citing",
        "Per",
        "Via",
        "Yet",
        "So",
        "Only",
        "Even",
        "Meanwhile",
        "Today",
        "Yesterday",
        "Both",
        "Either",
        "Or",
        "Nor",
        "Die",
        "Der",
        "Das",
        "La",
        "Le",
        "El",
        "Il",
        "Los",
        "Les",
    ]
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """The names of an outlet or of the agency that it is: `full` ones, a `short` one ("Times") that counts with "the"
    where a full one occurs, and the letters of its `site` ("valleypost"); "" for none."""

    full: tuple[str, ...]
    short: str = ""
    site: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Credited:
    """A place at which a text credits an outlet or a person, and how."""

    span: Span
    manner: Manner


@functools.lru_cache(maxsize=1024)
def outlet_of(publisher: str | None, agency: str | None, agencies: Agencies) -> Outlet:
    """The outlet of a publisher and of the agency whose text an article carries, each under all its names."""
    names: list[str] = []
    short = site = address = ""
    name = " ".join((publisher or "").split())
    if name and len(name) <= LONGEST:
        found = site_of(name)
        if found:
            site, address = found
        else:
            bare = name[4:] if name[:4].lower() == "the " else name
            names.append(bare)
            words = bare.split()
            short = words[-1] if len(words) > 1 and words[-1] in _SHORTENED else ""
        for each in (name, site, site.upper()):
            known = agencies.named(each) if each else None
            names += [] if known is None else agencies.names_of(known)
    if agency:
        names += agencies.names_of(agency)
    bare_names = (each[4:] if each[:4].lower() == "the " else each for each in names)
    return Outlet(tuple(dict.fromkeys(each for each in bare_names if len(each) > 1)), short, site, address)


def site_of(name: str) -> tuple[str, str] | None:
    """The label and the host of a publisher that is an address: ("valleypost", "valleypost.com"); newsgroups are
    none."""
    found = _SITE.fullmatch(name)
    if not found:
        return None
    last = found["rest"].rpartition(".")[2].lower()
    if last not in _ENDINGS and len(last) != 2:
        return None
    return found["label"].lower().replace("-", ""), f"{found['label']}{found['rest']}".lower()


def credits_in(article: Article, outlet: Outlet) -> Iterator[Credited]:
    """Where the body credits the outlet, in no particular order."""
    text, body, code = article.text, article.body, article.language
    named = False
    for name in outlet.full:
        found = [each for each in _named(article, name) if _is_whole(text, *each, body, code)]
        if not found:
            continue
        if " " not in name and not name.isupper() and _is_somebody(article, name):
            continue
        named = True
        yield from _credited(text, body, found, code)
    if outlet.site and outlet.site in _letters_of(text):
        spelled = [
            (each.start(), each.end() - each.start())
            for each in _spelled(outlet.site).finditer(text, body.start, body.end)
            if each.group()[:1].isupper() and _is_whole(text, each.start(), each.end() - each.start(), body, code)
        ]
        yield from _credited(text, body, spelled, code)
    if outlet.address:
        places = [(place, len(outlet.address)) for place in _places(text, outlet.address, body)]
        yield from _credited(text, body, places, code)
    if named and outlet.short:
        yield from _credited(text, body, list(_short_places(text, outlet.short, body)), code)


def names_in(article: Article, outlet: Outlet) -> bool:
    """Whether the body may name the outlet at all: a quick look before `credits_in`."""
    text, (start, end) = article.text, article.body
    if any(text.find(name, start, end) >= 0 for name in outlet.full):
        return True
    if outlet.site and outlet.site in _letters_of(text):
        return True
    return article.language in CATALOGUE and any(True for name in outlet.full for _ in _named(article, name))


def _named(article: Article, name: str) -> Iterator[tuple[int, int]]:
    """(place, length) of a name in the body, in the cases of the language."""
    text, body = article.text, article.body
    if article.language not in CATALOGUE:
        yield from ((place, len(name)) for place in _places(text, name, body))
        return
    from provenance.lineage.credit_words import name_pattern

    for found in name_pattern(name, article.language or "").finditer(text, *body):
        yield found.start(), found.end() - found.start()


def _credited(text: str, body: Span, places: list[tuple[int, int]], code: str | None) -> Iterator[Credited]:
    for place, length in places:
        end = place + length
        before = _line(text[max(body.start, place - BEFORE) : place])
        after = text[end : min(body.end, end + AFTER)].partition("\n")[0]
        manner = manner_of(before, after, code)
        if manner is not None:
            yield Credited(Span(place, end), manner)


def _line(before: str) -> str:
    return before.rpartition("\n")[2]


def _places(text: str, name: str, body: Span) -> Iterator[int]:
    place = text.find(name, body.start, body.end)
    while place >= 0:
        end = place + len(name)
        if not (place and _is_letter(text[place - 1])) and not (end < len(text) and _is_letter(text[end])):
            yield place
        place = text.find(name, end, body.end)


def _is_letter(character: str) -> bool:
    """Whether a character would make a name part of a longer word; scripts without spaces have no such words."""
    return (character.isalnum() or character in "_-") and character < "\u2e80"


def _is_whole(text: str, place: int, length: int, body: Span, code: str | None = None) -> bool:
    """Whether a name neither begins nor ends inside a longer one."""
    behind = _NEXT.match(text, place + length, min(len(text), place + length + 40))
    if behind and behind[1] not in STILL_IT:
        return False
    before = _line(text[max(body.start, place - BEFORE) : place])
    previous = _PREVIOUS.search(before)
    if not previous or not previous["word"][0].isupper() or previous["word"] in NO_NAMES:
        return True
    return has_cue(before, code)


def _is_somebody(article: Article, name: str) -> bool:
    """Whether a word with a capital is before the name anywhere, so that it is the name of a person or a place."""
    text, body = article.text, article.body
    for place, _ in _named(article, name):
        before = text[max(body.start, place - BEFORE) : place]
        previous = _PREVIOUS.search(before)
        if (
            not previous
            or not previous["word"][0].isupper()
            or previous["word"] in NO_NAMES
            or has_cue(_line(before), article.language)
        ):
            continue
        return True
    return False


def _short_places(text: str, short: str, body: Span) -> Iterator[tuple[int, int]]:
    """Where "the Times" occurs, without the article."""
    for place in _places(text, short, body):
        if text[max(body.start, place - 4) : place].lower() == "the " and _is_whole(text, place, len(short), body):
            yield place, len(short)


@functools.lru_cache(maxsize=64)
def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@functools.lru_cache(maxsize=256)
def _spelled(letters: str) -> re.Pattern[str]:
    """The letters of a site with or without spaces between them: "Valley Post"."""
    return re.compile(rf"(?<!\w){'[ .&-]?'.join(map(re.escape, letters))}(?![\w.])", re.IGNORECASE)
