"""Checking what was pasted or dropped: the verdict, nothing kept unless asked, and what cannot be read is said."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest
from served import served, visible

from provenance import Archive
from provenance.config.web import WebSettings
from provenance.web.uploads import file_name
from tests.conftest import CORPUS

INCOMING = sorted(path for path in (CORPUS / "incoming").iterdir() if path.suffix == ".txt")


def count(site) -> int:
    with Archive(site.site.path, readonly=True) as archive:
        return archive.store.articles.count()


@pytest.fixture
def text(corpus_db) -> str:
    with Archive(corpus_db, readonly=True) as archive:
        return archive.text("dam-inspection-ledger")


def test_a_pasted_text_gets_its_verdict_and_is_not_kept(own_site, text: str) -> None:
    before = count(own_site)
    said = visible(own_site.post("/check", {"text": text}).text)
    assert "1 article checked" in said
    assert "Nothing was kept" in said
    assert "Highmoor Post" in said
    assert count(own_site) == before
    assert "Keep it in the archive" in said


def test_it_is_kept_where_asked(own_site) -> None:
    before = count(own_site)
    words = "The pier lamp at Skerrow was mended on Monday by two divers from Ulm.\n\nIt had been dark since May."
    page = own_site.post(
        "/check", {"text": words, "keep": "yes", "title": "Lamp, new=old", "publisher": "Pier Post"}
    ).text
    assert count(own_site) == before + 1
    assert "Kept in the archive" in visible(page)
    with Archive(own_site.site.path, readonly=True) as archive:
        (row,) = [row for row in archive.listed() if row.publisher == "Pier Post"]
        assert row.title == "Lamp, new=old"
        assert archive.text(row.id).strip() == words
        assert "/tmp" not in str(archive.article(row.id).origin)


def test_files_are_read_as_the_command_reads_them(own_site) -> None:
    parts = [("files", (path.name, path.read_bytes(), "text/plain")) for path in INCOMING]
    parts.append(("files", ("packed.txt.gz", gzip.compress(INCOMING[0].read_bytes()), "application/gzip")))
    said = visible(own_site.post("/check", files=parts).text)
    assert f"{len(INCOMING) + 1} articles checked" in said


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("broken.json", b'{"text": ', "broken.json"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture.png"),
        ("empty.txt", b"", "empty.txt"),
        ("broken.gz", b"\x1f\x8b\x08\0" + b"x" * 40, "broken"),
        ("page.html", b"<html></html>", "page.html"),
        ("../../../etc/x<script>.json", b"{", "x_script_.json"),
    ],
)
def test_a_broken_file_is_said_and_others_are_checked(own_site, name: str, content: bytes, words: str) -> None:
    good = ("files", (INCOMING[0].name, INCOMING[0].read_bytes(), "text/plain"))
    answer = own_site.post("/check", files=[("files", (name, content, "x/y")), good])
    said = visible(answer.text)
    assert answer.status_code == 200
    assert words in said
    assert "1 article checked" in said
    assert tempfile.gettempdir() not in answer.text


def test_nothing_is_left_behind(own_site, text: str) -> None:
    before = set(Path(tempfile.gettempdir()).glob("provenance-*"))
    own_site.post("/check", {"text": text})
    own_site.post("/check", {"text": "x", "published": "never"})
    assert set(Path(tempfile.gettempdir()).glob("provenance-*")) == before


def test_an_empty_form_and_a_wrong_date_are_said(own_site) -> None:
    assert "nothing to check" in own_site.post("/check", {"text": " \n "}).text
    answer = own_site.post("/check", {"text": "Some words.", "published": "sometime"})
    assert answer.status_code == 400
    assert "is not a date" in answer.text


def test_an_address_is_fetched_only_where_that_is_allowed(own_site, corpus_db, monkeypatch) -> None:
    from provenance.web import uploads

    assert "serve --fetch" in own_site.post("/check", {"address": "https://example.org/story"}).text
    asked = []
    monkeypatch.setattr(uploads, "read", lambda paths, **how: asked.append((paths, how)) or iter(()))
    with served(corpus_db, web=WebSettings(fetch=True)) as site:
        assert 'name="address"' in site.get("/check").text
        for wrong in ("file:///etc/passwd", "/etc/passwd", "-", "ftp://example.org/"):
            assert site.post("/check", {"address": wrong}).status_code == 400
        assert asked == []
        site.post("/check", {"address": "https://example.org/story"})
    ((paths, how),) = asked
    assert paths == ["https://example.org/story"]
    assert not how["fetching"].allow_local


def test_an_address_of_this_computer_is_not_asked(corpus_db) -> None:
    with served(corpus_db, web=WebSettings(fetch=True)) as site:
        said = visible(site.post("/check", {"address": f"{site.address}/"}).text)
    assert "Nothing was checked" in said
    assert "127.0.0.1" in said


def test_of_too_many_articles_the_others_are_counted(corpus_db) -> None:
    rows = "".join(f'{{"id": "r{n}", "text": "A short story number {n} about a pier."}}\n' for n in range(5))
    with served(corpus_db, web=WebSettings(most_checked=2), read_only=True) as site:
        said = visible(site.post("/check", files=[("files", ("rows.jsonl", rows.encode(), "x/y"))]).text)
    assert "2 articles checked" in said
    assert "3 further articles not checked" in said


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("story.txt", "story.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.html", "a.html"),
        ("", "file.txt"),
        ("...", "file.txt"),
        ("con.txt", "_con.txt"),
        ("a\0b\x1b[31m.txt", "a_b_[31m.txt"),
        ("\u202etxt.exe", "_txt.exe"),
        ("x" * 300 + ".jsonl", "x" * 94 + ".jsonl"),
    ],
)
def test_a_name_of_a_file_is_never_a_path(given: str, name: str) -> None:
    assert file_name(given) == name
