"""An article's page: the verdict first, who took what, where to go from here."""

from __future__ import annotations

import pytest
from served import visible

from provenance import Archive
from provenance.web.rendering import article_path


def test_the_verdict_comes_first_and_both_texts_of_its_passages_follow(corpus_site) -> None:
    text = visible(corpus_site.get("/article/dam-brief-highmoor").text)
    assert text.index("made from Inland Ledger") < text.index("What this article took from others")
    assert "first known in Inland Ledger" in text  # who had a quotation first


def test_a_page_says_what_an_audit_recorded_as_the_library_does(corpus_site, corpus_db) -> None:
    from provenance.usecases.recorded_findings import recorded_findings

    with Archive(corpus_db, readonly=True) as archive:
        for row in archive.listed():
            findings, audited = recorded_findings(archive.store, row.id, archive.settings)
            assert audited
            recorded = {frozenset((link.a, link.b)) for link in archive.links() if row.id in (link.a, link.b)}
            assert {frozenset((link.a, link.b)) for link in findings.links} == recorded


def test_the_beginning_of_an_id_and_an_address_lead_to_the_article(corpus_site) -> None:
    answer = corpus_site.get("/article/dam-brief")
    assert (answer.status_code, answer.headers["location"]) == (303, "/article/dam-brief-highmoor")
    other = corpus_site.get(
        "/article", params={"id": "https://www.highmoorpost.example/elsewhere/dam-brief-highmoor"}
    )
    assert other.headers["location"] == "/article/dam-brief-highmoor"


def test_one_that_is_not_there_is_said(corpus_site) -> None:
    answer = corpus_site.get("/article/nope", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "no article 'nope'" in visible(answer.text)


@pytest.mark.parametrize("name", [".", "..", "a/b", "a?b#c", "<b>", "ü ö", "%2e", "-", "a\\b", "\u202ex", "\ud800"])
def test_an_id_of_any_characters_has_an_address(name: str) -> None:
    from urllib.parse import unquote, urlsplit

    path = article_path(name)
    assert path.isascii()
    if not name.strip("."):
        assert path == f"/article?id={name}"
    elif "\ud800" not in name:
        assert unquote(urlsplit(path).path) == f"/article/{name}"
        assert urlsplit(path).query == ""


def test_an_article_that_no_audit_covered_is_compared_just_now(own_site, tmp_path) -> None:
    story = tmp_path / "new.txt"
    with Archive(own_site.site.path) as archive:
        story.write_text(archive.text("dam-brief-highmoor"), "utf-8")
        archive.add([story])
    text = visible(own_site.get("/article/new").text)
    assert "No audit has covered this article" in text
    assert "Highmoor Post" in text


def test_without_links_it_says_so(corpus_site, corpus_db) -> None:
    with Archive(corpus_db, readonly=True) as archive:
        linked = {name for link in archive.links() for name in (link.a, link.b)}
        lonely = next(row.id for row in archive.listed() if row.id not in linked)
    assert "No source among" in visible(corpus_site.get(article_path(lonely)).text)


def test_the_other_articles_lead_to_their_pages_and_to_the_comparison(corpus_site) -> None:
    page = corpus_site.get("/article/dam-brief-highmoor").text
    assert 'href="/article/dam-inspection-ledger"' in page
    assert 'href="/compare?a=dam-brief-highmoor&amp;b=dam-inspection-ledger"' in page


def test_of_very_many_links_the_most_important_are_shown_and_the_verdict_is_of_all(corpus_site, monkeypatch) -> None:
    import provenance.web.pages.article as module

    whole = visible(corpus_site.get("/article/ferry-strike-northline").text)
    monkeypatch.setattr(module, "MOST", 1)
    page = corpus_site.get("/article/ferry-strike-northline").text
    assert "3 further linked articles are not shown here" in visible(page)
    assert "Below is the most important one of 4 linked articles" in visible(page)
    assert "3 more archived articles were made from this one" in whole
    assert "3 more archived articles were made from this one" in visible(page)
    assert "of 68 archived articles" in visible(page)
