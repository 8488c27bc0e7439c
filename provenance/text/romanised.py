"""Letters of other scripts as Latin ones, so that a name can be told from how it sounds: "Лунд", "ルンド", "لوند".

What letters stand for is for the library `anyascii` (extra `meaning`); without it, only Latin letters have a reading.
Chinese characters read as in Mandarin; what names in kanji read as is for `japanese_names`. Nothing here knows what a
name is.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable

_STROKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
# Sounds that languages and scripts write for one another, as classes. Vowels, h, w and y are left out: scripts drop
# them, or put them between consonants.
_TOGETHER = (
    ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("zh", "S"), ("ts", "S"), ("tz", "S"), ("dz", "S"),
    ("th", "T"), ("ph", "F"), ("kh", "K"), ("ck", "K"), ("qu", "K"), ("ng", "N"), ("x", "KS"),
)  # fmt: skip
_CLASSES = str.maketrans(
    {
        **dict.fromkeys("bvp", "P"), "f": "F", **dict.fromkeys("kgq", "K"), **dict.fromkeys("td", "T"),
        **dict.fromkeys("sz", "S"), **dict.fromkeys("rl", "R"), **dict.fromkeys("nm", "N"), "c": "C", "j": "J",
        **dict.fromkeys("aeiouhwy", ""),
    }
)  # fmt: skip
_SILENT = re.compile("(?<=[A-Z])R(?=[A-Z])")
_DOUBLED = re.compile(r"(.)\1")
FEWEST_TO_DIFFER = 5  # sounds of a name of which one may differ
_EITHER = {"C": "KS", "J": "KS"}  # "c" is k or s, "j" of Mandarin stands for "ki" and "ji"


def romanised(word: str) -> str:
    """The Latin letters that a word reads as, small and without accents; "" where nobody knows them."""
    plain = _bare(word)
    if plain.isascii():
        return plain
    library = _library()
    return "".join(filter(str.isalnum, library(word).lower())) if library is not None else ""


def is_latin(letter: str) -> bool:
    """Whether a letter is a Latin one, with an accent or without."""
    return _bare(letter).isascii()


def _bare(word: str) -> str:
    """A word in small letters without accents; letters that merely look like Latin ones stay what they are."""
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_STROKED))
    return "".join(letter for letter in apart if letter.isalnum())


def sounds(letters: str) -> str:
    """The consonants of Latin letters as classes of sounds, doubled letters only once: "lund" gives "RNT"."""
    letters = _DOUBLED.sub(r"\1", letters)
    for written, sound in _TOGETHER:
        letters = letters.replace(written, sound)
    return letters.translate(_CLASSES)


def sound_alike(one: str, other: str) -> bool:
    """Whether classes of sounds are the same, but for "r" before another consonant, or for one of five or more."""
    if _same(one, other) or _same(_SILENT.sub("", one), _SILENT.sub("", other)):
        return True
    short, long = sorted((one, other), key=len)
    if len(long) < FEWEST_TO_DIFFER or len(long) - len(short) > 1 or not _same(long[0], short[0]):
        return False
    if len(long) == len(short):
        return sum(not _same(a, b) for a, b in zip(one, other, strict=True)) <= 1
    return any(_same(short, long[:at] + long[at + 1 :]) for at in range(1, len(long)))


def _same(one: str, other: str) -> bool:
    return len(one) == len(other) and all(
        a == b or b in _EITHER.get(a, "") or a in _EITHER.get(b, "") for a, b in zip(one, other, strict=True)
    )


@functools.cache
def _library() -> Callable[[str], str] | None:
    try:
        from anyascii import anyascii
    except ImportError:
        return None
    made: Callable[[str], str] = anyascii
    return made
