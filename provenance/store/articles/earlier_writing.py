"""Writing what newer versions lack: spans of the replaced text as a row, their passage keys as postings.

Postings are written under the number of the text that replaced the one that has the words, because that number is
higher than all before. Which words are missing is decided by the caller's `RemovedFinder`; nothing here reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DamagedArchive
from provenance.model import Article, Span
from provenance.store.articles import article_rows as rows
from provenance.store.articles.article_writing import Renewal
from provenance.store.connection import Connection
from provenance.store.index.postings_totals import PostingsBatch, entry_totals
from provenance.store.index.postings_writing import append_run
from provenance.store.stored_values import (
    EARLIER_READ_TO,
    change_index_stamp,
    read_property,
    row_checksum,
    to_json,
    write_property,
)


@dataclass(frozen=True, slots=True)
class Removed:
    """The stretches of a text that the next version lacks, with their passage keys; parallel keys and positions."""

    spans: tuple[Span, ...]
    keys: NDArray[np.uint64]
    positions: NDArray[np.int32]


# Compares the text that is replaced with the one that replaces it; None where nothing is missing.
RemovedFinder = Callable[[Article, Article], Removed | None]


@dataclass(frozen=True, slots=True)
class RemovedText:
    """`Removed` of the text `number`, which the text `following` replaced."""

    number: int
    following: int
    removed: Removed


def keep_removed(
    connection: Connection, generation: int, renewed: Sequence[Renewal], finder: RemovedFinder | None
) -> None:
    """Write what these new texts lack; the caller holds the transaction and has written the texts.

    Postponed where no finder is given or earlier replacements are still to be read.
    """
    postponed = read_property(connection, EARLIER_READ_TO) is not None
    if finder is None and not postponed:
        write_property(connection, EARLIER_READ_TO, renewed[0].following - 1)
    elif finder is not None and not postponed:
        write_removed(connection, generation, compared(connection, renewed, finder))


def compared(connection: Connection, renewed: Sequence[Renewal], finder: RemovedFinder) -> list[RemovedText]:
    """What each new text lacks, in the order of the new texts; those that lack nothing are left out.

    A text that is damaged cannot be compared, and must not keep newer ones out; `verify` names it.
    """
    found = []
    for renewal in sorted(renewed, key=lambda each: each.following):
        try:
            former, following = _text(connection, renewal.former), _text(connection, renewal.following)
        except DamagedArchive:
            continue
        removed = finder(former, following)
        if removed is not None:
            found.append(RemovedText(renewal.former, renewal.following, removed))
    return found


def _text(connection: Connection, number: int) -> Article:
    return rows.to_article(
        connection.row(
            f"SELECT {rows.ARTICLE_COLUMNS} FROM versions v JOIN articles a USING (article) "  # noqa: S608
            "JOIN texts t USING (number) WHERE v.number = ?",
            (number,),
        )
    )


def write_removed(connection: Connection, generation: int, found: Sequence[RemovedText]) -> None:
    """Write rows and keys, ascending by `following`, all higher than those written before."""
    written = []
    for each in found:
        row = (each.number, each.following, to_json(each.removed.spans))
        written.append((*row, row_checksum(row)))
    connection.many("INSERT INTO earlier_texts (number, following, spans, checksum) VALUES (?, ?, ?, ?)", written)
    write_keys(connection, generation, found)


def write_keys(connection: Connection, generation: int, found: Sequence[RemovedText]) -> None:
    """Write only the keys, as `write_removed` does."""
    if not found:
        return
    batch = PostingsBatch(
        "earlier",
        np.array([len(each.removed.keys) for each in found], np.int64),
        np.concatenate([each.removed.keys for each in found]).astype(np.uint64),
        np.concatenate([each.removed.positions for each in found]).astype(np.int64),
    )
    counts, totals = entry_totals([batch])
    following = [each.following for each in found]
    connection.many(
        "INSERT INTO earlier_keys (generation, following, postings, total) VALUES (?, ?, ?, ?)",
        (
            (generation, number, count, total)
            for number, count, total in zip(following, counts.tolist(), totals.view(np.int64).tolist(), strict=True)
        ),
    )
    append_run(connection, generation, following, batch)
    change_index_stamp(connection)
