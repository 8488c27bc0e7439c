"""Snowball stems of words, as hashes beside the words of a text.

The light stems of `provenance.text.tokens` serve long passages; sentence by sentence the full Snowball stemmer finds
more, and confuses less: five letters make "interview" and "internal" one word. The stemmer is loaded when the first
word is stemmed. Stems are kept by word in a table, because a language has few words and texts repeat them: the
stemmer then costs 10 ns a word instead of 2 µs. The table is emptied when it is full and never changes an answer.
"""

from __future__ import annotations

import functools
import hashlib
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel
from provenance.text import folding

if TYPE_CHECKING:
    from provenance.text.tokens import Tokens

SLOTS = 1 << 20  # of the table: 16 MB, mapped as it fills
MOST_KEPT = SLOTS // 2
LONGEST_STEMMED = 64  # letters; what is longer is no word, and the stemmer's time grows with the length

Array = NDArray[Any]


class Stemmer(Protocol):
    """What PyStemmer gives for a language."""

    def stemWord(self, word: str) -> str:  # noqa: N802
        """The stem of a word in lower case."""

    def stemWords(self, words: Sequence[str]) -> list[str]:  # noqa: N802
        """The stems of several."""


class _Table:
    """Stems met so far, by the hash of the word; hash 0 means a free place, in both arrays."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        self.words = np.zeros(SLOTS, np.uint64)
        self.stems = np.zeros(SLOTS, np.uint64)
        self.count = 0


@functools.cache
def _table() -> _Table:
    return _Table()


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
    table = _table()
    with table.lock:
        hashes = looked_up(tokens.words, table.words, table.stems)
        unknown = np.flatnonzero(hashes == 0)
        if len(unknown):
            words, first = np.unique(tokens.words[unknown], return_index=True)
            places = unknown[first]
            starts, ends = tokens.starts[places].tolist(), tokens.ends[places].tolist()
            stems = np.array([_hash(stem(text[a:b])) for a, b in zip(starts, ends, strict=True)], np.uint64)
            hashes[unknown] = stems[np.searchsorted(words, tokens.words[unknown])]
            if table.count + len(words) > MOST_KEPT:
                table.clear()
            if len(words) <= MOST_KEPT:
                insert(words, stems, table.words, table.stems)
                table.count += len(words)
    return hashes


def _hash(letters: str) -> int:
    digest = hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1


@kernel
def slot_of(word: Any, words: Array) -> Any:
    """Where `word` stands in the table, or the free place where it would go."""
    mask = np.uint64(len(words) - 1)
    slot = word & mask
    while words[slot] != np.uint64(0) and words[slot] != word:
        slot = (slot + np.uint64(1)) & mask
    return slot


@kernel
def looked_up(wanted: Array, words: Array, stems: Array) -> Array:
    """The stems of the words wanted, 0 for those that the table lacks."""
    found = np.zeros(len(wanted), np.uint64)
    for place in range(len(wanted)):
        slot = slot_of(wanted[place], words)
        if words[slot] != np.uint64(0):
            found[place] = stems[slot]
    return found


@kernel
def insert(new: Array, new_stems: Array, words: Array, stems: Array) -> None:
    """Put words and their stems into the table, which has room for them."""
    for place in range(len(new)):
        slot = slot_of(new[place], words)
        words[slot] = new[place]
        stems[slot] = new_stems[place]
