"""Values of rows in another format: as JSON, as a field of a table. Numbers keep the digits they were written in."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from provenance.curation.json_lines_rows import LinePortion, as_json
from provenance.curation.row_portions import BrokenRow, Portion, Row
from provenance.sources.row_keys import Place

FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a cell begins with that a spreadsheet runs
Changed = Mapping[int, tuple[str, Place]]  # place in a portion -> the text instead, and where in the row it is


class WrittenNumber(float):
    """A number with the digits that it was written in: 1e5 stays 1e5 and 0.10 stays 0.10."""

    digits: str

    def __new__(cls, digits: str) -> WrittenNumber:
        """The number of these digits."""
        made = super().__new__(cls, digits)
        made.digits = digits
        return made


_AS_WRITTEN = json.JSONDecoder(parse_float=WrittenNumber)


def as_written(portion: Portion, places: Sequence[int]) -> list[Row | BrokenRow]:
    """The rows at these places, numbers with fractions as they are written in JSON."""
    if not isinstance(portion, LinePortion):
        return portion.values(places)
    rows: list[Row | BrokenRow] = []
    for place in places:
        line = portion.lines[place]
        try:
            found = _AS_WRITTEN.decode((line or b"").decode())
        except (ValueError, RecursionError):
            found = None
        rows.append(found if isinstance(found, dict) else portion.values([place])[0])
    return rows


def as_object(row: Row) -> str:
    """A row as one line of JSON."""
    return as_json({str(key): plain(value) for key, value in row.items()})


def plain(value: Any) -> Any:
    """A value that JSON has: times in ISO form, decimals as text, bytes in base64, no number as null."""
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Decimal | timedelta):
        return str(value)
    return str(value)


def as_text(value: Any) -> str:
    """A value as text: text as it is, anything else as JSON has it."""
    return value if isinstance(value, str) else as_json(plain(value))


def as_cell(value: Any) -> str:
    """A field of a table: nothing for null, text as it is, anything else as JSON has it.

    Text that a spreadsheet would run as a formula gets an apostrophe, which readers of this program take away again.
    """
    if value is None:
        return ""
    if isinstance(value, WrittenNumber):
        return value.digits
    if isinstance(value, str):
        text = value.encode("utf-8", "replace").decode() if not value.isascii() else value
        return f"'{text}" if text and text.lstrip("'")[:1] in FORMULAS else text
    made = plain(value)
    return made if isinstance(made, str) else as_json(made)


def with_text(row: Row, change: tuple[str, Place] | None) -> Row:
    """The row with another text, or as it is."""
    if change is None:
        return row
    text, where = change
    return {**row, where.key: _inside(row[where.key], where.steps, text)}


def _inside(value: Any, steps: Sequence[str], text: str) -> Any:
    if not steps:
        return text
    if isinstance(value, list):
        return [_inside(one, steps[1:], text) if str(at) == steps[0] else one for at, one in enumerate(value)]
    return {key: _inside(one, steps[1:], text) if key == steps[0] else one for key, one in value.items()}
