"""The articles themselves: adding batches, new versions, reading back, removing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.errors import NoSuchArticle
from provenance.model import Article
from provenance.store import rows
from provenance.store.connection import Connection
from provenance.store.names import from_column, to_column, to_list
from provenance.store.properties import ARTICLES, change_index_stamp, read_number, write_property
from provenance.store.records import Version

PORTION = 256  # articles that `iterate` holds in memory at a time


class Shelf:
    """The part of `Store` that knows articles by id and by number. An article's *number* names its current text.

    Numbers ascend as texts are added and are never used again, so that index postings can name them.
    """

    connection: Connection

    def count(self) -> int:
        """How many articles there are; kept as a number, because counting a million rows takes a quarter second."""
        return read_number(self.connection, ARTICLES)

    def all_numbers(self) -> NDArray[np.int64]:
        """The numbers of all current texts, ascending: the order in which they were added."""
        return self.connection.numbers("SELECT number FROM articles ORDER BY number")

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """The ids behind article numbers, in their order; raises NoSuchArticle for one that was removed."""
        asked = [int(number) for number in numbers]
        found = dict(
            self.connection.rows(
                "SELECT v.number, a.id FROM versions v JOIN articles a USING (article) "
                "WHERE v.number IN (SELECT value FROM json_each(?))",
                (json.dumps(asked),),
            )
        )
        gone = [number for number in asked if number not in found]
        if gone:
            raise NoSuchArticle(f"article number {gone[0]} is no longer in {self.connection.path}")
        return [from_column(found[number]) or "" for number in asked]

    def numbers(self, ids: Iterable[str]) -> NDArray[np.int64]:
        """The numbers of the current texts of articles, in the order of `ids`; raises NoSuchArticle."""
        asked = list(ids)
        known = self.known_numbers(asked)
        missing = [identity for identity in asked if identity not in known]
        if missing:
            raise NoSuchArticle(f"no article {missing[0]!r} in {self.connection.path}")
        return np.array([known[identity] for identity in asked], np.int64)

    def known_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of those of the ids that are archived."""
        found = self.connection.rows(
            "SELECT id, number FROM articles WHERE id IN (SELECT value FROM json_each(?))", (to_list(ids),)
        )
        return {from_column(identity) or "": number for identity, number in found}

    def article(self, identity: str, version: int | None = None) -> Article:
        """One article by its exact id, in its current version or an older one; raises NoSuchArticle."""
        if version is None:
            row = self.connection.row(
                f"SELECT {rows.ARTICLE_COLUMNS} FROM {rows.ARTICLE_TABLES} WHERE a.id = ?",  # noqa: S608
                (to_column(identity),),
            )
        else:
            row = self.connection.row(
                f"SELECT {rows.ARTICLE_COLUMNS} FROM articles a JOIN versions v USING (article) "  # noqa: S608
                "JOIN texts t ON t.number = v.number WHERE a.id = ? AND v.version = ?",
                (to_column(identity), version),
            )
        if row is None:
            wanted = repr(identity) if version is None else f"{identity!r} in version {version}"
            raise NoSuchArticle(
                f"no article {wanted} in {self.connection.path}; `provenance list` shows what there is"
            )
        return rows.to_article(row)

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Those of the articles that are archived, by id, in the order of `ids`."""
        asked = list(dict.fromkeys(ids))
        found: dict[str, Article] = {}
        for start in range(0, len(asked), PORTION):
            portion = self.connection.rows(
                f"SELECT {rows.ARTICLE_COLUMNS} FROM {rows.ARTICLE_TABLES} "  # noqa: S608
                "WHERE a.id IN (SELECT value FROM json_each(?))",
                (to_list(asked[start : start + PORTION]),),
            )
            for row in portion:
                article = rows.to_article(row)
                found[article.id] = article
        return {identity: found[identity] for identity in asked if identity in found}

    def iterate(
        self, publisher: str | None = None, since: float | None = None, until: float | None = None
    ) -> Iterator[Article]:
        """Current articles ordered by id, a portion in memory at a time; the archive may change meanwhile.

        `publisher` is compared without case. `since` and `until` are seconds since 1970 UTC: an article is taken
        when its publication interval touches [since, until), and not when it has no date.
        """
        conditions, values = _filter(publisher, since, until)
        last = ""
        statement = (
            f"SELECT {rows.ARTICLE_COLUMNS} FROM {rows.ARTICLE_TABLES} "  # noqa: S608
            f"WHERE a.id > ? {conditions} ORDER BY a.id LIMIT {PORTION}"
        )
        while True:
            found = self.connection.rows(statement, (last, *values))
            yield from map(rows.to_article, found)
            if len(found) < PORTION:
                return
            last = found[-1][0]

    def by_number(self, after: int = 0, limit: int = PORTION) -> list[tuple[int, Article]]:
        """Up to `limit` current articles with a number above `after`, ascending by number."""
        found = self.connection.rows(
            f"SELECT {rows.ARTICLE_COLUMNS}, a.number FROM {rows.ARTICLE_TABLES} "  # noqa: S608
            "WHERE a.number > ? ORDER BY a.number LIMIT ?",
            (after, limit),
        )
        return [(row[-1], rows.to_article(row)) for row in found]

    def select(
        self, publisher: str | None = None, since: float | None = None, until: float | None = None
    ) -> list[str]:
        """The ids that `iterate` would give, without their texts."""
        conditions, values = _filter(publisher, since, until)
        found = self.connection.rows(
            f"SELECT a.id FROM articles a JOIN versions v ON v.number = a.number WHERE 1 {conditions} ORDER BY a.id",  # noqa: S608
            values,
        )
        return [from_column(identity) or "" for (identity,) in found]

    def versions(self, identity: str) -> list[Version]:
        """Every text that the article had, oldest first; raises NoSuchArticle."""
        found = self.connection.rows(
            "SELECT v.version, v.number, v.digest, v.added, v.number = a.number "
            "FROM articles a JOIN versions v USING (article) WHERE a.id = ? ORDER BY v.version",
            (to_column(identity),),
        )
        if not found:
            raise NoSuchArticle(f"no article {identity!r} in {self.connection.path}")
        return [
            Version(identity, version, number, digest.hex(), added, bool(current))
            for version, number, digest, added, current in found
        ]

    def digests(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """The SHA-256 of the texts behind article numbers, in hexadecimal."""
        found = self.connection.rows(
            "SELECT number, digest FROM versions WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps([int(number) for number in numbers]),),
        )
        return {number: digest.hex() for number, digest in found}

    def remove(self, identity: str) -> None:
        """Remove an article with all its versions, links and quotations; raises NoSuchArticle.

        Its postings no longer count from this moment; their bytes leave the file when runs are next merged. What is
        deleted is overwritten, so that a removed text cannot be read from the file.
        """
        with self.transaction(), self._overwriting():
            row = self.connection.row("SELECT article FROM articles WHERE id = ?", (to_column(identity),))
            if row is None:
                raise NoSuchArticle(f"no article {identity!r} in {self.connection.path}")
            self._forget(row[0])
            change_index_stamp(self.connection)

    @contextmanager
    def _overwriting(self) -> Iterator[None]:
        """Zero what is deleted inside; elsewhere (merges) it would only cost time."""
        self.connection.rows("PRAGMA secure_delete = ON")
        try:
            yield
        finally:
            self.connection.rows("PRAGMA secure_delete = OFF")

    def transaction(self) -> AbstractContextManager[None]:
        """See `Connection.transaction`."""
        return self.connection.transaction()

    def _forget(self, key: int) -> None:
        run = self.connection.run
        theirs = "(SELECT number FROM versions WHERE article = ?)"
        run("INSERT OR IGNORE INTO retired SELECT number FROM versions WHERE article = ?", (key,))
        for table in ("audited", "quotations", "fingerprints", "texts"):
            run(f"DELETE FROM {table} WHERE number IN {theirs}", (key,))  # noqa: S608
        for table in ("judgements", "reviews"):
            run(f"DELETE FROM {table} WHERE low = ? OR high = ?", (key, key))  # noqa: S608
        run("DELETE FROM versions WHERE article = ?", (key,))
        run("DELETE FROM articles WHERE article = ?", (key,))
        write_property(self.connection, ARTICLES, self.count() - 1)


def _filter(publisher: str | None, since: float | None, until: float | None) -> tuple[str, list[Any]]:
    conditions = ""
    values: list[Any] = []
    if publisher is not None:
        conditions += " AND v.publisher = ? COLLATE NOCASE"
        values.append(to_column(publisher))
    if since is not None:
        conditions += " AND v.published_latest >= ?"
        values.append(since)
    if until is not None:
        conditions += " AND v.published_earliest < ?"
        values.append(until)
    return conditions, values
