"""Which words of a text are part of a set phrase of the English press: a list that ships with the package.

Two texts that thank somebody "for your attention to this matter", or name "the U.S. Department of Health and Human
Services", have copied nothing, however rare each of these words is. The list has courtesies, forms of statements and
procedure, offices and titles in their full length. It says nothing of other languages and knows no archive: what many
articles of one archive share is found from these (`provenance.fingerprint.boilerplate`).
"""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provenance.text.tokens import tokenise

LENGTH = 4  # words in a row that are looked up: three are too few to say that a phrase was meant

_LIST = Path(__file__).with_name("set_phrases.txt")
_BASE = np.uint64(0x9E3779B97F4A7C15)


def set_phrases() -> list[str]:
    """Each listed phrase."""
    return [line for line in _LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def in_set_phrases(words: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """`[i]`: whether word i is one of LENGTH words in a row that a listed phrase has; `words` are hashes of words."""
    found = np.zeros(len(words), np.bool_)
    if len(words) >= LENGTH:
        listed, asked = _listed(), _in_a_row(words)
        places = np.minimum(np.searchsorted(listed, asked), len(listed) - 1)
        for place in np.flatnonzero(listed[places] == asked).tolist():
            found[place : place + LENGTH] = True
    return found


@functools.cache
def _listed() -> NDArray[np.uint64]:
    """The hashes of all LENGTH words in a row of the list, ascending."""
    return np.unique(np.concatenate([_in_a_row(tokenise(phrase).words) for phrase in set_phrases()]))


def _in_a_row(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash of each LENGTH words in a row."""
    value = np.zeros(len(words) - LENGTH + 1, np.uint64)
    for place in range(LENGTH):
        value = value * _BASE + words[place : len(words) - LENGTH + 1 + place]
    return value
