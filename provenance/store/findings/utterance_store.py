"""The index of quotations: what linking needs of each current text, and who speaks in it.

An entry and its speakers are written together with the quotations that they were made from. `scheme` names the rules
that made an entry; one of another scheme counts as missing. Entries of texts that are no longer current stay until
their article is removed, and are never handed out. Nothing here knows what the bytes or the keys of names mean.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from provenance.errors import DamagedArchive
from provenance.store.articles.article_rows import current_texts
from provenance.store.connection import Connection
from provenance.store.stored_values import from_column, is_sound, to_column, to_list

PORTION = 500  # articles per statement


class IndexedArticle(NamedTuple):
    """The entry of an article, and the earliest time of its publication in seconds since 1970, if known."""

    article: str
    content: bytes
    earliest: float | None


class UtteranceStore:
    """`store.utterances`: entries by article, and articles by speaker."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(
        self, identity: str, content: bytes, scheme: str, names: Collection[str], keys: Callable[[str], Iterable[str]]
    ) -> None:
        """Keep the entry of an article's current text and the names of who speaks in it.

        `keys` gives the keys by which a name is found. Raises NoSuchArticle.
        """
        ((_, number),) = current_texts(self._connection, [identity]).values()
        run = self._connection.run
        run(
            "INSERT OR REPLACE INTO utterances (number, scheme, content, checksum) VALUES (?, ?, ?, ?)",
            (number, scheme, content, zlib.crc32(content)),
        )
        forget_speakers(self._connection, [number])
        for name in sorted(set(names)):
            column = to_column(name)
            if self._connection.row("SELECT 1 FROM speakers WHERE name = ?", (column,)) is None:
                speaker = run("INSERT INTO speakers (name) VALUES (?)", (column,))
                self._connection.many(
                    "INSERT OR IGNORE INTO speaker_keys (key, speaker) VALUES (?, ?)",
                    [(to_column(key), speaker) for key in sorted(set(keys(name)))],
                )
            run("INSERT INTO spoken SELECT ?, speaker FROM speakers WHERE name = ?", (number, column))

    def missing(self, scheme: str, ids: Iterable[str] | None = None) -> list[str]:
        """The articles whose current texts have no entry of this scheme; of `ids`, or of all; by id."""
        asked = None if ids is None else set(ids)
        found = self._connection.rows(
            "SELECT a.id FROM articles a LEFT JOIN utterances u USING (number) WHERE u.scheme IS NOT ? ORDER BY a.id",
            (scheme,),
        )
        names = (from_column(column) or "" for (column,) in found)
        return [name for name in names if asked is None or name in asked]

    def entries(self, scheme: str) -> list[IndexedArticle]:
        """The entries of all current texts that have one, by id. Raises DamagedArchive."""
        rows = self._connection.rows(
            "SELECT a.id, u.content, u.checksum, v.published_earliest FROM articles a "
            "JOIN utterances u USING (number) JOIN versions v USING (number) WHERE u.scheme = ? ORDER BY a.id",
            (scheme,),
        )
        found = []
        for column, content, checksum, earliest in rows:
            identity = from_column(column) or ""
            if not is_sound(content, checksum):
                raise DamagedArchive(
                    f"{self._connection.path}: the index of the quotations of {identity!r} is damaged; remove the "
                    "article and add it again"
                )
            found.append(IndexedArticle(identity, content, earliest))
        return found

    def names(self, keys: Iterable[str]) -> list[str]:
        """The names of speakers that have one of these keys, in order."""
        found = self._connection.rows(
            "SELECT DISTINCT name FROM speakers JOIN speaker_keys USING (speaker) "
            "WHERE key IN (SELECT value FROM json_each(?)) ORDER BY name",
            (to_list(sorted(set(keys))),),
        )
        return [from_column(name) or "" for (name,) in found]

    def speaking(self, names: Sequence[str]) -> list[str]:
        """The articles in whose current texts any of these speaks, by id."""
        found = self._connection.rows(
            "SELECT DISTINCT a.id FROM speakers JOIN spoken USING (speaker) JOIN articles a USING (number) "
            "WHERE name IN (SELECT value FROM json_each(?)) ORDER BY a.id",
            (to_list(list(names)),),
        )
        return [from_column(column) or "" for (column,) in found]


def forget_speakers(connection: Connection, numbers: Iterable[int]) -> None:
    """Take out who speaks in these texts, and the names of those who speak in no other."""
    texts = json.dumps([int(number) for number in numbers])
    inside = "IN (SELECT value FROM json_each(?))"
    left = connection.rows(f"SELECT DISTINCT speaker FROM spoken WHERE number {inside}", (texts,))  # noqa: S608
    if not left:
        return
    speakers = json.dumps([speaker for (speaker,) in left])
    connection.run(f"DELETE FROM spoken WHERE number {inside}", (texts,))  # noqa: S608
    silent = f"speaker {inside} AND speaker NOT IN (SELECT speaker FROM spoken)"  # noqa: S608
    connection.run(f"DELETE FROM speaker_keys WHERE {silent}", (speakers,))  # noqa: S608
    connection.run(f"DELETE FROM speakers WHERE {silent}", (speakers,))  # noqa: S608
