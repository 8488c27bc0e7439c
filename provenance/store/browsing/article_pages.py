"""`store.article_pages`: articles in any of their orders, a page from a key on, and how many there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.model import ListedArticle
from provenance.model.lists import ArticleQuery, Key
from provenance.store.articles import article_rows as rows
from provenance.store.connection import Connection
from provenance.store.stored_values import from_column, to_list

_KEY = {
    "id": ("a.id",),
    "newest": ("(v.published_latest IS NULL)", "-coalesce(v.published_latest, 0)", "a.id"),
    "oldest": ("(v.published_earliest IS NULL)", "coalesce(v.published_earliest, 0)", "a.id"),
    "publisher": ("(v.publisher IS NULL)", "coalesce(v.publisher, '')", "a.id"),
    "title": ("(v.title IS NULL)", "coalesce(v.title, '')", "a.id"),
    "longest": ("-v.characters", "a.id"),
    "added": ("-a.article", "a.id"),
}


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """A row of a page: its key in the order of the list, its key in other tables, the article without its text."""

    key: Key
    article: int
    row: ListedArticle


class ArticlePages:
    """Pages of current articles. `among` are keys of articles (`FoundArticle.article`), None for all."""

    def __init__(self, connection: Connection, publishers: Callable[[], Mapping[str, int]] | None = None) -> None:
        self._connection = connection
        self._publishers = publishers or self.publishers

    def knowing(self, publishers: Callable[[], Mapping[str, int]]) -> ArticlePages:
        """The same, with the names of all publishers from somebody who keeps them."""
        return ArticlePages(self._connection, publishers)

    def page(
        self, query: ArticleQuery, among: Iterable[int] | None, after: Key | None, limit: int
    ) -> list[FoundArticle]:
        """Up to `limit` articles behind the key `after`; the words and the standing of the query are for `among`."""
        wanted, values = self._conditions(query, among)
        key = _KEY[query.sort]
        if after is not None:
            values |= {f"after{place}": value for place, value in enumerate(after)}
            wanted.append(f"({', '.join(key)}) > ({', '.join(f':after{place}' for place in range(len(key)))})")
        found = self._connection.rows(
            f"SELECT {rows.LISTED_COLUMNS}, a.article, {', '.join(key)} FROM {rows.CURRENT_VERSIONS} "  # noqa: S608
            f"WHERE {' AND '.join(wanted) or '1'} ORDER BY {', '.join(key)} LIMIT :limit",
            {**values, "limit": limit},
        )
        width = len(found[0]) - len(key) - 1 if found else 0
        return [FoundArticle(tuple(row[width + 1 :]), row[width], rows.to_listed(row[:width])) for row in found]

    def count(self, query: ArticleQuery, among: Iterable[int] | None) -> int:
        """How many there are in all."""
        wanted, values = self._conditions(query, among)
        return int(
            self._connection.value(
                f"SELECT count(*) FROM {rows.CURRENT_VERSIONS} WHERE {' AND '.join(wanted) or '1'}",  # noqa: S608
                values,
            )
        )

    def listed(self, ids: Iterable[str]) -> dict[str, ListedArticle]:
        """Those of these articles that are archived, without their texts, by id."""
        found = self._connection.rows(
            f"SELECT {rows.LISTED_COLUMNS} FROM {rows.CURRENT_VERSIONS} "  # noqa: S608
            "WHERE a.id IN (SELECT value FROM json_each(?))",
            (to_list(sorted(set(ids))),),
        )
        listed = map(rows.to_listed, found)
        return {row.id: row for row in listed}

    def columns_of(self, ids: Iterable[str]) -> dict[str, tuple[int, str | None, float | None, float | None]]:
        """Of each of these articles its key, publisher (as it is stored), earliest and latest time of publication."""
        found = self._connection.rows(
            "SELECT a.id, a.article, v.publisher, v.published_earliest, v.published_latest "  # noqa: S608
            f"FROM {rows.CURRENT_VERSIONS} WHERE a.id IN (SELECT value FROM json_each(?))",
            (to_list(sorted(set(ids))),),
        )
        return {from_column(name) or "": tuple(columns) for name, *columns in found}

    def having_texts(self, numbers: Sequence[int]) -> set[int]:
        """The keys of articles whose current texts have these numbers."""
        found = self._connection.rows(
            "SELECT article FROM articles WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps([int(number) for number in numbers]),),
        )
        return {article for (article,) in found}

    def keys(self) -> dict[str, int]:
        """The key of every article, by id."""
        return {
            from_column(name) or "": key for name, key in self._connection.rows("SELECT id, article FROM articles")
        }

    def all_keys(self) -> set[int]:
        """The key of every article."""
        return {key for (key,) in self._connection.rows("SELECT article FROM articles")}

    def publishers(self) -> dict[str, int]:
        """How many articles each publisher has, by name; those without one under ""."""
        found = self._connection.rows(
            f"SELECT coalesce(v.publisher, ''), count(*) FROM {rows.CURRENT_VERSIONS} GROUP BY 1 ORDER BY 1"  # noqa: S608
        )
        return {from_column(name) or "": count for name, count in found}

    def languages(self) -> dict[str, int]:
        """How many articles there are in each language, by code; those of which it is not known under ""."""
        found = self._connection.rows(
            f"SELECT coalesce(v.language, ''), count(*) FROM {rows.CURRENT_VERSIONS} GROUP BY 1 ORDER BY 1"  # noqa: S608
        )
        return {from_column(code) or "": count for code, count in found}

    def _conditions(self, query: ArticleQuery, among: Iterable[int] | None) -> tuple[list[str], dict[str, Any]]:
        wanted: list[str] = []
        values: dict[str, Any] = {}
        if among is not None:
            wanted.append("a.article IN (SELECT value FROM json_each(:among))")
            values["among"] = json.dumps(sorted(among))
        if query.publishers:
            chosen = [name for name in self._publishers() if name.casefold() in query.publishers]
            wanted.append("v.publisher IN (SELECT value FROM json_each(:publishers))")
            values["publishers"] = to_list(chosen)
        if query.languages:
            wanted.append("v.language IN (SELECT value FROM json_each(:languages))")
            values["languages"] = json.dumps(sorted(query.languages))
        if query.since is not None:
            wanted.append("(v.published_latest IS NULL OR v.published_latest >= :since)")
            values["since"] = query.since
        if query.until is not None:
            wanted.append("(v.published_earliest IS NULL OR v.published_earliest <= :until)")
            values["until"] = query.until
        return wanted, values
