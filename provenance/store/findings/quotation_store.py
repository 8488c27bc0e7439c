"""The quotations of articles, as they were read from their current texts."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from provenance.errors import DamagedArchive
from provenance.model import Quotation, Span
from provenance.store.articles.article_rows import current_texts
from provenance.store.connection import Connection
from provenance.store.stored_values import (
    damage_in,
    from_column,
    is_sound,
    json_array,
    packed,
    to_json,
    to_list,
    unpacked,
)

FORMAT = 1
PORTION = 500  # articles per statement


class QuotationStore:
    """`store.quotations`: the quotations of each current text, with the version of the rules that read them.

    It never reads a text for quotations, and `of` never hands out those that other rules have read.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, identity: str, quotations: Sequence[Quotation], rules: str) -> None:
        """Keep the quotations of an article's current text; `rules` is the version of the rules that read them.

        Raises NoSuchArticle.
        """
        self.save_written(identity, quotations_to_bytes(tuple(quotations), rules))

    def save_written(self, identity: str, content: bytes) -> None:
        """`save` for quotations that `quotations_to_bytes` has written, in another process for instance."""
        ((_, number),) = current_texts(self._connection, [identity]).values()
        self._connection.run(
            "INSERT OR REPLACE INTO quotations (number, content, checksum) VALUES (?, ?, ?)",
            (number, content, zlib.crc32(content)),
        )

    def of(self, identity: str, rules: str) -> tuple[Quotation, ...] | None:
        """The quotations of an article's current text; None when these rules never read it. Raises NoSuchArticle."""
        ((_, number),) = current_texts(self._connection, [identity]).values()
        row = self._connection.row("SELECT content, checksum FROM quotations WHERE number = ?", (number,))
        if row is None:
            return None
        self._check(identity, *row)
        quotations, read_by = quotations_from_bytes(row[0])
        return quotations if read_by == rules else None

    def packed(self, ids: Sequence[str]) -> dict[str, bytes]:
        """What any rules have read of these articles, as it is stored, for `quotations_from_bytes`; by id."""
        parts = (ids[start : start + PORTION] for start in range(0, len(ids), PORTION))
        return {identity: content for part in parts for identity, content in self._contents(part)}

    def unread(self, ids: Iterable[str], rules: str) -> list[str]:
        """Those of the archived articles whose current texts these rules never read, in the order of `ids`."""
        asked = list(ids)
        read: set[str] = set()
        for start in range(0, len(asked), PORTION):
            found = self._contents(asked[start : start + PORTION])
            read.update(identity for identity, content in found if _rules_of(content) == rules)
        return [identity for identity in asked if identity not in read]

    def _contents(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        found = self._connection.rows(
            "SELECT a.id, q.content, q.checksum FROM articles a JOIN quotations q USING (number) "
            "WHERE a.id IN (SELECT value FROM json_each(?))",
            (to_list(ids),),
        )
        for column, content, checksum in found:
            identity = from_column(column) or ""
            self._check(identity, content, checksum)
            yield identity, content

    def _check(self, identity: str, content: bytes, checksum: int) -> None:
        if not is_sound(content, checksum):
            raise DamagedArchive(
                f"{self._connection.path}: the stored quotations of {identity!r} are damaged; remove the article and "
                "add it again"
            )


def quotations_to_bytes(quotations: tuple[Quotation, ...], rules: str) -> bytes:
    """The quotations of one article as bytes: spans, never words; `rules` is the version of their rules."""
    rows = [
        [q.span, q.type, q.marks, q.speaker, q.speaker_span, q.affiliation, q.cue, q.confidence] for q in quotations
    ]
    return packed(to_json([FORMAT, rows, rules]))


def quotations_from_bytes(content: bytes) -> tuple[tuple[Quotation, ...], str]:
    """The quotations and the version of their rules ("" where none was written down). Raises DamagedArchive."""
    with damage_in("quotation"):
        _, rows, *rules = _array(content)
        return tuple(_to_quotation(*row) for row in rows), rules[0] if rules else ""


def _rules_of(content: bytes) -> str:
    """Only the version of the rules."""
    with damage_in("quotation"):
        _, _, *rules = _array(content)
        return rules[0] if rules else ""


def _array(content: bytes) -> list[Any]:
    return json_array(unpacked(content), "quotation", (FORMAT,))


def _to_quotation(
    span: Any, kind: Any, marks: Any, speaker: Any, speaker_span: Any, affiliation: Any, cue: Any, confidence: Any
) -> Quotation:
    return Quotation(
        span=Span(*span),
        type=kind,
        marks=tuple(Span(*mark) for mark in marks),
        speaker=speaker,
        speaker_span=None if speaker_span is None else Span(*speaker_span),
        affiliation=affiliation,
        cue=None if cue is None else Span(*cue),
        confidence=confidence,
    )
