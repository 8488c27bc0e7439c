"""A page that is kept is the page that would be made now, is made once, and is not kept for ever."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from served import Served

from provenance import Archive
from provenance.model import PublicationTime
from provenance.web.kept_pages import KeptPages

PAGES = ["/", "/network", "/network?by=publishers", "/network?min_confidence=0.9", "/timeline"]


def made_anew(site: Served, path: str) -> str:
    """The page as a server shows it that keeps nothing."""
    kept = site.site.pages
    site.site.pages = KeptPages(0)
    try:
        return str(site.get(path).text)
    finally:
        site.site.pages = kept


def test_pages_are_right_after_every_change(own_site: Served, tmp_path: Path) -> None:
    def follow() -> None:
        for path in PAGES:
            first = site.get(path).text
            assert first == site.get(path).text == made_anew(site, path), path

    site = own_site
    follow()
    before = {path: site.get(path).text for path in PAGES}
    with Archive(site.site.path) as archive:
        taken = next(link for link in archive.listed_links() if link.relation == "derived")
        archive.review(taken.a, taken.b, "reject", by="dana", note="an agency copy")
        follow()
        assert all(before[path] != site.get(path).text for path in ("/", "/network"))
        archive.review(taken.a, taken.b, "undo", by="dana")
        follow()
        assert before == {path: site.get(path).text for path in PAGES}
        old = PublicationTime("1999-01-02", "day", 915235200.0, 915321599.0, "given")
        archive.edit(taken.a, {"publisher": "Another Paper", "title": "Another title", "published": old}, by="dana")
        follow()
        assert "Another Paper" in site.get("/network").text
        archive.undo_edit(taken.a, by="dana")
        follow()
        archive.remove([taken.b])
        follow()
        story = tmp_path / "alone.txt"
        story.write_text("Nobody else ever wrote of the heron that nests beside the old weir, and nobody will.")
        archive.add([story])
        follow()
        assert "No audit has looked at 1 article" in site.get("/").text
        archive.audit()
        follow()
        assert "No audit has looked" not in site.get("/").text


def test_pages_are_of_the_file_that_is_there(own_site: Served, tmp_path: Path) -> None:
    path = own_site.site.path
    backup = tmp_path / "backup.db"
    with sqlite3.connect(path) as now, sqlite3.connect(backup) as copy:
        now.backup(copy)
    with Archive(path, readonly=True) as archive:
        link = next(link for link in archive.listed_links() if link.relation == "derived")
    figure = "link rejected by people"
    with Archive(path) as archive:
        archive.review(link.a, link.b, "reject", by="dana")
    assert figure in own_site.get("/").text
    with Archive(backup) as archive:
        archive.review(link.a, link.b, "confirm", by="dana")  # as many words of people as in the file it replaces
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    backup.rename(path)
    assert figure not in own_site.get("/").text


def test_whoever_asks_while_a_page_is_made_waits_for_it() -> None:
    pages, made = KeptPages(), []

    def make() -> bytes:
        made.append(1)
        time.sleep(0.1)
        return b"page"

    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(pages.of("here", make))) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (found, len(made)) == ([b"page"] * 8, 1)


def test_what_could_not_be_made_is_tried_again() -> None:
    def fails() -> bytes:
        raise ValueError("not now")

    pages = KeptPages()
    with pytest.raises(ValueError, match="not now"):
        pages.of("here", fails)
    assert pages.of("here", lambda: b"page") == b"page"


def test_pages_that_nobody_asked_for_longest_make_room() -> None:
    pages, made = KeptPages(25), []

    def ask(name: str, size: int = 10) -> None:
        pages.of(name, lambda: (made.append(name), b"x" * size)[1])

    for name in ("one", "two", "one", "three", "one", "two"):
        ask(name)
    assert made == ["one", "two", "three", "two"]
    ask("large", 26)  # is never kept
    ask("large", 26)
    ask("one")
    assert made[4:] == ["large", "large", "one"]
