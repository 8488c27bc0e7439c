"""Rows of the inputs inside longer rows of a reference, and rows of the reference inside longer ones: contamination
that a similarity of whole rows does not show.

Of each text the lowest hashes of its runs of words are kept; they are among those of every text that contains it,
however long that is. Texts that share enough of them are read again and compared exactly. Rows of the inputs are
compared with those of the reference, never with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provenance.config.containment import ContainmentSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.row_portions import BrokenRow, Portion, RowFile
from provenance.curation.rows_read_again import rows_read_again
from provenance.curation.sketching import Progress, Reading, chosen_rows
from provenance.curation.spooled import Spooled
from provenance.engines import Engine
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.text.tokens import tokenise

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
PENDING = 1 << 21  # candidates that are held before only the best of each row are kept: 50 MB


@dataclass(frozen=True, slots=True)
class ContainedRows:
    """For texts of the inputs (by the number of the row that stands for them) the row of the reference that has them,
    or that they have, ascending by row, then the best first.

    `containment` is the part of the shorter text's runs of words that the longer one has; `inside` says that the row
    is the shorter one. `similarity` is their Jaccard similarity.
    """

    rows: Numbers
    matches: Numbers
    similarity: NDArray[np.float64]
    containment: NDArray[np.float64]
    inside: NDArray[np.bool_]

    def best(self) -> Iterator[tuple[int, int, float, float, bool]]:
        """The best match of each row: row, match, similarity, containment, inside."""
        _, first = np.unique(self.rows, return_index=True)
        for at in first.tolist():
            yield (
                int(self.rows[at]),
                int(self.matches[at]),
                float(self.similarity[at]),
                float(self.containment[at]),
                bool(self.inside[at]),
            )


def nothing_contained() -> ContainedRows:
    """The answer where nobody asked."""
    empty = np.empty(0, np.int64)
    return ContainedRows(empty, empty, np.empty(0), np.empty(0), np.empty(0, bool))


@dataclass(frozen=True, slots=True)
class _Samples:
    """The lowest hashes of some texts, ascending, each with its text, in two files that every process maps; and how
    many of a text's there are."""

    folder: Path
    count: int
    sizes: NDArray[np.uint8]

    def holders(self, hashes: Hashes, rows: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Which of the texts have hashes of which rows: text, row, how many; `rows[i]` is the row of `hashes[i]`."""
        if not self.count:
            return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int64)
        known = np.memmap(self.folder / "hashes", np.uint64, "r", shape=(self.count,))
        owners = np.memmap(self.folder / "owners", np.int64, "r", shape=(self.count,))
        order = np.argsort(hashes)  # neighbours are looked up together: pages of the file are read once
        begins = np.searchsorted(known, hashes[order], "left")
        found = np.flatnonzero(known[np.minimum(begins, self.count - 1)] == hashes[order])
        order, begins = order[found], begins[found]
        lengths = np.searchsorted(known, hashes[order], "right") - begins
        within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        texts = owners[np.repeat(begins, lengths) + within]
        pairs, counts = np.unique((texts << 32) | np.repeat(rows[order], lengths), return_counts=True)
        return pairs >> 32, pairs & 0xFFFFFFFF, counts


def contained(
    files: Sequence[RowFile],
    stands: Numbers,
    settled: NDArray[np.bool_],
    reference: int,
    reading: Reading,
    settings: ContainmentSettings,
    recipe: FingerprintSettings,
    engine: Engine,
    folder: Path,
    labels: Spooled,
    progress: Progress,
) -> ContainedRows:
    """What is contained, of the texts that are not `settled` already. Files are read three times more.

    Rows from number `reference` on are the reference. `labels` receives what the rows of every pair are called.
    """
    texts = stands == np.arange(len(stands))
    texts[:reference] &= ~settled[:reference]
    inputs, known = texts.copy(), texts
    inputs[reference:] = False
    known[:reference] = False
    work = partial(_sampled, reading=reading, recipe=recipe, settings=settings)
    samples = {}
    sides = (("inputs", inputs, settings.fewest_words), ("reference", known, settings.fewest_reference_words))
    for name, wanted, fewest in sides:
        made = engine.map(partial(work, fewest=fewest), chosen_rows(files, wanted))
        samples[name] = _written(folder / name, made, len(stands), settings, progress)
    held: list[NDArray[np.int64]] = []
    for wanted, others, inside in ((known, samples["inputs"], True), (inputs, samples["reference"], False)):
        looking = partial(_candidates, reading=reading, recipe=recipe, samples=others, settings=settings)
        waiting: list[NDArray[np.int64]] = []
        pending = 0
        for number, mine in engine.map(looking, chosen_rows(files, wanted)):
            waiting.append(mine if inside else mine[:, [1, 0, 2]])
            pending += len(mine)
            if pending > PENDING:
                waiting = [best_candidates(waiting, settings.matches)]
                pending = len(waiting[0])
            progress("looking inside longer rows", number, len(stands))
        held.append(best_candidates(waiting, settings.matches))
    return _verified(
        files, best_candidates(held, settings.matches), reading, settings, recipe, engine, folder, labels, len(stands)
    )


def _shingles(row: object, reading: Reading, recipe: FingerprintSettings, fewest: int) -> Hashes | None:
    found = None if isinstance(row, BrokenRow) else reading.text(row)  # type: ignore[arg-type]
    if found is None:
        return None
    tokens = tokenise(found[0])
    return shingle_hashes(tokens, recipe) if len(tokens) >= fewest else None


def _sampled(
    task: tuple[int, Portion, list[int]],
    reading: Reading,
    recipe: FingerprintSettings,
    settings: ContainmentSettings,
    fewest: int,
) -> tuple[Hashes, Numbers]:
    """The lowest hashes of the texts of a portion, and whose they are."""
    number, portion, places = task
    hashes, owners = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for place, row in zip(places, portion.values(places), strict=True):
        shingles = _shingles(row, reading, recipe, fewest)
        if shingles is not None:
            hashes.append(shingles[: settings.sampled])
            owners.append(np.full(len(hashes[-1]), number + place, np.int64))
    return np.concatenate(hashes), np.concatenate(owners)


def _written(
    folder: Path, made: Iterator[tuple[Hashes, Numbers]], rows: int, settings: ContainmentSettings, progress: Progress
) -> _Samples:
    folder.mkdir()
    parts = []
    for part in made:
        parts.append(part)
        progress("sampling rows", int(part[1][-1]) if len(part[1]) else 0, rows)
    hashes = np.concatenate([part[0] for part in parts]) if parts else np.empty(0, np.uint64)
    owners = np.concatenate([part[1] for part in parts]) if parts else np.empty(0, np.int64)
    parts.clear()
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    # What very many rows have (a notice, a form) says nothing about any of them.
    begins = (
        np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])) if len(hashes) else np.empty(0, np.int64)
    )
    lengths = np.diff(np.append(begins, len(hashes)))
    rare = np.repeat(lengths <= settings.holders, lengths)
    hashes, owners = hashes[rare], owners[rare]
    hashes.tofile(folder / "hashes")
    owners.tofile(folder / "owners")
    return _Samples(folder, len(hashes), np.bincount(owners, minlength=rows).astype(np.uint8))


def _candidates(
    task: tuple[int, Portion, list[int]],
    reading: Reading,
    recipe: FingerprintSettings,
    samples: _Samples,
    settings: ContainmentSettings,
) -> tuple[int, NDArray[np.int64]]:
    """Pairs (text of which there are samples, longer text, part of the samples in thousandths) of a portion."""
    number, portion, places = task
    hashes, owners = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for place, row in zip(places, portion.values(places), strict=True):
        shingles = _shingles(row, reading, recipe, 1)
        if shingles is not None:
            hashes.append(shingles)
            owners.append(np.full(len(shingles), number + place, np.int64))
    texts, rows, counts = samples.holders(np.concatenate(hashes), np.concatenate(owners))
    parts = 1000 * counts // np.maximum(1, samples.sizes[texts])
    enough = parts >= 1000 * (settings.share - settings.margin)
    return number + len(portion), np.column_stack([texts, rows, parts])[enough]


def best_candidates(parts: Sequence[NDArray[np.int64]], most: int) -> NDArray[np.int64]:
    """The first `most` candidates of each row, those with most samples first, then by number."""
    joined = np.concatenate([np.empty((0, 3), np.int64), *parts])
    order = np.lexsort((joined[:, 1], -joined[:, 2], joined[:, 0]))
    joined = joined[order]
    begins = np.searchsorted(joined[:, 0], joined[:, 0])
    kept: NDArray[np.int64] = joined[np.arange(len(joined)) - begins < most]
    return kept


def _verified(
    files: Sequence[RowFile],
    candidates: NDArray[np.int64],
    reading: Reading,
    settings: ContainmentSettings,
    recipe: FingerprintSettings,
    engine: Engine,
    folder: Path,
    labels: Spooled,
    rows: int,
) -> ContainedRows:
    wanted = np.zeros(rows, bool)
    wanted[candidates[:, 0]] = wanted[candidates[:, 1]] = True
    kept: list[tuple[int, int, float, float, bool]] = []
    with Spooled(folder / "compared", rows) as spooled:
        for made in rows_read_again(files, wanted, reading, recipe, engine):
            for number, shingles, label in made:
                spooled.put(number, shingles)
                labels.put(number, label)
        for row, match in dict.fromkeys(map(tuple, candidates[:, :2].tolist())):
            a, b = spooled.numbers(row), spooled.numbers(match)
            similarity, (of_row, of_match) = jaccard_and_containment(a, b)
            inside = len(a) <= len(b)
            share = of_row if inside else of_match
            if share >= settings.share:
                kept.append((row, match, similarity, share, inside))
    kept.sort(key=lambda one: (one[0], -one[3], -one[2], one[1]))
    columns = list(zip(*kept, strict=True)) if kept else [(), (), (), (), ()]
    kinds: tuple[type, ...] = (np.int64, np.int64, np.float64, np.float64, np.bool_)
    return ContainedRows(*(np.array(column, kind) for column, kind in zip(columns, kinds, strict=True)))
