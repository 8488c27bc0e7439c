"""JSON Lines: one article a line, each line for itself."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput
from provenance.sources import json_lines_reader, read
from provenance.sources.characters.damaged_text import mended

TEXT = "The ferry stayed in the harbour all night because of the storm."
ReadArticle = Callable[..., Article]
ReadBytes = Callable[..., list[Article | SkippedInput]]


def test_all_known_fields(read_article: ReadArticle) -> None:
    row = {
        "id": 7,
        "url": "https://harbour.example/7",
        "title": " Ferry \n stays ",
        "author": ["Jane Doe", {"name": "Bo Ray"}],
        "publisher": {"name": "Harbour Post"},
        "published": "2025-07-16",
        "modified": "2025-07-17T10:00:00Z",
        "text": TEXT,
        "section": "Sea",
        "words": 12,
        "tags": ["b", "a"],
        "nothing": None,
    }
    article = read_article("feed.jsonl", json.dumps(row))
    assert (article.id, article.url, article.title) == ("7", "https://harbour.example/7", "Ferry stays")
    assert (article.author, article.publisher) == ("Jane Doe, Bo Ray", "Harbour Post")
    assert article.published is not None
    assert article.modified is not None
    assert article.published.written == "2025-07-16"
    assert article.metadata == {"section": "Sea", "words": "12", "tags": '["b", "a"]'}
    assert article.guesses == {"language": "the words of the text"}


def test_an_id_defaults_to_stem_and_line(read_bytes: ReadBytes) -> None:
    rows = "\n".join(
        [json.dumps({"text": TEXT}), "", json.dumps({"text": TEXT, "id": ""}), json.dumps({"text": TEXT, "id": None})]
    )
    assert [
        found.id for found in read_bytes("feed.jsonl.gz", gzip.compress(rows.encode())) if isinstance(found, Article)
    ] == [
        "feed:1",
        "feed:3",
        "feed:4",
    ]


def test_the_text_is_the_value_as_it_stands(read_article: ReadArticle) -> None:
    text = f"\r\n {TEXT}\r\n\u2028 \ufffd \U0001f6a2 \n"
    article = read_article("feed.jsonl", json.dumps({"text": text}))
    assert article.text == text
    assert article.body.of(text).startswith("The ferry")


def test_a_mapping_renames(read_article: ReadArticle) -> None:
    row = {"body": TEXT, "date": "2025-07-16", "text": "other", "agency": "Ministry", "wire": "Reuters"}
    article = read_article("feed.jsonl", json.dumps(row), {"text": "body", "published": "date"})
    assert article.text == TEXT
    assert article.published is not None
    assert article.agency is None
    assert article.metadata == {"text": "other", "agency": "Ministry", "wire": "Reuters"}
    assert read_article("feed.jsonl", json.dumps(row), {"text": "body", "agency": "wire"}).agency == "Reuters"


def test_given_values_win_over_what_the_text_shows(read_article: ReadArticle) -> None:
    text = f"FERRY STAYS IN HARBOUR\n\nBy Jane Doe\nJuly 16, 2025\n\nANSE (Reuters) - {TEXT}"
    article = read_article("feed.jsonl", json.dumps({"text": text, "title": "Given", "published": "2025-07-01"}))
    assert (article.title, article.author, article.agency) == ("Given", "Jane Doe", "Reuters")
    assert article.published is not None
    assert article.published.written == "2025-07-01"
    assert set(article.guesses) == {"author", "agency", "body", "language"}
    assert article.body.of(text) == TEXT


def test_a_date_that_is_none_is_noted_and_the_article_kept(read_article: ReadArticle) -> None:
    article = read_article("feed.jsonl", json.dumps({"text": TEXT, "published": "soon", "modified": "2025-02-30"}))
    assert article.published is None
    assert article.metadata == {"unreadable_published": "soon", "unreadable_modified": "2025-02-30"}
    modified, published = article.notes
    assert "modified '2025-02-30'" in modified.reason
    assert "published 'soon'" in published.reason
    assert published.where.endswith("feed.jsonl (feed:1)")
    assert "write it as" in published.reason


def test_a_deep_author_is_no_author(read_article: ReadArticle) -> None:
    deep = "[" * 800 + '"Jane Doe"' + "]" * 800
    article = read_article("feed.jsonl", f'{{"text": "{TEXT}", "author": {deep}, "note": {deep}}}')
    assert article.author is None


# a line -> a word of the reason why it is skipped
BROKEN = {
    '{"text": "a"': "valid JSON",
    '{"text": "a"} x': "valid JSON",
    "[1, 2]": "a list",
    '"text"': "a piece of text",
    "null": "null",
    "{}": 'no "text"',
    '{"words": "a"}': "'words'",
    '{"text": null}': "null",
    '{"text": 5}': "a number",
    '{"text": [5]}': "a list",
    '{"text": " \\n "}': "empty",
    '{"text": "a \\ud83d b"}': "surrogate",
    '{"text": "a", "title": "\\udc00"}': '"title"',
    '{"text": "a", "note": "\\udc00"}': '"note"',
    '{"text": "a", "\\udc00": "note"}': "surrogate",
    '{"text": ' + "[" * 100_000: "nested too deeply",
    '{"text": "a", "n": ' + "9" * 5000 + "}": "cannot be read",
}


@pytest.mark.parametrize("line", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_line_is_named_and_the_others_are_read(read_bytes: ReadBytes, line: str) -> None:
    good = json.dumps({"text": TEXT})
    before, skipped, after = read_bytes("feed.jsonl", f"{good}\n{line}\n{good}\n")
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(skipped, SkippedInput)
    assert skipped.where.endswith("feed.jsonl line 2")
    assert BROKEN[line] in skipped.reason
    assert "\n" not in skipped.reason


def test_portions_of_lines_are_read_as_the_lines_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines_reader, "PORTION_BYTES", 200)
    lines = [*BROKEN, *(json.dumps({"text": TEXT * size}) for size in (1, 2, 9)), "", "x" * 9000, '{"text": "end"}']
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    limits = SourceSettings(largest_text=8000)
    portions = []

    def spread(read_lines: Callable[..., object], tasks: Iterator[list[object]]) -> Iterator[object]:
        for task in tasks:
            portions.append(len(task))
            yield read_lines(task)

    for packed in (data, gzip.compress(data), gzip.compress(data)[:-40]):
        path = tmp_path / "feed.jsonl"
        path.write_bytes(packed)
        portions.clear()
        assert list(read([path], None, limits, spread)) == list(read([path], None, limits))
        assert len(portions) > 1 < max(portions)


def test_a_line_beyond_the_limit_is_skipped_alone(read_bytes: ReadBytes) -> None:
    good = json.dumps({"text": TEXT})
    found = read_bytes("feed.jsonl", f"{good}\n{'x' * 5000}\n{good}", settings=SourceSettings(largest_text=200))
    assert [type(one) for one in found] == [Article, SkippedInput, Article]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_lines_in_other_unicode_encodings(read_bytes: ReadBytes, encoding: str) -> None:
    rows = "".join(json.dumps({"text": TEXT + " ž\U0001f6a2"}, ensure_ascii=False) + "\r\n" for _ in range(50))
    found = read_bytes("feed.jsonl", rows.encode(encoding))
    assert [one.text for one in found if isinstance(one, Article)] == [TEXT + " ž\U0001f6a2"] * 50


def test_an_empty_file_is_said(read_bytes: ReadBytes) -> None:
    (skipped,) = read_bytes("feed.jsonl", b"")
    assert isinstance(skipped, SkippedInput)
    assert skipped.reason == "it is empty"


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["text", "id", "url", "title", "author", "published", "x"]), json_values))
def test_any_object_is_an_article_or_skipped(read_bytes: ReadBytes, row: dict[str, object]) -> None:
    for found in read_bytes("feed.jsonl", json.dumps(row)):
        if isinstance(found, Article):
            assert not isinstance(row["text"], str) or found.text == mended(row["text"]).text
            assert 0 <= found.body.start < found.body.end <= len(found.text)
            assert all(isinstance(part, str) for pair in found.metadata.items() for part in pair)


def test_an_id_with_a_nul_is_no_id(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": "a\x001", "text": "Some words of an article."}), "utf-8")
    (skipped,) = read([path])
    assert isinstance(skipped, SkippedInput)
    assert "NUL" in skipped.reason
    assert "a\\x001" in skipped.reason
