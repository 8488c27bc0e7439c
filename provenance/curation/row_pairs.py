"""Every pair of rows that are near duplicates: proposed by bands of signatures, verified by their words.

Rows with the same words are one text, of which one row stands for all; the others are compared through it. One band
is looked at after the other, so that memory grows by 16 bytes per row and by the pairs, not by the bands. Rows of a
reference are paired with rows of the inputs, never with each other.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provenance.config.clustering import ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.row_portions import RowFile
from provenance.curation.rows_read_again import rows_read_again
from provenance.curation.sketching import TEXT, Progress, Reading, Sketched
from provenance.curation.spooled import Spooled
from provenance.engines import Engine
from provenance.fingerprint.minhash import jaccard_and_containment

PORTION = 1 << 16  # rows or pairs that are computed at a time: 32 MB of signatures
REMEMBERED = 8192  # rows whose words are kept in memory, some 5 KB each


@dataclass(frozen=True, slots=True)
class RowPairs:
    """Pairs of texts as parallel arrays, first < second, ascending, with the exact Jaccard of their shingles.

    Numbers are those of the rows that stand for their text: `stands[row]` is the one of each row, -1 of a row without
    words. `missed` are pairs that were compared and lie below the threshold.
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    jaccard: NDArray[np.float64]
    stands: NDArray[np.int64]
    missed: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


def standing(rows: Sketched) -> NDArray[np.int64]:
    """For each row the first one with the same words in the same order; -1 for a row without words.

    The same hash of all words is not enough for being left out: the signature has to be the same, too.
    """
    stands = np.full(len(rows.digests), -1, np.int64)
    used = np.flatnonzero((rows.states == TEXT) & (rows.digests != 0))
    _, first, which = np.unique(rows.digests[used], return_index=True, return_inverse=True)
    stands[used] = used[first[which]]
    repeated = used[stands[used] != used]
    for start in range(0, len(repeated), PORTION):
        part = repeated[start : start + PORTION]
        same = (rows.signatures[part] == rows.signatures[stands[part]]).all(axis=1)
        stands[part[~same]] = part[~same]
    return stands


def proposed(
    rows: Sketched,
    stands: NDArray[np.int64],
    reference: int,
    settings: ClusteringSettings,
    recipe: FingerprintSettings,
) -> NDArray[np.uint64]:
    """Pairs of texts that share a band and whose signatures are alike enough, as first * 2^32 + second, ascending.

    Rows from number `reference` on are a reference.
    """
    texts = np.flatnonzero(stands == np.arange(len(stands)))
    found = np.empty(0, np.uint64)
    for band in range(recipe.bands):
        keys = _band(rows, texts, recipe, band)
        order = np.argsort(keys, kind="stable")
        pairs = np.unique(within(keys[order], texts[order], settings.partners, reference))
        new = np.setdiff1d(pairs, found, assume_unique=True)
        found = np.union1d(found, _alike(rows, new, settings.threshold - settings.margin))
    return found


def _band(rows: Sketched, texts: NDArray[np.int64], recipe: FingerprintSettings, band: int) -> NDArray[np.uint64]:
    keys = np.empty(len(texts), np.uint64)
    for start in range(0, len(texts), PORTION):
        part = texts[start : start + PORTION]
        keys[start : start + PORTION] = band_keys(rows.signatures[part], recipe, band)
    return keys


def band_keys(signatures: NDArray[np.uint32], recipe: FingerprintSettings, band: int) -> NDArray[np.uint64]:
    """One key per text: the values of a band, mixed; two texts that share it by accident are verified away."""
    values = signatures[:, band * recipe.rows : (band + 1) * recipe.rows].astype(np.uint64)
    key = np.full(len(values), 0x9E3779B97F4A7C15, np.uint64)
    for column in values.T:
        key = (key ^ column) * np.uint64(0xBF58476D1CE4E5B9)
        key ^= key >> np.uint64(29)
    return key


def within(keys: NDArray[np.uint64], numbers: NDArray[np.int64], partners: int, reference: int) -> NDArray[np.uint64]:
    """Pairs within each stretch of equal keys: every row with the first `partners` of its stretch."""
    if not len(keys):
        return np.empty(0, np.uint64)
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    lengths = np.diff(np.append(starts, len(keys)))
    rank = np.arange(len(keys)) - np.repeat(starts, lengths)
    group_start = np.repeat(starts, lengths)
    codes = numbers.astype(np.uint64)
    made = []
    later = np.flatnonzero(rank > 0)
    for partner in range(min(partners, int(rank.max()))):
        later = later[rank[later] > partner]
        first = numbers[group_start[later] + partner]
        used = first < reference
        made.append((codes[group_start[later] + partner][used] << np.uint64(32)) | codes[later][used])
    return np.concatenate(made) if made else np.empty(0, np.uint64)


def _alike(rows: Sketched, pairs: NDArray[np.uint64], least: float) -> NDArray[np.uint64]:
    kept = np.zeros(len(pairs), bool)
    for start in range(0, len(pairs), PORTION):
        first, second = parted(pairs[start : start + PORTION])
        agreeing = (rows.signatures[first] == rows.signatures[second]).mean(axis=1)
        kept[start : start + PORTION] = agreeing >= least
    return pairs[kept]


def parted(pairs: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers of both rows of each pair."""
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def verified(
    files: Sequence[RowFile],
    rows: Sketched,
    reference: int,
    reading: Reading,
    settings: ClusteringSettings,
    recipe: FingerprintSettings,
    engine: Engine,
    folder: Path,
    labels: Spooled,
    every_label: bool,
    progress: Progress,
) -> RowPairs:
    """All pairs of texts with an exact Jaccard similarity of the threshold or more. Files are read once more.

    `labels` receives what a row is called, of each row that is compared, or of `every` row that repeats another.
    """
    stands = standing(rows)
    pairs = proposed(rows, stands, reference, settings, recipe)
    first, second = parted(pairs)
    wanted = np.zeros(len(stands), bool)
    wanted[first] = wanted[second] = True
    if every_label:
        used = stands >= 0
        repeated = np.bincount(stands[used], minlength=len(stands)) > 1
        wanted |= used & (repeated | wanted)[stands]
    jaccard = np.empty(len(pairs), np.float64)
    with Spooled(folder / "shingles", len(stands)) as shingles:
        if wanted.any():
            done = 0
            for made in rows_read_again(files, wanted, reading, recipe, engine):
                for row, hashes, label in made:
                    labels.put(row, label)
                    if stands[row] == row:
                        shingles.put(row, hashes)
                done += len(made)
                progress("reading what looks alike", done, int(wanted.sum()))
        known = _Known(shingles)
        for place, (a, b) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
            jaccard[place] = jaccard_and_containment(known.of(a), known.of(b))[0]
            if place % 1000 == 0:
                progress("verifying pairs", place, len(pairs))
    kept = jaccard >= settings.threshold
    missed = first[~kept], second[~kept], jaccard[~kept]
    return RowPairs(first[kept], second[kept], jaccard[kept], stands, missed)


class _Known:
    """The shingles of rows, the ones used last kept in memory."""

    def __init__(self, shingles: Spooled) -> None:
        self._shingles = shingles
        self._sets: OrderedDict[int, NDArray[np.uint64]] = OrderedDict()

    def of(self, number: int) -> NDArray[np.uint64]:
        present = self._sets.get(number)
        if present is not None:
            self._sets.move_to_end(number)
            return present
        made = self._shingles.numbers(number)
        self._sets[number] = made
        if len(self._sets) > REMEMBERED:
            self._sets.popitem(last=False)
        return made
