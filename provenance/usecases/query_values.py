"""What SQL answers, as values and names that JSON and rows have, whether SQLite or DuckDB was asked.

Nothing here asks a question.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any


def different_names(names: Sequence[str]) -> list[str]:
    """Names of columns, a repeated one with a number."""
    made: list[str] = []
    for name in names:
        number, shown = 1, name
        while shown in made:
            number += 1
            shown = f"{name}_{number}"
        made.append(shown)
    return made


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes | bytearray):
        return value.hex()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(each) for each in value]
    return str(value)
