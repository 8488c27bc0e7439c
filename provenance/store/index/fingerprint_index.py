"""Fingerprints and the index over them, one *generation* at a time.

All fingerprints of a generation were made by one recipe. Reindexing builds the next generation beside the current
one, in portions, and then replaces it in one transaction; until then every answer comes from the current one.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.errors import ArchiveError, DamagedArchive, NoSuchArticle, SchemeMismatch
from provenance.model import Fingerprint, Signature
from provenance.store.connection import Connection
from provenance.store.index.postings_lookup import Choice, KeyLookup, Postings, look_up
from provenance.store.index.postings_pages import NAMESPACES, Columns, Namespace, empty_columns, joined, without
from provenance.store.index.postings_runs import PostingsRun, load_retired, load_runs, scan_runs
from provenance.store.stored_values import (
    ARTICLES,
    change_index_stamp,
    index_stamp,
    is_sound,
    read_number,
    read_property,
    to_column,
    write_property,
)

if TYPE_CHECKING:
    from provenance.store.articles.earlier_writing import RemovedText
    from provenance.store.records import Entry

EARLIER_REINDEXED = "earlier reindexed to"  # a property
PORTION = 512  # signatures per statement


@dataclass(slots=True)
class _Runs:
    """The directories of all runs, valid as long as the stamp in the file is the same."""

    stamp: int
    runs: dict[Namespace, list[PostingsRun]]
    retired: dict[Namespace, NDArray[np.int64]]


class FingerprintIndex:
    """`store.index`: the fingerprints of current texts, and where each of their keys occurs.

    It never makes a fingerprint, never mixes fingerprints of two recipes in one answer, and refers to texts only by
    number.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: _Runs | None = None

    @property
    def recipe(self) -> str | None:
        """How the current fingerprints were made; None as long as there are none. Raises DamagedArchive."""
        recipe = read_property(self._connection, f"recipe {self.generation}")
        if recipe is None and self._connection.value("SELECT 1 FROM articles LIMIT 1"):
            raise DamagedArchive(
                f"{self._connection.path} no longer says how its fingerprints were made; `provenance reindex` makes "
                "them anew"
            )
        return recipe

    @property
    def generation(self) -> int:
        """The number of the generation that answers come from."""
        return read_number(self._connection, "generation", 1)

    def adopt_recipe(self, recipe: str) -> None:
        """Set the recipe of an archive that has none yet; raises SchemeMismatch when it has another one."""
        present = self.recipe
        if present == recipe:
            return
        with self._connection.transaction():
            present = self.recipe
            if present is None:
                write_property(self._connection, f"recipe {self.generation}", recipe)
            elif present != recipe:
                raise SchemeMismatch(
                    f"{self._connection.path} holds fingerprints made as [{present}], not as [{recipe}]; "
                    "`provenance reindex` makes them anew"
                )

    def _runs(self) -> _Runs:
        """The directories, read again when this or another process has changed them; the caller holds a snapshot."""
        stamp = index_stamp(self._connection)
        if self._read is None or self._read.stamp != stamp:
            generation = self.generation
            runs = {name: load_runs(self._connection, generation, name) for name in NAMESPACES}
            retired = load_retired(self._connection, "passage")
            gone = dict.fromkeys(NAMESPACES, retired)
            if runs["earlier"] and len(retired):
                gone["earlier"] = load_retired(self._connection, "earlier")
            self._read = _Runs(stamp, runs, gone)
        return self._read

    def lookup(
        self, namespace: Namespace, keys: NDArray[np.uint64], cap: int, choose: Choice | None = None
    ) -> Postings:
        """Where the keys occur: at most `cap` postings per key, of the articles added first.

        `frequencies` counts all postings of a key; `choose` gets these counts and returns which keys' postings are
        wanted, so that the others need not be read. Removed and replaced texts are left out of both. One call for
        many keys is cheaper than one each; memory stays near 20 MB plus the answer.
        """
        with self._connection.snapshot():
            found = self._runs()
            return look_up(self._connection, found.runs[namespace], found.retired[namespace], keys, cap, choose)

    def begin_lookup(self, namespace: Namespace, keys: NDArray[np.uint64]) -> KeyLookup:
        """The first step of a lookup in several files; the caller holds a snapshot until the second is done."""
        found = self._runs()
        return KeyLookup(self._connection, found.runs[namespace], found.retired[namespace], keys)

    def holds(self, namespace: Namespace) -> bool:
        """Whether there are any postings in this namespace; costs nothing once the directories are read."""
        with self._connection.snapshot():
            return bool(self._runs().runs[namespace])

    def scan(self, namespace: Namespace) -> Iterator[Columns]:
        """All postings that count, ordered by key, article, position; no key is in two of the portions.

        The caller holds a snapshot where the archive may be written meanwhile.
        """
        found = self._runs()
        for columns in scan_runs(self._connection, found.runs[namespace]):
            yield without(columns, found.retired[namespace])

    def signatures(self, numbers: NDArray[np.int64] | Sequence[int]) -> NDArray[np.uint32]:
        """The MinHash values of article numbers: row i belongs to numbers[i], one column per permutation.

        Raises NoSuchArticle for a number without a fingerprint.
        """
        asked = np.asarray(numbers, np.int64)
        generation = self.generation
        found: dict[int, bytes] = {}
        for start in range(0, len(asked), PORTION):
            portion = self._connection.rows(
                "SELECT number, signature, checksum FROM fingerprints "
                "WHERE number IN (SELECT value FROM json_each(?)) AND generation = ?",
                (json.dumps(asked[start : start + PORTION].tolist()), generation),
            )
            for number, signature, checksum in portion:
                found[number] = self._proven(number, signature, checksum)
        missing = [number for number in asked.tolist() if number not in found]
        if missing:
            raise NoSuchArticle(f"article number {missing[0]} has no fingerprint in {self._connection.path}")
        if not len(asked):
            return np.empty((0, 0), np.uint32)
        data = b"".join(found[number] for number in asked.tolist())
        return np.frombuffer(data, "<u4").astype(np.uint32, copy=False).reshape(len(asked), -1)

    def _proven(self, number: int, signature: bytes, checksum: int) -> bytes:
        if not is_sound(signature, checksum):
            raise DamagedArchive(
                f"{self._connection.path}: the fingerprint of article number {number} is damaged; "
                "`provenance reindex` makes it anew"
            )
        return signature

    def fingerprint(self, identity: str) -> Fingerprint:
        """One article's stored fingerprint. Reads the whole run that holds it, so this is for checking only.

        Keys ascend by position, then key. Raises NoSuchArticle.
        """
        with self._connection.snapshot():
            number = self._connection.value("SELECT number FROM articles WHERE id = ?", (to_column(identity),))
            if number is None:
                raise NoSuchArticle(f"no article {identity!r} in {self._connection.path}")
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
        found = self._runs()
        runs = [
            run
            for run in found.runs[namespace]
            if np.searchsorted(wanted, run.last_article, "right") > np.searchsorted(wanted, run.layout.first_article)
        ]
        parts = [columns.taken(np.isin(columns.articles, wanted)) for columns in scan_runs(self._connection, runs)]
        return joined(parts) if parts else empty_columns()

    def retired(self) -> int:
        """How many removed or replaced texts still have postings in the index pages."""
        count: int = self._connection.value("SELECT count(*) FROM retired")
        return count

    def settle(self) -> None:
        """Merge runs of postings so that lookups meet few: worth doing once after many articles were added."""
        from provenance.store.index.postings_writing import settle

        with self._connection.transaction():
            settle(self._connection, self.generation)
            change_index_stamp(self._connection)

    def compact(self) -> None:
        """Rewrite the whole index without the postings of removed and replaced texts."""
        from provenance.store.index.postings_writing import compact

        with self._connection.transaction():
            compact(self._connection, self.generation)
            change_index_stamp(self._connection)

    def write(self, numbers: Sequence[int], entries: Sequence[Entry]) -> None:
        """Write the fingerprints and postings of current texts with these ascending numbers.

        The caller holds the transaction in which the texts are written and has called `require_recipe`.
        """
        self._write(self.generation, numbers, entries)

    def _write(self, generation: int, numbers: Sequence[int], entries: Sequence[Entry]) -> None:
        if not entries:
            return
        from provenance.store.index.postings_totals import batches, entry_totals
        from provenance.store.index.postings_writing import append_run

        parts = batches(entries)
        counts, totals = entry_totals(parts)
        self._connection.many(
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
            append_run(self._connection, generation, numbers, part)
        change_index_stamp(self._connection)

    def require_recipe(self, entries: Sequence[Entry]) -> None:
        """Raise SchemeMismatch unless every fingerprint was made by the recipe of the current generation."""
        self._require(self.recipe, entries)

    def _require(self, recipe: str | None, entries: Sequence[Entry]) -> None:
        for entry in entries:
            made = entry.fingerprint.signature.recipe
            if made != recipe:
                raise SchemeMismatch(
                    f"{self._connection.path} holds fingerprints made as [{recipe}], not as [{made}] like that of "
                    f"{entry.article.id!r}; `provenance reindex` makes them anew"
                )

    # Reindexing -------------------------------------------------------------------------------------------------

    def begin_reindex(self, recipe: str) -> int:
        """Start the next generation, or go on with one begun before by the same recipe; returns the last number done.

        A generation begun by another recipe is thrown away.
        """
        with self._connection.transaction():
            following = self.generation + 1
            begun = read_property(self._connection, f"recipe {following}")
            if begun == recipe:
                return read_number(self._connection, "reindexed to")
            self._drop_generation(following)
            write_property(self._connection, f"recipe {following}", recipe)
            write_property(self._connection, "reindexed to", 0)
            write_property(self._connection, EARLIER_REINDEXED, 0)
            return 0

    def reindex(self, numbers: Sequence[int], entries: Sequence[Entry]) -> None:
        """Write the next generation's fingerprints of texts with ascending numbers, in one transaction."""
        with self._connection.transaction():
            following = self.generation + 1
            self._require(read_property(self._connection, f"recipe {following}"), entries)
            if numbers and numbers[0] <= read_number(self._connection, "reindexed to"):
                raise ArchiveError(f"{self._connection.path} is being reindexed by another process; let it finish")
            self._write(following, numbers, entries)
            if numbers:
                write_property(self._connection, "reindexed to", numbers[-1])

    def reindex_earlier(self, rows: Sequence[RemovedText]) -> None:
        """Write the next generation's keys of earlier texts, ascending by the texts that replaced them."""
        from provenance.store.articles.earlier_writing import write_keys

        with self._connection.transaction():
            if rows and rows[0].following <= read_number(self._connection, EARLIER_REINDEXED):
                raise ArchiveError(f"{self._connection.path} is being reindexed by another process; let it finish")
            write_keys(self._connection, self.generation + 1, rows)
            if rows:
                write_property(self._connection, EARLIER_REINDEXED, rows[-1].following)

    def earlier_reindexed_to(self) -> int:
        """The last text whose earlier text the next generation has."""
        return read_number(self._connection, EARLIER_REINDEXED)

    def reindexed(self) -> int:
        """How many articles the next generation holds so far."""
        count: int = self._connection.value(
            "SELECT count(*) FROM articles WHERE number <= ?", (read_number(self._connection, "reindexed to"),)
        )
        return count

    def finish_reindex(self) -> bool:
        """Put the next generation in the place of the current one; False when texts were added meanwhile."""
        from provenance.store.index.postings_writing import compact

        with self._connection.transaction():
            following = self.generation + 1
            done = read_number(self._connection, "reindexed to")
            if self._connection.value("SELECT 1 FROM articles WHERE number > ? LIMIT 1", (done,)):
                return False
            done = read_number(self._connection, EARLIER_REINDEXED)
            if self._connection.value("SELECT 1 FROM earlier_texts WHERE following > ? LIMIT 1", (done,)):
                return False
            former = self.generation
            write_property(self._connection, "generation", following)
            self._drop_generation(former)
            write_property(self._connection, "reindexed to", None)
            write_property(self._connection, EARLIER_REINDEXED, None)
            compact(self._connection, following)
            counted = self._connection.value("SELECT count(*) FROM articles")
            write_property(self._connection, ARTICLES, counted)
            change_index_stamp(self._connection)
            return True

    def _drop_generation(self, generation: int) -> None:
        from provenance.store.index.postings_writing import delete_generation

        delete_generation(self._connection, generation)
        self._connection.run("DELETE FROM fingerprints WHERE generation = ?", (generation,))
        self._connection.run("DELETE FROM earlier_keys WHERE generation = ?", (generation,))
        write_property(self._connection, f"recipe {generation}", None)
