"""Linked articles as stories, each with a picture of its own time."""

from __future__ import annotations

from lxml import etree

from provenance.model import Article, Link, PublicationTime, Span
from provenance.reports.html.stories import stories, stories_left_out


def article(name: str, hour: float | None) -> Article:
    time = None if hour is None else PublicationTime("2025", "minute", 1e9 + 3600 * hour, 1e9 + 3600 * hour + 60)
    return Article(name, "", Span(0, 0), f"Title of {name}", publisher=f"Outlet {name}", published=time)


def link(a: str, b: str) -> Link:
    return Link(a, b, "derived", 0.9, 0.4, 0.4, (), derived=b, source=a)


ARTICLES = {name: article(name, hour) for name, hour in [("a", 1), ("b", 2), ("c", 3), ("d", 1), ("e", None)]}


def test_articles_that_links_connect_are_one_story() -> None:
    found, more = stories(
        ARTICLES, [link("a", "b"), link("d", "e"), link("b", "c")], lambda n: f"/{n}", lambda a, b: f"/{a}/{b}"
    )
    assert [(each.title, each.articles, each.undated) for each in found] == [
        ("Title of a", 3, 0),
        ("Title of d", 2, 1),
    ]
    assert more == 0
    assert [target for _, target in found[0].rows] == ["/a/b", "/b/c"]
    tree = etree.fromstring(found[0].svg.encode())
    assert sorted(tree.xpath("//*[local-name()='a']/@href")) == ["/a", "/b", "/c"]
    assert not tree.xpath("//*[@class='node this']")


def test_pictures_of_one_page_have_ids_of_their_own() -> None:
    found, _ = stories(ARTICLES, [link("a", "b"), link("d", "e")], lambda _: None, lambda *_: None)
    names = [name for each in found for name in etree.fromstring(each.svg.encode()).xpath("//@id")]
    assert len(names) == len(set(names)) == 4


def test_what_is_left_out_is_said() -> None:
    links = [link("a", "b"), link("d", "e")]
    found, more = stories(ARTICLES, links, lambda _: None, lambda *_: None, most=1)
    assert (len(found), more) == (1, 1)
    assert stories_left_out(2, 2, 1, 1) == "The 1 largest stories are drawn, 1 further story not."
    assert stories_left_out(2, 9, 1, 0) == "The surest 2 of 9 links are looked at."
    assert stories_left_out(2, 2, 1, 0) == ""
    many, _ = stories(ARTICLES, [link("a", "b")] * 40, lambda _: None, lambda *_: None)
    assert (len(many[0].rows), many[0].more) == (12, 28)
