"""Reading articles: by id or number, their versions, lists of them, and what a person means by a name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DamagedArchive, NoSuchArticle
from provenance.model import Article, Correction, ListedArticle
from provenance.store.articles import article_rows as rows
from provenance.store.connection import ADVICE, Connection
from provenance.store.stored_values import ARTICLES, from_column, read_number, to_column, to_list

if TYPE_CHECKING:
    from provenance.store.records import Version

PORTION = 256  # whole articles in memory at a time
LISTED_PORTION = 2000  # articles without their texts in memory at a time


class ArticleStore:
    """`store.articles`: articles by id and by number, with and without their texts.

    An article's *number* names its current text. Numbers ascend as texts are added and are never used again, so that
    postings of the index can name them. This part never writes: `Store.add` and `Store.remove` do, because they
    change other parts too.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """How many articles there are, as a stored number: counting a million rows takes a quarter second."""
        return read_number(self._connection, ARTICLES)

    def all_numbers(self) -> NDArray[np.int64]:
        """The numbers of all current texts, ascending: the order in which they were added."""
        return self._connection.numbers("SELECT number FROM articles ORDER BY number")

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """The ids of article numbers, in their order; raises NoSuchArticle for one that was removed."""
        asked = [int(number) for number in numbers]
        found = dict(
            self._connection.rows(
                "SELECT v.number, a.id FROM versions v JOIN articles a USING (article) "
                "WHERE v.number IN (SELECT value FROM json_each(?))",
                (json.dumps(asked),),
            )
        )
        gone = [number for number in asked if number not in found]
        if gone:
            raise NoSuchArticle(f"article number {gone[0]} is no longer in {self._connection.path}")
        return [from_column(found[number]) or "" for number in asked]

    def numbers(self, ids: Iterable[str]) -> NDArray[np.int64]:
        """The numbers of the current texts of articles, in the order of `ids`; raises NoSuchArticle."""
        asked = list(ids)
        known = self.known_numbers(asked)
        missing = [identity for identity in asked if identity not in known]
        if missing:
            raise NoSuchArticle(f"no article {missing[0]!r} in {self._connection.path}")
        return np.array([known[identity] for identity in asked], np.int64)

    def known_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The number of each id that is archived."""
        found = self._connection.rows(
            "SELECT id, number FROM articles WHERE id IN (SELECT value FROM json_each(?))", (to_list(ids),)
        )
        return {from_column(identity) or "": number for identity, number in found}

    def keys(self, ids: Iterable[str]) -> list[int]:
        """The keys, which other tables use, of those ids that are archived, ascending."""
        found = self._connection.rows(
            "SELECT article FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY article",
            (to_list(sorted(ids)),),
        )
        return [key for (key,) in found]

    def get(self, identity: str, version: int | None = None) -> Article:
        """One article by its exact id, in its current version or in one counted from 1; raises NoSuchArticle."""
        if version is None:
            row = self._connection.row(
                f"SELECT {rows.ARTICLE_COLUMNS} FROM {rows.ARTICLE_TABLES} WHERE a.id = ?",  # noqa: S608
                (to_column(identity),),
            )
        else:
            row = self._connection.row(
                f"SELECT {rows.ARTICLE_COLUMNS} FROM articles a JOIN versions v USING (article) "  # noqa: S608
                "JOIN texts t ON t.number = v.number WHERE a.id = ? AND v.version = ?",
                (to_column(identity), version),
            )
        if row is None:
            wanted = repr(identity) if version is None else f"{identity!r} in version {version}"
            raise NoSuchArticle(
                f"no article {wanted} in {self._connection.path}; `provenance list` shows what there is"
            )
        return rows.to_article(row)

    def get_known(self, ids: Iterable[str]) -> dict[str, Article]:
        """The articles of those ids that are archived, in the order of `ids`."""
        asked = list(dict.fromkeys(ids))
        found: dict[str, Article] = {}
        for start in range(0, len(asked), PORTION):
            portion = self._connection.rows(
                f"SELECT {rows.ARTICLE_COLUMNS} FROM {rows.ARTICLE_TABLES} "  # noqa: S608
                "WHERE a.id IN (SELECT value FROM json_each(?))",
                (to_list(asked[start : start + PORTION]),),
            )
            for row in portion:
                article = rows.to_article(row)
                found[article.id] = article
        return {identity: found[identity] for identity in asked if identity in found}

    def packed(self, numbers: Iterable[int]) -> rows.PackedArticles:
        """The articles behind these numbers, in their order, as they are stored; raises NoSuchArticle."""
        asked = [int(number) for number in numbers]
        found: dict[int, tuple[Any, ...]] = {}
        for start in range(0, len(asked), PORTION):
            portion = self._connection.rows(
                f"SELECT {rows.ARTICLE_COLUMNS}, a.number FROM {rows.ARTICLE_TABLES} "  # noqa: S608
                "WHERE a.number IN (SELECT value FROM json_each(?))",
                (json.dumps(asked[start : start + PORTION]),),
            )
            found.update((row[-1], row[:-1]) for row in portion)
        gone = [number for number in asked if number not in found]
        if gone:
            raise NoSuchArticle(f"article number {gone[0]} is no longer in {self._connection.path}")
        return rows.PackedArticles([found[number] for number in asked])

    def iterate(
        self, publisher: str | None = None, since: float | None = None, until: float | None = None
    ) -> Iterator[Article]:
        """Current articles ordered by id, a portion in memory at a time; the archive may change meanwhile.

        `publisher` is compared without case. `since` and `until` are seconds since 1970 UTC: an article is taken
        when its publication interval touches [since, until), and not when it has no date.
        """
        conditions, values = _filter(publisher, since, until)
        statement = (
            f"SELECT {rows.ARTICLE_COLUMNS} FROM {rows.ARTICLE_TABLES} "  # noqa: S608
            f"WHERE 1 {conditions} AND a.id > ? ORDER BY a.id LIMIT ?"
        )
        for found in self._connection.portions(statement, values, size=PORTION, first=""):
            yield from map(rows.to_article, found)

    def by_number(self, after: int = 0, limit: int = PORTION) -> list[tuple[int, Article]]:
        """Up to `limit` current articles with a number above `after`, ascending by number."""
        found = self._connection.rows(
            f"SELECT {rows.ARTICLE_COLUMNS}, a.number FROM {rows.ARTICLE_TABLES} "  # noqa: S608
            "WHERE a.number > ? ORDER BY a.number LIMIT ?",
            (after, limit),
        )
        if found and found[-1][-1] <= after:  # who asks on from there would never come to an end
            raise DamagedArchive(f"{self._connection.path} is damaged (rows are out of order); {ADVICE}")
        return [(row[-1], rows.to_article(row)) for row in found]

    def select(
        self, publisher: str | None = None, since: float | None = None, until: float | None = None
    ) -> list[str]:
        """The ids of the articles that `iterate` would give."""
        conditions, values = _filter(publisher, since, until)
        found = self._connection.rows(
            f"SELECT a.id FROM {rows.CURRENT_VERSIONS} WHERE 1 {conditions} ORDER BY a.id",  # noqa: S608
            values,
        )
        return [from_column(identity) or "" for (identity,) in found]

    def versions(self, identity: str) -> list[Version]:
        """Every text that the article had, oldest first; raises NoSuchArticle."""
        from provenance.store.records import Version

        found = self._connection.rows(
            "SELECT v.version, v.number, v.digest, v.added, v.number = a.number "
            "FROM articles a JOIN versions v USING (article) WHERE a.id = ? ORDER BY v.version",
            (to_column(identity),),
        )
        if not found:
            raise NoSuchArticle(f"no article {identity!r} in {self._connection.path}")
        return [
            Version(identity, version, number, digest.hex(), added, bool(current))
            for version, number, digest, added, current in found
        ]

    def all_texts(self) -> list[int]:
        """The numbers of all texts, of every version, ascending."""
        numbers: list[int] = self._connection.numbers("SELECT number FROM versions ORDER BY number").tolist()
        return numbers

    def owners(self, numbers: Sequence[int]) -> list[rows.TextOwner]:
        """Whose texts these numbers name, of any version, ascending by number; unknown numbers are left out."""
        return rows.text_owners(self._connection, numbers)

    def texts(self, numbers: Sequence[int]) -> Iterator[tuple[int, Article]]:
        """Articles as they were in the texts with these numbers, of any version, ascending; a portion in memory.

        Raises DamagedArchive.
        """
        ascending = sorted(numbers)
        for start in range(0, len(ascending), PORTION):
            yield from rows.texts_by_number(self._connection, ascending[start : start + PORTION])

    def digests(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """The SHA-256 of the texts of article numbers, in hexadecimal."""
        found = self._connection.rows(
            "SELECT number, digest FROM versions WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps([int(number) for number in numbers]),),
        )
        return {number: digest.hex() for number, digest in found}

    def descriptions(self, numbers: Sequence[int] | NDArray[np.int64]) -> dict[int, int]:
        """A checksum of all that is known about each text besides its words (dates, publisher, ...), by number."""
        found: dict[int, int] = {}
        for start in range(0, len(numbers), LISTED_PORTION):
            portion = [int(number) for number in numbers[start : start + LISTED_PORTION]]
            found.update(
                self._connection.rows(
                    "SELECT number, checksum FROM versions WHERE number IN (SELECT value FROM json_each(?))",
                    (json.dumps(portion),),
                )
            )
        return found

    def listed(self) -> Iterator[ListedArticle]:
        """Every article without its text, ordered by id, a portion in memory at a time."""
        statement = (
            f"SELECT {rows.LISTED_COLUMNS} FROM {rows.CURRENT_VERSIONS} "  # noqa: S608
            "WHERE a.id > ? ORDER BY a.id LIMIT ?"
        )
        for found in self._connection.portions(statement, size=LISTED_PORTION, first=""):
            yield from map(rows.to_listed, found)

    def listed_by_number(self, numbers: Sequence[int]) -> dict[int, ListedArticle]:
        """Articles without their texts by the numbers of their current texts; unknown numbers are left out.

        Raises DamagedArchive as `get` does.
        """
        found: dict[int, ListedArticle] = {}
        for start in range(0, len(numbers), LISTED_PORTION):
            portion = self._connection.rows(
                f"SELECT {rows.LISTED_COLUMNS}, {rows.DESCRIBED}, v.checksum FROM {rows.CURRENT_VERSIONS} "  # noqa: S608
                "WHERE a.number IN (SELECT value FROM json_each(?))",
                (json.dumps([int(number) for number in numbers[start : start + LISTED_PORTION]]),),
            )
            for row in portion:
                rows.require_sound(row[0], row[15:-1], row[-1])
                found[row[13]] = rows.to_listed(row)
        return found

    def at_address(self, url: str) -> list[str]:
        """The ids of the articles that have or had an address, in any spelling; those that have it now first."""
        from provenance.store.articles.article_addresses import articles_at

        return [identity for ids in articles_at(self._connection, [url]).values() for identity in ids]

    def with_text(self, digest: str) -> list[str]:
        """The ids of the articles of which a version has the text of this SHA-256, in the order of archiving."""
        whole = bytes.fromhex(digest)
        found = self._connection.rows(
            "SELECT DISTINCT a.article, a.id FROM versions v JOIN articles a USING (article) "
            "WHERE substr(v.digest, 1, 8) = ? AND v.digest = ? ORDER BY a.article",
            (whole[:8], whole),
        )
        return [from_column(identity) or "" for _, identity in found]

    def of_common_texts(self, few: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Of all articles whose current text more than `few` have: numbers, ascending, a number for each text, and
        the earliest times of publication in seconds (NaN for none)."""
        found = self._connection.rows(
            f"SELECT v.number, v.digest, v.published_earliest FROM {rows.CURRENT_VERSIONS} WHERE v.digest IN "  # noqa: S608
            f"(SELECT v.digest FROM {rows.CURRENT_VERSIONS} GROUP BY v.digest HAVING count(*) > ?) ORDER BY v.number",
            (few,),
        )
        texts: dict[bytes, int] = {}
        return (
            np.array([number for number, *_ in found], np.int64),
            np.array([texts.setdefault(digest, len(texts)) for _, digest, _ in found], np.int64),
            np.array([np.nan if time is None else time for *_, time in found], np.float64),
        )

    def corrections(self, identity: str) -> list[Correction]:
        """Every correction that an article ever had, oldest first."""
        from provenance.store.articles.article_corrections import corrections_of

        return corrections_of(self._connection, identity)

    def metadata_digests(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """For article numbers a digest of all that a judgement reads about them besides the text, corrections
        included: it changes when somebody corrects a publisher or a date, and goes back when that is undone."""
        found = self._connection.rows(
            "SELECT number, title, author, publisher, url, agency, published, published_precision, "
            "published_earliest, published_latest, published_how, modified, language FROM versions "
            "WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
            (json.dumps([int(number) for number in numbers]),),
        )
        return {row[0]: hashlib.blake2b(repr(row[1:]).encode(), digest_size=16).hexdigest() for row in found}

    def languages(self, numbers: Sequence[int]) -> dict[int, str | None]:
        """The languages of texts, of any version, by number."""
        found = self._connection.rows(
            "SELECT number, language FROM versions WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps([int(number) for number in numbers]),),
        )
        return {number: from_column(language) for number, language in found}

    def languages_unread(self) -> int:
        """How many texts of an older archive have not got their languages yet."""
        from provenance.store.articles.article_languages import languages_unread

        return languages_unread(self._connection)

    def fill_languages(self, reading: Callable[[Article], Article]) -> bool:
        """Fill in the languages of the next texts in one transaction; whether that was all. `reading` gives an
        article as it would be read today; raises DamagedArchive."""
        from provenance.store.articles.article_languages import fill_languages

        with self._connection.transaction():
            return fill_languages(self._connection, reading)

    def metadata_keys(self) -> list[str]:
        """The names of further keys that articles have, ascending."""
        found = self._connection.rows(
            f"SELECT DISTINCT j.key FROM {rows.CURRENT_VERSIONS}, json_each(v.metadata) j "  # noqa: S608
            "WHERE v.metadata IS NOT NULL ORDER BY j.key"
        )
        return [key for (key,) in found]

    def beginning_with(self, beginning: str, most: int) -> list[str]:
        """The first `most` ids that begin so, ascending."""
        from provenance.store.articles.article_names import beginning_with

        return beginning_with(self._connection, beginning, most)

    def resolve(self, name: str) -> str:
        """The id of the one article that a person means by `name`: an id, a unique prefix of one, a path or a URL.

        Raises NoSuchArticle with the near misses.
        """
        from provenance.store.articles.article_names import resolve

        return resolve(self._connection, name)


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
