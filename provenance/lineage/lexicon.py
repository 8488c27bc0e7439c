"""The words by which news credits its sources, read from the data file beside this module."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Lexicon(NamedTuple):
    """Words that every credit begins with, nouns that outlets' names end with (the `unsure` ones are also surnames
    and common words), nouns that mean nobody in particular, and a pattern of credits to such."""

    credit_cues: tuple[str, ...]
    outlet_nouns: frozenset[str]
    unsure_outlet_nouns: frozenset[str]
    vague_speakers: frozenset[str]
    vague_credit: re.Pattern[str]


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon that ships. No pattern can backtrack further than a few words."""
    stored = json.loads(Path(__file__).with_name("lexicon.json").read_text(encoding="utf-8"))
    vague = rf"\b(?:[A-Z][a-z]{{1,20}} )?(?:[a-z]{{2,20}} )?{_any_of(stored['vague_plurals'])}\b"
    return Lexicon(
        credit_cues=tuple(stored["credit_cues"]),
        outlet_nouns=frozenset(stored["outlet_nouns"]),
        unsure_outlet_nouns=frozenset(stored["unsure_outlet_nouns"]),
        vague_speakers=frozenset(stored["vague_speakers"]),
        vague_credit=re.compile(vague),
    )


def _any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
