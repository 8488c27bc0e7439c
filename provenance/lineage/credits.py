"""Who names whom: the author or the outlet of one article among the words of the other.

Reads names that the articles themselves carry; it never guesses who a person is. That a text names another's author
is strong evidence and no proof: a letter to the editor names the one that it answers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.kernels.signatures import made
from provenance.lineage.kernels import pairs as kernels
from provenance.lineage.texts import Texts
from provenance.model import Article
from provenance.text import tokens

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,200}")
_PARTS = re.compile(r"[,;/&|]|\band\b|\bund\b|\bet\b|\by\b")
_NOT_A_NAME = frozenset(
    [
        "by",
        "staff",
        "editor",
        "editors",
        "desk",
        "newsroom",
        "reporter",
        "correspondent",
        "writer",
        "admin",
        "the",
        "a",
        "an",
        "from",
        "for",
        "news",
        "agencies",
    ]
)
_NAMES_EACH = 4  # authors of one article that are looked for


@dataclass(frozen=True, slots=True)
class Credits:
    """What the texts of pairs say about each other, row by row: `place[p, side]` is the word of text `side` at which
    the other text's author or outlet is named, or -1; `length` is the number of words of the name."""

    place: NDArray[np.int64]
    length: NDArray[np.int64]

    @property
    def one_sided(self) -> NDArray[np.float64]:
        """+1 where only the second text names the first, -1 where only the first names the second, else 0."""
        named = self.place >= 0
        return named[:, 1].astype(np.float64) - named[:, 0].astype(np.float64)


def names_of(article: Article) -> tuple[str, ...]:
    """The names under which others would credit this article: full names of its authors, and its publisher."""
    names = []
    author = _MAIL.sub(" ", (article.author or "")[:400])
    for part in _PARTS.split(author.replace("(", ",").replace(")", ",").replace("<", " ").replace(">", " ")):
        words = [word for word in part.split() if word.lower().strip(".") not in _NOT_A_NAME]
        if len(words) >= 2 or (words and len(words[0]) >= 5 and words[0][0].isupper()):
            names.append(" ".join(words[:5]))
    outlet = (article.publisher or "").strip()
    outlet = outlet[4:] if outlet.lower().startswith("the ") else outlet
    if outlet and len(outlet) <= 80:
        names.append(outlet)
    return tuple(dict.fromkeys(names[:_NAMES_EACH]))


def find_credits(texts: Texts, articles: Mapping[str, Article], pairs: NDArray[np.int64]) -> Credits:
    """Look for each text's names in the other text of its pairs; people also by their last name."""
    owners, begins, names = [0], [0], []
    for name in texts.ids:
        for sequence in _sequences(articles[name]):
            names += sequence
            begins.append(len(names))
        owners.append(len(begins) - 1)
    place, length = np.full((len(pairs), 2), -1, np.int64), np.zeros((len(pairs), 2), np.int64)
    sought = made(kernels.Names, np.array(owners, np.int64), np.array(begins, np.int64), np.array(names, np.uint64))
    kernels.find_names(texts.as_arrays(), pairs, sought, place, length)
    return Credits(place, length)


def _sequences(article: Article) -> list[list[int]]:
    """Word hashes of each name; for an author of two words or more the last name alone serves as well."""
    found = []
    for name in names_of(article):
        words = tokens.tokenise(name).words.tolist()
        last = name.split()[-1]
        if words:
            found.append(words)
        if len(words) >= 2 and len(last) >= 4 and name != (article.publisher or ""):
            found.append(words[-1:])
    return found
