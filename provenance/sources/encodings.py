"""Bytes to text: byte order marks, UTF-8, then a guess that is always declared.

Line ends are left as they are and no character is replaced in silence. NUL bytes mean that the input is no text.
"""

from __future__ import annotations

import codecs
import re
import warnings
from dataclasses import dataclass

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 64 * 1024  # bytes that a legacy encoding is guessed from; guessing costs about a second a megabyte
# Letters and signs above ASCII that Western news has in windows-1252; nearly every byte of a right guess is one.
_EXPECTED = re.compile(
    "[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u00a0£€©®°½¼¾·«»™§áéíóúàèìòùâêîôûäëïöüçñåæøÁÉÖÜÄÅØÑÇßãõšžŠŽœŒ]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was got where that was more than reading UTF-8 (`guess`)."""

    text: str
    guess: str | None = None


class UndecodableInput(ValueError):
    """The bytes are no text; the message says why, for people."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` is an encoding that the input names itself (an HTML meta element).

    Raises UndecodableInput for binary data.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        silent = _unmarked_utf16(data)
        if silent is None:
            raise UndecodableInput("it is binary, not text")
        return Decoded(_strict(data, silent).text, f"{silent} without a byte order mark, from its zero bytes")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _legacy(data, declared)


def looks_binary(head: bytes) -> bool:
    """Whether the beginning of an input has NUL bytes as binary data has: many, or among bytes that are no UTF-8.

    A stray NUL in the text of one row does not condemn the others.
    """
    if b"\0" not in head or head.startswith(tuple(mark for mark, _ in MARKS)) or _unmarked_utf16(head) is not None:
        return False
    return head.count(0) > 0.1 * len(head) or "\ufffd" in head.decode("utf-8", "replace")[:-3]


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableInput(f"its byte order mark says {encoding}, but byte {error.start} is not") from None
    if "\0" in text:
        raise UndecodableInput("it is binary, not text")
    return Decoded(text)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    pairs = len(data) // 2
    if len(data) % 2 or pairs < 2:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd > 0.6 * pairs and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * pairs and odd == 0 else None


def _legacy(data: bytes, declared: str | None) -> Decoded:
    """What is not UTF-8: what it says it is, UTF-8 with a few broken bytes, windows-1252, or the best guess."""
    if declared:
        try:
            if codecs.lookup(declared).name not in ("utf-8", "ascii"):
                return Decoded(data.decode(declared))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass  # pages often name an encoding that they are not in
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    beyond = len(repaired) - repaired.count("\ufffd") - _ascii_count(data)
    if beyond > 4 * broken:  # most of what is not ASCII is good UTF-8: a cut or damaged file, not another encoding
        return Decoded(repaired, f"UTF-8 in which {broken} broken places were replaced by U+FFFD")
    western = _windows(data)
    if western is not None:
        return Decoded(western, "windows-1252, from its bytes")
    return _guessed(data)


def _ascii_count(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(128))))


def _windows(data: bytes) -> str | None:
    """Windows-1252, where nearly all bytes above 127 become letters and marks that English news uses."""
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    beyond = len(data) - _ascii_count(data)
    # A second encoding's text read as windows-1252 gives runs of accented letters; Western words have lone ones.
    runs = sum(len(run) for run in re.findall(r"[À-ÿ]{3,}", text))
    return text if len(_EXPECTED.findall(text)) >= 0.9 * beyond and runs <= 0.1 * beyond else None


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise UndecodableInput("it is in no text encoding that could be recognised; save it as UTF-8")
    try:
        text = data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        raise UndecodableInput(f"it looks like {best.encoding} but is not; save it as UTF-8") from None
    return Decoded(text, f"{best.encoding}, from its bytes")
