"""Two texts side by side: a passage has one number in both, differences are told, versions can be compared."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from served import visible

from provenance import Archive
from provenance.model import Article, Difference, Link, Match, Passage, Span
from provenance.reports.html.side_by_side import side_by_side

PAIR = "/compare?a=dam-brief-highmoor&b=dam-inspection-ledger"


def test_every_passage_has_its_number_in_both_texts_and_leads_to_the_other(corpus_site) -> None:
    page = corpus_site.get(PAIR).text
    numbers = [re.findall(rf'id="{side}(\d+)"', page) for side in "ab"]
    assert sorted(numbers[0], key=int) == sorted(numbers[1], key=int)
    assert len(numbers[0]) == 11
    for number in numbers[0]:
        assert f'href="#b{number}"' in page
        assert f'href="#a{number}"' in page


def test_both_whole_texts_are_there(corpus_site, corpus_db) -> None:
    page = visible(corpus_site.get(PAIR).text)
    with Archive(corpus_db, readonly=True) as archive:
        for name in ("dam-brief-highmoor", "dam-inspection-ledger"):
            last = archive.text(name).strip().split()[-6:]
            assert " ".join(last) in page


def test_what_an_audit_recorded_is_shown_and_others_are_compared_just_now(corpus_site) -> None:
    assert "As the last audit recorded it" in visible(corpus_site.get(PAIR).text)
    text = visible(corpus_site.get("/compare?a=dam-brief-highmoor&b=bridge-toll-courier").text)
    assert "Compared just now" in text
    assert "These two share no passage" in text


def test_without_two_articles_it_asks_for_them_and_proposes_those_that_are_linked(corpus_site) -> None:
    assert "Compare two articles" in visible(corpus_site.get("/compare").text)
    assert 'value="dam-inspection-ledger"' in corpus_site.get("/compare?a=dam-brief-highmoor").text


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("a=dam-brief-highmoor&b=nope", 404, "no article 'nope'"),
        ("a=dam-brief-highmoor&b=dam-brief-highmoor", 400, "choose two versions"),
        ("a=dam-brief-highmoor&b=dam-inspection-ledger&va=7", 400, "no version '7'"),
        ("a=dam-brief-highmoor&b=dam-inspection-ledger&va=x%00", 400, "no version"),
    ],
)
def test_what_cannot_be_compared_is_said(corpus_site, query: str, status: int, words: str) -> None:
    answer = corpus_site.get(f"/compare?{query}")
    assert answer.status_code == status
    assert words in answer.text


def test_two_versions_of_one_article_are_laid_side_by_side(own_site, tmp_path) -> None:
    with Archive(own_site.site.path) as archive:
        text = archive.text("dam-brief-highmoor")
        row = tmp_path / "new.jsonl"
        row.write_text(json.dumps({"id": "dam-brief-highmoor", "text": text.replace("four times", "305 times")}))
        archive.add([row])
        assert len(archive.show("dam-brief-highmoor").versions) > 1
        count = len(archive.show("dam-brief-highmoor").versions)
    page = own_site.get(f"/compare?a=dam-brief-highmoor&b=dam-brief-highmoor&va={count - 1}&vb={count}").text
    assert "the other way round" in visible(page)
    assert "305" in visible(page)
    listed = visible(own_site.get("/versions/dam-brief-highmoor").text)
    assert f"Version {count}, the current one" in listed
    assert "305" in listed
    assert "put in" in listed


def test_only_the_matches_is_an_address_too(corpus_site) -> None:
    page = corpus_site.get(f"{PAIR}&only=yes").text
    assert 'class="beside only"' in page
    assert 'aria-pressed="true"' in page


def text_of(beside) -> str:
    return "\n".join("".join(piece.text for piece in paragraph) for paragraph in beside.paragraphs)


def test_pieces_are_the_text_and_own_words_are_told_apart() -> None:
    a = Article("a", "The mayor paid 40 crowns for it.", Span(0, 32))
    b = Article("b", "Yes: the mayor paid 14 crowns for it.", Span(0, 37))
    shared = ((Span(0, 14), Span(5, 19)), (Span(18, 31), Span(23, 36)))
    match = Match("edited", Span(0, 31), Span(5, 36), 0.9, shared, (Difference("number", "40", "14"),))
    both = side_by_side(a, b, Link("a", "b", "undetermined", 0.5, 0.9, 0.9, (Passage(match),)), ("A", "B"))
    assert text_of(both.a) == a.text
    assert text_of(both.b) == b.text
    own = [["".join(p.text for p in side.paragraphs[0] if p.own).strip()] for side in (both.a, both.b)]
    assert own == [["40"], ["14"]]
    assert [(each.what, each.a, each.b) for each in both.differing] == [("Number", "40", "14")]


def test_passages_that_overlap_are_both_at_their_words() -> None:
    text = "one two three four five six seven"
    a, b = Article("a", text, Span(0, 33)), Article("b", text, Span(0, 33))
    spans = [Span(0, 18), Span(8, 33)]
    passages = tuple(Passage(Match("verbatim", each, each, 1.0, ((each, each),))) for each in spans)
    both = side_by_side(a, b, Link("a", "b", "undetermined", 0.5, 1.0, 1.0, passages), ("A", "B"))
    assert [piece.passages for piece in both.a.paragraphs[0]] == [(1,), (1, 2), (2,)]
    places = [len(piece.text) for piece in both.a.paragraphs[0]]
    assert all(one for one, _ in pairwise([*places, 0]))
