"""A list of articles has the rows of `list`; what it says of each is what links and reviews say."""

from __future__ import annotations

from collections import Counter

import pytest

from provenance import Archive
from provenance.config.settings import Settings
from provenance.model.lists import ArticleLine, ArticleQuery
from provenance.usecases.browsing.articles import article_page, phrases_of
from provenance.usecases.browsing.overview import counts, publisher_matrix
from provenance.usecases.filters import Filters
from provenance.usecases.listing import statistics


def pages(archive: Archive, query: ArticleQuery, limit: int = 9) -> list[ArticleLine]:
    rows: list[ArticleLine] = []
    after = None
    while True:
        page = article_page(archive.store, Settings.of(), query, after=after, limit=limit)
        rows += page.rows
        if page.after is None:
            assert len(rows) == page.total
            return rows
        after = page.after


def names(lines: list[ArticleLine]) -> list[str]:
    return [line.article.id for line in lines]


def test_pages_have_the_rows_of_the_command(lists: Archive) -> None:
    assert [line.article for line in pages(lists, ArticleQuery())] == lists.listed()
    for publisher in sorted({row.publisher for row in lists.listed() if row.publisher}):
        asked = frozenset([publisher.casefold()])
        rows = [line.article for line in pages(lists, ArticleQuery(publishers=asked))]
        assert rows == lists.listed(Filters(publishers=asked))
    dates = sorted(row.published.earliest for row in lists.listed() if row.published)
    window = {"since": dates[9], "until": dates[-9]}
    assert [line.article for line in pages(lists, ArticleQuery(**window))] == lists.listed(Filters(**window))
    german = frozenset(["de", "fr"])
    assert [x.article for x in pages(lists, ArticleQuery(languages=german))] == lists.listed(
        Filters(languages=german)
    )


@pytest.mark.parametrize("sort", ["newest", "oldest", "publisher", "title", "longest", "added"])
def test_every_order_gives_every_article_once(lists: Archive, sort: str) -> None:
    rows = [line.article for line in pages(lists, ArticleQuery(sort=sort), limit=4)]  # type: ignore[arg-type]
    assert sorted(row.id for row in rows) == [row.id for row in lists.listed()]
    keys = {
        "newest": [-row.published.latest for row in rows if row.published],
        "oldest": [row.published.earliest for row in rows if row.published],
        "publisher": [row.publisher for row in rows if row.publisher],
        "title": [row.title for row in rows if row.title],
        "longest": [-row.characters for row in rows],
    }
    assert sort == "added" or keys[sort] == sorted(keys[sort])  # type: ignore[type-var]


def test_what_is_known_of_an_article_is_what_its_links_say(lists: Archive) -> None:
    expected: dict[str, Counter[str]] = {row.id: Counter() for row in lists.listed()}
    for link in lists.listed_links():
        if link.rejected or link.is_same_event:
            continue
        if link.relation == "derived":
            expected[link.source or ""]["source"] += 1
            expected[link.derived or ""]["taken"] += 1
        else:
            says = {"near_duplicate": "duplicate", "common_source": "common"}.get(link.relation, "undetermined")
            expected[link.a][says] += 1
            expected[link.b][says] += 1
    everything = pages(lists, ArticleQuery())
    assert {line.article.id: Counter(line.links) for line in everything} == expected
    assert all(line.audited for line in everything)
    for standing in ("taken", "source", "duplicate", "common", "undetermined"):
        found = names(pages(lists, ArticleQuery(standing=standing)))  # type: ignore[arg-type]
        assert found == [name for name, said in expected.items() if said[standing]]
    assert names(pages(lists, ArticleQuery(standing="none"))) == [name for name, said in expected.items() if not said]
    assert pages(lists, ArticleQuery(standing="unaudited")) == []


def test_words_and_phrases() -> None:
    assert phrases_of('harbour "the quiet night" ferry') == ["the quiet night", "harbour", "ferry"]
    assert phrases_of("„Guten Tag“ said") == ["Guten Tag", "said"]
    assert phrases_of('an "open end') == ["an", "open", "end"]
    assert phrases_of(' "" ') == []
    assert len(phrases_of("word " * 5000)) <= 20


def test_search_finds_all_words_in_any_order_and_phrases_in_theirs(lists: Archive) -> None:
    texts = {row.id: " ".join(lists.text(row.id).casefold().split()) for row in lists.listed()}
    found = names(pages(lists, ArticleQuery(words="ferry strike")))
    assert found == [name for name in found if "ferry" in texts[name] and "strike" in texts[name]] != []
    phrase = names(pages(lists, ArticleQuery(words='"strike ferry"')))
    assert set(phrase) < set(found)
    assert names(pages(lists, ArticleQuery(words="FERRY Strike"))) == found
    for hostile in ('" OR "', "NEAR(a b)", "*", "words:ferry", "'; DROP TABLE texts", "\0", "\ud800", "^ferry -x"):
        pages(lists, ArticleQuery(words=hostile))
    assert pages(lists, ArticleQuery(words="?!")) == []


def test_counts_are_those_of_stats(lists: Archive) -> None:
    told, found = statistics(lists.store), counts(lists.store, Settings.of())
    assert (found.articles, found.publishers, found.unaudited) == (told["articles"], told["publishers"], 0)
    assert {f"links: {name}": number for name, number in found.relations.items()} == {
        name: number for name, number in told.items() if name.startswith("links: ") and "by people" not in name
    }
    assert found.rejected == told.get("links: rejected by people", 0)
    assert found.confirmed == told.get("links: confirmed by people", 0)
    waiting = [x for x in lists.listed_links() if x.relation in ("derived", "near_duplicate") and x.review is None]
    assert found.unreviewed == len(waiting)


def test_the_matrix_counts_directed_links(lists: Archive) -> None:
    publishers = {row.id: row.publisher for row in lists.listed()}
    wanted = Counter(
        (publishers[link.source], publishers[link.derived])
        for link in lists.listed_links()
        if link.source is not None and link.derived is not None
    )
    cells = publisher_matrix(lists.store, Settings.of())
    assert {(cell.source, cell.taker): cell.links for cell in cells} == wanted
    assert [cell.links for cell in cells] == sorted((cell.links for cell in cells), reverse=True)
