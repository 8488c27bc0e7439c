"""Tables with a header line as rows: each record is kept as it was written beside its fields.

Characters that are not UTF-8 are carried through unchanged. A quotation mark that never closes would swallow the rest
of a file: such a record is one broken line, and reading goes on with the next.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from provenance.curation.row_portions import BYTES, ROWS, BrokenRow, Row
from provenance.curation.row_streams import RowStream, suffix_of
from provenance.errors import UnreadableInput
from provenance.sources.characters.decoding import lines

FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run
DELIMITERS = ",\t;|"
RECOVERIES = 20  # times that a file is taken up again after an open quotation mark; each may read `limit` bytes


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it was written, its line end included, and its fields; why there are none where it is broken."""

    written: str
    fields: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TablePortion:
    """Records of a table with these columns."""

    columns: tuple[str, ...]
    records: list[Record]

    def __len__(self) -> int:
        return len(self.records)

    def values(self, places: Sequence[int] | None = None) -> list[Row | BrokenRow]:
        """See `Portion.values`."""
        chosen = self.records if places is None else [self.records[place] for place in places]
        return [
            BrokenRow(record.reason)
            if record.reason
            else dict(zip(self.columns, map(_readable, record.fields), strict=False))
            for record in chosen
        ]


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table; `columns` is its header."""

    stream: RowStream
    limit: int
    columns: tuple[str, ...]
    header: str
    delimiter: str
    format: str = "csv"

    @classmethod
    def of(cls, stream: RowStream, limit: int) -> TableRows:
        """The table with its header read; raises UnreadableInput where there is none."""
        with stream.opened() as opened:
            first = next((line for _, line in lines(opened, limit) if line is None or line.strip()), None)
        if first is None:
            raise UnreadableInput(f"{stream.name}: it is empty or has no line of column names")
        said = "\t" if suffix_of(stream.name)[0] == ".tsv" else None
        delimiter = said or max(DELIMITERS, key=_text(first).count)
        with stream.opened() as opened:
            header = next(iter(_Records(opened, limit, delimiter)))
        if header.reason:
            raise UnreadableInput(f"{stream.name}: {header.reason}; a table begins with a line of column names")
        return cls(stream, limit, tuple(name.strip() for name in header.fields), header.written, delimiter)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.stream.name

    def portions(self) -> Iterator[TablePortion]:
        """See `RowFile.portions`."""
        portion: list[Record] = []
        size = 0
        csv.field_size_limit(max(csv.field_size_limit(), self.limit))
        with self.stream.opened() as opened:
            for record in islice(_Records(opened, self.limit, self.delimiter), 1, None):
                portion.append(record)
                size += len(record.written)
                if len(portion) >= ROWS or size >= BYTES:
                    yield TablePortion(self.columns, portion)
                    portion, size = [], 0
        if portion:
            yield TablePortion(self.columns, portion)


class _Records:
    """All records, the header first."""

    def __init__(self, stream: object, limit: int, delimiter: str) -> None:
        self._raw = lines(stream, limit)  # type: ignore[arg-type]
        self._limit, self._delimiter = limit, delimiter
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._size = 0

    def _lines(self) -> Iterator[str]:
        while True:
            if self._size > self._limit:
                raise csv.Error("the record is too long")
            if self._again:
                line = self._again.popleft()
            else:
                found = next(self._raw, None)
                if found is None:
                    return
                if found[1] is None:
                    raise csv.Error(f"the line is longer than {self._limit:,} bytes")
                line = _text(found[1])
            self._taken.append(line)
            self._size += len(line)
            yield line

    def __iter__(self) -> Iterator[Record]:
        recoveries = 0
        while True:
            self._taken, self._size = [], 0
            strict = recoveries <= RECOVERIES
            try:
                fields = next(csv.reader(self._lines(), delimiter=self._delimiter, strict=strict), None)
            except csv.Error as error:
                recoveries += 1
                self._again.extendleft(reversed(self._taken[1:]))
                yield Record(self._taken[0] if self._taken else "", reason=f"the record cannot be read ({error})")
                continue
            if fields is None and not self._taken:
                return
            if not fields:  # a blank line
                continue
            yield Record("".join(self._taken), tuple(fields))


def _text(line: bytes) -> str:
    return line.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def _readable(field: str) -> str:
    """A field whose bytes are not UTF-8 as Windows' Western alphabet has them, which most such tables are in."""
    if field[:1] == "'" and field != "'" and field.lstrip("'")[:1] in FORMULAS:
        field = field[1:]  # says that what follows is no formula
    if field.isascii():
        return field
    try:
        field.encode()
    except UnicodeEncodeError:
        return field.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return field
