"""The updates of a live page keep their times, wherever the page says them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance.model import Article
from provenance.model.dated_parts import UPDATE_TIMES, parts_of
from provenance.model.live_pages import LIVE_PAGE
from provenance.sources.inputs import read_one
from provenance.sources.pages.live_updates import Update, dated_parts
from provenance.sources.times.timestamps import parse_time

LOCK = (
    "The upper lock at Teasel Bridge will stay shut until Thursday because a gate has come off its hinge, the "
    "canal company said."
)
GRAIN = (
    "Four grain barges are moored below the bridge, and the mill has flour for nine days, according to its "
    "chairman, Otho Pell."
)
CRANE = (
    "A crane from Marrow Vale is on its way by road and is expected at the lock late in the evening, the county said."
)
UPDATES = (("20:15", "Crane", CRANE), ("13:40", "Grain", GRAIN), ("07:05", "Lock shut", LOCK))


def linked(kind: str = "LiveBlogPosting", updates: bool = True) -> str:
    about = {
        "@type": kind,
        "headline": "Lock shut at Teasel Bridge",
        "datePublished": "2025-05-06T07:00:00Z",
        "dateModified": "2025-05-06T20:15:00Z",
    }
    if updates:
        about["liveBlogUpdate"] = [  # type: ignore[assignment]
            {
                "@type": "BlogPosting",
                "headline": head,
                "datePublished": f"2025-05-06T{time}:00Z",
                "articleBody": f"<p>{words}</p>",
            }
            for time, head, words in UPDATES
        ]
    return f'<script type="application/ld+json">{json.dumps(about)}</script>'


def shown(tag: str = "section") -> str:
    return "".join(
        f'<{tag} class="update"><h2>{head}</h2><time datetime="2025-05-06T{time}:00Z">{time}</time>'
        f"<p>{words}</p></{tag}>"
        for time, head, words in UPDATES
    )


def page(tmp_path: Path, head: str, body: str, title: str = "Lock shut at Teasel Bridge") -> Article:
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>",
        "utf-8",
    )
    return read_one(path)


def times_of(article: Article, words: str) -> set[str]:
    start = article.text.index(words)
    return {time.written[11:16] for span, time in parts_of(article) if span.start <= start < span.end}


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (linked(), "<div id='app'></div><p>Follow the day here.</p>", "Lock shut at Teasel Bridge"),
        (linked(), shown(), "Lock shut at Teasel Bridge"),
        (linked(updates=False), shown(), "Lock shut at Teasel Bridge"),
        ("", shown("div"), "Lock shut at Teasel Bridge: live"),
        ("", shown("div"), "Lock shut at Teasel Bridge"),
        ("", shown("article"), "Teasel Bridge – live updates"),
    ],
    ids=["JSON-LD alone", "both", "elements of a live page", "title", "three updates", "articles in the article"],
)
def test_words_have_the_time_of_their_update(tmp_path: Path, head: str, body: str, title: str) -> None:
    found = page(tmp_path, head, body, title)
    for time, _, words in UPDATES:
        assert times_of(found, words) == {time}


def test_a_live_page_without_times_of_updates_is_one_all_the_same(tmp_path: Path) -> None:
    found = page(tmp_path, linked(updates=False), "".join(f"<p>{words}</p>" for _, _, words in UPDATES))
    assert found.metadata[LIVE_PAGE] == "LiveBlogPosting in JSON-LD"
    assert UPDATE_TIMES not in found.metadata


def test_an_article_with_its_dates_and_comments_has_no_updates(tmp_path: Path) -> None:
    comments = "".join(
        f'<div class="comment"><time datetime="2025-05-06T{hour}:00:00Z">{hour}</time><p>{words}</p></div>'
        for hour, words in ((21, "About time they mended it, I say."), (22, "The hinge was rusty in March already."))
    )
    body = (
        '<header><time datetime="2025-05-06T07:00:00Z">07:00</time> updated '
        f'<time datetime="2025-05-06T20:15:00Z">20:15</time></header><p>{LOCK}</p><p>{GRAIN}</p><p>{CRANE}</p>'
    )
    found = page(tmp_path, linked("NewsArticle", updates=False), f"{body}<section>{comments}</section>")
    assert UPDATE_TIMES not in found.metadata
    assert LIVE_PAGE not in found.metadata


def update(text: str, time: str) -> Update:
    moment = parse_time(f"2025-05-06T{time}:00Z")
    assert moment is not None
    return Update(text, moment)


def test_a_line_that_two_updates_have_is_the_earlier_ones() -> None:
    text = f"{LOCK}\n\n{GRAIN}"
    parts = dated_parts(text, [update(LOCK, "07:05"), update(f"{LOCK}\n{GRAIN}", "13:40")])
    assert [(span.of(text), time.written[11:16]) for span, time in parts] == [(LOCK, "07:05"), (GRAIN, "13:40")]


def test_lines_are_found_whatever_became_of_blanks() -> None:
    text = f"Teasel Bridge\n{LOCK[:40]}\n{LOCK[40:]}\n{GRAIN}"
    ((span, _),) = dated_parts(text, [update(f"{LOCK}\n{GRAIN}", "07:05")])
    assert span.of(text) == text.removeprefix("Teasel Bridge\n")


def test_words_that_the_text_lacks_have_no_place() -> None:
    assert dated_parts(GRAIN, [update(LOCK, "07:05"), update("Good day", "08:00"), update("", "09:00")]) == []
