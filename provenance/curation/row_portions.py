"""What a portion of rows is: rows as they were read, which can be parsed here or in another process.

Each format has its own class of portions, so that what a row was in its file (a line, a record, a place in a batch)
reaches the writer of the same format untouched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

ROWS = 1000  # most rows of a portion
BYTES = 4_000_000  # and most bytes, unless one row has more: some 100 ms of work


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """Why a row could not be read, for people."""

    reason: str


Row = Mapping[str, Any]


class Portion(Protocol):
    """Some rows in a row, in the order of their file. It can be pickled."""

    def __len__(self) -> int: ...

    def values(self, places: Sequence[int] | None = None) -> list[Row | BrokenRow]:
        """The rows, or those at `places`, by their columns."""
        ...


class RowFile(Protocol):
    """One input."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def format(self) -> str:
        """Its format: jsonl, csv or parquet."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """Those that the file names itself."""
        ...

    def portions(self) -> Iterator[Portion]:
        """All rows, from the first on: the same portions at every call. Raises UnreadableInput."""
        ...
