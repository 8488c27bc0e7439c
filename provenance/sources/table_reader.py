"""Tables with a header line: comma, semicolon or tab between fields, quotation marks around long ones.

Quotation marks that do not pair up would swallow the rest of a file. Such a row is skipped, and reading goes on
with the line after its first one, a limited number of times.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from provenance.model import SkippedInput
from provenance.sources import rows
from provenance.sources.decoding import BrokenStream, UndecodableInput, decode, lines
from provenance.sources.readers import Request, Result, Source

RECOVERIES = 20  # times that a file may be taken up again after an open quotation mark; each may read `largest_text`


class _Lines:
    """Decoded lines, with a way back to the second line of a row."""

    def __init__(self, source: Source, limit: int) -> None:
        self._raw = lines(source.stream, limit)
        self._again: deque[tuple[int, str]] = deque()
        self._row: list[tuple[int, str]] = []
        self._size, self._limit = 0, limit
        self.number = 0
        self.broken: BrokenStream | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._size > self._limit:
            raise csv.Error("the row is too long")
        number, text = self._again.popleft() if self._again else self._read()
        self.number = number
        self._row.append((number, text))
        self._size += len(text)
        return text

    def _read(self) -> tuple[int, str]:
        try:
            number, line = next(self._raw)
        except BrokenStream as error:
            self.broken = error
            raise StopIteration from None
        self.number = number
        if line is None:
            raise csv.Error("the line is too long")
        return number, decode(line).text

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self._row.clear()
        self._size = 0

    @property
    def first_line(self) -> int:
        """The line that the row began on."""
        return self._row[0][0] if self._row else self.number

    def go_back(self) -> None:
        """Read the lines of this row again, all but its first."""
        self._again.extendleft(reversed(self._row[1:]))


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield an article or a skipped row for every row; ids default to `<stem>:<row>`, counted from 1."""
    csv.field_size_limit(max(csv.field_size_limit(), request.settings.largest_text))
    text_lines = _Lines(source, request.settings.largest_text)
    try:
        header_line = next(text_lines, "")
    except (csv.Error, UndecodableInput) as error:
        yield SkippedInput(source.name, f"{error}; a table begins with a line of column names", "broken-row")
        return
    if not header_line.strip():
        yield SkippedInput(
            source.name,
            str(text_lines.broken or "it is empty, or its first line is; column names belong there"),
            "empty",
        )
        return
    try:
        delimiter = _delimiter(header_line, source.suffix, request.mapping.get("text", "text"))
        header = [name.strip() for name in next(csv.reader([header_line], delimiter=delimiter), [])]
    except csv.Error:
        yield SkippedInput(
            source.name, "its first line is no line of column names; lines must end with a line feed", "broken-row"
        )
        return
    missing = _missing_text(header, request)
    if missing:
        yield SkippedInput(source.name, missing, "no-column")
        return
    yield from _rows(source, request, text_lines, header, delimiter)
    if text_lines.broken is not None:
        where = f"{source.name} after line {text_lines.number}"
        yield SkippedInput(where, f"{text_lines.broken}; what came before was read", "broken-stream")


def _rows(
    source: Source, request: Request, text_lines: _Lines, header: list[str], delimiter: str
) -> Iterator[Result]:
    table = csv.reader(text_lines, delimiter=delimiter, strict=True)
    count = recoveries = 0
    while True:
        text_lines.begin_row()
        try:
            row = next(table)
        except StopIteration:
            if count == 0 and text_lines.broken is None:
                yield SkippedInput(source.name, "it has a line of column names and no rows", "empty")
            return
        except UndecodableInput as error:
            count += 1
            yield SkippedInput(f"{source.name} line {text_lines.number}", str(error), "undecodable")
            continue
        except csv.Error as error:
            count += 1
            recoveries += 1
            yield _broken_row(source, text_lines, error, recoveries)
            if recoveries > RECOVERIES:
                return
            text_lines.go_back()
            table = csv.reader(text_lines, delimiter=delimiter, strict=True)
            continue
        if not row:
            continue
        count += 1
        where = f"{source.name} line {text_lines.first_line}"
        if len(row) != len(header):
            reason = (
                f"it has {len(row)} fields where the header has {len(header)}; look at its commas and quotation marks"
            )
            yield SkippedInput(where, reason, "broken-row")
            continue
        values = {name: value or None for name, value in zip(header, row, strict=True)}
        yield rows.read_row(values, where, f"{source.stem}:{count}", source.name, request)


def _broken_row(source: Source, text_lines: _Lines, error: csv.Error, recoveries: int) -> SkippedInput:
    where = f"{source.name} line {text_lines.first_line}"
    if "too long" in str(error) or "larger than" in str(error):
        reason = "the row is too long for one article; is a quotation mark open?"
    elif "unexpected end" in str(error):
        reason = "a quotation mark is opened and never closed; close it or double it"
    else:
        reason = f"its quotation marks are broken ({error}); double those inside a field"
    if recoveries > RECOVERIES:
        reason += f"; this is the {recoveries}th such row, so nothing after it was read"
    return SkippedInput(where, reason, "broken-row")


def _delimiter(header_line: str, suffix: str, text_key: str) -> str:
    """What separates the fields: the sign with which there is a column for the text, else the usual one for the
    suffix."""
    first = "\t" if suffix == ".tsv" else ","
    for delimiter in (first, "\t", ";", ","):
        names = next(csv.reader([header_line], delimiter=delimiter), [])
        if text_key in (name.strip() for name in names):
            return delimiter
    return first


def _missing_text(header: list[str], request: Request) -> str | None:
    key = request.mapping.get("text", "text")
    if key in header:
        return None
    shown = ", ".join(repr(name[:40]) for name in header[:12])
    return f'it has no column "{key}" among {shown}; name the one with the text: --map text=COLUMN'
