"""What an address asks of a list: its filters, its order, where it goes on. The same names on pages and in the API.

    words publisher other source taker relation kind verdict review language since until
    min_confidence same_event article sort after limit

Several values of one name are alternatives. Every value that cannot be is named, all at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar, get_args

from provenance.errors import SettingsError
from provenance.languages.codes import language_code
from provenance.model import PublicationTime
from provenance.model.links import Relation
from provenance.model.lists import (
    ArticleQuery,
    ArticleSort,
    Key,
    LinkQuery,
    LinkSort,
    QuotationQuestion,
    ReviewState,
    Standing,
)
from provenance.model.text_parts import PassageKind
from provenance.usecases.archive import Archive
from provenance.usecases.browsing.prepared import Prepared
from provenance.web.cursors import key_of

Chosen = TypeVar("Chosen")
RELATIONS: tuple[str, ...] = get_args(Relation)
KINDS: tuple[str, ...] = get_args(PassageKind)
LINK_SORTS: tuple[LinkSort, ...] = get_args(LinkSort)
ARTICLE_SORTS: tuple[ArticleSort, ...] = get_args(ArticleSort)
REVIEW_STATES: tuple[ReviewState, ...] = get_args(ReviewState)
STANDINGS: tuple[Standing, ...] = get_args(Standing)
PAGE = 50
MOST = 500  # rows of one answer
# How many parts the key of a row has in each order: `link_conditions`, `article_pages`.
LINK_KEY: dict[str, int] = {"strongest": 6, "surest": 6, "newest": 5, "oldest": 5, "found": 4}
_ARTICLE_KEY: dict[str, int] = {
    "id": 1,
    "newest": 3,
    "oldest": 3,
    "publisher": 3,
    "title": 3,
    "longest": 2,
    "added": 2,
}


class Parameters(Protocol):
    """The query of an address, as Starlette gives it."""

    def getlist(self, key: str) -> list[str]:
        """All values of a name."""
        ...


class Asked:
    """Reads values and collects what is wrong with them."""

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters
        self._wrong: list[str] = []

    def all(self, name: str) -> list[str]:
        """The values that say anything."""
        return [value.strip() for value in self._parameters.getlist(name) if value.strip()]

    def one(self, name: str) -> str | None:
        """The last value, None where there is none."""
        values = self.all(name)
        return values[-1] if values else None

    def among(self, name: str, possible: Sequence[Chosen], default: Chosen) -> Chosen:
        """One of the values that are possible."""
        value = self.one(name)
        if value is None:
            return default
        for each in possible:
            if each == value:
                return each
        self._wrong.append(f"{name} can be {_or(possible)}, not {value!r}")
        return default

    def some(self, name: str, possible: Sequence[str]) -> frozenset[str]:
        """Those of the values that are possible."""
        for value in self.all(name):
            if value not in possible:
                self._wrong.append(f"{name} can be {_or(possible)}, not {value!r}")
        return frozenset(self.all(name))

    def number(self, name: str, least: float, most: float, default: float) -> float:
        """A number between two."""
        value = self.one(name)
        if value is None:
            return default
        try:
            number = float(value)
        except ValueError:
            number = float("nan")
        if not least <= number <= most:
            self._wrong.append(f"{name} is a number from {least:g} to {most:g}, not {value!r}")
            return default
        return number

    def flag(self, name: str) -> bool:
        """Whether something is asked for."""
        return self.among(name, ("", "0", "1", "true", "false"), "") in ("1", "true")

    def languages(self) -> frozenset[str]:
        """The codes of languages, which may be named."""
        codes = {name: language_code(name) for name in self.all("language")}
        self._wrong += [f"{name!r} is no language (write de or German)" for name, code in codes.items() if not code]
        return frozenset(code for code in codes.values() if code)

    def times(self) -> tuple[float | None, float | None]:
        """From when and until when, in seconds since 1970."""
        since, until = self._time("since"), self._time("until")
        return (since.earliest if since else None), (until.latest if until else None)

    def _time(self, name: str) -> PublicationTime | None:
        value = self.one(name)
        if value is None:
            return None
        from provenance.sources.times.timestamps import parse_time

        found = parse_time(value[:100], placeholders=True)
        if found is None:
            self._wrong.append(f"{name} is a date as 2025-03-14 or 2025-03, not {value!r}")
        return found

    def finish(self) -> None:
        """Raise SettingsError that names everything that is wrong."""
        if self._wrong:
            raise SettingsError("; ".join(self._wrong))


def link_query(parameters: Parameters) -> LinkQuery:
    """The links that are asked for; raises SettingsError."""
    asked = Asked(parameters)
    since, until = asked.times()
    query = LinkQuery(
        relations=asked.some("relation", RELATIONS),
        min_confidence=asked.number("min_confidence", 0, 1, 0),
        kinds=asked.some("kind", KINDS),
        publisher=asked.one("publisher"),
        other=asked.one("other") if asked.one("publisher") else None,
        source=asked.one("source"),
        taker=asked.one("taker"),
        since=since,
        until=until,
        languages=asked.languages(),
        article=asked.one("article"),
        review=asked.among("review", (*REVIEW_STATES, None), None),
        same_event=asked.flag("same_event") or "same_event" in asked.all("relation"),
        sort=asked.among("sort", LINK_SORTS, "strongest"),
    )
    asked.finish()
    return query


def article_query(parameters: Parameters, sort: ArticleSort = "id") -> ArticleQuery:
    """The articles that are asked for; raises SettingsError."""
    asked = Asked(parameters)
    since, until = asked.times()
    query = ArticleQuery(
        words=(asked.one("words") or "")[:1000],
        publishers=frozenset(name.casefold() for name in asked.all("publisher")),
        since=since,
        until=until,
        languages=asked.languages(),
        standing=asked.among("verdict", (*STANDINGS, None), None),
        sort=asked.among("sort", ARTICLE_SORTS, sort),
    )
    asked.finish()
    return query


def page_of(parameters: Parameters, query: LinkQuery | ArticleQuery) -> tuple[Key | None, int]:
    """Behind which key a page begins, None for the first, and how many rows it has; raises UsageError."""
    asked = Asked(parameters)
    limit = int(asked.number("limit", 1, MOST, PAGE))
    asked.finish()
    cursor = asked.one("after")
    parts = (LINK_KEY if isinstance(query, LinkQuery) else _ARTICLE_KEY)[query.sort]
    return (None if cursor is None else key_of(cursor, query.sort, parts)), limit


def quotation_question(parameters: Parameters, prepared: Prepared, archive: Archive) -> QuotationQuestion:
    """The quotations that are asked for; raises SettingsError, NoSuchArticle, NotReady."""
    asked = Asked(parameters)
    altered, reused, first = (asked.flag(name) for name in ("altered", "reused", "first"))
    asked.finish()
    speaker, articles, publishers = asked.one("speaker"), asked.all("article"), asked.all("publisher")
    named = {name.casefold() for name in publishers}
    return QuotationQuestion(
        articles=[archive.resolve(name) for name in articles] if articles else None,
        speakers=None if speaker is None else prepared.speakers(archive.store, speaker),
        publishers=[each for each in archive.store.article_pages.publishers() if each.casefold() in named]
        if publishers
        else None,
        altered=altered,
        reused=reused,
        first=first,
    )


def page_of_prepared(parameters: Parameters, what: str) -> tuple[Key | None, int]:
    """The same as `page_of` for a list that has one order."""
    asked = Asked(parameters)
    limit = int(asked.number("limit", 1, MOST, PAGE))
    asked.finish()
    cursor = asked.one("after")
    return (None if cursor is None else key_of(cursor, what, 2)), limit


def _or(possible: Sequence[object]) -> str:
    return " or ".join(str(each) for each in possible if each not in (None, ""))
