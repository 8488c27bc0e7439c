"""Which article has which words, as a script that sets one variable: a page that was opened from a disk can read it.

A word is a run of letters and digits without accents, in small letters; of Chinese and Japanese every character is
one. `static/search.js` cuts what a reader types in the same way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_EACH = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff"
_WORD = re.compile(f"[{_EACH}]|[^\\W_{_EACH}]+")
LONGEST = 40  # letters; longer runs are no words
SHORTEST = 2
LEAD = 160  # letters of the text that a result shows


@dataclass(frozen=True, slots=True)
class Searchable:
    """An article as the search shows it; `address` is relative to the first page."""

    address: str
    title: str
    note: str
    text: str


def words_of(text: str) -> set[str]:
    """The different words of a text."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each)[0] != "M")
    plain = plain.lower()
    found = set(_WORD.findall(plain))
    return {word for word in found if len(word) <= LONGEST and (len(word) >= SHORTEST or not word.isascii())}


def search_index(articles: Iterable[Searchable]) -> str:
    """The script: `articles` in the order given, and `words` with the numbers of the articles that have them, each as
    the difference to the one before in base 36."""
    rows, places = [], dict[str, list[int]]()
    for number, each in enumerate(articles):
        rows.append([each.address, each.title, each.note, " ".join(each.text[:LEAD].split())])
        for word in words_of(f"{each.title} {each.note} {each.text}"):
            places.setdefault(word, []).append(number)
    words = {word: _differences(places[word]) for word in sorted(places)}
    index = json.dumps({"articles": rows, "words": words}, ensure_ascii=True, separators=(",", ":"))
    index = index.replace("<", "\\u003c")  # nobody may take it for the end of a script, wherever it is put
    return f'"use strict";\nwindow.searchIndex={index};\n'


def _differences(numbers: list[int]) -> str:
    before, parts = -1, []
    for number in numbers:
        parts.append(_base36(number - before))
        before = number
    return " ".join(parts)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
