"""The date of a page is the one that its own line of publication or its metadata give, and no other that it shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article

STORY = (
    "<p>The lock at Millbrook stayed shut on Monday because its gates had frozen overnight, the canal trust said, and"
    " forty boats waited in the basin until the afternoon.</p><p>The gates will be replaced in the autumn, when the"
    " water is low and the hire boats are laid up for the winter, at a cost of half a million.</p><p>Skippers had"
    " asked for that since the flood, which tore off two of the paddles and left the others hard to turn by hand.</p>"
)
ReadArticle = Callable[..., Article]


def page(
    line: str = "", *, head: str = "", above: str = "", inside: str = "", below: str = "", lang: str = "en"
) -> str:
    return (
        f'<html lang="{lang}"><head><title>Lock stays shut</title>{head}</head><body>{above}<article>'
        f"<h1>Lock stays shut</h1>{line}{STORY}{inside}</article>{below}</body></html>"
    )


SHOWN = {
    '<p class="meta">Monday 27 August 2018 10:05 by Ida Rask</p>': "2018-08-27T10:05",
    "<p>By Ida Rask | 27 August 2018</p>": "2018-08-27",
    "<div><span>Ida Rask</span> · <span>Aug 27, 2018</span></div>": "2018-08-27",
    '<span class="published">27/08/2018 at 10:19h</span>': "2018-08-27T10:19",
    '<div class="date">27. August 2018, 10:05 Uhr</div>': "2018-08-27T10:05",
    "<p>Publié le 27 août 2018 à 10h05 - Mis à jour le 28 août 2018 à 11h00</p>": "2018-08-27T10:05",
    "<p>Veröffentlicht am 27.08.2018 | Aktualisiert am 28.08.2018</p>": "2018-08-27",
    "<time datetime='Mon Aug 27 2018 10:05:00 GMT+0000'>27 Aug 2018</time>": "2018-08-27T10:05:00+00:00",
    "<p>Published <time datetime='2018-08-27T10:05:00Z'>27 Aug</time>, updated"
    " <time datetime='2018-08-28T11:00:00Z'>28 Aug</time></p>": "2018-08-27T10:05:00+00:00",
    "<p>Updated <time datetime='2018-08-28T11:00:00Z'>28 Aug</time>, published"
    " <time datetime='2018-08-27T10:05:00Z'>27 Aug</time></p>": "2018-08-27T10:05:00+00:00",
    "<p>Last updated: 28 August 2018. First published: 27 August 2018.</p>": "2018-08-27",
    "<span itemprop='datePublished' content='2018-08-27'>a week ago</span>": "2018-08-27",
    "<p>2018年8月27日 10:05</p>": "2018-08-27T10:05",
}


@pytest.mark.parametrize("line", SHOWN)
def test_the_line_beside_the_headline_is_the_date(line: str, read_article: ReadArticle) -> None:
    comment = '<section><h3>Discussion</h3><p><time datetime="2018-09-03T08:09:00Z">3 Sep</time></p></section>'
    article = read_article("lock.html", page(line, below=comment))
    assert article.published is not None
    assert article.published.written == SHOWN[line]


NOT_SHOWN = {
    "a comment": {
        "below": '<section><h3>12 Comments</h3><div><time datetime="2018-09-03">3 Sep</time></div></section>'
    },
    "a comment in the article": {
        "inside": '<div id="comments"><p><time datetime="2018-09-03">3 Sep</time></p></div>'
    },
    "a comment without a name": {
        "below": '<div class="post"><b>x</b> <time datetime="2018-09-03">3 Sep</time></div>'
    },
    "only updated": {"line": "<time class='updated' datetime='2018-08-28T11:00:00Z'>Updated 28 Aug 2018</time>"},
    "only modified": {"line": "<time itemprop='dateModified' datetime='2018-08-28T11:00:00Z'>28 Aug 2018</time>"},
    "a line that says updated": {"line": "<p>Updated: 28 August 2018</p>"},
    "in German": {"line": "<p>Aktualisiert am 28. August 2018</p>", "lang": "de"},
    "in Spanish": {"line": "<p>Actualizado el 28 de agosto de 2018</p>", "lang": "es"},
    "the time of the change": {
        "head": '<script type="application/ld+json">{"@type":"Article","dateModified":"2018-08-28T11:00Z"}</script>',
        "line": "<time datetime='2018-08-28T11:00:00Z'>28 Aug 2018</time>",
    },
    "an event": {"line": "<p>The fair opens on 4 June 2031.</p>"},
    "an event with a time element": {
        "line": "<p>Doors open <time datetime='2031-06-04'>4 June 2031</time> at the mill, all welcome.</p>"
    },
    "an event at the end": {
        "inside": "<p>Tickets for <time datetime='2031-06-04'>4 June</time> are sold at the mill and the station.</p>"
    },
    "another story": {
        "below": '<article><h2><a href="/x">Mill reopens</a></h2><time datetime="2018-08-01">1 Aug</time></article>'
    },
    "another story in a list": {
        "inside": '<ul><li><a href="/x">Mill</a> <time datetime="2018-08-01">1 Aug</time></li></ul>'
    },
    "a clock": {"above": '<div class="clock">Tuesday 4 March 2025 14:05</div>'},
    "the day of the visit": {"above": "<header><p>Tuesday, 4 March 2025</p></header>"},
}


@pytest.mark.parametrize("kind", NOT_SHOWN)
def test_other_dates_of_a_page_are_not_its_publication(kind: str, read_article: ReadArticle) -> None:
    article = read_article("lock.html", page(**NOT_SHOWN[kind]))
    assert article.published is None


def test_what_says_that_it_is_the_last_change_is_kept_as_that(read_article: ReadArticle) -> None:
    line = "<time itemprop='dateModified' datetime='2018-08-28T11:00:00Z'>27/08/2018 01:57 | updated later</time>"
    article = read_article("lock.html", page(line))
    assert article.modified is not None
    assert article.modified.written == "2018-08-28T11:00:00+00:00"
    assert article.published is not None
    assert article.published.written == "2018-08-27T01:57"


ADDRESSES = {
    "https://mill.example/2018/08/27/lock": "2018-08-27",
    "https://mill.example/news/20180827/lock": "2018-08-27",
    "https://mill.example/news/2018-08-27-lock": "2018-08-27",
    "https://mill.example/world/2018/aug/27/lock": "2018-08-27",
    "https://mill.example/2018/08/lock": "2018-08",
    "https://mill.example/news/12345678": None,
    "https://mill.example/news/lock?day=2018-08-27": None,
    "https://mill.example/news/20181327/lock": None,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_date_in_the_address_is_a_guess(address: str, read_article: ReadArticle) -> None:
    article = read_article("lock.html", page(head=f'<link rel="canonical" href="{address}">'))
    assert (article.published and article.published.written) == ADDRESSES[address]
    assert ("published" in article.guesses) == (ADDRESSES[address] is not None)


def test_a_line_that_could_be_two_days_is_told(read_article: ReadArticle) -> None:
    article = read_article("lock.html", page("<p>03/04/2025</p>"))
    assert article.published is None
    assert [note.kind for note in article.notes] == ["date-ambiguous"]
    other = read_article("lock.html", page("<p>Published 03/04/2025, updated 13/04/2025</p>"))
    assert other.published is not None
    assert other.published.written == "2025-04-03"
