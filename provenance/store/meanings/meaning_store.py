"""What the archive keeps to compare texts by meaning: the codes of sentences, made by one encoder.

Codes of two encoders cannot be compared, so the archive has those of one and its name. A search reads the signs of
all sentences page by page and keeps none in memory; the rest of a sentence's code is read for the texts that are
near.
Nothing here encodes or compares anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.errors import ArchiveError, DamagedArchive
from provenance.model.coded_text import CodedText
from provenance.store.connection import ADVICE, Connection
from provenance.store.meanings.meaning_bytes import (
    Page,
    codes_from_bytes,
    codes_to_bytes,
    page_from_bytes,
    spans_from_bytes,
    spans_to_bytes,
)
from provenance.store.stored_values import read_property, row_checksum, write_property

ENCODER = "encoder"  # the property with the name of the encoder
SENTENCES_A_PAGE = 1024  # 64 KB: a search reads 1 GB/s of such pages, and removing a text writes one anew
PAGES_AT_A_TIME = 64  # 4 MB in memory


class MeaningStore:
    """`store.meanings`: sentences as codes, by the number of the text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def encoder(self) -> str | None:
        """The name of the encoder that made what is here; None where nothing is."""
        return read_property(self._connection, ENCODER)

    def lacking(self) -> NDArray[np.int64]:
        """The numbers of current texts that have no codes, ascending."""
        return self._connection.numbers(
            "SELECT number FROM articles WHERE number NOT IN (SELECT number FROM meanings) ORDER BY number"
        )

    def held(self) -> NDArray[np.int64]:
        """The numbers of current texts that have codes, ascending."""
        return self._connection.numbers(
            "SELECT number FROM meanings WHERE number IN (SELECT number FROM articles) ORDER BY number"
        )

    def current(self, numbers: Sequence[int]) -> set[int]:
        """Which of these are numbers of current texts."""
        found = self._connection.rows(
            "SELECT v.number FROM versions v JOIN articles a ON a.article = v.article AND a.number = v.number "
            "WHERE v.number IN (SELECT value FROM json_each(?))",
            (json.dumps([*map(int, numbers)]),),
        )
        return {number for (number,) in found}

    def count(self) -> int:
        """How many current texts have codes."""
        found: int = self._connection.value(
            "SELECT count(*) FROM meanings WHERE number IN (SELECT number FROM articles)"
        )
        return found

    def stored_bytes(self) -> int:
        """How many bytes the codes take, with the places of their sentences."""
        rows: int = self._connection.value(
            "SELECT coalesce(sum(length(spans) + length(large) + 16), 0) FROM meanings"
        )
        pages: int = self._connection.value(
            "SELECT coalesce(sum(length(numbers) + length(counts) + length(signs) + 16), 0) FROM meaning_pages"
        )
        return rows + pages

    def require(self, encoder: str) -> None:
        """Raise ArchiveError where the archive has codes of another encoder."""
        present = self.encoder
        if present not in (None, encoder):
            raise ArchiveError(
                f"{self._connection.path} has sentences encoded by {present!r}, and those of {encoder!r} cannot be "
                "compared with them; `provenance embed --again` encodes all anew"
            )

    def write(self, encoder: str, numbers: Sequence[int], texts: Sequence[CodedText]) -> None:
        """Keep the codes of current texts that have none, in one transaction.

        Texts that were removed or replaced meanwhile are left out. Raises ArchiveError where the archive has codes of
        another encoder.
        """
        with self._connection.transaction():
            self.require(encoder)
            write_property(self._connection, ENCODER, encoder)
            wanted = {
                number
                for (number,) in self._connection.rows(
                    "SELECT a.number FROM articles a WHERE a.number IN (SELECT value FROM json_each(?)) "
                    "AND a.number NOT IN (SELECT number FROM meanings)",
                    (json.dumps([*map(int, numbers)]),),
                )
            }
            new = {int(number): text for number, text in zip(numbers, texts, strict=True) if int(number) in wanted}
            if new:
                self._append(new)

    def _append(self, new: dict[int, CodedText]) -> None:
        """Put signs behind those of the last page, which is filled up first, and the rest into rows."""
        waiting: list[tuple[int, NDArray[np.uint64]]] = []
        last = self._connection.row(
            "SELECT page, numbers, counts, signs FROM meaning_pages ORDER BY page DESC LIMIT 1"
        )
        page = 1
        if last is not None:
            page = last[0] + 1
            former = page_from_bytes(*last[1:])
            if len(former.signs) < SENTENCES_A_PAGE:
                page = last[0]
                ends = np.cumsum(former.counts)
                waiting = list(zip(former.numbers.tolist(), np.split(former.signs, ends[:-1]), strict=True))
                self._connection.run("DELETE FROM meaning_pages WHERE page = ?", (page,))
        kept = {number for number, _ in waiting}
        waiting += [(number, text.codes[:, : text.codes.shape[1] // 2]) for number, text in sorted(new.items())]
        places: dict[int, int] = {}
        portion: list[tuple[int, NDArray[np.uint64]]] = []
        size = 0
        for number, signs in waiting:
            if portion and size + len(signs) > SENTENCES_A_PAGE:
                self._write_page(page, portion)
                page, portion, size = page + 1, [], 0
            portion.append((number, signs))
            places[number] = page
            size += len(signs)
        self._write_page(page, portion)
        self._connection.many(
            "UPDATE meanings SET page = ? WHERE number = ?", ((places[number], number) for number in sorted(kept))
        )
        rows = []
        for number, text in sorted(new.items()):
            large = codes_to_bytes(text.codes[:, text.codes.shape[1] // 2 :]) if text.spans else b""
            spans = spans_to_bytes(text.spans)
            rows.append((number, places[number], spans, large, row_checksum((number, spans, large))))
        self._connection.many(
            "INSERT INTO meanings (number, page, spans, large, checksum) VALUES (?, ?, ?, ?, ?)", rows
        )

    def _write_page(self, page: int, portion: Sequence[tuple[int, NDArray[np.uint64]]]) -> None:
        numbers = np.array([number for number, _ in portion], "<i8").tobytes()
        counts = np.array([len(signs) for _, signs in portion], "<i4").tobytes()
        signs = b"".join(codes_to_bytes(signs) for _, signs in portion if len(signs))
        self._connection.run(
            "INSERT INTO meaning_pages (page, numbers, counts, signs, checksum) VALUES (?, ?, ?, ?, ?)",
            (page, numbers, counts, signs, row_checksum((numbers, counts, signs))),
        )

    def pages(self) -> Iterator[Page]:
        """The signs of all sentences, page by page. Texts that newer versions replaced may be among them."""
        for rows in self._connection.portions(
            "SELECT page, numbers, counts, signs FROM meaning_pages WHERE page > ? ORDER BY page LIMIT ?",
            size=PAGES_AT_A_TIME,
        ):
            for row in rows:
                yield self._checked(*row[1:])

    def of(self, numbers: Sequence[int]) -> dict[int, CodedText]:
        """The sentences of these texts and their codes, by number; texts without any are left out."""
        rows = self._connection.rows(
            "SELECT number, page, spans, large FROM meanings WHERE number IN (SELECT value FROM json_each(?)) "
            "ORDER BY number",
            (json.dumps([*map(int, numbers)]),),
        )
        pages = self._connection.rows(
            "SELECT numbers, counts, signs FROM meaning_pages WHERE page IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({page for _, page, _, _ in rows})),),
        )
        wanted = {number for number, *_ in rows}
        signs: dict[int, NDArray[np.uint64]] = {}
        for row in pages:
            page = self._checked(*row)
            ends = np.cumsum(page.counts)
            for place, number in enumerate(page.numbers.tolist()):
                if number in wanted:
                    signs[number] = page.signs[ends[place] - page.counts[place] : ends[place]]
        found = {}
        for number, _, spans, large in rows:
            read = spans_from_bytes(spans)
            rest = codes_from_bytes(large, len(read))
            if number not in signs or (len(read) and signs[number].shape != rest.shape):
                raise DamagedArchive(
                    f"{self._connection.path} is damaged (the signs of text {number} do not fit); "
                    "`provenance embed --again` mends it"
                )
            codes = np.concatenate([signs[number], rest], axis=1) if len(read) else np.zeros((0, 2), np.uint64)
            found[number] = CodedText(read, codes)
        return found

    def _checked(self, numbers: bytes, counts: bytes, signs: bytes) -> Page:
        try:
            return page_from_bytes(numbers, counts, signs)
        except (ValueError, TypeError) as error:
            raise DamagedArchive(f"{self._connection.path} is damaged ({error}); {ADVICE}") from error

    def drop_replaced(self) -> None:
        """Forget the codes of texts that newer versions replaced, in one transaction."""
        replaced = self._connection.numbers(
            "SELECT number FROM meanings WHERE number NOT IN (SELECT number FROM articles) ORDER BY number"
        )
        if len(replaced):
            with self._connection.transaction():
                self.forget(replaced.tolist())

    def forget(self, numbers: Sequence[int]) -> None:
        """Take the codes of texts out, of their pages, too; the caller holds the transaction."""
        listed = json.dumps([*map(int, numbers)])
        theirs = self._connection.rows(
            "SELECT p.page, p.numbers, p.counts, p.signs FROM meaning_pages p WHERE p.page IN "
            "(SELECT page FROM meanings WHERE number IN (SELECT value FROM json_each(?))) ORDER BY p.page",
            (listed,),
        )
        self._connection.run("DELETE FROM meanings WHERE number IN (SELECT value FROM json_each(?))", (listed,))
        gone = set(map(int, numbers))
        for number, *content in theirs:
            page = self._checked(*content)
            ends = np.cumsum(page.counts)
            parts = zip(page.numbers.tolist(), np.split(page.signs, ends[:-1]), strict=True)
            left = [(text, signs) for text, signs in parts if text not in gone]
            self._connection.run("DELETE FROM meaning_pages WHERE page = ?", (number,))
            if left:
                self._write_page(number, left)

    def clear(self) -> None:
        """Forget all codes and their encoder, in one transaction."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM meanings")
            self._connection.run("DELETE FROM meaning_pages")
            write_property(self._connection, ENCODER, None)
