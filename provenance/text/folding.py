"""The table that says which characters count as the same when words are compared.

A character is a separator, part of a word, ignorable (soft hyphen, zero-width, combining mark) or a word of its own
(ideographs, and scripts written without spaces). Word characters fold to at most three code points: compatibility
decomposition, case folding, accents removed, and letters of other alphabets that look like Latin ones replaced.
The table is stored in the package so that every platform and Python version folds alike; `python -m
provenance.text.folding` rebuilds it from `unicodedata`. It never looks at context: folding a character is the same
wherever it stands.
"""

from __future__ import annotations

import functools
import unicodedata
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

VERSION = "fold1"
SIZE = 0x20000
SEPARATOR, WORD, IGNORABLE, ALONE = 0, 1, 2, 3
UPPER, DIGIT, SPACE = 1, 2, 4

_TABLE = Path(__file__).with_name("folding.npz")

# Letters that print like a Latin one (Unicode's confusables list, the ones that whole Latin words can be faked with).
_LOOK_ALIKE = str.maketrans(
    "аеорсухіѕјһԁԛԝӏвкмнтзгαορνικυτχɑɡıꞵ",
    "aeopcyxisjhdqwlbkmht3raopvikutxagib",
)
_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # CJK radicals
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
)


class Folding(NamedTuple):
    """`kinds[c]`, `letters[c]` (0 ends early) and `traits[c]` (bits UPPER, DIGIT, SPACE) of each code point c."""

    kinds: NDArray[np.uint8]
    letters: NDArray[np.uint32]
    traits: NDArray[np.uint8]


@functools.cache
def table() -> Folding:
    """The table that the package ships."""
    with np.load(_TABLE) as stored:
        return Folding(stored["kinds"], stored["letters"], stored["traits"])


def folded(character: str) -> str:
    """The letters that `character` stands for when words are compared; "" when it is no part of a word."""
    if 0xD800 <= ord(character) < 0xE000:
        return ""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = "".join(letter for letter in decomposed if letter.isalnum() and unicodedata.category(letter) != "Mn")
    return kept.translate(_LOOK_ALIKE)[:3]


def kind(character: str) -> int:
    """SEPARATOR, WORD, IGNORABLE or ALONE."""
    code = ord(character)
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return IGNORABLE
    if category == "Mc":
        return WORD
    if not folded(character):
        return SEPARATOR
    if any(low <= code <= high for low, high in _WITHOUT_SPACES):
        return ALONE
    return WORD if character.isalnum() else SEPARATOR


def build() -> Folding:
    """Make the table anew from this Python's Unicode data."""
    kinds = np.zeros(SIZE, np.uint8)
    letters = np.zeros((SIZE, 3), np.uint32)
    traits = np.zeros(SIZE, np.uint8)
    for code in range(SIZE):
        character = chr(code)
        kinds[code] = kind(character)
        traits[code] = UPPER * character.isupper() + DIGIT * character.isdigit() + SPACE * character.isspace()
        if kinds[code] in {WORD, ALONE}:
            for place, letter in enumerate(folded(character) or character):
                letters[code, place] = ord(letter)
    return Folding(kinds, letters, traits)


if __name__ == "__main__":
    made = build()
    np.savez_compressed(_TABLE, kinds=made.kinds, letters=made.letters, traits=made.traits)
