"""The whole lineage of an article: what it says, and that its picture brings no style or script of its own."""

from __future__ import annotations

from served import visible


def test_it_says_each_step_and_leads_to_the_texts(corpus_site) -> None:
    page = corpus_site.get("/lineage/ferry-strike-northline").text
    text = visible(page)
    assert "Step by step" in text
    for taker in ("The Calder Courier", "Coastline Today", "Skerrow Argus"):
        assert taker in text
    assert 'href="/compare?a=' in page
    assert 'href="/article/ferry-strike-argus"' in page


def test_its_picture_has_no_style_of_its_own(corpus_site) -> None:
    page = corpus_site.get("/lineage/ferry-strike-northline").text
    assert "<svg" in page
    assert "<style" not in page
    assert " style=" not in page


def test_one_without_links_says_so(corpus_site) -> None:
    assert corpus_site.get("/lineage/bridge-toll-courier").status_code == 200
    assert corpus_site.get("/lineage/nope").status_code == 404
    assert corpus_site.get("/lineage/ferry-strike-nor").headers["location"] == "/lineage/ferry-strike-northline"
