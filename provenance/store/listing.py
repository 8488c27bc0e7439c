"""Articles without their texts: what lists, statistics and table headers need."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from provenance.model import ListedArticle
from provenance.store.connection import Connection
from provenance.store.names import from_column
from provenance.store.rows import DESCRIBED, require_sound, to_time

PORTION = 2000


_COLUMNS = (
    "a.id, v.title, v.publisher, v.author, v.url, v.characters, v.version, v.published, "
    "v.published_precision, v.published_earliest, v.published_latest, v.published_how, a.number"
)
_TABLES = "FROM articles a JOIN versions v ON v.number = a.number"
_SELECT = f"SELECT {_COLUMNS} {_TABLES} "
_NUMBERED = "WHERE a.number IN (SELECT value FROM json_each(?))"
_PROVEN = f"SELECT {_COLUMNS}, {DESCRIBED}, v.checksum {_TABLES} {_NUMBERED}"


def listed(connection: Connection) -> Iterator[ListedArticle]:
    """Every article without its text, ordered by id, a portion in memory at a time."""
    last = ""
    while True:
        found = connection.rows(_SELECT + "WHERE a.id > ? ORDER BY a.id LIMIT ?", (last, PORTION))
        yield from map(_row, found)
        if len(found) < PORTION:
            return
        last = found[-1][0]


def listed_by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, ListedArticle]:
    """Those of the current texts that the numbers name, without their texts; DamagedArchive as for whole articles."""
    found: dict[int, ListedArticle] = {}
    for start in range(0, len(numbers), PORTION):
        asked = json.dumps([int(number) for number in numbers[start : start + PORTION]])
        for row in connection.rows(_PROVEN, (asked,)):
            require_sound(row[0], row[13:-1], row[-1])
            found[row[12]] = _row(row)
    return found


def _row(row: tuple[Any, ...]) -> ListedArticle:
    return ListedArticle(
        id=from_column(row[0]) or "",
        title=from_column(row[1]),
        publisher=from_column(row[2]),
        author=from_column(row[3]),
        url=from_column(row[4]),
        published=None if row[7] is None else to_time(row[7:12]),
        characters=row[5],
        versions=row[6],
    )


def metadata_keys(connection: Connection) -> list[str]:
    """The names of further keys that articles have, ascending."""
    rows = connection.rows(
        "SELECT DISTINCT j.key FROM articles a JOIN versions v ON v.number = a.number, json_each(v.metadata) j "
        "WHERE v.metadata IS NOT NULL ORDER BY j.key"
    )
    return [key for (key,) in rows]
