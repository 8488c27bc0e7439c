"""A report begins with what matters: order, a summary, filters, and what it leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from lxml import html

from provenance.model import Findings, LineageView, Link, Review, Sibling
from provenance.reports.html import report_page
from provenance.reports.html.directions import DIRECTIONS, GIVEN, REJECTED
from provenance.reports.html.templating import style_sheet


def titled(findings: Findings, title: str, share: float = 0.5) -> Findings:
    return replace(findings, article=replace(findings.article, title=title), share=share)


def headings(tree: html.HtmlElement) -> list[str]:
    return [each.text_content() for each in tree.xpath("//article//*[@class='title']")]


def test_articles_that_took_most_come_first(findings: Findings, nothing: Findings) -> None:
    open_only = replace(findings, links=findings.links[1:])
    entries = [
        (titled(nothing, "nothing", 0), None),
        (titled(open_only, "open", 0.9), None),
        (titled(findings, "little", 0.2), None),
        (titled(findings, "much", 0.8), None),
    ]
    tree = html.document_fromstring(report_page(entries))
    assert headings(tree) == ["much", "little", "open", "nothing"]
    assert [each.text for each in tree.xpath("//span[@class='index-title']")] == headings(tree)
    assert tree.xpath("//h1/text()") == ["4 articles: 2 took from others; 1 open; 1 nothing found"]


def test_the_verdict_comes_before_everything_else_of_an_article(findings: Findings) -> None:
    (lead,) = html.document_fromstring(report_page([(findings, None)])).xpath("//header[@class='lead']")
    assert [each.get("class") for each in lead][:3] == ["kicker", "title", "verdict"]


def test_many_articles_can_be_filtered_without_a_script(findings: Findings, nothing: Findings) -> None:
    few = report_page([(titled(findings, str(number)), None) for number in range(4)])
    assert "<fieldset" not in few
    entries = [(titled(findings, str(number)), None) for number in range(4)] + [(nothing, None)]
    tree = html.document_fromstring(report_page(entries))
    assert tree.xpath("//fieldset//input[@type='radio']/@id") == [
        "only-all",
        "only-taken",
        "only-open",
        "only-nothing",
    ]
    ways = [each.split() for each in tree.xpath("//ol[@class='index']/li/@data-ways")]
    assert ways == [each.split() for each in tree.xpath("//article/@data-ways")]
    assert ways == [["taken", "open"]] * 4 + [["nothing"]]


def test_the_style_sheet_has_a_filter_for_every_way() -> None:
    filters = set(re.findall(r"#only-(\w+):checked", style_sheet("findings.css")))
    assert filters == {way.key for way in DIRECTIONS if way is not REJECTED}
    signs = style_sheet("base.css")
    assert all(f".way.{way.key}" in signs for way in DIRECTIONS if way is not GIVEN)  # that is the plain frame


def test_word_for_word_passages_are_marked_on_both_sides(findings: Findings) -> None:
    passage = findings.links[0].passages[0]
    passage = replace(passage, match=replace(passage.match, kind="verbatim", score=1.0, shared=(), differences=()))
    link = replace(findings.links[0], passages=(passage,))
    tree = html.document_fromstring(report_page([(replace(findings, links=(link,)), None)]))
    (pair,) = tree.xpath("//div[starts-with(@class, 'pair ')]")
    marked = ["".join(side.xpath(".//blockquote/b/text()")) for side in pair.xpath("./div")]
    ours, theirs = findings.article.text, findings.others["herald-0304"].text
    assert marked == [passage.match.a.of(ours), passage.match.b.of(theirs)]


def test_both_texts_are_open_and_have_places_that_people_find(findings: Findings) -> None:
    tree = html.document_fromstring(report_page([(findings, None)]))
    pairs = tree.xpath("//div[starts-with(@class, 'pair ')]")
    assert len(pairs) == 5
    assert not [each for each in pairs if each.xpath("./ancestor::details")]
    places = [each.text_content().strip() for each in tree.xpath("//p[@class='where']")]
    assert all(
        re.fullmatch(r"(This article|Harbour Herald|[^,]+)(, (before|after|paragraphs?) .*)?", each)
        for each in places
    )
    assert any("paragraph" in each for each in places)
    assert not re.search(r"\d+–\d{3}", tree.text_content())


def test_the_numbers_of_paragraphs_stand_beside_the_text(findings: Findings) -> None:
    tree = html.document_fromstring(report_page([(findings, None)]))
    numbers = [int(each) for each in tree.xpath("//div[@class='prose']//span[@class='number']/text()")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 2


def test_what_the_article_took_and_what_others_took_have_headings_of_their_own(findings: Findings) -> None:
    given = replace(findings.links[0], derived="herald-0304", source=findings.article.id)
    both = replace(findings, links=(given, replace(findings.links[0], b="wire-77", source="wire-77")))
    tree = html.document_fromstring(report_page([(both, None)]))
    groups = tree.xpath("//section[@class='way-group']/*[@class='part-head']")
    assert [each.text_content().split(maxsplit=1) for each in groups] == [
        ["←", "What this article took from others"],
        ["→", "What others took from this article"],
    ]
    assert tree.xpath("//section[contains(@class, 'source ')]/@id") == ["a1-source-1", "a1-source-2"]


def test_it_says_what_it_leaves_out(findings: Findings, lineage_view: LineageView) -> None:
    sibling = lineage_view.siblings[0]
    view = replace(lineage_view, siblings=(sibling,) * 101)
    tree = html.document_fromstring(report_page([(findings, view)], "These are the first 1 of 40."))
    said = [" ".join(each.text_content().split()) for each in tree.xpath("//p[contains(@class, 'left-out')]")]
    assert "These are the first 1 of 40." in said  # in a report of one article, too
    assert "1 further sibling not shown; the JSON of lineage has all." in said
    link = replace(findings.links[0], passages=findings.links[0].passages[:1] * 700)
    tree = html.document_fromstring(report_page([(replace(findings, links=(link,)), None)]))
    assert "100 further passages not shown here; the JSON has all." in tree.text_content()
    assert "588 further passages, both texts" in tree.text_content()


def test_rejected_passages_are_listed_with_who_and_where(findings: Findings) -> None:
    passages = findings.links[0].passages
    rejected = replace(passages[0], review=Review("rejected", "set phrase", "dana", "2026-11-30T10:00:00Z"))
    link: Link = replace(findings.links[0], passages=(rejected, *passages[1:]))
    tree = html.document_fromstring(report_page([(replace(findings, links=(link,)), None)]))
    (said,) = tree.xpath("//div[@class='rejections']//li")
    assert "rejected by dana on 2026-11-30: set phrase" in said.text_content()
    assert "(paragraph" in said.text_content()
    (listed,) = tree.xpath("//section[@aria-labelledby='decided']//li")
    assert listed.text_content().endswith("1 passage rejected")


def test_headings_and_passages_hold_together_in_print() -> None:
    assert re.search(r"h1, h2, h3, h4.*?\{ break-after: avoid; \}", style_sheet("base.css"))
    assert re.search(r"\.pair, .*?\{ break-inside: avoid; \}", style_sheet("findings.css"))


def test_siblings_are_whole_where_there_are_few(findings: Findings, lineage_view: LineageView) -> None:
    assert all(isinstance(each, Sibling) for each in lineage_view.siblings)
    assert "further sibling" not in report_page([(findings, lineage_view)])


def test_a_page_has_one_first_heading(findings: Findings) -> None:
    for entries in ([(findings, None)], [(findings, None), (findings, None)]):
        tree = html.document_fromstring(report_page(entries))
        levels = [int(each.tag[1]) for each in tree.xpath("//h1 | //h2 | //h3 | //h4")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
