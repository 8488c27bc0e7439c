"""Bytes of rows in a temporary file, found again by the row's number."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray


class Spooled:
    """A file that bytes of rows are appended to, in any order, and read from; 16 bytes per row are in memory."""

    def __init__(self, path: Path, rows: int) -> None:
        self._file = path.open("w+b")
        self._starts = np.zeros(rows, np.int64)
        self._lengths = np.full(rows, -1, np.int64)
        self._end = 0

    def put(self, number: int, data: bytes) -> None:
        """Keep the bytes of a row."""
        self._file.seek(self._end)
        self._file.write(data)
        self._starts[number], self._lengths[number] = self._end, len(data)
        self._end += len(data)

    def get(self, number: int) -> bytes:
        """The bytes of a row; none where it has none."""
        length = int(self._lengths[number])
        if length <= 0:
            return b""
        self._file.seek(int(self._starts[number]))
        return self._file.read(length)

    def numbers(self, number: int) -> NDArray[np.uint64]:
        """The bytes of a row as numbers."""
        return np.frombuffer(self.get(number), np.uint64)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
