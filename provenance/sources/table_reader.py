"""Tables with a header line: comma, semicolon, tab or stroke between fields, quotation marks around long ones.

Quotation marks that do not pair up would swallow the rest of a file. Such a row is skipped, and reading goes on
with the line after its first one, a limited number of times.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from provenance.model import Article, Note, SkippedInput
from provenance.sources import row_keys, rows
from provenance.sources.characters.decoding import BrokenStream, Decoded, UndecodableInput, lines
from provenance.sources.characters.line_encoding import of_lines
from provenance.sources.readers import Request, Result, Source
from provenance.sources.times.date_order import ReadRow, in_one_order, without_clues

MOST_COLUMNS = 20_000  # a header of seven million took .7 GB; spreadsheets have 16,384 at most
PREAMBLE = 12  # lines before the one with the names of the columns: a title, blanks, what program wrote it
_SEPARATOR = re.compile(r"\"?sep=([,;|\t:])\"?,*")  # a line for Excel, which says what separates the fields
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run; an apostrophe before it says not to
_ROW_NAME = '"1"'  # R puts the names of rows into quotation marks
RECOVERIES = 20  # times that a file may be taken up again after an open quotation mark; each may read `largest_text`


class _Header(NamedTuple):
    names: list[str]
    notes: tuple[Note, ...]
    delimiter: str
    blanks: bool = False  # a blank after each separator


class _Lines:
    """Decoded lines, with a way back to the second line of a row."""

    def __init__(self, source: Source, limit: int) -> None:
        self._encoding = of_lines(source.stream, source.again)
        self._raw = lines(source.stream, limit)
        self._guessed: Decoded | None = None  # of a line of the row
        self._again: deque[tuple[int, str]] = deque()
        self._row: list[tuple[int, str]] = []
        self._size, self._limit = 0, limit
        self._bare_returns: bool | None = None  # whether lines end in a carriage return alone; the first line says
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
        decoded = self._encoding.decode(line)
        text = decoded.text
        if decoded.guess is not None:
            self._guessed = decoded
        if self._bare_returns is None:
            self._bare_returns = "\r" in text.rstrip("\r\n")
        if self._bare_returns and "\r" in text.rstrip("\r\n"):
            return self._parted(number, text)
        return number, text

    def _parted(self, number: int, text: str) -> tuple[int, str]:
        """The first line of a file whose lines end in a carriage return; the others are read next."""
        parts = [f"{part}\n" for part in text.rstrip("\r\n").split("\r")]
        self._again.extendleft((number + place, parts[place]) for place in range(len(parts) - 1, 0, -1))
        return number, parts[0]

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self._row.clear()
        self._size = 0
        if self._bare_returns is not True:  # such a file is one line, read at once
            self._guessed = None

    @property
    def guessed(self) -> Decoded | None:
        """How the bytes of this row were read, where they are not UTF-8."""
        return self._guessed

    @property
    def first_line(self) -> int:
        """The line that the row began on."""
        return self._row[0][0] if self._row else self.number

    def begins_with(self, sign: str) -> bool:
        """Whether the row begins with this."""
        return bool(self._row) and self._row[0][1].startswith(sign)

    def go_back(self) -> None:
        """Read the lines of this row again, all but its first."""
        self._again.extendleft(reversed(self._row[1:]))


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield an article or a skipped row for every row; ids default to `<stem>:<row>`, counted from 1."""
    yield from in_one_order(_rows(source, request), partial(_again, source, request) if source.again else None)


def _again(source: Source, request: Request) -> Iterator[ReadRow]:
    """The rows once more, for their dates."""
    assert source.again is not None  # noqa: S101 (asked by the caller)
    with source.again() as stream:
        yield from _rows(replace(source, stream=stream), without_clues(request))


def _rows(source: Source, request: Request) -> Iterator[ReadRow]:
    csv.field_size_limit(max(csv.field_size_limit(), request.settings.largest_text))
    text_lines = _Lines(source, request.settings.largest_text)
    header = _header(source, request, text_lines)
    if isinstance(header, SkippedInput):
        yield ReadRow(header)
        return
    notes = header.notes
    for row in _table_rows(source, request, text_lines, header):
        if notes and isinstance(row.result, Article):
            row, notes = row._replace(result=replace(row.result, notes=(*notes, *row.result.notes))), ()
        yield row
    if text_lines.broken is not None:
        where = f"{source.name} after line {text_lines.number}"
        yield ReadRow(SkippedInput(where, f"{text_lines.broken}; what came before was read", "broken-stream"))


def _header(source: Source, request: Request, text_lines: _Lines) -> _Header | SkippedInput:
    """The names of the columns, or why there are none; a title and blank lines may come before them."""
    refused: SkippedInput | None = None
    said: str | None = None
    for place in range(PREAMBLE):
        try:
            line = next(text_lines, None)
        except (csv.Error, UndecodableInput) as error:
            reason = f"{error}; a table begins with a line of column names"
            return refused or SkippedInput(source.name, reason, "broken-row")
        if line is None:
            break
        line = line.lstrip("\ufeff")
        if said is None and (separator := _SEPARATOR.fullmatch(line.strip())) is not None:
            said = separator[1]
            continue
        if not line.strip(" ,;\t|\r\n"):
            continue
        found = _columns(line, said, source, request)
        if isinstance(found, _Header):
            if not place or refused is None:
                return found
            reason = f"its columns are named on line {text_lines.number}; what comes before was not read"
            return found._replace(notes=(*found.notes, Note(source.name, reason, "lines-before-table")))
        refused = refused or found
    if refused is not None:
        return refused
    return SkippedInput(source.name, str(text_lines.broken or "it is empty"), "empty")


def _columns(line: str, said: str | None, source: Source, request: Request) -> _Header | SkippedInput:
    if any(line.count(sign) >= MOST_COLUMNS for sign in {said, *",;\t|"} - {None}):
        return SkippedInput(source.name, f"its first line names more than {MOST_COLUMNS:,} columns", "too-large")
    try:
        delimiter = said or _delimiter(line, source.suffix, request)
        names = _names(line, delimiter)
    except csv.Error:
        reason = "its first line is no line of column names; lines must end with a line feed"
        return SkippedInput(source.name, reason, "broken-row")
    blanks = len(names) > 1 and line.count(f"{delimiter} ") == len(names) - 1
    missing = rows.missing_columns(names, request, source.name)
    return missing or _Header(*_distinct(names, source.name), delimiter, blanks)


def _names(line: str, delimiter: str) -> list[str]:
    return [(_plain(name) or "").strip() for name in next(csv.reader([line], delimiter=delimiter), [])]


def _distinct(names: list[str], name: str) -> tuple[list[str], tuple[Note, ...]]:
    """The names, each further column of a name numbered ("text (2)"), and a note about those."""
    count: dict[str, int] = {}
    distinct = []
    for each in names:
        count[each] = count.get(each, 0) + 1
        distinct.append(f"{each} ({count[each]})" if count[each] > 1 and each else each)
    twice = [each for each in count if count[each] > 1 and each]
    reason = f"it has several columns of one name ({', '.join(twice[:5])}); the first of each was read"
    return distinct, (Note(name, reason, "column-twice"),) if twice else ()


def _table_rows(source: Source, request: Request, text_lines: _Lines, header: _Header) -> Iterator[ReadRow]:
    names = header.names
    opened = partial(csv.reader, text_lines, delimiter=header.delimiter, strict=True, skipinitialspace=header.blanks)
    table = opened()
    count = recoveries = 0
    while True:
        text_lines.begin_row()
        try:
            row = next(table)
        except StopIteration:
            if count == 0 and text_lines.broken is None:
                yield ReadRow(SkippedInput(source.name, "it has a line of column names and no rows", "empty"))
            return
        except UndecodableInput as error:
            count += 1
            yield ReadRow(SkippedInput(f"{source.name} line {text_lines.number}", str(error), "undecodable"))
            continue
        except csv.Error as error:
            count += 1
            recoveries += 1
            yield ReadRow(_broken_row(source, text_lines, error, recoveries))
            if recoveries > RECOVERIES:
                return
            text_lines.go_back()
            table = opened()
            continue
        if not any(row):  # a blank line, and what spreadsheets write below their last row
            continue
        count += 1
        where = f"{source.name} line {text_lines.first_line}"
        if len(row) > len(names) and not any(row[len(names) :]):
            del row[len(names) :]
        if count == 1 and len(row) == len(names) + 1 and text_lines.begins_with(_ROW_NAME):
            names = ["", *names]  # under no name of a column
        if len(row) != len(names):
            reason = (
                f"it has {len(row)} fields where the header has {len(names)}; look at its commas and quotation marks"
            )
            yield ReadRow(SkippedInput(where, reason, "broken-row"))
            continue
        values = {name: _plain(value) for name, value in zip(names, row, strict=True) if name}
        name = f"{source.stem}:{count}"
        yield rows.read_row(values, where, name, source.name, request, text_lines.guessed, spreadsheet=True)


def _plain(value: str) -> str | None:
    """A value without what keeps a spreadsheet from reading it as a number (="2025-03-04") or a formula ('=1+1)."""
    if value[:1] == "'" and value.lstrip("'")[:1] in _FORMULAS and value != "'":
        return value[1:]
    if value[:2] == '="' and value[-1:] == '"':
        value = value[2:-1]
    return value or None


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


def _delimiter(header_line: str, suffix: str, request: Request) -> str:
    """What separates the fields: the sign with which there is a column for the text, else the usual one for the
    suffix."""
    first = "\t" if suffix == ".tsv" else ","
    for delimiter in (first, "\t", ";", "|", ","):
        names = _names(header_line, delimiter)
        if len(names) > 1 and row_keys.has_text(names, request.mapping):
            return delimiter
    if row_keys.has_text(_names(header_line, first), request.mapping):
        return first
    return max((first, "\t", ";", "|"), key=header_line.count)
