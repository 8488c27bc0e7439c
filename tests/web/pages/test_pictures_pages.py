"""The start page, the network and the stories in time, as a server gives them."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html
from served import Served

from provenance import Archive
from provenance.web.pages import network as pictures

PAGES = ["/", "/network", "/network?by=publishers", "/timeline"]


def page(site: Served, path: str) -> html.HtmlElement:
    answer = site.get(path)
    assert answer.status_code == 200, answer.text[:500]
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_inside_a_page_needs_more_than_its_policy(corpus_site: Served, path: str) -> None:
    tree = page(corpus_site, path)
    assert not tree.xpath("//@style | //style")
    for script in tree.xpath("//script"):
        assert script.get("src", "").startswith("/static/") or script.get("type") == "application/json"
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", PAGES)
def test_what_a_page_leads_to_is_there(corpus_site: Served, path: str) -> None:
    tree = page(corpus_site, path)
    addresses = {each for each in tree.xpath("//main//@href") if each.startswith(("/compare", "/article"))}
    assert len(addresses) > 5
    for address in sorted(addresses)[:6]:
        assert corpus_site.get(address).status_code == 200, address


def test_the_start_page_begins_with_what_there_is(corpus_site: Served) -> None:
    tree = page(corpus_site, "/")
    with corpus_site.site.reading() as archive:
        articles, links = len(archive.listed()), archive.listed_links()
    figures = {
        each.xpath("string(dt)"): each.xpath("string(dd)") for each in tree.xpath("//dl[@class='figures']/div")
    }
    assert figures["articles"] == str(articles)
    assert figures["near duplicates"] == str(sum(link.relation == "near_duplicate" for link in links))
    headings = [each.text_content() for each in tree.xpath("//h2")]
    assert headings == ["The newest findings", "Who takes from whom", "What awaits review", "What was not looked at"]
    taken = sum(int(each) for each in tree.xpath("//table[@class='matrix']//td//text()") if each.strip())
    assert taken == sum(link.source is not None and link.derived is not None for link in links)


def test_the_address_says_which_links_are_drawn(corpus_site: Served) -> None:
    def edges(query: str) -> list[dict[str, object]]:
        (data,) = page(corpus_site, f"/network?{query}").xpath("//script[@id='network-data']/text()")
        return json.loads(data)["edges"]

    every = edges("")
    sure = edges("min_confidence=0.9")
    assert 0 < len(sure) < len(every)
    assert all(each["confidence"] >= 0.9 for each in sure)
    assert {each["kind"] for each in edges("relation=near_duplicate")} == {"near"}
    assert 0 < len(edges("publisher=The+Calder+Courier")) < len(every)
    assert 0 < len(edges("until=2025-03")) < len(every)
    assert all(re.fullmatch(r"/compare\?a=[^&]+&b=[^&]+", str(each["href"])) for each in every)


@pytest.mark.parametrize("path", ["/network?by=x", "/network?since=never", "/timeline?min_confidence=7"])
def test_what_cannot_be_is_said(corpus_site: Served, path: str) -> None:
    assert corpus_site.get(path).status_code == 400


@pytest.mark.parametrize("path", ["/network?publisher=Nobody", "/timeline?publisher=Nobody"])
def test_a_picture_of_nothing_says_so(corpus_site: Served, path: str) -> None:
    assert "No links to draw" in page(corpus_site, path).text_content()


def test_a_form_shows_what_was_chosen(corpus_site: Served) -> None:
    tree = page(corpus_site, "/network?by=publishers&min_confidence=0.8&relation=derived&since=2025-01-01")
    assert tree.xpath("//select[@name='by']/option[@selected]/@value") == ["publishers"]
    assert tree.xpath("//select[@name='min_confidence']/option[@selected]/text()") == ["80%"]
    assert tree.xpath("//input[@name='relation'][@checked]/@value") == ["derived"]
    assert tree.xpath("//input[@name='since']/@value") == ["2025-01-01"]


def test_links_that_people_rejected_are_not_said_to_be_left_out(own_site) -> None:
    assert "links are looked at" not in own_site.get("/timeline").text
    with Archive(own_site.site.path) as archive:
        link = next(each for each in archive.listed_links() if each.relation == "derived")
        archive.review(link.a, link.b, "reject", by="dana")
    assert "links are looked at" not in own_site.get("/timeline").text


def test_the_script_asks_for_what_a_large_network_has_beyond_its_page(
    own_site: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = json.loads(page(own_site, "/network?min_confidence=0.5").xpath("//script[@id='network-data']/text()")[0])
    assert own_site.get("/network.json?min_confidence=0.5").json() == {
        **whole,
        "summary": f"{len(whole['nodes'])} articles, {len(whole['edges'])} links.",
        "left_out": "",
    }
    own_site.site.pages._pages.clear()
    monkeypatch.setattr(pictures, "FIRST_LINKS", 3)
    tree = page(own_site, "/network?min_confidence=0.5")
    assert not tree.xpath("//script[@id='network-data']")
    assert tree.xpath("//div[@id='network']/@data-from") == ["/network.json?min_confidence=0.5"]
    assert len(tree.xpath("//table//tbody/tr")) == 3
    assert tree.xpath("string(//p[@id='network-left-out'])").startswith("Not drawn: ")
    assert own_site.get("/network.json?by=x").status_code == 400


def test_stories_come_a_page_at_a_time_and_each_once(own_site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "STORIES", 100)
    every = page(own_site, "/timeline").xpath("//section[@class='story']/h2/text()")
    assert len(every) > 2
    own_site.site.pages._pages.clear()
    monkeypatch.setattr(pictures, "STORIES", 2)
    found, at, pages = [], "/timeline?min_confidence=0.1", 0
    while at:
        tree = page(own_site, at)
        found += tree.xpath("//section[@class='story']/h2/text()")
        at, pages = next(iter(tree.xpath("//a[@rel='next']/@href")), ""), pages + 1
    assert (found, pages) == (every, (len(every) + 1) // 2)
    assert own_site.get("/timeline?after=x").status_code == 400


def test_a_story_of_many_links_has_a_page_of_its_own(own_site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LINES", 1)
    tree = page(own_site, "/timeline")
    assert len(tree.xpath("//section[@class='story']")) == 1
    assert "Story 1 of " in tree.text_content()
