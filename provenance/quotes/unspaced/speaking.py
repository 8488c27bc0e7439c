"""What a speaker is in words without spaces between them; who it is, each language says for itself."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_PHRASE = 24  # letters of a phrase that speaks without a name
_BRACKETS = re.compile(r"[（(][^（()）]{0,60}[)）]")


class Speaker(NamedTuple):
    """A name or phrase, and where it is in the words that were searched."""

    name: str | None
    start: int
    end: int
    pronoun: bool = False


def without_brackets(words: str) -> str:
    """The words with what is in brackets blanked out, so that places stay as they are."""
    return _BRACKETS.sub(lambda found: "\0" * len(found.group()), words)
