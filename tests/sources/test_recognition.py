"""Files under a wrong name: read as what they are, or refused with a reason; never stored as prose."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources import read
from provenance.sources.recognition import recognised

ReadBytes = Callable[..., list[Article | SkippedInput]]
ReadArticle = Callable[..., Article]
TEXT = "The ferry stayed in the harbour all night because of the storm, and the bread did not come."
PAGE = f"<html><head><title>Ferry</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, TEXT)
    return packed.getvalue()


HEADER = ("From: Desk <desk@coast.example>", "To: all", "Date: Tue, 04 Mar 2025 08:00:00 +0000", "Subject: Ferry")
MAIL = "\r\n".join((*HEADER, "", TEXT))
# what the bytes are -> the bytes, a word of the reason
REFUSED: dict[str, tuple[bytes, str]] = {
    "xlsx": (zipped("xl/workbook.xml"), "spreadsheet"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "older Office"),
    "xml": (b"<?xml version='1.0'?>\n<!-- x -->\n<catalogue><body/></catalogue>", "XML"),
    "twice packed": (gzip.compress(gzip.compress(TEXT.encode())), "twice"),
    "bzip2": (b"BZh91AY&SY" + b"\x11" * 40, "bzip2"),
}


@pytest.mark.parametrize("suffix", [".txt", "", ".html", ".md", ".json"])
@pytest.mark.parametrize("what", REFUSED)
def test_what_has_no_reader_is_refused_under_any_name(read_bytes: ReadBytes, what: str, suffix: str) -> None:
    data, word = REFUSED[what]
    (skipped,) = read_bytes(f"story{suffix}", data)
    assert isinstance(skipped, SkippedInput), skipped
    assert word in skipped.reason
    assert ";" in skipped.reason  # what to do comes after it
    assert skipped.kind == "other-format"


@pytest.mark.parametrize("name", ["page.txt", "page", "page.php", "page.md", "page.json", "page.asp", "page.txt.gz"])
@pytest.mark.parametrize(
    "before", ["", "\ufeff", "<!-- saved from url=(0014)about:internet -->\n", "\n\n<!DOCTYPE html>\n"]
)
def test_a_page_is_read_as_a_page(read_article: ReadArticle, name: str, before: str) -> None:
    data = (before + PAGE).encode()
    article = read_article(name, gzip.compress(data) if name.endswith(".gz") else data)
    assert "<" not in article.text
    assert TEXT in article.text
    assert article.title == "Ferry"
    assert "HTML" in article.guesses["format"]


def test_a_page_in_utf16_is_read_as_a_page(read_article: ReadArticle) -> None:
    article = read_article("page.txt", PAGE.encode("utf-16"))
    assert "<" not in article.text


@pytest.mark.parametrize("name", ["row.txt", "row", "row.html", "row.md"])
def test_json_is_read_as_json(read_bytes: ReadBytes, name: str) -> None:
    row = {"title": "Ferry", "text": TEXT}
    for written in (
        json.dumps(row),
        json.dumps([row, row | {"id": "b"}], indent=1),
        json.dumps(row) + "\n" + json.dumps(row),
    ):
        for one in read_bytes(name, written):
            assert isinstance(one, Article)
            assert (one.text, one.title) == (TEXT, "Ferry")
            assert "JSON" in one.guesses["format"]


def test_broken_json_is_not_prose(read_bytes: ReadBytes) -> None:
    (skipped,) = read_bytes("row.txt", '{"title": "Ferry", "text": "The ferry')
    assert isinstance(skipped, SkippedInput)


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour, with love. " + TEXT,
        "From: City Hall\nDate: 4 March 2025\n\n" + TEXT,
        "Subject: the ferry\n\n" + TEXT,
        "[Update] " + TEXT,
        "{Editor's note: this story was changed.} " + TEXT,
        "<3 is how the islanders sign their letters. " + TEXT,
        "< " + TEXT,
        "%" + TEXT,
        "PK, as everybody calls him, was late. " + TEXT,
        "BZ Berlin reported it first. " + TEXT,
        "Rar is the Norwegian word for odd. " + TEXT,
        "GIF, JPEG or PNG: the museum takes them all. " + TEXT,
        "#!/bin/news is the name of the column. " + TEXT,
        "Title: Ferry\nDate: 2025-03-04\n\n" + TEXT,
        "---\ntitle: Ferry\n---\n" + TEXT,
    ],
)
def test_prose_is_prose(read_article: ReadArticle, text: str) -> None:
    assert recognised(text.encode()) is None
    assert TEXT in read_article("story.txt", text).text


def test_markdown_may_begin_with_an_element(read_article: ReadArticle) -> None:
    written = f'<p align="center"><img src="a.png"></p>\n\n# Ferry\n\n{TEXT}'
    assert read_article("readme.md", written).text == written


def test_standard_input_is_recognised_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(zipped("xl/workbook.xml"))))
    (skipped,) = read(["-"])
    assert isinstance(skipped, SkippedInput)
    assert "spreadsheet" in skipped.reason
    for data in (zipped("a.txt"), MAIL.encode()):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        (article,) = read(["-"])
        assert isinstance(article, Article)
        assert article.text == TEXT
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(PAGE.encode())))
    (article,) = read(["-"])
    assert isinstance(article, Article)
    assert "<" not in article.text


@pytest.mark.parametrize("name", ["a.parquet.gz", "a.txt.gz", "a.jsonl.gz", "a.html.gz", "a.csv.gz"])
def test_a_damaged_gzip_is_one_line(read_bytes: ReadBytes, name: str) -> None:
    whole = bytearray(gzip.compress(b"".join(b"%d storms and a ferry\n" % number for number in range(400))))
    for place in range(12, len(whole), 97):
        damaged = whole[:place] + bytes((255 - whole[place],)) + whole[place + 1 :]
        found = read_bytes(name, bytes(damaged))
        assert any(isinstance(one, SkippedInput) for one in found)
