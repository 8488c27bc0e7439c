"""The languages of texts that were archived before languages were kept: which lack one, and filling them in.

Nothing here knows how a language is told; whoever fills them in hands a function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from provenance.model import Article
from provenance.store.articles import article_rows as rows
from provenance.store.articles.article_corrections import describe_as_read
from provenance.store.connection import Connection
from provenance.store.stored_values import LANGUAGES_READ_TO, read_number, read_property, write_property

PORTION = 500  # texts in one transaction
# The article as it would be read today; of it only the language and how that was got are kept.
Reading = Callable[[Article], Article]


def languages_unread(connection: Connection) -> int:
    """How many texts, of all versions, are still to be looked at; 0 where all were."""
    if read_property(connection, LANGUAGES_READ_TO) is None:
        return 0
    last = read_number(connection, LANGUAGES_READ_TO)
    return int(connection.value("SELECT count(*) FROM versions WHERE number > ?", (last,)) or 0)


def fill_languages(connection: Connection, reading: Reading) -> bool:
    """Fill in the languages of the next texts; whether that was all of them. The caller holds the transaction."""
    if read_property(connection, LANGUAGES_READ_TO) is None:  # another process has done it
        return True
    found = connection.rows(
        f"SELECT {rows.ARTICLE_COLUMNS}, v.number FROM versions v JOIN articles a USING (article) "  # noqa: S608
        "JOIN texts t ON t.number = v.number WHERE v.number > ? ORDER BY v.number LIMIT ?",
        (read_number(connection, LANGUAGES_READ_TO), PORTION),
    )
    for row in found:
        article = rows.to_article(row[:-1])
        if article.language is None:
            read = reading(replace(article, guesses={}))
            if read.language is not None:
                describe_as_read(connection, row[-1], read.language, read.guesses.get("language"))
    done = len(found) < PORTION
    write_property(connection, LANGUAGES_READ_TO, None if done else found[-1][-1])
    return done
