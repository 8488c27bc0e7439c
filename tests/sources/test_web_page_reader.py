"""HTML pages: the article's own words, what the page says about it, and pages built to do harm."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput

ReadArticle = Callable[..., Article]
ReadBytes = Callable[..., list[Article | SkippedInput]]
PARAGRAPHS = (
    "The old bridge over the Anse was closed on Friday after the flood had damaged two of its piers, the mayor said.",
    "“We will not take any risk,” she told reporters at the scene, adding that repairs would take months to finish.",
    "Buses will be sent by way of Lower Tollen, and the school on the far bank will open an hour later until spring.",
)


def page(head: str = "", before: str = "", after: str = "") -> str:
    words = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li>Sport</li></ul></nav>"
        f"{before}<article>{words}</article>{after}<footer><p>All rights reserved</p></footer></body></html>"
    )


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_the_text_is_the_article_without_menus(read_article: ReadArticle) -> None:
    article = read_article("bridge.html", page())
    assert article.text.split("\n") == list(PARAGRAPHS)
    assert article.body.of(article.text) == article.text
    assert (article.title, article.published, article.author, article.url) == (None,) * 4


def test_json_ld_is_read_first(read_article: ReadArticle) -> None:
    head = (
        linked(
            **{
                "@graph": [
                    {"@type": "WebSite", "name": "x", "datePublished": "1999-01-01"},
                    {
                        "@type": ["NewsArticle"],
                        "headline": "Bridge closed &amp; guarded",
                        "datePublished": "2024-05-03T10:00:00Z",
                        "dateModified": "2024-05-04",
                        "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ray"}],
                        "publisher": {"name": "Harbour Post"},
                        "mainEntityOfPage": {"@id": "https://harbour.example/bridge"},
                    },
                ]
            }
        )
        + '<meta property="article:published_time" content="2023-01-01"><meta property="og:title" content="Other">'
    )
    article = read_article("bridge.html", page(head))
    assert (article.title, article.author, article.publisher) == (
        "Bridge closed & guarded",
        "Ann Lee, Bo Ray",
        "Harbour Post",
    )
    assert article.url == "https://harbour.example/bridge"
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.written, article.published.how) == (
        "2024-05-03T10:00:00+00:00",
        "JSON-LD datePublished",
    )
    assert article.modified.written == "2024-05-04"
    assert article.guesses == {"language": "the words of the text"}


def test_references_inside_json_ld_are_followed(read_article: ReadArticle) -> None:
    graph = [
        {"@type": "Article", "headline": "Bridge", "author": {"@id": "#ann"}, "publisher": {"@id": "#post"}},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        {"@type": "Organization", "@id": "#post", "name": "Harbour Post"},
    ]
    article = read_article("bridge.html", page(linked(**{"@graph": graph})))
    assert (article.author, article.publisher) == ("Ann Lee", "Harbour Post")


def test_the_host_stands_for_a_publisher_that_is_not_named(read_article: ReadArticle) -> None:
    article = read_article(
        "bridge.html", page('<link rel="canonical" href="https://www.harbour.example:8080/bridge">')
    )
    assert article.publisher == "harbour.example"
    assert article.guesses["publisher"] == "host of the address of the page"


def test_a_text_shown_by_script_is_taken_from_json_ld(read_article: ReadArticle) -> None:
    body = "\n".join(PARAGRAPHS)
    head = linked(**{"@type": "NewsArticle", "articleBody": body})
    article = read_article("bridge.html", f"<html><head>{head}</head><body><div id=app></div></body></html>")
    assert article.text == body
    assert "JSON-LD" in article.guesses["text"]


# head of a page -> the date in it, how it was got
DATES = {
    '<meta property="article:published_time" content="2024-05-03T10:00:00Z">': "HTML meta article:published_time",
    '<meta name="DC.date.issued" content="2024-05-03">': "HTML meta dc.date.issued",
    '<meta itemprop="datePublished" content="May 3, 2024">': "HTML meta datepublished",
    '<meta name="parsely-pub-date" content="2024-05-03T08:00:00Z">': "HTML meta parsely-pub-date",
    '<meta name="pubdate" content="soon"><meta name="date" content="3 May 2024">': "HTML meta date",
    '<link rel="canonical" href="https://harbour.example/2024/05/03/bridge">': "date in the address of the page",
}


@pytest.mark.parametrize("head", DATES)
def test_dates_say_where_they_come_from(read_article: ReadArticle, head: str) -> None:
    article = read_article("bridge.html", page(head))
    assert article.published is not None
    assert article.published.written[:10] == "2024-05-03"
    assert article.published.how == DATES[head]
    assert ("published" in article.guesses) == head.startswith("<link")


def test_a_time_element_is_used_where_it_is_the_only_one_or_says_so(read_article: ReadArticle) -> None:
    one = read_article("bridge.html", page(before='<time datetime="2024-05-03">Friday</time>'))
    assert one.published is not None
    assert one.published.how == "HTML time element"
    other = '<time datetime="2020-01-01">then</time>'
    proper = '<time class="entry-date published" datetime="2024-05-03"></time>'
    named = read_article("bridge.html", page(before=other + proper))
    assert named.published is not None
    assert named.published.written == "2024-05-03"
    two = page(before=other + '<time datetime="2024-05-03"></time>')
    assert read_article("bridge.html", two).published is None


@pytest.mark.parametrize(
    "beside",
    [
        '<div class="comment"><time datetime="2024-05-05">Sunday</time><p>So sad.</p></div>',
        '<aside><time datetime="2018-05-03">then</time> Another story</aside>',
        "<footer>© 2019 Harbour Post</footer>",
        "<p>The fair opens on 12 June 2031.</p>",
    ],
)
def test_other_dates_of_a_page_are_not_its_own(read_article: ReadArticle, beside: str) -> None:
    assert read_article("bridge.html", page(after=beside)).published is None


def test_a_date_that_is_none_is_noted(read_article: ReadArticle) -> None:
    article = read_article("bridge.html", page(linked(**{"@type": "Article", "datePublished": "last week"})))
    assert article.published is None
    assert article.metadata["unreadable_published"] == "last week"


def test_a_title_element_is_a_guess_without_the_name_of_the_site(read_article: ReadArticle) -> None:
    article = read_article("bridge.html", page("<title>Bridge closed after flood | Harbour Post</title>"))
    assert article.title == "Bridge closed after flood"
    assert article.guesses["title"] == "title element of the page"


def test_headline_and_byline_in_the_text_are_no_part_of_the_body(read_article: ReadArticle) -> None:
    head = linked(**{"@type": "NewsArticle", "headline": "Bridge closed after flood", "author": "Ann Lee"})
    html = page(head).replace("<article>", "<article><h1>Bridge closed after flood</h1><p>Ann Lee</p>")
    article = read_article("bridge.html", html)
    assert article.body.of(article.text).startswith("The old bridge")


def test_profile_addresses_are_no_authors(read_article: ReadArticle) -> None:
    head = (
        '<meta property="article:author" content="https://social.example/a"><meta name="author" content="By Ann Lee">'
    )
    assert read_article("bridge.html", page(head)).author == "Ann Lee"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [('<meta charset="iso-8859-2">', "iso-8859-2"), ("", "utf-8"), ('<meta charset="utf-8">', "windows-1252")],
)
def test_encodings_of_pages(read_article: ReadArticle, declared: str, encoding: str) -> None:
    name = "Škoda" if encoding != "windows-1252" else "café"
    html = page(declared).replace("“", '"').replace("”", '"').replace("mayor", name)
    assert name in read_article("bridge.html", html.encode(encoding)).text


def test_an_xml_declaration_and_control_characters_do_no_harm(read_article: ReadArticle) -> None:
    html = '<?xml version="1.0" encoding="iso-8859-1"?>' + page().replace("<p>The", "<p>\x01\x1b\x08The")
    assert read_article("bridge.xhtml", html).text.split("\n") == list(PARAGRAPHS)


# name -> (page, word of the reason)
REFUSED = {
    "empty": ("", "empty"),
    "blank": (" \n ", "empty"),
    "no article": ("<html><head><title>x</title></head><body></body></html>", "no article"),
    "script": ("<script>var a = 1;</script>" * 50, "no article"),
    "deep": ("<div>" * 100_000 + "x", "article"),
    "deep inline": ("<b>" * 100_000 + PARAGRAPHS[0], "article"),
    "wide": ("<i>a</i>" * 60_000, "too many elements"),
    "binary": ("<html>\0\1\2", "binary"),
    "long": (page() + " " * 2000, "too long"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_pages_that_are_refused(read_bytes: ReadBytes, name: str) -> None:
    html, word = REFUSED[name]
    limits = SourceSettings(largest_page=2000) if name == "long" else SourceSettings()
    (skipped,) = read_bytes("page.html", html, settings=limits)
    assert isinstance(skipped, SkippedInput)
    assert word in skipped.reason


# Pages that must be read in moments, not minutes; what they give does not matter.
HARMFUL = {
    "attributes": "<p " + " ".join(f"a{number}" for number in range(50_000)) + ">x</p>" + page(),
    "unclosed": "<" * 200_000,
    "entities": "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + page().replace("mayor", "&b;&b;"),
    "json": '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + page(),
    "json circle": linked(**{"@graph": [{"@graph": [{}] * 5000}] * 3}) + page(),
    "external": page('<link rel="stylesheet" href="http://127.0.0.1:9/x"><base href="file:///etc/">'),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_harmful_pages_are_survived(read_bytes: ReadBytes, name: str) -> None:
    assert len(read_bytes("page.html", HARMFUL[name])) == 1


def test_nothing_is_logged(read_bytes: ReadBytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        read_bytes("page.html", "<html><body></body></html>")
    assert not caplog.records


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "<article", ">", "<!--", "-->", "<script>", "&#0;", "&lt;", "words ", "\r"]
        )
    )
)
def test_no_page_raises(read_bytes: ReadBytes, parts: list[str]) -> None:
    for found in read_bytes("page.html", "".join(parts)):
        assert isinstance(found, SkippedInput) or found.body.of(found.text).strip()
