"""Fingerprints and the index over them, one *generation* at a time.

All fingerprints of a generation were made by one recipe. Reindexing builds the next generation beside the current
one, in portions, and then replaces it in one transaction; until then every answer comes from the current one.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.errors import ArchiveError, DamagedArchive, NoSuchArticle, SchemeMismatch
from provenance.model import Fingerprint, Signature
from provenance.store import index
from provenance.store.connection import Connection
from provenance.store.directory import PostingsRun, delete_generation, load_runs
from provenance.store.lookup import Choice, look_up
from provenance.store.names import is_sound, to_column
from provenance.store.pages import Columns, empty_columns, joined
from provenance.store.properties import (
    ARTICLES,
    change_index_stamp,
    index_stamp,
    read_number,
    read_property,
    write_property,
)
from provenance.store.records import Entry, Namespace, Postings
from provenance.store.totals import batches, entry_totals

PORTION = 512


@dataclass(slots=True)
class _Cache:
    """The directories of the runs, good as long as the stamp in the file is the same."""

    stamp: int
    generation: int
    runs: dict[Namespace, list[PostingsRun]]
    retired: NDArray[np.int64]


class Fingerprints:
    """The part of `Store` that keeps fingerprints and looks keys up."""

    connection: Connection
    _cache: _Cache | None = None

    @property
    def recipe(self) -> str | None:
        """How the archive's fingerprints were made; None as long as it has none. Raises DamagedArchive."""
        recipe = read_property(self.connection, f"recipe {self.generation}")
        if recipe is None and self.connection.value("SELECT 1 FROM articles LIMIT 1"):
            raise DamagedArchive(
                f"{self.connection.path} no longer says how its fingerprints were made; `provenance reindex` makes "
                "them anew"
            )
        return recipe

    @property
    def generation(self) -> int:
        """The number of the generation that answers come from."""
        return read_number(self.connection, "generation", 1)

    def adopt_recipe(self, recipe: str) -> None:
        """Name the way that this archive's fingerprints are made; raises SchemeMismatch when another is there."""
        present = self.recipe
        if present == recipe:
            return
        with self.connection.transaction():
            present = self.recipe
            if present is None:
                write_property(self.connection, f"recipe {self.generation}", recipe)
            elif present != recipe:
                raise SchemeMismatch(
                    f"{self.connection.path} holds fingerprints made as [{present}], not as [{recipe}]; "
                    "`provenance reindex` makes them anew"
                )

    def _index(self) -> _Cache:
        """The directories, read again when another process or this one has changed them; within a snapshot."""
        stamp = index_stamp(self.connection)
        if self._cache is None or self._cache.stamp != stamp:
            generation = self.generation
            runs = {name: load_runs(self.connection, generation, name) for name in index.NAMESPACES}
            self._cache = _Cache(stamp, generation, runs, index.load_retired(self.connection))
        return self._cache

    def lookup(
        self, namespace: Namespace, keys: NDArray[np.uint64], cap: int, choose: Choice | None = None
    ) -> Postings:
        """Where the keys stand: at most `cap` postings each, those of the articles added first.

        `frequencies` counts every posting of a key; `choose` may look at them and say of which keys the postings are
        wanted, so that the others' need not be read. Removed and replaced texts are left out of both. Asking for many
        keys at once is cheaper than one by one; memory stays near 20 MB plus the answer.
        """
        with self.connection.snapshot():
            found = self._index()
            return look_up(self.connection, found.runs[namespace], found.retired, keys, cap, choose)

    def scan(self, namespace: Namespace) -> Iterator[Columns]:
        """All live postings ordered by key, article, position, in portions that never part a key's postings.

        The caller holds a snapshot where the archive may be written meanwhile.
        """
        found = self._index()
        for columns in index.scan_runs(self.connection, found.runs[namespace]):
            yield index.without(columns, found.retired)

    def signatures(self, numbers: NDArray[np.int64] | Sequence[int]) -> NDArray[np.uint32]:
        """The MinHash values behind article numbers, one row each in their order; raises NoSuchArticle."""
        asked = np.asarray(numbers, np.int64)
        generation = self.generation
        found: dict[int, bytes] = {}
        for start in range(0, len(asked), PORTION):
            portion = self.connection.rows(
                "SELECT number, signature, checksum FROM fingerprints "
                "WHERE number IN (SELECT value FROM json_each(?)) AND generation = ?",
                (json.dumps(asked[start : start + PORTION].tolist()), generation),
            )
            for number, signature, checksum in portion:
                found[number] = self._proven(number, signature, checksum)
        missing = [number for number in asked.tolist() if number not in found]
        if missing:
            raise NoSuchArticle(f"article number {missing[0]} has no fingerprint in {self.connection.path}")
        if not len(asked):
            return np.empty((0, 0), np.uint32)
        data = b"".join(found[number] for number in asked.tolist())
        return np.frombuffer(data, "<u4").astype(np.uint32, copy=False).reshape(len(asked), -1)

    def _proven(self, number: int, signature: bytes, checksum: int) -> bytes:
        if not is_sound(signature, checksum):
            raise DamagedArchive(
                f"{self.connection.path}: the fingerprint of article number {number} is damaged; "
                "`provenance reindex` makes it anew"
            )
        return signature

    def fingerprint(self, identity: str) -> Fingerprint:
        """One article's stored fingerprint; reads the whole run that holds it, so this is for checking, not for use.

        Keys ascend by position, then key. Raises NoSuchArticle.
        """
        with self.connection.snapshot():
            number = self.connection.value("SELECT number FROM articles WHERE id = ?", (to_column(identity),))
            if number is None:
                raise NoSuchArticle(f"no article {identity!r} in {self.connection.path}")
            values = self.signatures([number])[0]
            passages = self.postings_of([number], "passage")
        order = np.lexsort((passages.keys, passages.positions))
        return Fingerprint(
            Signature(self.recipe or "", values),
            passages.keys[order],
            passages.positions[order].astype(np.int32),
        )

    def postings_of(self, numbers: Sequence[int], namespace: Namespace) -> Columns:
        """Every posting of these articles, ordered by key, article, position; reads the runs that hold them."""
        wanted = np.sort(np.asarray(numbers, np.int64))
        found = self._index()
        runs = [
            run
            for run in found.runs[namespace]
            if np.searchsorted(wanted, run.last_article, "right") > np.searchsorted(wanted, run.layout.first_article)
        ]
        parts = [
            columns.taken(np.isin(columns.articles, wanted)) for columns in index.scan_runs(self.connection, runs)
        ]
        return joined(parts) if parts else empty_columns()

    def retired(self) -> int:
        """How many removed or replaced texts still have postings in the index pages."""
        count: int = self.connection.value("SELECT count(*) FROM retired")
        return count

    def settle(self) -> None:
        """Merge index runs so that lookups meet few of them: worth doing once after a bulk addition."""
        with self.connection.transaction():
            index.settle(self.connection, self.generation)
            change_index_stamp(self.connection)

    def compact(self) -> None:
        """Rewrite the whole index without the postings of removed and replaced texts."""
        with self.connection.transaction():
            index.compact(self.connection, self.generation)
            change_index_stamp(self.connection)

    def _store_fingerprints(self, generation: int, numbers: Sequence[int], entries: Sequence[Entry]) -> None:
        """Write the fingerprints and postings of texts with ascending numbers; the caller holds the transaction."""
        if not entries:
            return
        parts = batches(entries)
        counts, totals = entry_totals(parts)
        self.connection.many(
            "INSERT INTO fingerprints (generation, number, signature, postings, total, checksum) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                (generation, number, values, postings, total, zlib.crc32(values))
                for number, postings, total, values in zip(
                    numbers,
                    counts.tolist(),
                    totals.view(np.int64).tolist(),
                    (entry.fingerprint.signature.values.astype("<u4").tobytes() for entry in entries),
                    strict=True,
                )
            ),
        )
        for part in parts:
            index.append_run(self.connection, generation, numbers, part)
        change_index_stamp(self.connection)

    def _require(self, recipe: str | None, entries: Sequence[Entry]) -> None:
        """Raise SchemeMismatch unless every fingerprint was made by this recipe."""
        for entry in entries:
            made = entry.fingerprint.signature.recipe
            if made != recipe:
                raise SchemeMismatch(
                    f"{self.connection.path} holds fingerprints made as [{recipe}], not as [{made}] like that of "
                    f"{entry.article.id!r}; `provenance reindex` makes them anew"
                )

    # Reindexing -------------------------------------------------------------------------------------------------

    def begin_reindex(self, recipe: str) -> int:
        """Start the next generation, or go on with one begun before by the same recipe; returns the last number done.

        A generation begun by another recipe is thrown away.
        """
        with self.connection.transaction():
            following = self.generation + 1
            begun = read_property(self.connection, f"recipe {following}")
            if begun == recipe:
                return read_number(self.connection, "reindexed to")
            self._drop_generation(following)
            write_property(self.connection, f"recipe {following}", recipe)
            write_property(self.connection, "reindexed to", 0)
            return 0

    def reindex(self, numbers: Sequence[int], entries: Sequence[Entry]) -> None:
        """Write the next generation's fingerprints of texts with ascending numbers, in one transaction."""
        with self.connection.transaction():
            following = self.generation + 1
            self._require(read_property(self.connection, f"recipe {following}"), entries)
            if numbers and numbers[0] <= read_number(self.connection, "reindexed to"):
                raise ArchiveError(f"{self.connection.path} is being reindexed by another process; let it finish")
            self._store_fingerprints(following, numbers, entries)
            if numbers:
                write_property(self.connection, "reindexed to", numbers[-1])

    def reindexed(self) -> int:
        """How many articles the next generation holds so far."""
        count: int = self.connection.value(
            "SELECT count(*) FROM articles WHERE number <= ?", (read_number(self.connection, "reindexed to"),)
        )
        return count

    def finish_reindex(self) -> bool:
        """Put the next generation in the place of the current one; False when texts were added meanwhile."""
        with self.connection.transaction():
            following = self.generation + 1
            done = read_number(self.connection, "reindexed to")
            if self.connection.value("SELECT 1 FROM articles WHERE number > ? LIMIT 1", (done,)):
                return False
            former = self.generation
            write_property(self.connection, "generation", following)
            self._drop_generation(former)
            write_property(self.connection, "reindexed to", None)
            index.compact(self.connection, following)
            counted = self.connection.value("SELECT count(*) FROM articles")
            write_property(self.connection, ARTICLES, counted)
            change_index_stamp(self.connection)
            return True

    def _drop_generation(self, generation: int) -> None:
        delete_generation(self.connection, generation)
        self.connection.run("DELETE FROM fingerprints WHERE generation = ?", (generation,))
        write_property(self.connection, f"recipe {generation}", None)
