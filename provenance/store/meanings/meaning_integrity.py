"""Whether the codes of sentences hold together: checksums, pages against rows, places against texts."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.store.connection import Connection
from provenance.store.meanings.meaning_bytes import page_from_bytes, spans_from_bytes
from provenance.store.records import Problem
from provenance.store.stored_values import row_checksum

AGAIN = "`provenance embed --again` encodes all sentences anew"


def meaning_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem, by page and then by text."""
    on_pages: dict[int, tuple[int, int]] = {}  # text -> page, number of sentences
    for rows in connection.portions(
        "SELECT page, numbers, counts, signs, checksum FROM meaning_pages WHERE page > ? ORDER BY page LIMIT ?",
        size=64,
    ):
        for page, numbers, counts, signs, checksum in rows:
            if row_checksum((numbers, counts, signs)) != checksum:
                yield Problem(f"encoded sentences, page {page}", f"is not what was written; {AGAIN}")
                continue
            read = page_from_bytes(numbers, counts, signs)
            for number, count in zip(read.numbers.tolist(), read.counts.tolist(), strict=True):
                on_pages[number] = (page, count)
    for rows in connection.portions(
        "SELECT m.number, m.page, m.spans, m.large, m.checksum, v.characters FROM meanings m "
        "LEFT JOIN versions v USING (number) WHERE m.number > ? ORDER BY m.number LIMIT ?",
        size=500,
    ):
        for number, page, spans, large, checksum, characters in rows:
            if row_checksum((number, spans, large)) != checksum:
                yield Problem(f"encoded sentences of text {number}", f"are not what was written; {AGAIN}")
                continue
            read_spans = spans_from_bytes(spans)
            if on_pages.pop(number, None) != (page, len(read_spans)):
                yield Problem(f"encoded sentences of text {number}", f"do not fit those of page {page}; {AGAIN}")
            elif characters is not None and read_spans and read_spans[-1].end > characters:
                yield Problem(f"encoded sentences of text {number}", f"end behind its text; {AGAIN}")
    for number, (page, _) in sorted(on_pages.items()):
        yield Problem(f"encoded sentences, page {page}", f"have those of text {number}, which has none; {AGAIN}")
