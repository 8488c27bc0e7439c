"""Reading what newer versions lack, and comparing the versions of archives that were made before this was kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DamagedArchive
from provenance.model import EarlierText, Span
from provenance.store.articles import article_rows as rows
from provenance.store.connection import Connection
from provenance.store.stored_values import EARLIER_READ_TO, read_number, read_property, row_checksum, write_property

if TYPE_CHECKING:
    from provenance.store.articles.earlier_writing import RemovedFinder

PORTION = 100  # texts per statement or transaction


class EarlierStore:
    """`store.earlier`: texts that newer versions replaced and of which these lack something.

    A text is named by its own number. It never decides what is missing.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbers(self, after: int = 0) -> NDArray[np.int64]:
        """The numbers of all earlier texts, in the order in which they were replaced; `after`: only those that were
        replaced by a text with a higher number."""
        return self._connection.numbers(
            "SELECT number FROM earlier_texts WHERE following > ? ORDER BY following", (after,)
        )

    def replaced_by(self, following: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For the numbers of texts that replaced others: the numbers of these, and the keys of the article of each.

        A text whose article was removed meanwhile has the number 0.
        """
        found: Mapping[int, tuple[int, int]] = {
            mine: (number, article)
            for mine, number, article in self._connection.rows(
                "SELECT e.following, e.number, v.article FROM earlier_texts e JOIN versions v USING (number) "
                "WHERE e.following IN (SELECT value FROM json_each(?))",
                (json.dumps(following.tolist()),),
            )
        }
        pairs = np.array([found.get(number, (0, 0)) for number in following.tolist()], np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    def followers(self, numbers: Iterable[int]) -> dict[int, int]:
        """For each earlier text the number of the text that replaced it, under which the index has its keys."""
        asked = json.dumps([int(number) for number in numbers])
        return dict(
            self._connection.rows(
                "SELECT number, following FROM earlier_texts WHERE number IN (SELECT value FROM json_each(?))",
                (asked,),
            )
        )

    def texts(self, numbers: Iterable[int]) -> list[EarlierText]:
        """The earlier texts with these numbers, in their order; those that are gone are left out.

        Raises DamagedArchive.
        """
        asked = [int(number) for number in numbers]
        found: dict[int, EarlierText] = {}
        for start in range(0, len(asked), PORTION):
            for row in self._connection.rows(
                f"SELECT {rows.ARTICLE_COLUMNS}, v.version, e.number, e.following, e.spans, e.checksum "  # noqa: S608
                "FROM earlier_texts e JOIN versions v USING (number) JOIN articles a USING (article) "
                "JOIN texts t USING (number) WHERE e.number IN (SELECT value FROM json_each(?))",
                (json.dumps(asked[start : start + PORTION]),),
            ):
                *columns, version, number, following, spans, checksum = row
                article = rows.to_article(tuple(columns))
                if row_checksum((number, following, spans)) != checksum:
                    raise DamagedArchive(
                        f"{self._connection.path}: what newer versions lack of {article.id!r} is damaged; "
                        "remove the article and add it again"
                    )
                found[number] = EarlierText(
                    article, version, number, tuple(Span(*span) for span in json.loads(spans))
                )
        return [found[number] for number in asked if number in found]

    # Versions that were added before, or without a finder ---------------------------------------------------------

    @property
    def unread(self) -> bool:
        """Whether replaced texts are still to be compared with those that replaced them."""
        return read_property(self._connection, EARLIER_READ_TO) is not None

    def read_portion(self, generation: int, finder: RemovedFinder) -> bool:
        """Compare and write the next replaced texts in one transaction; whether that was all of them."""
        from provenance.store.articles.article_writing import Renewal
        from provenance.store.articles.earlier_writing import compared, write_removed

        with self._connection.transaction():
            if not self.unread:  # another process has done it
                return True
            renewed = [
                Renewal(*row)
                for row in self._connection.rows(
                    "SELECT new.article, old.number, new.number FROM versions new JOIN versions old "
                    "ON old.article = new.article AND old.version = new.version - 1 "
                    "WHERE new.number > ? ORDER BY new.number LIMIT ?",
                    (read_number(self._connection, EARLIER_READ_TO), PORTION),
                )
            ]
            write_removed(self._connection, generation, compared(self._connection, renewed, finder))
            done = len(renewed) < PORTION
            write_property(self._connection, EARLIER_READ_TO, None if done else renewed[-1].following)
            return done

    def following_after(self, number: int) -> list[tuple[int, int]]:
        """The next earlier texts that were replaced by one above `number`: (own number, follower's), ascending."""
        return [
            (mine, following)
            for mine, following in self._connection.rows(
                "SELECT number, following FROM earlier_texts WHERE following > ? ORDER BY following LIMIT ?",
                (number, PORTION),
            )
        ]
