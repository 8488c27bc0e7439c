"""When two words count as the same: the table that folds characters, and Snowball stems.

A character is a separator, part of a word, ignorable (soft hyphen, zero-width, combining mark) or a word of its own
(ideographs, and scripts written without spaces). Word characters fold to at most three code points: compatibility
decomposition, case folding, accents removed, and letters of other alphabets that look like Latin ones replaced.
The table is stored in the package so that every platform and Python version folds alike; `python -m
provenance.text.normalisation` rebuilds it from `unicodedata`. It never looks at context: a character folds alike
wherever it occurs.

The light stems of `provenance.text.tokens` (five letters) are for long passages; between single sentences the full
Snowball stemmer finds more and confuses less: five letters make "interview" and "internal" one word. The stemmer is
loaded when the first word is stemmed. Stems are kept by word in a table, because a language has few words and texts
repeat them: a word then costs 10 ns instead of 2 µs. The table is emptied when it is full and never changes an
answer.
"""

from __future__ import annotations

import functools
import hashlib
import threading
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from provenance.text.kernels.words import insert_stems, look_up_stems

if TYPE_CHECKING:
    from provenance.text.tokens import Tokens

VERSION = "fold1"
SIZE = 0x20000
SEPARATOR, WORD, IGNORABLE, ALONE = 0, 1, 2, 3
UPPER, DIGIT, SPACE = 1, 2, 4

SLOTS = 1 << 20  # of the table of stems: 16 MB, mapped as it fills
MOST_KEPT = SLOTS // 2
LONGEST_STEMMED = 64  # letters; what is longer is no word, and the stemmer's time grows with the length

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


# The Snowball stemmers of languages, by code; English words have theirs without being asked.
SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


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
    """The letters that replace `character` when words are compared; "" when it is not part of a word."""
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


class Stemmer(Protocol):
    """What PyStemmer gives for a language."""

    def stemWord(self, word: str) -> str:  # noqa: N802
        """The stem of a word in lower case."""

    def stemWords(self, words: Sequence[str]) -> list[str]:  # noqa: N802
        """The stems of several."""


class _Stems:
    """Stems met so far, by the hash of the word; hash 0 means a free place, in both arrays."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        self.words = np.zeros(SLOTS, np.uint64)
        self.stems = np.zeros(SLOTS, np.uint64)
        self.count = 0


@functools.cache
def _stems(language: str | None) -> _Stems:
    return _Stems()


@functools.cache
def stemmer(language: str = "english") -> Stemmer:
    """The Snowball stemmer for a language by its English name; KeyError where there is none."""
    import Stemmer as PyStemmer

    made: Stemmer = PyStemmer.Stemmer(language)
    return made


def stem(word: str, language: str | None = None) -> str:
    """The stem of one word, whatever its case or accents; `language` is a code, None for English.

    Other languages are stemmed as they are written, since their endings have accents, and folded afterwards. What
    has no stemmer keeps its letters.
    """
    if language not in (None, "en"):
        written = unicodedata.normalize("NFC", word.lower())[:LONGEST_STEMMED]
        name = SNOWBALL.get(language or "")
        return "".join(map(folded, stemmer(name).stemWord(written) if name else written))
    plain = word.isascii() and word.isalnum()
    letters = word.lower() if plain else "".join(map(folded, word))
    return stemmer().stemWord(letters[:LONGEST_STEMMED])


def stem_hashes(text: str, tokens: Tokens, language: str | None = None) -> NDArray[np.uint64]:
    """A 64-bit hash of the stem of each token, parallel to `tokens`; equal words have equal stems."""
    language = language if language in SNOWBALL else None
    table = _stems(language)
    with table.lock:
        hashes = np.empty(len(tokens), np.uint64)
        look_up_stems(tokens.words, table.words, table.stems, hashes)
        unknown = np.flatnonzero(hashes == 0)
        if len(unknown):
            words, first = np.unique(tokens.words[unknown], return_index=True)
            places = unknown[first]
            starts, ends = tokens.starts[places].tolist(), tokens.ends[places].tolist()
            stems = np.array([_hash(stem(text[a:b], language)) for a, b in zip(starts, ends, strict=True)], np.uint64)
            hashes[unknown] = stems[np.searchsorted(words, tokens.words[unknown])]
            if table.count + len(words) > MOST_KEPT:
                table.clear()
            if len(words) <= MOST_KEPT:
                insert_stems(words, stems, table.words, table.stems)
                table.count += len(words)
    return hashes


def _hash(letters: str) -> int:
    digest = hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1


if __name__ == "__main__":
    folding = build()
    np.savez_compressed(_TABLE, kinds=folding.kinds, letters=folding.letters, traits=folding.traits)
