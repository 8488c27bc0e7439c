"""Whether links, reviews, quotations and utterances are what was stored: bytes against their checksums, columns
against the links that they repeat. Nothing is changed, and nothing is found anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from provenance.errors import ArchiveError
from provenance.model import Link
from provenance.store.browsing.link_columns import COLUMNS, listed_columns
from provenance.store.connection import Connection
from provenance.store.findings.link_bytes import link_from_bytes
from provenance.store.findings.quotation_store import quotations_from_bytes
from provenance.store.findings.review_store import is_step, rows_of
from provenance.store.records import Problem
from provenance.store.stored_values import from_column, is_sound

PORTION = 500
_LISTED = ", ".join(f"k.{column.strip()}" for column in COLUMNS.split(","))


def link_problems(connection: Connection) -> Iterator[Problem]:
    """Every judgement and its passages against their checksums; what lists say of it against the link itself."""
    for found in connection.portions(
        "SELECT j.judgement, l.id, h.id, j.content, j.checksum, s.content, s.checksum, j.relation, j.confidence, "  # noqa: S608
        f"k.judgement, {_LISTED} FROM judgements j LEFT JOIN shared_passages s USING (passages) "
        "LEFT JOIN articles l ON l.article = j.low LEFT JOIN articles h ON h.article = j.high "
        "LEFT JOIN link_rows k USING (judgement) "
        "WHERE j.judgement > ? ORDER BY j.judgement LIMIT ?",
        size=PORTION,
    ):
        for _, low, high, content, checksum, passages, sum_, relation, confidence, row, *listed in found:
            where = f"link of {from_column(low)!r} and {from_column(high)!r}"
            if content is None:
                if relation is not None or confidence is not None or checksum is not None:
                    yield Problem(where, "says a relation and has no link; run `provenance audit --again`")
                continue
            names = {from_column(low), from_column(high)}
            link = None
            if passages is None or is_sound(passages, sum_):
                link = _read(content, checksum, partial(link_from_bytes, passages=passages))
            if (
                link is None
                or {link.a, link.b} != names
                or (relation, confidence) != (link.relation, link.confidence)
            ):
                advice = "remove and add one of the two, then run `provenance audit`"
                yield Problem(where, f"is damaged; {advice}")
            elif row is not None and tuple(listed) != listed_columns(link):
                yield Problem("the list of links", f"has other values of the {where}; `provenance reindex` mends it")


def review_problems(connection: Connection) -> Iterator[Problem]:
    """What people said and saw when they said it, and that steps take back steps that are there."""
    for row in rows_of(connection):
        if not is_step(row):
            yield Problem(f"review {row[0]}", "is damaged: what was said of what cannot be told; go back to a backup")
    for step, low, high, content, checksum in connection.rows(
        "SELECT r.step, l.id, h.id, r.content, r.checksum FROM reviews r JOIN articles l ON l.article = r.low "
        "JOIN articles h ON h.article = r.high WHERE r.content IS NOT NULL OR r.checksum IS NOT NULL ORDER BY r.step"
    ):
        link: Link | None = _read(content, checksum, link_from_bytes)
        if link is None or {link.a, link.b} != {from_column(low), from_column(high)}:
            yield Problem(f"review {step}", "is damaged: what the person saw cannot be read; go back to a backup")
    for step, undoes in connection.rows(
        "SELECT step, undoes FROM reviews r WHERE undoes IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.step = r.undoes AND u.step < r.step) ORDER BY step"
    ):
        yield Problem(f"review {step}", f"takes back review {undoes}, which is not there")


def quotation_problems(connection: Connection) -> Iterator[Problem]:
    """Quotations as they were read, and the index of them."""
    advice = "remove the article and add it again"
    for found in connection.portions(
        "SELECT v.number, a.id, q.content, q.checksum, u.content, u.checksum FROM versions v "
        "JOIN articles a USING (article) LEFT JOIN quotations q USING (number) "
        "LEFT JOIN utterances u USING (number) "
        "WHERE v.number > ? AND (q.number IS NOT NULL OR u.number IS NOT NULL) ORDER BY v.number LIMIT ?",
        size=PORTION,
    ):
        for _, identity, content, checksum, indexed, indexed_checksum in found:
            if content is not None and _read(content, checksum, quotations_from_bytes) is None:
                yield Problem(f"quotations of {from_column(identity)!r}", f"are damaged; {advice}")
            if indexed is not None and not is_sound(indexed, indexed_checksum):
                yield Problem(f"index of the quotations of {from_column(identity)!r}", f"is damaged; {advice}")


def _read(content: Any, checksum: Any, reading: Callable[[bytes], Any]) -> Any:
    """What the bytes say; None where they are not what was written."""
    try:
        return reading(content) if is_sound(content, checksum) else None
    except ArchiveError:
        return None
