"""Pages of blogs, content systems and many countries: which of their dates is that of publication, and how long it
takes to say so."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from lxml import html

from provenance.model import Article
from provenance.sources.pages.page_dates import shown_dates
from provenance.sources.pages.page_metadata import read_metadata

DAY = "2024-03-05"
STORY = (
    "<p>The lock at Millbrook stayed shut on Monday because its gates had frozen overnight, the canal trust said, and"
    " forty boats waited in the basin until the afternoon.</p><p>The gates will be replaced in the autumn, when the"
    " water is low and the hire boats are laid up for the winter, at a cost of half a million.</p>"
)
ReadArticle = Callable[..., Article]


def page(line: str = "", *, head: str = "", below: str = "", lang: str = "en", title: str = "h1") -> str:
    return (
        f'<html lang="{lang}"><head><title>Lock stays shut</title>{head}</head><body><article>'
        f'<{title} class="post-title">Lock stays shut</{title}>{line}{STORY}</article>{below}</body></html>'
    )


def linked(written: str) -> str:
    return f'<script type="application/ld+json">{written}</script>'


STORY_LD = '{"@type":"NewsArticle","headline":"Lock stays shut","datePublished":"2024-03-05T08:00:00Z"%s}'
OTHER_LD = '{"@type":"NewsArticle","headline":"Tax","url":"https://mill.example/tax","datePublished":"2023-01-09"}'
PUBLISHED = {
    "Drupal": page('<div class="node__meta"><span>Submitted by Ida on Tue, 03/05/2024 - 14:22</span></div>'),
    "a heading of a blog": page('<div class="by">5 March 2024</div>', title="h2"),
    "in the foot of a post": page(
        below='<div class="post-footer">by Ida at <abbr class="published" title="2024-03-05T08:00">8:00</abbr></div>'
    ),
    "a change on the same line": page("<p>Tue 5 Mar 2024 10.00 GMT Last modified on Wed 6 Mar 2024 11.00 GMT</p>"),
    "a change after the hour": page("<p>05.03.2024, 10:12 Uhr | aktualisiert: 06.03.2024, 11:00 Uhr</p>", lang="de"),
    "Dutch": page("<p>5 maart 2024 10:12 • Aangepast 6 maart 2024 11:00</p>", lang="nl"),
    "Turkish": page("<p>Yayınlanma: 5 Mart 2024 Güncelleme: 6 Mart 2024</p>", lang="tr"),
    "Greek": page("<p>Δημοσιεύθηκε: 5 Μαρτίου 2024</p>", lang="el"),
    "Arabic": page("<p>نُشر في ٥ مارس ٢٠٢٤</p>", lang="ar"),
    "French, in numbers": page("<p>Publié le 05/03/2024 à 10:12</p>", lang="fr-FR"),
    "American, in numbers": page("<p>Published 03/05/2024</p>", lang="en-US"),
    "the article of the address": page(
        head='<link rel="canonical" href="https://mill.example/lock/">'
        + linked("[" + OTHER_LD + "," + STORY_LD % ',"url":"http://www.mill.example/lock"' + "]")
    ),
    "the article of the headline": page(head=linked(f'{{"@graph":[{OTHER_LD},{STORY_LD % ""}]}}')),
    "a comma too many": page(head=linked(STORY_LD % ",")),
    "a quotation mark too many": page(
        head=linked('{"@type":"NewsArticle","headline":"Lock "stays" shut",\n"datePublished":"2024-03-05T08:00:00Z"}')
    ),
    "comments around it": page(head=linked(f"//<![CDATA[\n{STORY_LD % ''}\n//]]>")),
    "a list of one": page(head=linked('{"@type":"Article","datePublished":["2024-03-05"]}')),
    "seconds": page(head=linked('{"@type":"Article","datePublished":1709625600}')),
    "created": page(head=linked('{"@type":"Article","dateCreated":"2024-03-05"}')),
    "Parsely": page(head="""<meta name="parsely-page" content='{"pub_date":"2024-03-05T08:00:00Z"}'>"""),
    "DC": page(head='<meta name="DC.Date.created" content="2024-03-05">'),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_date_of_publication_is_found(name: str, read_article: ReadArticle) -> None:
    found = read_article("lock.html", PUBLISHED[name]).published
    assert found is not None
    assert found.written.startswith(DAY)


def test_an_order_by_the_language_of_the_page_is_said_to_be_a_guess(read_article: ReadArticle) -> None:
    article = read_article("lock.html", PUBLISHED["French, in numbers"])
    assert article.guesses["published"] == "the order of day and month of pages in 'fr-FR'"


UPDATED = (
    *("Last reviewed 5 March 2024", "Corrected on 5 March 2024", "Aangepast 5 maart 2024", "Güncelleme: 5 Mart 2024"),
    *("Aktualizováno 5. března 2024", "Ενημερώθηκε: 5 Μαρτίου 2024", "آخر تحديث: 5 مارس 2024", "עודכן ב-5 במרץ 2024"),
    *("Frissítve: 2024. március 5.", "Cập nhật 5 tháng 3 năm 2024", "Diperbarui 5 Maret 2024", "Päivitetty 5.3.2024"),
    *("Оновлено 5 березня 2024", "最終更新 2024年3月5日", "업데이트 2024.03.05", "更新时间：2024年3月5日"),
)
NOT_PUBLISHED = {
    **{words: page(f'<p class="meta">{words}</p>') for words in UPDATED},
    "no language": page("<p>Published 03/05/2024</p>"),
    "another story": page(
        '<div><a href="/1">Bridge shut for good after storm</a> <time datetime="2023-01-05">5 Jan</time></div>'
    ),
    "a countdown": page('<div class="countdown"><time datetime="2024-05-01">1 May 2024</time></div>'),
    "an end": page('<div>Valid until <time datetime="2024-05-01">1 May 2024</time></div>'),
    "a talk in German": page(
        below="<section><h3>Leserkommentare</h3><div><time datetime='2024-06-01'>1. Juni</time></div></section>"
    ),
    "further stories": page(
        below="<div><h3>Lire aussi</h3><div><a>Pont</a> <time datetime='2023-01-05'>5 janv.</time></div></div>"
    ),
}


@pytest.mark.parametrize("name", NOT_PUBLISHED)
def test_other_dates_are_none_of_publication(name: str, read_article: ReadArticle) -> None:
    assert read_article("lock.html", NOT_PUBLISHED[name]).published is None


HOSTILE: dict[str, Callable[[int], str]] = {
    "times": lambda n: "<time datetime='x'>5 March 2024</time>" * n,
    "times in divisions": lambda n: "<div>" * 60 + "<time>5 March</time>" * n + "</div>" * 60,
    "short lines": lambda n: "<h1>Lock</h1>" + "<div><span>5 March 2024 x</span></div>" * n,
    "one line": lambda n: "<h1>Lock</h1><p>" + "5 March " * n + "</p>",
    "headings": lambda n: "<h2 class='headline'>a</h2>" * n,
    "links": lambda n: "<div>" + "<a>one two three four five</a>" * n + "<time>1 May 2024</time>" * 20 + "</div>",
    "JSON-LD": lambda n: linked('{"@graph":[' + ",".join(['{"@type":"Article","headline":"x"}'] * n) + "]}"),
    "broken JSON-LD": lambda n: linked('{"@type":"Article",' + '"url":"' * n),
    "blanks in JSON-LD": lambda n: linked("//" * n + "{" + "," + " " * n + "x"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_grows_no_faster_than_the_page(name: str) -> None:
    def seconds(count: int) -> float:
        tree = html.document_fromstring(f"<html><body>{HOSTILE[name](count)}</body></html>")
        begin = time.process_time()
        shown_dates(tree, None, None)
        read_metadata(tree, {})
        return time.process_time() - begin

    small = min(seconds(2000) for _ in range(2))
    large = min(seconds(16_000) for _ in range(2))
    assert large < 24 * max(small, 0.02)  # 8 times as much; 64 where it grows with the square


def test_a_live_page_that_is_described_twice_has_its_updates(read_article: ReadArticle) -> None:
    update = (
        '{"@type":"BlogPosting","articleBody":"The lock at Millbrook is shut and forty boats wait in the basin."}'
    )
    live = f'{{"@type":"LiveBlogPosting","headline":"Lock stays shut","liveBlogUpdate":[{update}]}}'
    article = read_article("live.html", page(head=linked(f"[{STORY_LD % ''},{live}]")))
    assert "forty boats wait in the basin." in article.text
    assert article.published is not None
