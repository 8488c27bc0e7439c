"""Bodies of pages: every shape in which a story is set keeps its words, or the words are told to be left out."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from provenance.model import Article

ReadArticle = Callable[..., Article]
FIRST = (
    "The old bridge over the Anse was closed on Friday after the flood had damaged two of its piers, the mayor said, "
    "and nobody can say when it will be opened again. Buses are sent by way of Lower Tollen."
)
LAST = (
    "The council had asked for money for the piers in each of the last four years and was refused it by the county. "
    "The school on the far bank will open an hour later until spring, its head wrote to the parents."
)
ONE = "Nobody on the council has told the people of Tollen the truth about the bridge."
TWO = "A second sentence waits where the old harbour master put it."
# shape -> HTML with two sentences in it
KEPT = {
    "list": "<ul><li>{0}</li><li>{1}</li></ul>",
    "list of lists": "<ol><li>{0}<ul><li>{1}</li></ul></li></ol>",
    "spans in a list": "<ul><li><span>{0}</span></li><li><p>{1}</p></li></ul>",
    "definitions": "<dl><dt>{0}</dt><dd>{1}</dd></dl>",
    "block quotation": "<blockquote><p>{0}</p></blockquote><blockquote>{1}</blockquote>",
    "its source": "<blockquote><p>{0}</p><footer>{1}</footer></blockquote>",
    "quotation in a figure": "<figure><blockquote>{0}</blockquote><figcaption>{1}</figcaption></figure>",
    "pulled quotation": "<aside class='pullquote'><p>{0}</p></aside><p>{1}</p>",
    "breaks": "<p>{0}<br><br>{1}</p>",
    "breaks in a division": "<div>{0}<br/>{1}</div>",
    "divisions": "<div>{0}</div><div><span>{1}</span></div>",
    "parts": "<section><div><p>{0}</p></div></section><div class='part-2'><p>{1}</p></div>",
    "preformatted": "<pre>{0}\n{1}</pre>",
    "details": "<details><summary>{0}</summary><p>{1}</p></details>",
    "question": "<h3>{0}</h3><p>{1}</p>",
    "bold question": "<p><strong>Q: {0}</strong></p><p>A: {1}</p>",
    "post": "<blockquote class='twitter-tweet'><p>{0}</p>&mdash; B (@b) <a href='x'>May 3</a></blockquote><p>{1}</p>",
    "post in a figure": "<figure><blockquote class='twitter-tweet'><p>{0}</p></blockquote></figure><p>{1}</p>",
    "post as a division": "<div class='embed-tweet'>{0}</div><p>{1}</p>",
    "centred": "<center>{0}</center><p align=center>{1}</p>",
    "elements of the site": "<story-part><p>{0}</p></story-part><x-text>{1}</x-text>",
    "chronicle": "<table><tr><td>Friday</td><td>{0}</td></tr><tr><td>Sunday</td><td>{1}</td></tr></table>",
    "correction": "<div class='correction'><p>Correction: {0}</p></div><p><em>{1}</em></p>",
    "update in a page": "<article class='update'><p>{0}</p></article><article class='update'><p>{1}</p></article>",
    "changes": "<p><ins>{0}</ins></p><address>{1}</address>",
}
# shape -> HTML, what is said to be left out
TOLD = {
    "caption": ("<figure><img src='a.jpg'><figcaption>{0}</figcaption></figure><p>{1}</p>", "1 picture caption"),
    "caption by name": ("<div><p class='wp-caption-text caption'>{0}</p></div><p>{1}</p>", "1 picture caption"),
    "figures": ("<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2024</td><td>31</td></tr></table>", "1 table"),
    "side box": ("<aside><h3>Facts</h3><p>{0}</p></aside><p>{1}</p>", "1 side box"),
    "box by name": ("<div class='factbox'><ul><li>{0}</li></ul></div><p>{1}</p>", ""),
    "film": ("<iframe src='https://www.youtube.example/embed/x'></iframe>", "1 embedded post"),
    "post by script": ("<amp-twitter data-tweetid='1'></amp-twitter><p>{1}</p>", "1 embedded post"),
    "marked": ("<div class='share-tools'><p>{0}</p></div><p>{1}</p>", "1 part marked as no story"),
}
JUNK = "I think that this is a very bad decision by the people of the county"


def page(middle: str, article: bool = True, head: str = "") -> str:
    outer = ("<article>", "</article>") if article else ("<div class='content'>", "</div>")
    return (
        f"<html><head><title>Bridge - Coast Post</title>{head}</head><body>"
        "<header><nav><a href='/'>Home</a></nav></header>"
        f"{outer[0]}<h1>Bridge closed after the flood</h1><p>{FIRST}</p>{middle}<p>{LAST}</p>{outer[1]}"
        f"<div class='comments'><h3>Comments</h3><p>{JUNK}.</p></div>"
        "<div class='related'><ul><li><a href='/a'>The storm took the roof of the school</a></li></ul></div>"
        "<footer>Copyright Coast Post</footer></body></html>"
    )


@pytest.mark.parametrize("article", [True, False])
@pytest.mark.parametrize("shape", KEPT)
def test_the_words_of_a_story_are_kept_in_their_order(read_article: ReadArticle, shape: str, article: bool) -> None:
    read = read_article("bridge.html", page(KEPT[shape].format(ONE, TWO), article))
    places = [read.text.find(sentence) for sentence in (FIRST, ONE, TWO, LAST)]
    assert -1 not in places, read.text
    assert places == sorted(places)
    assert JUNK not in read.text
    assert "roof" not in read.text


@pytest.mark.parametrize("shape", TOLD)
def test_what_is_left_out_is_told(read_article: ReadArticle, shape: str) -> None:
    middle, told = TOLD[shape]
    read = read_article("bridge.html", page(middle.format(ONE, TWO)))
    kept = all(words in read.text for words in (ONE, TWO) if words in middle.format(ONE, TWO))
    assert kept or told
    assert told in " ".join(note.reason for note in read.notes)
    if told:
        assert told in read.guesses["text"]
        assert read.notes[0].kind == "parts-left-out"


def test_a_plain_page_says_nothing(read_article: ReadArticle) -> None:
    read = read_article("bridge.html", page(f"<p>{ONE}</p>"))
    assert read.notes == ()
    assert "text" not in read.guesses


def test_hidden_words_and_sign_ups_are_no_story(read_article: ReadArticle) -> None:
    middle = (
        f"<p style='display: none'>{ONE}</p><aside class='newsletter'><p>Sign up for our newsletter and never miss a "
        "story from the harbour or the islands around it again.</p></aside>"
    )
    read = read_article("bridge.html", page(middle))
    assert ONE not in read.text
    assert "newsletter" not in read.text
    assert read.notes == ()


def test_a_layout_table_is_read_as_a_page(read_article: ReadArticle) -> None:
    read = read_article(
        "bridge.html",
        f"<html><body><table><tr><td><a href='/'>Home</a></td><td><h1>Bridge</h1><p>{FIRST}</p>"
        f"<p>{ONE}</p><p>{LAST}</p>"
        "</td></tr></table></body></html>",
    )
    assert all(sentence in read.text.split("\n") for sentence in (FIRST, ONE, LAST))


def update(headline: str, body: str) -> dict[str, str]:
    return {"@type": "BlogPosting", "headline": headline, "articleBody": body}


def live(*updates: dict[str, str], **more: object) -> str:
    linked = {"@type": "LiveBlogPosting", "headline": "Flood: live", "liveBlogUpdate": list(updates), **more}
    return f'<script type="application/ld+json">{json.dumps(linked)}</script>'


def test_a_live_blog_that_script_shows_is_read_from_its_json_ld(read_article: ReadArticle) -> None:
    head = live(update("Bridge shut", f"<p>{ONE}</p><p>Tom &amp; Ann.</p>"), update("Power cut", TWO))
    read = read_article(
        "live.html", f"<html><head>{head}</head><body><article><p>Follow it here.</p></article></body></html>"
    )
    assert read.text == f"Bridge shut\n{ONE}\nTom & Ann.\n\nPower cut\n{TWO}"
    assert "2 updates" in read.guesses["text"]


def test_updates_that_the_page_does_not_show_are_added(read_article: ReadArticle) -> None:
    head = live(update("Shown", ONE), update("Not shown", TWO))
    read = read_article("live.html", page(f"<h2>Shown</h2><p>{ONE}</p>", head=head))
    assert read.text.count(ONE) == 1
    assert read.text.endswith(f"Not shown\n{TWO}")
    assert "1 updates are from" in read.guesses["text"]


def test_a_story_that_the_page_cuts_off_is_read_whole_from_its_json_ld(read_article: ReadArticle) -> None:
    linked = {"@type": "NewsArticle", "headline": "Bridge", "articleBody": f"{FIRST}\n{ONE}\n{TWO}\n{LAST}"}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    read = read_article(
        "b.html", f"<html><head>{head}</head><body><article><p>{FIRST}</p><p>{ONE}</p></article></body></html>"
    )
    assert read.text.endswith(LAST)
    assert "JSON-LD" in read.guesses["text"]


@pytest.mark.parametrize(
    "middle",
    [
        "<table>" * 150 + "<tr><td>words of a cell</td></tr>" + "</table>" * 150,
        "<table>" + "<tr><td>31</td><td>a longer cell of some words</td></tr>" * 5000 + "</table>",
        "<figure>" + f"<figcaption>{ONE}</figcaption>" * 8000 + "</figure>",
        f"<p>{ONE}</p>" * 9000,
        f"<p>{ONE}</p><aside>{TWO}</aside>" * 2500,
        "<iframe src='//youtube.com/embed'></iframe>" * 9000,
        f"<div>{ONE}" * 300,
        live(*[update("x", f"{number} {ONE}") for number in range(4000)]),
    ],
    ids=["nested", "rows", "captions", "paragraphs", "asides", "frames", "deep", "updates"],
)
def test_large_pages_take_seconds(read_article: ReadArticle, middle: str) -> None:
    started = time.process_time()
    assert len(read_article("large.html", page(middle)).text) > 200
    assert time.process_time() - started < 6
