"""Bytes to text: bounded reading, decompression, byte order marks, UTF-8, then a guess that is always declared.

Inputs and lines are never read beyond a limit. Line ends are left as they are and no character is replaced silently.
NUL bytes mean that the input is no text. Damage while reading (a truncated gzip, a failing disk) is one exception,
`BrokenStream`, after everything before it has been handed out.
"""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GZIP = b"\x1f\x8b"
CHUNK = 1 << 20
SHORTEST, DISTINCT = 16, 6  # bytes, and characters that differ, of a text in UTF-16 without zeros
HEAD = 8192  # bytes that are examined to distinguish text from binary data


# Streams --------------------------------------------------------------------------------------------------------


class BrokenStream(Exception):
    """Reading stopped before the end; the message says why, for people."""


def unpacked(raw: BinaryIO) -> BinaryIO:
    """The stream itself, or its decompressed bytes where it begins as gzip does, whatever its name says."""
    buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw), CHUNK)
    try:
        packed = buffered.peek(2)[:2] == GZIP
    except OSError as error:
        raise BrokenStream(str(error.strerror or error)) from None
    return cast("BinaryIO", gzip.GzipFile(fileobj=buffered)) if packed else buffered


def peeked(stream: BinaryIO, size: int) -> bytes:
    """The next bytes, up to `size`, left in the stream; fewer where fewer have been read so far."""
    return _guarded(stream, "peek", size)[:size]


def headed(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, `size` of them where it has as many, and the stream with them put back."""
    head = _guarded(stream, "read", size)
    return head, cast("BinaryIO", io.BufferedReader(Rejoined(head, stream), CHUNK))


def read_upto(stream: BinaryIO, limit: int) -> bytes | None:
    """All bytes, or None where there are more than `limit`; no more than that is read."""
    data = _guarded(stream, "read", limit + 1)
    return data if len(data) <= limit else None


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and bytes of each line, its end included; None for a line of more than `limit` bytes.

    The end of a line is a line feed. UTF-16 and UTF-32 with a byte order mark arrive as UTF-8. Raises
    UndecodableInput before the first line where the input begins like no text.
    """
    stream = _recoded(stream)
    number = 0
    while line := _guarded(stream, "readline", limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = _guarded(stream, "readline", CHUNK)
        yield number, None


def _guarded(stream: BinaryIO, method: str, size: int) -> bytes:
    try:
        return cast("bytes", getattr(stream, method)(size))
    except EOFError:
        raise BrokenStream("the compressed file ends too early; it is cut off") from None
    except (zlib.error, gzip.BadGzipFile) as error:
        raise BrokenStream(f"the compressed file is damaged ({error})") from None
    except (OSError, UnicodeError) as error:
        raise BrokenStream(str(getattr(error, "strerror", None) or error)) from None


def _recoded(stream: BinaryIO) -> BinaryIO:
    """Drop a UTF-8 mark; turn UTF-16 and UTF-32 into UTF-8 piece by piece."""
    beginning = _guarded(stream, "peek", HEAD)[:HEAD]
    if looks_binary(beginning):
        raise UndecodableInput("it is binary, not text")
    silent = silent_encoding(beginning)
    head = _guarded(stream, "read", 4)
    if silent is not None:
        return cast("BinaryIO", io.BufferedReader(_Recoded(Rejoined(head, stream), silent), CHUNK))
    for mark, encoding in MARKS:
        if head.startswith(mark):
            rest = Rejoined(head[len(mark) :], stream)
            source: io.RawIOBase = rest if encoding == "utf-8" else _Recoded(rest, encoding)
            return cast("BinaryIO", io.BufferedReader(source, CHUNK))
    return cast("BinaryIO", io.BufferedReader(Rejoined(head, stream), CHUNK))


class Rejoined(io.RawIOBase):
    """Bytes that were read ahead, followed by the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer from the head, then from the rest."""
        view = memoryview(cast("bytearray", buffer))
        if self._head:
            data, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            data = self._rest.read(len(view)) if not hasattr(self._rest, "read1") else self._rest.read1(len(view))
        view[: len(data)] = data
        return len(data)


class _Recoded(io.RawIOBase):
    """A stream in another encoding as UTF-8; a broken character raises UnicodeError."""

    def __init__(self, stream: Rejoined, encoding: str) -> None:
        super().__init__()
        self._stream, self._left = stream, b""
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next decoded bytes."""
        view = memoryview(cast("bytearray", buffer))
        while not self._left:
            data = self._stream.read(CHUNK) or b""
            self._left = self._decoder.decode(data, final=not data).encode("utf-8", "surrogatepass")
            if not data:
                break
        data, self._left = self._left[: len(view)], self._left[len(view) :]
        view[: len(data)] = data
        return len(data)


# Text -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was got where that was more than reading UTF-8 (`guess`).

    `doubt` says why the text may be wrong, in words for people.
    """

    text: str
    guess: str | None = None
    doubt: str | None = None


class UndecodableInput(ValueError):
    """The bytes are no text; the message says why, for people."""


def decode(
    data: bytes, declared: str | None = None, lines: Callable[[], tuple[str, str | None] | None] | None = None
) -> Decoded:
    """The text of `data`; `declared` is an encoding that the input names itself (an HTML meta element); `lines` gives
    the encoding, and another likely one, of the lines of a file, of which `data` is one.

    Raises UndecodableInput for binary data.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        silent = unmarked_utf16(data)
        if silent is None:
            raise UndecodableInput("it is binary, not text")
        return Decoded(_strict(data, silent).text, f"{silent} without a byte order mark, from its bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        from provenance.sources.characters.legacy_encodings import legacy

        read = legacy(data, declared, lines)
        if read is None:
            raise UndecodableInput("it is in no text encoding that could be recognised; save it as UTF-8") from None
        return Decoded(*read)
    # One character is searched for ten times as fast as two.
    if "\x0e" in text and text.count("\x0e") * 4 > len(text):  # Thai in UTF-16 has no zero bytes, and these for them
        silent = unmarked_utf16(data) if len(data) >= SHORTEST and len({*text}) >= DISTINCT else None
        if silent is not None:
            return Decoded(_strict(data, silent).text, f"{silent} without a byte order mark, from its bytes")
    if "\x1b" in text and "\x1b$" in text and (japanese := _with_escapes(data)) is not None:
        return Decoded(japanese, "iso2022_jp, from its escapes")
    return Decoded(text)


def looks_binary(head: bytes) -> bool:
    """Whether the beginning of an input has NUL bytes as binary data has: many, or among bytes that are no UTF-8.

    A stray NUL in the text of one row does not condemn the others.
    """
    if b"\0" not in head or head.startswith(tuple(mark for mark, _ in MARKS)):
        return False
    if unmarked_utf16(head[: len(head) // 2 * 2]) is not None:
        return False
    return head.count(0) > 0.1 * len(head) or "\ufffd" in head.decode("utf-8", "replace")[:-3]


def silent_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark by the beginning of an input; None for all others."""
    if b"\0" not in head or head.startswith(tuple(mark for mark, _ in MARKS)):
        return None
    return unmarked_utf16(head[: len(head) // 4 * 4])


def unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, where the bytes with their zeros are that; else None."""
    pairs = min(len(data), HEAD) // 2
    if len(data) % 2 or pairs < 2:
        return None
    head = data[: 2 * pairs]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.6 * pairs and even == 0:  # Western text: every other byte is zero
        return "utf-16-le"
    if even > 0.6 * pairs and odd == 0:
        return "utf-16-be"
    from provenance.sources.characters.encoding_guess import utf16_by_scripts

    return utf16_by_scripts(head)


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableInput(f"its byte order mark says {encoding}, but byte {error.start} is not") from None
    if "\0" in text:
        raise UndecodableInput("it is binary, not text")
    return Decoded(text)


def _with_escapes(data: bytes) -> str | None:
    try:
        return data.decode("iso2022_jp")
    except UnicodeDecodeError:
        return None
