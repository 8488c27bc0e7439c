"""A site: its links lead inside it, nothing foreign runs, the same archive gives the same site, names are hidden."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from provenance import Archive
from provenance.config.settings import Settings
from provenance.store.findings.review_store import ReviewStore
from provenance.usecases.publishing import site_files

HOSTILE_ID = "../../<script>alert(1)</script>"
HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="alert(1)\u202e'


def site_of(path: Path, **settings: object) -> dict[str, bytes]:
    with Archive(path, readonly=True) as archive:
        made = list(site_files(archive.store, Settings.of(), name="demo", version="0", **settings))
    assert len({name for name, _ in made}) == len(made)
    return dict(made)


@pytest.fixture(scope="module")
def site(corpus_db: Path) -> dict[str, bytes]:
    return site_of(corpus_db)


def pages_of(files: Mapping[str, bytes]) -> dict[str, html.HtmlElement]:
    return {
        name: html.document_fromstring(content) for name, content in sorted(files.items()) if name.endswith(".html")
    }


def test_every_article_and_every_pair_has_a_page(site: dict[str, bytes], corpus_db: Path) -> None:
    with Archive(corpus_db, readonly=True) as archive:
        articles, links = len(archive.listed()), len(archive.listed_links())
    assert sum(name.startswith("articles/") for name in site) == articles
    assert sum(name.startswith("compare/") for name in site) == links
    singles = {name for name in site if "/" not in name}
    pages = "index articles network publishers timeline clusters quotations search"
    assert singles == {f"{name}.html" for name in pages.split()}


def test_every_link_leads_somewhere_inside(site: dict[str, bytes]) -> None:
    pages = pages_of(site)
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    followed = 0
    for name, page in pages.items():
        for address in page.xpath("//*[local-name()!='use']/@href | //@src"):
            if address.startswith(("http://", "https://")):
                continue
            path, _, part = address.partition("#")
            assert not path.startswith("/")
            assert ":" not in path
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert target in site, (name, address)
            if part:
                assert part in ids[target], (name, address)
            followed += 1
    assert followed > 1_000


def test_nothing_but_own_scripts_may_run(site: dict[str, bytes]) -> None:
    for name, page in pages_of(site).items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self';")
        assert not page.xpath("//@style | //style | //*[starts-with(name(@*), 'on')]"), name
        for script in page.xpath("//script"):
            assert script.get("src") or script.get("type") == "application/json", name
    assert b"MIT" in site["static/cytoscape-LICENSE.txt"] or b"free of charge" in site["static/cytoscape-LICENSE.txt"]


def test_every_page_has_one_first_heading(site: dict[str, bytes]) -> None:
    for name, page in pages_of(site).items():
        assert len(page.xpath("//h1")) == 1, name


def test_the_same_archive_gives_the_same_bytes(site: dict[str, bytes], corpus_db: Path) -> None:
    assert site_of(corpus_db) == site


def test_a_limit_is_said_and_keeps_those_that_share_most(corpus_db: Path) -> None:
    few = site_of(corpus_db, limit=5)
    assert sum(name.startswith("articles/") for name in few) == 5
    front = pages_of(few)["index.html"]
    (said,) = front.xpath("//p[@class='left-out']")
    assert "Here are the 5 articles that share most, of " in said.text_content()
    assert sum(name.startswith("compare/") for name in few) <= 20


def test_a_site_of_an_archive_without_links(tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    (tmp_path / "one.txt").write_text("Only one article is here, and nothing is like it.\n")
    with Archive(db) as archive:
        archive.add([tmp_path / "one.txt"], jobs=1)
    files = site_of(db)
    assert "No links to draw" in files["network.html"].decode()
    assert len(files["timeline.html"]) > 500


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    import json

    folder = tmp_path_factory.mktemp("hostile")
    words = " ".join(
        f"The dam of Orr number {n} was closed for {n} days by the ministry {HOSTILE}." for n in range(20)
    )
    rows = [
        {"id": HOSTILE_ID, "text": words, "title": HOSTILE, "publisher": HOSTILE, "author": HOSTILE,
         "published": "2025-03-01", "url": "javascript:alert(1)"},
        {"id": "..", "text": words + " More.", "title": HOSTILE + "2", "publisher": "Post",
         "published": "2025-03-02"},
    ]  # fmt: skip
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    db = folder / "a.db"
    with Archive(db) as archive:
        archive.add([folder / "rows.jsonl"], jobs=1)
        archive.audit(jobs=1)
    return site_of(db)


def test_hostile_ids_become_no_paths_and_hostile_words_no_markup(hostile: dict[str, bytes]) -> None:
    for name in hostile:
        assert re.fullmatch(r"(?:(?:articles|compare|static)/)?[A-Za-z0-9][A-Za-z0-9.-]*", name)
        assert ".." not in name
    assert sum(name.startswith("compare/") for name in hostile) == 1
    for name, page in pages_of(hostile).items():
        assert not page.xpath("//img | //iframe | //object | //@onerror | //@onclick"), name
        assert not any("javascript:" in each for each in page.xpath("//@href")), name
        assert "\u202e" not in page.text_content(), name
    assert all(b"alert(1)</script>" not in content for name, content in hostile.items() if name.endswith(".js"))


def test_names_are_hidden(corpus_db: Path) -> None:
    files = site_of(corpus_db, anonymous=True)
    with Archive(corpus_db, readonly=True) as archive:
        rows = archive.listed()
        speakers = {each.quotation.speaker for each in archive.quotes() if each.quotation.speaker}
    texts = {name: page.text_content() for name, page in pages_of(files).items()}
    whole = "\n".join(texts.values()) + files["static/search-index.js"].decode() + " ".join(files)
    for name in {row.publisher for row in rows if row.publisher}:
        assert not re.search(rf"\b{re.escape(name)}\b", whole, re.IGNORECASE), name
    for row in rows:
        assert row.id not in whole
        assert not row.url or row.url not in whole
    people = [each for each in sorted(speakers) if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]{3,}", each)]
    assert len(people) > 10
    for name in people:
        assert not re.search(rf"\b{name}\b", whole), name
    assert "Publisher 1" in whole
    assert "Person 1" in whole


def test_passages_stay_beside_each_other_where_names_are_hidden(site: dict[str, bytes], corpus_db: Path) -> None:
    hidden = site_of(corpus_db, anonymous=True)

    def marked(files: Mapping[str, bytes]) -> int:
        return sum(len(page.xpath("//div[starts-with(@class, 'pair ')]")) for page in pages_of(files).values())

    assert marked(hidden) == marked(site) > 50


def test_what_people_said_is_read_as_often_for_many_articles_as_for_few(
    corpus_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copy(corpus_db, tmp_path / "reviewed.db")
    with Archive(path) as archive:
        link = archive.listed_links()[0]
        archive.review(link.a, link.b, "confirm", note="seen by both")
    read: list[str | None] = []
    steps = ReviewStore.steps
    monkeypatch.setattr(
        ReviewStore, "steps", lambda self, identity=None: (read.append(identity), steps(self, identity))[1]
    )
    times = []
    for limit in (3, 30):
        read.clear()
        files = site_of(path, limit=limit)
        times.append(len(read))
        assert any(b"seen by both" in content for content in files.values())
    assert times[0] == times[1]
