"""Articles are found and known again by any spelling of their address, in archives of earlier versions, too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from provenance.errors import NoSuchArticle
from provenance.model import Article, Span
from provenance.store import Entry, Store
from provenance.store.articles import article_rows
from provenance.store.articles.article_addresses import address_problems
from provenance.store.opening import APPLICATION
from provenance.store.schema_steps.articles_index_links import articles_index_links
from provenance.text.folded_text import folded_all

URL = "https://www.herald.example/2025/03/crane?id=4"
SPELLINGS = (
    "http://herald.example/2025/03/crane/?id=4",
    "https://m.herald.example/2025/03/crane?utm_source=rss&id=4#top",
    "HTTPS://Herald.example/2025/03/crane?id=4&fbclid=x",
)


@pytest.fixture
def of_first_release(path: Path) -> Iterator[Path]:
    """An archive as 0.2.0 made it, with two articles at one address."""
    with closing(sqlite3.connect(path)) as raw:
        steps = Migrations("provenance archive")
        steps(name="0001 articles, index, links")(articles_index_links)
        steps.apply(Database(raw))
        for key, (name, url) in enumerate([("a", URL), ("b", SPELLINGS[0]), ("c", None)], 1):
            text = f"The text of {name}."
            article = Article(name, text, Span(0, len(text)), url=url)
            content = article_rows.encoded(text)
            digest = article_rows.digest_of(content)
            raw.execute("INSERT INTO articles VALUES (?, ?, ?)", (key, name, key))
            *row, _, checksum = article_rows.version_row(
                article, name, digest, key, key, 1, "2025"
            )  # no language yet
            insert = article_rows.INSERT_VERSION.replace("language, ", "").replace(", ?)", ")", 1)
            raw.execute(insert, (*row, checksum))
            raw.execute(article_rows.INSERT_TEXT, article_rows.text_row(key, content, 0))
        raw.execute("INSERT INTO properties VALUES ('articles', 3)")
        raw.execute("INSERT INTO properties VALUES ('recipe 1', 'numbers for tests')")
        raw.execute(f"PRAGMA application_id = {APPLICATION}")
        raw.execute("PRAGMA user_version = 1")
        raw.commit()
    return path


def test_any_spelling_is_the_article(path: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "One.", url=URL)])
        for number, url in enumerate(SPELLINGS):
            (outcome,) = store.add([entry(f"again {number}", "One.", url=url)])
            assert (outcome.id, outcome.result) == ("a", "unchanged")
            assert store.articles.resolve(url) == "a"
        assert store.articles.resolve("herald.example/2025/03/crane?id=4") == "a"
        (other,) = store.add([entry("b", "One.", url=URL.replace("id=4", "id=5"))])
        assert other.result == "added"
        (renewed,) = store.add([entry("x", "Two.", url=SPELLINGS[1])])
        assert (renewed.id, renewed.result) == ("a", "new version")
        assert store.articles.get("a").url == SPELLINGS[1]  # as it was read
        assert list(address_problems(store.connection)) == []


def test_an_address_that_an_article_had_names_it_still(path: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "One.", url=URL)])
        store.add([entry("a", "Two.", url="https://herald.example/moved")])
        assert store.articles.resolve(SPELLINGS[0]) == store.articles.resolve("http://herald.example/moved/") == "a"
        store.remove("a", folded_all)
        with pytest.raises(NoSuchArticle):
            store.articles.resolve(URL)
        assert store.add([entry("a", "One.", url=URL)])[0].result == "added"


def test_an_archive_of_the_first_release_is_upgraded(of_first_release: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(of_first_release) as store:
        assert list(address_problems(store.connection)) == []
        # Two articles with one address stay two: an exact spelling names one of them, another spelling both.
        assert store.articles.resolve(URL) == "a"
        assert store.articles.resolve(SPELLINGS[0]) == "b"
        with pytest.raises(NoSuchArticle, match="2 articles"):
            store.articles.resolve(SPELLINGS[2])
        outcomes = store.add([entry("b", "The text of b.", url=URL), entry("n", "The text of a.", url=SPELLINGS[1])])
        assert [(each.id, each.result) for each in outcomes] == [("b", "unchanged"), ("a", "unchanged")]


def test_an_article_that_its_address_does_not_find_is_a_problem(path: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(path, create=True) as store:
        store.add([entry("a", "One.", url=URL)])
        store.connection.run("DELETE FROM addresses")
        assert [problem.where for problem in store.upkeep.check_integrity()] == ["article 'a'"]
