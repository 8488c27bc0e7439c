"""What a run over files of rows writes: the rows that are kept, and who matched whom."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.curation.contained_rows import ContainedRows
from provenance.curation.repeated_paragraphs import Repeated, repeated, without
from provenance.curation.row_groups import RowGroups
from provenance.curation.row_pairs import RowPairs
from provenance.curation.row_portions import BrokenRow, Portion, RowFile
from provenance.curation.row_values import Changed
from provenance.curation.row_writing import format_of, writer
from provenance.curation.sketching import BROKEN, TEXT, Reading, Sketched, numbered
from provenance.curation.spooled import Spooled
from provenance.engines import Engine
from provenance.model.deduplication import RowPlace
from provenance.model.progress import Progress
from provenance.reports.row_files import write_rows

PRODUCT = 10_000  # most pairs that are written for two texts: rows with the same words have as many as n * m
# `containment` and `contained` are of a row inside a longer one of the reference ("row"), or around one ("match").
GROUPS = (
    *("group", "file", "row", "id", "kept", "similarity", "matched_file", "matched_row", "matched_id"),
    *("containment", "contained"),
)
PAIRS = ("a_file", "a_row", "a_id", "b_file", "b_row", "b_id", "similarity", "containment", "contained")
SPANS = ("file", "row", "id", "start", "end", "text", "first_file", "first_row")


@dataclass(frozen=True, slots=True)
class Told:
    """All that was found, with the names of rows."""

    files: Sequence[RowFile]
    rows: Sketched
    labels: Spooled
    pairs: RowPairs
    groups: RowGroups
    reference: int
    contained: ContainedRows

    def place(self, number: int) -> RowPlace:
        """The row of a number as people name it."""
        at = bisect_right(self.rows.bounds, number) - 1
        return RowPlace(self.files[at].name, number - self.rows.bounds[at] + 1, self._label(number)[0])

    def excerpt(self, number: int) -> str:
        """The beginning of a row's text, of those that were compared."""
        return self._label(number)[1] or ""

    def _label(self, number: int) -> tuple[str | None, str | None]:
        data = self.labels.get(number)
        identity, begins = json.loads(data) if data else (None, None)
        return identity, begins

    def write_groups(self, path: str | Path | None) -> None:
        """One row per row of a group, the kept one first, groups in the order of their kept rows."""
        if path is not None:
            write_rows(Path(path), self._group_rows(), GROUPS)

    def _group_rows(self) -> Iterator[dict[str, Any]]:
        kept_by = self.groups.kept_by
        left_out = np.flatnonzero(self.groups.left_out)
        order = left_out[np.lexsort((left_out, kept_by[left_out]))]
        group, before = 0, -1
        for number in order.tolist():
            leader = int(kept_by[number])
            matched = self.place(leader)
            if leader != before:
                group, before = group + 1, leader
                yield {"group": group, "file": matched.file, "row": matched.row, "id": matched.id, "kept": True}
            here = self.place(number)
            yield {
                "group": group,
                "file": here.file,
                "row": here.row,
                "id": here.id,
                "kept": False,
                "similarity": round(float(self.groups.similarity[number]), 4),
                "matched_file": matched.file,
                "matched_row": matched.row,
                "matched_id": matched.id,
                **_inside(float(self.groups.containment[number]), bool(self.groups.inside[number])),
            }

    def write_pairs(self, path: str | Path | None) -> None:
        """Every verified pair, before any row is left out."""
        if path is not None:
            write_rows(Path(path), self._pair_rows(), PAIRS)

    def _pair_rows(self) -> Iterator[dict[str, Any]]:
        members = _Members(self.pairs.stands)
        found = self.pairs
        for text in members.several():
            yield from self._between(members.of(text), None, 1.0)
        for a, b, jaccard in zip(found.first.tolist(), found.second.tolist(), found.jaccard.tolist(), strict=True):
            yield from self._between(members.of(a), members.of(b), jaccard)
        held = self.contained
        columns = (held.rows, held.matches, held.similarity, held.containment, held.inside)
        for a, b, jaccard, share, inside in zip(*(column.tolist() for column in columns), strict=True):
            for row in self._between(members.of(a), [b], jaccard):
                yield {**row, **_inside(share, inside)}

    def _between(self, ones: list[int], others: list[int] | None, similarity: float) -> Iterator[dict[str, Any]]:
        combined: Iterator[tuple[int, int]]
        if others is None:
            if len(ones) ** 2 > 2 * PRODUCT:  # each with the one that stands for all
                combined = ((ones[0], other) for other in ones[1:])
            else:
                combined = ((a, b) for at, a in enumerate(ones) for b in ones[at + 1 :])
        elif len(ones) * len(others) > PRODUCT:
            combined = iter([(ones[0], others[0])])
        else:
            combined = ((min(a, b), max(a, b)) for a in ones for b in others)
        for a, b in combined:
            if a >= self.reference:
                continue
            one, other = self.place(a), self.place(b)
            yield {
                "a_file": one.file, "a_row": one.row, "a_id": one.id,
                "b_file": other.file, "b_row": other.row, "b_id": other.id,
                "similarity": round(similarity, 4),
            }  # fmt: skip


def _inside(share: float, inside: bool) -> dict[str, Any]:
    return {"containment": round(share, 4), "contained": "row" if inside else "match"} if share else {}


class _Members:
    """The rows of each text, in order."""

    def __init__(self, stands: NDArray[np.int64]) -> None:
        used = np.flatnonzero(stands >= 0)
        self._order = used[np.argsort(stands[used], kind="stable")]
        self._keys = stands[self._order]

    def of(self, text: int) -> list[int]:
        start, end = np.searchsorted(self._keys, [text, text + 1])
        rows: list[int] = self._order[start:end].tolist()
        return rows

    def several(self) -> list[int]:
        texts, counts = np.unique(self._keys, return_counts=True)
        found: list[int] = texts[counts > 1].tolist()
        return found


def write_kept(
    told: Told,
    files: Sequence[RowFile],
    reading: Reading,
    paragraphs: bool,
    broken: bool,
    engine: Engine,
    output: str | None,
    spans: str | Path | None,
    progress: Progress,
) -> dict[str, int]:
    """Write what is kept; counts of rows by what happened to them: `broken`, `emptied`, `shortened`, and `spans`.

    Without an output everything is counted as it would be.
    """
    states = told.rows.states[: told.reference]
    kept = ~told.groups.left_out[: told.reference]
    readable = kept & (states != BROKEN)
    repeats, holders = None, np.zeros_like(kept)
    if paragraphs:
        repeats, holders = repeated(files, kept & (states == TEXT), reading, engine, progress)
    counts = {"broken": int((states == BROKEN).sum()), "emptied": 0, "shortened": 0, "spans": 0}
    taken: list[dict[str, Any]] = []
    work = _Work(told, reading, repeats, holders, counts, taken if spans is not None else None)
    if output is None:
        if repeats is not None:
            for _, number, portion in numbered(files):
                work.changes(number, portion, np.flatnonzero(readable[number : number + len(portion)]).tolist())
    else:
        schema = None
        if format_of(output, files) == "parquet":
            from provenance.curation.parquet_writing import schema_of

            schema = schema_of(files, readable, told.rows.columns)
        chosen = kept if broken else readable
        with writer(output, files, told.rows.columns, schema) as writing:
            for _, number, portion in numbered(files):
                places = np.flatnonzero(chosen[number : number + len(portion)]).tolist()
                changed, emptied = work.changes(number, portion, places)
                lost = writing.write(portion, [place for place in places if place not in emptied], changed)
                mine = int((states[number : number + len(portion)] == BROKEN).sum())
                counts["broken"] -= mine - lost if broken else 0
                progress("writing", number, told.reference)
    if spans is not None:
        write_rows(Path(spans), taken, SPANS)
    return counts


@dataclass(slots=True)
class _Work:
    told: Told
    reading: Reading
    repeats: Repeated | None
    holders: NDArray[np.bool_]
    counts: dict[str, int]
    taken: list[dict[str, Any]] | None

    def changes(self, number: int, portion: Portion, places: Sequence[int]) -> tuple[Changed, set[int]]:
        """The texts that lose paragraphs, and the rows that have nothing else."""
        changed: dict[int, Any] = {}
        emptied: set[int] = set()
        mine = [place for place in places if self.holders[number + place]]
        if self.repeats is None or not mine:
            return changed, emptied
        for place, row in zip(mine, portion.values(mine), strict=True):
            found = None if isinstance(row, BrokenRow) else self.reading.text(row)
            if found is None:
                continue
            text, where = found
            spans = self.repeats.spans(number + place, text)
            if not spans:
                continue
            self._tell(number + place, row, text, spans)
            left = without(text, spans)
            if left.strip():
                changed[place] = left, where
            else:
                emptied.add(place)
            self.counts["spans"] += len(spans)
        self.counts["shortened"] += len(changed)
        self.counts["emptied"] += len(emptied)
        return changed, emptied

    def _tell(self, number: int, row: Any, text: str, spans: Sequence[tuple[int, int, int]]) -> None:
        if self.taken is None:
            return
        here = self.told.place(number)
        for start, end, first in spans:
            there = self.told.place(first)
            self.taken.append(
                {
                    "file": here.file, "row": here.row, "id": self.reading.identity(row),
                    "start": start, "end": end, "text": text[start:end],
                    "first_file": there.file, "first_row": there.row,
                }
            )  # fmt: skip
