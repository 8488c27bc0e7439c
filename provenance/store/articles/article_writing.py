"""Writing and removing articles: the outcome of each article of a batch (new, known, new version, conflict), its
rows.

The fingerprints of a batch are written by `fingerprint_index`; nothing here looks at them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from provenance.errors import NoSuchArticle
from provenance.model import Article
from provenance.model.addresses import canonical_address
from provenance.store.articles import article_rows as rows
from provenance.store.articles.article_addresses import articles_at, write_addresses
from provenance.store.articles.article_corrections import correct_new_versions
from provenance.store.connection import Connection
from provenance.store.findings.utterance_store import forget_speakers
from provenance.store.index.text_search import Fold, TextSearch
from provenance.store.meanings.meaning_store import MeaningStore
from provenance.store.records import Entry, Outcome
from provenance.store.stored_values import (
    ARTICLES,
    change_index_stamp,
    from_column,
    now,
    overwriting,
    read_number,
    to_column,
    to_list,
    write_property,
)


@dataclass(slots=True)
class Known:
    """The part of an archived article that a batch needs; `fresh`: this batch stores its text."""

    key: int
    id: str
    number: int
    version: int
    digest: bytes
    fresh: bool = False


class KnownArticles:
    """The archived articles that have an id or an address of the batch, kept up to date while it is sorted.

    Addresses are canonical ones. Archives made before these were kept may hold several articles with one.
    """

    def __init__(self, connection: Connection, articles: Sequence[Article]) -> None:
        self._by_id: dict[str, Known] = {}
        self._at_address: dict[str, list[Known]] = {}
        held = articles_at(connection, [article.url for article in articles if article.url])
        ids = {article.id for article in articles}.union(*held.values())
        for key, identity, number, version, digest in connection.rows(
            "SELECT a.article, a.id, a.number, v.version, v.digest FROM articles a "
            "JOIN versions v ON v.number = a.number WHERE a.id IN (SELECT value FROM json_each(?))",
            (to_list(sorted(ids)),),
        ):
            name = from_column(identity) or ""
            self._by_id[name] = Known(key, name, number, version, digest)
        for address, names in held.items():
            self._at_address[address] = [self._by_id[name] for name in names]

    def remember(self, known: Known, url: str | None) -> None:
        """From now on `known` is the article of its id and of this address."""
        self._by_id[known.id] = known
        if url:
            holders = self._at_address.setdefault(canonical_address(url), [])
            if known not in holders:
                holders.append(known)

    def outcome_of(self, article: Article, digest: bytes) -> tuple[Outcome, Known | None]:
        """The outcome for an article, and the archived article that it is (None where it is new)."""
        known = self._by_id.get(article.id)
        holders = self._at_address.get(canonical_address(article.url), ()) if article.url else ()
        if known and holders and known not in holders:
            return Outcome(
                article.id, "conflict", f"its URL is that of {holders[0].id!r}, its id that of another article"
            ), known
        known = known or (holders[0] if holders else None)
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


@dataclass(frozen=True, slots=True)
class Renewal:
    """A text that is replaced: the key of its article, its number, and the number of the text that replaces it."""

    key: int
    former: int
    following: int


@dataclass(slots=True)
class ArticleBatch:
    """A batch sorted out: one outcome per entry, and the rows to write.

    `stored` are the entries whose texts are written, `numbers` the numbers that these get, ascending.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    stored: list[Entry] = field(default_factory=list)
    new: list[tuple[Any, ...]] = field(default_factory=list)  # rows of `articles`
    renewed: list[Renewal] = field(default_factory=list)
    versions: list[tuple[Any, ...]] = field(default_factory=list)
    texts: list[tuple[Any, ...]] = field(default_factory=list)
    urls: list[tuple[str, int]] = field(default_factory=list)  # address as read, article key


def sort_out(connection: Connection, entries: Sequence[Entry], compression_level: int) -> ArticleBatch:
    """Decide what becomes of every entry, in their order, and prepare its rows; reads, but writes nothing."""
    batch = ArticleBatch()
    known = KnownArticles(connection, [entry.article for entry in entries])
    key, number = _last(connection, "articles"), _last(connection, "versions")
    time = now()
    for entry in entries:
        article = entry.article
        content = rows.encoded(article.text)
        digest = rows.digest_of(content)
        outcome, meant = known.outcome_of(article, digest)
        batch.outcomes.append(outcome)
        if outcome.result in ("unchanged", "conflict"):
            continue
        number += 1
        if meant is None:
            key += 1
            meant = Known(key, article.id, number, 1, digest, fresh=True)
            batch.new.append((key, to_column(article.id), number))
        else:
            batch.renewed.append(Renewal(meant.key, meant.number, number))
            meant.number, meant.version, meant.digest, meant.fresh = number, meant.version + 1, digest, True
        known.remember(meant, article.url)
        if article.url:
            batch.urls.append((article.url, meant.key))
        batch.numbers.append(number)
        batch.stored.append(entry)
        batch.versions.append(rows.version_row(article, meant.id, digest, number, meant.key, meant.version, time))
        batch.texts.append(rows.text_row(number, content, compression_level))
    return batch


def _last(connection: Connection, table: str) -> int:
    """The highest key that the table ever had; SQLite never gives one again."""
    return int(connection.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0)


def write_articles(connection: Connection, batch: ArticleBatch) -> None:
    """Write the rows; the caller holds the transaction and writes the fingerprints."""
    connection.many("INSERT INTO articles (article, id, number) VALUES (?, ?, ?)", batch.new)
    if batch.new:
        write_property(connection, ARTICLES, read_number(connection, ARTICLES) + len(batch.new))
    connection.many(rows.INSERT_VERSION, batch.versions)
    connection.many(rows.INSERT_TEXT, batch.texts)
    write_addresses(connection, batch.urls)
    correct_new_versions(connection, [renewal.key for renewal in batch.renewed])
    if batch.renewed:
        replaced = [(renewal.former,) for renewal in batch.renewed]
        connection.many(
            "UPDATE articles SET number = (SELECT max(number) FROM versions WHERE article = ?1) WHERE article = ?1",
            [(renewal.key,) for renewal in batch.renewed],
        )
        connection.many("INSERT INTO retired (number) VALUES (?)", replaced)
        connection.many("DELETE FROM fingerprints WHERE number = ?", replaced)


def remove_article(connection: Connection, identity: str, fold: Fold) -> None:
    """Delete an article and everything about it, see `Store.remove`; raises NoSuchArticle."""
    with connection.transaction(), overwriting(connection):
        row = connection.row("SELECT article FROM articles WHERE id = ?", (to_column(identity),))
        if row is None:
            raise NoSuchArticle(f"no article {identity!r} in {connection.path}")
        numbers, texts = rows.all_texts(connection, row[0])
        TextSearch(connection).forget(numbers, fold(texts))
        MeaningStore(connection).forget(numbers)
        _delete_rows(connection, row[0])
        change_index_stamp(connection)


def _delete_rows(connection: Connection, key: int) -> None:
    run = connection.run
    theirs = "(SELECT number FROM versions WHERE article = ?)"
    run("INSERT OR IGNORE INTO retired SELECT number FROM versions WHERE article = ?", (key,))
    run(f"DELETE FROM earlier_keys WHERE following IN {theirs}", (key,))  # noqa: S608
    forget_speakers(connection, [number for (number,) in connection.rows(f"{theirs[1:-1]}", (key,))])
    for table in ("earlier_texts", "audited", "quotations", "utterances", "fingerprints", "texts", "as_read"):
        run(f"DELETE FROM {table} WHERE number IN {theirs}", (key,))  # noqa: S608
    for table in ("judgements", "reviews"):
        run(f"DELETE FROM {table} WHERE low = ? OR high = ?", (key, key))  # noqa: S608
    run(
        f"DELETE FROM shared_passages WHERE a_number IN {theirs} OR b_number IN {theirs}",  # noqa: S608
        (key, key),
    )
    for table in ("addresses", "corrections", "versions"):
        run(f"DELETE FROM {table} WHERE article = ?", (key,))  # noqa: S608
    run("DELETE FROM articles WHERE article = ?", (key,))
    write_property(connection, ARTICLES, read_number(connection, ARTICLES) - 1)
