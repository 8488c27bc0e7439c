"""Which keys of a row are read: those of a mapping, of the format, and of programs that many export with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from provenance.errors import UsageError
from provenance.model import Article, SkippedInput
from provenance.sources import read
from provenance.sources.row_keys import check_mapping, folding, plan

WORDS = "The lock at Millbrook stayed shut on Monday because its gates had frozen overnight."
Read = Callable[..., list[Article | SkippedInput]]


@pytest.fixture
def read_value(tmp_path: Path) -> Read:
    """The results of reading a value as JSON (a list of rows as JSON Lines with `lines`)."""

    def read_it(
        value: Any, mapping: dict[str, str] | None = None, *, lines: bool = False
    ) -> list[Article | SkippedInput]:
        path = tmp_path / ("feed.jsonl" if lines else "feed.json")
        path.write_text("\n".join(map(json.dumps, value)) if lines else json.dumps(value), "utf-8")
        return list(read([path], mapping))

    return read_it


DAY = "2025-03-04"
MORNING = f"{DAY}T08:00:00Z"
TITLE = "Lock shut"
EXPORTS = {
    "cc_news": {"title": TITLE, "text": WORDS, "domain": "mill.example", "date": f"{DAY} 08:00:00", "url": "u"},
    "trafilatura": {
        "title": TITLE,
        "raw_text": "x",
        "text": WORDS,
        "sitename": "Mill Post",
        "date": DAY,
        "id": None,
    },
    "newspaper4k": {
        "title": TITLE,
        "authors": ["Ida Rask"],
        "text": WORDS,
        "publish_date": MORNING,
    },
    "news-please": {
        "title": TITLE,
        "maintext": WORDS,
        "date_publish": f"{DAY} 08:00:00",
        "date_download": "2025-04-01",
    },
    "NewsAPI": {
        "source": {"id": None, "name": "Mill Post"},
        "title": TITLE,
        "content": WORDS,
        "publishedAt": MORNING,
    },
    "WordPress": {
        "id": 12,
        "date_gmt": f"{DAY}T08:00:00",
        "date": f"{DAY}T20:00:00",
        "title": {"rendered": TITLE},
        "content": {"rendered": f"<p>{WORDS}</p>\n<script>x()</script>", "protected": False},
        "author": 3,
    },
    "The Guardian": {
        "webTitle": TITLE,
        "webPublicationDate": MORNING,
        "fields": {"bodyText": WORDS},
    },
    "JSON Feed": {"title": TITLE, "content_text": WORDS, "date_published": MORNING},
    "a feed": {
        "title": TITLE,
        "pubDate": "Tue, 04 Mar 2025 08:00:00 GMT",
        "content:encoded": f"<p>{WORDS}</p>",
    },
    "schema.org": {"headline": TITLE, "articleBody": WORDS, "datePublished": MORNING},
    "Elasticsearch": {"_id": "7", "_source": {"title": TITLE, "body": WORDS, "published_at": 1741075200000}},
    "a database": {"title": TITLE, "text": WORDS, "created_at": {"$date": MORNING}},
    "capitals": {"Title": TITLE, "TEXT": WORDS, "Published": DAY},
    "a German table": {"Titel": TITLE, "Text": WORDS, "Datum": "04.03.2025"},
}


@pytest.mark.parametrize("program", EXPORTS)
@pytest.mark.parametrize("lines", [True, False])
def test_exports_of_other_programs_are_read_with_their_dates(program: str, lines: bool, read_value: Read) -> None:
    (article,) = read_value([EXPORTS[program]], lines=lines)
    assert isinstance(article, Article)
    assert (article.title, article.text) == (TITLE, WORDS)
    assert article.published is not None
    assert article.published.written.startswith(DAY)
    assert "20:00" not in article.published.written
    assert not article.notes
    assert article.author in (None, "Ida Rask")


def test_a_key_of_another_name_is_named_where_its_value_was_read(read_value: Read) -> None:
    (article,) = read_value([EXPORTS["cc_news"]])
    assert isinstance(article, Article)
    assert article.guesses["published"] == 'key "date"'
    assert article.publisher == "mill.example"
    assert "date" not in article.metadata


def test_the_name_of_the_format_wins_over_every_other(read_value: Read) -> None:
    row = {"text": WORDS, "content": "other", "published": "2025-03-04", "date": "2024-01-02", "source": "wire-0012"}
    (article,) = read_value([row])
    assert isinstance(article, Article)
    assert article.text == WORDS
    assert article.published is not None
    assert article.published.written == DAY
    assert article.publisher is None
    assert article.metadata == {"content": "other", "date": "2024-01-02", "source": "wire-0012"}


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda rows: {"status": "ok", "articles": rows},
        lambda rows: {"response": {"status": "ok", "tags": ["a"], "results": rows}},
        lambda rows: {"rss": {"channel": {"title": "Mill Post", "item": rows}}},
        lambda rows: {"hits": {"total": 2, "hits": [{"_id": str(n), "_source": row} for n, row in enumerate(rows)]}},
        lambda rows: {"authors": [{"name": "Ida Rask"}], "items": rows},
    ],
)
def test_a_list_of_articles_inside_an_object_is_found(wrapped: Callable[[list[Any]], Any], read_value: Read) -> None:
    rows = [{"title": f"Day {n}", "body": f"{WORDS} {n}"} for n in range(2)]
    found = read_value(wrapped(rows))
    assert [one.title for one in found if isinstance(one, Article)] == ["Day 0", "Day 1"]


def test_a_mapping_reaches_into_values_and_lists(read_value: Read) -> None:
    row = {
        "story": {"parts": [{"html": f"<p>{WORDS}</p><p>Second &amp; last.</p>"}]},
        "meta": {"when": "4 March 2025", "a.b": 1},
        "a.b": "Ida Rask",
    }
    mapping = {"text": "story.parts.0.html", "published": "meta.when", "author": "a.b"}
    (article,) = read_value([row], mapping)
    assert isinstance(article, Article)
    assert article.text == f"{WORDS}\n\nSecond & last."
    assert article.author == "Ida Rask"
    assert article.published is not None
    assert article.published.written == DAY


def test_a_mapping_to_nothing_is_told_with_the_keys_that_exist(read_value: Read) -> None:
    rows = [{"text": f"{WORDS} {n}", "day": DAY} for n in range(3)]
    for found in read_value(rows, {"published": "dat"}, lines=True):
        assert isinstance(found, Article)
        assert [note.kind for note in found.notes] == ["map-unused"]
        assert "'day', 'text'" in found.notes[0].reason
    for skipped in read_value(rows, {"text": "story.parts.0"}, lines=True):
        assert isinstance(skipped, SkippedInput)
        assert skipped.kind == "no-text"
        assert '"story.parts.0"' in skipped.reason
        assert "'day', 'text'" in skipped.reason
    nested = read_value([{"text": WORDS, "content": {"raw": "x"}}], {"text": "content.rendered"})
    assert isinstance(nested[0], SkippedInput)
    assert "content.rendered" in nested[0].reason


def test_a_key_that_looks_like_the_date_is_named_and_not_used(read_value: Read) -> None:
    (article,) = read_value([{"text": WORDS, "seendate": "20250304T080000Z", "date_download": "2025-04-01"}])
    assert isinstance(article, Article)
    assert article.published is None
    assert [note.kind for note in article.notes] == ["date-unused"]
    assert "--map published=seendate" in article.notes[0].reason
    (modified,) = read_value([{"text": WORDS, "updated_at": DAY, "timezone": "UTC"}])
    assert isinstance(modified, Article)
    assert (modified.published, modified.notes) == (None, ())
    assert modified.modified is not None


def test_a_text_that_a_service_cut_is_told(read_value: Read) -> None:
    (article,) = read_value([{"content": f"{WORDS[:40]}… [+300 chars]"}])
    assert isinstance(article, Article)
    assert [note.kind for note in article.notes] == ["text-cut"]


def test_names_are_compared_without_capitals_and_signs() -> None:
    assert folding(" Pub-Date_x") == "pubdatex"
    assert [place.shown for place in plan(["Body", "text"], {}).places["text"]] == ["text", "Body"]
    check_mapping({"agency": "wire"})
    with pytest.raises(UsageError, match="no such field: wire"):
        check_mapping({"wire": "agency"})
