"""ninjs in its three generations, alone, in lines and in lists."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from tests.sources.exports.samples import TEXT

ReadBytes = Callable[..., list[Article | SkippedInput]]
STORY = "\n\n".join(TEXT)
HTML = "".join(f"<p>{line}</p>" for line in TEXT)
COMMON = {"uri": "urn:coast:7", "type": "text", "language": "en"}
VERSIONS = {
    "1 text": {
        **COMMON,
        "versioncreated": "2013-03-14T10:15:00Z",
        "headline": "Harbour shut",
        "byline": "Ana Rao",
        "copyrightholder": "Coast Wire",
        "body_text": STORY,
    },
    "1 xhtml": {
        **COMMON,
        "versioncreated": "2013-03-14T10:15:00Z",
        "headline": "Harbour shut",
        "byline": "Ana Rao",
        "copyrightholder": "Coast Wire",
        "body_xhtml": f"<div>{HTML}</div>",
    },
    "2": {
        **COMMON,
        "standard": {"name": "ninjs"},
        "versioncreated": "2013-03-14T12:00:00Z",
        "firstcreated": "2013-03-14T10:15:00Z",
        "headlines": [{"role": "main", "value": "Harbour shut"}],
        "byline": "Ana Rao",
        "infosources": [{"name": "Coast Wire"}],
        "bodies": [{"contenttype": "text/html", "value": HTML, "wordcount": 39}],
    },
    "3": {
        **COMMON,
        "firstCreated": "2013-03-14T10:15:00Z",
        "versionCreated": "2013-03-14T12:00:00Z",
        "headlines": [{"role": "short", "value": "Shut"}, {"role": "main", "value": "Harbour shut"}],
        "byline": "Ana Rao",
        "copyrightHolder": "Coast Wire",
        "bodies": [{"contentType": "text/plain", "value": STORY}],
    },
}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("form", ["alone", "lines", "list"])
def test_a_story(read_bytes: ReadBytes, version: str, form: str) -> None:
    story = VERSIONS[version]
    if form == "alone":
        found = read_bytes("story.json", json.dumps(story))
    elif form == "lines":
        found = read_bytes("stories.jsonl", json.dumps(story) + "\n")
    else:
        found = read_bytes("stories.json", json.dumps({"items": [story, {**story, "uri": "urn:coast:8"}]}))
        assert len(found) == 2
    one = found[0]
    assert isinstance(one, Article), one
    assert (one.id, one.title, one.publisher, one.author) == ("urn:coast:7", "Harbour shut", "Coast Wire", "Ana Rao")
    assert one.published.written.startswith("2013-03-14T10:15")
    assert one.text == STORY


def test_a_picture_is_told(read_bytes: ReadBytes) -> None:
    picture = {**COMMON, "type": "picture", "versioncreated": "2013-03-14T10:15:00Z", "headline": "A quay"}
    (one,) = read_bytes("story.json", json.dumps(picture))
    assert isinstance(one, SkippedInput)


def test_a_row_with_a_text_of_its_own_is_left_alone(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("a.json", json.dumps({"uri": "urn:x:1", "text": TEXT[0], "firstcreated": "2013-03-14"}))
    assert one.text == TEXT[0]
