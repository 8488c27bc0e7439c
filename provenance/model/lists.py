"""What lists are asked for and what they answer: a page at a time, from a key on.

A page is found again by its key, not by its number: what is added or judged meanwhile neither repeats a row nor hides
one. Keys are plain values in the order of the sort; how they are written into an address is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from provenance.model.answers import ListedArticle
from provenance.model.links import Link

Row = TypeVar("Row")
Key = tuple[str | float | int, ...]

LinkSort = Literal["strongest", "surest", "newest", "oldest", "found"]
ArticleSort = Literal["id", "newest", "oldest", "publisher", "title", "longest", "added"]
ReviewState = Literal["reviewed", "unreviewed", "confirmed", "rejected"]
Standing = Literal["taken", "source", "duplicate", "common", "undetermined", "none", "unaudited"]
"""What is known of an article: it was made from another; another was made from it; it has a near duplicate, a common
source with another, only links whose relation is not determined, no link; no audit has looked at it."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list in its order. `total` counts all rows of the list; `after` is the key to ask for the next
    page with, None on the last one."""

    rows: tuple[Row, ...]
    total: int
    after: Key | None = None


@dataclass(frozen=True, slots=True)
class LinkQuery:
    """Which links to list. Empty sets and None leave nothing out.

    `relations` are relations as they read at the reporting confidence; `kinds` are kinds of passages, of which a link
    has one. `publishers` must have both articles; `publisher` one of them and `other` the other one; `source` that
    which the other was made from and `taker` that other (names in any case). `since` and `until` are seconds since
    1970 UTC that both articles' times touch, as in `usecases.filters`, `languages` are codes. `article` is an id.
    `same_event` lists also links that say no more than that both report one event.
    """

    relations: frozenset[str] = frozenset()
    min_confidence: float = 0.0
    kinds: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    publisher: str | None = None
    other: str | None = None
    source: str | None = None
    taker: str | None = None
    since: float | None = None
    until: float | None = None
    languages: frozenset[str] = frozenset()
    article: str | None = None
    review: ReviewState | None = None
    same_event: bool = False
    sort: LinkSort = "strongest"


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles to list. Empty sets and None leave nothing out.

    `words` are words that a current text has, those between quotation marks in a row. `standing` is what is known of
    the article at the reporting confidence.
    """

    words: str = ""
    publishers: frozenset[str] = frozenset()
    since: float | None = None
    until: float | None = None
    languages: frozenset[str] = frozenset()
    standing: Standing | None = None
    sort: ArticleSort = "id"


@dataclass(frozen=True, slots=True)
class QuotationQuestion:
    """Which quotations to list: of any of these articles (ids), speakers and publishers, as they are written, where
    given. `altered`: words inside quotation marks differ from the first wording; `reused`: another article has it,
    too; `first`: none of those had it earlier."""

    articles: Sequence[str] | None = None
    speakers: Sequence[str] | None = None
    publishers: Sequence[str] | None = None
    altered: bool = False
    reused: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link in a list, with its two articles; `passages` and `kinds` say what it has where `link` has been read
    without passages."""

    link: Link
    a: ListedArticle
    b: ListedArticle
    passages: int
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list, and how many links it has in each standing (see `Standing`), the most telling first."""

    article: ListedArticle
    links: Mapping[str, int]
    audited: bool


@dataclass(frozen=True, slots=True)
class PublisherCell:
    """How many links say that an article of publisher `taker` was made from one of `source`; None: no publisher."""

    source: str | None
    taker: str | None
    links: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What an overview begins with. `relations` counts the links of each relation as `audit` lists them, `unreviewed`
    those that say who took from whom and that nobody reviewed, `unaudited` articles that no audit has looked at."""

    articles: int
    publishers: int
    relations: Mapping[str, int]
    confirmed: int
    rejected: int
    unreviewed: int
    unaudited: int


LinkPage = Page[LinkLine]
ArticlePage = Page[ArticleLine]
