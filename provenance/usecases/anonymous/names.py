"""What stands for which name: "Publisher 3", "Person 12", "article-40", the same everywhere in one answer.

Numbers follow a digest of the name, so that they depend neither on the order of articles nor on the alphabet.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Before a name and no part of it; after the title a single name is a family name.
TITLES = frozenset(
    [
        "dr",
        "dr.",
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "prof",
        "prof.",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "rev.",
        "sgt",
        "cpl",
        "capt",
        "captain",
        "col",
        "colonel",
        "gen",
        "general",
        "lt",
        "sen",
        "sen.",
        "senator",
        "rep",
        "president",
        "prime",
        "minister",
        "chancellor",
        "mayor",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "herr",
        "frau",
        "the",
        "a",
        "an",
        "of",
    ]
)
_AND = re.compile(r"\s*(?:,|;|&|/|\band\b|\bund\b|\bet\b|\by\b)\s*")
_WORD = re.compile(r"\w+")
SHORTEST = 3  # letters of a family name by itself; shorter ones are other words more often


@dataclass(frozen=True, slots=True)
class Names:
    """Pseudonyms. `whole` are by folded name and replaced in any case; `family` are by word, in this spelling or in
    capitals; `articles` are by id."""

    whole: Mapping[str, str]
    family: Mapping[str, str]
    articles: Mapping[str, str]


def pseudonyms(articles: Iterable[str], publishers: Iterable[str], people: Iterable[str]) -> Names:
    """Pseudonyms for ids of articles, for names of outlets and agencies, and for names of people as texts give them
    ("By Ana Ruiz and Tom Li"); words without a capital ("a spokesman") name nobody."""
    whole: dict[str, str] = {}
    for name, called in _numbered("Publisher", {each.strip() for each in publishers if each.strip()}).items():
        folded = name.casefold()
        whole[folded] = called
        whole.setdefault(folded.removeprefix("the "), called)
        joined = "".join(_WORD.findall(folded))
        if len(joined) > 6:  # as in its web address
            whole.setdefault(joined, called)
            whole.setdefault(joined.removeprefix("the"), called)
    family: dict[str, str] = {}
    shared: set[str] = set()
    persons = {each for name in people for each in _persons(name)}
    for name, called in _numbered("Person", persons).items():
        whole.setdefault(name.casefold(), called)
        words = name.split()
        if len(words) > 1 and len(words[-1]) >= SHORTEST:
            shared |= {words[-1]} & family.keys()
            family[words[-1]] = called
    for word in sorted(shared):
        family[word] = "Person (a shared name)"
    for word in list(family):
        if word.upper() != word:
            family.setdefault(word.upper(), family[word])
    return Names(whole, family, _numbered("article-", set(articles), ""))


def _persons(name: str) -> Iterable[str]:
    for one in _AND.split(re.sub(r"^\s*by\s+", "", name, count=1, flags=re.IGNORECASE)):
        words = one.split()
        while words and words[0].casefold() in TITLES:
            words.pop(0)
        if words and any(each[:1].isupper() or not each.isascii() for each in words) and len("".join(words)) > 1:
            yield " ".join(words)


def _numbered(what: str, names: set[str], gap: str = " ") -> dict[str, str]:
    ordered = sorted(names, key=lambda name: hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest())
    return {name: f"{what}{gap}{number}" for number, name in enumerate(ordered, 1)}
