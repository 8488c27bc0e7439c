"""The records of a web archive, whatever of it is damaged: members of gzip, headers of WARC, then HTTP by warcio.

A damaged member or record costs itself alone: reading goes on at the next beginning of one. No record is held beyond
a limit.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from provenance.model import PublicationTime, SkippedInput
from provenance.sources.times.timestamps import parse_time

CHUNK = 1 << 16
LONGEST_HEAD = 1 << 16  # bytes of the header of a record
SLACK = 1 << 16  # bytes of HTTP headers before a page
HOW = "crawl time"
_MAGIC = b"\x1f\x8b\x08"
_BEGIN = b"WARC/"
_LENGTH = re.compile(rb"\r?\nContent-Length:[ \t]*([0-9]{1,18})[ \t]*\r?\n", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebRecord:
    """One record that a server answered, or its text (`plain`); `left_out` says why it is no page."""

    url: str
    crawled: PublicationTime | None
    content: bytes
    charset: str | None
    digest: bytes
    plain: bool = False
    left_out: str | None = None


def records(stream: BinaryIO, largest: int) -> Iterator[WebRecord | SkippedInput]:
    """The records with content, in the order of the file; damaged and too long ones as skipped inputs."""
    for piece in _pieces(_chunks(_raw(stream)), largest + SLACK):
        if isinstance(piece, SkippedInput):
            yield piece
            continue
        found = _parsed(piece)
        if found is not None:
            yield found


def _raw(stream: BinaryIO) -> BinaryIO:
    """The packed bytes of a stream that was unpacked, where they can be read again: its members can be told apart
    then."""
    if isinstance(stream, gzip.GzipFile):
        inner: Any = stream.fileobj
        try:
            inner.seek(0)
        except (OSError, AttributeError, io.UnsupportedOperation, ValueError):
            return stream
        return inner
    return stream


def _chunks(stream: BinaryIO) -> Iterator[bytes | None]:
    """The unpacked bytes; None where something is missing between two of them. What is packed its first bytes say."""
    data = _some(stream)
    if data is not None and not data.startswith(_MAGIC):
        while data:
            yield data
            data = _some(stream)
        if data is None:
            yield None
        return
    waiting = data or b""
    while waiting:
        unpacker = zlib.decompressobj(31)
        member = waiting
        try:
            while not unpacker.eof:
                if waiting:
                    yield unpacker.decompress(waiting, CHUNK)
                    waiting = unpacker.unconsumed_tail
                    if unpacker.eof or waiting:
                        continue
                more = _some(stream)
                if not more:
                    yield None  # cut off inside a member
                    return
                waiting = more
                member = more
            waiting = unpacker.unused_data or _some(stream) or b""
        except zlib.error:
            yield None
            waiting = _next_member(stream, member)
        while waiting and not waiting.startswith(_MAGIC[: len(waiting)]):
            waiting = _next_member(stream, waiting)


def _next_member(stream: BinaryIO, data: bytes) -> bytes:
    """The bytes from the next beginning of a member on; those given begin inside one that is damaged."""
    data = data[1:]
    while (at := data.find(_MAGIC)) < 0:
        more = _some(stream)
        if not more:
            return b""
        data = data[-2:] + more
    return data[at:]


def _some(stream: BinaryIO) -> bytes | None:
    """The next bytes; b"" at the end, None where reading fails."""
    try:
        return stream.read(CHUNK)
    except (OSError, EOFError, zlib.error):
        return None


class _Buffer:
    """Bytes that were unpacked and not yet taken. `broken` is set where bytes are missing after those that it
    holds."""

    def __init__(self, chunks: Iterator[bytes | None]) -> None:
        self._chunks = chunks
        self.data = bytearray()
        self.broken = self.ended = False

    def fill(self) -> bool:
        """Take in more bytes; False at the end, or where some are missing."""
        if self.broken or self.ended:
            return False
        for chunk in self._chunks:
            if chunk is None:
                self.broken = True
                return False
            if chunk:
                self.data += chunk
                return True
        self.ended = True
        return False

    def resume(self) -> None:
        """Go on behind missing bytes."""
        self.data.clear()
        self.broken = False


def _pieces(chunks: Iterator[bytes | None], largest: int) -> Iterator[bytes | SkippedInput]:
    """The bytes of each record, its header included."""
    buffer = _Buffer(chunks)
    damaged = SkippedInput("", "the record is damaged; reading goes on at the next one", "broken-record")
    started = False
    while True:
        lost = _to_begin(buffer, quiet=not started)
        if lost:
            yield damaged
        if not buffer.data.startswith(_BEGIN):
            if buffer.broken:
                if not lost:
                    yield damaged
                buffer.resume()
                started = True
                continue
            return
        started = True
        head = _head(buffer)
        inner = buffer.data.find(_BEGIN + b"1.", len(_BEGIN), head)
        if inner > 0:  # it breaks off inside its header
            yield damaged
            del buffer.data[:inner]
            continue
        length = _LENGTH.search(buffer.data, 0, head) if head else None
        if head == 0 or length is None:
            if buffer.broken or buffer.ended:
                yield damaged
                if buffer.ended:
                    return
                buffer.resume()
                continue
            del buffer.data[: len(_BEGIN)]
            continue
        size = head + int(length[1])
        piece = _content(buffer, size, largest)
        if piece is None:
            yield damaged
            if buffer.broken:
                buffer.resume()
            continue
        yield piece


def _to_begin(buffer: _Buffer, *, quiet: bool) -> bool:
    """Drop bytes up to the next record; whether there were some besides the empty lines between two."""
    lost = False
    while True:
        stripped = len(buffer.data) - len(buffer.data.lstrip(b"\r\n"))
        del buffer.data[:stripped]
        if len(buffer.data) < len(_BEGIN) and buffer.fill():
            continue
        if buffer.data.startswith(_BEGIN):
            return lost
        at = buffer.data.find(b"\n" + _BEGIN)
        if at >= 0:
            del buffer.data[: at + 1]
            return True
        lost = lost or (bool(buffer.data) and not quiet)
        del buffer.data[: max(0, len(buffer.data) - len(_BEGIN))]
        if not buffer.fill():
            if not buffer.broken:
                buffer.data.clear()
            return lost


def _head(buffer: _Buffer) -> int:
    """The length of the header of a record, the empty line included; 0 where it has no end."""
    while True:
        for end in (b"\r\n\r\n", b"\n\n"):
            at = buffer.data.find(end, 0, LONGEST_HEAD)
            if at >= 0:
                return at + len(end)
        if len(buffer.data) >= LONGEST_HEAD or not buffer.fill():
            return 0


def _content(buffer: _Buffer, size: int, largest: int) -> bytes | SkippedInput | None:
    """The record of `size` bytes; None where it is damaged."""
    kept = bytearray()
    left = size
    while left > 0:
        if not buffer.data and not buffer.fill():
            return None
        take = min(left, len(buffer.data))
        if len(kept) < largest:
            kept += buffer.data[:take]
        del buffer.data[:take]
        left -= take
    while len(buffer.data) < 9 and buffer.fill():
        pass
    after = bytes(buffer.data[:9]).lstrip(b"\r\n")
    if after and not after.startswith(_BEGIN[: len(after)]) and not _BEGIN.startswith(after):
        inside = kept.find(b"\n" + _BEGIN, 1)
        if inside >= 0:  # its length is wrong: it swallowed others
            buffer.data[:0] = kept[inside + 1 :]
        return None
    if size > largest:
        return SkippedInput("", f"the record is longer than {largest:,} bytes, too long for a page", "too-large")
    return bytes(kept)


def _parsed(piece: bytes) -> WebRecord | SkippedInput | None:
    """What a record holds; None for those that describe others."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # Its warnings quote damaged headers as they are, with control characters, on the terminal.
    logging.getLogger("warcio").setLevel(logging.CRITICAL + 1)
    try:
        for record in ArchiveIterator(io.BytesIO(piece + b"\r\n\r\n")):
            return _record(record)
    except (
        ArchiveLoadFailed,
        ValueError,
        OSError,
        EOFError,
        zlib.error,
        IndexError,
        AttributeError,
        TypeError,
    ) as error:
        reason = f"the record is damaged ({' '.join(str(error).split())[:80]})"
        return SkippedInput("", reason, "broken-record")
    return None


def _record(record: Any) -> WebRecord | None:
    if record.rec_type not in ("response", "resource", "conversion", "revisit"):
        return None
    headers = record.rec_headers
    url = (headers.get_header("WARC-Target-URI") or "").strip("<> ")
    crawled = parse_time(headers.get_header("WARC-Date") or "", HOW)
    digest = (headers.get_header("WARC-Payload-Digest") or "").encode()
    if record.rec_type == "revisit":
        return WebRecord(url, crawled, b"", None, digest, left_out="revisit")
    kind = headers.get_header("Content-Type") or ""
    if record.http_headers is not None:
        kind = record.http_headers.get_header("Content-Type") or ""
        if not str(record.http_headers.get_statuscode()).startswith("2"):
            return WebRecord(url, crawled, b"", None, digest, left_out="status")
    plain = record.rec_type == "conversion"
    if not plain and kind and not any(kind.lower().startswith(one) for one in _PAGES):
        return WebRecord(url, crawled, b"", None, digest, left_out="no-page")
    content = record.content_stream().read()
    if not content.strip():
        return WebRecord(url, crawled, b"", None, digest, left_out="no-page")
    charset = _CHARSET.search(kind)
    own = hashlib.sha1(content, usedforsecurity=False).digest()
    return WebRecord(url, crawled, content, charset[1] if charset else None, digest or own, plain)
