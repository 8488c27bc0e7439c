"""Who an attribution line names: "— Ole Hamre, fisherman" below a quotation, or the name alone on a line.

A line without a dash is as often a heading, so it has to look like a full name, with a role behind it or a first name
that the lexicon knows. Nothing here decides which quotation a line signs; `provenance.quotes.signed_quotations` does.
"""

from __future__ import annotations

import re

from provenance.quotes.english.reporting_words import BE, LEXICON
from provenance.quotes.word_classes import (
    BOUNDARY,
    DAY,
    DETERMINER,
    FEMALE,
    MALE,
    ORGANISATION,
    PARTICLE,
    PREPOSITION,
    PRONOUN,
    REPORTING,
    TITLE,
)

LONGEST = 120  # code points of a line
MOST_NAME_WORDS, MOST_ROLE_WORDS = 8, 14
FEWEST_NAMES = 2  # words of a name behind a role

_PART = re.compile(r"\s*[,(;|/:]\s*|\s+[-–—]\s+")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_SMALL = PARTICLE | PREPOSITION | BOUNDARY | DETERMINER


def signature(line: str, dashed: bool) -> str | None:
    """The person or body that a line names; None where it is none. `dashed`: a dash introduces it."""
    line = line.strip().rstrip(".)")
    if not line or len(line) > LONGEST or "\n" in line.strip():
        return None
    name, *rest = _PART.split(line, maxsplit=1)
    words = [word for word in name.split() if _WORD.match(word) or word == "&"]
    role = _WORD.findall(rest[0]) if rest else []
    if not words or len(words) > MOST_NAME_WORDS or len(role) > MOST_ROLE_WORDS:
        return None
    if any(_classes(word) & (REPORTING | BE) and word[:1].islower() for word in words + role):
        return None
    if any(mark in line for mark in '“”"«»?!'):
        return None
    core = _without_titles(words)
    if _is_name(core):
        full = len(core) > 1 and core[0][:1].isupper()
        known = full and _classes(core[0]) & (FEMALE | MALE) and len(core) < 4
        person = full and len(core) < 5 and not any(_classes(word) & (DAY | ORGANISATION) for word in core)
        titled = len(core) < len(words)
        if dashed or known or (person and (role or titled)):
            return " ".join(core)
        return None
    behind_role = _behind_role(words) if dashed else None
    if behind_role is not None:
        return behind_role
    described = dashed and not words[0][:1].isdigit() and not _classes(words[0]) & (PRONOUN | BOUNDARY)
    article = bool(_classes(words[0]) & DETERMINER)
    return " ".join(name.split()) if described and (article or role or len(words) < 4) and _agrees(words) else None


def _classes(word: str) -> int:
    return LEXICON.words.get(word.lower().rstrip("."), 0)


def _without_titles(words: list[str]) -> list[str]:
    """The words of a name behind its titles, and before "of" or "from" and a place."""
    start = 0
    while start < len(words) - 1 and _classes(words[start]) & TITLE and words[start][:1].isupper():
        start += 1
    core = words[start:]
    for place, word in enumerate(core):
        if place > 1 and word[:1].islower() and _classes(word) & PREPOSITION:
            return core[:place]
    return core


def _behind_role(words: list[str]) -> str | None:
    """The name behind a role in small letters: "Former keeper Sigrun Dahle"; None where there is none."""
    start = len(words)
    while start and words[start - 1][:1].isupper() and not _classes(words[start - 1]) & (DAY | ORGANISATION):
        start -= 1
    name = words[start:]
    role = words[:start]
    if (
        len(name) < FEWEST_NAMES
        or not role
        or any(_classes(word) & (PREPOSITION | PRONOUN | BOUNDARY) for word in role)
    ):
        return None
    return " ".join(name) if _is_name(name) else None


def _is_name(words: list[str]) -> bool:
    """Whether every word has a capital or is a particle, the first and last included."""
    if not words or _classes(words[0]) & (PRONOUN | DAY) or words[0].lower() in ("the", "a", "an"):
        return False
    capitals = all(word[:1].isupper() or word == "&" or _classes(word) & _SMALL for word in words)
    return capitals and words[0][:1].isupper() | bool(_classes(words[0]) & PARTICLE) and words[-1][:1].isupper()


def _agrees(words: list[str]) -> bool:
    """Whether a description holds no pronoun and no digit: "a fisherman from Norrvik"."""
    return not any(_classes(word) & PRONOUN or word.isdigit() for word in words)
