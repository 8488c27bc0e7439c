"""How news of a language names whom it has its text from: one file per language, imported when an article is in it.

Every field is a piece of a pattern in small letters, matched in any case; none has a repetition without a limit, so
that no text makes it search long. English is not here: its rules are older and stay where they are used. Nothing here
reads a text.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import import_module

CATALOGUE = {
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "pl": "polish",
    "ru": "russian",
    "zh": "chinese",
    "ja": "japanese",
}


@dataclass(frozen=True, slots=True)
class NewsWords:
    """The words of one language.

    `reports`: before the name of an outlet that has reported ("laut", "berichtet"); `told`: before one that was told
    something; `between`: what may come between such words and the name, word by word (articles, "Zeitung").
    `verbs`: behind the name of an outlet that has reported ("berichtet", "zufolge"); up to `gap` words may be
    between, matched by `gap_word`. `outlets`: endings of words that make a name in capitals an outlet's; an article
    is cut off a name as `articles` says, and `endings` is what a word of a name may end with in another case: a
    pattern of what is cut off, and of what may stand there.
    `notes`: before the name in a note that says whose text this is ("zuerst erschienen bei"); `note_ends`: behind the
    name in such a note. `labels`: before an agency's name on a line of its own; `marks`: patterns with a group `mark`
    for marks that no brackets show; `shares`: before the names of those who had a part in a text.
    `spaced`: whether spaces part the words. `settled`: what turns a name in another case into the name itself.
    """

    reports: str
    told: str
    between: str
    verbs: str
    outlets: str
    articles: str
    notes: str
    labels: str
    shares: str
    note_ends: str = "(?!)"
    marks: str = "(?!)"
    endings: tuple[str, str] | None = None
    gap: int = 3
    gap_word: str = r"[\w’'-]{1,20}"
    share_ends: str = "(?!)"
    settled: tuple[tuple[str, str], ...] = ()
    spaced: bool = True


def news_words(code: str | None) -> NewsWords | None:
    """The words of a language by its code ("de"); None for English, for others that are not here, and for None."""
    module = CATALOGUE.get(code or "")
    return _loaded(module) if module is not None else None


@functools.cache
def _loaded(module: str) -> NewsWords:
    words: NewsWords = import_module(f"{__name__}.{module}").WORDS
    return words


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern made of such words, in any case, compiled once."""
    return re.compile(pattern, re.IGNORECASE)
