"""What a run over files of rows found: counts, rows that could not be read, pairs to judge the threshold by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row: the file as it was named, its number in it (from 1, blank lines not counted), its id if it has one."""

    file: str
    row: int
    id: str | None = None


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that could not be read, and why."""

    place: RowPlace
    reason: str


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two rows with the exact Jaccard similarity of their word shingles and the beginnings of their texts."""

    a: RowPlace
    b: RowPlace
    similarity: float
    a_begins: str
    b_begins: str


@dataclass(frozen=True, slots=True)
class Deduplication:
    """Counts of rows. `kept` is what was written, or would be.

    `left_out` repeat another row of the inputs, `in_reference` one of the `reference` rows, of which `contained` are
    inside a longer one or around a shorter one; of both, `same_words`
    have every word of the row that is kept, in its order. `groups` are rows kept for others; `pairs` those
    of different texts that are alike. Rows `without_text` are kept. `emptied` rows had nothing but repeated
    paragraphs, `shortened` lost some of their `spans`. `other_files` counts files of named folders that are none of
    rows and were not read, by suffix ("" for none).
    """

    rows: int
    kept: int
    left_out: int
    in_reference: int
    same_words: int
    groups: int
    pairs: int
    without_text: int
    broken: int
    broken_kept: int
    emptied: int
    shortened: int
    spans: int
    threshold: float
    reference: int
    unread: tuple[UnreadRow, ...]
    least_similar: tuple[AlikePair, ...]
    kept_apart: tuple[AlikePair, ...]
    other_files: Mapping[str, int] = field(default_factory=dict)
    contained: int = 0

    @property
    def ratio(self) -> float:
        """Part of the rows that is left out as repeating another."""
        return (self.left_out + self.in_reference) / self.rows if self.rows else 0.0
