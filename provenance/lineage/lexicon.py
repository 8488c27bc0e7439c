"""The words by which news credits its sources, read from the data file beside this module."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Lexicon(NamedTuple):
    """Agencies by mark or name, words that every credit begins with, nouns that outlets' names end with, nouns that
    mean nobody in particular, and compiled patterns."""

    agencies: Mapping[str, str]
    credit_cues: tuple[str, ...]
    outlet_nouns: tuple[str, ...]
    vague_speakers: frozenset[str]
    agency_mark: re.Pattern[str]
    agency_credit: re.Pattern[str]
    outlet_credit: re.Pattern[str]
    vague_credit: re.Pattern[str]


def lexicon() -> Lexicon:
    """The lexicon that ships."""
    return lexicon_with(frozenset())


@functools.lru_cache(maxsize=4)
def lexicon_with(more: frozenset[str]) -> Lexicon:
    """The lexicon with further agencies. No pattern can backtrack further than a few words."""
    stored = json.loads(Path(__file__).with_name("lexicon.json").read_text(encoding="utf-8"))
    stored["agencies"] = {name: name for name in sorted(more)} | stored["agencies"]
    agencies = _any_of(stored["agencies"])
    cues = _any_of(stored["credit_cues"])
    outlets = rf"(?:[A-Z][\w&’'-]{{0,30}}\s){{0,3}}{_any_of(stored['outlet_nouns'])}"
    vague = rf"\b(?:[A-Z][a-z]{{1,20}} )?(?:[a-z]{{2,20}} )?{_any_of(stored['vague_plurals'])}\b"
    return Lexicon(
        agencies=dict(stored["agencies"]),
        credit_cues=tuple(stored["credit_cues"]),
        outlet_nouns=tuple(stored["outlet_nouns"]),
        vague_speakers=frozenset(stored["vague_speakers"]),
        agency_mark=re.compile(
            rf"[(\[]\s?({agencies})\s?[)\]]|^\W{{0,3}}({agencies})\s?[-–—:]|(?:^|[-–—,|]\s)({agencies})[ \t]?$",
            re.MULTILINE,
        ),
        agency_credit=re.compile(rf"\b{cues}\s(?:the\s)?({agencies})\b"),
        outlet_credit=re.compile(rf"\b{cues}\s(?:the\s|The\s)?({outlets})\b"),
        vague_credit=re.compile(vague),
    )


def _any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
