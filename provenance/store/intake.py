"""What becomes of each article of a batch: new, known, a new version, or a contradiction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from provenance.model import Article
from provenance.store import rows
from provenance.store.clock import now
from provenance.store.connection import Connection
from provenance.store.names import from_column, to_column, to_list
from provenance.store.properties import ARTICLES, read_number, write_property
from provenance.store.records import Entry, Outcome


@dataclass(slots=True)
class Known:
    """An archived article as far as a batch needs it; `fresh` says that this batch stored its text."""

    key: int
    id: str
    number: int
    version: int
    digest: bytes
    fresh: bool = False


class Acquaintances:
    """The archived articles that a batch speaks of, by id and by address, kept up to date while it is stored."""

    def __init__(self, connection: Connection, articles: Sequence[Article]) -> None:
        self._by_id: dict[str, Known] = {}
        self._by_url: dict[str, Known] = {}
        columns = "a.article, a.id, a.number, v.version, v.digest, v.url"
        tables = "articles a JOIN versions v ON v.number = a.number"
        listed = "IN (SELECT value FROM json_each(?))"
        for condition, values in (
            (f"a.id {listed}", [article.id for article in articles]),
            (f"v.url IS NOT NULL AND v.url {listed}", [article.url for article in articles if article.url]),
        ):
            found = connection.rows(f"SELECT {columns} FROM {tables} WHERE {condition}", (to_list(values),))  # noqa: S608
            for key, identity, number, version, digest, url in found:
                known = self._by_id.get(from_column(identity) or "")
                self.remember(
                    known or Known(key, from_column(identity) or "", number, version, digest), from_column(url)
                )

    def remember(self, known: Known, url: str | None) -> None:
        """This is now the article of its id and its address."""
        self._by_id[known.id] = known
        if url:
            self._by_url.setdefault(url, known)

    def judge(self, article: Article, digest: bytes) -> tuple[Outcome, Known | None]:
        """The outcome for an article and the archived one that it is, None where it is new."""
        known = self._by_id.get(article.id)
        at_address = self._by_url.get(article.url) if article.url else None
        if known and at_address and known is not at_address:
            return Outcome(
                article.id, "conflict", f"its URL is that of {at_address.id!r}, its id that of another article"
            ), known
        known = known or at_address
        if known is None:
            return Outcome(article.id, "added"), None
        if known.digest == digest:
            return Outcome(known.id, "unchanged"), known
        if known.fresh:
            name = "id" if known.id == article.id else "URL"
            return Outcome(
                known.id, "conflict", f"its {name} occurs twice with different texts; the first one is kept"
            ), known
        return Outcome(known.id, "new version"), known


@dataclass(slots=True)
class Batch:
    """A batch sorted out: an outcome an entry, and the rows to write. `numbers` go with `stored`, ascending."""

    outcomes: list[Outcome] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    stored: list[Entry] = field(default_factory=list)
    new: list[tuple[Any, ...]] = field(default_factory=list)  # rows of `articles`
    renewed: list[tuple[int, int]] = field(default_factory=list)  # article key, number that is replaced
    versions: list[tuple[Any, ...]] = field(default_factory=list)
    texts: list[tuple[Any, ...]] = field(default_factory=list)


def sort_out(connection: Connection, entries: Sequence[Entry], compression_level: int) -> Batch:
    """Judge every entry and prepare its rows; reads, but writes nothing."""
    batch = Batch()
    known = Acquaintances(connection, [entry.article for entry in entries])
    key, number = _last(connection, "articles"), _last(connection, "versions")
    time = now()
    for entry in entries:
        article = entry.article
        content = rows.encoded(article.text)
        digest = rows.digest_of(content)
        outcome, meant = known.judge(article, digest)
        batch.outcomes.append(outcome)
        if outcome.result in ("unchanged", "conflict"):
            continue
        number += 1
        if meant is None:
            key += 1
            meant = Known(key, article.id, number, 1, digest, fresh=True)
            batch.new.append((key, to_column(article.id), number))
        else:
            batch.renewed.append((meant.key, meant.number))
            meant.number, meant.version, meant.digest, meant.fresh = number, meant.version + 1, digest, True
        known.remember(meant, article.url)
        batch.numbers.append(number)
        batch.stored.append(entry)
        batch.versions.append(rows.version_row(article, meant.id, digest, number, meant.key, meant.version, time))
        batch.texts.append(rows.text_row(number, content, compression_level))
    return batch


def _last(connection: Connection, table: str) -> int:
    """The highest key that the table ever had; SQLite never gives one again."""
    return int(connection.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0)


def write(connection: Connection, batch: Batch) -> None:
    """Write the rows; the caller holds the transaction and writes the fingerprints."""
    connection.many("INSERT INTO articles (article, id, number) VALUES (?, ?, ?)", batch.new)
    if batch.new:
        write_property(connection, ARTICLES, read_number(connection, ARTICLES) + len(batch.new))
    connection.many(rows.INSERT_VERSION, batch.versions)
    connection.many(rows.INSERT_TEXT, batch.texts)
    if batch.renewed:
        replaced = [(number,) for _, number in batch.renewed]
        connection.many(
            "UPDATE articles SET number = (SELECT max(number) FROM versions WHERE article = ?1) WHERE article = ?1",
            [(key,) for key, _ in batch.renewed],
        )
        connection.many("INSERT INTO retired (number) VALUES (?)", replaced)
        connection.many("DELETE FROM fingerprints WHERE number = ?", replaced)
