"""JSON Lines as rows: each line is kept byte for byte beside the object that it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from provenance.curation.row_portions import BYTES, ROWS, BrokenRow, Row
from provenance.curation.row_streams import RowStream
from provenance.sources.characters.decoding import UndecodableInput, lines
from provenance.sources.characters.line_encoding import LineEncoding
from provenance.sources.json_lines_reader import parse

_BLANKS = " \t\n\r"
_FAST = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class LinePortion:
    """Lines without their line feeds; None for a line of more than `limit` bytes."""

    lines: list[bytes | None]
    limit: int
    encoding: LineEncoding = field(default_factory=LineEncoding)

    def __len__(self) -> int:
        return len(self.lines)

    def values(self, places: Sequence[int] | None = None) -> list[Row | BrokenRow]:
        """See `Portion.values`."""
        chosen = self.lines if places is None else [self.lines[place] for place in places]
        return [self._value(line) for line in chosen]

    def _value(self, line: bytes | None) -> Row | BrokenRow:
        if line is None:
            return BrokenRow(f"the line is longer than {self.limit:,} bytes; split it")
        try:
            found = _FAST.decode(line.decode())
        except (ValueError, RecursionError):  # not UTF-8, or no strict JSON
            try:
                found = parse(self.encoding.decode(line).text)
            except UndecodableInput as error:
                return BrokenRow(str(error))
            except ValueError as error:
                return BrokenRow(str(error))
        return found if isinstance(found, dict) else BrokenRow("it is no JSON object; a row is {...}")


@dataclass(frozen=True, slots=True)
class JsonLinesRows:
    """A file with one object per line; blank lines are no rows."""

    stream: RowStream
    limit: int
    format: str = "jsonl"
    columns: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What people call it."""
        return self.stream.name

    def portions(self) -> Iterator[LinePortion]:
        """See `RowFile.portions`."""
        encoding = LineEncoding(self.stream.unpacked if self.stream.path else None)
        with self.stream.opened() as opened:
            portion: list[bytes | None] = []
            size = 0
            for _, line in lines(opened, self.limit):
                if line is not None:
                    line = line.removesuffix(b"\n")
                    if not line.strip():
                        continue
                portion.append(line)
                size += len(line or b"")
                if len(portion) >= ROWS or size >= BYTES:
                    yield LinePortion(portion, self.limit, _told(encoding, portion))
                    portion, size = [], 0
            if portion:
                yield LinePortion(portion, self.limit, _told(encoding, portion))


def _told(encoding: LineEncoding, portion: list[bytes | None]) -> LineEncoding:
    """The encoding of the file, asked for here where a line is not UTF-8: other processes cannot open the file."""
    for line in portion:
        if line is None or line.isascii():
            continue
        try:
            line.decode()
        except UnicodeDecodeError:
            try:
                encoding.decode(line)
            except UndecodableInput:
                continue
            return encoding
    return LineEncoding()


def with_value(line: bytes, key: str, value: str) -> bytes:
    """The line with another string as the value of one of its keys; all other bytes stay as they are.

    The last value counts where a key is repeated, as `json.loads` reads it. Raises ValueError where the line has no
    such key or is no JSON object in UTF-8.
    """
    text = line.decode()
    at = _after(text, text.index("{") + 1)
    found: tuple[int, int] | None = None
    while text[at] == '"':
        name, at = _FAST.raw_decode(text, at)
        at = _after(text, at)
        if text[at] != ":":
            raise ValueError("no colon after a key")
        start = _after(text, at + 1)
        _, at = _FAST.raw_decode(text, start)
        if name == key:
            found = start, at
        at = _after(text, at)
        if text[at] != ",":
            break
        at = _after(text, at + 1)
    if found is None:
        raise ValueError(f"no key {key!r}")
    return (text[: found[0]] + as_json(value) + text[found[1] :]).encode()


def _after(text: str, at: int) -> int:
    while text[at] in _BLANKS:
        at += 1
    return at


def as_json(value: Any) -> str:
    """A value as JSON that UTF-8 can hold: lone surrogates are escaped."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        written.encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False)
    return written
