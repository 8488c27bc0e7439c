"""Bylines in languages other than English: "Von Lena Orre", "Par Claire Dumont", "Автор: Иван Петров", "文／李红".

A line is one only where nothing but names, and a place or a job behind a comma, follows; a sentence that begins with
"Von" is none. The language of the text is not known yet.
"""

from __future__ import annotations

import functools
import re

from provenance.languages.page_words import AND, BY, BY_LABELS, EAST_ASIAN_BY

FEWEST_WORDS = 2  # of a name: "Por Navidad" is none
_UPPER = r"[^\W\d_a-zß-ÿа-яё]"
_WORD = rf"(?:{_UPPER}[\w.'’-]{{0,24}}|de|del|della|di|da|la|le|van|von|der|den|el|dos|do|ter|zu)"
_NAME = rf"{_UPPER}[\w.'’-]{{0,24}}(?: {_WORD}){{1,4}}"
_LETTERS = "[\u4e00-\u9fff\u3040-\u30ff]"


@functools.cache
def _patterns() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """The first words of such lines, and the two patterns: compiled where a line begins with such a word."""
    plain = sorted({word for words in BY.values() for word in words.split()})
    labels = sorted({word for words in BY_LABELS.values() for word in words.split()})
    joins = "|".join(AND)
    names = rf"(?P<names>{_NAME}(?:(?:, | (?:{joins}|&) ){_NAME}){{0,4}})"
    behind = r"(?:$|\.$|[ ]{0,2}[,|/•·–—-][ ]{0,2}[^.!?]{2,40}$)"
    line = rf"(?:(?i:{'|'.join(plain)}) |(?i:{'|'.join(labels)}) ?[:：] ?){names}{behind}"
    people = rf"(?P<names>{_LETTERS}{{2,8}}(?:[、, 　]{_LETTERS}{{2,8}}){{0,3}})"
    east = rf"[【（(]?(?:{EAST_ASIAN_BY})[／/：:　 |]{{1,3}}{people}[】）)]?$"
    return frozenset((*plain, *labels)), re.compile(line), re.compile(east)


def names_in_byline(line: str) -> str | None:
    """The names in a line that says who wrote the article, joined as in English; None where it is no such line."""
    first = line[:12].split(" ", 1)[0].rstrip(":：").lower()
    if line.isascii() and first not in _FIRST:
        return None
    words, pattern, east = _patterns()
    found = pattern.match(line) if first in words else east.match(line)
    if found is None:
        return None
    return re.sub(rf" (?:{'|'.join(AND)}) ", " and ", found["names"])


_FIRST = frozenset(word for words in (*BY.values(), *BY_LABELS.values()) for word in words.split())
