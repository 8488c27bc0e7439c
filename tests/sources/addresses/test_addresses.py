"""Pages, feeds, sitemaps and documents from a server on loopback."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

from provenance.model import Article, SkippedInput
from provenance.sources.addresses.watch_memory import WatchMemory
from tests.sources.addresses.conftest import Site
from tests.sources.documents.samples import page
from tests.sources.exports.samples import TEXT, docx
from tests.sources.test_feed_reader import LONG

Read = Callable[..., list[Article | SkippedInput]]


def test_a_page(site: Site, read_addresses: Read) -> None:
    url = site.put("/story", page())
    (one,) = read_addresses(url)
    assert (one.id, one.url, one.origin, one.title) == (url, url, url, "Harbour shut")
    assert TEXT[1] in one.text
    assert (one.published.written, one.published.how) == ("2013-03-14T10:15:00+00:00", "crawl time")
    assert one.metadata["fetched"].startswith("Thu, 14 Mar 2013")
    assert "provenance" in dict(site.asked)["/story"]["user-agent"]


def test_redirects_and_canonical_addresses_are_kept(site: Site, read_addresses: Read) -> None:
    link = f'<head><link rel="canonical" href="{site.base}/canonical">'
    site.put("/there", page().replace("<head>", link))
    asked = site.put("/here", status=302, Location="/there")
    (one,) = read_addresses(asked)
    assert one.url == f"{site.base}/canonical"
    assert (one.metadata["asked"], one.metadata["redirected"]) == (asked, f"{site.base}/there")
    stolen = page().replace("<head>", '<head><link rel="canonical" href="https://other.example/x">')
    (one,) = read_addresses(site.put("/stolen", stolen))
    assert one.url == f"{site.base}/stolen"


def test_a_feed_leads_to_its_pages(site: Site, read_addresses: Read) -> None:
    site.put("/1", page())
    items = f"<item><title>a</title><link>{site.base}/1</link></item><item><title>b</title><link>{site.base}/2</link></item>"  # noqa: E501
    whole = f"<item><title>c</title><link>{site.base}/3</link><description>{LONG}</description></item>"
    feed = site.put(
        "/feed", f"<rss version='2.0'><channel><title>Argus</title>{items}{whole}</channel></rss>", "text/xml"
    )
    found = read_addresses(feed)
    assert [getattr(one, "url", None) for one in found] == [f"{site.base}/1", None, f"{site.base}/3"]
    assert "404" in found[1].reason
    assert site.paths() == ["/feed", "/1", "/2"]


def test_a_json_feed(site: Site, read_addresses: Read) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Argus", "items": [
        {"id": "1", "url": "https://argus.example/1", "title": "Harbour shut", "content_html": f"<p>{LONG}</p>",
         "date_published": "2013-03-14T10:15:00Z"}]}  # fmt: skip
    (one,) = read_addresses(site.put("/feed.json", json.dumps(feed), "application/feed+json"))
    assert (one.title, one.text) == ("Harbour shut", LONG)


def test_a_sitemap(site: Site, read_addresses: Read) -> None:
    for n in range(4):
        site.put(f"/{n}", page([f"Story {n}.", *TEXT]))
    urls = (
        "".join(f"<url><loc>{site.base}/{n}</loc></url>" for n in range(4))
        + "<url><loc>https://other.example/</loc></url>"
    )
    site.put("/map.xml.gz", gzip.compress(f"<urlset>{urls}</urlset>".encode()), "application/gzip")
    index = site.put(
        "/index.xml", f"<sitemapindex><sitemap><loc>{site.base}/map.xml.gz</loc></sitemap></sitemapindex>", "text/xml"
    )
    found = read_addresses(index)
    assert [one.url for one in found if isinstance(one, Article)] == [f"{site.base}/{n}" for n in range(4)]
    assert "another host" in found[4].reason
    *_, told = read_addresses(site.base + "/map.xml.gz", most_pages=2)
    assert "the first 2 were fetched" in told.reason


def test_documents_are_read_by_their_own_readers(site: Site, read_addresses: Read) -> None:
    (one,) = read_addresses(site.put("/a", docx(["Harbour shut", *TEXT], ["Title"]), "application/octet-stream"))
    assert (one.title, one.text) == ("Harbour shut", "\n\n".join(TEXT))
    (one,) = read_addresses(site.put("/b", "\n".join(TEXT), "text/plain"))
    assert one.text == "\n".join(TEXT)
    (one,) = read_addresses(site.put("/c", b"\x89PNG\r\n\x1a\n", "image/png"))
    assert "picture" in one.reason


def test_the_page_is_kept_beside(site: Site, read_addresses: Read, tmp_path: Path) -> None:
    (one,) = read_addresses(site.put("/story", page()), keep_source=tmp_path)
    assert (tmp_path / one.metadata["source"]).read_text() == page()


def test_nothing_is_read_again_that_did_not_change(site: Site, read_addresses: Read, tmp_path: Path) -> None:
    url = site.put("/story", page(), ETag='"7"')
    other = site.put("/other", page())
    for count in (2, 0):
        memory = WatchMemory(tmp_path / "memory.json")
        assert len(read_addresses(url, other, memory=memory)) == count
        memory.save()
    assert [headers.get("if-none-match") for path, headers in site.asked if path == "/story"] == [None, '"7"']
    site.put("/story", page(["New words.", *TEXT]), ETag='"8"')
    assert len(read_addresses(url, other, memory=WatchMemory(tmp_path / "memory.json"))) == 1
    (tmp_path / "memory.json").write_text("[[")
    assert len(read_addresses(url, other, memory=WatchMemory(tmp_path / "memory.json"))) == 2
