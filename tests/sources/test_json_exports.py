"""Documents of content systems, news services and databases: where their articles, ids, texts and dates are."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from provenance.model import Article, SkippedInput

ReadBytes = Callable[..., list[Article | SkippedInput]]

WORDS = "The lock at Millbrook stayed shut on Monday because its gates had frozen overnight."
MORE = "The keeper said that the ice would hold the barges until the weekend."
DAY = "2025-03-04"
MORNING = f"{DAY}T08:00:00Z"
MILLISECONDS = 1741075200000
TITLE = "Lock shut"
HTML = f"<p>{WORDS}</p>"
ROW = {"title": TITLE, "text": WORDS, "date": DAY}
DOCUMENTS: dict[str, Any] = {
    "Scrapy, with lists": [{"headline": [TITLE], "body": [WORDS, MORE], "date": [DAY]}],
    "paragraphs": [{"title": TITLE, "text": [WORDS, MORE], "published": DAY}],
    "The Guardian's single item": {
        "response": {"content": {"webTitle": TITLE, "webPublicationDate": MORNING, "fields": {"body": HTML}}}
    },
    "The Guardian's blocks": {
        "response": {
            "results": [
                {"webTitle": TITLE, "webPublicationDate": MORNING, "blocks": {"body": [{"bodyHtml": HTML}]}},
            ]
        }
    },
    "Ghost": {"posts": [{"title": TITLE, "html": HTML, "plaintext": WORDS, "published_at": MORNING}]},
    "Ghost's backup": {
        "db": [
            {"meta": {"version": "5"}, "data": {"posts": [{"title": TITLE, "html": HTML, "published_at": MORNING}]}}
        ]
    },
    "Drupal": {
        "jsonapi": {"version": "1.0"},
        "data": [{"id": "u", "attributes": {"title": TITLE, "created": MORNING, "body": {"value": HTML}}}],
    },
    "feedparser": {
        "entries": [{"title": TITLE, "published": "Tue, 04 Mar 2025 08:00:00 GMT", "content": [{"value": HTML}]}]
    },
    "Contentful": {"items": [{"sys": {"id": "c"}, "fields": {"title": TITLE, "body": WORDS, "publishDate": DAY}}]},
    "Strapi": {"data": [{"id": 1, "attributes": {"title": TITLE, "content": WORDS, "publishedAt": MORNING}}]},
    "Arc": {
        "content_elements": [
            {
                "headlines": {"basic": TITLE},
                "first_publish_date": MORNING,
                "content_elements": [{"type": "text", "content": WORDS}, {"type": "text", "content": MORE}],
            }
        ]
    },
    "Hugging Face": {"rows": [{"row_idx": 0, "row": ROW}]},
    "CouchDB": {"rows": [{"id": "a", "value": {"rev": "1"}, "doc": ROW}]},
    "Solr": {"response": {"docs": [{"title": [TITLE], "content": [WORDS], "published_date": [MORNING]}]}},
    "Elasticsearch": {"hits": {"hits": [{"_id": "q", "_source": {"title": TITLE, "body": WORDS, "date": DAY}}]}},
    "Elasticsearch, nested": {"hits": {"hits": [{"_id": "q", "_source": {"article": ROW}}]}},
    "one inside another": {"status": "ok", "article": ROW},
    "MongoDB": [{"title": TITLE, "text": WORDS, "pub_date": {"$date": {"$numberLong": str(MILLISECONDS)}}}],
    "MongoDB, older": [{"title": TITLE, "text": WORDS, "pub_date": {"$date": MILLISECONDS}}],
    "Event Registry": {
        "articles": {"results": [{"title": TITLE, "body": WORDS, "dateTimePub": MORNING, "date": DAY}]}
    },
    "Reddit": [{"title": TITLE, "selftext": WORDS, "created_utc": MILLISECONDS // 1000}],
    "All the News": [{"title": TITLE, "article": WORDS, "date": f"{DAY} 00:00:00"}],
    "a graph": {
        "@graph": [
            {"@type": "NewsArticle", "headline": TITLE, "articleBody": WORDS, "datePublished": {"@value": DAY}}
        ]
    },
    "German": [{"Titel": TITLE, "Artikeltext": WORDS, "Erscheinungsdatum": "04.03.2025"}],
    "Polish": [{"Tytuł": TITLE, "Treść": WORDS, "Data publikacji": DAY}],
    "Russian": [{"Заголовок": TITLE, "Текст": WORDS, "Дата": "04.03.2025"}],
    "Chinese": [{"标题": TITLE, "正文": WORDS, "发布时间": f"{DAY} 08:00"}],
    "Japanese": [{"見出し": TITLE, "本文": WORDS, "日付": "2025年3月4日"}],
    "Korean": [{"제목": TITLE, "본문": WORDS, "날짜": "2025.03.04"}],
    "Arabic": [{"العنوان": TITLE, "النص": WORDS, "التاريخ": DAY}],
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_of_known_programs_are_read(read_bytes: ReadBytes, name: str) -> None:
    (found,) = read_bytes("export.json", json.dumps(DOCUMENTS[name]))
    assert isinstance(found, Article), found
    assert found.text.startswith(WORDS)
    assert "<" not in found.text
    assert found.title == TITLE
    assert found.published is not None
    assert found.published.written.startswith(DAY)
    assert not found.notes


TABLES: dict[str, Any] = {
    "records": [ROW, {**ROW, "text": MORE}],
    "by ids": {"a": ROW, "b": {**ROW, "text": MORE}},
    "columns": {"title": {"0": TITLE, "1": TITLE}, "text": {"0": WORDS, "1": MORE}, "date": {"0": DAY, "1": DAY}},
    "split": {
        "columns": ["title", "text", "date"],
        "index": [0, 1],
        "data": [[TITLE, WORDS, DAY], [TITLE, MORE, DAY]],
    },
    "table": {"schema": {"fields": [{"name": "text"}]}, "data": [ROW, {**ROW, "text": MORE}]},
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_as_pandas_writes_them_give_a_row_each(read_bytes: ReadBytes, name: str) -> None:
    found = read_bytes("export.json", json.dumps(TABLES[name]))
    assert [one.text for one in found if isinstance(one, Article)] == [WORDS, MORE]
    assert [one.published.written for one in found if isinstance(one, Article) and one.published] == [DAY, DAY]


def test_objects_by_their_ids_keep_them(read_bytes: ReadBytes) -> None:
    found = read_bytes("export.json", json.dumps(TABLES["by ids"]))
    assert [one.id for one in found if isinstance(one, Article)] == ["a", "b"]


def test_an_id_of_mongodb_is_the_id(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("export.jsonl", json.dumps({"_id": {"$oid": "5f1e"}, **ROW}))
    assert isinstance(found, Article)
    assert found.id == "5f1e"


@pytest.mark.parametrize("key", ["summary", "description", "lead_paragraph"])
def test_a_teaser_is_no_article(read_bytes: ReadBytes, key: str) -> None:
    (found,) = read_bytes("export.json", json.dumps({"articles": [{"title": TITLE, key: WORDS, "date": DAY}]}))
    assert isinstance(found, SkippedInput)
    assert "--map text=KEY" in found.reason


def test_the_change_in_universal_time_is_preferred(read_bytes: ReadBytes) -> None:
    row = {"content": {"rendered": HTML}, "modified": "2025-03-06T09:00:00", "modified_gmt": "2025-03-06T08:00:00"}
    (found,) = read_bytes("posts.json", json.dumps([row]))
    assert isinstance(found, Article)
    assert found.modified is not None
    assert found.modified.written == "2025-03-06T08:00:00"


def test_the_words_of_a_list_are_said_to_be_that(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("posts.json", json.dumps([{"body": [WORDS, MORE]}]))
    assert isinstance(found, Article)
    assert found.text == f"{WORDS}\n\n{MORE}"
    assert found.guesses["text"] == 'the words of a list at "body"'
