"""Snowball stems of words, as hashes beside the words of a text.

The light stems of `provenance.text.tokens` serve long passages; sentence by sentence the full Snowball stemmer finds
more ("grieving" and "grieved", "weapons" and "weaponry" share the beginning only). The stemmer is loaded when the
first word is stemmed. Stems are kept by word, because a language has few words and texts repeat them; the cache is
emptied when it is full and never changes an answer.
"""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from provenance.text import folding

if TYPE_CHECKING:
    from provenance.text.tokens import Tokens

MOST_CACHED = 400_000  # words; about 40 MB
LONGEST_STEMMED = 64  # letters; what is longer is no word, and the stemmer's time grows with the length

_cache: dict[int, int] = {}


class Stemmer(Protocol):
    """What PyStemmer gives for a language."""

    def stemWord(self, word: str) -> str:  # noqa: N802
        """The stem of a word in lower case."""


@functools.cache
def stemmer(language: str = "english") -> Stemmer:
    """The Snowball stemmer for a language by its English name; KeyError where there is none."""
    import Stemmer as PyStemmer

    made: Stemmer = PyStemmer.Stemmer(language)
    return made


def stem(word: str) -> str:
    """The stem of one word, whatever its case or accents."""
    if word.isascii() and word.isalnum():
        letters = word.lower()
    else:
        letters = "".join(folding.folded(character) for character in word)
    return stemmer().stemWord(letters[:LONGEST_STEMMED])


def stem_hashes(text: str, tokens: Tokens) -> NDArray[np.uint64]:
    """A 64-bit hash of the stem of each token, parallel to `tokens`; equal words have equal stems."""
    distinct, first, back = np.unique(tokens.words, return_index=True, return_inverse=True)
    if len(_cache) + len(distinct) > MOST_CACHED:
        _cache.clear()
    hashes = np.empty(len(distinct), np.uint64)
    for place, (word, at) in enumerate(zip(distinct.tolist(), first.tolist(), strict=True)):
        known = _cache.get(word)
        if known is None:
            known = _hash(stem(text[tokens.starts[at] : tokens.ends[at]]))
            if len(_cache) < MOST_CACHED:
                _cache[word] = known
        hashes[place] = known
    return hashes[back]


def _hash(letters: str) -> int:
    digest = hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
