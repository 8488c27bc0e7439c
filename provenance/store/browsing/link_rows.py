"""Rows of `link_rows`: one for every link that holds, with what lists sort and filter by.

They are written with the judgements that they are of; triggers take them out (`schema_steps/link_rows.py`). An
archive of an older release gets them when it is upgraded, `provenance reindex` makes them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from provenance.errors import DamagedArchive
from provenance.store.browsing.link_columns import COLUMNS, listed_columns
from provenance.store.connection import Connection
from provenance.store.records import Problem
from provenance.store.stored_values import is_sound, to_column

PORTION = 1000  # links whose contents are in memory at a time
_INSERT = (
    f"INSERT OR REPLACE INTO link_rows (judgement, record, a, b, {COLUMNS}, publisher_a, publisher_b, last_earliest, "  # noqa: S608
    "first_latest) SELECT j.judgement, j.record, x.article, y.article, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
    "v.publisher, w.publisher, "
    "max(coalesce(v.published_earliest, w.published_earliest), "
    "coalesce(w.published_earliest, v.published_earliest)), "
    "min(coalesce(v.published_latest, w.published_latest), coalesce(w.published_latest, v.published_latest)) "
    "FROM judgements j JOIN articles x ON x.article = CASE WHEN ?11 THEN j.high ELSE j.low END "
    "JOIN articles y ON y.article = CASE WHEN ?11 THEN j.low ELSE j.high END "
    "JOIN versions v ON v.number = x.number JOIN versions w ON w.number = y.number WHERE j.judgement = ?1"
)
# Rows whose publishers and dates are not those of the current texts.
_OUTDATED = (
    "SELECT count(*) FROM link_rows k JOIN articles x ON x.article = k.a JOIN articles y ON y.article = k.b "
    "JOIN versions v ON v.number = x.number JOIN versions w ON w.number = y.number "
    "WHERE k.publisher_a IS NOT v.publisher OR k.publisher_b IS NOT w.publisher "
    "OR k.last_earliest IS NOT max(coalesce(v.published_earliest, w.published_earliest), "
    "coalesce(w.published_earliest, v.published_earliest)) "
    "OR k.first_latest IS NOT min(coalesce(v.published_latest, w.published_latest), "
    "coalesce(w.published_latest, v.published_latest))"
)
_HOLDING = (  # judgements that have a row
    "judgements j JOIN articles l ON l.article = j.low AND l.number = j.low_number "
    "JOIN articles h ON h.article = j.high AND h.number = j.high_number"
)
_LACKING = (
    f"{_HOLDING} LEFT JOIN link_rows k USING (judgement) "
    "WHERE j.current AND j.relation IS NOT NULL AND k.judgement IS NULL"
)


def write_link_rows(connection: Connection, listed: Iterable[tuple[int, tuple[Any, ...], bool]]) -> None:
    """Write the rows of judgements that are current: (judgement, `listed_columns`, whether A is the one of the two
    articles that was archived later). The caller holds the transaction."""
    connection.many(_INSERT, ((judgement, *columns, flipped) for judgement, columns, flipped in listed))


def fill_link_rows(connection: Connection) -> None:
    """Write the rows that are lacking, for an archive made before there was such a table; the caller holds the
    transaction. A damaged link gets none: `verify` names it."""
    keys = [key for (key,) in connection.rows(f"SELECT j.judgement FROM {_LACKING} ORDER BY j.judgement")]  # noqa: S608
    for start in range(0, len(keys), PORTION):
        write_link_rows(connection, _read(connection, keys[start], keys[start : start + PORTION][-1]))


def renew_link_rows(connection: Connection) -> None:
    """Make all rows anew, in one transaction."""
    with connection.transaction():
        connection.run("DELETE FROM link_rows")
        fill_link_rows(connection)


def link_row_problems(connection: Connection) -> Iterator[Problem]:
    """Links that lists lack, and rows in lists that no link has, or that say another thing than theirs."""
    lacking = connection.value(f"SELECT count(*) FROM {_LACKING}")  # noqa: S608
    other = connection.value(
        "SELECT count(*) FROM link_rows k WHERE NOT EXISTS "  # noqa: S608
        f"(SELECT 1 FROM {_HOLDING} WHERE j.judgement = k.judgement AND j.current AND j.record = k.record "
        "AND j.relation = k.relation AND j.confidence = k.confidence "
        "AND min(k.a, k.b) = j.low AND max(k.a, k.b) = j.high)"
    )
    other += connection.value(_OUTDATED)
    if lacking or other:
        yield Problem(
            "the list of links", f"lacks {lacking} and has {other} that are none; `provenance reindex` makes it anew"
        )


def _read(connection: Connection, first: int, last: int) -> Iterator[tuple[int, tuple[Any, ...], bool]]:
    from provenance.store.findings.link_bytes import link_from_bytes

    for judgement, low, content, checksum, passages, passages_checksum in connection.rows(
        "SELECT j.judgement, l.id, j.content, j.checksum, s.content, s.checksum "  # noqa: S608
        f"FROM {_HOLDING} LEFT JOIN shared_passages s USING (passages) LEFT JOIN link_rows k USING (judgement) "
        "WHERE j.judgement BETWEEN ? AND ? AND j.current AND j.relation IS NOT NULL AND k.judgement IS NULL",
        (first, last),
    ):
        if not is_sound(content, checksum) or (passages is not None and not is_sound(passages, passages_checksum)):
            continue
        try:
            link = link_from_bytes(content, passages)
        except DamagedArchive:
            continue
        yield judgement, listed_columns(link), to_column(link.a) != low
