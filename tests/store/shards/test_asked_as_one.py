"""The oracle of shards is one archive that has the articles of all files, added one file after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from provenance import Archive, Article, Filters
from provenance.sources import read

CORPUS = Path(__file__).parents[3] / "corpus"
FILES = 3
EVERYTHING = Filters(same_event=True)


def articles() -> list[Article]:
    """The corpus, and newer versions of two articles: one with a sentence less, one under another id."""
    found = [each for each in read([CORPUS / "articles"]) if isinstance(each, Article)]
    shorter = max(found, key=lambda each: len(each.text))
    cut = shorter.text.rindex(". ", 0, len(shorter.text) // 2)
    rest = shorter.text.index(". ", cut + 2)
    addressed = next(each for each in found if each.url and each.id != shorter.id)
    newer = replace(shorter, text=shorter.text[:cut] + shorter.text[rest:], body=replace_end(shorter, cut - rest))
    text = addressed.text + "\nIt was corrected."
    moved = replace(addressed, id="moved", text=text, body=replace_end(addressed, len(text) - len(addressed.text)))
    return [*found, newer, moved]


def replace_end(article: Article, more: int) -> Any:
    return type(article.body)(article.body.start, article.body.end + more)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`one.db` with everything, `0.part` to `2.part` with a third each, and `all.shards` that names these."""
    folder = tmp_path_factory.mktemp("shards")
    every = articles()
    first = {each.id: place * FILES // len(every) for place, each in reversed([*enumerate(every)])}
    first["moved"] = first[next(each.id for each in every if every[-1].url == each.url)]
    parts = [[each for each in every if first[each.id] == part] for part in range(FILES)]
    for part, some in enumerate(parts):
        with Archive(folder / f"{part}.part") as archive:
            for each in some:
                archive.add([each])
    with Archive(folder / "one.db") as archive:
        for each in (each for some in parts for each in some):
            archive.add([each])
    (folder / "all.shards").write_text("# a third each\n0.part\n1.part\n\n2.part\n", encoding="utf-8")
    return folder


@pytest.fixture(params=["*.part", "all.shards"])
def both(folder: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Archive, Archive]]:
    with Archive(folder / "one.db", readonly=True) as one, Archive(folder / request.param, readonly=True) as many:
        yield one, many


def test_a_check_finds_what_one_archive_finds(both: tuple[Archive, Archive]) -> None:
    one, many = both
    asked = [*read([CORPUS / "incoming"]), *articles()[:20]]
    expected = list(one.check_articles(asked, filters=EVERYTHING))
    found = list(many.check_articles(asked, filters=EVERYTHING))
    assert sum(len(each.links) for each in expected) > FILES
    for mine, theirs in zip(found, expected, strict=True):
        archived = replace(mine.archived, since=theirs.archived.since) if mine.archived else None
        assert replace(mine, archived=archived) == theirs


def test_a_lineage_is_that_of_one_archive(both: tuple[Archive, Archive]) -> None:
    one, many = both
    for row in one.listed()[:12]:
        assert many.lineage(row.id, filters=EVERYTHING) == one.lineage(row.id, filters=EVERYTHING)


def test_a_passage_appears_where_it_does_in_one_archive(both: tuple[Archive, Archive]) -> None:
    one, many = both
    for article in articles()[::9]:
        middle = article.text[len(article.text) // 2 :]
        for passage in (middle[:60], " ".join(middle.split()[:12]), "the " + " ".join(reversed(middle.split()[:9]))):
            assert many.trace(passage) == one.trace(passage)
    start, end = articles()[3].body.start, articles()[3].body.start + 90
    assert many.trace_in(articles()[3].id, start, end) == one.trace_in(articles()[3].id, start, end)


def test_lists_and_names_are_those_of_one_archive(both: tuple[Archive, Archive]) -> None:
    one, many = both
    assert many.listed() == one.listed()
    for row in one.listed():
        assert many.resolve(row.id) == row.id
        assert many.article(row.id) == one.article(row.id)
        mine, theirs = many.versions(row.id).versions, one.versions(row.id).versions
        assert [replace(each, added="") for each in mine] == [replace(each, added="") for each in theirs]
        if row.url:
            assert many.resolve(row.url) == one.resolve(row.url)
    assert many.compare(one.listed()[0].id, one.listed()[1].id) == one.compare(one.listed()[0].id, one.listed()[1].id)


def test_a_beginning_that_articles_of_two_files_have_names_none(both: tuple[Archive, Archive]) -> None:
    from provenance.errors import NoSuchArticle

    one, many = both
    with pytest.raises(NoSuchArticle) as expected:
        one.resolve("")
    with pytest.raises(NoSuchArticle) as found:
        many.resolve("")
    assert str(found.value) == str(expected.value)
    with pytest.raises(NoSuchArticle, match="no article 'nothing like this'"):
        many.resolve("nothing like this")
