"""What is kept of every row while duplicates are looked for: its signature, a hash of its words, its rank.

Texts are not held. Signatures, 512 bytes per row, lie in a temporary file that is mapped into memory; of a row, 25
bytes are in memory.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.row_portions import BrokenRow, Portion, Row, RowFile
from provenance.engines import Engine
from provenance.errors import UsageError
from provenance.fingerprint.minhash import signatures_and_digests
from provenance.model.appearance import appearance
from provenance.sources import row_keys, row_values
from provenance.sources.times.timestamps import parse_time

TEXT, NO_TEXT, BROKEN = 0, 1, 2  # states of a row
EXAMPLES = 20  # broken rows that are described
KEEPS = ("first", "longest", "earliest")
BEST = "best:"
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """How rows are read: which column is the text, and what ranks a row among its duplicates."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    keep: str = "first"

    def validate(self) -> None:
        """Raise UsageError for a mapping of unknown fields and for an unknown `keep`."""
        row_keys.check_mapping(self.mapping)
        if self.keep not in KEEPS and not (self.keep.startswith(BEST) and self.keep != BEST):
            raise UsageError(f"--keep is first, longest, earliest or best:COLUMN, not {self.keep}")

    def text(self, row: Row) -> tuple[str, row_keys.Place] | None:
        """The text of a row and where it is; None where it has none."""
        for place in row_keys.plan(tuple(row), self.mapping).places["text"]:
            value = place.of(row)
            if isinstance(value, str) and value.strip():
                return value, place
        return None

    def identity(self, row: Row) -> str | None:
        """The id of a row, where it has one."""
        for name in ("id", "url"):
            for place in row_keys.plan(tuple(row), self.mapping).places[name]:
                value = row_values.name_of(place.of(row))
                if value:
                    return value
        return None

    def rank(self, row: Row, text: str) -> float:
        """The row with the lowest rank is kept; of equal ones the first."""
        if self.keep == "longest":
            return -float(len(text))
        if self.keep == "earliest":
            return self._moment(row)
        if self.keep.startswith(BEST):
            return -_number(row.get(self.keep.removeprefix(BEST)))
        return 0.0

    def _moment(self, row: Row) -> float:
        for place in row_keys.plan(tuple(row), self.mapping).places["published"]:
            value = row_values.moment(place.of(row))
            if hasattr(value, "isoformat"):
                value = value.isoformat()
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                found = appearance(parse_time(str(value)))
                if found is not None:
                    return found.latest
        return math.inf


def _number(value: Any) -> float:
    """A number, also one that is written as text; less than any where it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return -math.inf
    return -math.inf if math.isnan(number) else number


@dataclass(frozen=True, slots=True)
class Sketches:
    """Those of one portion: arrays with an element per row, rows that are broken, and new names of columns."""

    signatures: NDArray[np.uint32]
    digests: NDArray[np.uint64]
    ranks: NDArray[np.float64]
    states: NDArray[np.uint8]
    broken: list[tuple[int, str]]
    columns: list[str]


def sketch(portion: Portion, reading: Reading, settings: FingerprintSettings) -> Sketches:
    """The sketches of a portion: one task."""
    count = len(portion)
    states = np.full(count, TEXT, np.uint8)
    ranks = np.full(count, math.inf, np.float64)
    broken: list[tuple[int, str]] = []
    texts: list[str] = []
    columns: dict[str, None] = {}
    last: tuple[str, ...] = ()
    for place, row in enumerate(portion.values()):
        found = None
        if isinstance(row, BrokenRow):
            states[place] = BROKEN
            broken.append((place, row.reason))
        else:
            keys = tuple(row)
            if keys != last:
                columns.update(dict.fromkeys(keys))
                last = keys
            found = reading.text(row)
            if found is None:
                states[place] = NO_TEXT
            else:
                ranks[place] = reading.rank(row, found[0])
        texts.append("" if found is None else found[0])
    signatures, digests = signatures_and_digests(texts, settings)
    return Sketches(signatures, digests, ranks, states, broken, list(columns))


@dataclass(slots=True)
class Sketched:
    """The sketches of all rows; a row's number is its place among those of all inputs, from 0.

    `bounds` has the number of the first row of each input, and how many rows there are; `broken` the first EXAMPLES
    rows that could not be read, with the reason.
    """

    signatures: NDArray[np.uint32]
    digests: NDArray[np.uint64]
    ranks: NDArray[np.float64]
    states: NDArray[np.uint8]
    bounds: list[int]
    broken: list[tuple[int, str]]
    columns: list[str]


def sketched(
    files: Sequence[RowFile],
    reading: Reading,
    settings: FingerprintSettings,
    engine: Engine,
    folder: Path,
    progress: Progress,
) -> Sketched:
    """The sketches of all rows of these inputs, in order; signatures go to a file in `folder`."""
    digests, ranks, states = [], [], []
    broken: list[tuple[int, str]] = []
    columns: dict[str, None] = {}
    bounds = [0]
    total = 0
    path = folder / "signatures"
    with path.open("wb") as written:
        for file in files:
            columns.update(dict.fromkeys(file.columns))
            for made in engine.map(partial(sketch, reading=reading, settings=settings), file.portions()):
                written.write(made.signatures.tobytes())
                digests.append(made.digests)
                ranks.append(made.ranks)
                states.append(made.states)
                broken.extend((total + place, reason) for place, reason in made.broken[: EXAMPLES - len(broken)])
                columns.update(dict.fromkeys(made.columns))
                total += len(made.digests)
                progress("reading rows", total, None)
            bounds.append(total)
    return Sketched(
        _mapped(path, total, settings.permutations),
        _joined(digests, np.uint64),
        _joined(ranks, np.float64),
        _joined(states, np.uint8),
        bounds,
        broken,
        list(columns),
    )


def _mapped(path: Path, count: int, width: int) -> NDArray[np.uint32]:
    if not count:
        return np.empty((0, width), np.uint32)
    return np.memmap(path, np.uint32, "r", shape=(count, width))


def _joined(parts: list[NDArray[Any]], kind: Any) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.empty(0, kind)


def chosen_rows(files: Sequence[RowFile], wanted: NDArray[np.bool_]) -> Iterator[tuple[int, Portion, list[int]]]:
    """Every portion that has a wanted row, with the number of its first row and the places of the wanted ones."""
    first = 0
    for file in files:
        for portion in file.portions():
            places = np.flatnonzero(wanted[first : first + len(portion)]).tolist()
            if places:
                yield first, portion, places
            first += len(portion)


def numbered(files: Iterable[RowFile]) -> Iterator[tuple[RowFile, int, Portion]]:
    """Every portion with its file and the number of its first row."""
    first = 0
    for file in files:
        for portion in file.portions():
            yield file, first, portion
            first += len(portion)
