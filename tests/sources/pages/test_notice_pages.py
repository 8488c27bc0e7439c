"""Pages with a notice in place of an article are skipped and told; stories that sound like one are read."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources.pages.notice_pages import notice

ReadBytes = Callable[..., list[Article | SkippedInput]]
STORY = (
    "The ferry between Norrvik and Osterby will stop running at weekends from the first of May, the county said, "
    "because the crews cannot be paid for a second shift."
)
# title, text -> a word of what it is
WHOLE = [
    (
        "Just a moment...",
        "Checking your browser before accessing coast.example. This process is automatic.",
        "robots",
    ),
    ("Just a moment...", "Enable JavaScript and cookies to continue", "robots"),
    ("Attention Required! | Cloudflare", "Sorry, you have been blocked. Why have I been blocked?", "robots"),
    ("Are you a robot?", "To continue, please click the box below to let us know you're not a robot.", "robots"),
    ("Access Denied", "You don't have permission to access this resource. Reference #18.2f", "robots"),
    ("404 Not Found", "The page that you are looking for does not exist. Try the search box above.", "error"),
    ("500 Internal Server Error", "The server encountered an internal error.", "error"),
    ("Seite nicht gefunden - Küstenpost", "Die angeforderte Seite wurde nicht gefunden.", "error"),
    ("Page introuvable", "Page introuvable. Retour à l'accueil.", "error"),
    ("Log in | Coast Post", "Log in\nEmail address\nPassword\nForgot your password?\nRemember me", "login"),
    ("Coast Post", "You must be logged in. Please sign in to continue.", "login"),
    ("Before you continue", "We use cookies. Accept all. Manage options.", "consent"),
    (
        "Coast Post",
        "We value your privacy. We and our 31 partners store and access information on a device.",
        "consent",
    ),
    ("Ferry loses its weekends", "Subscribe to continue reading. Already a subscriber? Log in.", "paywall"),
]
STORIES = [
    ("Just a moment of silence", "The town stood still for just a moment on Friday to remember the fishermen."),
    ("Log in the river", "A log in the river blocked the ferry on Monday. Sign in hand, the master waited."),
    ("Page not found in the duke's archive", "A page of the diary was not found, the museum said."),
    ("Cookies for Christmas", "Bake the cookies for ten minutes. Let them cool, and accept all compliments."),
    (
        "Error 404 costs shop a million",
        "The shop lost a million because its site showed an error page, the owner said.",
    ),
    ("Gone fishing", "Gone are the days of the herring, the old men say on the quay."),
    ("Forbidden city opens", "The palace opened its gates to visitors from the islands."),
    ("500 people march", "500 people marched to the harbour. The police counted 300."),
    ("404 sheep lost", "404 sheep were lost in the storm, the county said."),
    ("Weather", "Sunny. 12 degrees."),
    (None, "“Sorry, we are late,” the captain said."),
    (None, "Subscribe or not, the islanders said, the paper will print it."),
    ("Privacy law passes", "Sites that value your privacy must say so, the law demands. " + STORY),
]


@pytest.mark.parametrize(("title", "text", "word"), WHOLE)
def test_a_notice_is_one(title: str | None, text: str, word: str) -> None:
    found = notice(title, text)
    assert found is not None
    assert found.whole
    assert word in found.what


@pytest.mark.parametrize(("title", "text"), STORIES)
def test_a_story_is_none(title: str | None, text: str) -> None:
    assert notice(title, text) is None


@pytest.mark.parametrize(("title", "text", "word"), WHOLE)
def test_pages_and_texts_that_are_notices_are_skipped(
    read_bytes: ReadBytes, title: str, text: str, word: str
) -> None:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    page = f"<html><head><title>{title}</title></head><body><div>{lines}</div></body></html>"
    for name, data in (("page.html", page), ("page.txt", f"{title}\n\n{text}")):
        (skipped,) = read_bytes(name, data)
        assert isinstance(skipped, SkippedInput)
        assert skipped.kind == "notice-pages"
        assert word in skipped.reason


def test_a_story_that_a_paywall_cuts_off_is_read_and_told(read_bytes: ReadBytes) -> None:
    (article,) = read_bytes("page.txt", f"{STORY}\n\n{STORY}\n\nTo continue reading, subscribe now.\nFrom $1 a week.")
    assert isinstance(article, Article)
    assert [note.kind for note in article.notes] == ["cut-off"]
    (article,) = read_bytes("page.txt", f"{STORY}\n\n{STORY}\n\nTo continue reading was her only wish.")
    assert isinstance(article, Article)


def test_a_long_text_is_never_a_notice() -> None:
    assert notice("Just a moment...", "Checking your browser. " * 100) is None


def test_rows_that_are_notices_are_skipped(read_bytes: ReadBytes) -> None:
    rows = "".join(json.dumps({"title": title, "text": text}) + "\n" for title, text, _ in WHOLE)
    found = read_bytes("feed.jsonl", rows + json.dumps({"title": "Ferry", "text": STORY}))
    assert [isinstance(one, Article) for one in found] == [False] * len(WHOLE) + [True]
    assert {one.kind for one in found if isinstance(one, SkippedInput)} == {"notice-pages"}
