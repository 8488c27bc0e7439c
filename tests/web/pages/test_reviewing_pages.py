"""A person's word: confirm, reject, note, undo, of links and passages, in the queue and as standing exclusions."""

from __future__ import annotations

import re
from html import unescape

import pytest
from served import visible

from provenance import Archive

A, B = "dam-brief-highmoor", "dam-inspection-ledger"
WORD = {"a": A, "b": B, "by": "dana", "back": f"/article/{A}", "hash": "a1-source-1"}


def said(site, **settings):
    with Archive(site.site.path, readonly=True) as archive:
        return [(row.step.said, row.step.note, row.step.by) for row in archive.reviews(**settings)]


def test_a_link_is_dismissed_with_a_note_and_the_page_says_who_and_when(own_site) -> None:
    answer = own_site.post("/review", {**WORD, "verdict": "reject", "note": "licensed copy"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/article/{A}#a1-source-1")
    assert said(own_site) == [("rejected", "licensed copy", "dana")]
    text = visible(own_site.get(f"/article/{A}").text)
    assert "Rejected by people" in text
    assert "licensed copy" in text
    assert "Rejected by dana" in text


def test_it_is_undone(own_site) -> None:
    own_site.post("/review", {**WORD, "verdict": "confirm"})
    own_site.post("/review", {**WORD, "verdict": "undo"})
    assert said(own_site) == []
    assert "Undone by dana" in visible(own_site.get("/review/log?all=yes").text)


def test_one_passage_is_dismissed(own_site) -> None:
    page = own_site.get(f"/compare?a={A}&b={B}").text
    place = re.search(r'name="place" value="(\d+ \d+)"', page)[1]
    fields = dict(re.findall(r'name="(a|b)" value="([^"]*)"', page.split('id="word"')[1]))
    own_site.post("/review", {**fields, "place": place, "verdict": "reject", "back": "/", "by": "dana"})
    with Archive(own_site.site.path, readonly=True) as archive:
        (row,) = archive.reviews()
    assert row.step.subject.about == "passage"
    assert "ejected by dana" in visible(own_site.get(f"/compare?a={A}&b={B}").text)


@pytest.mark.parametrize("place", ["1", "1 2 3", "x y", "-1 5", "1" * 30 + " 5", "1 2; drop"])
def test_a_place_that_is_none_is_said(own_site, place: str) -> None:
    answer = own_site.post("/review", {**WORD, "verdict": "reject", "place": place})
    assert answer.status_code == 400
    assert said(own_site) == []


@pytest.mark.parametrize("verdict", ["", "delete", "rejected"])
def test_a_word_that_is_none_is_said(own_site, verdict: str) -> None:
    assert own_site.post("/review", {**WORD, "verdict": verdict}).status_code == 400
    assert said(own_site) == []


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", ""])
def test_no_form_leads_to_another_site(own_site, back: str) -> None:
    answer = own_site.post("/review", {**WORD, "verdict": "confirm", "back": back, "hash": '"><script>'})
    assert answer.headers["location"] == "/"


def test_nothing_that_is_asked_for_changes_anything(own_site) -> None:
    for path in ("/review", "/review/exclusions", "/audit/start", "/audit/stop", "/check"):
        own_site.get(f"{path}?a={A}&b={B}&verdict=reject&about=phrase&phrase=x&token={own_site.site.form_token}")
    assert said(own_site, everything=True) == []
    assert own_site.get("/audit/progress").json()["state"] == "idle"


def test_a_name_is_remembered_and_proposed(own_site) -> None:
    own_site.post("/review", {**WORD, "verdict": "confirm", "by": 'Dana "D" <b>Rao\u202e'})
    page = own_site.get(f"/article/{A}").text
    assert 'value="Dana &#34;D&#34; &lt;b&gt;Rao' in page
    assert "\u202e" not in page


def test_the_queue_shows_the_strongest_first_and_goes_on_after_a_word(own_site) -> None:
    first = own_site.get("/review").text
    waiting = int(re.search(r"(\d+) links wait", visible(first))[1])
    back = unescape(re.search(r'name="back" value="([^"]*)"', first)[1])
    pair = dict(re.findall(r'name="(a|b)" value="([^"]*)"', first))
    answer = own_site.post("/review", {**pair, "verdict": "reject", "note": "no", "back": back, "by": "dana"})
    second = visible(own_site.get(answer.headers["location"]).text)
    assert f"{waiting - 1} links wait" in second
    assert "Rejected by dana" in second
    assert "Undo the last word" in second


def test_skipping_goes_through_all_of_them(own_site) -> None:
    path, seen = "/review", []
    while path:
        page = own_site.get(path).text
        seen.append(tuple(re.findall(r'name="(?:a|b)" value="([^"]*)"', page)[:2]))
        found = re.search(r'id="skip" href="([^"]*)"', page)
        path = unescape(found[1]) if found else ""
    assert (
        len(set(seen)) == len(seen) == int(re.search(r"(\d+) links wait", visible(own_site.get("/review").text))[1])
    )


@pytest.mark.parametrize(
    "key",
    [
        "x",
        "[",
        "{}",
        "[]",
        "[1e999]",
        "[null]",
        '["\\ud800"]',
        "[[1]]",
        "9" * 5000,
        "[123456789012345678901234567890]",
    ],
)
def test_a_place_in_the_queue_that_is_none_is_said(corpus_site, key: str) -> None:
    assert corpus_site.get("/review", params={"after": key}).status_code == 400


def test_publishers_and_phrases_are_excluded_and_taken_back(own_site) -> None:
    path = "/review/exclusions"
    own_site.post(path, {"about": "publishers", "one": "Highmoor Post", "other": "Inland Ledger",
                         "verdict": "reject", "note": "licensed", "by": "dana"})  # fmt: skip
    own_site.post(path, {"about": "phrase", "phrase": "declined to comment", "verdict": "reject", "by": "dana"})
    text = visible(own_site.get(path).text)
    assert "All links between Highmoor Post and Inland Ledger" in text
    assert "declined to comment" in text
    assert "Rejected by people" in visible(own_site.get(f"/article/{A}").text)
    own_site.post(path, {"about": "publishers", "one": "Highmoor Post", "other": "Inland Ledger", "verdict": "undo"})
    own_site.post(path, {"about": "phrase", "phrase": "declined to comment", "verdict": "undo"})
    assert "There is none" in visible(own_site.get(path).text)


def test_an_exclusion_without_words_is_said(own_site) -> None:
    for fields in (
        {"about": "phrase", "phrase": "…"},
        {"about": "publishers", "one": "x", "other": ""},
        {"about": "all"},
    ):
        assert own_site.post("/review/exclusions", {**fields, "verdict": "reject"}).status_code == 400


def test_where_it_is_shown_for_reading_only_there_are_no_forms_and_nothing_is_stored(corpus_db, tmp_path) -> None:
    import shutil

    from served import served

    path = tmp_path / "c.db"
    shutil.copy(corpus_db, path)
    before = path.read_bytes()
    with served(path, read_only=True) as site:
        for page in (f"/article/{A}", f"/compare?a={A}&b={B}", "/review", "/review/exclusions", "/audit"):
            assert 'method="post"' not in site.get(page).text, page
        assert site.post("/review", {**WORD, "verdict": "reject"}).status_code == 403
        assert (
            site.post("/review/exclusions", {"about": "phrase", "phrase": "x", "verdict": "reject"}).status_code
            == 403
        )
        assert site.post("/audit/start").status_code == 403
        assert site.post("/check", {"text": "A text.", "keep": "yes"}).status_code == 403
    assert path.read_bytes() == before
