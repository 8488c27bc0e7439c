"""The passages that pairs of texts share, as alignment found them: kept apart from what is judged of them.

A row is never changed. It says what two texts share under certain circumstances (what counted as boilerplate); when
these change, the pair is aligned again and gets a further row. A pair that shares nothing has a row without content,
so that no audit aligns it again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DamagedArchive
from provenance.store.connection import Connection
from provenance.store.stored_values import is_sound

Numbers = NDArray[np.int64]

PORTION = 500  # rows per statement
TEXTS = 20_000  # numbers of A whose pairs are read at a time
# The index has all that is asked for, so that no content is read. Without content there is no checksum.
_PAIRS = (
    "SELECT passages, a_number, b_number, circumstances, checksum IS NOT NULL FROM shared_passages "
    "WHERE record = ? AND a_number >= ? AND a_number < ?"
)


@dataclass(frozen=True, slots=True)
class Alignments:
    """What is known of pairs of texts: one place per pair in each array, ascending by (a, b).

    `rows` name the passages for `PassageStore.contents`; `circumstances` say what alignment depended on besides the
    texts; `linked` is 1 where the two share anything.
    """

    rows: Numbers
    a: Numbers
    b: Numbers
    circumstances: Numbers
    linked: Numbers

    def of(self, pairs: Numbers) -> tuple[NDArray[np.bool_], Numbers]:
        """Which of `pairs` (shape (n, 2)) are known, and the place of each of these here (0 for the others)."""
        if not len(self.rows):
            return np.zeros(len(pairs), np.bool_), np.zeros(len(pairs), np.int64)
        widest = int(max(self.b.max(initial=0), pairs.max(initial=0))) + 1
        keys = self.a * widest + self.b
        asked = pairs[:, 0] * widest + pairs[:, 1]
        places = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        found: NDArray[np.bool_] = keys[places] == asked
        return found, np.where(found, places, 0)


class PassageStore:
    """`store.passages`: what pairs of texts share. It never aligns and never judges."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, record: int) -> Alignments:
        """The last alignment of every pair of texts in a record."""
        highest = self._connection.value("SELECT max(a_number) FROM shared_passages WHERE record = ?", (record,)) or 0
        parts = [np.empty((0, 5), np.int64)]
        for start in range(0, highest + 1, TEXTS):
            found = self._connection.rows(_PAIRS, (record, start, start + TEXTS))
            parts.append(_last_of_each(np.array(found, np.int64).reshape(-1, 5)))
        return Alignments(*(np.ascontiguousarray(column) for column in np.concatenate(parts).T))

    def save(self, record: int, found: Iterable[tuple[int, int, int, bytes | None]]) -> None:
        """Add alignments: the numbers of texts A and B, the circumstances, and the link found (`written`) or None."""
        self._connection.many(
            "INSERT INTO shared_passages (record, a_number, b_number, circumstances, content, checksum) "
            "SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM versions WHERE number = ?2) "
            "AND EXISTS (SELECT 1 FROM versions WHERE number = ?3)",
            (
                (record, a, b, circumstances, content, None if content is None else zlib.crc32(content))
                for a, b, circumstances, content in found
            ),
        )

    def contents(self, rows: Sequence[int]) -> list[bytes]:
        """The links of these rows as alignment left them, in their order; raises DamagedArchive."""
        found: dict[int, bytes] = {}
        for start in range(0, len(rows), PORTION):
            portion = self._connection.rows(
                "SELECT passages, content, checksum FROM shared_passages "
                "WHERE passages IN (SELECT value FROM json_each(?))",
                (json.dumps([int(row) for row in rows[start : start + PORTION]]),),
            )
            for row, content, checksum in portion:
                if not is_sound(content, checksum):
                    raise DamagedArchive(
                        f"{self._connection.path}: stored passages are damaged; `provenance audit --again` finds "
                        "them anew"
                    )
                found[row] = content
        missing = [row for row in rows if row not in found]
        if missing:
            raise DamagedArchive(
                f"{self._connection.path}: passages {missing[0]} are gone; `provenance audit --again` finds them anew"
            )
        return [found[row] for row in rows]

    def tidy(self, record: int) -> None:
        """Drop rows that nothing can need any more: neither the last of their pair nor named by a judgement."""
        self._connection.run(
            "DELETE FROM shared_passages WHERE record = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM judgements j WHERE j.passages = shared_passages.passages) AND "
            "EXISTS (SELECT 1 FROM shared_passages later WHERE later.record = ?1 "
            "AND later.a_number = shared_passages.a_number AND later.b_number = shared_passages.b_number "
            "AND later.passages > shared_passages.passages)",
            (record,),
        )


def _last_of_each(rows: Numbers) -> Numbers:
    """Of the rows of each pair the last one; ascending by pair."""
    rows = rows[np.lexsort((rows[:, 0], rows[:, 2], rows[:, 1]))]
    last = np.ones(len(rows), np.bool_)
    last[:-1] = (rows[1:, 1:3] != rows[:-1, 1:3]).any(axis=1)
    return rows[last]
