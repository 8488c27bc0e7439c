"""The page: whole, self-contained, escaped, and the same bytes for the same findings."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from provenance.model import (
    Article,
    Difference,
    Evidence,
    Findings,
    LineageEdge,
    LineageView,
    Link,
    Match,
    Passage,
    PublicationTime,
    Quotation,
    Review,
    SkippedInput,
    Span,
)
from provenance.model.evidence import RecordedSentence, Recredited
from provenance.model.left_out import left_out
from provenance.reports.html import report_page
from provenance.reports.html.marks import Cover, paragraphs
from provenance.reports.html.sections import web_address
from provenance.reports.html.templating import style_sheet

HOSTILE = [
    "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
    "<!-- --><![CDATA[ ]]></style><style>*{display:none}",
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "\ud800\x00\x1b[2J\u202e\uffff",
    "日本語" * 200 + " مرحبا",
    "x" * 3_000,
    "&lt;b&gt; &amp;amp; &#60;",
]


def page_of(text: str) -> tuple[str, html.HtmlElement]:
    """A page with the same hostile text in every place that takes text."""
    time = PublicationTime(text, "day", 0.0, 86400.0, text)
    whole = Span(0, len(text))
    article = Article("a" + text, text, whole, text, text, text, text, time, time, text, text, {"title": text})
    other = replace(article, id="b" + text, published=None)
    match = Match("edited", whole, whole, 0.5, ((whole, whole),), (Difference("name", text, text),))
    passage = Passage(match, text, (True, False), True, "re-credited", (text, text))
    evidence = (
        Evidence(RecordedSentence.of(text, text), "a", 2.0),
        Evidence(Recredited(((text, (text,)),)), "b", 2.0),
        Evidence(RecordedSentence.of(text, text), "none", 0.0),
    )
    link = Link(
        article.id, other.id, "derived", 0.9, 0.5, 0.5, (passage,), article.id, other.id, None, text, True, evidence
    )
    quotations = {article.id: (Quotation(whole, "direct", (whole,), text, affiliation=text),)}
    found = Findings(article, (link,), {other.id: other}, 0.5, quotations, {text: text}, 3, 2, 1)
    view = LineageView(article, (article, other), (LineageEdge(link),))
    written = report_page([(found, view), (replace(found, links=()), None)])
    return written, html.document_fromstring(written.encode("utf-8"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    written, tree = page_of(text)
    scripts = tree.findall(".//script")
    assert len(scripts) == 1
    assert "alert(1)" not in scripts[0].text
    assert not tree.xpath("//img | //iframe | //object | //embed | //link | //form | //base | //audio | //video")
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), f"{element.tag} {name}"
            if name in ("href", "src", "action", "xlink:href"):
                assert re.match(r"#|https?://", value), value
            if name == "style":
                pytest.fail(f"a style attribute, which a strict policy would not let pass: {value}")
    if "7 * 7" in text:
        assert "{{ 7 * 7 }}" in tree.text_content()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", written)


def test_every_anchor_leads_somewhere_and_ids_are_unique(findings: Findings, lineage_view: LineageView) -> None:
    tree = html.document_fromstring(report_page([(findings, lineage_view), (findings, None)]))
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    local = [each[1:] for each in tree.xpath("//@href") if each.startswith("#")]
    assert len(local) > 20
    assert set(local) <= set(names)
    assert {each for value in tree.xpath("//@aria-labelledby") for each in value.split()} <= set(names)


def test_a_passage_that_many_articles_hold_leads_to_all_of_them(findings: Findings) -> None:
    link = replace(findings.links[0], passages=findings.links[0].passages[:1])
    names = [f"copy-{number}" for number in range(20)]
    links = tuple(replace(link, b=name, source=name) for name in names)
    found = replace(findings, links=links, others=dict.fromkeys(names, findings.others["herald-0304"]))
    tree = html.document_fromstring(report_page([(found, None)]))
    assert set(tree.xpath("//@href[starts-with(., '#')]")) <= {f"#{name}" for name in tree.xpath("//@id")}
    assert tree.xpath("//span[@class='plus']/text()") == ["+16"]
    assert len(tree.xpath("//a[starts-with(@class, 'sup')]")) == 4
    assert len(tree.xpath("//section[starts-with(@class, 'source ')]")) == 20


def test_nothing_is_fetched_and_only_this_script_may_run(findings: Findings) -> None:
    written = report_page([(findings, None)])
    tree = html.document_fromstring(written)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert "url(" not in written
    assert "@import" not in written
    assert not tree.xpath("//@src | //link")


def test_the_whole_article_is_there(findings: Findings) -> None:
    tree = html.document_fromstring(report_page([(findings, None)]))
    for badge in tree.xpath("//a[starts-with(@class, 'sup')] | //span[@class='plus' or @class='number']"):
        badge.drop_tree()
    shown = " ".join(" ".join(each.text_content() for each in tree.xpath("//div[@class='prose']/p")).split())
    assert shown == " ".join(findings.article.text.split())


def test_what_was_not_compared_is_told_apart(findings: Findings) -> None:
    text = "Head of the page\n\nDateline, and the body here, and its tail\n\nMost read today"
    begin = text.index("and the body")
    article = replace(findings.article, text=text, body=Span(begin, begin + len("and the body here")))
    tree = html.document_fromstring(report_page([(Findings(article, (), {}, 0.0), None)]))
    shown = tree.xpath("//div[@class='prose']/p")
    assert [each.get("class") for each in shown] == ["outside", None, "outside"]
    assert shown[1].xpath("./span[@class='outside']/text()") == ["Dateline, ", ", and its tail"]


def test_the_words_of_the_source_stand_beside(findings: Findings) -> None:
    tree = html.document_fromstring(report_page([(findings, None)]))
    here, there = tree.get_element_by_id("a1-p3").xpath("./div")
    assert "The papers list 41 cracks, the longest of 2.3 metres." in " ".join(here.text_content().split())
    assert "The papers list 14 cracks, the longest of 2.3 metres." in " ".join(there.text_content().split())
    for side in (here, there):
        assert [each.text for each in side.xpath("./blockquote/b")] == [
            "The papers list",
            "cracks, the longest of 2.3 metres.",
        ]


def test_the_same_findings_give_the_same_page(findings: Findings, lineage_view: LineageView) -> None:
    again = replace(findings, others=dict(reversed(findings.others.items())))
    assert report_page([(findings, lineage_view)]) == report_page([(again, lineage_view)])


def test_an_article_with_nothing_found_says_so(nothing: Findings) -> None:
    tree = html.document_fromstring(report_page([(nothing, None)]))
    assert "No source among 4 archived articles." in tree.text_content()
    assert not tree.xpath("//*[@class='pair'] | //*[@class='picture']")


def test_a_missing_article_is_named_by_its_id(findings: Findings) -> None:
    assert "herald-0304" in report_page([(replace(findings, others={}), None)])


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", None),
        (" java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//a.example", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, expected: str | None) -> None:
    assert web_address(url) == expected


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@given(st.text("ab \n", max_size=30), st.lists(spans, max_size=8), spans)
def test_stretches_agree_with_a_slow_reading(text: str, places: list[list[int]], body: list[int]) -> None:
    covers = [Cover(1 + number % 3, number, *place) for number, place in enumerate(places)]
    valid = [cover for cover in covers if cover.start < cover.end <= len(text)]
    expected = []
    for place, character in enumerate(text):
        over = sorted(cover for cover in valid if cover.start <= place < cover.end)
        expected.append((character, tuple(over)[:4], body[0] <= place < body[1]))
    got = [
        (character, stretch.covers, stretch.inside)
        for paragraph in paragraphs(text, Span(*body), covers)
        for stretch in paragraph
        for character in stretch.text
        if character != "\n"
    ]
    lines = {0, *(place + 1 for place, character in enumerate(text) if character == "\n"), len(text) + 1}
    wanted = []
    for begin, end in pairwise(sorted(lines)):
        if text[begin : end - 1].strip():
            wanted += expected[begin : end - 1]
    assert got == wanted


def colours(scheme: str) -> dict[str, str]:
    style = style_sheet("base.css")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    named = {}
    for block in blocks if scheme == "dark" else blocks[:1]:
        named.update(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))
    return named


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(scheme: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1 for text, in both schemes and for every source's colour."""
    named = colours(scheme)
    pairs = [*product(("ink", "soft", "accent"), ("paper", "raised"))]
    for number in range(1, 9):
        pairs += [("ink", f"t{number}"), ("on", f"c{number}"), (f"c{number}", "raised"), (f"c{number}", "paper")]
    for front, back in pairs:
        light, dark = sorted((luminance(named[front]), luminance(named[back])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)


def test_siblings_are_named_with_what_they_took(findings: Findings, lineage_view: LineageView) -> None:
    tree = html.document_fromstring(report_page([(findings, lineage_view), (findings, None)]))
    (section,) = tree.xpath("//section[h3[starts-with(., 'Siblings')]]")
    first, second = section.xpath(".//li")
    assert "wire-77" in first.text_content()
    assert "took 51 of the same characters" in first.text_content()
    assert "took other parts" in second.text_content()


def test_the_page_says_what_people_decided_and_what_was_not_looked_at(findings: Findings) -> None:
    tree = html.document_fromstring(report_page([(findings, None)]))
    assert [each.text_content() for each in tree.xpath("//section[@aria-labelledby='decided']/p")] == [
        "No person has reviewed any of these links."
    ]
    link = findings.links[0]
    reviewed = replace(link, review=Review("confirmed", "by <b>phone</b>", "dana", "2026-11-30T10:00:00Z", ()))
    found = replace(findings, links=(reviewed, *findings.links[1:]))
    skipped = left_out(SkippedInput(f"<i>{number}</i>.pdf", "not read", "pdf-files") for number in range(5))
    tree = html.document_fromstring(report_page([(found, None)], "", skipped))
    (decided,) = tree.xpath("//section[@aria-labelledby='decided']//li")
    assert decided.text_content().endswith("confirmed by dana on 2026-11-30: by <b>phone</b>")
    (gap,) = tree.xpath("//section[@aria-labelledby='gaps']//li")
    words = " ".join(gap.text_content().split())
    assert words.startswith("PDF files, 5 not read: <i>0</i>.pdf (not read);")
    assert words.endswith("and 2 more")
