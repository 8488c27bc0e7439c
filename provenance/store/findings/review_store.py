"""What people said about links, passages, publishers and set phrases: a log that only grows.

Nothing here weighs one word against another or against the program's: `provenance.audit.reviews` says what holds.
"""

from __future__ import annotations

import zlib
from typing import Any, get_args

from provenance.errors import DamagedArchive, UsageError
from provenance.model import Link, Span
from provenance.model.reviews import About, ReviewStep, Said, Subject
from provenance.store.articles.article_rows import current_texts
from provenance.store.connection import Connection
from provenance.store.findings.link_bytes import link_from_bytes, link_to_bytes
from provenance.store.stored_values import from_column, is_sound, now, to_column

_COLUMNS = (
    "r.step, r.subject, l.id, h.id, r.low_number, r.high_number, r.low_start, r.low_end, r.high_start, r.high_end, "
    "r.first, r.second, r.said, r.undoes, r.note, r.person, r.made, r.content, r.checksum"
)
_TABLES = (
    "reviews r LEFT JOIN articles l ON l.article = r.low LEFT JOIN articles h ON h.article = r.high "
    "WHERE ?1 IS NULL OR l.id = ?1 OR h.id = ?1 ORDER BY r.step"
)
_INSERT = (
    "INSERT INTO reviews (subject, low, high, low_number, high_number, low_start, low_end, high_start, high_end, "
    "first, second, said, undoes, note, person, made, content, checksum) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def rows_of(connection: Connection, identity: str | None = None) -> list[tuple[Any, ...]]:
    """The row of every step, oldest first; with the id of an article, of those about its links and passages."""
    return connection.rows(f"SELECT {_COLUMNS} FROM {_TABLES}", (None if identity is None else to_column(identity),))  # noqa: S608


def is_step(row: tuple[Any, ...]) -> bool:
    """Whether a row is one that this program writes: of a known kind, with the names and places that kind has."""
    (about, low, high), places, (first, second, said) = row[1:4], row[6:10], row[10:13]
    if about not in get_args(About) or said not in get_args(Said):
        return False
    if about == "phrase":
        return first is not None and second is None
    if about == "publishers":
        return first is not None and second is not None
    return low is not None and high is not None and (about == "link" or all(type(each) is int for each in places))


class ReviewStore:
    """`store.reviews`: the steps of people's reviews, in the order in which they were made.

    A step is never changed; it goes only with one of its articles.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(
        self,
        subject: Subject,
        said: Said,
        note: str = "",
        by: str | None = None,
        link: Link | None = None,
        seen: tuple[int, int] | None = None,
    ) -> None:
        """Add a step about the texts as they are now, or those of the numbers `seen` (in the order of the subject's
        names); `link` is the link that the person saw.

        "undone" is not for this method but for `undo`. Raises NoSuchArticle.
        """
        self._add(subject, said, note, by, link, None, seen)

    def undo(self, step: ReviewStep, note: str = "", by: str | None = None) -> None:
        """Take a step back; UsageError where that is done already. Raises NoSuchArticle."""
        with self._connection.transaction():
            if self._connection.row("SELECT 1 FROM reviews WHERE undoes = ?", (step.step,)):
                raise UsageError("this is undone already")
            self._add(step.subject, "undone", note, by, None, step.step, step.seen)

    def _add(
        self,
        subject: Subject,
        said: Said,
        note: str,
        by: str | None,
        link: Link | None,
        undoes: int | None,
        seen: tuple[int, int] | None,
    ) -> None:
        content = None if link is None else link_to_bytes(link)
        checksum = None if content is None else zlib.crc32(content)
        spans: tuple[int | None, ...] = (None,) * 4
        with self._connection.transaction():
            articles: tuple[int | None, ...] = (None,) * 4
            words: tuple[str | None, ...] = (None, None)
            if subject.about in ("link", "passage"):
                known = current_texts(self._connection, subject.names)
                # Rows have the article that was archived first as the low one.
                low, high = sorted(subject.names, key=lambda name: known[name])
                numbers = dict(zip(subject.names, seen or (known[name][1] for name in subject.names), strict=True))
                articles = (known[low][0], known[high][0], numbers[low], numbers[high])
                if subject.spans:
                    one, two = (subject.spans[subject.names.index(name)] for name in (low, high))
                    spans = (*one, *two)
            else:
                words = (subject.names[0], subject.names[1] if len(subject.names) > 1 else None)
            self._connection.run(
                _INSERT,
                (
                    *(subject.about, *articles, *spans, to_column(words[0]), to_column(words[1]), said, undoes),
                    *(to_column(note), to_column(by), now(), content, checksum),
                ),
            )

    def steps(self, identity: str | None = None) -> list[ReviewStep]:
        """Every step, oldest first; with the id of an article, those about its links and passages."""
        return [self._step(row) for row in rows_of(self._connection, identity)]

    def in_force(self, identity: str | None = None) -> list[ReviewStep]:
        """The steps that nobody took back, oldest first."""
        steps = self.steps(identity)
        undone = {step.undoes for step in steps}
        return [step for step in steps if step.said != "undone" and step.step not in undone]

    def _step(self, row: tuple[Any, ...]) -> ReviewStep:
        if not is_step(row):
            raise DamagedArchive(
                f"{self._connection.path}: review {row[0]} is damaged; `provenance verify` says what is lost"
            )
        number, about, low, high, low_number, high_number, *rest = row
        places, (first, second, said, undoes, note, person, made, content, checksum) = rest[:4], rest[4:]
        seen, spans = None, None
        if about in ("link", "passage"):
            ids = (from_column(low) or "", from_column(high) or "")
            flipped = ids[0] > ids[1]
            names: tuple[str, ...] = ids[::-1] if flipped else ids
            if low_number is not None and high_number is not None:
                seen = (high_number, low_number) if flipped else (low_number, high_number)
            if about == "passage":
                one, two = Span(*places[:2]), Span(*places[2:])
                spans = (two, one) if flipped else (one, two)
        else:
            names = tuple(name for name in (from_column(first), from_column(second)) if name is not None)
        return ReviewStep(
            number,
            Subject(about, names, spans),
            said,
            from_column(note) or "",
            from_column(person),
            made,
            seen,
            None if content is None else self._link(content, checksum),
            undoes,
        )

    def _link(self, content: bytes, checksum: int) -> Link:
        if not is_sound(content, checksum):
            raise DamagedArchive(
                f"{self._connection.path}: what is stored of a review is damaged; go back to a backup"
            )
        return link_from_bytes(content)
