"""How rare the words of a text are in a language other than English, for which no counts ship.

Function words are common and every other word is rare. Scripts without spaces are read a character at a time, and a
character says a part of what a word says. These are orders of magnitude: what they decide is whether a run of equal
words is a set phrase or says something.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from provenance.languages.function_words import FUNCTION_WORDS
from provenance.text.common_words import SCALE, UNKNOWN, ContentTable
from provenance.text.kernels.words import insert_weights, look_up_weights
from provenance.text.tokens import Tokens, codes_of, tokenise

FUNCTION = 1.0  # nats of a function word: three of eight articles have it
RARE = UNKNOWN / SCALE
# First and last code point, and the nats of one such character: a Chinese word has 1.6 of them, a Japanese one two,
# and a Thai one four letters; hiragana writes endings and particles.
CHARACTERS = (
    (0x0E00, 0x0EFF, 1.4),
    (0x1000, 0x109F, 1.4),
    (0x1780, 0x17FF, 1.4),
    (0x3040, 0x309F, 0.6),
    (0x30A0, 0x30FF, 1.4),
    (0x3400, 0x9FFF, 3.0),
    (0xF900, 0xFAFF, 3.0),
)


def rarities(text: str, tokens: Tokens, language: str) -> NDArray[np.float64]:
    """How rare each word is, in nats, parallel to `tokens`."""
    table = _table(language)
    weights = np.empty(len(tokens), np.int32)
    look_up_weights(tokens.words, table.stems, table.weights, weights)
    found = weights / SCALE
    if len(tokens) and not text.isascii():
        firsts = codes_of(text)[tokens.starts]
        for low, high, nats in CHARACTERS:
            found[(firsts >= low) & (firsts <= high)] = nats
    return found


@functools.lru_cache(maxsize=64)
def _table(language: str) -> ContentTable:
    """The function words of a language by the hashes of whole words; empty where none are listed."""
    words = np.unique(tokenise(FUNCTION_WORDS.get(language, "").replace(" ", "\n")).words)
    size = 1 << max(4, (4 * len(words)).bit_length())
    table = ContentTable(language, np.zeros(size, np.uint64), np.full(size, UNKNOWN, np.int32))
    insert_weights(words, np.full(len(words), round(FUNCTION * SCALE), np.int32), table.stems, table.weights)
    return table
