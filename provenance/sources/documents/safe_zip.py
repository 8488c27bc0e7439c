"""Zip files from strangers: members are read as streams within a limit, and their names are never used as paths.

Word, OpenDocument, EPUB, WACZ and plain .zip files are opened here and nowhere else.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, BinaryIO, cast

MOST_MEMBERS = 100_000
# Deflate packs text 3 to 12 times and repeated rows 60 times; bombs are packed 1,000 times.
HIGHEST_RATIO, RATIO_FROM = 300, 32 * 2**20
IN_MEMORY = 8 * 2**20  # bytes of a stream that are held before they go to a temporary file
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)


class UnreadableZip(Exception):
    """The zip file, or a member, cannot be read; the message says why, for people."""


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked, over all members and all zip files inside."""

    left: int
    whole: int = field(init=False)

    def __post_init__(self) -> None:
        self.whole = self.left

    def spend(self, size: int) -> None:
        """Count bytes. Raises UnreadableZip where there are more than allowed."""
        self.left -= size
        if self.left < 0:
            raise UnreadableZip(f"it unpacks to more than {self.whole:,} bytes; unpack it, and look at what is in it")


@contextmanager
def seekable(stream: BinaryIO, limit: int) -> Iterator[BinaryIO]:
    """The stream itself, or a temporary copy of up to `limit` bytes where it cannot be read in any order."""
    try:
        able = stream.seekable() and not hasattr(stream, "_fp") and not isinstance(stream, io.BufferedRWPair)
        if able and stream.tell() == 0 and type(stream).__name__ != "GzipFile":
            stream.seek(0)
            yield stream
            return
    except (OSError, ValueError, io.UnsupportedOperation):
        pass
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as copy:
        size = 0
        while data := stream.read(1 << 20):
            size += len(data)
            if size > limit:
                raise UnreadableZip(f"it is longer than {limit:,} bytes; name the file itself, or unpack it")
            copy.write(data)
        copy.seek(0)
        yield cast("BinaryIO", copy)


@contextmanager
def opened(stream: BinaryIO, limit: int) -> Iterator[zipfile.ZipFile]:
    """The zip file of a stream. Raises UnreadableZip."""
    with seekable(stream, limit) as whole:
        try:
            archive = zipfile.ZipFile(whole)
        except DAMAGED as error:
            raise UnreadableZip(f"it is no readable zip file ({_short(error)})") from None
        with archive:
            if len(archive.filelist) > MOST_MEMBERS:
                raise UnreadableZip(f"it holds more than {MOST_MEMBERS:,} files; unpack it")
            yield archive


@contextmanager
def member(
    archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, budget: Budget, faults: list[str] | None = None
) -> Iterator[BinaryIO]:
    """The bytes of one member as a stream that spends the budget. Raises UnreadableZip, also while it is read; with
    `faults` the stream of a damaged member ends instead, and the reason is put there: for formats whose parts are
    worth
    reading without the rest."""
    try:
        packed = (archive.getinfo(name) if isinstance(name, str) else name).compress_size
        raw = archive.open(name)
    except DAMAGED as error:
        encrypted = "password" in str(error).lower() or "encrypted" in str(error).lower()
        reason = "it is encrypted" if encrypted else f"a part of it is damaged ({_short(error)})"
        raise UnreadableZip(reason) from None
    with raw:
        yield cast("BinaryIO", io.BufferedReader(_Counted(raw, budget, packed, faults), 65536))


def whole_member(archive: zipfile.ZipFile, name: str, budget: Budget, limit: int) -> bytes | None:
    """All bytes of a member, or None where the zip file has none of that name. Raises UnreadableZip."""
    if name not in archive.NameToInfo:
        return None
    with member(archive, name, budget) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableZip(f"a part of it is longer than {limit:,} bytes")
    return data


class _Counted(io.RawIOBase):
    def __init__(self, stream: IO[bytes], budget: Budget, packed: int, faults: list[str] | None) -> None:
        super().__init__()
        self._faults = faults
        self._stream, self._budget = stream, budget
        self._packed, self._unpacked = max(packed, 1), 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next bytes."""
        view = memoryview(cast("bytearray", buffer))
        if self._faults:
            return 0
        try:
            data = self._stream.read(min(len(view), 4096) if self._faults is not None else len(view))
        except DAMAGED as error:
            reason = f"a part of it is damaged ({_short(error)})"
            if self._faults is None:
                raise UnreadableZip(reason) from None
            self._faults.append(reason)
            return 0
        self._budget.spend(len(data))
        self._unpacked += len(data)
        if self._unpacked > RATIO_FROM and self._unpacked > HIGHEST_RATIO * self._packed:
            raise UnreadableZip(f"it unpacks to more than {HIGHEST_RATIO} times its size, as only a zip bomb does")
        view[: len(data)] = data
        return len(data)


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
