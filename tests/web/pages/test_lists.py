"""Pages of lists: what they show, how they go on, that all is in the address, and their files."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from served import Served, served, visible

from provenance import Archive
from provenance.reports import verdicts
from provenance.reports.naming import Naming

LISTS = ("/articles", "/links", "/quotations", "/clusters")


@pytest.fixture(scope="module")
def site(corpus_site: Served) -> Served:
    corpus_site.ready("/api/v1/quotations")
    corpus_site.ready("/api/v1/clusters")
    return corpus_site


def followed(site: Served, path: str) -> list[str]:
    """The pages of a list, one after the other."""
    pages = []
    while path:
        answer = site.get(path)
        assert answer.status_code == 200
        pages.append(answer.text)
        found = re.search(r'href="([^"]+)" rel="next"', answer.text)
        path = found[1].replace("&amp;", "&") if found else ""
    return pages


@pytest.mark.parametrize("path", LISTS)
def test_every_row_is_on_one_page(site: Served, path: str) -> None:
    total = site.get(f"/api/v1{path}?limit=1").json()["total"]
    pages = followed(site, f"{path}?limit=3")
    rows = re.findall(r"<li><(?:h2|blockquote)", "".join(pages))
    assert len(rows) == total
    assert len(pages) == -(-total // 3)
    assert all(f"<b>{total:,}</b>" in page for page in pages)
    assert "The first page" not in pages[0]
    assert len(pages) == 1 or "The first page" in pages[-1]


@pytest.mark.parametrize("path", LISTS)
def test_a_file_has_every_row_of_the_list_that_is_shown(site: Served, path: str) -> None:
    page = site.get(f"{path}?limit=2").text
    address = re.search(r'href="([^"]+)" download', page)
    assert address
    answer = site.get(address[1].replace("&amp;", "&"))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len({len(row) for row in rows}) == 1
    total = site.get(f"/api/v1{path}?limit=1").json()["total"]
    keys = {row[0] if path in ("/articles", "/clusters") else tuple(row[:2]) for row in rows[1:]}
    assert len(keys) >= total - (path == "/quotations") * total // 2
    files = re.search(r'<a href="(/api/v1[^"]+)">JSON', page)
    assert files
    assert len(site.get(files[1].replace("&amp;", "&")).json()["items"]) == min(2, total)


def test_a_view_is_an_address(site: Served, archive: Archive) -> None:
    named = {row.id: row.publisher for row in archive.listed()}
    link = next(each for each in archive.links() if each.relation == "derived" and named[each.source or ""])
    publisher = named[link.source or ""] or ""
    page = site.get("/links", params={"relation": "derived", "source": publisher, "sort": "newest"}).text
    assert f'name="source" value="{publisher}"' in page
    assert '<option value="derived" selected>' in page
    assert '<option value="newest" selected>' in page
    derived = [x for x in archive.links() if x.relation == "derived" and named[x.source or ""] == publisher]
    assert f"<b>{len(derived)}</b>" in page
    assert "Show all" in page
    assert "No link is like that" in site.get("/links?publisher=Nobody").text
    assert "No article is like that" in site.get("/articles?words=zanzibar+quokka").text
    assert "No quotation is like that" in site.get("/quotations?speaker=Zebedee+Quark").text


def test_a_link_reads_as_in_a_report(site: Served, archive: Archive) -> None:
    """The sentence needs the names of the two articles and no texts."""
    links = archive.links()
    page = visible(site.get("/links?limit=500").text)
    for link in links:
        named = archive.named([link])
        whole = verdicts.sentence(link, Naming.of(named[name] for name in (link.a, link.b)))
        assert " ".join(whole.split()) in page


def test_search_finds_words_and_says_what_is_known(site: Served, archive: Archive) -> None:
    phrase = " ".join(archive.text("ferry-strike-argus").split()[10:14])
    page = site.get("/articles", params={"words": f'"{phrase}"', "sort": "oldest"}).text
    assert "ferry-strike-argus" in page
    assert "/article/ferry-strike-argus" in page
    assert re.search(r"made from (another|\d+ others)", page)
    taken = site.get("/articles?verdict=taken").text
    assert "made from" in taken
    assert site.get("/").status_code == 200


def test_quotations_say_who_had_them_first(site: Served) -> None:
    page = visible(site.get("/quotations?reused=1&limit=500").text)
    assert "first in" in page
    assert "the first known" in page
    assert "wording altered" in visible(site.get("/quotations?altered=1").text)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("query", ["after=nonsense", "limit=0", "limit=x", "sort=nonsense", "since=nonsense"])
def test_what_makes_no_sense_is_said_on_a_page(site: Served, path: str, query: str) -> None:
    answer = site.get(f"{path}?{query}", headers={"Accept": "text/html"})
    ignored = path in ("/quotations", "/clusters") and query.startswith(("sort", "since"))
    assert answer.status_code == (200 if ignored else 400)
    assert "nonsense" not in visible(answer.text) or "not 'nonsense'" in visible(answer.text)


def test_hostile_articles_do_nothing_in_lists(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    evil = "=cmd|' /C calc'!A0<script>alert(1)</script>\"onload=\"x"
    words = "The harbour board met at noon and spoke of the ferry for an hour before it rose again. " * 3
    rows = [
        {
            "id": f"{evil}{number}",
            "title": evil,
            "publisher": evil,
            "published": "2025-03-0" + str(number),
            "text": words,
        }
        for number in (1, 2)
    ]
    given = tmp_path / "rows.jsonl"
    given.write_text("\n".join(map(json.dumps, rows)))
    with Archive(path) as archive:
        archive.add([given])
        archive.audit()
    with served(path) as site:
        site.ready("/api/v1/quotations")
        site.ready("/api/v1/clusters")
        for address in LISTS:
            page = site.get(address).text
            assert "<script>alert" not in page
            assert '"onload="' not in page
            for row in csv.reader(io.StringIO(site.get(f"{address}.csv").text)):
                assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
        assert site.get("/links", params={"publisher": evil}).status_code == 200
        assert site.get(f"/articles?words={quote(evil)}").status_code == 200
        assert site.get(f"/api/v1/articles/{quote(evil + '1', safe='')}").json()["id"] == f"{evil}1"


def test_a_list_that_is_being_worked_out_says_so(corpus_db: Path, tmp_path: Path) -> None:
    import shutil

    path = tmp_path / "slow.db"
    shutil.copy(corpus_db, path)
    with served(path, read_only=True) as site:
        first = site.get("/clusters")
        assert first.status_code == 200
        assert "being compared for this list" in first.text
        assert first.headers["Refresh"]
        site.ready("/api/v1/clusters")
        assert "Near duplicates" in site.get("/clusters").text


def test_an_archive_that_was_never_audited(tmp_path: Path) -> None:
    story = tmp_path / "one.txt"
    story.write_text("A short story that nobody else has told before in quite these words.")
    with Archive(tmp_path / "new.db") as archive:
        archive.add([story])
    with served(tmp_path / "new.db") as site:
        assert "not looked at yet" in site.get("/articles").text
        assert "No links are recorded" in site.get("/links").text
        site.ready("/api/v1/quotations")
        assert "No quotations were found" in site.get("/quotations").text


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Archive(path).close()
    with served(path) as empty:
        assert "The archive holds no articles yet: provenance add reads some." in visible(empty.get("/").text)
        for page in ("/articles", "/links", "/network", "/timeline", "/review", "/audit", "/check", "/compare"):
            assert empty.get(page).status_code == 200
