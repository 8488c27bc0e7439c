"""An article as it was read, and an input that could not be read as one.

Nothing here reads or guesses: readers (`provenance.sources`) fill these in. A value that nobody gave is None, and
a value that was guessed is listed in `guesses` with the way it was got.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal

from provenance.model.text_parts import Span

Precision = Literal["second", "minute", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class PublicationTime:
    """When an article was published, as precisely as is known.

    `written` is ISO 8601 as given (normalised form); `earliest` and `latest` are the ends of the interval that it
    allows, in seconds since 1970 UTC (a bare day without a zone allows the day in UTC). `how` says where it came
    from: "given", or a phrase such as "dateline in the text", "crawl time", "HTML meta article:published_time".
    """

    written: str
    precision: Precision
    earliest: float
    latest: float
    how: str = "given"


@dataclass(frozen=True, slots=True)
class Note:
    """Something of an article that was given and not used, or read with a doubt; the article was read all the same.

    `where` names the place ("feed.jsonl line 7"), `reason` says what and what to do, in words for people. `kind` is a
    short stable code; what is of one kind is told together (`provenance.model.left_out`).
    """

    where: str
    reason: str
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text exactly as read, and what is known about it.

    `body` is the part of `text` that is the article itself; mastheads, datelines, front matter and scraped
    navigation are outside it and are neither matched nor counted. Offsets everywhere refer to `text`.
    `language` is its code (ISO 639-1) as the input declares it, else as the text shows it; None where neither does.
    `guesses` maps the name of a guessed field ("title", "author", "publisher", "published", "language", "body") to
    the way it was got. `metadata` holds further keys of the input, as text. `origin` is the path or address it
    was read from.
    `notes` are of this reading: they are told and not stored; a note on a whole file is on its first article.
    `earlier` has the versions, counted from 1, that passages of an answer refer to; it is empty elsewhere and is no
    part of what the article is.
    """

    id: str
    text: str
    body: Span
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: PublicationTime | None = None
    modified: PublicationTime | None = None
    agency: str | None = None
    origin: str | None = None
    guesses: Mapping[str, str] = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    notes: tuple[Note, ...] = field(default=(), compare=False)
    earlier: Mapping[int, Article] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def from_text(
        cls,
        text: str,
        id: str = "text",  # noqa: A002 (the field's name)
        *,
        title: str | None = None,
        author: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        published: PublicationTime | datetime | date | str | None = None,
        language: str | None = None,
    ) -> Article:
        """An article whose body is all of its text. `published` is a date or date-time, as text in ISO 8601.

        Raises ValueError for a text that is no such time.
        """
        time = published if published is None or isinstance(published, PublicationTime) else _time(published)
        return cls(id, text, Span(0, len(text)), title, author, publisher, url, time, language=language)

    def text_in(self, version: int | None) -> str:
        """The text of a version in `earlier`, of this one for None; "" where it is not known."""
        if version is None:
            return self.text
        return self.earlier[version].text if version in self.earlier else ""

    @property
    def text_digest(self) -> str:
        """SHA-256 of the text, in hexadecimal: the identity of this version."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def label(self) -> str:
        """A short name for people: publisher and title where known, else the id."""
        parts = [part for part in (self.publisher, self.title) if part]
        return ": ".join(parts) if parts else self.id


def _time(given: datetime | date | str) -> PublicationTime:
    """A date, which allows the day in UTC, or a moment; one without a zone allows all zones."""
    written = given if isinstance(given, str) else given.isoformat()
    if len(written) == 10:
        day = datetime.fromisoformat(written).replace(tzinfo=UTC).timestamp()
        return PublicationTime(written, "day", day, day + 86399)
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is not None:
        return PublicationTime(written, "second", moment.timestamp(), moment.timestamp())
    seconds = moment.replace(tzinfo=UTC).timestamp()
    return PublicationTime(written, "second", seconds - 14 * 3600, seconds + 12 * 3600)


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text of an article that a newer version replaced, with the stretches that the next version lacks.

    `article` is the article as it was in that version, under the id that it still has; `version` counts from 1,
    `number` is the archive's number of the text. `spans` ascend, are disjoint and lie inside the body.
    """

    article: Article
    version: int
    number: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """An input that gave no article: where it is ("feed.jsonl line 7") and why, in words for people.

    `kind` is a short stable code for programs; inputs of one kind are told together (`provenance.model.left_out`).
    It has what findings have, empty, so that a loop over what `Archive.check` gives ends at no skipped input.
    """

    where: str
    reason: str
    kind: str = "other"
    links: tuple[()] = field(default=(), init=False, repr=False, compare=False)
    share: float = field(default=0.0, init=False, repr=False, compare=False)

    @property
    def article(self) -> Article:
        """An article without words whose id is the place of the input."""
        return Article.from_text("", self.where)
