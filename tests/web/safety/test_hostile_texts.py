"""Titles, ids, addresses, names and texts that were written to do harm are words on every page, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hostile_rows import BODY, ROWS, SCRIPT
from served import Served, served

from provenance import Archive
from provenance.web.rendering import address, article_path


class Elements(HTMLParser):
    """What a page consists of, as a browser would read it."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str | None] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.names: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        known = dict(attrs)
        self.names.append(tag)
        if tag == "script" and known.get("type") != "application/json":  # data, which no browser runs
            self.scripts.append(known.get("src"))
        self.handlers += [name for name in known if name.startswith("on") or name in ("style", "srcdoc")]
        self.addresses += [str(known[name]) for name in ("href", "src", "action", "formaction") if name in known]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hostile")
    rows = folder / "rows.jsonl"
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    with Archive(folder / "hostile.db") as archive:
        assert len(archive.add([rows]).added) == 3
        archive.audit()
        ids = [row.id for row in archive.listed()]
        linked = archive.links()
        assert linked
        archive.review(linked[0].a, linked[0].b, "note", f"{SCRIPT}\u202e", by=SCRIPT)
        archive.review_phrase(f"{SCRIPT} words", "reject", by="x")
    with served(folder / "hostile.db") as site:
        site.ids = ids
        yield site


def pages(site: Served) -> list[str]:
    one, two, three = site.ids
    paths = [
        "/",
        "/review",
        "/review?of=all",
        "/review/log",
        "/review/log?all=yes",
        "/review/exclusions",
        "/audit",
        "/check",
        "/network",
        "/network?by=publishers",
        "/timeline",
    ]
    paths += [article_path(each) for each in site.ids] + [article_path(each, "versions") for each in site.ids]
    paths += [address("/compare", a=one, b=two), address("/compare", a=three, b=one), address("/compare", a=one)]
    paths += [
        article_path(SCRIPT),
        address("/compare", a=SCRIPT, b='"><x>'),
        f"/{SCRIPT}",
        address("/", after=SCRIPT),
    ]
    return [*paths, address("/review/exclusions", one=SCRIPT, other='"><x>')]


def test_nothing_in_them_is_markup(hostile: Served) -> None:
    for path in pages(hostile):
        answer = hostile.get(path, headers={"Accept": "text/html"})
        assert answer.status_code in (200, 404, 400), path
        harmless(answer.text, path)


def test_what_is_checked_is_no_markup_either(hostile: Served) -> None:
    text = f"{SCRIPT}\n\nBy {SCRIPT}\n\n{BODY}"
    answer = hostile.post("/check", {"text": text, "title": SCRIPT, "publisher": '"><x onload=1>'})
    harmless(answer.text, "/check")
    files = [("files", (f"{SCRIPT}.json", b"{", "x/y")), ("files", ('a"b.txt', text.encode(), "x/y"))]
    harmless(hostile.post("/check", files=files).text, "/check with files")


def harmless(page: str, path: str) -> None:
    found = Elements()
    found.feed(page)
    assert all(source and source.startswith("/static/") for source in found.scripts), path
    assert not found.handlers, path
    for each in found.addresses:
        own = each.startswith(("/", "#")) and not each.startswith("//")
        assert own or each.startswith("https://example.org/"), (path, each)
    assert not {"img", "iframe", "object", "embed", "base", "x", "style"} & set(found.names), path
    assert not [each for each in page if each in "\x00\x1b\x07\u202e\u202c\u2066\u2069"], path
    assert "{{" not in page or "7 * 7" in page, path  # a text is no template
    assert "Orla Venn49" not in page


def test_each_of_them_is_reached_by_its_address(hostile: Served) -> None:
    for each in hostile.ids:
        assert hostile.get(article_path(each)).status_code == 200, each
