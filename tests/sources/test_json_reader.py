"""JSON documents: one article, a list, or a list under "articles"."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput

TEXT = "The ferry stayed in the harbour all night because of the storm."
ReadBytes = Callable[..., list[Article | SkippedInput]]


@pytest.mark.parametrize(
    ("document", "ids"),
    [
        ({"text": TEXT}, ["story"]),
        ({"text": TEXT, "id": "x"}, ["x"]),
        ([{"text": TEXT}, {"text": TEXT, "id": "x"}], ["story:1", "x"]),
        ({"articles": [{"text": TEXT}]}, ["story:1"]),
        ({"text": TEXT, "articles": ["other"]}, ["story"]),
    ],
)
def test_the_shapes(read_bytes: ReadBytes, document: object, ids: list[str]) -> None:
    found = read_bytes("story.json", json.dumps(document, indent=1))
    assert [one.id for one in found if isinstance(one, Article)] == ids


def test_a_broken_entry_is_named_and_the_others_are_read(read_bytes: ReadBytes) -> None:
    first, skipped, last = read_bytes("story.json", json.dumps([{"text": TEXT}, 5, {"text": TEXT}]))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(skipped, SkippedInput)
    assert skipped.where.endswith("story.json article 2")


def test_json_lines_under_the_wrong_name(read_bytes: ReadBytes) -> None:
    row = json.dumps({"text": TEXT})
    found = read_bytes("story.json", f"{row}\n{row}\n")
    assert [one.id for one in found if isinstance(one, Article)] == ["story:1", "story:2"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"{", "valid JSON"),
        (b"[]", "empty"),
        (b"5", "a number"),
        (b'{"articles": 5}', 'no "text"'),
        (b"[" * 200_000, "nested too deeply"),
        (b"\0\1\2", "binary"),
        (b'{"text": "' + b"x" * 400 + b'"}', "JSON Lines"),
    ],
)
def test_what_is_skipped(read_bytes: ReadBytes, data: bytes, word: str) -> None:
    limit = SourceSettings(largest_document=300_000 if data[:1] == b"[" else 300)
    (skipped,) = read_bytes("story.json", data, settings=limit)
    assert isinstance(skipped, SkippedInput)
    assert word in skipped.reason
