"""Bounded reading of bytes: whole inputs up to a limit, and lines of which none is ever held beyond it.

Damage while reading (a truncated gzip, a failing disk) is one exception, `BrokenStream`, after everything before it
has been handed out.
"""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from provenance.sources.encodings import MARKS, UndecodableInput, looks_binary

GZIP = b"\x1f\x8b"
CHUNK = 1 << 20
HEAD = 8192  # bytes looked at to tell binary from text


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
    if looks_binary(_guarded(stream, "peek", HEAD)[:HEAD]):
        raise UndecodableInput("it is binary, not text")
    head = _guarded(stream, "read", 4)
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
