"""Letters and characters by which a text differs for programs and not for people: homoglyphs, hidden characters.

Words are compared without them (`provenance.text.normalisation`), so that a disguised copy is found as any other.
That somebody disguised it is worth knowing: here it is found, with its places. A word of another alphabet is none; a
word of Latin letters with one Cyrillic letter is. A text of ASCII letters costs one look.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from provenance.model import Span
from provenance.model.disguises import Disguise, DisguiseKind
from provenance.text.tokens import codes_of

LISTED = 50  # words of each kind
FEWEST = 2  # characters of a kind: a single one is a slip of a keyboard or a relic of a web page
DISGUISED = "disguised: "  # begins what readers say of a text that they read as a person does

_LATIN = "A-Za-z\u00c0-\u024f"
# Letters that print like a Latin one, of alphabets whose words have others as well.
_ALIKE = "аеорсухіѕјһԁԛԝӏвкмнтзгАВЕКМНОРСТУХІЅЈαορνικυτχΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡıꞵ"
_MIXED = re.compile(rf"\w*(?:[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}])\w*")
_WHOLE = re.compile(rf"(?<!\w)[{_ALIKE}]{{2,}}(?!\w)")
_ANY_ALIKE = re.compile(f"[{_ALIKE}]")
_OTHER_LETTER = re.compile(rf"[\u0370-\u052f](?<![{_ALIKE}])")
_HIDDEN = (
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u034f\u061c\u180e\ufeff\ufe00-\ufe0f\U000e0000-\U000e01ef"
)
_WITH_HIDDEN = re.compile(rf"\w*[{_LATIN}][{_HIDDEN}]+(?=[{_LATIN}])[\w{_HIDDEN}]*")
_ANY_HIDDEN = re.compile(f"[{_HIDDEN}]")
_SOFT = re.compile(r"(?<![\w\xad])\w{0,2}\xad[\w\xad]*|\w+\xad\w{0,1}\xad[\w\xad]*")  # no word is parted so early
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff"
_MARKED = re.compile(rf"\w*[{_LATIN}][{_MARKS}]+\w*")
_SHAPES = "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\u24b6-\u24e9\u210a-\u2113\u211b-\u2134"
_SHAPED = re.compile(f"[{_SHAPES}]{{2,}}")


def disguises(text: str, within: Span, guesses: Mapping[str, str] | None = None) -> tuple[Disguise, ...]:
    """The disguises of a text's part `within`, most telling first; () for most. `guesses` say how it was read."""
    found = list(_as_read((guesses or {}).get("text", "")))
    if not text.isascii() and suspect_characters()[codes_of(within.of(text))].any():
        for kind, words in (
            ("other_alphabet", _of_other_alphabets(text, within)),
            ("hidden_characters", _with_hidden(text, within)),
            ("marks_on_letters", _with_marks(text, within)),
            ("letter_shapes", _shaped(text, within)),
        ):
            found += _disguise(kind, words)  # type: ignore[arg-type]
    return tuple(found)


@functools.cache
def suspect_characters() -> NDArray[np.bool_]:
    """For each code point whether a disguise may be made with it: five thousand are looked up in 10 µs."""
    suspect = np.zeros(0x110000, np.bool_)
    suspect[[*map(ord, _ALIKE), 0xAD]] = True
    for part in (_HIDDEN, _MARKS, _SHAPES):
        for low, high in re.findall("(.)(?:-(.))?", part):
            suspect[ord(low) : ord(high or low) + 1] = True
    return suspect


def _as_read(how: str) -> Iterator[Disguise]:
    for part in how.split("; "):
        if part.startswith(DISGUISED):
            yield Disguise("as_read", words=part.removeprefix(DISGUISED))


def _disguise(kind: DisguiseKind, words: Iterable[tuple[Span, int]]) -> Iterator[Disguise]:
    listed = sorted(words)
    count = sum(each for _, each in listed)
    if count >= FEWEST:
        yield Disguise(kind, count, tuple(span for span, _ in listed[:LISTED]))


def _of_other_alphabets(text: str, within: Span) -> Iterator[tuple[Span, int]]:
    """Words of Latin letters with some that look alike, and words of nothing but these in a text without others."""
    if _ANY_ALIKE.search(text, *within) is None:
        return
    for found in _MIXED.finditer(text, *within):
        yield Span(*found.span()), len(_ANY_ALIKE.findall(found[0]))
    if _OTHER_LETTER.search(text, *within) is None:  # Russian and Greek have letters that look like no Latin one
        for found in _WHOLE.finditer(text, *within):
            yield Span(*found.span()), len(found[0])


def _with_hidden(text: str, within: Span) -> Iterator[tuple[Span, int]]:
    for found in _WITH_HIDDEN.finditer(text, *within):
        yield Span(*found.span()), len(_ANY_HIDDEN.findall(found[0]))
    if "\xad" in text:
        for found in _SOFT.finditer(text, *within):
            yield Span(*found.span()), found[0].count("\xad")


def _with_marks(text: str, within: Span) -> Iterator[tuple[Span, int]]:
    """Words with marks that belong to no letter of a language: those that do make one character with it."""
    for found in _MARKED.finditer(text, *within):
        left = sum(unicodedata.combining(each) > 0 for each in unicodedata.normalize("NFC", found[0]))
        if left:
            yield Span(*found.span()), left


def _shaped(text: str, within: Span) -> Iterator[tuple[Span, int]]:
    """Words in the letters of mathematics, in circles or in full width."""
    for found in _SHAPED.finditer(text, *within):
        yield Span(*found.span()), len(found[0])
