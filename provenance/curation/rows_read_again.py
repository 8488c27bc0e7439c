"""Rows that look alike to some others, read once more for comparison: their runs of words, and what they are called.

Nothing is compared here, and no row is kept: callers put what they get into files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.row_portions import BrokenRow, Portion, Row, RowFile
from provenance.curation.sketching import Reading, chosen_rows
from provenance.engines import Engine
from provenance.fingerprint.minhash import shingle_hashes
from provenance.text.tokens import tokenise

EXCERPT = 160  # characters of a text that are shown


def rows_read_again(
    files: Sequence[RowFile],
    wanted: NDArray[np.bool_],
    reading: Reading,
    recipe: FingerprintSettings,
    engine: Engine,
) -> Iterator[list[tuple[int, bytes, bytes]]]:
    """Of each row that is wanted its number, the hashes of its runs of words (uint64) and its label.

    A list for each portion, in the order of the rows. Rows without a text, or that cannot be read, are left out.
    """
    return engine.map(partial(_read, reading=reading, recipe=recipe), chosen_rows(files, wanted))


def label_of(row: Row, text: str, reading: Reading) -> bytes:
    """What a row is called: its id and the beginning of its text, as JSON."""
    return json.dumps([reading.identity(row), " ".join(text[: 2 * EXCERPT].split())[:EXCERPT]]).encode()


def _read(
    task: tuple[int, Portion, list[int]], reading: Reading, recipe: FingerprintSettings
) -> list[tuple[int, bytes, bytes]]:
    number, portion, places = task
    made = []
    for place, row in zip(places, portion.values(places), strict=True):
        found = None if isinstance(row, BrokenRow) else reading.text(row)
        if found is not None and not isinstance(row, BrokenRow):
            hashes = shingle_hashes(tokenise(found[0]), recipe)
            made.append((number + place, hashes.tobytes(), label_of(row, found[0], reading)))
    return made
